// The legend: says what shape, fill, line and size mean in the network that is shown, and switches them on and off.

const KINDS = [
  ["circle", "post", "Post"], ["double-circle", "post", "Post group"], ["dotted-circle", "post", "Person"],
  ["diamond", "body", "Team or organisation"], ["square", "recommendation", "Recommendation"], ["page", "plan", "Plan"],
  ["hexagon", "thing", "Programme, service, system, tool or policy"],
];
const FILLS = [["agreed", "Agreed"], ["partly", "Partly agreed"], ["not", "Not agreed"], ["none", "No answer printed"]];
const TIES = [["owns", "Owns"], ["joint", "Owns jointly"], ["mentions", "Mentions"], ["succeeds", "Was followed by"], ["company", "Owned the company"]];
const SHARED_TIE = "Share an assignment";

/** What the legend of the picture says: {kinds, fills, ties, sizes}, each entry {value, name, count, draw(pen, x, y, palette)}. */
function legendOf(page, drawing) {
  const placed = drawing.nodes.map((place) => page.data.nodes[place.id]).filter(Boolean);
  const counted = (list, count, draw) => list.map(([value, ...rest]) => ({ value, name: rest.at(-1), count: count(value), draw: draw(value, rest[0]) })).filter((entry) => entry.count);
  const mark = (node, radius) => (pen, x, y, palette) => drawMark(pen, node, x, y, radius, palette);
  const kinds = counted(KINDS, (shape) => placed.filter((node) => node.mark === shape).length, (shape, family) => mark({ mark: shape, family }, 8));
  const fills = counted(FILLS, (fill) => placed.filter((node) => node.family === "recommendation" && node.fill === fill).length, (fill) => mark({ mark: "square", family: "recommendation", fill }, 8));
  const line = (kind) => (pen, x, y, palette) => drawTie(pen, { x: x - 13, y }, { x: x + 13, y }, kind, 1.5, palette.ink, palette, 0);
  const ties = counted(TIES, (kind) => drawing.edges.filter((edge) => edge.kind === kind).length, line);
  if (drawing === page.data.networks.together) for (const tie of ties) tie.name = SHARED_TIE;
  const shape = drawing === page.data.networks.programmes ? { mark: "hexagon", family: "thing" } : { mark: "circle", family: "post" };
  const largest = drawing.unit * Math.sqrt(drawing.heaviest);
  const loads = [...new Set([1, Math.ceil(drawing.heaviest / 3), drawing.heaviest])].filter((load) => drawing.heaviest && load > 0);
  const sizes = loads.map((load) => ({ name: plural(load, ...drawing.counts), draw: mark(shape, Math.max(drawing.unit * Math.sqrt(load) * Math.min(1, 11 / largest), 2)) }));
  if (drawing.groups.length) sizes.push({ name: "Several plans: choose it to open them", draw: mark({ mark: "pages", family: "plan" }, 8) });
  return { kinds, fills, ties, sizes };
}

/** The legend as one list, for a saved picture: what is switched off is left out. */
function legendParts(page) {
  const { kinds, fills, ties, sizes } = legendOf(page, page.data.networks[page.state.network]);
  const { kind, status, tie } = page.state.filters;
  const on = (list, filter) => list.filter((entry) => !filter || filter.has(entry.value));
  return [...on(kinds, kind), ...on(fills, status), ...on(ties, tie), ...sizes];
}

/** Make the legend; its switches are the page's filters. */
function makeLegend(container, page) {
  let pictures = [];

  function icon(draw) {
    const canvas = el("canvas", { width: 56, height: 48, "aria-hidden": "true" });
    pictures.push((palette) => {
      const pen = canvas.getContext("2d");
      pen.setTransform(2, 0, 0, 2, 0, 0);
      pen.clearRect(0, 0, 28, 24);
      draw(pen, 14, 12, palette);
    });
    return canvas;
  }

  /** One switch. What a filter lets through is what is left on; that all is on is no filter. */
  function option(filter, all, { value, name, count, draw }) {
    const lets = (each) => !page.state.filters[filter] || page.state.filters[filter].has(each);
    const input = el("input", { type: "checkbox", "data-value": value, change: () => {
      const kept = all.filter((each) => (each === value ? input.checked : lets(each)));
      page.setFilter(filter, kept.length === all.length ? null : new Set(kept));
    } });
    input.checked = lets(value);
    page.on("filter", () => { input.checked = lets(value); });
    return el("label", {}, input, icon(draw), `${name} (${inFigures(count)})`);
  }

  const group = (title, items) => (items.length ? el("fieldset", {}, el("legend", {}, title), ...items) : null);

  function draw() {
    pictures = [];
    const drawing = page.data.networks[page.state.network];
    const { kinds, fills, ties, sizes } = legendOf(page, drawing);
    const all = { kind: KINDS.map(([value]) => value), status: FILLS.map(([value]) => value), tie: TIES.map(([value]) => value) };
    const spans = page.state.network === "ownership" && drawing.nodes.some(({ id }) => ["post", "body"].includes(page.data.nodes[id]?.family) && page.data.nodes[id].plans.length > 1);
    container.replaceChildren(...[
      group("Kinds", kinds.map((entry) => option("kind", all.kind, entry))),
      group("Answers", fills.map((entry) => option("status", all.status, entry))),
      group("Ties", ties.map((entry) => option("tie", all.tie, entry))),
      group("Size: the area says the load", sizes.map((entry) => el("div", { class: "key" }, icon(entry.draw), entry.name))),
      spans ? el("p", { class: "quiet" }, "Holders in the middle, with a name in bold, are named in more than one plan.") : null,
      el("p", { class: "quiet" }, "Drag to move the picture; zoom with its buttons, or with Ctrl and the wheel. Names that would overlap appear as you zoom."),
    ].filter(Boolean));
    colour();
  }

  function colour() {
    const palette = readPalette();
    pictures.forEach((paint) => paint(palette));
  }

  page.on("network", draw);
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colour);
}

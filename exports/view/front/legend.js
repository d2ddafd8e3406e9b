// The legend: says what shape, fill, line and size mean, and switches them on and off.

const KINDS = [
  ["circle", "post", "Post"], ["double-circle", "post", "Post group"], ["dotted-circle", "post", "Person"],
  ["diamond", "body", "Team or organisation"], ["square", "recommendation", "Recommendation"], ["page", "plan", "Plan"],
  ["hexagon", "thing", "Programme or system"],
];
const FILLS = [["agreed", "Agreed"], ["partly", "Partly agreed"], ["not", "Not agreed"], ["none", "No answer printed"]];
const TIES = [["owns", "Owns"], ["joint", "Owns jointly"], ["mentions", "Mentions"]];

/** Make the legend for what the picture holds; its switches are the page's filters. */
function makeLegend(container, page) {
  const drawing = page.data.networks[page.state.network];
  const pictures = [];

  function icon(draw) {
    const canvas = el("canvas", { width: 56, height: 48, "aria-hidden": "true" });
    pictures.push(() => {
      const ctx = canvas.getContext("2d");
      ctx.setTransform(2, 0, 0, 2, 0, 0);
      ctx.clearRect(0, 0, 28, 24);
      draw(ctx, readPalette());
    });
    return canvas;
  }

  function option(filter, all, value, name, draw, count) {
    const lets = () => !page.state.filters[filter] || page.state.filters[filter].has(value);
    const input = el("input", { type: "checkbox", checked: lets(), change: () => {
      const kept = all.filter((each) => (each === value ? input.checked : !page.state.filters[filter] || page.state.filters[filter].has(each)));
      page.setFilter(filter, kept.length === all.length ? null : new Set(kept));
    } });
    page.on("filter", () => { input.checked = lets(); });
    return el("label", {}, input, icon(draw), `${name} (${count.toLocaleString("en-GB")})`);
  }

  const group = (title, ...items) => (items.length ? el("fieldset", {}, el("legend", {}, title), ...items) : null);
  const mark = (node, radius = 8) => (ctx, palette) => drawMark(ctx, node, 14, 12, radius, palette);
  const inPicture = drawing.nodes.map((spot) => page.data.nodes[spot.id]);

  const kinds = KINDS.map(([shape, family, name]) => {
    const count = inPicture.filter((node) => node.mark === shape).length;
    return count ? option("kind", KINDS.map(([each]) => each), shape, name, mark({ mark: shape, family, fill: "agreed" }), count) : null;
  }).filter(Boolean);
  const fills = FILLS.map(([fill, name]) => {
    const count = inPicture.filter((node) => node.family === "recommendation" && node.fill === fill).length;
    return count ? option("status", FILLS.map(([each]) => each), fill, name, mark({ mark: "square", family: "recommendation", fill }), count) : null;
  }).filter(Boolean);
  const ties = TIES.map(([kind, name]) => {
    const count = drawing.edges.filter((edge) => edge.kind === kind).length;
    const draw = (ctx, palette) => drawTie(ctx, { x: 1, y: 12 }, { x: 27, y: 12 }, kind, 1.5, palette.ink, palette, 0);
    return count ? option("tie", TIES.map(([each]) => each), kind, name, draw, count) : null;
  }).filter(Boolean);

  const key = (draw, text) => el("div", { class: "key" }, icon(draw), text);
  const sizes = [...new Set([1, Math.ceil(drawing.heaviest / 3), drawing.heaviest])].filter((load) => load > 0).map((load) => {
    const radius = drawing.unit * Math.sqrt(load);
    return key((ctx, palette) => drawMark(ctx, { mark: "circle", family: "post", fill: "agreed" }, 14, 12, Math.max(radius * Math.min(1, 11 / (drawing.unit * Math.sqrt(drawing.heaviest))), 2), palette), plural(load, "assignment"));
  });
  const middle = inPicture.some((node) => (node.family === "post" || node.family === "body") && node.plans.length > 1)
    ? [el("p", { class: "quiet" }, "Holders in the middle, with a name in bold, are named in more than one plan.")] : [];

  container.replaceChildren(...[group("Kinds", ...kinds), group("Answers", ...fills), group("Ties", ...ties), group("Size: the area says the load", ...sizes), ...middle, el("p", { class: "quiet" }, "Drag to move the picture; zoom with its buttons, or with Ctrl and the wheel.")].filter(Boolean));
  const repaint = () => pictures.forEach((draw) => draw());
  repaint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}

// The evidence panel: what is known of the chosen node in the words of the domain, each fact with the words that say so.

const MOST_SHOWN = 12;

/** Make the panel in `container`; gives draw, after which its first heading says what it shows. */
function makePanel(container, page) {
  const { data, state } = page;
  const { nodes } = data;

  /** A link to a node of this page; pointing at it says so in the views. */
  function named(id, text = nodes[id].label) {
    const point = (event) => {
      const box = event.currentTarget.getBoundingClientRect();
      page.hover(id, box.left, box.bottom);
    };
    const leave = () => page.hover(null);
    return el("button", { type: "button", class: "link", click: () => page.choose(id), pointerenter: point, pointerleave: leave, focus: point, blur: leave }, el("bdi", {}, text));
  }

  /** A recommendation says which plan it belongs to, since every plan has a first one. */
  const longName = (id) => (nodes[id].family === "recommendation" ? `${nodes[id].label}, ${nodes[nodes[id].plans[0]].label}` : nodes[id].label);

  function quote(index) {
    const { text, place, rule } = data.quotes[index];
    return el("figure", { class: "quote" }, el("blockquote", {}, el("bdi", {}, `“${text}”`)), el("figcaption", {}, el("bdi", {}, place), `; rule ${rule}`));
  }

  const linked = (ids) => folded(ids, (id) => el("li", {}, named(id, longName(id))), "links");

  /** The words printed and what they were read as stand side by side only where they differ. */
  function said({ term, value, printed, inferred, links, quotes }) {
    const shown = [];
    if (printed !== null && printed !== undefined && printed !== value) {
      shown.push(el("div", { class: "printed" }, el("span", {}, "Printed"), el("bdi", {}, printed || "nothing"), el("span", {}, "Read as"), el("bdi", {}, value)));
    } else if (links.length) {
      shown.push(linked(links));
    } else if (quotes.length !== 1 || data.quotes[quotes[0]].text !== value) {
      shown.push(el("bdi", {}, value));
    }
    if (inferred) shown.push(" ", el("span", { class: "inferred" }, `inferred: ${inferred}`));
    return [el("dt", {}, term), el("dd", {}, ...shown, ...quotes.map(quote))];
  }

  const facts = (list) => el("dl", {}, ...list.flatMap(said));
  const fact = (term, value, given = {}) => ({ term, value, printed: null, inferred: null, links: [], quotes: [], ...given });

  /** Where an assignment stands on the day: counted, not printed, and labelled so. */
  function standing(item) {
    const answer = page.overdue(item);
    const words = { yes: "Yes", no: "No", "cannot tell": "Cannot be told" }[answer] ?? "Not judged: the plan was not in force on that day";
    const [first, now] = [item.to ?? item.from, item.revised?.to ?? item.revised?.from];
    const slip = first && now ? [fact("Moved", movedInWords(first, now), { inferred: "counted from the two dates" })] : [];
    return [...slip, fact(`Overdue as at ${dayNamed(state.asAt)}`, words, { inferred: "from its last target day and what was said of it" })];
  }

  function assignment(item, own) {
    const heads = own.family === "recommendation" ? item.owners : [item.recommendation];
    const others = own.family === "recommendation" || own.family === "plan" ? [] : item.owners.filter((id) => id !== own.id);
    const head = el("h4", {}, ...heads.flatMap((id, i) => [i ? " and " : "", named(id, longName(id))]));
    const joint = others.length ? [fact("Jointly with", "", { links: others })] : [];
    return el("div", { class: "assignment" }, heads.length ? head : el("h4", {}, "No owner printed"), facts([...joint, ...item.facts, ...standing(item)]));
  }

  function assignments(node) {
    const mine = node.family === "plan" ? [] : data.assignments.filter((item) => item.recommendation === node.id || item.owners.includes(node.id));
    if (!mine.length) return [];
    return [el("h3", {}, `Assignments (${inFigures(mine.length)})`), folded(mine, (item) => assignment(item, node), null, "div")];
  }

  /** The first of a list, and the rest when asked for: hundreds at once help nobody. */
  function folded(list, make, kind, tag = "ul") {
    const box = el(tag, { class: kind }, ...list.slice(0, MOST_SHOWN).map(make));
    if (list.length <= MOST_SHOWN) return box;
    const rest = list.slice(MOST_SHOWN);
    const more = el("button", { type: "button", class: "more", click: () => {
      const added = rest.map(make);
      box.append(...added);
      more.remove();
      added[0].querySelector("button")?.focus();
    } }, `Show ${inFigures(rest.length)} more`);
    return el("div", {}, box, more);
  }

  /** Links to what is tied to a node; a named thing's stand with its quotes already. */
  function neighbours(node) {
    if (node.family === "thing") return [];
    const groups = [["Plans", ["plan"]], ["Recommendations", ["recommendation"]], ["Holders", ["post", "body"]], ["Named in it", ["thing"]], ["Organisations", ["organisation"]]];
    const tied = data.ties[node.id].flatMap((edge) => [edge.source, edge.target]);
    const ids = [...new Set([...tied, ...(node.family === "plan" ? [] : node.plans)])].filter((id) => id !== node.id).sort((a, b) => a - b);
    return groups.flatMap(([title, families]) => {
      const links = ids.filter((id) => families.includes(nodes[id].family));
      return links.length ? [el("h3", {}, `${title} (${inFigures(links.length)})`), linked(links)] : [];
    });
  }

  function query(node) {
    const texts = (data.queries[node.family] ?? []).map((text) => text.replaceAll("{key}", node.key));
    if (!texts.length) return [];
    const blocks = texts.map((text) => el("pre", { tabindex: "0", role: "region", "aria-label": "SPARQL query" }, el("code", {}, text)));
    const how = el("p", { class: "quiet" }, "Save it as a file and run: ", el("code", {}, "answerable query FILE.rq --store DIR"));
    return [el("details", {}, el("summary", {}, "Show the query"), how, ...blocks)];
  }

  async function copy(node, button) {
    try {
      await navigator.clipboard.writeText(page.linkTo(node.id));
      button.textContent = "Link copied";
    } catch {
      const field = el("input", { readonly: true, value: page.linkTo(node.id), "aria-label": "Link to copy" });
      button.replaceWith(field);
      field.select();
    }
  }

  const button = (text, act, attributes = {}) => el("button", { type: "button", click: act, ...attributes }, text);

  function tools(node) {
    const focused = state.focus === node.id;
    const opens = node.family === "plan" && page.passes.recommendations.size > MOST_COLUMNS;
    return el("div", { class: "tools" },
      button(focused ? "Show everything" : "Focus on it", () => page.focus(focused ? null : node.id), { title: focused ? "Show everything again" : "Show only what is tied to it" }),
      opens ? button(state.expanded.has(node.id) ? "Roll up" : "Expand", () => page.expand(node.id)) : null,
      button("Copy link", (event) => copy(node, event.currentTarget)),
      button("Close", () => page.choose(null)));
  }

  function show(node) {
    const load = node.load ? `, ${plural(node.load, "assignment")}` : "";
    container.replaceChildren(
      el("header", {}, el("div", {}, el("h2", { tabindex: "-1" }, el("bdi", {}, longName(node.id))), el("p", { class: "quiet" }, node.kind + load))),
      tools(node), facts(node.facts), ...assignments(node), ...neighbours(node), ...query(node),
      el("p", { class: "address quiet" }, "Identifier: ", el("bdi", {}, node.key)),
    );
  }

  let shown;
  function draw() {
    const node = state.selected === null ? null : nodes[state.selected];
    if (node) show(node);
    else container.replaceChildren(...overviewParts(page, named));
    if (shown !== state.selected) container.scrollTop = 0;
    shown = state.selected;
  }

  /** Redraw after a switch without losing the button that was pressed. */
  function redraw() {
    const held = container.contains(document.activeElement) ? [...container.querySelectorAll(".tools button")].indexOf(document.activeElement) : -1;
    draw();
    if (held >= 0) container.querySelectorAll(".tools button")[held]?.focus();
  }
  page.on("time", redraw);
  page.on("filter", () => { if (state.selected !== null) redraw(); });
  return { draw };
}

/** "from 31 July 2020 to 31 March 2021, 8 months later". */
function movedInWords(first, now) {
  const months = Math.round(monthOf(now) - monthOf(first));
  const by = months === 0 ? "in the same month" : `${plural(Math.abs(months), "month")} ${months > 0 ? "later" : "earlier"}`;
  return `from ${dayNamed(first)} to ${dayNamed(now)}, ${by}`;
}

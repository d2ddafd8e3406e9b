// The evidence panel: what is known of the chosen node in the words of the domain, each fact with the words that say so.

/** Make the panel; it shows what is chosen, or what the whole page says. */
function makePanel(container, page) {
  const { nodes } = page.data;
  const named = (id, text = nodes[id].label) => el("button", { type: "button", class: "link", click: () => page.choose(id) }, el("bdi", {}, text));
  const tied = new Map(nodes.map((node) => [node.id, new Set()]));
  for (const edge of page.data.edges) {
    tied.get(edge.source).add(edge.target);
    tied.get(edge.target).add(edge.source);
  }

  function quote(index) {
    const { text, place, rule } = page.data.quotes[index];
    return el("figure", { class: "quote" }, el("blockquote", {}, el("bdi", {}, `“${text}”`)), el("figcaption", {}, el("bdi", {}, place), `; rule ${rule}`));
  }

  function said({ term, value, printed, inferred, links, quotes }) {
    const shown = [];
    if (printed !== null) {
      shown.push(el("div", { class: "printed" }, el("span", {}, "Printed"), el("bdi", {}, printed || "nothing"), el("span", {}, "Read as"), el("bdi", {}, value)));
    } else if (links.length) {
      shown.push(el("ul", { class: "links" }, ...links.map((id) => el("li", {}, named(id, longName(id))))));
    } else if (quotes.length !== 1 || page.data.quotes[quotes[0]].text !== value) {
      shown.push(el("bdi", {}, value));
    }
    if (inferred) shown.push(" ", el("span", { class: "inferred" }, `inferred: ${inferred}`));
    return [el("dt", {}, term), el("dd", {}, ...shown, ...quotes.map(quote))];
  }

  const facts = (list) => el("dl", {}, ...list.flatMap(said));

  /** A recommendation says which plan it belongs to, since every plan has a first one. */
  const longName = (id) => (nodes[id].family === "recommendation" ? `${nodes[id].label}, ${nodes[nodes[id].plans[0]].label}` : nodes[id].label);

  function assignment(item, own) {
    const heads = own.family === "recommendation" ? item.owners : [item.recommendation];
    const others = own.family === "recommendation" ? [] : item.owners.filter((id) => id !== own.id);
    const head = el("h4", {}, ...heads.flatMap((id, i) => [i ? " and " : "", named(id, longName(id))]));
    const joint = others.length ? [{ term: "Jointly with", value: "", printed: null, inferred: null, links: others, quotes: [] }] : [];
    return el("div", { class: "assignment" }, heads.length ? head : el("h4", {}, "No owner printed"), facts([...joint, ...item.facts]));
  }

  function assignments(node) {
    const mine = node.family === "plan" ? [] : page.data.held[node.id];
    if (!mine.length) return [];
    return [el("h3", {}, `Assignments (${mine.length})`), ...mine.map((item) => assignment(item, node))];
  }

  /** Links to what is tied to a node; a named thing's stand with its quotes already. */
  function neighbours(node) {
    if (node.family === "thing") return [];
    const groups = [["Plans", ["plan"]], ["Recommendations", ["recommendation"]], ["Holders", ["post", "body"]], ["Named in it", ["thing"]]];
    const ids = [...tied.get(node.id)].sort((a, b) => a - b);
    return groups.flatMap(([title, families]) => {
      const links = ids.filter((id) => families.includes(nodes[id].family));
      return links.length ? [el("h3", {}, `${title} (${links.length})`), el("ul", { class: "links" }, ...links.map((id) => el("li", {}, named(id, longName(id)))))] : [];
    });
  }

  function query(node) {
    const texts = (page.data.queries[node.family] ?? []).map((text) => text.replaceAll("{key}", node.key));
    const blocks = texts.map((text) => el("pre", { tabindex: "0", role: "region", "aria-label": "SPARQL query" }, el("code", {}, text)));
    return blocks.length ? [el("details", {}, el("summary", {}, "Show the query"), ...blocks)] : [];
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

  /** Show one node; gives the heading, so that focus can move to it. */
  function show(id) {
    const node = nodes[id];
    const head = el("h2", { tabindex: "-1" }, el("bdi", {}, longName(id)));
    const copying = el("button", { type: "button", click: (event) => copy(node, event.currentTarget) }, "Copy link");
    container.replaceChildren(
      el("header", {}, el("div", {}, head, el("p", { class: "quiet" }, node.kind + (node.load ? `, ${plural(node.load, "assignment")}` : "")))),
      el("div", { class: "tools" }, copying, el("button", { type: "button", click: () => page.choose(null) }, "Close")),
      facts(node.facts),
      ...assignments(node),
      ...neighbours(node),
      ...query(node),
    );
    container.scrollTop = 0;
    return head;
  }

  function ranked(list, count) {
    const most = Math.max(...list.map((node) => node.load), 1);
    return el("ol", { class: "ranking" }, ...list.map((node) => {
      const bar = el("span", { class: `load ${node.family}`, "aria-hidden": "true" });
      bar.style.width = `${(100 * node.load) / most}%`;
      return el("li", {}, named(node.id), el("span", { class: "count" }, String(count(node))), bar);
    }));
  }

  /** Show what the whole picture says: who carries most, and who spans plans; gives the heading. */
  function overview() {
    const head = el("h2", { tabindex: "-1" }, "Who carries most");
    const holders = nodes.filter((node) => node.family === "post" || node.family === "body").sort((a, b) => b.load - a.load || a.id - b.id);
    const spanning = holders.filter((node) => node.plans.length > 1).sort((a, b) => b.plans.length - a.plans.length || b.load - a.load);
    const several = nodes.filter((node) => node.family === "plan").length > 1;
    const spans = spanning.length
      ? el("ul", { class: "links" }, ...spanning.slice(0, 12).map((node) => el("li", {}, named(node.id), ` (${plural(node.plans.length, "plan")})`)))
      : el("p", { class: "quiet" }, "Nobody: every holder is named in one plan only.");
    container.replaceChildren(
      head,
      el("p", { class: "quiet" }, "Assignments: an owner printed with a date. Choose a name to see the words that say so."),
      holders.length ? ranked(holders.slice(0, 8), (node) => node.load) : el("p", {}, "No owner is printed."),
      ...(several ? [el("h2", {}, "Who spans plans"), spans] : []),
    );
    return head;
  }

  return { draw: () => (page.state.selected === null ? overview() : show(page.state.selected)) };
}

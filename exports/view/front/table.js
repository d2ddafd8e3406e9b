// The table: everything that the picture holds, sortable; the way for the keyboard, the screen reader and the printer.

const COLLATOR = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Make one sortable table. `columns` are {title, value, cell?, number?}; gives {element, draw(rows)}. */
function sortable(caption, columns, current) {
  let order = null;
  let rows = [];
  const body = el("tbody");
  const title = el("caption", {}, caption);
  const heads = columns.map((column, i) => el("th", { scope: "col", class: column.number ? "number" : null },
    el("button", { type: "button", click: () => sort(i) }, column.title)));

  function sort(index) {
    const down = order?.index === index ? !order.down : Boolean(columns[index].number);
    order = { index, down };
    heads.forEach((head, i) => (i === index ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    draw(rows);
  }

  function ordered() {
    if (!order) return rows;
    const { value } = columns[order.index];
    const compare = (a, b) => (typeof value(a) === "number" ? value(a) - value(b) : COLLATOR.compare(value(a), value(b)));
    return [...rows].sort((a, b) => (order.down ? compare(b, a) : compare(a, b)));
  }

  function draw(given) {
    rows = given;
    title.textContent = `${caption} (${rows.length.toLocaleString("en-GB")})`;
    body.replaceChildren(...ordered().map((row) => el("tr", { "aria-current": current(row) ? "true" : null },
      ...columns.map((column) => el("td", { class: column.number ? "number" : null },
        ...(column.cell ? column.cell(row) : [el("bdi", {}, String(column.value(row)))]))))));
  }

  const table = el("table", {}, title, el("thead", {}, el("tr", {}, ...heads)), body);
  return { element: el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, table), draw };
}


/** Make both tables in `container`. */
function makeTables(container, page) {
  const { nodes } = page.data;
  const { state } = page;
  const link = (id) => el("button", { type: "button", class: "link", click: () => page.choose(id) }, el("bdi", {}, nodes[id].label));
  const links = (ids) => ids.flatMap((id, i) => [i ? "; " : "", link(id)]);
  const text = (ids) => ids.map((id) => nodes[id].label).join("; ");

  const things = sortable("Holders, recommendations, plans and named things", [
    { title: "Name", value: (node) => node.label, cell: (node) => [link(node.id)] },
    { title: "Kind", value: (node) => node.kind },
    { title: "Answer", value: (node) => (node.family === "recommendation" ? ANSWERS[node.fill] : "") },
    { title: "In", value: (node) => text(node.family === "plan" ? [] : node.plans) },
    { title: "Assignments", value: (node) => node.load, number: true },
    { title: "Plans", value: (node) => node.plans.length, number: true },
  ], (node) => node.id === state.selected);

  const register = sortable("Assignments", [
    { title: "Owner", value: (item) => text(item.owners), cell: (item) => (item.owners.length ? links(item.owners) : ["none printed"]) },
    { title: "Recommendation", value: (item) => nodes[item.recommendation].label, cell: (item) => [link(item.recommendation)] },
    { title: "Plan", value: (item) => nodes[item.plan].label },
    { title: "Answer", value: (item) => ANSWERS[nodes[item.recommendation].fill] },
    { title: "Date as printed", value: (item) => item.printedDue },
    { title: "Read as", value: (item) => item.to ?? item.from ?? "9999", cell: (item) => [el("bdi", {}, item.due)] },
  ], (item) => item.recommendation === state.selected || item.owners.includes(state.selected));

  container.replaceChildren(things.element, register.element);
  return {
    show() {},
    draw() {
      things.draw(nodes.filter((node) => page.passes.nodes.has(node.id)));
      register.draw(page.data.assignments.filter((item) => page.passes.assignments.has(item.id)));
    },
  };
}

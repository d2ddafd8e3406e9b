// The table: everything that the page holds, sortable; the way for the keyboard, the screen reader and the printer.

const AT_ONCE = 100;

/** One sortable table over rows that are given at each drawing; so many are shown at first, all when printed. */
function sortable(page, { title, columns }) {
  let order = null;
  let [rows, most] = [[], AT_ONCE];
  const body = el("tbody");
  const caption = el("caption");
  const more = el("button", { type: "button", click: () => grow(most + 10 * AT_ONCE) });
  const heads = columns.map((column, i) => el("th", { scope: "col", class: column.number ? "number" : null },
    el("button", { type: "button", click: () => sort(i) }, column.title)));
  const link = (id) => el("button", { type: "button", class: "link", click: () => page.choose(id) }, el("bdi", {}, page.data.nodes[id].label));

  function sort(index) {
    const down = order?.index === index ? !order.down : Boolean(columns[index].number);
    order = { index, down };
    heads.forEach((head, i) => (i === index ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    draw(rows);
  }

  function ordered() {
    if (!order) return rows;
    const value = columns[order.index].sort ?? columns[order.index].value;
    const { compare } = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
    const keyed = rows.map((row) => [value(row), row]);
    keyed.sort(([a], [b]) => (typeof a === "number" ? a - b : compare(a, b)) * (order.down ? -1 : 1));
    return keyed.map(([, row]) => row);
  }

  function cell(column, row) {
    const ids = column.ids?.(row) ?? [];
    const inside = ids.length ? ids.flatMap((id, i) => [i ? "; " : "", link(id)]) : [el("bdi", {}, String(column.value(row)))];
    return el("td", { class: column.number ? "number" : column.long ? "long" : null }, ...inside);
  }

  /** A row is marked where it is what is chosen, or an assignment of what is chosen. */
  function isCurrent(row) {
    const { selected } = page.state;
    return selected !== null && (row.owners ? row.recommendation === selected || row.owners.includes(selected) : row.id === selected);
  }

  function draw(given) {
    rows = given;
    const shown = ordered().slice(0, most);
    const part = shown.length < rows.length ? `the first ${inFigures(shown.length)} of ` : "";
    caption.textContent = `${title} (${part}${inFigures(rows.length)})`;
    body.replaceChildren(...shown.map((row) => el("tr", { "aria-current": isCurrent(row) ? "true" : null }, ...columns.map((column) => cell(column, row)))));
    if (!rows.length) body.append(el("tr", {}, el("td", { colspan: columns.length }, "Nothing here: take a filter off, or the words above.")));
    more.hidden = shown.length === rows.length;
    more.textContent = rows.length - most > 10 * AT_ONCE ? `Show ${inFigures(10 * AT_ONCE)} more` : `Show all ${inFigures(rows.length)}`;
  }

  /** The keyboard stays with the first of the new rows. */
  function grow(to) {
    const first = most;
    most = to;
    draw(rows);
    body.rows[first]?.querySelector("button")?.focus();
  }

  const table = el("table", {}, caption, el("thead", {}, el("tr", {}, ...heads)), body);
  const element = el("div", {}, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table), more);
  return { element, draw, csv: () => csvOf(columns, ordered()), whole(on) { most = on ? Infinity : AT_ONCE; draw(rows); } };
}

/** Make the tables in `container`, one to a tab; the words in the field narrow the one that is open. */
function makeTables(container, page) {
  const tabs = registerOf(page).map((given, i) => ({ ...given, ...sortable(page, given), i }));
  let open = tabs[0];
  const field = el("input", { type: "search", id: "narrow", input: () => draw() });
  const said = el("p", { class: "quiet", role: "status" });
  const saving = el("button", { type: "button", click: () => download(`${open.title.toLowerCase().replaceAll(" ", "-")}.csv`, open.csv(), "text/csv;charset=utf-8") }, "Download CSV");
  const heads = tabs.map((tab) => el("button", { type: "button", role: "tab", id: `tab-${tab.i}`, "aria-controls": `sheet-${tab.i}`, click: () => turn(tab), keydown: (event) => step(event, tab) }));
  const sheets = tabs.map((tab) => el("div", { role: "tabpanel", id: `sheet-${tab.i}`, "aria-labelledby": `tab-${tab.i}`, class: "tabpane" }, tab.element));

  function turn(tab, focus = false) {
    open = tab;
    field.value = "";
    draw();
    if (focus) heads[tab.i].focus();
  }

  function step(event, tab) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    turn(tabs[(tab.i + by + tabs.length) % tabs.length], true);
  }

  function narrowed({ rows, columns }) {
    const query = fold(field.value);
    const all = rows();
    return query.length ? all.filter((row) => nameMatches(columns.map(({ value }) => value(row)).join(" "), query)) : all;
  }

  function draw() {
    for (const tab of tabs) {
      const isOpen = tab === open;
      heads[tab.i].setAttribute("aria-selected", String(isOpen));
      heads[tab.i].tabIndex = isOpen ? 0 : -1;
      heads[tab.i].textContent = `${tab.title} (${inFigures(tab.rows().length)})`;
      sheets[tab.i].classList.toggle("shut", !isOpen);
    }
    const found = narrowed(open);
    open.draw(found);
    said.textContent = field.value.trim() ? `${plural(found.length, "row")} with these words.` : "";
  }

  container.replaceChildren(
    el("div", { role: "tablist", class: "tabs", "aria-label": "Tables" }, ...heads),
    el("div", { class: "tools" }, el("label", { for: "narrow" }, "Rows with the words "), field, saving, said),
    ...sheets,
  );

  /** On paper all tables stand one after the other, whole; the page says when printing begins and ends. */
  function print(begins) {
    for (const tab of tabs) tab.draw(narrowed(tab === open ? open : { ...tab, rows: tab.rows }));
    for (const tab of tabs) tab.whole(begins);
  }
  return { draw, show: draw, print };
}

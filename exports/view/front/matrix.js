// The matrix: who carries what. Holders down, recommendations across; only what is in sight is in the document.

const MATRIX = { cell: 32, row: 36, total: 56, head: 248, narrowHead: 132, plans: 52, rolledPlans: 148, numbers: 36, spare: 4 };
const HEAD_ROWS = 3;
const HEAD_COLUMNS = 2;

/** Make the matrix in `container`; gives draw, show and toSvg. */
function makeMatrix(container, page) {
  const nodes = page.data.nodes;
  let ranks = null;
  let model = null;
  let lit = null;
  let chosen;
  const active = { row: HEAD_ROWS, column: HEAD_COLUMNS };

  const head = el("div", { class: "matrix-heads", role: "rowgroup" });
  const body = el("div", { class: "matrix-body", role: "rowgroup" });
  const plane = el("div", { class: "matrix-plane", role: "presentation" }, head, body);
  const grid = el("div", { class: "matrix", role: "grid", tabindex: "0", "aria-label": "Who carries what: holders down, recommendations across", "aria-describedby": "matrix-keys" }, plane);
  const note = el("p", { class: "note", hidden: true });
  const scope = el("p", { class: "quiet matrix-scope" });
  const orders = choiceOf("Order", [["load", "By load"], ["likeness", "By likeness"]], () => page.state.order, (value) => { chosen = undefined; page.arrange("order", value); });
  container.replaceChildren(el("div", { class: "grid-tools" }, orders.element, matrixKey()), note, grid, scope,
    el("p", { class: "unseen", id: "matrix-keys" }, "Arrow keys move, Enter chooses, Space opens or closes a plan."));

  const rank = () => (ranks ??= likenessOf(page.data));
  const headWidth = () => (grid.clientWidth < 560 ? MATRIX.narrowHead : MATRIX.head);
  const plansHeight = () => (model.groups.some((group) => !group.open) ? MATRIX.rolledPlans : MATRIX.plans);
  const headHeight = () => plansHeight() + MATRIX.numbers * 2;
  const left = (place) => headWidth() + MATRIX.total + place * MATRIX.cell;
  const rowCount = () => HEAD_ROWS + model.rows.length;
  const columnCount = () => HEAD_COLUMNS + model.columns.length;
  const nameOf = (row) => (row.id === null ? "No owner printed" : nodes[row.id].label);

  /** What a column stands for, in words. */
  function columnName(column) {
    return nodes[column.id].family === "plan" ? nodes[column.plan].label : `${nodes[column.id].label}, ${nodes[column.plan].label}`;
  }

  /** The cells in sight, with a few to spare, as places of columns and rows. */
  function inSight() {
    const width = Math.max(grid.clientWidth - headWidth() - MATRIX.total, MATRIX.cell);
    const height = Math.max(grid.clientHeight - headHeight(), MATRIX.row);
    const firstColumn = Math.max(Math.floor(grid.scrollLeft / MATRIX.cell) - MATRIX.spare, 0);
    const firstRow = Math.max(Math.floor(grid.scrollTop / MATRIX.row) - MATRIX.spare, 0);
    return {
      columns: model.columns.slice(firstColumn, firstColumn + Math.ceil(width / MATRIX.cell) + 2 * MATRIX.spare),
      firstRow,
      rows: model.rows.slice(firstRow, firstRow + Math.ceil(height / MATRIX.row) + 2 * MATRIX.spare),
    };
  }

  /** Make one cell of the grid: `at` is its row and column, counted over heads and totals too. */
  function cellElement(role, at, box, attributes, ...children) {
    const cell = el("div", { role, id: `matrix-${at.row}-${at.column}`, "data-row": at.row, "data-column": at.column, "aria-colindex": at.column + 1, ...attributes }, ...children);
    Object.assign(cell.style, Object.fromEntries(Object.entries(box).map(([side, length]) => [side, `${length}px`])));
    if (at.row === active.row && at.column === active.column) cell.classList.add("active");
    return cell;
  }

  function rowElement(index, top, height, ...children) {
    const row = el("div", { role: "row", "aria-rowindex": index + 1, class: "matrix-row" }, ...children);
    Object.assign(row.style, { top: `${top}px`, height: `${height}px`, width: `${left(model.columns.length)}px` });
    return row;
  }

  function planHead(group) {
    const first = group.columns[0].place;
    const width = group.columns.length * MATRIX.cell;
    const plan = nodes[group.plan];
    const name = el("span", { class: "plan-name" }, ...(group.open ? [plan.label] : plan.short.split("\n")).map((line) => el("bdi", {}, line)));
    if (group.open) Object.assign(name.style, { maxWidth: `${Math.max(width - 8, 24)}px`, left: `${left(0) + 4}px` });
    const said = `${plan.label}: ${plural(group.recommendations.length, "recommendation")}${model.rolled ? (group.open ? ", open" : ", rolled up") : ""}`;
    return cellElement("columnheader", { row: 0, column: HEAD_COLUMNS + first }, { left: left(first), width, height: plansHeight() },
      { class: `plan-head ${group.open ? "open" : "rolled"} ${marks(group.plan)}`, "aria-label": said, "aria-colspan": group.columns.length, "aria-expanded": model.rolled ? String(group.open) : null, "data-id": group.plan }, name);
  }

  function numberHead(column) {
    const node = nodes[column.id];
    const at = { row: 1, column: HEAD_COLUMNS + column.place };
    const box = { left: left(column.place), width: MATRIX.cell, height: MATRIX.numbers };
    if (node.family === "plan") {
      return cellElement("columnheader", at, box, { class: `number-head opener ${marks(column.id)}`, "aria-label": `Open ${node.label}: ${plural(column.of.length, "recommendation")}`, "data-id": column.id }, "+", el("small", {}, String(column.of.length)));
    }
    const number = node.short;
    return cellElement("columnheader", at, box, { class: `number-head ${marks(column.id)}`, "aria-label": `${columnName(column)}, ${ANSWERS[node.fill].toLowerCase()}`, "data-id": column.id },
      el("span", { class: `answer ${node.fill}`, "aria-hidden": "true" }), el("span", { class: number.length > 4 ? "number long" : "number" }, el("bdi", {}, number)));
  }

  /** How a head is marked: as chosen, or as what another view points at. */
  const marks = (id) => `${id !== null && id === page.state.selected ? "chosen" : ""} ${id !== null && id === lit ? "lit" : ""}`;

  const corner = (row, text, height) => cellElement("columnheader", { row, column: 0 }, { width: headWidth(), height }, { class: "corner" }, text);
  const totalHead = (row, text, height) => cellElement("columnheader", { row, column: 1 }, { left: headWidth(), width: MATRIX.total, height }, { class: "corner total" }, text);

  function drawHeads(seen) {
    const groups = model.groups.filter((group) => group.columns.some((column) => seen.columns.includes(column)));
    const all = plansHeight();
    const totals = seen.columns.map((column) => cellElement("gridcell", { row: 2, column: HEAD_COLUMNS + column.place }, { left: left(column.place), width: MATRIX.cell, height: MATRIX.numbers },
      { class: "matrix-cell sum", "aria-label": `${columnName(column)}, all holders: ${cellInWords(column.total)}`, "data-id": column.id }, String(column.total.count), latenessMark(column.total)));
    const sum = model.rows.length ? [...model.columns].reduce((count, column) => count + column.total.count, 0) : 0;
    head.replaceChildren(
      rowElement(0, 0, all, corner(0, "Plan", all), totalHead(0, "All plans", all), ...groups.map(planHead)),
      rowElement(1, all, MATRIX.numbers, corner(1, "Holder", MATRIX.numbers), totalHead(1, "All", MATRIX.numbers), ...seen.columns.map(numberHead)),
      rowElement(2, all + MATRIX.numbers, MATRIX.numbers,
        cellElement("rowheader", { row: 2, column: 0 }, { width: headWidth(), height: MATRIX.numbers }, { class: "corner" }, "All assignments"),
        cellElement("gridcell", { row: 2, column: 1 }, { left: headWidth(), width: MATRIX.total, height: MATRIX.numbers }, { class: "corner total", "aria-label": `All: ${plural(sum, "assignment")}` }, inFigures(sum)), ...totals),
    );
    head.style.height = `${headHeight()}px`;
  }

  function bodyCell(row, index, column) {
    const cell = row.cells.get(column.place);
    const shade = cell ? Math.min(Math.ceil(Math.log2(cell.count + 1)), 4) : 0;
    const kind = `matrix-cell ${cell ? `shade-${shade}` : "none"} ${cell?.joint ? "joint" : ""}`;
    const box = { left: left(column.place), width: MATRIX.cell, height: MATRIX.row };
    return cellElement("gridcell", { row: index, column: HEAD_COLUMNS + column.place }, box,
      { class: kind, "aria-label": `${nameOf(row)}; ${columnName(column)}: ${cellInWords(cell)}` }, ...(cell ? [String(cell.count), latenessMark(cell)] : []));
  }

  function bodyRow(row, place, columns) {
    const index = HEAD_ROWS + place;
    const node = row.id === null ? null : nodes[row.id];
    const name = cellElement("rowheader", { row: index, column: 0 }, { width: headWidth(), height: MATRIX.row },
      { class: `row-head ${marks(row.id)}`, "aria-label": `${nameOf(row)}: ${cellInWords(row.total)}`, "data-id": row.id },
      el("span", { class: `dot ${node?.family ?? "none"} ${node?.mark ?? ""}`, "aria-hidden": "true" }), el("span", { class: "row-name" }, el("bdi", {}, nameOf(row))));
    const total = cellElement("gridcell", { row: index, column: 1 }, { left: headWidth(), width: MATRIX.total, height: MATRIX.row },
      { class: "row-total", "aria-label": `${nameOf(row)}, all: ${cellInWords(row.total)}`, "data-id": row.id }, inFigures(row.total.count), latenessMark(row.total));
    return rowElement(index, place * MATRIX.row, MATRIX.row, name, total, ...columns.map((column) => bodyCell(row, index, column)));
  }

  /** Bands behind the row and column of what is chosen or pointed at, and a line where a plan begins. */
  function bands(seen) {
    const band = (kind, box) => {
      const shown = el("div", { class: `band ${kind}`, role: "presentation" });
      Object.assign(shown.style, Object.fromEntries(Object.entries(box).map(([side, length]) => [side, `${length}px`])));
      return shown;
    };
    const height = model.rows.length * MATRIX.row;
    const starts = model.groups.filter((group) => seen.columns.includes(group.columns[0])).map((group) => band("start", { left: left(group.columns[0].place), top: 0, width: 1, height }));
    const marked = [page.state.selected, lit].filter((id) => id !== null && id !== undefined).flatMap((id) => {
      const kind = id === page.state.selected ? "chosen" : "lit";
      const columns = model.columns.filter((column) => column.id === id || (nodes[id].family === "plan" ? column.plan === id : column.of.includes(id)));
      const rows = model.rows.flatMap((row, place) => (row.id === id ? [place] : []));
      return [
        ...(columns.length ? [band(`${kind} down`, { left: left(columns[0].place), top: 0, width: columns.length * MATRIX.cell, height })] : []),
        ...rows.map((place) => band(`${kind} across`, { left: 0, top: place * MATRIX.row, width: left(model.columns.length), height: MATRIX.row })),
      ];
    });
    return [...starts, ...marked];
  }

  /** Put into the document what is in sight. */
  function render() {
    const seen = inSight();
    drawHeads(seen);
    body.replaceChildren(...bands(seen), ...seen.rows.map((row, i) => bodyRow(row, seen.firstRow + i, seen.columns)));
    Object.assign(body.style, { height: `${model.rows.length * MATRIX.row}px` });
    Object.assign(plane.style, { width: `${left(model.columns.length)}px`, height: `${headHeight() + model.rows.length * MATRIX.row}px` });
    announceActive(grid, "matrix", active);
  }

  function draw() {
    model = matrixCells(page, rank);
    orders.draw();
    active.row = Math.min(active.row, rowCount() - 1);
    active.column = Math.min(active.column, columnCount() - 1);
    grid.setAttribute("aria-rowcount", rowCount());
    grid.setAttribute("aria-colcount", columnCount());
    grid.hidden = !model.columns.length;
    note.hidden = !model.rolled && model.columns.length > 0;
    note.textContent = model.columns.length ? rolledNote() : "Nothing passes the filters. Take one away to see more.";
    scope.textContent = scopeNote();
    if (page.state.selected !== chosen) bringIntoSight(page.state.selected);
    chosen = page.state.selected;
    render();
  }

  function rolledNote() {
    const plans = model.groups.length;
    const open = model.groups.filter((group) => group.open).length;
    return `Rolled up to stay readable: one column for each of ${plural(plans, "plan")}${open ? `, ${open} opened` : ""}. Open a plan at the plus sign over its column.`;
  }

  function scopeNote() {
    const holders = model.rows.filter((row) => row.id !== null).length;
    const joint = model.columns.some((column) => column.total.joint) ? " A joint assignment counts in the row of each of its holders." : "";
    return model.columns.length ? `${plural(holders, "holder")}, ${plural(page.passes.recommendations.size, "recommendation")}, ${plural(model.groups.length, "plan")}.${joint} Overdue as at ${dayNamed(page.state.asAt)}.` : "";
  }

  /** Scroll no more than is needed to see a row and a column (either may be null), given as places in the grid. */
  function reach(row, column) {
    if (row !== null && row >= HEAD_ROWS) {
      const top = (row - HEAD_ROWS) * MATRIX.row;
      grid.scrollTop = Math.max(Math.min(grid.scrollTop, top), top + MATRIX.row + headHeight() - grid.clientHeight);
    }
    if (column !== null && column >= HEAD_COLUMNS) {
      const start = (column - HEAD_COLUMNS) * MATRIX.cell;
      grid.scrollLeft = Math.max(Math.min(grid.scrollLeft, start), start + MATRIX.cell + left(0) - grid.clientWidth);
    }
  }

  function bringIntoSight(id) {
    if (id === null || id === undefined) return;
    const row = model.rows.findIndex((each) => each.id === id);
    const column = model.columns.findIndex((each) => each.id === id || each.plan === id || each.of.includes(id));
    reach(row < 0 ? null : row + HEAD_ROWS, column < 0 ? null : column + HEAD_COLUMNS);
  }

  /** A plan's head spans its columns: its place in the grid is that of its first. */
  function groupAt(column) {
    const place = column - HEAD_COLUMNS;
    return model.groups.find((group) => place >= group.columns[0]?.place && place <= group.columns.at(-1).place);
  }

  function move(down, across) {
    let [row, column] = [active.row + down, active.column + across];
    const group = active.row === 0 && active.column >= HEAD_COLUMNS ? groupAt(active.column) : null;
    if (group && across > 0) column = HEAD_COLUMNS + group.columns.at(-1).place + 1;
    row = Math.max(0, Math.min(row, rowCount() - 1));
    column = Math.max(0, Math.min(column, columnCount() - 1));
    if (row === 0 && column >= HEAD_COLUMNS) column = HEAD_COLUMNS + groupAt(column).columns[0].place;
    goTo(row, column);
  }

  function goTo(row, column) {
    Object.assign(active, { row, column });
    reach(row, column);
    render();
    const current = document.getElementById(`matrix-${row}-${column}`);
    if (current) point(current);
  }

  const KEYS = {
    ArrowUp: () => move(-1, 0), ArrowDown: () => move(1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1),
    PageUp: () => move(-10, 0), PageDown: () => move(10, 0),
    Home: (event) => goTo(event.ctrlKey ? 0 : active.row, 0), End: (event) => goTo(event.ctrlKey ? rowCount() - 1 : active.row, columnCount() - 1),
    Enter: () => take(active.row, active.column), " ": () => toggle(active.column),
  };

  /** Choose what a cell speaks of: a head itself; a cell its recommendation, or the plan where that is rolled up. */
  function take(row, column) {
    if (row < HEAD_ROWS) return column >= HEAD_COLUMNS ? page.choose(row === 0 ? groupAt(column).plan : model.columns[column - HEAD_COLUMNS].id) : undefined;
    const holder = model.rows[row - HEAD_ROWS];
    if (column < HEAD_COLUMNS) return holder.id === null ? undefined : page.choose(holder.id);
    return page.choose(model.columns[column - HEAD_COLUMNS].id);
  }

  function toggle(column) {
    if (model.rolled && column >= HEAD_COLUMNS) page.expand(groupAt(column).plan);
  }

  /** Tell the other views what is pointed at, and show a card beside it. */
  function point(cell, event) {
    const box = cell.getBoundingClientRect();
    const [x, y] = event ? [event.clientX, event.clientY] : [box.right, box.bottom];
    const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
    if (cell.dataset.id) return page.hover(Number(cell.dataset.id), x, y, cell.getAttribute("aria-label"));
    const holder = model.rows[row - HEAD_ROWS];
    return holder?.cells.has(column - HEAD_COLUMNS) && holder.id !== null ? page.hover(holder.id, x, y, cell.getAttribute("aria-label")) : page.hover(null);
  }

  const takeCell = (cell) => (cell.classList.contains("opener") ? toggle(active.column) : take(active.row, active.column));
  steer(grid, page, { active, keys: KEYS, point, take: takeCell, render });
  page.on("hover", ({ id }) => {
    if ((id ?? null) === lit || !model || container.offsetParent === null) return;
    lit = id ?? null;
    render();
  });
  addEventListener("resize", () => { if (model && container.offsetParent !== null) render(); });

  return { draw, show: draw, resize: draw, toSvg: () => matrixSvg(page, matrixCells(page, rank)), toSheets: () => matrixSheets(page, matrixCells(page, rank)) };
}

/** The sign of a cell in which something is overdue or cannot be told: a corner or a question mark, not a colour alone. */
function latenessMark(cell) {
  if (cell.yes) return el("span", { class: "late", "aria-hidden": "true" });
  return cell.unsure ? el("span", { class: "unsure", "aria-hidden": "true" }, "?") : "";
}

/** What the signs in the cells mean. */
function matrixKey() {
  const key = (kind, sign, text) => el("span", { class: "key" }, el("span", { class: `matrix-cell sample ${kind}`, "aria-hidden": "true" }, ...sign), text);
  return el("div", { class: "matrix-key" },
    key("shade-2", ["3"], "assignments"), key("shade-2 joint", ["3"], "some joint"),
    key("shade-2", ["3", latenessMark({ yes: 1 })], "some overdue"), key("shade-2", ["3", latenessMark({ unsure: 1 })], "some that cannot be told"));
}

/** A row of buttons of which one is pressed. */
function choiceOf(name, options, current, choose) {
  const buttons = options.map(([value, text]) => el("button", { type: "button", click: () => choose(value) }, text));
  const element = el("div", { class: "switch", role: "group", "aria-label": name }, ...buttons);
  return { element, draw: () => buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(options[i][0] === current()))) };
}

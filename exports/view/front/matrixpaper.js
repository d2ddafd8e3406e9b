// The matrix on paper: the same cells as shapes, for saving and printing. More than a sheet can hold is cut, and says so.

const MATRIX_PAPER = { rows: 60, columns: 70, cell: 28, row: 26, head: 260, total: 48, plans: 150, numbers: 40, top: 44 };
const SHEET = { width: 1040, height: 690, most: 8 };

/** Draw rows and columns of the matrix as one SVG document; without a choice the upper left corner, as far as it can be read. */
function matrixSvg(page, model, part = { rows: model.rows.slice(0, MATRIX_PAPER.rows), columns: model.columns.slice(0, MATRIX_PAPER.columns) }) {
  const nodes = page.data.nodes;
  const { rows, columns } = part;
  const [firstRow, firstColumn] = [model.rows.indexOf(rows[0]), columns[0]?.place ?? 0];
  const x = (place) => MATRIX_PAPER.head + MATRIX_PAPER.total + (place - firstColumn) * MATRIX_PAPER.cell;
  const y = (place) => MATRIX_PAPER.top + MATRIX_PAPER.plans + MATRIX_PAPER.numbers + place * MATRIX_PAPER.row;
  const end = firstColumn + columns.length;
  const height = y(rows.length) + 44;
  const name = `Who carries what, as at ${dayNamed(page.state.asAt)}`;
  const of = (some, all, first, one, many) => (some.length < all.length ? `${many} ${first + 1} to ${first + some.length} of ${inFigures(all.length)}. ` : "");
  const cut = of(rows, model.rows, firstRow, "row", "Rows") + of(columns, model.columns, firstColumn, "column", "Columns");
  const groups = model.groups.filter((group) => group.columns[0].place < end && group.columns.at(-1).place >= firstColumn);
  const shapes = [
    { tag: "text", x: 0, y: 20, fill: "ink", "font-size": 17, "font-weight": 650, text: name },
    ...groups.flatMap((group) => planOnPaper(group, firstColumn, end, nodes, x, y, rows.length)),
    ...columns.flatMap((column) => numberOnPaper(column, nodes, x)),
    ...rows.flatMap((row, place) => rowOnPaper(row, place, columns, nodes, x, y, end)),
    { tag: "text", x: 0, y: height - 12, fill: "soft", text: `${cut}Number: assignments. Double frame: joint. Corner: overdue. Question mark: cannot be told.` },
  ];
  return shapesToSvg(Math.max(x(end) + 24, 760), height, name, shapes);
}

/** Cut the matrix into sheets of paper, the heads on each; gives at most so many and how many more there would be. */
function matrixSheets(page, model) {
  const rowsEach = Math.floor((SHEET.height - MATRIX_PAPER.top - MATRIX_PAPER.plans - MATRIX_PAPER.numbers - 44) / MATRIX_PAPER.row);
  const columnsEach = Math.floor((SHEET.width - MATRIX_PAPER.head - MATRIX_PAPER.total - 24) / MATRIX_PAPER.cell);
  const parts = inParts(model.rows, rowsEach).flatMap((rows) => inParts(model.columns, columnsEach).map((columns) => ({ rows, columns })));
  const shown = parts.filter(({ rows, columns }) => rows.some((row) => columns.some((column) => row.cells.has(column.place))));
  return { sheets: shown.slice(0, SHEET.most).map((part) => matrixSvg(page, model, part)), more: Math.max(shown.length - SHEET.most, 0) };
}

/** A list in parts of nearly equal length, none longer than `most`. */
function inParts(list, most) {
  const count = Math.ceil(list.length / most);
  return Array.from({ length: count }, (_, i) => list.slice(Math.round((i * list.length) / count), Math.round(((i + 1) * list.length) / count)));
}

function planOnPaper(group, start, end, nodes, x, y, rows) {
  const first = Math.max(group.columns[0].place, start);
  const last = Math.min(group.columns.at(-1).place, end - 1);
  const middle = (x(first) + x(last + 1)) / 2;
  const foot = MATRIX_PAPER.top + MATRIX_PAPER.plans - 6;
  return [
    { tag: "line", x1: x(first), x2: x(first), y1: foot, y2: y(rows), stroke: "edge" },
    { tag: "text", x: middle + 4, y: foot, transform: `rotate(-90 ${middle + 4} ${foot})`, fill: "ink", "font-weight": group.open ? 650 : 400, text: cutTo(nodes[group.plan].label, 22) },
  ];
}

function numberOnPaper(column, nodes, x) {
  const node = nodes[column.id];
  const [middle, top] = [x(column.place) + MATRIX_PAPER.cell / 2, MATRIX_PAPER.top + MATRIX_PAPER.plans];
  const number = { tag: "text", x: middle, y: top + 32, "text-anchor": "middle", fill: "ink", "font-size": 11, text: node.family === "plan" ? `(${column.of.length})` : cutTo(node.short, 6) };
  if (node.family === "plan") return [number];
  const box = { tag: "rect", x: middle - 5, width: 10 };
  return [
    { ...box, y: top + 6, height: 10, fill: node.fill === "agreed" ? "recommendation" : "none", stroke: "recommendation", "stroke-width": 1.6, "stroke-dasharray": node.fill === "none" ? "2 2" : undefined },
    ...(node.fill === "partly" ? [{ ...box, y: top + 11, height: 5, fill: "recommendation" }] : []),
    number,
  ];
}

function rowOnPaper(row, place, columns, nodes, x, y, end) {
  const label = row.id === null ? "No owner printed" : nodes[row.id].label;
  const base = y(place) + MATRIX_PAPER.row / 2 + 4.5;
  const cells = columns.filter((column) => row.cells.has(column.place)).flatMap((column) => cellOnPaper(row.cells.get(column.place), x(column.place), y(place)));
  return [
    { tag: "line", x1: 0, x2: x(end), y1: y(place), y2: y(place), stroke: "rule" },
    { tag: "text", x: 0, y: base, fill: "ink", text: cutTo(label, 38) },
    { tag: "text", x: MATRIX_PAPER.head + MATRIX_PAPER.total - 12, y: base, "text-anchor": "end", fill: "ink", "font-weight": 650, text: inFigures(row.total.count) },
    ...cells,
  ];
}

function cellOnPaper(cell, x, y) {
  const shade = Math.min(Math.ceil(Math.log2(cell.count + 1)), 4);
  const ink = shade > 2 ? "on-dark" : "ink";
  const [w, h] = [MATRIX_PAPER.cell, MATRIX_PAPER.row];
  const frame = { tag: "rect", rx: 3, fill: "none", stroke: ink, x: x + 3.5, y: y + 3.5, width: w - 7, height: h - 7 };
  return [
    { tag: "rect", x: x + 1, y: y + 1, width: w - 2, height: h - 2, rx: 3, fill: `shade-${shade}` },
    ...(cell.joint ? [frame] : []),
    { tag: "text", x: x + w / 2, y: y + h / 2 + 4.5, "text-anchor": "middle", fill: ink, text: String(cell.count) },
    ...(cell.yes ? [{ tag: "path", d: `M${x + w - 11} ${y + 1}h10v10z`, fill: shade > 2 ? "on-dark" : "late" }] : []),
    ...(!cell.yes && cell.unsure ? [{ tag: "text", x: x + w - 8, y: y + 10, fill: ink, "font-size": 10, "font-weight": 700, text: "?" }] : []),
  ];
}

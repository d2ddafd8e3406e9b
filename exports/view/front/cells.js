// What stands in the matrix: holders down, recommendations across under their plans, and what meets in each cell.

const MOST_COLUMNS = 120;
const WORST_FIRST = ["yes", "cannot tell", "no"];

const isHolder = (node) => node.family === "post" || node.family === "body";

/** The place of every holder, recommendation and plan by likeness, over all that the page holds. */
function likenessOf(data) {
  const weights = new Map();
  const tie = (row, column) => weights.set(`${row} ${column}`, { row, column, weight: (weights.get(`${row} ${column}`)?.weight ?? 0) + 1 });
  for (const item of data.assignments) {
    for (const owner of item.owners) {
      tie(owner, item.recommendation);
      tie(owner, item.plan);
    }
  }
  return likeness([...weights.values()].sort((a, b) => a.row - b.row || a.column - b.column));
}

/** The columns under their plans; a plan that is rolled up is one column. */
function columnGroups(page, rank) {
  const nodes = page.data.nodes;
  const order = (ids) => (rank ? ids.sort((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || a - b) : ids);
  const byPlan = new Map();
  for (const node of nodes) {
    if (node.family !== "recommendation" || !page.passes.recommendations.has(node.id)) continue;
    const plan = node.plans[0];
    if (!byPlan.has(plan)) byPlan.set(plan, []);
    byPlan.get(plan).push(node.id);
  }
  const rolled = page.passes.recommendations.size > MOST_COLUMNS && byPlan.size > 1;
  const plans = order(nodes.filter((node) => byPlan.has(node.id)).map((node) => node.id));
  if (rolled && !rank) plansOfTheHeaviestFirst(plans, page);
  const groups = plans.map((plan) => {
    const open = !rolled || page.state.expanded.has(plan);
    const recommendations = order(byPlan.get(plan));
    return { plan, open, recommendations, columns: open ? recommendations.map((id) => ({ id, plan, of: [id] })) : [{ id: plan, plan, of: recommendations }] };
  });
  return { groups, rolled };
}

/** Among hundreds of plans, those of the heaviest holders come first, or the first screen would be empty. */
function plansOfTheHeaviestFirst(plans, { data, passes }) {
  const heaviest = data.nodes.filter((node) => isHolder(node) && passes.nodes.has(node.id)).sort((a, b) => b.load - a.load || b.plans.length - a.plans.length || a.id - b.id);
  const place = new Map();
  for (const plan of heaviest.flatMap((node) => node.plans)) if (!place.has(plan)) place.set(plan, place.size);
  plans.sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || a - b);
}

function emptyCell() {
  return { count: 0, actions: 0, joint: 0, late: "no", yes: 0, unsure: 0, items: [] };
}

function addToCell(cell, id, item, late) {
  cell.count += 1;
  cell.actions += item.actions ?? 0;
  cell.joint += item.owners.length > 1 ? 1 : 0;
  cell.yes += late === "yes" ? 1 : 0;
  cell.unsure += late === "cannot tell" ? 1 : 0;
  cell.late = WORST_FIRST.find((answer) => answer === late || answer === cell.late);
  cell.items.push(id);
}

/**
 * Give rows, column groups, columns and cells of what passes the filters; holders by load or by likeness. A row without an
 * id holds what no owner is printed for, so that the totals hold every assignment.
 */
function matrixCells(page, ranks) {
  const rank = page.state.order === "likeness" ? ranks() : null;
  const { groups, rolled } = columnGroups(page, rank);
  const columns = groups.flatMap((group) => group.columns);
  columns.forEach((column, place) => { column.place = place; column.total = emptyCell(); });
  const columnOf = new Map(columns.flatMap((column) => column.of.map((id) => [id, column])));
  const rows = new Map();
  const rowOf = (id) => {
    if (!rows.has(id)) rows.set(id, { id, cells: new Map(), total: emptyCell() });
    return rows.get(id);
  };
  page.data.assignments.forEach((item, id) => {
    const column = columnOf.get(item.recommendation);
    if (!column || !page.passes.assignments.has(id)) return;
    const late = page.overdue(item);
    addToCell(column.total, id, item, late);
    for (const owner of item.owners.length ? item.owners : [null]) {
      if (owner !== null && !page.passes.nodes.has(owner)) continue;
      const row = rowOf(owner);
      if (!row.cells.has(column.place)) row.cells.set(column.place, emptyCell());
      addToCell(row.cells.get(column.place), id, item, late);
      addToCell(row.total, id, item, late);
    }
  });
  return { rows: rowsInOrder([...rows.values()], rank, page.data.nodes), groups, columns, rolled };
}

function rowsInOrder(rows, rank, nodes) {
  const last = (row) => (row.id === null ? 1 : 0);
  const byLoad = (a, b) => b.total.count - a.total.count || nodes[b.id].plans.length - nodes[a.id].plans.length || a.id - b.id;
  const byRank = (a, b) => rank.get(a.id) - rank.get(b.id);
  return rows.sort((a, b) => last(a) - last(b) || (a.id === null || b.id === null ? 0 : rank ? byRank(a, b) : byLoad(a, b)));
}

/** What a cell says, as one line: "3 assignments, 1 of them joint, 2 overdue". */
function cellInWords(cell) {
  if (!cell?.count) return "nothing";
  return [
    plural(cell.count, "assignment"),
    cell.actions ? plural(cell.actions, "action") : null,
    cell.joint ? (cell.joint === cell.count ? "joint" : `${cell.joint} joint`) : null,
    cell.yes ? `${cell.yes} overdue` : null,
    cell.unsure ? `${cell.unsure} cannot be told` : null,
  ].filter(Boolean).join(", ");
}

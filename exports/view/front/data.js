// The data: what the page holds, decoded once, with the lists that every view asks for.

/** Decode the payload: nodes, assignments and ties by number, what hangs on each node, and drawings by name. */
function decode(text) {
  const data = JSON.parse(text);
  data.ties = data.nodes.map(() => []);
  data.held = data.nodes.map(() => []);
  data.named = data.nodes.map(() => []);
  data.byKey = new Map(data.nodes.map((node) => [node.key, node.id]));
  data.planDays = new Map(data.plans.map((days) => [days.id, days]));
  for (const edge of data.edges) {
    data.ties[edge.source].push(edge);
    data.ties[edge.target].push(edge);
    if (edge.kind === "mentions") data.named[edge.target].push(edge.source);
  }
  data.assignments.forEach((item, id) => Object.assign(item, dated(item), { id, programmes: data.named[item.recommendation] }));
  for (const item of data.assignments) for (const id of new Set([item.recommendation, item.plan, ...item.owners])) data.held[id].push(item);
  return data;
}

/** What the last update says of an assignment: its state, and the new date where it prints one. */
function dated({ update }) {
  const revised = update?.kind ? { from: update.from, to: update.to, kind: update.kind, printed: update.printed, due: update.due } : null;
  return { state: update ? update.state : null, revised };
}

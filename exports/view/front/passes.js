// What passes the filters: assignments, the recommendations that they are for, and the nodes that these hang on.

const HOLDERS = new Set(["post", "body"]);

/** The days between which an assignment falls due, by its last word; null where no target is printed: what is
    completed has a day, but none to come. */
function spanOf({ revised, dueKind, from, to }) {
  const last = [revised, { kind: dueKind, from, to }].find((date) => date && date.kind !== "completed" && (date.from || date.to));
  return last ? [last.from ?? last.to, last.to ?? last.from] : null;
}

const letsAny = (allowed, ids) => !allowed || ids.some((id) => allowed.has(id));

/** What each filter asks of an assignment or, where the second function is given, of a recommendation. */
const ASKS = {
  plan: (allowed, data, demand) => allowed.has(demand.plans[0]),
  body: (allowed, data, demand) => allowed.has(data.nodes[demand.plans[0]].body),
  status: (allowed, data, demand) => allowed.has(demand.fill),
  programme: (allowed, data, demand) => letsAny(allowed, data.named[demand.id]),
};

/** The recommendations that pass the filters that ask about themselves; `but` names one to leave out. */
function demandsOf(data, filters, but = null) {
  const asked = Object.entries(ASKS).filter(([name]) => name !== but && filters[name]);
  return data.nodes.filter((node) => node.family === "recommendation" && asked.every(([name, asks]) => asks(filters[name], data, node)));
}

/** Whether an assignment passes the filters that ask about owners and dates; `but` names one to leave out. */
function dutyPasses(filters, item, but = null) {
  if (but !== "owner" && !letsAny(filters.owner, item.owners)) return false;
  if (but === "dates" || (!filters.from && !filters.to)) return true;
  const span = spanOf(item);
  return span !== null && (!filters.from || span[1] >= filters.from) && (!filters.to || span[0] <= filters.to);
}

/** Whether a filter that is set asks about assignments, so that a recommendation passes only by one of them. */
const asksDuties = (filters, but = null) => Boolean((filters.owner && but !== "owner") || ((filters.from || filters.to) && but !== "dates"));

/** Work out what passes; `but` leaves one filter out, to count what its choices would leave. */
function sift(data, filters, but = null) {
  const open = new Set(demandsOf(data, filters, but).map((node) => node.id));
  const assignments = new Set(data.assignments.filter((item) => open.has(item.recommendation) && dutyPasses(filters, item, but)).map((item) => item.id));
  if (!asksDuties(filters, but)) return { assignments, recommendations: open };
  return { assignments, recommendations: new Set([...assignments].map((id) => data.assignments[id].recommendation)) };
}

/** Every node that something which passes hangs on; a node on which nothing ever hangs passes while its plans do. */
function nodesOf(data, filters, { assignments, recommendations }) {
  const kept = new Set(recommendations);
  for (const id of recommendations) for (const other of [data.nodes[id].plans[0], ...data.named[id]]) kept.add(other);
  for (const id of assignments) for (const owner of data.assignments[id].owners) kept.add(owner);
  const unset = !asksDuties(filters) && !Object.keys(ASKS).some((name) => filters[name]);
  for (const node of data.nodes) if (unset || (node.family === "organisation" && node.plans.some((plan) => kept.has(plan)))) kept.add(node.id);
  return filters.kind ? new Set([...kept].filter((id) => filters.kind.has(data.nodes[id].mark))) : kept;
}

/** Of what passes, only the neighbourhood of one node: its recommendations, and all that hangs on these. */
function nearOnly(data, { assignments, recommendations, nodes }, focus) {
  const node = data.nodes[focus];
  const theirs = data.nodes.filter((other) => other.family === "recommendation" && (other.id === focus || other.plans[0] === focus));
  const tied = data.ties[focus].flatMap((edge) => [edge.source, edge.target]);
  const near = new Set([...theirs.map((other) => other.id), ...tied]);
  const demands = new Set([...recommendations].filter((id) => near.has(id)));
  const duties = new Set([...assignments].filter((id) => demands.has(data.assignments[id].recommendation)));
  const kept = new Set([focus, ...node.plans, ...demands, ...tied]);
  for (const id of duties) for (const owner of data.assignments[id].owners) kept.add(owner);
  for (const id of demands) for (const other of [data.nodes[id].plans[0], ...data.named[id]]) kept.add(other);
  return { assignments: duties, recommendations: demands, nodes: new Set([...kept].filter((id) => id === focus || nodes.has(id))) };
}

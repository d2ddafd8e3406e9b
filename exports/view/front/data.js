// The data: what the page holds, decoded once, with the lists that every view asks for. Facts wait until they are asked for.

const NODE_TEXTS = ["key", "family", "kind", "mark", "fill", "label", "short"];
const DUTY_TEXTS = ["due", "printedDue", "dueKind", "from", "to"];
const UPDATE_TEXTS = ["asAt", "kind", "from", "to", "due", "printed", "state"];

/** Decode both parts: nodes, assignments and ties by number, what hangs on each node, and drawings by name. */
async function decode(drawn, evidence) {
  const [data, proof] = await Promise.all([unpack(drawn).then(JSON.parse), unpack(evidence)]);
  const read = backwards(data.texts);
  const facts = makeEvidence(proof, data.texts, data.nodes.key.length);
  data.nodes = readNodes(data.nodes, read, facts);
  data.assignments = readDuties(data.assignments, read, facts);
  data.edges = readEdges(data.edges, read);
  data.planDays = new Map(data.plans.map(([id, known, said, replaced]) => [id, { known, said, replaced }]));
  data.organisations = data.organisations.map(([id, from, to]) => ({ id, from, to }));
  Object.defineProperty(data, "quotes", { get: () => facts().quotes });
  return joined(data);
}

const column = (values, read) => values.map(read);

function readNodes(columns, read, facts) {
  const [key, family, kind, mark, fill, label, short] = NODE_TEXTS.map((name) => column(columns[name], read));
  const forms = columns.forms.map((said) => said.map(read));
  const { load, plans, body } = columns;
  class Thing {
    constructor(id) {
      Object.assign(this, { id, key: key[id], family: family[id], kind: kind[id], mark: mark[id], fill: fill[id], label: label[id], short: short[id] });
      Object.assign(this, { forms: forms[id], load: load[id], plans: plans[id], body: body[id] });
    }

    get facts() { return facts().nodes[this.id]; }
  }
  return key.map((_, id) => new Thing(id));
}

function readDuties(columns, read, facts) {
  const [demands, plans] = [summed(columns.recommendation), summed(columns.plan)];
  const [due, printedDue, dueKind, from, to] = DUTY_TEXTS.map((name) => column(columns[name], read));
  const updates = columns.update.map((said) => (said.length ? Object.fromEntries(said.map((each, i) => [UPDATE_TEXTS[i], read(each)])) : null));
  const { owners, actions, certain } = columns;
  class Duty {
    constructor(id) {
      Object.assign(this, { id, recommendation: demands[id], plan: plans[id], owners: owners[id], actions: actions[id], certain: certain[id] === 1 });
      Object.assign(this, { due: due[id], printedDue: printedDue[id], dueKind: dueKind[id], from: from[id], to: to[id] });
      Object.assign(this, { update: updates[id], ...dated(updates[id]) });
    }

    get facts() { return facts().duties[this.id]; }
  }
  return demands.map((_, id) => new Duty(id));
}

function readEdges(columns, read) {
  const [sources, targets] = [summed(columns.source), summed(columns.target)];
  return columns.kind.map((kind, i) => ({ source: sources[i], target: targets[i], kind: read(kind), weight: columns.weight[i] }));
}

/** What the last update says of an assignment: its state, and the new date where it prints one. */
function dated(update) {
  const revised = update?.kind ? { from: update.from, to: update.to, kind: update.kind, printed: update.printed, due: update.due } : null;
  return { state: update ? update.state : null, revised };
}

/** Join what belongs together: ties and assignments of each node, and the things that a recommendation names. */
function joined(data) {
  data.ties = data.nodes.map(() => []);
  data.held = data.nodes.map(() => []);
  data.named = data.nodes.map(() => []);
  data.byKey = new Map(data.nodes.map((node) => [node.key, node.id]));
  for (const edge of data.edges) {
    data.ties[edge.source].push(edge);
    data.ties[edge.target].push(edge);
    if (edge.kind === "mentions") data.named[edge.target].push(edge.source);
  }
  for (const item of data.assignments) {
    item.programmes = data.named[item.recommendation];
    for (const id of new Set([item.recommendation, item.plan, ...item.owners])) data.held[id].push(item);
  }
  return data;
}

/** Facts and quotes, read when a panel first asks for them. */
const makeEvidence = (text, known, nodes) => atNeed(() => readEvidence(JSON.parse(text), known, nodes));

function readEvidence({ texts, facts, text, rule, place }, known, nodes) {
  const read = backwards([...known, ...texts], known.length);
  const quote = backwards(text.map((_, i) => i));
  const all = facts.map((list) => list.map(([words, links, quotes]) => {
    const [term, value, printed, inferred] = words.map(read);
    return { term, value, printed, inferred, links, quotes: quotes.map(quote) };
  }));
  const [said, rules] = [column(text, read), column(rule, read)];
  const places = place.map((parts) => parts.map(read).join(", "));
  return { nodes: all.slice(0, nodes), duties: all.slice(nodes), quotes: said.map((each, i) => ({ text: each, rule: rules[i], place: places[i] })) };
}

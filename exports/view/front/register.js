// What the table's tabs hold: for each kind of thing its columns. A column gives a value to sort and write by, and may
// give cells with links; numbers stand at the right.

const listed = (data, ids) => ids.map((id) => data.nodes[id].label).join("; ");
const STATES = { complete: "complete", open: "open", closed: "closed", unknown: "not said" };

/** The tabs, each with its title, the rows that pass, and its columns. */
function registerOf(page) {
  const { data } = page;
  const name = { title: "Name", value: (node) => node.label, ids: (node) => [node.id] };
  const kind = { title: "Kind", value: (node) => node.kind };
  const duties = (node) => data.held[node.id].filter((item) => page.passes.assignments.has(item.id));
  const count = (title, of) => ({ title, number: true, value: (node) => new Set(of(node)).size });
  const days = new Map(data.organisations.map((each) => [each.id, each]));
  const nodes = (...families) => () => data.nodes.filter((node) => families.includes(node.family) && page.passes.nodes.has(node.id));
  const body = { title: "Body", value: (node) => (node.body === null ? "" : data.nodes[node.body].label), ids: (node) => (node.body === null ? [] : [node.body]) };
  const late = { title: "Overdue", number: true, value: (node) => duties(node).filter((item) => page.overdue(item) === "yes").length };
  const assigned = count("Assignments", duties);
  const demands = (node) => duties(node).map((item) => item.recommendation);
  const naming = (node) => data.ties[node.id].filter((edge) => edge.kind === "mentions").map((edge) => edge.target).filter((id) => page.passes.recommendations.has(id));
  const asked = (node) => [...page.passes.recommendations].filter((id) => data.nodes[id].plans[0] === node.id);
  const answered = (title, fill) => count(title, (node) => asked(node).filter((id) => data.nodes[id].fill === fill));
  const owners = (items) => [...new Set(items.flatMap((item) => item.owners))];

  return [
    { title: "Owners", rows: nodes("post", "body"), columns: [name, kind, body, assigned, count("Recommendations", demands), count("Plans", (node) => duties(node).map((item) => item.plan)), late] },
    { title: "Recommendations", rows: nodes("recommendation"), columns: [
      name, { title: "Plan", value: (node) => listed(data, node.plans), ids: (node) => node.plans },
      { title: "Answer", value: (node) => ANSWERS[node.fill] }, { title: "What it says", long: true, value: (node) => node.forms[0] ?? "" },
      { title: "Owners", value: (node) => listed(data, owners(duties(node))), ids: (node) => owners(duties(node)) },
      { title: "Names", value: (node) => listed(data, data.named[node.id]), ids: (node) => data.named[node.id] }, assigned, late] },
    { title: "Assignments", rows: () => data.assignments.filter((item) => page.passes.assignments.has(item.id)), columns: [
      { title: "Owner", value: (item) => listed(data, item.owners) || "none printed", ids: (item) => item.owners },
      { title: "Recommendation", value: (item) => data.nodes[item.recommendation].label, ids: (item) => [item.recommendation] },
      { title: "Plan", value: (item) => data.nodes[item.plan].label, ids: (item) => [item.plan] },
      { title: "Date as printed", value: (item) => item.printedDue },
      { title: "Read as", value: (item) => item.due, sort: (item) => item.to ?? item.from ?? "9999" },
      { title: "Revised", value: (item) => item.revised?.due ?? "", sort: (item) => item.revised?.to ?? item.revised?.from ?? "9999" },
      { title: "State", value: (item) => STATES[item.state] ?? "" },
      { title: "Overdue", value: (item) => page.overdue(item) ?? "plan not in force" }] },
    { title: "Plans", rows: nodes("plan"), columns: [name, body, count("Recommendations", asked), answered("Agreed", "agreed"), answered("Partly agreed", "partly"), answered("Not agreed", "not"), assigned, count("Owners", (node) => owners(duties(node))), late] },
    { title: "Programmes and systems", rows: nodes("thing"), columns: [name, kind, count("Recommendations", naming), count("Plans", (node) => naming(node).map((id) => data.nodes[id].plans[0]))] },
    { title: "Organisations", rows: nodes("organisation"), columns: [name, kind, { title: "From", value: (node) => days.get(node.id)?.from ?? "" }, { title: "Until", value: (node) => days.get(node.id)?.to ?? "" },
      count("Plans about it", (node) => node.plans), count("Owners in it", (node) => data.nodes.filter((other) => other.body === node.id && (other.family === "post" || other.family === "body")).map((other) => other.id))] },
  ];
}

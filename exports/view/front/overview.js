// The overview: what the whole page says before anything is chosen. Who carries most, who spans plans, what is overdue.

const MOST_RANKED = 8;
const MOST_SPANNING = 10;

/** Give the parts of the overview; `named` makes a link to a node. */
function overviewParts(page, named) {
  const { nodes } = page.data;
  const holders = nodes.filter((node) => isHolder(node) && node.load).sort((a, b) => b.load - a.load || a.id - b.id);
  return [
    el("h2", { tabindex: "-1" }, "Who carries most"),
    el("p", { class: "quiet" }, "Assignments: an owner printed with a date. Choose a name to see the words that say so."),
    holders.length ? rankedHolders(holders.slice(0, MOST_RANKED), named) : el("p", {}, "No owner is printed."),
    ...spanningParts(nodes, holders, named),
    ...overdueParts(page, named),
  ];
}

function rankedHolders(list, named) {
  const most = list[0].load;
  return el("ol", { class: "ranking" }, ...list.map((node) => {
    const bar = el("span", { class: `load ${node.family}`, "aria-hidden": "true" });
    bar.style.width = `${(100 * node.load) / most}%`;
    return el("li", {}, named(node.id), el("span", { class: "count" }, inFigures(node.load)), bar);
  }));
}

function spanningParts(nodes, holders, named) {
  if (nodes.filter((node) => node.family === "plan").length < 2) return [];
  const spanning = holders.filter((node) => node.plans.length > 1).sort((a, b) => b.plans.length - a.plans.length || b.load - a.load || a.id - b.id);
  const more = spanning.length - MOST_SPANNING;
  return [
    el("h2", {}, "Who spans plans"),
    ...(spanning.length
      ? [el("ul", { class: "links" }, ...spanning.slice(0, MOST_SPANNING).map((node) => el("li", {}, named(node.id), ` (${plural(node.plans.length, "plan")})`)))]
      : [el("p", { class: "quiet" }, "Nobody: every holder is named in one plan only.")]),
    ...(more > 0 ? [el("p", { class: "quiet" }, `and ${plural(more, "more holder")}: the table sorts them by plans.`)] : []),
  ];
}

/** How many assignments are overdue, not overdue or cannot be told as at the date, and the plans with most of them. */
function overdueParts(page, named) {
  const counts = { yes: 0, no: 0, "cannot tell": 0 };
  const byPlan = new Map();
  for (const item of page.data.assignments) {
    const answer = page.overdue(item);
    if (answer === null) continue;
    counts[answer] += 1;
    if (answer === "yes") byPlan.set(item.plan, (byPlan.get(item.plan) ?? 0) + 1);
  }
  const judged = counts.yes + counts.no + counts["cannot tell"];
  if (!judged) return [];
  const plans = [...byPlan].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_RANKED);
  return [
    el("h2", {}, `Overdue as at ${dayNamed(page.state.asAt)}`),
    el("p", { class: "overdue-counts" }, `${inFigures(counts.yes)} of ${plural(judged, "assignment")}; for ${inFigures(counts["cannot tell"])} it cannot be told.`),
    el("ul", { class: "links" }, ...plans.map(([id, count]) => el("li", {}, named(id), ` (${inFigures(count)} overdue)`))),
    el("p", {}, el("span", { class: "inferred" }, "inferred: last target day before that date, not said to be done")),
  ];
}

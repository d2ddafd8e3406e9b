// What stands in the timeline: groups (plans or bodies), in them posts or recommendations, on each line what was promised.

const MOST_LINES = 60;
const LANE = 20;

/** Assignments that say the same on one line are one mark with a number. */
const saysTheSame = (item, late) => [item.dueKind, item.from, item.to, item.revised?.from, item.revised?.to, item.revised?.kind, item.state, late].join("|");

/** Give the groups with their lines: {id, lines: [{id, promises: [{items, item, late}]}]}, in the order of the page. */
function promisesOf(page) {
  const { lines: subject, groups: grouping } = page.state;
  const nodes = page.data.nodes;
  const groups = new Map();
  page.data.assignments.forEach((item, id) => {
    if (!page.passes.assignments.has(id)) return;
    const subjects = subject === "recommendation" ? [item.recommendation] : item.owners.length ? item.owners.filter((owner) => page.passes.nodes.has(owner)) : [null];
    const late = page.overdue(item);
    for (const each of subjects) {
      const group = groupOfPromise(item, each, grouping, nodes);
      if (!groups.has(group)) groups.set(group, new Map());
      const lines = groups.get(group);
      if (!lines.has(each)) lines.set(each, new Map());
      const promises = lines.get(each);
      const key = saysTheSame(item, late);
      if (!promises.has(key)) promises.set(key, { items: [], item, late });
      promises.get(key).items.push(id);
    }
  });
  return inPageOrder([...groups].map(([id, lines]) => ({ id, lines: inPageOrder([...lines].map(([line, promises]) => ({ id: line, promises: [...promises.values()] }))) })));
}

/** A post's body is its own; a recommendation's that of its plan. */
function groupOfPromise(item, subject, grouping, nodes) {
  if (grouping === "plan") return item.plan;
  const speaks = subject === null || nodes[subject].family === "recommendation" ? item.plan : subject;
  return nodes[speaks].body ?? (nodes[speaks].family === "body" ? speaks : null);
}

const inPageOrder = (list) => list.sort((a, b) => (a.id === null) - (b.id === null) || a.id - b.id);

/** How many promises fall into each month of a group; a revised day counts, since it is the one that holds. */
function monthCounts(group) {
  const counts = new Map();
  const seen = new Set();
  let undated = 0;
  for (const promise of group.lines.flatMap((line) => line.promises)) {
    const day = promise.item.revised?.to ?? promise.item.to ?? promise.item.from;
    for (const id of promise.items.filter((each) => !seen.has(each))) {
      seen.add(id);
      if (!day) {
        undated += 1;
        continue;
      }
      const month = Math.floor(monthOf(day));
      const count = counts.get(month) ?? { all: 0, late: 0 };
      counts.set(month, { all: count.all + 1, late: count.late + (promise.late === "yes" ? 1 : 0) });
    }
  }
  return { counts, undated, all: seen.size };
}

/** The words of a recommendation, by which the search finds it too; its facts would have to be opened first. */
const wordsOf = (node) => node.forms[0] ?? "";

const DUE_WORDS = { ongoing: "ongoing, with no end", completed: "completed", recurring: "again and again" };

/** "by 30 April 2020", from what was read. */
function promiseInWords(kind, from, to) {
  const span = from && to ? `${dayNamed(from)} to ${dayNamed(to)}` : to ? dayNamed(to) : from ? dayNamed(from) : "";
  if (DUE_WORDS[kind]) return span ? `${DUE_WORDS[kind]}, ${span}` : DUE_WORDS[kind];
  if (kind === "commences" && from) return `from ${span}`;
  return span ? `${from && to ? "between" : "by"} ${span.replace(" to ", from && to ? " and " : " to ")}` : "no date that can be read";
}

/** What a mark says: "2 assignments by 30 April 2020, moved to 31 March 2021; overdue". */
function promiseSays({ items, item, late }) {
  const moved = item.revised ? `, moved to ${promiseInWords(item.revised.kind, item.revised.from, item.revised.to).replace(/^by /, "")}` : "";
  const state = item.state === "complete" || item.state === "closed" ? `; said to be ${item.state}` : "";
  const lateness = late === "yes" ? "; overdue" : late === "cannot tell" ? "; whether it is overdue cannot be told" : "";
  return `${items.length > 1 ? `${plural(items.length, "assignment")} ` : ""}${promiseInWords(item.dueKind, item.from, item.to)}${moved}${state}${lateness}`;
}

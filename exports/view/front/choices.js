// What a filter offers: each choice with how many recommendations it would leave, all other filters being as they are.

const ANSWERS = { agreed: "Agreed", partly: "Partly agreed", not: "Not agreed", none: "No answer printed" };
const SHAPES = {
  circle: "Posts", "double-circle": "Post groups", "dotted-circle": "People", diamond: "Teams and organisations",
  square: "Recommendations", page: "Plans", hexagon: "Programmes and systems",
};
const TIE_NAMES = { owns: "Owns", joint: "Owns jointly", mentions: "Mentions" };

/** The filters of the bar: what each is called, and which values a recommendation answers to by the assignments that pass. */
const FACETS = {
  plan: { title: "Plan", of: (data, demand) => demand.plans },
  body: { title: "Body", of: (data, demand) => [data.nodes[demand.plans[0]].body].filter((id) => id !== null) },
  status: { title: "Answer", of: (data, demand) => [demand.fill] },
  owner: { title: "Owner", of: (data, demand, passes) => data.held[demand.id].flatMap((item) => (passes.has(item.id) ? item.owners : [])) },
  programme: { title: "Programme or system", of: (data, demand) => data.named[demand.id] },
  kind: { title: "Kind" },
};

/** Say a value of a filter in words. */
function choiceName(data, name, value) {
  if (name === "status") return ANSWERS[value] ?? value;
  if (name === "kind") return SHAPES[value] ?? value;
  if (name === "tie") return TIE_NAMES[value] ?? value;
  return data.nodes[value]?.label ?? String(value);
}

/** Count what each choice of a filter would leave: counts by value. */
function countsOf(data, filters, name) {
  const counts = new Map();
  const add = (value) => counts.set(value, (counts.get(value) ?? 0) + 1);
  if (name === "kind") {
    const all = { ...filters, kind: null };
    for (const id of nodesOf(data, all, sift(data, all))) add(data.nodes[id].mark);
  } else {
    const { recommendations, assignments } = sift(data, filters, name);
    for (const id of recommendations) {
      new Set(FACETS[name].of(data, data.nodes[id], assignments)).forEach(add);
    }
  }
  for (const value of filters[name] ?? []) if (!counts.has(value)) counts.set(value, 0);
  return counts;
}

/** The choices of a filter as [value, count], the most frequent first. */
function choicesOf(data, filters, name) {
  const { compare } = new Intl.Collator("en-GB", { numeric: true });
  return [...countsOf(data, filters, name)].sort(([a, m], [b, n]) => n - m || compare(choiceName(data, name, a), choiceName(data, name, b)));
}

/** Count the assignments that fall due in each month ("2020-04"), all filters but the dates being as they are. */
function monthsOf(data, filters) {
  const counts = new Map();
  for (const id of sift(data, filters, "dates").assignments) {
    const month = spanOf(data.assignments[id])?.[1].slice(0, 7);
    if (month) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

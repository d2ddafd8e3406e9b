// The page: one state that all views share. Views read it, ask it to change, and are told when it has.

const FILTERS = ["plan", "body", "status", "owner", "programme", "kind", "tie"];
const VIEWS = ["network", "matrix", "timeline", "table"];
/** How a view sets out what it shows, the way it opens with first: rows of the matrix, lines and groups of the timeline. */
const ARRANGED = { order: ["load", "likeness"], lines: ["recommendation", "post"], groups: ["plan", "body"] };

/** A state in which nothing is chosen and everything passes. Filters hold what is let through, or null for all:
    numbers of nodes, but fills for `status`, marks for `kind` and kinds of tie for `tie`; from and to are days. */
function openingState(data) {
  return {
    view: "network",
    network: Object.keys(data.networks)[0],
    selected: null,
    focus: null,
    expanded: new Set(),
    ...Object.fromEntries(Object.entries(ARRANGED).map(([name, [first]]) => [name, first])),
    filters: { ...Object.fromEntries(FILTERS.map((name) => [name, null])), from: null, to: null },
    asAt: data.asAt,
  };
}

/** Make the page over its data. Events: "select", "filter", "view", "network", "arrange", "hover", "time". */
function makePage(data) {
  const listeners = new Map();
  const state = openingState(data);
  const tell = (event, detail) => (listeners.get(event) ?? []).forEach((listen) => listen(detail));

  const page = {
    data,
    state,
    passes: null,
    on: (event, listen) => listeners.set(event, [...(listeners.get(event) ?? []), listen]),
    overdue: (item) => overdueAt(data, item, state.asAt),
    /** Choose a node (null: none); `quiet` leaves the keyboard's focus and the address alone. */
    choose(id, { quiet = false } = {}) {
      if (id === state.selected) return;
      const before = state.selected;
      state.selected = id;
      tell("select", { quiet, before });
    },
    /** Point at a node (null: at nothing); `said` is what the mark itself says, for the card beside it. */
    hover: (id, x, y, said) => tell("hover", { id, x, y, said }),
    /** Show the neighbourhood of a node alone (null: everything). */
    focus(id) {
      state.focus = id;
      page.passes = passing();
      tell("filter", {});
    },
    show(view) {
      if (view === state.view || !VIEWS.includes(view)) return;
      state.view = view;
      tell("view", {});
    },
    setNetwork(name) {
      if (name === state.network || !data.networks[name]) return;
      state.network = name;
      tell("network", {});
    },
    arrange(name, value) {
      if (value === state[name] || !ARRANGED[name]?.includes(value)) return;
      state[name] = value;
      tell("arrange", {});
    },
    /** Let through what a set holds (null or nothing: all); "from" and "to" take a day. `quiet` makes no step to go back to. */
    setFilter(name, value, { quiet = false } = {}) {
      state.filters[name] = value === null || value.size === 0 ? null : value;
      page.passes = passing();
      tell("filter", { quiet });
    },
    /** Let through what falls due between two days, either of which may be null. */
    setDates(from, to, { quiet = false } = {}) {
      Object.assign(state.filters, { from, to });
      page.passes = passing();
      tell("filter", { quiet });
    },
    clearFilters() {
      Object.assign(state, { filters: openingState(data).filters, focus: null });
      page.passes = passing();
      tell("filter", {});
    },
    setAsAt(day) {
      state.asAt = day ?? data.asAt;
      tell("time", {});
    },
    /** Roll a node out, or up again. */
    expand(id) {
      if (!state.expanded.delete(id)) state.expanded.add(id);
      tell("filter", {});
    },
    /** Take over a whole state, as an address gives it. */
    restore(given) {
      Object.assign(state, openingState(data), given);
      page.passes = passing();
      for (const event of ["network", "view", "filter", "time", "select"]) tell(event, { quiet: true, restored: true });
    },
    /** What lights up with a node: its neighbours, their plans, and for a plan all that stands in it. */
    around(id) {
      const node = data.nodes[id];
      if (node.family === "plan") return new Set(data.nodes.filter((other) => other.plans.includes(id)).map((other) => other.id));
      return new Set([id, ...node.plans, ...data.ties[id].flatMap((edge) => [edge.source, edge.target])]);
    },
  };

  /** Filters first, then the focus: what is near one node, of all that passes. */
  function passing() {
    const found = sift(data, state.filters);
    const nodes = nodesOf(data, state.filters, found);
    return state.focus === null ? { ...found, nodes } : nearOnly(data, { ...found, nodes }, state.focus);
  }

  page.passes = passing();
  return page;
}

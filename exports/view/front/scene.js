// The scene: what the picture holds now. A network as it opens, what a reader opened in it, or one neighbourhood alone.

const FAMILIES = {
  ownership: ["post", "body", "recommendation", "plan"],
  together: ["post", "body"],
  programmes: ["thing", "recommendation", "plan"],
  organisations: ["organisation", "body", "plan"],
};
const FAMILY_ORDER = ["plan", "recommendation", "post", "body", "thing", "organisation"];
const ROOMY = 30;
const TIGHT = 17;
const MANY = 30;

/** Make what gives the scene of the page's state, and says what could be opened. */
function makeScenes(page) {
  const { nodes, edges, assignments, networks } = page.data;
  const groups = new Map(Object.values(networks).flatMap((drawing) => drawing.groups.map((group) => [group.id, { ...group, plans: [], facts: [] }])));
  const nodeOf = (id) => groups.get(id) ?? nodes[id];
  const partners = atNeed(() => partnersOf(assignments));
  const planTies = atNeed(() => tiesToPlans(assignments));
  const drawing = () => networks[page.state.network];
  const sizeOf = (node, load) => (node.family === "plan" ? 17 : Math.round(Math.max(Math.min(drawing().unit, 9) * Math.sqrt(load), 5)));

  const spotOf = (place, load) => {
    const node = nodeOf(place.id);
    return { ...node, ...place, load: load ?? node.load, size: place.size ?? sizeOf(node, node.load || 1) };
  };

  /** What a node opens here: the plans of a group, what hangs on a plan, a holder or a thing, who works with a holder. */
  function opens(id) {
    if (groups.has(id)) return groups.get(id).members;
    if (page.state.network === "together") return [...(partners().get(id)?.keys() ?? [])];
    const allowed = new Set(FAMILIES[page.state.network]);
    const found = new Set(page.data.ties[id].flatMap((edge) => [edge.source, edge.target]));
    if (page.state.network === "programmes") for (const plan of nodes[id].family === "thing" ? nodes[id].plans : []) found.delete(plan);
    found.delete(id);
    return [...found].filter((other) => allowed.has(nodes[other].family)).sort((a, b) => a - b);
  }

  /** All that is next to a node in the data, for a picture of it alone. */
  function neighbourhood(id) {
    const node = nodes[id];
    const found = new Set(page.data.ties[id].flatMap((edge) => [edge.source, edge.target]));
    for (const other of [...node.plans, ...(partners().get(id)?.keys() ?? [])]) found.add(other);
    if (node.family === "plan") for (const other of planTies().get(id)?.keys() ?? []) found.add(other);
    if (node.body !== null && node.body !== undefined) found.add(node.body);
    if (node.family === "organisation" || node.family === "body") for (const other of nodes) if (other.body === id) found.add(other.id);
    for (const edge of networks.organisations?.edges ?? []) if (edge.source === id || edge.target === id) found.add(edge.source).add(edge.target);
    found.delete(id);
    const rank = (other) => FAMILY_ORDER.indexOf(nodes[other].family);
    return [...found].filter((other) => page.passes.nodes.has(other)).sort((a, b) => rank(a) - rank(b) || a - b);
  }

  function focused(id) {
    const others = neighbourhood(id);
    const spacing = others.length > MANY ? TIGHT : ROOMY;
    const places = starPlaces(others.length, spacing);
    const most = Math.max(...others.map((other) => nodes[other].load), nodes[id].load, 1);
    const size = (node) => Math.round(Math.max(4, Math.min(spacing / 2 - 2, 13) * (node.family === "plan" ? 1 : Math.sqrt((node.load || 1) / most))));
    const spots = others.map((other, i) => ({ ...nodes[other], ...places[i], size: size(nodes[other]), side: "out", lines: spacing === ROOMY ? 2 : 1 }));
    spots.unshift({ ...nodes[id], x: 0, y: 0, size: 20, side: "under", lines: 3 });
    const shown = new Map(spots.map((spot) => [spot.id, spot]));
    return { spots: shown, edges: starTies(id, shown), arcs: [], lifelines: [], ticks: [], focus: id };
  }

  /** The ties of a star: the middle with all; where the data does not say how, as a part. */
  function starTies(id, shown) {
    const known = edges.filter((edge) => shown.has(edge.source) && shown.has(edge.target) && (edge.source === id || edge.target === id));
    for (const edge of networks.organisations?.edges ?? []) {
      if (shown.has(edge.source) && shown.has(edge.target) && (edge.source === id || edge.target === id)) known.push({ ...edge, path: undefined });
    }
    for (const [other, weight] of partners().get(id) ?? []) if (shown.has(other)) known.push({ source: id, target: other, kind: "joint", weight });
    const tied = new Set(known.flatMap((edge) => [edge.source, edge.target]));
    for (const other of shown.keys()) if (other !== id && !tied.has(other)) known.push({ source: other, target: id, kind: "part", weight: 1 });
    return known;
  }

  function opened(given) {
    const spots = new Map(given.nodes.map((place) => [place.id, spotOf(place, place.load)]));
    const fresh = new Set();
    for (const id of page.state.expanded) if (spots.has(id)) for (const other of open(id, spots)) fresh.add(other);
    const side = given.lifelines.length ? "along" : undefined;
    if (side) for (const spot of spots.values()) spot.side = spot.family === "plan" ? "under" : side;
    return { spots, edges: fresh.size ? withFresh(given.edges, spots, fresh) : given.edges, arcs: given.arcs, lifelines: given.lifelines, ticks: given.ticks, fresh, focus: null };
  }

  function open(id, spots) {
    const waiting = opens(id).filter((other) => !spots.has(other));
    const taken = makeGrid(90);
    for (const spot of spots.values()) taken.add(box(spot, spot.size * 2 + 6, spot.size * 2 + 6));
    const sizes = waiting.map((other) => sizeOf(nodes[other], nodes[other].load || 1));
    const places = fanOut(spots.get(id), waiting.length, Math.max(...sizes, 5), taken);
    waiting.forEach((other, i) => spots.set(other, { ...spotOf({ id: other, ...places[i], size: sizes[i] }), opener: id }));
    return waiting;
  }

  /** The ties of what was opened: to its opener, and to all else that stands. A tie that was rolled up gives way. */
  function withFresh(given, spots, fresh) {
    const found = page.state.network === "together" ? [] : edges.filter((edge) => (fresh.has(edge.source) || fresh.has(edge.target)) && spots.has(edge.source) && spots.has(edge.target));
    for (const id of fresh) {
      if (page.state.network === "together") for (const [other, weight] of partners().get(id) ?? []) if (spots.has(other) && (!fresh.has(other) || id < other)) found.push({ source: id, target: other, kind: "joint", weight });
      if (nodes[id].family !== "plan") continue;
      if (page.state.network === "ownership") for (const [holder, weight] of planTies().get(id) ?? []) if (spots.has(holder)) found.push({ source: holder, target: id, kind: "owns", weight });
      if (page.state.network === "programmes") found.push(...namesIn(id, spots));
    }
    const openGroups = new Set([...page.state.expanded].filter((id) => groups.has(id)));
    const parts = [...fresh].filter((id) => openGroups.has(spots.get(id).opener)).map((id) => ({ source: id, target: spots.get(id).opener, kind: "part", weight: 1 }));
    return [...given.filter((edge) => !openGroups.has(edge.target)), ...found, ...parts];
  }

  function namesIn(plan, spots) {
    const weights = new Map();
    for (const edge of edges) {
      if (edge.kind === "mentions" && nodes[edge.target].plans[0] === plan && spots.has(edge.source)) weights.set(edge.source, (weights.get(edge.source) ?? 0) + 1);
    }
    return [...weights].map(([source, weight]) => ({ source, target: plan, kind: "mentions", weight }));
  }

  return {
    nodeOf,
    drawing,
    isGroup: (id) => groups.has(id),
    /** How much a node would open that does not stand yet, or has opened. */
    waiting: (id, spots) => opens(id).filter((other) => !spots.has(other) || spots.get(other).opener === id).length,
    scene: () => (page.state.focus === null ? opened(drawing()) : focused(page.state.focus)),
  };
}

/** Who shares assignments with whom, and how many. */
function partnersOf(assignments) {
  const partners = new Map();
  const add = (one, two) => {
    if (!partners.has(one)) partners.set(one, new Map());
    partners.get(one).set(two, (partners.get(one).get(two) ?? 0) + 1);
  };
  for (const { owners } of assignments) for (const one of owners) for (const two of owners) if (one !== two) add(one, two);
  return partners;
}

/** For each plan its holders, and how many assignments each has in it. */
function tiesToPlans(assignments) {
  const ties = new Map();
  for (const { plan, owners } of assignments) {
    if (!ties.has(plan)) ties.set(plan, new Map());
    for (const owner of owners) ties.get(plan).set(owner, (ties.get(plan).get(owner) ?? 0) + 1);
  }
  return ties;
}

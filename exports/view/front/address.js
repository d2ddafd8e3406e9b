// The address bar: after the # stands all that is needed to see the same page again.

/** The filters whose values are words; those of the others are nodes, written by their keys. */
const SPELT = { status: Object.keys(ANSWERS), kind: Object.keys(SHAPES), tie: Object.keys(TIE_NAMES) };
const LISTED = { id: "selected", focus: "focus" };

/** Write the state as the part of an address after the #; empty where everything is as it opens. */
function writeAddress(data, state) {
  const parts = new URLSearchParams();
  const opening = openingState(data);
  const add = (name, value) => value !== null && value !== undefined && parts.append(name, String(value));
  for (const name of ["view", "network", ...Object.keys(ARRANGED), "asAt"]) if (state[name] !== opening[name]) add(name, state[name]);
  for (const [name, field] of Object.entries(LISTED)) if (state[field] !== null) add(name, data.nodes[state[field]].key);
  // A group of plans has no node; it goes by its own key.
  for (const id of state.expanded) add("expanded", data.nodes[id]?.key ?? id);
  for (const name of FILTERS) for (const value of state.filters[name] ?? []) add(name, typeof value === "number" ? data.nodes[value].key : value);
  for (const name of ["from", "to"]) add(name, state.filters[name]);
  return parts.toString().replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** Read what `writeAddress` wrote; what it does not know is left out. */
function readAddress(data, text) {
  const parts = new URLSearchParams(text.replace(/^#/, ""));
  const number = (key) => data.byKey.get(key) ?? null;
  const opening = openingState(data);
  const state = { filters: opening.filters, expanded: new Set(parts.getAll("expanded").map((key) => number(key) ?? (key.startsWith("group:") ? key : null)).filter((id) => id !== null)) };
  if (VIEWS.includes(parts.get("view"))) state.view = parts.get("view");
  if (data.networks[parts.get("network")]) state.network = parts.get("network");
  for (const [name, ways] of Object.entries(ARRANGED)) if (ways.includes(parts.get(name))) state[name] = parts.get(name);
  if (isDay(parts.get("asAt"))) state.asAt = parts.get("asAt");
  for (const [name, field] of Object.entries(LISTED)) state[field] = number(parts.get(name));
  for (const name of FILTERS) {
    const values = parts.getAll(name).map((value) => (SPELT[name] ? SPELT[name].find((each) => each === value) : number(value))).filter((value) => value !== null && value !== undefined);
    if (values.length) state.filters[name] = new Set(values);
  }
  for (const name of ["from", "to"]) if (isDay(parts.get(name))) state.filters[name] = parts.get(name);
  return state;
}

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Keep address and page alike: each step is one to go back to, and going back restores it. */
function makeAddress(page) {
  const bare = () => location.href.split("#")[0];
  const hash = () => writeAddress(page.data, page.state);
  const link = () => (hash() ? `${bare()}#${hash()}` : bare());

  /** Where a page lies inside another, as in a notebook, it has no history of its own to write. */
  function write(step) {
    if (location.href === link()) return;
    try {
      history[step](null, "", link());
    } catch (error) {
      if (error.name !== "SecurityError") throw error;
    }
  }

  for (const event of ["select", "filter", "view", "network", "arrange", "time"]) {
    page.on(event, ({ quiet, restored }) => { if (!restored) write(quiet ? "replaceState" : "pushState"); });
  }
  const restore = () => page.restore(readAddress(page.data, location.hash));
  addEventListener("popstate", restore);
  return {
    link,
    /** The address of a node on this page, with nothing else set. */
    linkTo: (id) => `${bare()}#${writeAddress(page.data, { ...openingState(page.data), selected: id })}`,
    restore: () => { if (location.hash.length > 1) restore(); },
  };
}

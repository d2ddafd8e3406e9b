// The page: one state that picture, table, panel and address bar share.

const given = JSON.parse(document.getElementById("network").textContent);
const view = JSON.parse(document.getElementById("view").textContent);
const $ = (id) => document.getElementById(id);
const placedIds = new Set(given.nodes.map((spot) => spot.id));
view.nodes.forEach((node) => { node.placed = placedIds.has(node.id); });

const ties = new Map(view.nodes.map((node) => [node.id, []]));
for (const edge of view.edges) {
  ties.get(edge.source).push(edge);
  ties.get(edge.target).push(edge);
}
const ends = (edge) => [edge.source, edge.target];

const state = {
  selected: null,
  lit: null,
  found: null,
  hiddenMarks: new Set(["hexagon"]),
  hiddenFills: new Set(),
  hiddenTies: new Set(),
  shown: new Set(),
  shows: (id) => state.shown.has(id),
  showsTie: (edge) => !state.hiddenTies.has(edge.kind) && state.shows(edge.source) && state.shows(edge.target),
  litTie: (edge) => ends(edge).every((id) => state.lit.has(id)) && (ends(edge).includes(state.selected) || view.nodes[state.selected].family === "plan"),
  lists: (id) => state.passes.has(id) && (state.found === null || state.found.has(id)),
  passes: new Set(),
};

/** A demand passes by its mark and answer; a holder or named thing passes while something it is tied to does. */
function sift() {
  const marked = (node) => !state.hiddenMarks.has(node.mark);
  const demands = new Set(view.nodes.filter((node) => node.family === "recommendation" && !state.hiddenFills.has(node.fill)).map((node) => node.id));
  const kept = (node) => {
    if (node.family === "plan") return true;
    if (node.family === "recommendation") return demands.has(node.id);
    const mine = ties.get(node.id).filter((edge) => !state.hiddenTies.has(edge.kind)).flatMap(ends);
    return !ties.get(node.id).length || mine.some((id) => demands.has(id) || view.nodes[id].family === "plan");
  };
  const left = view.nodes.filter(kept);
  state.shown = new Set(left.filter((node) => node.placed && marked(node)).map((node) => node.id));
  // Named things are left out of the picture at first, never out of the table.
  state.passes = new Set(left.filter((node) => marked(node) || node.family === "thing").map((node) => node.id));
}

/** What lights up with a node: its neighbours, their plans, and for a plan all that stands in it. */
function around(id) {
  const node = view.nodes[id];
  if (node.family === "plan") return new Set(view.nodes.filter((other) => other.plans.includes(id)).map((other) => other.id));
  const near = ties.get(id).flatMap(ends);
  return new Set([id, ...node.plans, ...near]);
}

const address = (id) => `${location.href.split("#")[0]}#id=${encodeURI(view.nodes[id].key)}`;
let opener = null;

/** Choose a node (null: none) and say so everywhere; `quiet` leaves focus and address alone. */
function choose(id, quiet = false) {
  const before = document.activeElement;
  if (id === null && state.selected === null) return;
  if (state.selected === null && id !== null && !quiet) opener = before;
  state.selected = id;
  state.lit = id === null ? null : around(id);
  const head = id === null ? panel.overview() : panel.show(id);
  picture.redraw();
  tables.draw();
  if (!quiet) history.replaceState(null, "", id === null ? location.href.split("#")[0] : address(id));
  $("announce").textContent = id === null ? "Evidence closed" : `Evidence for ${view.nodes[id].label}`;
  if (quiet) return;
  const back = id === null && opener?.isConnected && opener !== document.body;
  (back ? opener : head).focus({ preventScroll: back || !narrow.matches });
}

function showView(table) {
  $("table-view").hidden = !table;
  $("picture-view").hidden = table;
  $("show-table").setAttribute("aria-pressed", String(table));
  $("show-picture").setAttribute("aria-pressed", String(!table));
  if (!table) picture.fit();
}

function fromAddress() {
  const key = decodeURI(location.hash.replace(/^#id=/, ""));
  const node = location.hash.startsWith("#id=") ? view.nodes.find((other) => other.key === key) : null;
  if (node || state.selected !== null) choose(node ? node.id : null, true);
}

const narrow = matchMedia("(max-width: 1000px)");
sift();
const panel = makePanel($("panel"), view, choose, address);
const picture = makePicture($("picture"), given, view, state, choose);
const tables = makeTables($("tables"), view, state, choose);
makeLegend($("legend-groups"), view, state, () => {
  sift();
  picture.filter();
  tables.draw();
});
makeSearch($("search"), $("suggestions"), $("search-status"), view, choose, (found) => {
  state.found = found;
  tables.draw();
});

$("show-table").addEventListener("click", () => showView(true));
$("show-picture").addEventListener("click", () => showView(false));
$("skip").addEventListener("click", (event) => {
  event.preventDefault();
  showView(true);
  $("table-view").focus();
});
$("zoom-in").addEventListener("click", () => picture.zoom(1.4));
$("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.4));
$("zoom-all").addEventListener("click", () => picture.fit());
document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null); });
addEventListener("hashchange", fromAddress);
addEventListener("resize", () => picture.fit());

panel.overview();
tables.draw();
fromAddress();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
globalThis.answerable = { whereIs: (key) => picture.whereIs(view.nodes.findIndex((node) => node.key === key)) };

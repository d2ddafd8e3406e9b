// The page put together: the payload is decoded, each view is made when it is first shown, and drawn when something changed.

const $ = (id) => document.getElementById(id);
if (!globalThis.DecompressionStream) $("too-old").hidden = false;
const page = makePage(await decode($("drawn").textContent, $("evidence").textContent));
const address = makeAddress(page);
page.link = address.link;
page.linkTo = address.linkTo;

/** What makes each view, and where. A view that is not here has no button. */
const MAKERS = {
  network: [makePicture, "picture"], matrix: [makeMatrix, "matrix"], timeline: [makeTimeline, "timeline"], table: [makeTables, "tables"],
};
const views = new Map();
const judged = $("judged").textContent;
const narrow = matchMedia("(max-width: 1000px)");
let opener = null;

function viewed(name) {
  if (!views.has(name)) views.set(name, MAKERS[name][0]($(MAKERS[name][1]), page));
  return views.get(name);
}

const redraw = () => viewed(page.state.view).draw();

/** Show the section of the view that is chosen, and mark its button. */
function switchView() {
  for (const name of VIEWS) {
    $(`${name}-view`).hidden = name !== page.state.view;
    $(`show-${name}`).setAttribute("aria-pressed", String(name === page.state.view));
  }
  viewed(page.state.view).show();
}

/** Show the evidence of what is chosen; the keyboard follows, and finds its way back when it closes. */
function showEvidence({ quiet, before }) {
  const active = document.activeElement;
  const { selected } = page.state;
  if (before === null && selected !== null && !quiet) opener = active;
  panel.draw();
  $("announce").textContent = selected === null ? "Evidence closed" : `Evidence for ${page.data.nodes[selected].label}`;
  if (quiet) return;
  const back = selected === null && opener?.isConnected && opener !== document.body;
  (back ? opener : $("panel").querySelector("h2"))?.focus({ preventScroll: back || !narrow.matches });
}

function makeSwitches() {
  for (const name of VIEWS) {
    $(`show-${name}`).hidden = !MAKERS[name];
    $(`show-${name}`).addEventListener("click", () => page.show(name));
  }
  const chooser = $("choose-network");
  const choices = Object.entries(page.data.networks).map(([name, { title }]) => [name, el("button", { type: "button", click: () => page.setNetwork(name) }, title)]);
  const mark = () => choices.forEach(([name, button]) => button.setAttribute("aria-pressed", String(name === page.state.network)));
  chooser.hidden = choices.length < 2;
  chooser.replaceChildren(...choices.map(([, button]) => button));
  page.on("network", mark);
  mark();
}

// All that stands round the picture comes first, so that the browser lays the page out once for it.
const panel = makePanel($("panel"), page);
panel.draw();
makeHover(page);
makePaper($("paper"), page, viewed);
makeSwitches();
makeFilters($("filters"), $("set-filters"), page);
makeLegend($("legend-groups"), page);
makeSearch($("search"), $("suggestions"), $("search-status"), page);
page.on("view", switchView);
page.on("time", () => { $("judged").textContent = page.state.asAt === page.data.asAt ? judged : `As at ${dayInWords(page.state.asAt)}.`; });
page.on("select", showEvidence);
for (const event of ["select", "filter", "network", "arrange", "time"]) page.on(event, redraw);

$("skip").addEventListener("click", (event) => {
  event.preventDefault();
  page.show("table");
  $("table-view").focus();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") page.choose(null); });
addEventListener("resize", () => viewed(page.state.view).resize?.());

switchView();
makeSave($("save"), page, () => viewed(page.state.view));
address.restore();
/** What tests and the curious ask the page. */
globalThis.answerable = {
  page,
  get picture() { return viewed("network"); },
  csvCell,
  svg: () => viewed(page.state.view).toSvg(),
  choices: (name) => choicesOf(page.data, page.state.filters, name).map(([value, count]) => [choiceName(page.data, name, value), count]),
  months: () => [...monthsOf(page.data, page.state.filters)],
  find: (words) => findNodes(makeNames(page.data), words).map(({ node }) => node.label),
  whereIs: (key) => viewed("network").whereIs(page.data.byKey.get(key)),
};
// Ready is what is drawn: with the frame that the picture was asked for.
requestAnimationFrame(() => { document.documentElement.dataset.ready = String(Math.round(performance.now())); });

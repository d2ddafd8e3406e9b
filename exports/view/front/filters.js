// The filters: a row of lists that open, each with counts; below it, what is set in words, each with a way to take it off.

const FIRST_CHOICES = 10;

/** Make the filters in `bar`, and what is set in words in `words`. */
function makeFilters(bar, words, page) {
  const { data, state } = page;
  const lists = Object.keys(FACETS).map((name) => makeFacet(page, name)).filter(({ isUseful }) => isUseful());
  const time = makeTime(page);
  const disclosures = [...lists, time];
  bar.replaceChildren(...disclosures.map(({ element }) => element));

  function toggle(name, value) {
    const kept = new Set(state.filters[name] ?? []);
    kept.delete(value);
    page.setFilter(name, kept);
  }

  /** A kind or tie that is switched off in the legend is said as what is left out, which is shorter. */
  function chips() {
    const set = [...Object.keys(FACETS), "tie"].flatMap((name) => [...(state.filters[name] ?? [])].map((value) => [name, value]));
    const named = set.map(([name, value]) => chip(`${FACETS[name]?.title ?? "Ties"}: ${choiceName(data, name, value)}`, () => toggle(name, value)));
    const { from, to } = state.filters;
    if (from || to) named.push(chip(spanInWords(from, to), () => page.setDates(null, null)));
    if (state.focus !== null) named.push(chip(`Near ${data.nodes[state.focus].label}`, () => page.focus(null)));
    return named;
  }

  const chip = (text, off) => el("button", { type: "button", class: "chip", "aria-label": `Remove filter: ${text}`, click: () => { off(); bar.querySelector("summary").focus(); } }, el("bdi", {}, text), el("span", { "aria-hidden": "true" }, " ×"));

  const said = el("p", { role: "status" });
  const clear = el("button", { type: "button", class: "link", click: () => { page.clearFilters(); bar.querySelector("summary").focus(); } }, "Clear all filters");

  function draw() {
    for (const { draw: each } of disclosures) each();
    const set = chips();
    const all = data.nodes.filter((node) => node.family === "recommendation").length;
    const { recommendations, assignments } = page.passes;
    const part = (some, whole, one) => (some === whole ? `all ${plural(whole, one)}` : `${inFigures(some)} of ${plural(whole, one)}`);
    said.textContent = `Showing ${part(recommendations.size, all, "recommendation")} and ${part(assignments.size, data.assignments.length, "assignment")}.${recommendations.size || !all ? "" : " Nothing fits all of these filters; take one off."}`;
    words.replaceChildren(said, ...set, ...(set.length ? [clear] : []));
  }

  closeTogether(bar);
  page.on("filter", draw);
  page.on("time", draw);
  draw();
}

/** One list at a time is open; Escape and a click elsewhere close it. */
function closeTogether(bar) {
  const open = () => [...bar.querySelectorAll("details[open]")];
  bar.addEventListener("toggle", ({ target }) => { if (target.open) for (const other of open()) if (other !== target) other.open = false; }, { capture: true });
  document.addEventListener("click", ({ target }) => { if (!bar.contains(target) && target.isConnected) for (const each of open()) each.open = false; });
  document.addEventListener("keydown", (event) => {
    const each = event.key === "Escape" && open()[0];
    if (!each) return;
    event.stopImmediatePropagation();
    each.open = false;
    each.querySelector("summary").focus();
  });
}

/** One filter: a list of choices that can be searched where it is long. */
function makeFacet(page, name) {
  const { data, state } = page;
  const { title } = FACETS[name];
  let all = false;
  const summary = el("summary", {}, title);
  const field = el("input", { type: "search", "aria-label": `Search in ${title.toLowerCase()}`, placeholder: "Search", input: () => fill() });
  const list = el("ul", { class: "choices" });
  const more = el("button", { type: "button", class: "link", click: () => { all = true; fill(); list.querySelectorAll("input")[FIRST_CHOICES]?.focus(); } });
  const unit = name === "kind" ? "things" : "recommendations";
  const pane = el("div", { class: "pane", role: "group", "aria-label": title }, field, list, more, el("p", { class: "quiet" }, `Counts are ${unit} left by the other filters.`));
  const element = el("details", { class: "filter", toggle: () => { all = false; field.value = ""; if (element.open) fill(); } }, summary, pane);

  function switchTo(value, on) {
    const kept = new Set(state.filters[name] ?? []);
    if (on) kept.add(value);
    else kept.delete(value);
    page.setFilter(name, kept);
  }

  function choice(value, count) {
    const checked = state.filters[name]?.has(value) ?? false;
    const input = el("input", { type: "checkbox", checked, "data-value": String(value), change: (event) => switchTo(value, event.currentTarget.checked) });
    return el("li", {}, el("label", {}, input, el("bdi", {}, choiceName(data, name, value)), el("span", { class: "count" }, inFigures(count))));
  }

  function fill() {
    const choices = choicesOf(data, state.filters, name);
    const query = fold(field.value);
    const found = choices.filter(([value]) => !query.length || nameMatches(choiceName(data, name, value), query));
    const shown = all || query.length ? found.slice(0, 200) : found.slice(0, FIRST_CHOICES);
    const active = document.activeElement?.dataset?.value;
    field.hidden = choices.length <= FIRST_CHOICES;
    list.replaceChildren(...shown.map(([value, count]) => choice(value, count)));
    if (!found.length) list.append(el("li", { class: "quiet" }, "Nothing is called that."));
    more.hidden = found.length <= shown.length;
    more.textContent = found.length > 200 && (all || query.length) ? `${inFigures(found.length - 200)} more: search to find them` : `Show all ${inFigures(found.length)}`;
    if (active !== undefined) [...list.querySelectorAll("input")].find((input) => input.dataset.value === active)?.focus();
  }

  return {
    element,
    isUseful: () => countsOf(data, openingState(data).filters, name).size > 1,
    draw() {
      const set = state.filters[name]?.size ?? 0;
      summary.textContent = set ? `${title} (${set})` : title;
      element.classList.toggle("set", set > 0);
      if (element.open) fill();
    },
  };
}

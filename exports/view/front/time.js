// Time: which target dates are shown, by two handles over the months, and the day by which things are judged overdue.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const monthInWords = (month) => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
const dayInWords = (day) => `${Number(day.slice(8, 10))} ${monthInWords(day)}`;
const spanInWords = (from, to) => `Due ${from ? `from ${monthInWords(from)}` : ""}${from && to ? " " : ""}${to ? `to ${monthInWords(to)}` : ""}`;

/** All months from one to another, both included. */
function monthsBetween(first, last) {
  const months = [];
  for (let at = monthNumber(first); at <= monthNumber(last); at += 1) months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
  return months;
}

const monthNumber = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const lastDay = (month) => `${month}-${String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()).padStart(2, "0")}`;

/** Make the disclosure with the slider and the as-at date. */
function makeTime(page) {
  const { data, state } = page;
  const spans = data.assignments.map(spanOf).filter(Boolean);
  const first = spans.reduce((least, [from]) => (from < least ? from : least), "9999");
  const last = spans.reduce((most, [, to]) => (to > most ? to : most), "");
  const months = spans.length ? monthsBetween(first, last) : [];
  const top = Math.max(months.length - 1, 0);
  const bars = svg("svg", { class: "bars", viewBox: `0 0 ${Math.max(months.length, 1)} 40`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const handle = (label) => el("input", { type: "range", min: 0, max: top, step: 1, "aria-label": label, input: () => slide(true), change: () => slide(false) });
  const [low, high] = [handle("Due from"), handle("Due to")];
  const said = el("p", { class: "said", role: "status" });
  const day = el("input", { type: "date", id: "as-at", change: () => { if (isDay(day.value)) page.setAsAt(day.value); } });
  const overdue = el("p", { class: "quiet" });
  const summary = el("summary", {}, "Dates");
  const slider = months.length > 1 ? [el("p", {}, "Assignments that fall due in"), bars, el("div", { class: "range" }, low, high), said] : [];
  const element = el("details", { class: "filter time" }, summary, el("div", { class: "pane", role: "group", "aria-label": "Dates" }, ...slider,
    el("p", { class: "asat" }, el("label", { for: "as-at" }, "Judge what is overdue as at "), day), overdue));
  element.addEventListener("toggle", () => { if (element.open) fill(); });

  /** The handle that was moved pushes the other along; at both ends the filter is off. */
  function slide(quiet) {
    let [from, to] = [Number(low.value), Number(high.value)];
    if (from > to) [from, to] = document.activeElement === low ? [from, from] : [to, to];
    page.setDates(from > 0 ? `${months[from]}-01` : null, to < top ? lastDay(months[to]) : null, { quiet });
  }

  function fill() {
    const counts = monthsOf(data, state.filters);
    const most = Math.max(...counts.values(), 1);
    const [from, to] = stands();
    bars.replaceChildren(...months.map((month, i) => {
      const height = (38 * (counts.get(month) ?? 0)) / most;
      return svg("rect", { x: i + 0.1, y: 40 - height, width: 0.8, height, class: i >= from && i <= to ? "in" : "out" });
    }));
    [low.value, high.value] = [from, to];
    if (!months.length) return;
    low.setAttribute("aria-valuetext", monthInWords(months[from]));
    high.setAttribute("aria-valuetext", monthInWords(months[to]));
    const inside = months.slice(from, to + 1).reduce((sum, month) => sum + (counts.get(month) ?? 0), 0);
    said.textContent = `${monthInWords(months[from])} to ${monthInWords(months[to])}: ${plural(inside, "assignment falls", "assignments fall")} due.`;
  }

  /** Where the handles stand. */
  function stands() {
    const { from, to } = state.filters;
    return [from ? Math.max(months.indexOf(from.slice(0, 7)), 0) : 0, to && months.includes(to.slice(0, 7)) ? months.indexOf(to.slice(0, 7)) : top];
  }

  return {
    element,
    draw() {
      const set = Boolean(state.filters.from || state.filters.to);
      summary.textContent = set ? "Dates (1)" : "Dates";
      element.classList.toggle("set", set);
      if (state.asAt) day.value = state.asAt;
      overdue.textContent = state.asAt ? overdueInWords(page) : "No plan states a date, so nothing can be judged.";
      if (element.open) fill();
    },
  };
}

/** Say how much of what passes is overdue, and by which day. */
function overdueInWords(page) {
  const counts = { yes: 0, no: 0, "cannot tell": 0 };
  for (const id of page.passes.assignments) {
    const answer = page.overdue(page.data.assignments[id]);
    if (answer) counts[answer] += 1;
  }
  const since = page.state.asAt === page.data.asAt ? ", the latest date that the plans state" : "";
  return `${plural(counts.yes, "assignment is", "assignments are")} overdue as at ${dayInWords(page.state.asAt)}${since}; of ${inFigures(counts["cannot tell"])} the print does not tell.`;
}

// The axis of the timeline: years ruled, months where there is room, and the day that everything is judged by.

const NO_DATE = 72;

/** The scale of a chart of a given width: from days and months to pixels; what lies outside stands at the edge. */
function timeScale(range, width, beginnings) {
  const plot = Math.max(width - NO_DATE, 80);
  const month = (plot - 24) / (range.last - range.first);
  const at = (place) => Math.max(2, Math.min(12 + (place - range.first) * month, plot - 2));
  const x = (day) => at(monthOf(day));
  return { ...range, month, plot, width, at, x, noDate: plot + NO_DATE / 2, begins: (item) => (beginnings(item) ? x(beginnings(item)) : 12) };
}

/** Where a year begins, or a month where months have room, with the words for it. */
function axisTicks(scale) {
  const ticks = [];
  const every = scale.month * 12 >= 34 ? 1 : Math.ceil(34 / (scale.month * 12));
  for (let month = scale.first; month <= scale.last; month += 1) {
    const year = yearOfMonth(month);
    if (month % 12 === 0) ticks.push({ month, year: true, text: month < scale.last && year % every === 0 ? String(year) : "" });
    else if (scale.month >= 30) ticks.push({ month, year: false, text: month < scale.last ? MONTH_NAMES[month % 12].slice(0, 3) : "" });
    else if (scale.month >= 5 && month % 3 === 0) ticks.push({ month, year: false, text: "" });
  }
  if (!ticks.some((tick) => tick.text)) ticks.unshift({ month: scale.first, year: true, text: monthNamed(scale.first) });
  return ticks;
}

/** The axis as shapes: labels above, rules down to `height`. */
function axisShapes(scale, asAt, height) {
  const ticks = axisTicks(scale).flatMap(({ month, year, text }) => [
    { tag: "line", x1: scale.at(month), x2: scale.at(month), y1: year ? 26 : 40, y2: height, stroke: year ? "edge" : "rule", "stroke-width": 1 },
    ...(text ? [{ tag: "text", x: scale.at(month) + 4, y: 40, fill: "soft", "font-size": 12, text }] : []),
  ]);
  const undated = { tag: "text", x: scale.noDate, y: 40, "text-anchor": "middle", fill: "soft", "font-size": 12, text: "No date" };
  return [...ticks, undated, ...asAtShapes(scale, asAt, height)];
}

function asAtShapes(scale, asAt, height) {
  if (!asAt || monthOf(asAt) < scale.first || monthOf(asAt) > scale.last) return [];
  const x = scale.x(asAt);
  const text = `As at ${dayNamed(asAt)}`;
  const half = text.length * 3.3;
  return [
    { tag: "line", x1: x, x2: x, y1: 20, y2: height, stroke: "ink", "stroke-width": 1.5, "stroke-dasharray": "5 3" },
    { tag: "text", x: Math.max(half + 2, Math.min(x, scale.width - half - 2)), y: 14, "text-anchor": "middle", fill: "ink", "font-size": 12, "font-weight": 650, text },
  ];
}

// The timeline on paper: the same glyphs as one picture, for saving and printing. More than a sheet can hold is cut, and says so.

const TIME_PAPER = { height: 1600, head: 270, width: 1040, top: 34, foot: 44, name: 26 };

/** Draw the timeline as an SVG document, as far as it can be read; rolled up, each group is one line of month counts. */
function timelineSvg(page, groups, given) {
  return timelineParts(page, groups, given, TIME_PAPER.height)[0];
}

/** Cut the timeline into sheets of paper, the axis on each. */
function timelineSheets(page, groups, given) {
  const parts = timelineParts(page, groups, given, SHEET.height);
  return { sheets: parts.slice(0, SHEET.most), more: Math.max(parts.length - SHEET.most, 0) };
}

function timelineParts(page, groups, { days, rolled }, most) {
  const passing = page.data.assignments.filter((_, id) => page.passes.assignments.has(id));
  const range = monthRange(passing, page.state.asAt, page.state.filters.from, page.state.filters.to);
  const name = `What was promised by when, as at ${dayNamed(page.state.asAt)}`;
  if (!range) return [shapesToSvg(TIME_PAPER.width, 60, name, [{ tag: "text", x: 0, y: 20, fill: "ink", text: "Nothing passes the filters." }])];
  const scale = timeScale(range, TIME_PAPER.width - TIME_PAPER.head, (item) => days.get(item.plan));
  const lines = paperLines(page, groups, rolled).map((line) => ({ line, ...lineOnPaper(line, scale) }));
  const parts = fillSheets(lines, most - TIME_PAPER.top - TIMELINE.axis - TIME_PAPER.foot);
  return parts.map((part, i) => timelineSheet(part, { name, scale, asAt: page.state.asAt, of: parts.length > 1 ? `Part ${i + 1} of ${parts.length}. ` : "" }));
}

/** Fill sheets with lines up to a height; the heading of a group goes to the next sheet rather than stand at the foot. */
function fillSheets(lines, most) {
  const sheets = [[]];
  let height = 0;
  for (const [i, line] of lines.entries()) {
    const needed = line.height + (line.line.heading ? lines[i + 1]?.height ?? 0 : 0);
    if (height + needed > most && sheets.at(-1).length) {
      sheets.push([]);
      height = 0;
    }
    sheets.at(-1).push(line);
    height += line.height;
  }
  return sheets;
}

function timelineSheet(lines, { name, scale, asAt, of }) {
  const drawn = [];
  let y = TIME_PAPER.top + TIMELINE.axis;
  for (const { names, chart, height } of lines) {
    drawn.push(...names.map((shape) => shifted(shape, 0, y)), ...chart.map((shape) => shifted(shape, TIME_PAPER.head, y)));
    y += height;
  }
  const axis = axisShapes(scale, asAt, y - TIME_PAPER.top).map((shape) => shifted(shape, TIME_PAPER.head, TIME_PAPER.top));
  const caption = { tag: "text", x: 0, y: y + 28, fill: "soft", text: `${of}Disc: due. Bar: range. Arrow: moved. Open end: ongoing. Tick: done. Triangle: overdue. Question mark: cannot be told.` };
  return shapesToSvg(TIME_PAPER.width, y + TIME_PAPER.foot, name, [{ tag: "text", x: 0, y: 20, fill: "ink", "font-size": 17, "font-weight": 650, text: name }, ...axis, ...drawn, caption]);
}

/** Move a shape: marks, lines and words alike by a translation. */
const shifted = (shape, x, y) => ({ ...shape, transform: `translate(${x} ${y})` });

function paperLines(page, groups, rolled) {
  const nodes = page.data.nodes;
  const named = (id) => (id === null ? "Not known" : nodes[id].label);
  if (rolled) {
    const months = groups.map((group) => monthCounts(group));
    const most = Math.max(1, ...months.flatMap((each) => [...each.counts.values()].map((count) => count.all)));
    return groups.map((group, i) => ({ name: named(group.id), months: months[i], most }));
  }
  return groups.flatMap((group) => [{ name: named(group.id), heading: true }, ...group.lines.map((line) => ({ name: line.id === null ? "No owner printed" : nodes[line.id].label, promises: line.promises }))]);
}

function lineOnPaper(line, scale) {
  const rule = { tag: "line", x1: 0, x2: TIME_PAPER.width, y1: 0, y2: 0, stroke: "rule" };
  const name = { tag: "text", x: line.heading || line.months ? 0 : 14, y: 19, fill: "ink", "font-weight": line.heading ? 650 : 400, text: cutTo(line.name, 38) };
  const names = [rule, name];
  if (line.heading) return { names, chart: [], height: TIME_PAPER.name + 2 };
  if (line.months) return { names, chart: countGlyphs(line.months, line.most, scale, 3, 22), height: 28 };
  const { placed, lanes } = lanesOf(line.promises, scale);
  const chart = placed.flatMap((each) => promiseGlyph(each.promise, scale, 5 + (each.lane + 0.5) * LANE).shapes);
  return { names, chart, height: Math.max(lanes * LANE + 10, TIME_PAPER.name) };
}

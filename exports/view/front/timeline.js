// The timeline: what was promised by when, what moved, and what is overdue as at the date. Only what is in sight is drawn.

const TIMELINE = { head: 248, axis: 48, group: 36, line: 30, told: 42, pad: 5, stackedName: 24, stackBelow: 620 };

/** Make the timeline in `container`; gives draw, show and toSvg. */
function makeTimeline(container, page) {
  const nodes = page.data.nodes;
  let groups = [];
  let rows = [];
  let scale = null;
  let rolled = false;
  let most = 1;
  let lit = null;
  let chosen;
  const active = { row: 0, column: 0 };

  const axis = el("div", { class: "timeline-axis", role: "rowgroup" });
  const body = el("div", { class: "timeline-body", role: "rowgroup" });
  const grid = el("div", { class: "timeline", role: "grid", tabindex: "0", "aria-describedby": "timeline-keys" }, axis, body);
  const note = el("p", { class: "note", hidden: true });
  const fresh = (name) => (value) => { chosen = undefined; page.arrange(name, value); };
  const subjects = choiceOf("Lines", [["recommendation", "Recommendations"], ["post", "Holders"]], () => page.state.lines, fresh("lines"));
  const groupings = choiceOf("Grouped by", [["plan", "By plan"], ["body", "By body"]], () => page.state.groups, fresh("groups"));
  container.replaceChildren(el("div", { class: "grid-tools" }, subjects.element, groupings.element), timelineKey(), note, grid,
    el("p", { class: "unseen", id: "timeline-keys" }, "Up and down move between lines, left and right between the dates of a line. Enter chooses; on a group it opens or closes it."));

  // What a plan calls ongoing without a date was so on the day of the plan: there its open end begins.
  const days = new Map([...page.data.planDays].map(([id, { known }]) => [id, known]));
  const stacked = () => grid.clientWidth < TIMELINE.stackBelow;
  const headWidth = () => (stacked() ? 0 : TIMELINE.head);
  const nameOf = (id, none) => (id === null ? none : nodes[id].label);
  const isOpen = (group) => !rolled || (group.id !== null && page.state.expanded.has(group.id));

  /** Lay the rows out one under the other: a group, then its lines if it is open. */
  function layOut() {
    const passing = page.data.assignments.filter((_, id) => page.passes.assignments.has(id));
    const range = monthRange(passing, page.state.asAt, page.state.filters.from, page.state.filters.to);
    scale = range && timeScale(range, grid.clientWidth - headWidth() - 2, (item) => days.get(item.plan));
    groups = promisesOf(page);
    rolled = groups.reduce((count, group) => count + group.lines.length, 0) > MOST_LINES && groups.length > 1;
    if (!scale) {
      rows = [];
      return;
    }
    groups.forEach((group) => { group.months = monthCounts(group); });
    most = Math.max(1, ...groups.flatMap((group) => [...group.months.counts.values()].map((count) => count.all)));
    let top = 0;
    rows = groups.flatMap((group) => [groupRow(group), ...(isOpen(group) ? group.lines.map((line) => lineRow(line, group)) : [])]);
    for (const row of rows) {
      row.top = top;
      top += row.height;
    }
    body.style.height = `${top}px`;
  }

  const groupRow = (group) => ({ group, promises: [], height: TIMELINE.group + (stacked() && !isOpen(group) ? TIMELINE.stackedName : 0) });

  function lineRow(line, group) {
    const { placed, lanes } = lanesOf(line.promises, scale);
    const name = stacked() ? TIMELINE.stackedName : 0;
    const least = page.state.lines === "recommendation" && !name ? TIMELINE.told : TIMELINE.line;
    return { line, group, promises: placed, height: Math.max(lanes * LANE + 2 * TIMELINE.pad, least) + name };
  }

  const picture = (width, height, shapes) => {
    const svg = document.createElementNS(SVG_SPACE, "svg");
    for (const [name, value] of Object.entries({ width, height, "aria-hidden": "true", class: "chart" })) svg.setAttribute(name, value);
    svg.append(...shapes.map(shapeElement));
    return svg;
  };

  function drawAxis() {
    const head = el("div", { role: "columnheader", class: "axis-name" }, page.state.lines === "post" ? "Holder" : "Recommendation");
    const span = `${monthNamed(scale.first)} to ${monthNamed(scale.last - 1)}`;
    const time = el("div", { role: "columnheader", class: "axis-time" }, el("span", { class: "unseen" }, `Time: ${span}; as at ${dayNamed(page.state.asAt)}`), picture(scale.width, TIMELINE.axis, axisShapes(scale, page.state.asAt, TIMELINE.axis)));
    head.style.width = `${headWidth()}px`;
    head.classList.toggle("unseen", stacked());
    axis.replaceChildren(el("div", { role: "row", "aria-rowindex": 1 }, head, time));
  }

  /** The rules of the axis and the line of the day, behind all rows. */
  function backdrop() {
    const height = body.offsetHeight || rows.reduce((sum, row) => sum + row.height, 0);
    const rules = [...axisTicks(scale).map(({ month, year }) => ({ x: scale.at(month), kind: year ? "year" : "quarter" })), { x: scale.plot, kind: "year" }];
    const day = page.state.asAt && monthOf(page.state.asAt) >= scale.first && monthOf(page.state.asAt) <= scale.last ? [{ x: scale.x(page.state.asAt), kind: "as-at" }] : [];
    return [...rules, ...day].map(({ x, kind }) => {
      const rule = el("div", { class: `time-rule ${kind}`, role: "presentation" });
      Object.assign(rule.style, { left: `${headWidth() + x}px`, height: `${height}px` });
      return rule;
    });
  }

  const mark = (id) => `${id !== null && id === page.state.selected ? "chosen" : ""} ${id !== null && id === lit ? "lit" : ""}`;

  function headElement(row, index, attributes, ...children) {
    const head = el("div", { role: "rowheader", id: `timeline-${index}-0`, "data-row": index, "data-column": 0, ...attributes }, ...children);
    if (!stacked()) head.style.width = `${headWidth() - 8}px`;
    if (index === active.row && active.column === 0) head.classList.add("active");
    return head;
  }

  function groupElement(row, index) {
    const { group } = row;
    const name = nameOf(group.id, page.state.groups === "plan" ? "No plan" : "No body known");
    const open = isOpen(group);
    const { all, undated, counts } = group.months;
    const late = [...counts.values()].reduce((sum, count) => sum + count.late, 0);
    const said = `${name}: ${plural(all, "assignment")}${late ? `, ${late} overdue` : ""}${undated ? `, ${undated} without a date` : ""}`;
    const head = headElement(row, index, { class: `group-head ${mark(group.id)}`, "aria-expanded": rolled ? String(open) : null, "aria-label": said, "data-id": group.id },
      rolled ? el("span", { class: "twist", "aria-hidden": "true" }, open ? "−" : "+") : null, el("span", { class: "line-name" }, el("bdi", {}, name)));
    const top = stacked() ? TIMELINE.stackedName : 0;
    const chart = open ? null : placedChart(top, TIMELINE.group, countGlyphs(group.months, most, scale, 4, TIMELINE.group - 8));
    return [head, chart];
  }

  function placedChart(top, height, shapes) {
    const chart = el("div", { class: "chart-place", role: "presentation" }, picture(scale.width, height, shapes));
    Object.assign(chart.style, { left: `${headWidth()}px`, top: `${top}px` });
    return chart;
  }

  function lineName(row) {
    if (row.line.id === null) return "No owner printed";
    const node = nodes[row.line.id];
    return node.family === "recommendation" && page.state.groups === "body" ? `${node.label}, ${nodes[node.plans[0]].label}` : node.label;
  }

  function lineElement(row, index) {
    const id = row.line.id;
    const node = id === null ? null : nodes[id];
    const top = stacked() ? TIMELINE.stackedName : 0;
    const sign = node?.family === "recommendation" ? el("span", { class: `answer ${node.fill}`, "aria-hidden": "true" }) : el("span", { class: `dot ${node?.family ?? "none"} ${node?.mark ?? ""}`, "aria-hidden": "true" });
    const count = row.promises.reduce((sum, each) => sum + each.promise.items.length, 0);
    const answered = node?.family === "recommendation" ? `, ${ANSWERS[node.fill].toLowerCase()}` : "";
    const head = headElement(row, index, { class: `line-head ${mark(id)}`, "data-id": id, "aria-label": `${lineName(row)}${answered}: ${plural(count, "assignment")}` }, sign,
      el("span", { class: "line-said" }, el("span", { class: "line-name" }, el("bdi", {}, lineName(row))), node?.family === "recommendation" && !stacked() ? el("span", { class: "line-text" }, el("bdi", {}, wordsOf(node))) : null));
    const middle = (lane) => TIMELINE.pad + (lane + 0.5) * LANE;
    const chart = placedChart(top, row.height - top, row.promises.flatMap((each) => promiseGlyph(each.promise, scale, middle(each.lane)).shapes));
    return [head, chart, ...row.promises.map((each, i) => spot(each, i, index, top + middle(each.lane)))];
  }

  /** The place of one promise: what can be pointed at, reached by keys and read out. */
  function spot(each, i, index, middle) {
    const target = targetOf(rows[index], each.promise);
    const held = each.promise.items.some((id) => page.data.assignments[id].owners.includes(page.state.selected));
    const cell = el("div", { role: "gridcell", class: `spot ${held ? "chosen" : mark(target)}`, id: `timeline-${index}-${i + 1}`, "data-row": index, "data-column": i + 1, "data-id": target, "aria-label": `${lineName(rows[index])}: ${promiseSays(each.promise)}` });
    if (index === active.row && active.column === i + 1) cell.classList.add("active");
    const wide = Math.max(each.right - each.left, 24);
    Object.assign(cell.style, { left: `${headWidth() + (each.left + each.right - wide) / 2}px`, top: `${middle - LANE / 2}px`, width: `${wide}px`, height: `${LANE}px` });
    return cell;
  }

  /** A mark leads to its recommendation; several together to the line they stand on. */
  function targetOf(row, promise) {
    const demands = new Set(promise.items.map((id) => page.data.assignments[id].recommendation));
    return demands.size === 1 ? [...demands][0] : row.line.id;
  }

  function rowElement(row, index) {
    const element = el("div", { role: "row", class: `timeline-row ${row.line ? "" : "group"} ${row.line && row.line.id === lit && lit !== null ? "lit" : ""}`, "aria-rowindex": index + 2 }, ...(row.line ? lineElement(row, index) : groupElement(row, index)));
    Object.assign(element.style, { top: `${row.top}px`, height: `${row.height}px` });
    return element;
  }

  /** Put into the document what is in sight, with a screen to spare. */
  function render() {
    if (!scale) return;
    const [from, to] = [grid.scrollTop - 300, grid.scrollTop + grid.clientHeight + 300];
    const seen = rows.flatMap((row, index) => (row.top + row.height >= from && row.top <= to ? [rowElement(row, index)] : []));
    body.replaceChildren(...backdrop(), ...seen);
    announceActive(grid, "timeline", active);
  }

  function draw() {
    layOut();
    subjects.draw();
    groupings.draw();
    active.row = Math.max(0, Math.min(active.row, rows.length - 1));
    active.column = Math.min(active.column, rows[active.row]?.promises.length ?? 0);
    grid.hidden = !scale;
    grid.setAttribute("aria-label", `What was promised by when: ${page.state.lines === "post" ? "holders" : "recommendations"} down, time across`);
    grid.setAttribute("aria-rowcount", rows.length + 1);
    note.hidden = Boolean(scale) && !rolled;
    note.textContent = scale ? `Rolled up to stay readable: how many assignments fall into each month, for each of ${plural(groups.length, page.state.groups === "plan" ? "plan" : "body", page.state.groups === "plan" ? "plans" : "bodies")}. Choose one to open it.` : "Nothing passes the filters. Take one away to see more.";
    if (scale) drawAxis();
    if (page.state.selected !== chosen) bringIntoSight(page.state.selected);
    chosen = page.state.selected;
    render();
  }

  function reach(row) {
    if (!row) return;
    grid.scrollTop = Math.max(Math.min(grid.scrollTop, row.top), row.top + row.height + TIMELINE.axis - grid.clientHeight);
  }

  function bringIntoSight(id) {
    if (id === null || id === undefined) return;
    reach(rows.find((row) => row.line?.id === id) ?? rows.find((row) => !row.line && row.group.id === id));
  }

  function goTo(row, column) {
    active.row = Math.max(0, Math.min(row, rows.length - 1));
    active.column = Math.max(0, Math.min(column, rows[active.row]?.promises.length ?? 0));
    reach(rows[active.row]);
    render();
    const current = document.getElementById(`timeline-${active.row}-${active.column}`);
    if (current) point(current);
  }

  const KEYS = {
    ArrowUp: () => goTo(active.row - 1, active.column), ArrowDown: () => goTo(active.row + 1, active.column),
    ArrowLeft: () => goTo(active.row, active.column - 1), ArrowRight: () => goTo(active.row, active.column + 1),
    PageUp: () => goTo(active.row - 10, active.column), PageDown: () => goTo(active.row + 10, active.column),
    Home: (event) => goTo(event.ctrlKey ? 0 : active.row, 0), End: (event) => (event.ctrlKey ? goTo(rows.length - 1, 0) : goTo(active.row, Infinity)),
    Enter: () => take(active.row, active.column), " ": () => take(active.row, active.column),
  };

  function take(index, column) {
    const row = rows[index];
    if (!row) return;
    if (!row.line && rolled && row.group.id !== null) page.expand(row.group.id);
    else if (!row.line) page.choose(row.group.id);
    else page.choose(column ? targetOf(row, row.promises[column - 1].promise) : row.line.id);
  }

  function point(cell, event) {
    const box = cell.getBoundingClientRect();
    if (!cell.dataset.id) return page.hover(null);
    return page.hover(Number(cell.dataset.id), event ? event.clientX : Math.min(box.right, innerWidth - 40), event ? event.clientY : box.bottom, cell.getAttribute("aria-label"));
  }

  steer(grid, page, { active, keys: KEYS, point, take: () => take(active.row, active.column), render });
  page.on("hover", ({ id }) => {
    if ((id ?? null) === lit || container.offsetParent === null) return;
    lit = id ?? null;
    render();
  });
  addEventListener("resize", () => { if (container.offsetParent !== null) draw(); });

  return { draw, show: draw, resize: draw, toSvg: () => timelineSvg(page, promisesOf(page), { days, rolled }), toSheets: () => timelineSheets(page, promisesOf(page), { days, rolled }) };
}

/** What the marks of the timeline mean, drawn by the same hand. */
function timelineKey() {
  const scale = timeScale({ first: 24240, last: 24252 }, 40 + NO_DATE, () => null);
  const promise = (item, late = "no") => ({ items: [0], item: { state: null, revised: null, from: null, to: null, dueKind: "by", owners: [], ...item }, late });
  const key = (shapes, width, text) => {
    const svg = document.createElementNS(SVG_SPACE, "svg");
    for (const [name, value] of Object.entries({ width, height: 20, "aria-hidden": "true" })) svg.setAttribute(name, value);
    svg.append(...shapes.map(shapeElement));
    return el("span", { class: "key" }, svg, text);
  };
  const end = (item, late) => endGlyph(10, 10, promise(item, late));
  const arrow = [{ tag: "circle", cx: 6, cy: 10, r: 4, fill: "ground", stroke: "ink", "stroke-width": 1.5 }, { tag: "path", d: "M10 10h16m-4 -4l4 4l-4 4", fill: "none", stroke: "ink", "stroke-width": 1.5 }];
  return el("div", { class: "matrix-key timeline-key" },
    key(end({}), 20, "due"), key([rangeBar(2, 26, 10, "between"), ...endGlyph(26, 10, promise({}))], 34, "range"), key(arrow, 30, "moved"),
    key([rangeBar(2, 24, 10, "ongoing"), openEnd(28, 10, "post")], 32, "ongoing"), key(end({ state: "complete" }), 20, "done"),
    key(end({}, "yes"), 20, "overdue"), key(end({}, "cannot tell"), 20, "cannot be told"));
}

// Glyphs: how the timeline draws a promise. Shape says it, colour only helps: a bar is a range, a disc a day, a triangle is
// overdue, a question mark cannot be told, a tick is done, an arrow is a slip from the first date to the revised one.

const GLYPH = { radius: 5.5, stub: 34, gap: 10, digit: 8 };

/** The mark at the end of a promise, in the middle of `x` and `y`. */
function endGlyph(x, y, promise) {
  const r = GLYPH.radius;
  const state = promise.item.state;
  if (state === "complete" || state === "closed" || (promise.item.dueKind === "completed" && promise.late === "no")) {
    return [
      { tag: "circle", cx: x, cy: y, r, fill: "ground", stroke: "ink", "stroke-width": 1.5 },
      { tag: "path", d: `M${x - 2.8} ${y + 0.2}l2 2.3l3.6 -4.8`, fill: "none", stroke: "ink", "stroke-width": 1.7 },
    ];
  }
  if (promise.late === "yes") {
    return [
      { tag: "path", d: `M${x} ${y - 7}l7.5 13h-15z`, fill: "late", stroke: "ground", "stroke-width": 1 },
      { tag: "path", d: `M${x} ${y - 2.5}v4.2M${x} ${y + 3}v1.6`, fill: "none", stroke: "ground", "stroke-width": 1.7 },
    ];
  }
  if (promise.late === "cannot tell") {
    return [
      { tag: "circle", cx: x, cy: y, r: r + 1, fill: "ground", stroke: "soft", "stroke-width": 1.5, "stroke-dasharray": "3 2" },
      { tag: "text", x, y: y + 4, "text-anchor": "middle", "font-size": 11, "font-weight": 700, fill: "ink", text: "?" },
    ];
  }
  return [{ tag: "circle", cx: x, cy: y, r, fill: "post", stroke: "ground", "stroke-width": 1 }];
}

const rangeBar = (from, to, y, kind) => ({ tag: "line", x1: from, x2: to, y1: y, y2: y, stroke: "post", "stroke-width": 5, "stroke-opacity": 0.55, "stroke-dasharray": kind === "recurring" ? "6 4" : undefined });
const openEnd = (x, y, tone) => ({ tag: "path", d: `M${x - 5} ${y - 5}l5 5l-5 5`, fill: "none", stroke: tone, "stroke-width": 2 });

/** A range as a bar up to its last day; what goes on has an open end. */
function spanGlyph(span, promise, scale, y) {
  const start = span.from ? scale.x(span.from) : null;
  const end = span.to ? scale.x(span.to) : null;
  if (start !== null && end !== null) return { left: start, right: end, shapes: [rangeBar(start, end, y, span.kind), ...endGlyph(end, y, promise)] };
  if (span.kind === "ongoing" || span.kind === "commences" || span.kind === "recurring") {
    const from = start ?? end ?? scale.begins(promise.item);
    const to = from + GLYPH.stub;
    const done = promise.item.state === "complete" || promise.item.state === "closed" || promise.late === "cannot tell";
    return { left: from, right: to, shapes: [rangeBar(from, to - 2, y, span.kind), openEnd(to, y, "post"), ...(done ? endGlyph(from, y, promise) : [])] };
  }
  const day = end ?? start ?? scale.noDate;
  return { left: day, right: day, shapes: endGlyph(day, y, promise) };
}

/** A slip: the first date hollow, an arrow to where the promise stands now. */
function slipGlyph(promise, scale, y) {
  const { item } = promise;
  const first = item.to ?? item.from;
  const now = spanGlyph(item.revised, promise, scale, y);
  if (!first) return now;
  const from = scale.x(first);
  const target = item.revised.to || item.revised.from ? (item.revised.to ? now.right : now.left) : now.left;
  const way = target < from ? -1 : 1;
  const tip = target - way * (GLYPH.radius + 3);
  const arrow = Math.abs(target - from) < 2 * GLYPH.radius ? [] : [
    { tag: "line", x1: from + way * 4, x2: tip, y1: y, y2: y, stroke: "ink", "stroke-width": 1.5 },
    { tag: "path", d: `M${tip - way * 5} ${y - 4}L${tip} ${y}L${tip - way * 5} ${y + 4}`, fill: "none", stroke: "ink", "stroke-width": 1.5 },
  ];
  const hollow = { tag: "circle", cx: from, cy: y, r: 4, fill: "ground", stroke: "ink", "stroke-width": 1.5 };
  return { left: Math.min(from, now.left), right: Math.max(from, now.right), shapes: [...arrow, hollow, ...now.shapes] };
}

/** Draw one promise at height `y`; gives its shapes and how far it reaches, its number included. */
function promiseGlyph(promise, scale, y) {
  const revised = promise.item.revised;
  const moved = revised && (revised.from || revised.to || revised.kind === "ongoing");
  const { item } = promise;
  const drawn = moved ? slipGlyph(promise, scale, y) : spanGlyph({ kind: item.dueKind, from: item.from, to: item.to }, promise, scale, y);
  const many = promise.items.length > 1 ? String(promise.items.length) : "";
  const number = many ? [{ tag: "text", x: drawn.right + 9, y: y + 4.5, fill: "ink", "font-size": 12, text: many }] : [];
  return { left: drawn.left - 8, right: drawn.right + 8 + (many ? many.length * GLYPH.digit + 3 : 0), shapes: [...drawn.shapes, ...number] };
}

/** Share promises out on as few lanes as they need so that none covers another; gives each its lane. */
function lanesOf(promises, scale) {
  const placed = promises.map((promise) => ({ promise, ...promiseGlyph(promise, scale, 0) })).sort((a, b) => a.left - b.left || a.right - b.right || a.promise.items[0] - b.promise.items[0]);
  const ends = [];
  for (const each of placed) {
    const free = ends.findIndex((end) => end <= each.left);
    each.lane = free < 0 ? ends.length : free;
    ends[each.lane] = each.right;
  }
  return { placed, lanes: Math.max(ends.length, 1) };
}

/** How many fell due in each month, as columns: what is overdue stands dark at the foot. */
function countGlyphs({ counts, undated }, most, scale, y, height) {
  const wide = Math.max(scale.month - 1, 1.5);
  const columns = [...counts].sort((a, b) => a[0] - b[0]).filter(([month]) => month >= scale.first && month < scale.last).flatMap(([month, count]) => {
    const x = scale.at(month);
    const tall = Math.max((count.all / most) * height, 2);
    const late = count.all ? (count.late / count.all) * tall : 0;
    return [
      { tag: "rect", x, y: y + height - tall, width: wide, height: tall - late, fill: "shade-2" },
      { tag: "rect", x, y: y + height - late, width: wide, height: late, fill: "late" },
    ];
  });
  return undated ? [...columns, { tag: "text", x: scale.noDate, y: y + height - 4, "text-anchor": "middle", fill: "soft", "font-size": 12, text: String(undated) }] : columns;
}

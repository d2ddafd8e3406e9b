// Labels: of one size on the screen at every zoom, placed greedily by weight; one that would overlap waits for zoom.

const TEXT = 12.5;
const FACE = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';
const LEADING = 1.2;
const LINE_LENGTH = 20;

/** Break a name into at most `most` lines, and keep what follows a line feed (a plan's year) whatever is cut. */
function wrap(text, length, most) {
  const [name, ...kept] = text.split("\n");
  return [...wrapName(name, length, most), ...kept.filter(Boolean)];
}

/** Break words into lines; the last ends in an ellipsis where words are left over. */
function wrapName(text, length, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const pieces = word.length > length ? word.match(new RegExp(`.{1,${length}}`, "gsu")) : [word];
    for (const piece of pieces) {
      const line = lines.at(-1);
      if (!line) lines[lines.length - 1] = piece;
      else if (line.length + 1 + piece.length <= length) lines[lines.length - 1] = `${line} ${piece}`;
      else lines.push(piece);
    }
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1].replace(/[ ,;:]+$/u, "")}…`];
}

/** The places round a mark where its label may stand, best first: {x, y} is the middle of the label's box. */
function candidates(node, width, height, gap) {
  const down = { x: node.x, y: node.y + node.size + gap + height / 2 };
  const up = { x: node.x, y: node.y - node.size - gap - height / 2 };
  const right = { x: node.x + node.size + gap + width / 2, y: node.y };
  const left = { x: node.x - node.size - gap - width / 2, y: node.y };
  const slant = (sx, sy) => ({ x: node.x + sx * (node.size * 0.7 + width / 2), y: node.y + sy * (node.size * 0.7 + height / 2) });
  if (node.side === "along") return [{ x: node.x + node.size + 2 * gap + width / 2, y: node.y - gap - height / 2 }];
  if (node.side === "under") return [down, up];
  if (node.side === "out") return [node.x < 0 ? left : right];
  if (node.family === "recommendation") return [outward(node, width, height, gap), down, right, left, up];
  if (node.family === "plan") {
    const [sx, sy] = [node.x < 0 ? -1 : 1, node.y < 0 ? -1 : 1];
    const side = sx < 0 ? left : right;
    return [sy < 0 ? up : down, slant(sx, sy), side, slant(sx, -sy), sy < 0 ? down : up];
  }
  return [down, right, left, up, slant(1, 1), slant(-1, 1), slant(1, -1), slant(-1, -1)];
}

function outward(node, width, height, gap) {
  const length = Math.hypot(node.x, node.y) || 1;
  const reach = node.size + gap + Math.min(width, height) / 2;
  return { x: node.x + (node.x / length) * reach, y: node.y + (node.y / length) * reach };
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (inside, outside) => inside.left >= outside.left && inside.right <= outside.right && inside.top >= outside.top && inside.bottom <= outside.bottom;

function box(centre, width, height) {
  return { left: centre.x - width / 2, right: centre.x + width / 2, top: centre.y - height / 2, bottom: centre.y + height / 2 };
}

/** More rows than any picture has, so that column and row make one number. */
const ROWS = 2 ** 24;

/** Boxes by the cells of a grid that they touch, so that thousands are compared with their neighbours alone. */
function makeGrid(cell) {
  const cells = new Map();
  const each = (one, visit) => {
    for (let column = Math.floor(one.left / cell); column <= one.right / cell; column += 1) {
      for (let row = Math.floor(one.top / cell); row <= one.bottom / cell; row += 1) if (visit(column * ROWS + row)) return true;
    }
    return false;
  };
  return {
    add: (one) => each(one, (key) => {
      if (cells.has(key)) cells.get(key).push(one);
      else cells.set(key, [one]);
      return false;
    }),
    /** Whether something in the grid, other than of the node `id`, overlaps a box. */
    meets: (one, id) => each(one, (key) => cells.get(key)?.some((other) => other.id !== id && overlaps(one, other))),
  };
}

/**
 * Choose where labels go. `wanted` is in order of weight: {node, lines, bold, must}. A label takes the first of its places that
 * meets neither a mark nor a label already placed and stays within `bounds`; one that `must` be seen takes its first place
 * anyway, or the first that at least meets no label. Labels `already` placed keep their places.
 */
function placeLabels(pen, wanted, marks, bounds, scale, already = []) {
  const size = TEXT / scale;
  const [spots, labels] = [makeGrid(size * 8), makeGrid(size * 8)];
  for (const node of marks) spots.add({ ...box(node, node.size * 2, node.size * 2), id: node.id });
  for (const label of already) labels.add(box(label, label.width, label.height));
  const placed = [];
  for (const label of wanted) {
    const font = `${label.bold ? "650 " : ""}${size}px ${FACE}`;
    pen.font = font;
    const width = Math.max(...label.lines.map((line) => pen.measureText(line).width)) + 6 / scale;
    const height = label.lines.length * size * LEADING;
    const places = candidates(label.node, width, height, 3 / scale);
    const framed = (place) => ({ ...place, ...box(place, width, height) });
    let [place, second] = [null, null];
    for (let i = 0; i < places.length && !place; i += 1) {
      const each = framed(places[i]);
      if (!within(each, bounds) || labels.meets(each, null)) continue;
      second ??= each;
      if (!spots.meets(each, label.node.id)) place = each;
    }
    if (label.must) place ??= second ?? (label.must === "always" ? framed(places[0]) : null);
    if (!place) continue;
    labels.add(place);
    placed.push({ ...label, ...place, font, size, width, height });
  }
  return placed;
}

/** Write placed labels, each with a halo of the ground so that ties behind it do not disturb. */
function writeLabels(pen, placed, palette, scale) {
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  for (const label of placed) {
    pen.font = label.font;
    pen.globalAlpha = label.faint ? 0.35 : 1;
    label.lines.forEach((line, i) => {
      const y = label.y - label.height / 2 + (i + 0.5) * label.size * LEADING;
      pen.strokeStyle = palette.ground;
      pen.lineWidth = 4 / scale;
      pen.strokeText(line, label.x, y);
      pen.fillStyle = palette.ink;
      pen.fillText(line, label.x, y);
    });
  }
  pen.globalAlpha = 1;
}

// Ties and what lies behind the marks: solid (owns), double (joint), dotted (mentions), arrow (follows), dashed (owns a company).

const DASHES = { mentions: [1, 3], company: [5, 4] };

function strokeTrace(pen, trace, width, colour, dash = []) {
  pen.setLineDash(dash.map((part) => part * width));
  trace();
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
  pen.setLineDash([]);
}

/** A head at the end of a tie, pointing along (dx, dy). */
function arrowHead(pen, x, y, dx, dy, size, colour) {
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - ux * size - uy * size * 0.55, y - uy * size + ux * size * 0.55);
  pen.lineTo(x - ux * size + uy * size * 0.55, y - uy * size - ux * size * 0.55);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
}

/** Draw a tie between two marks, bowed, so that it does not hide behind a mark in line. */
function drawTie(pen, from, to, kind, width, colour, palette, bow) {
  const trace = () => {
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.quadraticCurveTo((from.x + to.x) / 2 - bow * (to.y - from.y), (from.y + to.y) / 2 + bow * (to.x - from.x), to.x, to.y);
  };
  strokeTrace(pen, trace, kind === "joint" ? width * 3.4 : width, colour, DASHES[kind]);
  if (kind === "succeeds") arrowHead(pen, to.x - (to.size ?? 0), to.y, to.x - from.x, to.y - from.y, 5 * width, colour);
  if (kind !== "joint") return;
  const alpha = pen.globalAlpha;
  pen.globalAlpha = 1;
  strokeTrace(pen, trace, width * 1.4, palette.ground);
  pen.globalAlpha = alpha;
}

/** Draw a tie that runs along its own path: an arrow from lane to lane, or a line with a stop at each end. */
function drawPath(pen, [[x1, y1], [x2, y2]], kind, width, colour, stop) {
  if (kind === "succeeds") {
    const end = x2 - stop;
    const bend = Math.max((end - x1) * 0.55, 18);
    strokeTrace(pen, () => { pen.beginPath(); pen.moveTo(x1, y1); pen.bezierCurveTo(x1 + bend, y1, end - bend, y2, end - 6 * width, y2); }, width, colour);
    arrowHead(pen, end, y2, 1, 0, 7 * width, colour);
    return;
  }
  strokeTrace(pen, () => { pen.beginPath(); pen.moveTo(x1, y1); pen.lineTo(x2, y2); }, width, colour, DASHES[kind]);
  for (const y of [y1, y2]) {
    disc(pen, x1, y, 2.6 * width);
    pen.fillStyle = colour;
    pen.fill();
  }
}

/** Stroke a line through points, rounding off their steps of a pixel. */
function traceSmoothly(pen, points) {
  pen.beginPath();
  pen.moveTo(...points[0]);
  for (let i = 1; i < points.length - 1; i += 1) {
    const [[x, y], [nextX, nextY]] = [points[i], points[i + 1]];
    pen.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  pen.lineTo(...points.at(-1));
  pen.stroke();
}

/** Draw how long a body stood: a line, thicker where a plan inspected it; an end that is not known fades into dots. */
function drawLifeline(pen, line, scale, colour, inspected) {
  const width = Math.max(1, 1 / scale) * (inspected ? 4 : 2);
  const dots = 26;
  const [start, end] = [line.start + (line.openStart ? dots : 0), line.end - (line.openEnd ? dots : 0)];
  const along = (from, to) => () => { pen.beginPath(); pen.moveTo(from, line.y); pen.lineTo(to, line.y); };
  strokeTrace(pen, along(start, Math.max(end, start)), width, colour);
  if (line.openStart) strokeTrace(pen, along(line.start - dots, start), width, colour, [1, 1.5]);
  if (line.openEnd) strokeTrace(pen, along(Math.max(end, start), line.end), width, colour, [1, 1.5]);
  else strokeTrace(pen, () => { pen.beginPath(); pen.moveTo(line.end, line.y - 7); pen.lineTo(line.end, line.y + 7); }, width, colour);
}

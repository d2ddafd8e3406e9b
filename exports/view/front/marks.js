// The marks: one shape for each kind, the fill for the answer, drawn alike in the picture, in the legend and on paper.

const TONES = ["ground", "wash", "ink", "soft", "rule", "edge", "post", "body", "recommendation", "plan", "thing", "organisation", "focus"];

/** The colours in force, light or dark, as the style sheet has them. */
function readPalette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(TONES.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()]));
}

function polygon(pen, x, y, radius, corners, turn) {
  pen.beginPath();
  for (let i = 0; i < corners; i += 1) {
    const angle = turn + (i / corners) * 2 * Math.PI;
    const [px, py] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (i) pen.lineTo(px, py);
    else pen.moveTo(px, py);
  }
  pen.closePath();
}

function disc(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function square(pen, x, y, radius) {
  pen.beginPath();
  pen.rect(x - radius * 0.89, y - radius * 0.89, radius * 1.78, radius * 1.78);
}

/** A sheet with its upper right corner folded. */
function sheet(pen, x, y, radius) {
  const [w, h, fold] = [radius * 0.8, radius, radius * 0.55];
  pen.beginPath();
  pen.moveTo(x - w, y - h);
  pen.lineTo(x + w - fold, y - h);
  pen.lineTo(x + w, y - h + fold);
  pen.lineTo(x + w, y + h);
  pen.lineTo(x - w, y + h);
  pen.closePath();
}

const OUTLINES = {
  circle: disc,
  "double-circle": disc,
  "dotted-circle": disc,
  square,
  page: sheet,
  pages: sheet,
  hexagon: (pen, x, y, r) => polygon(pen, x, y, r * 1.1, 6, 0),
  diamond: (pen, x, y, r) => polygon(pen, x, y, r * 1.25, 4, 0),
};

/** A second sheet behind the first, for a mark that stands for several plans. */
function sheetBehind(pen, x, y, radius, colour, palette) {
  sheet(pen, x + radius * 0.32, y - radius * 0.3, radius);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1.75, radius * 0.12);
  pen.stroke();
}

function inner(pen, node, x, y, radius, palette) {
  if (node.mark === "double-circle") {
    disc(pen, x, y, Math.max(radius * 0.62, radius - 5));
    pen.strokeStyle = palette.ground;
    pen.lineWidth = Math.max(1.5, radius * 0.1);
    pen.stroke();
  } else if (node.mark === "dotted-circle") {
    disc(pen, x, y, radius * 0.3);
    pen.fillStyle = palette.ground;
    pen.fill();
  } else if (node.mark === "page" || node.mark === "pages") {
    pen.strokeStyle = palette.ground;
    pen.lineWidth = Math.max(1.5, radius * 0.12);
    pen.beginPath();
    for (const line of [-0.1, 0.25, 0.6]) {
      pen.moveTo(x - radius * 0.5, y + radius * line);
      pen.lineTo(x + radius * 0.5, y + radius * line);
    }
    pen.stroke();
  }
}

/** Draw one mark; `node` needs mark, family and fill ("agreed", "partly", "not" or "none"). */
function drawMark(pen, node, x, y, radius, palette) {
  const colour = palette[node.family];
  const fill = node.fill ?? "agreed";
  if (node.mark === "pages") sheetBehind(pen, x, y, radius, colour, palette);
  OUTLINES[node.mark](pen, x, y, radius);
  pen.fillStyle = fill === "agreed" ? colour : palette.ground;
  pen.fill();
  if (fill === "partly") {
    pen.beginPath();
    pen.rect(x - radius * 0.89, y, radius * 1.78, radius * 0.89);
    pen.fillStyle = colour;
    pen.fill();
    OUTLINES[node.mark](pen, x, y, radius);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1.75, radius * 0.12);
  pen.setLineDash(fill === "none" ? [3, 3] : []);
  pen.stroke();
  pen.setLineDash([]);
  inner(pen, node, x, y, radius, palette);
}

/** Draw the selection: a ring in the accent within one in ink, with a gap, so that it shows in greyscale too. */
function drawRing(pen, x, y, radius, palette, scale) {
  const thin = Math.max(1, 1 / scale);
  for (const [reach, colour, width] of [[4.5, palette.ground, 5], [5, palette.ink, 3]]) {
    disc(pen, x, y, radius * 1.15 + reach * thin);
    pen.strokeStyle = colour;
    pen.lineWidth = width * thin;
    pen.stroke();
  }
}

/** Lay the ground under a faint mark, so that ties do not shine through it. */
function maskMark(pen, spot, palette) {
  const alpha = pen.globalAlpha;
  pen.globalAlpha = 1;
  OUTLINES[spot.mark](pen, spot.x, spot.y, spot.size);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.globalAlpha = alpha;
}

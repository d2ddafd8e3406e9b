// The marks: one shape for each kind, the fill for the answer, drawn alike in the picture and in the legend.

const TONES = ["ground", "wash", "ink", "soft", "rule", "edge", "post", "body", "recommendation", "plan", "thing", "organisation"];

/** The colours in force, light or dark, as the style sheet has them. */
function readPalette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(TONES.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()]));
}

function polygon(ctx, x, y, radius, corners, turn) {
  ctx.beginPath();
  for (let i = 0; i < corners; i += 1) {
    const angle = turn + (i / corners) * 2 * Math.PI;
    ctx.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  ctx.closePath();
}

function disc(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

/** A sheet with its upper right corner folded. */
function sheet(ctx, x, y, radius) {
  const [w, h, fold] = [radius * 0.8, radius, radius * 0.55];
  ctx.beginPath();
  ctx.moveTo(x - w, y - h);
  ctx.lineTo(x + w - fold, y - h);
  ctx.lineTo(x + w, y - h + fold);
  ctx.lineTo(x + w, y + h);
  ctx.lineTo(x - w, y + h);
  ctx.closePath();
}

const OUTLINES = {
  circle: disc,
  "double-circle": disc,
  "dotted-circle": disc,
  square: (ctx, x, y, r) => { ctx.beginPath(); ctx.rect(x - r * 0.89, y - r * 0.89, r * 1.78, r * 1.78); },
  page: sheet,
  hexagon: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.1, 6, 0),
  diamond: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.25, 4, 0),
};

/** Fill the lower half of the mark whose outline is the current path. */
function fillHalf(ctx, y, radius, x) {
  ctx.save();
  ctx.clip();
  ctx.fillRect(x - 2 * radius, y, 4 * radius, 2 * radius);
  ctx.restore();
}

function inner(ctx, node, x, y, radius, palette) {
  if (node.mark === "double-circle") {
    disc(ctx, x, y, Math.max(radius * 0.62, radius - 5));
    ctx.strokeStyle = palette.ground;
    ctx.lineWidth = Math.max(1.5, radius * 0.1);
    ctx.stroke();
  } else if (node.mark === "dotted-circle") {
    disc(ctx, x, y, radius * 0.3);
    ctx.fillStyle = palette.ground;
    ctx.fill();
  } else if (node.mark === "page") {
    ctx.strokeStyle = palette.ground;
    ctx.lineWidth = Math.max(1.5, radius * 0.12);
    ctx.beginPath();
    for (const line of [-0.1, 0.25, 0.6]) {
      ctx.moveTo(x - radius * 0.5, y + radius * line);
      ctx.lineTo(x + radius * 0.5, y + radius * line);
    }
    ctx.stroke();
  }
}

/** Draw one mark; `node` needs mark, family and fill ("agreed", "partly", "not" or "none"). */
function drawMark(ctx, node, x, y, radius, palette) {
  const outline = OUTLINES[node.mark];
  const colour = palette[node.family];
  outline(ctx, x, y, radius);
  ctx.fillStyle = node.fill === "agreed" ? colour : palette.ground;
  ctx.fill();
  if (node.fill === "partly") {
    ctx.fillStyle = colour;
    fillHalf(ctx, y, radius, x);
    outline(ctx, x, y, radius);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = Math.max(1.75, radius * 0.12);
  ctx.setLineDash(node.fill === "none" ? [3, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  inner(ctx, node, x, y, radius, palette);
}

/** Draw the selection: one ring in ink, with a gap, so that it shows in greyscale too. */
function drawRing(ctx, x, y, radius, palette, width) {
  disc(ctx, x, y, radius * 1.15 + 5);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = width;
  ctx.stroke();
}

/** How a tie is drawn: solid (owns), double (joint), dotted (mentions); bowed, so that it does not hide behind a mark in line. */
function drawTie(ctx, from, to, kind, width, colour, palette, bow) {
  const stroke = (lineWidth, strokeStyle) => {
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.quadraticCurveTo((from.x + to.x) / 2 - bow * (to.y - from.y), (from.y + to.y) / 2 + bow * (to.x - from.x), to.x, to.y);
    ctx.lineWidth = lineWidth;
    ctx.strokeStyle = strokeStyle;
    ctx.stroke();
  };
  ctx.setLineDash(kind === "mentions" ? [width, width * 3] : []);
  stroke(kind === "joint" ? width * 3.4 : width, colour);
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  if (kind === "joint") stroke(width * 1.4, palette.ground);
}

// A pen that writes SVG: it takes what a canvas takes, so that what is saved is what is drawn, with its text as text.

const svgText = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const svgNumber = (number) => String(Math.round(number * 100) / 100);

/** Make a pen; `measure` is a canvas context that knows how wide text is. */
function makeSvgPen(measure) {
  const out = [];
  let path = "";
  let dash = [];
  const held = [];

  const strokes = (pen) => `stroke="${pen.strokeStyle}" stroke-width="${svgNumber(pen.lineWidth)}"${dash.length ? ` stroke-dasharray="${dash.map(svgNumber).join(" ")}"` : ""}`;
  const faded = (pen) => (pen.globalAlpha < 1 ? ` opacity="${svgNumber(pen.globalAlpha)}"` : "");

  return {
    globalAlpha: 1, fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, font: "", textAlign: "center", textBaseline: "middle", lineJoin: "round",
    parts: out,
    beginPath() { path = ""; },
    moveTo(x, y) { path += `M${svgNumber(x)} ${svgNumber(y)}`; },
    lineTo(x, y) { path += `${path ? "L" : "M"}${svgNumber(x)} ${svgNumber(y)}`; },
    quadraticCurveTo(a, b, x, y) { path += `Q${svgNumber(a)} ${svgNumber(b)} ${svgNumber(x)} ${svgNumber(y)}`; },
    bezierCurveTo(a, b, c, d, x, y) { path += `C${svgNumber(a)} ${svgNumber(b)} ${svgNumber(c)} ${svgNumber(d)} ${svgNumber(x)} ${svgNumber(y)}`; },
    /** Whole circles only: the marks need no other arc. */
    arc(x, y, r) { path += `M${svgNumber(x - r)} ${svgNumber(y)}a${svgNumber(r)} ${svgNumber(r)} 0 1 0 ${svgNumber(2 * r)} 0a${svgNumber(r)} ${svgNumber(r)} 0 1 0 ${svgNumber(-2 * r)} 0Z`; },
    rect(x, y, w, h) { path += `M${svgNumber(x)} ${svgNumber(y)}h${svgNumber(w)}v${svgNumber(h)}h${svgNumber(-w)}Z`; },
    closePath() { path += "Z"; },
    fill() { out.push(`<path d="${path}" fill="${this.fillStyle}"${faded(this)}/>`); },
    stroke() { out.push(`<path d="${path}" fill="none" ${strokes(this)}${faded(this)}/>`); },
    setLineDash(lengths) { dash = lengths; },
    save() { held.push([this.globalAlpha, this.fillStyle, this.strokeStyle, this.lineWidth]); },
    restore() { [this.globalAlpha, this.fillStyle, this.strokeStyle, this.lineWidth] = held.pop(); },
    measureText(text) { measure.font = this.font; return measure.measureText(text); },
    strokeText() {},
    /** Text with the halo that a canvas strokes first. */
    fillText(text, x, y) {
      const [, weight, size] = /^(\d+ )?([\d.]+)px/u.exec(this.font) ?? [null, "", "12"];
      const anchor = { center: "middle", left: "start", right: "end" }[this.textAlign];
      out.push(`<text x="${svgNumber(x)}" y="${svgNumber(y + Number(size) * 0.35)}" font-size="${svgNumber(Number(size))}"${weight ? ` font-weight="${weight.trim()}"` : ""} `
        + `text-anchor="${anchor}" fill="${this.fillStyle}" stroke="${this.strokeStyle}" stroke-width="${svgNumber(this.lineWidth)}" paint-order="stroke"${faded(this)}>${svgText(text)}</text>`);
    },
    /** Put what follows, until `close`, into a group that says what it is. */
    open(title) { out.push(`<g><title>${svgText(title)}</title>`); },
    close() { out.push("</g>"); },
  };
}

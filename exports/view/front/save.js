// Saving what is shown, as SVG or PNG with its heading, legend and source, and the link that leads back to it.

const PAPER = 32;
const PNG_SCALE = 2;

/** Break text into lines of at most `width` pixels. */
function svgLines(text, size, width) {
  const measure = document.createElement("canvas").getContext("2d");
  measure.font = `${size}px ${FACE}`;
  const lines = [""];
  for (const word of text.split(/\s+/).flatMap((part) => part.match(/.{1,60}/gsu) ?? [])) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (measure.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Lines of text one under another; gives the SVG and the height. */
function svgBlock(text, { x, y, size, width, fill, weight = 400 }) {
  const lines = text ? svgLines(text, size, width) : [];
  const written = lines.map((line, i) => `<text x="${x}" y="${svgNumber(y + size + i * size * 1.3)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${svgText(line)}</text>`);
  return { svg: written.join(""), height: lines.length * size * 1.3 };
}

/** The legend in columns; gives the SVG and the height. */
function svgLegend(entries, x, y, width, palette) {
  const measure = document.createElement("canvas").getContext("2d");
  measure.font = `14px ${FACE}`;
  const pen = makeSvgPen(measure);
  const texts = [];
  let [left, top] = [x, y];
  for (const { name, draw } of entries) {
    const wide = 52 + measure.measureText(name).width;
    if (left > x && left + wide > x + width) [left, top] = [x, top + 28];
    draw(pen, left + 14, top + 12, palette);
    texts.push(`<text x="${svgNumber(left + 36)}" y="${svgNumber(top + 17)}" font-size="14" fill="${palette.ink}">${svgText(name)}</text>`);
    left += wide + 16;
  }
  return { svg: pen.parts.join("") + texts.join(""), height: entries.length ? top + 28 - y : 0 };
}

/** Where it comes from: the documents, the day, the build. */
function sourceLine(page) {
  const documents = [...document.querySelectorAll("footer li bdi")].map((item) => item.textContent);
  const named = documents.length > 5 ? plural(documents.length, "document") : documents.join("; ");
  const day = page.state.asAt ? `As at ${dayInWords(page.state.asAt)}. ` : "";
  return `${day}Source: ${named || "no document"}. Made by Answerable${page.data.snapshot ? `, build ${page.data.snapshot}` : ""}.`;
}

/** A whole SVG document round a drawn body: heading, caption, note, the body, the legend and where it comes from. */
function framedSvg(page, { heading, caption, note, body, width, height, palette, legend = [] }) {
  const inner = Math.max(width, 560);
  const top = svgBlock(heading, { x: PAPER, y: PAPER, size: 24, width: inner, fill: palette.ink, weight: 650 });
  const under = svgBlock([caption, note].filter(Boolean).join(" "), { x: PAPER, y: PAPER + top.height + 8, size: 14, width: inner, fill: palette.soft });
  const start = PAPER + top.height + 16 + under.height;
  const keys = svgLegend(legend, PAPER, start + height + 16, inner, palette);
  const source = svgBlock(sourceLine(page), { x: PAPER, y: start + height + 24 + keys.height, size: 13, width: inner, fill: palette.soft });
  const [wide, high] = [Math.ceil(inner + 2 * PAPER), Math.ceil(start + height + 24 + keys.height + source.height + PAPER)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" role="img" font-family="${svgText(FACE)}">`
    + `<title>${svgText(heading)}</title><desc>${svgText(caption ?? "")}</desc><rect width="100%" height="100%" fill="${palette.ground}"/>`
    + `${top.svg}${under.svg}<svg x="${PAPER}" y="${svgNumber(start)}" width="${svgNumber(width)}" height="${svgNumber(height)}">${body}</svg>${keys.svg}${source.svg}</svg>`;
}

/** Draw an SVG as a PNG at twice its size. */
async function pngOf(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = el("canvas", { width: image.naturalWidth * PNG_SCALE, height: image.naturalHeight * PNG_SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** Give the reader a file. */
function hand(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A file name that says what it is: the view or network, what it is alone about, and the day. */
function fileName(page, ending) {
  const { view, network, focus, asAt } = page.state;
  const about = focus === null || view !== "network" ? (view === "network" ? page.data.networks[network].title : view) : page.data.nodes[focus].label;
  const words = about.normalize("NFKD").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["picture"];
  return `${[...words.slice(0, 10), ...(asAt ? [asAt] : [])].join("-").slice(0, 80)}.${ending}`;
}

/** Make the buttons that save what is shown and copy the link to it; `shown` gives the view that is shown. */
function makeSave(container, page, shown) {
  const said = el("span", { class: "quiet", role: "status" });
  const whole = () => `<?xml version="1.0" encoding="UTF-8"?>\n${shown().toSvg()}`;
  const svg = el("button", { type: "button", click: () => hand(new Blob([whole()], { type: "image/svg+xml" }), fileName(page, "svg")) }, "Save as SVG");
  const png = el("button", { type: "button", click: async () => hand(await pngOf(shown().toSvg()), fileName(page, "png")) }, "Save as PNG");
  const link = el("button", { type: "button", click: copy }, "Copy link");

  async function copy() {
    try {
      await navigator.clipboard.writeText(page.link());
      said.textContent = "Link copied";
    } catch {
      const field = el("input", { readonly: true, value: page.link(), "aria-label": "Link to copy" });
      said.replaceChildren(field);
      field.select();
    }
  }

  /** A view that has no picture of its own cannot be saved as one. */
  function draw() {
    for (const button of [svg, png]) button.hidden = !shown().toSvg;
    said.replaceChildren();
  }

  container.replaceChildren(svg, png, link, said);
  for (const event of ["view", "network", "filter", "select"]) page.on(event, draw);
  draw();
}

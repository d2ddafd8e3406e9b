// Shapes: what a grid view draws, as plain records, so that screen and saved picture are made from one description.
//
// A shape is {tag, text?, ...attributes}; a colour is the name of a tone of the style sheet ("ink", "post", "late").

const SHAPE_TONES = ["ground", "wash", "ink", "soft", "rule", "edge", "post", "body", "recommendation", "late", "shade-1", "shade-2", "shade-3", "shade-4", "on-dark"];
const SVG_SPACE = "http://www.w3.org/2000/svg";
const PAINTS = new Set(["fill", "stroke"]);

const attributesOf = ({ tag, text, ...attributes }) => Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);

/** Draw shapes on the screen; tones follow light and dark by themselves. */
function shapeElement(shape) {
  const element = document.createElementNS(SVG_SPACE, shape.tag);
  for (const [name, value] of attributesOf(shape)) {
    element.setAttribute(name, PAINTS.has(name) && SHAPE_TONES.includes(value) ? `var(--${value})` : value);
  }
  if (shape.text !== undefined) element.textContent = shape.text;
  return element;
}

const MARKUP = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&#39;" };

/** Text that is safe in XML: no markup, none of the control characters that XML forbids. */
const inXml = (text) => String(text).replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ").replace(/[<>&"']/g, (sign) => MARKUP[sign]);

function tonesInForce() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(SHAPE_TONES.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()]));
}

/** Write shapes as an SVG document with a name, real text and the colours in force. */
function shapesToSvg(width, height, name, shapes) {
  const tones = tonesInForce();
  const written = shapes.map((shape) => {
    const attributes = attributesOf(shape).map(([key, value]) => ` ${key}="${inXml(PAINTS.has(key) ? tones[value] ?? value : value)}"`).join("");
    return shape.text === undefined ? `<${shape.tag}${attributes}/>` : `<${shape.tag}${attributes}>${inXml(shape.text)}</${shape.tag}>`;
  });
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"`;
  return `<svg xmlns="${SVG_SPACE}" ${size} role="img" aria-label="${inXml(name)}" font-family="${inXml(FACE)}" font-size="13"><title>${inXml(name)}</title>`
    + `<rect width="100%" height="100%" fill="${tones.ground}"/>${written.join("")}</svg>`;
}

/** Cut a name to so many characters, and say by an ellipsis that it was cut. */
const cutTo = (text, length) => ([...text].length > length ? `${[...text].slice(0, length - 1).join("").trimEnd()}…` : text);

// Words: building elements from text (never from markup), and folding names so that a search forgives spelling habits.

/** Make an element; strings become text nodes, so a name can never become markup. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Make an element of a drawing. */
function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Give a function that works something out when it is first asked for, and keeps it. */
function atNeed(make) {
  let [made, kept] = [false, null];
  return () => {
    if (!made) [made, kept] = [true, make()];
    return kept;
  };
}

/** "12,345": written out here, since a browser's own first use of a language costs more than all the numbers of a page. */
const inFigures = (count) => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");

/** "1 assignment", "3 assignments". */
const plural = (count, one, many = `${one}s`) => `${inFigures(count)} ${count === 1 ? one : many}`;

function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Fold a name into plain words: no case, accents, punctuation or plural. */
function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ").replaceAll("+", " and ");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
}

/** Whether every word of a query begins a word of a name, or stands within it. */
function nameMatches(name, query) {
  const words = fold(name);
  return query.every((part) => words.some((word) => word.startsWith(part))) || words.join(" ").includes(query.join(" "));
}

// Names: an index of every word that things go by, so that a search forgives plurals, acronyms, order and spelling.

const SMALL = new Set(["and", "of", "the", "for", "in", "a", "to"]);
const EXACT = 1;
const BEGINS = 0.8;
const MISSPELT = 0.5;
/** A name counts in full, the text of a recommendation less, since more words match by chance. */
const IN_TEXT = 0.6;

/** Index all nodes: each distinct word with the names that it stands in. */
function makeNames(data) {
  const names = data.nodes.flatMap((node) => namesOf(data, node));
  const words = new Map();
  const initials = new Map();
  const note = (map, key, i) => (map.has(key) ? map.get(key).push(i) : map.set(key, [i]));
  names.forEach((name, i) => {
    for (const word of new Set(name.words)) note(words, word, i);
    for (const letters of new Set(initialsOf(name.words))) if (letters.length > 1) note(initials, letters, i);
  });
  return { names, words, initials };
}

/** The names of a node as folded words; a recommendation is found by its number with its plan, and by what it says. */
function namesOf(data, node) {
  const isDemand = node.family === "recommendation";
  const label = isDemand ? `${node.label} ${data.nodes[node.plans[0]].label}` : node.label;
  const forms = [...new Set(node.forms)].filter((form) => form !== node.label);
  return [{ node, words: fold(label), weight: 1 }, ...forms.map((form) => ({ node, words: fold(form), weight: isDemand ? IN_TEXT : 0.95 }))];
}

/** The initials of folded words, with and without the small ones. */
function initialsOf(words) {
  if (words.length > 8) return [];
  return [words.map((word) => word[0]).join(""), words.filter((word) => !SMALL.has(word)).map((word) => word[0]).join("")];
}

/** How many slips of the pen a word may hold: none in short ones, which would turn into others. */
const slips = (word) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** The number of letters to add, drop, change or swap to make one word of another; more than `most` is told as Infinity. */
function distance(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return Infinity;
  let [before, last] = [[], Array.from({ length: two.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  return last[two.length] <= most ? last[two.length] : Infinity;
}

/** The names in which a word of the query stands, each with how well: as it is, as a beginning, or misspelt. */
function standing({ words, initials }, part) {
  const found = new Map();
  const note = (ids, score) => ids.forEach((id) => { if ((found.get(id) ?? 0) < score) found.set(id, score); });
  for (const [word, ids] of words) {
    if (word === part) note(ids, EXACT);
    else if (word.startsWith(part)) note(ids, BEGINS + (EXACT - BEGINS) * (part.length / word.length) * 0.5);
  }
  for (const letters of [part, `${part}s`]) note(initials.get(letters) ?? [], BEGINS);
  const most = slips(part);
  if (!found.size && most) for (const [word, ids] of words) if (distance(part, word, most) <= most) note(ids, MISSPELT);
  return found;
}

/** The nodes that answer a query, best first; all of its words must stand in one name. */
function findNodes(index, text) {
  const query = fold(text);
  if (!query.length) return [];
  const parts = query.map((part) => standing(index, part));
  const best = new Map();
  for (const id of parts[0].keys()) {
    if (!parts.every((part) => part.has(id))) continue;
    const { node, words, weight } = index.names[id];
    const said = parts.reduce((sum, part) => sum + part.get(id), 0) / parts.length;
    const score = weight * (said + 0.3 * Math.min(query.length / words.length, 1) + (words.join(" ").startsWith(query.join(" ")) ? 0.2 : 0));
    if ((best.get(node)?.score ?? 0) < score) best.set(node, { node, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.node.load - a.node.load || a.node.id - b.node.id);
}

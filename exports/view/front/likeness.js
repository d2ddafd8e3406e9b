// Likeness: an order in which those who share work stand side by side, and what they share along the diagonal.
//
// Reciprocal averaging: a row's score is the mean of its columns' scores and a column's the mean of its rows', over and
// over, which is the first axis of correspondence analysis and the smoothest order of both at once. Each round costs one
// pass over the cells, so 300 plans take milliseconds; nothing is drawn by lot, so that equal data give equal orders.
// Parts that share nothing have no order among themselves: the larger stands first.

const LIKENESS_ROUNDS = 120;

/** Join the ends of ties into parts that hang together; gives the part of each end as a number. */
function likenessParts(size, ties) {
  const parent = Array.from({ length: size }, (_, i) => i);
  const root = (i) => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const { row, column } of ties) {
    const [a, b] = [root(row), root(column)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, i) => root(i));
}

/** One round: each end takes the mean of what it is tied to. */
function averaged(scores, ties, from, to) {
  const sum = new Float64Array(scores.length);
  const weight = new Float64Array(scores.length);
  for (const tie of ties) {
    sum[tie[to]] += tie.weight * scores[tie[from]];
    weight[tie[to]] += tie.weight;
  }
  for (let i = 0; i < scores.length; i += 1) if (weight[i]) scores[i] = sum[i] / weight[i];
}

/** Take the mean out of each part's rows and stretch them to one length, lest all scores meet in one value. */
function stretched(scores, ties, part) {
  const [sum, weight, length] = [new Map(), new Map(), new Map()];
  const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);
  for (const tie of ties) {
    add(sum, part[tie.row], tie.weight * scores[tie.row]);
    add(weight, part[tie.row], tie.weight);
  }
  const rows = [...new Set(ties.map((tie) => tie.row))];
  for (const row of rows) scores[row] -= sum.get(part[row]) / weight.get(part[row]);
  for (const row of rows) length.set(part[row], Math.max(length.get(part[row]) ?? 0, Math.abs(scores[row])));
  for (const row of rows) scores[row] = length.get(part[row]) > 1e-9 ? scores[row] / length.get(part[row]) : 0;
}

/**
 * Order rows and columns by likeness. `pairs` are {row, column, weight} of any keys that do not repeat between rows and
 * columns; gives the place of each key as a number to sort by.
 */
function likeness(pairs) {
  const keys = [...new Set([...pairs.map((pair) => pair.row), ...pairs.map((pair) => pair.column)])];
  const index = new Map(keys.map((key, i) => [key, i]));
  const ties = pairs.map(({ row, column, weight }) => ({ row: index.get(row), column: index.get(column), weight }));
  const part = likenessParts(keys.length, ties);
  const scores = Float64Array.from(keys, (_, i) => i);
  for (let round = 0; round < LIKENESS_ROUNDS; round += 1) {
    stretched(scores, ties, part);
    averaged(scores, ties, "row", "column");
    averaged(scores, ties, "column", "row");
  }
  stretched(scores, ties, part);
  averaged(scores, ties, "row", "column");
  return placesInOrder(keys, scores, part, ties);
}

/** The heavier side of each part comes first, the heavier part too; ties keep the given order. */
function placesInOrder(keys, scores, part, ties) {
  const [weight, lean] = [new Map(), new Map()];
  for (const tie of ties) {
    weight.set(part[tie.row], (weight.get(part[tie.row]) ?? 0) + tie.weight);
    lean.set(part[tie.row], (lean.get(part[tie.row]) ?? 0) + tie.weight * scores[tie.row] ** 3);
  }
  const sided = (i) => Math.round(1e6 * (lean.get(part[i]) > 0 ? -scores[i] : scores[i]));
  const order = keys.map((_, i) => i).sort((a, b) => weight.get(part[b]) - weight.get(part[a]) || part[a] - part[b] || sided(a) - sided(b) || a - b);
  return new Map(order.map((i, place) => [keys[i], place]));
}

// Unpacking: the page's data stands in it as base 64 of raw DEFLATE of JSON, which every present browser can open.

/** Open one packed part. */
async function unpack(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

/** Give a function that reads numbers as the writer said them: 0 for none, 1 for the next new item, 2 for the newest
    so far, 3 for the one before that. */
function backwards(items, start = 0) {
  let next = start;
  return (said) => {
    if (said === 0) return null;
    if (said === 1) next += 1;
    return items[said === 1 ? next - 1 : next - said + 1];
  };
}

/** Numbers that stand as differences to the one before. */
function summed(steps) {
  let sum = 0;
  return steps.map((step) => { sum += step; return sum; });
}

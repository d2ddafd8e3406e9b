// A table as a file: CSV that a spreadsheet opens as text, whatever stands in its cells.

/** Write one cell: a text that a spreadsheet would take for a formula is led by an apostrophe. */
function csvCell(value) {
  if (typeof value === "number") return String(value);
  const safe = /^\s*[=+\-@|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}

/** Write rows under their heads, as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
const csvOf = (columns, rows) => `\uFEFF${[columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** Offer a text as a file. */
function download(name, text, type) {
  const link = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

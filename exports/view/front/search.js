// Search with suggestions: a combobox that forgives case, plurals and acronyms.

const MOST_SUGGESTIONS = 8;

/** The nodes that answer a query, best first. */
function find(names, query) {
  const folded = fold(query);
  return names
    .map(({ node, forms }) => ({ node, score: Math.max(...forms.map((form) => nameScore(form, folded))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.node.load - a.node.load || a.node.id - b.node.id)
    .map(({ node }) => node);
}

/** Wire the search field: what is taken from the suggestions is chosen. */
function makeSearch(field, list, status, page) {
  const names = page.data.nodes.map((node) => ({ node, forms: searchable(node) }));
  let options = [];
  let active = -1;

  function mark(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (index >= 0) field.setAttribute("aria-activedescendant", `option-${index}`);
    else field.removeAttribute("aria-activedescendant");
    list.children[index]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function take(node) {
    field.value = node.label;
    close();
    page.choose(node.id);
  }

  function suggest() {
    const found = find(names, field.value);
    const empty = !field.value.trim();
    options = found.slice(0, MOST_SUGGESTIONS);
    list.replaceChildren(...options.map((node, i) => {
      const plan = node.family === "recommendation" ? `, ${page.data.nodes[node.plans[0]].label}` : "";
      return el("li", { role: "option", id: `option-${i}`, "aria-selected": "false", mousedown: (event) => { event.preventDefault(); take(node); } },
        el("bdi", {}, node.label + plan), " ", el("span", { class: "quiet" }, node.kind));
    }));
    list.hidden = !options.length;
    field.setAttribute("aria-expanded", String(options.length > 0));
    mark(-1);
    status.textContent = empty ? "" : found.length ? (options.length ? "" : plural(found.length, "match", "matches")) : "Nothing is called that. Try fewer letters or an acronym.";
  }

  field.addEventListener("input", suggest);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (options.length) mark((active + step + options.length) % options.length);
    } else if (event.key === "Enter" && options.length && !list.hidden) {
      event.preventDefault();
      take(options[Math.max(active, 0)]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
}

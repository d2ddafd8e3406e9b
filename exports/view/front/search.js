// Search with suggestions: a combobox whose answers stand in groups by kind, the best first.

const MOST_SUGGESTIONS = 10;
const MOST_OF_A_KIND = 4;
const GROUPS = { post: "Owners", body: "Owners", recommendation: "Recommendations", plan: "Plans", thing: "Programmes and systems", organisation: "Organisations" };

/** Put what was found into groups, that of the best answer first; one group alone may fill the list. */
function grouped(found) {
  const groups = new Map();
  for (const { node } of found) groups.set(GROUPS[node.family], [...(groups.get(GROUPS[node.family]) ?? []), node]);
  const each = groups.size > 1 ? MOST_OF_A_KIND : MOST_SUGGESTIONS;
  let left = MOST_SUGGESTIONS;
  return [...groups].map(([title, nodes]) => {
    const shown = nodes.slice(0, Math.min(each, left));
    left -= shown.length;
    return { title, shown, more: nodes.length - shown.length };
  }).filter(({ shown }) => shown.length);
}

/** Wire the search field: what is taken from the suggestions is chosen. */
function makeSearch(field, list, status, page) {
  let index = null;
  let options = [];
  let active = -1;

  function mark(place) {
    active = place;
    const items = [...list.querySelectorAll("[role='option']")];
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === place)));
    if (place >= 0) field.setAttribute("aria-activedescendant", `option-${place}`);
    else field.removeAttribute("aria-activedescendant");
    items[place]?.scrollIntoView({ block: "nearest" });
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

  function option(node) {
    const number = options.push(node) - 1;
    const about = node.family === "recommendation" ? [el("span", { class: "about quiet" }, el("bdi", {}, node.forms[0] ?? ""))] : [];
    const plan = node.family === "recommendation" ? `, ${page.data.nodes[node.plans[0]].label}` : "";
    return el("div", { role: "option", id: `option-${number}`, "aria-selected": "false", mousedown: (event) => { event.preventDefault(); take(node); } },
      el("bdi", {}, node.label + plan), " ", el("span", { class: "quiet" }, node.kind), ...about);
  }

  function suggest() {
    index ??= makeNames(page.data);
    const found = findNodes(index, field.value);
    options = [];
    list.replaceChildren(...grouped(found).map(({ title, shown, more }) => el("div", { role: "group", "aria-label": title },
      el("p", { class: "kind quiet", "aria-hidden": "true" }, more ? `${title} (${shown.length} of ${inFigures(shown.length + more)})` : title), ...shown.map(option))));
    list.hidden = !options.length;
    field.setAttribute("aria-expanded", String(options.length > 0));
    mark(-1);
    status.textContent = field.value.trim() && !found.length ? "Nothing is called that. Try fewer letters or an acronym." : "";
    $("announce").textContent = found.length ? plural(found.length, "match", "matches") : "";
  }

  field.addEventListener("focus", () => { index ??= makeNames(page.data); });
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

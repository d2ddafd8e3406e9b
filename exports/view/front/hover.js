// The hover card: a first glance at what is pointed at, by mouse or by keyboard. It waits a moment, can itself be pointed at,
// goes away with Escape, and says nothing that panel and table do not say too (WCAG 1.4.13).

const HOVER = { wait: 350, linger: 200, gap: 14 };

/** Make the card; it follows the page's "hover" event. */
function makeHover(page) {
  const card = el("div", { id: "hover-card", role: "tooltip", hidden: true });
  document.querySelector("main").append(card);
  let timer = null;
  let held = false;
  let spot = null;

  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
  };
  const leave = () => later(() => { if (!held) hide(); }, HOVER.linger);

  /** Beside the pointer, and never over the edge of the window. */
  function show() {
    const { id, x, y, said } = spot;
    card.replaceChildren(...glance(page, page.data.nodes[id], said));
    card.hidden = false;
    const box = card.getBoundingClientRect();
    const left = x + HOVER.gap + box.width > innerWidth - 8 ? x - HOVER.gap - box.width : x + HOVER.gap;
    const top = y + HOVER.gap + box.height > innerHeight - 8 ? y - HOVER.gap - box.height : y + HOVER.gap;
    Object.assign(card.style, { left: `${Math.max(8, left)}px`, top: `${Math.max(8, top)}px` });
  }

  page.on("hover", ({ id, x, y, said }) => {
    if (id === null || id === undefined || x === undefined) return leave();
    const same = spot && spot.id === id && spot.said === said && !card.hidden;
    spot = { id, x, y, said };
    if (same) return clearTimeout(timer);
    return later(show, card.hidden ? HOVER.wait : HOVER.linger);
  });
  page.on("select", hide);
  page.on("view", hide);
  card.addEventListener("pointerenter", () => {
    held = true;
    clearTimeout(timer);
  });
  card.addEventListener("pointerleave", () => {
    held = false;
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    event.stopImmediatePropagation();
    hide();
  }, { capture: true });
}

/** What a card says: name, kind, load, plans, the next date, and what the pointed-at mark says. */
function glance(page, node, said) {
  const { nodes, held } = page.data;
  const plans = node.family === "plan" ? [] : node.plans;
  const named = plans.slice(0, 3).map((id) => nodes[id].label).join("; ") + (plans.length > 3 ? ` and ${plans.length - 3} more` : "");
  const next = nextDate(page, held[node.id] ?? []);
  const lines = [
    said && said !== node.label ? said : null,
    [node.kind, node.load ? plural(node.load, "assignment") : null].filter(Boolean).join(", "),
    node.family === "recommendation" ? cutTo(wordsOf(node), 160) : null,
    plans.length ? `In ${plans.length > 1 ? `${plans.length} plans: ` : ""}${named}` : null,
    next ? `Next date: ${dayNamed(next)}` : null,
  ];
  return [el("strong", {}, el("bdi", {}, node.label)), ...lines.filter(Boolean).map((line) => el("p", {}, el("bdi", {}, line)))];
}

/** The first target day still to come as at the date, of what is not said to be done. */
function nextDate(page, items) {
  const open = items.filter((item) => item.state !== "complete" && item.state !== "closed");
  const days = open.map((item) => item.revised?.to ?? item.to).filter((day) => day && day >= page.state.asAt);
  return days.sort()[0] ?? null;
}

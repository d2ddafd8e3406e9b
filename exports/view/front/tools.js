// What stands round the picture: its heading, what it rolled up, and what can be done with it.

/** Make the words above the picture and the buttons below it. */
function makePictureTools(container, page, picture) {
  const head = document.getElementById("network-name");
  const caption = el("p", { class: "quiet" });
  const note = el("p", { class: "note", id: "network-note" });
  const empty = el("p", { class: "note", id: "network-empty" });
  container.parentElement.before(caption, note, empty);
  const button = (name, act) => el("button", { type: "button", click: act }, name);
  const expand = button("Expand", () => page.expand(page.state.selected));
  const whole = button("Show the whole network", () => page.focus(null));
  const collapse = button("Roll up again", () => [...page.state.expanded].forEach((id) => page.expand(id)));
  const move = button("Let it move", () => picture.letMove());
  const acts = el("div", { class: "acts", role: "group", "aria-label": "Picture" }, expand, whole, collapse, move);
  container.parentElement.after(acts);
  acts.append(document.getElementById("zoom-all").parentElement);
  document.getElementById("zoom-in").addEventListener("click", () => picture.zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.4));
  document.getElementById("zoom-all").addEventListener("click", () => picture.fit());

  /** Heading, caption and note of what is shown: of the network, or of one neighbourhood. */
  function words() {
    const drawing = picture.drawing();
    if (page.state.focus === null) return { heading: drawing.heading, caption: drawing.caption, note: drawing.note };
    const node = page.data.nodes[page.state.focus];
    const others = picture.scene().spots.size - 1;
    const spoken = { heading: `${node.label}: ${plural(others, "tie")}`, caption: `Everything that is tied to ${node.label}, alone.`, note: null };
    return others ? spoken : { ...spoken, note: "Nothing that passes the filters is tied to it." };
  }

  const put = (element, text) => { element.textContent = text ?? ""; element.hidden = !text; };

  function draw() {
    const drawing = picture.drawing();
    const { selected, focus: alone, expanded } = page.state;
    const said = words();
    put(head, said.heading);
    // What the page's own heading says already is not said twice.
    head.classList.toggle("unseen", alone === null && said.heading.startsWith(document.querySelector("h1").textContent));
    put(caption, head.classList.contains("unseen") ? null : said.caption);
    put(note, said.note);
    put(empty, alone === null ? drawing.empty : null);
    const opens = selected !== null && alone === null && picture.scene().spots.has(selected) ? picture.waiting(selected) : 0;
    expand.hidden = !opens;
    expand.textContent = expanded.has(selected) ? "Collapse what was chosen" : `Expand what was chosen (${inFigures(opens)})`;
    whole.hidden = alone === null;
    collapse.hidden = !expanded.size || alone !== null;
    move.hidden = Boolean(drawing.lifelines.length) || alone !== null || !drawing.nodes.length;
    move.textContent = picture.moving() ? "Stop" : "Let it move";
    container.parentElement.hidden = Boolean(drawing.empty) && alone === null;
  }

  return { draw, words };
}

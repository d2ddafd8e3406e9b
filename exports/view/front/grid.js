// A grid of which only a part is in the document, steered alike by pointer and keys: the matrix, the timeline.

/**
 * Listen to a grid whose cells carry `data-row` and `data-column`.
 * `take(cell)` follows a click, once `active` is where it was made; `keys` are actions by the names of keys.
 */
function steer(grid, page, { active, keys, point, take, render }) {
  const cellOf = (event) => event.target.closest?.("[data-row]");
  const leave = () => page.hover(null);
  grid.addEventListener("scroll", () => requestAnimationFrame(render));
  grid.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    if (cellOf(event)) point(cellOf(event), event);
    else leave();
  });
  grid.addEventListener("pointerleave", leave);
  grid.addEventListener("blur", leave);
  grid.addEventListener("click", (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    Object.assign(active, { row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
    take(cell);
    render();
  });
  grid.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key](event);
  });
}

/** Say to a screen reader which cell of the grid is the active one, if it is in the document. */
function announceActive(grid, name, { row, column }) {
  const current = document.getElementById(`${name}-${row}-${column}`);
  if (current) grid.setAttribute("aria-activedescendant", current.id);
  else grid.removeAttribute("aria-activedescendant");
}

// Paper: before the page is printed, the view that is shown is drawn as sheets, since what scrolls on a screen would be cut.

/** Draw in the colours of print, also where the screen is dark. */
function inInk(draw) {
  document.documentElement.setAttribute("data-inked", "");
  try {
    return draw();
  } finally {
    document.documentElement.removeAttribute("data-inked");
  }
}

/** The sheets of a view: its own, or its picture as one; a table has none, since it is printed as it stands. */
function drawnSheets(view) {
  if (view.toSheets) return view.toSheets();
  return { sheets: view.toSvg ? [view.toSvg()] : [], more: 0 };
}

/** Put the sheets of the shown view into `container`, and the rows into the table, when printing begins; `viewed` gives a view by its name. */
function makePaper(container, page, viewed) {
  function lay() {
    const { view } = page.state;
    const { sheets, more } = inInk(() => drawnSheets(viewed(view)));
    const drawn = sheets.map((svg) => el("div", { class: "sheet" }, document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true)));
    const rest = more ? [el("p", { class: "note" }, `${plural(more, "more sheet")} would follow; the table below holds everything. Filter the page to print less.`)] : [];
    viewed("table").draw();
    viewed("table").print(true);
    container.replaceChildren(...drawn, ...rest, el("p", { class: "quiet" }, `This page: ${location.href}`));
    document.documentElement.toggleAttribute("data-drawn", sheets.length > 0);
  }
  // Once before printing: what changes after the browser has counted its pages would be cut off at the end.
  let printing = false;
  addEventListener("beforeprint", () => {
    printing = true;
    lay();
  });
  addEventListener("afterprint", () => {
    printing = false;
    viewed("table").print(false);
  });
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (printing) return;
    if (matches) lay();
    else viewed("table").print(false);
  });
}

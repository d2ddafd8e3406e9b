// Paper: before the page is printed, the view that is shown is drawn as sheets, since what scrolls on a screen would be cut.

/** Put the sheets of the shown view into `container`, and the rows into the table, when printing begins; `viewed` gives a view by its name. */
function makePaper(container, page, viewed) {
  function lay() {
    const { view } = page.state;
    const shown = viewed(view);
    const { sheets, more } = shown.toSheets?.() ?? { sheets: view === "table" || !shown.toSvg ? [] : [shown.toSvg()], more: 0 };
    const drawn = sheets.map((svg) => el("div", { class: "sheet" }, document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true)));
    const rest = more ? [el("p", { class: "note" }, `${plural(more, "more sheet")} would follow; the table below holds everything. Filter the page to print less.`)] : [];
    viewed("table").draw();
    container.replaceChildren(...drawn, ...rest, el("p", { class: "quiet" }, `This page: ${location.href}`));
    document.documentElement.toggleAttribute("data-drawn", sheets.length > 0);
  }
  // Once before printing: what changes after the browser has counted its pages would be cut off at the end.
  let printing = false;
  addEventListener("beforeprint", () => {
    printing = true;
    lay();
  });
  addEventListener("afterprint", () => { printing = false; });
  matchMedia("print").addEventListener("change", ({ matches }) => { if (matches && !printing) lay(); });
}

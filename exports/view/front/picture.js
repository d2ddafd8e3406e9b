// The picture: vis-network holds the nodes, pans and zooms; ties, arcs and labels are drawn here. Nothing moves by itself.

const FAINT = 0.14;
const BOW = 0.1;
const FEW_PLANS = 16;

const VIS = {
  autoResize: false,
  physics: { enabled: false },
  layout: { improvedLayout: false, randomSeed: 0 },
  nodes: { shape: "custom", chosen: false },
  edges: { smooth: false, chosen: false },
  interaction: { dragNodes: false, hover: true, selectable: false, selectConnectedEdges: false, zoomSpeed: 0.6, tooltipDelay: 0 },
};

/** Make the picture in `container`; the page is read at each drawing, and told what was clicked. */
function makePicture(container, page) {
  const given = page.data.networks[page.state.network];
  const spots = given.nodes.map((spot) => ({ ...page.data.nodes[spot.id], ...spot }));
  const state = {
    get selected() { return page.state.selected; },
    get lit() { return page.state.selected === null ? null : page.around(page.state.selected); },
    shows: (id) => byId.has(id) && page.passes.nodes.has(id),
    showsTie: (edge) => (!page.state.filters.tie || page.state.filters.tie.has(edge.kind)) && state.shows(edge.source) && state.shows(edge.target),
    litTie: (edge, lit) => [edge.source, edge.target].every((id) => lit.has(id))
      && ([edge.source, edge.target].includes(state.selected) || page.data.nodes[state.selected].family === "plan"),
  };
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  let palette = readPalette();
  let hovered = null;
  let upright = false;
  let litNow = null;
  let bounds = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

  const render = ({ ctx, id, x, y }) => {
    const spot = byId.get(id);
    return {
      drawNode() {
        ctx.save();
        ctx.globalAlpha = litNow === null || litNow.has(id) ? 1 : FAINT;
        if (ctx.globalAlpha < 1) maskMark(ctx, spot, x, y, palette);
        drawMark(ctx, spot, x, y, spot.size, palette);
        if (id === state.selected) drawRing(ctx, x, y, spot.size, palette, 3);
        ctx.restore();
      },
      nodeDimensions: { width: spot.size * 2, height: spot.size * 2 },
    };
  };
  const nodes = new vis.DataSet(given.nodes.map((spot) => ({ id: spot.id, x: spot.x, y: spot.y, size: spot.size, hidden: !state.shows(spot.id) })));
  const edges = new vis.DataSet([]);
  const options = { ...VIS, nodes: { ...VIS.nodes, ctxRenderer: render } };
  const network = new vis.Network(container, { nodes, edges }, options);

  const holders = spots.filter((spot) => spot.family === "post" || spot.family === "body");
  const heaviest = new Set([...holders].sort((a, b) => b.load - a.load || a.id - b.id).slice(0, 3).map((spot) => spot.id));
  const isSpanning = (spot) => spot.plans.length > 1 && (spot.family === "post" || spot.family === "body");
  // Ties of holders who span plans stand out while they are the exception.
  const spanningStandsOut = holders.filter(isSpanning).length * 3 <= holders.length;
  const shown = () => spots.filter((spot) => state.shows(spot.id));
  const turned = () => container.clientHeight > container.clientWidth * 1.05;

  /** Show all that is switched on, with room for labels at the sides; on an upright screen the picture stands upright. */
  function fit() {
    network.setSize(`${container.clientWidth}px`, `${container.clientHeight}px`);
    if (turned() !== upright) turn();
    const seen = shown();
    if (!seen.length) return;
    const [left, right] = [Math.min(...seen.map((s) => s.x - s.size)), Math.max(...seen.map((s) => s.x + s.size))];
    const [top, bottom] = [Math.min(...seen.map((s) => s.y - s.size)), Math.max(...seen.map((s) => s.y + s.size))];
    const margin = { x: container.clientWidth > 700 ? 176 : 84, y: 128 };
    const scale = Math.min((container.clientWidth - margin.x) / (right - left || 1), (container.clientHeight - margin.y) / (bottom - top || 1), 1.6);
    const [x, y, w, h] = [(left + right) / 2, (top + bottom) / 2, container.clientWidth / scale / 2, container.clientHeight / scale / 2];
    bounds = { left: x - w, right: x + w, top: y - h, bottom: y + h };
    network.moveTo({ position: { x, y }, scale, animation: false });
  }

  function turn() {
    upright = !upright;
    for (const spot of spots) [spot.x, spot.y] = [spot.y, spot.x];
    nodes.update(spots.map(({ id, x, y }) => ({ id, x, y })));
  }

  function drawArcs(ctx, scale) {
    const { lit } = state;
    ctx.strokeStyle = palette.edge;
    ctx.lineWidth = Math.max(1.5, 1.5 / scale);
    for (const { plan, points } of given.arcs) {
      if (!state.shows(plan)) continue;
      ctx.globalAlpha = lit === null || lit.has(plan) ? 1 : FAINT;
      traceSmoothly(ctx, upright ? points.map(([x, y]) => [y, x]) : points);
      const [mx, my] = points[Math.floor(points.length / 2)];
      ctx.beginPath();
      ctx.moveTo(upright ? my : mx, upright ? mx : my);
      ctx.lineTo(byId.get(plan).x, byId.get(plan).y);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  function drawTies(ctx, scale) {
    const thin = Math.max(1, 1 / scale);
    const seen = given.edges.filter((edge) => edge.kind !== "part" && state.showsTie(edge));
    const around = state.lit;
    const isLit = (edge) => around === null || state.litTie(edge, around);
    for (const edge of [...seen.filter((each) => !isLit(each)), ...seen.filter(isLit)]) {
      const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
      const lit = isLit(edge);
      const spans = spanningStandsOut && isSpanning(from);
      const colour = around !== null && lit ? palette.ink : spans ? palette[from.family] : palette.edge;
      ctx.globalAlpha = lit ? 1 : FAINT;
      const width = thin * (1 + 0.35 * Math.min(edge.weight - 1, 4)) * (spans || (around !== null && lit) ? 1.5 : 1);
      drawTie(ctx, from, to, edge.kind, width, colour, palette, upright ? -BOW : BOW);
    }
    ctx.globalAlpha = 1;
  }

  /** The label of a node as it stands while nothing is chosen. */
  function plainLabel(node) {
    const bold = node.family === "plan" || isSpanning(node);
    const must = heaviest.has(node.id) || (node.family === "plan" && given.arcs.length > 0 && given.arcs.length <= FEW_PLANS);
    return { node, lines: wrap(node.short, LINE_LENGTH, 3), bold, must };
  }

  const FIRST = { recommendation: 3e6, plan: 2e6, post: 1e6, body: 1e6, thing: 0 };
  const rank = (spot) => FIRST[spot.family] + (isSpanning(spot) ? 5e5 : 0) + spot.load;
  const byRank = (list) => [...list].sort((a, b) => rank(b) - rank(a) || a.id - b.id);

  /** Labels never move when something is chosen: some go, those of what is lit are added where there is room. */
  function drawLabels(ctx, scale) {
    const seen = shown();
    const plain = placeLabels(ctx, byRank(seen).map(plainLabel), seen, bounds, scale);
    const special = [state.selected, hovered].filter((id, i, ids) => id !== null && ids.indexOf(id) === i && state.shows(id)).map((id) => byId.get(id));
    const around = state.lit;
    const lit = (spot) => around === null || around.has(spot.id);
    const kept = plain.filter(({ node }) => !special.includes(node) && (lit(node) || node.family === "plan"))
      .map((label) => ({ ...label, faint: !lit(label.node) }));
    const whole = special.map((node) => ({ node, lines: wrap(node.label, 32, 6), bold: true, must: true }));
    const missing = around === null ? [] : byRank(seen.filter((spot) => lit(spot) && !special.includes(spot) && !kept.some((label) => label.node === spot)));
    const first = placeLabels(ctx, whole, seen, bounds, scale, kept);
    const rest = placeLabels(ctx, missing.map(plainLabel), seen, bounds, scale, [...kept, ...first]);
    writeLabels(ctx, [...kept, ...rest, ...first], palette, scale);
  }

  network.on("beforeDrawing", (ctx) => {
    const scale = network.getScale();
    litNow = state.lit;
    drawArcs(ctx, scale);
    drawTies(ctx, scale);
  });
  network.on("afterDrawing", (ctx) => drawLabels(ctx, network.getScale()));
  network.on("click", ({ pointer }) => page.choose(network.getNodeAt(pointer.DOM) ?? null));
  network.on("hoverNode", ({ node }) => { hovered = node; container.classList.add("over"); network.redraw(); });
  network.on("blurNode", () => { hovered = null; container.classList.remove("over"); network.redraw(); });

  const repaint = () => { palette = readPalette(); network.redraw(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  matchMedia("print").addEventListener("change", repaint);
  // The wheel scrolls the page as everywhere else; with Ctrl (or a pinch, which says Ctrl) it zooms the picture.
  container.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("zoom-all").addEventListener("click", () => fit());

  return {
    show: fit,
    draw() {
      nodes.update(spots.map(({ id }) => ({ id, hidden: !state.shows(id) })));
      network.redraw();
    },
    /** Where a node stands on the page, in CSS pixels. */
    whereIs(id) {
      const spot = byId.get(id);
      const at = network.canvasToDOM({ x: spot.x, y: spot.y });
      const frame = container.getBoundingClientRect();
      return { x: at.x + frame.left, y: at.y + frame.top };
    },
  };
}

/** Stroke a line through points, rounding off their steps of a pixel. */
function traceSmoothly(ctx, points) {
  ctx.beginPath();
  ctx.moveTo(...points[0]);
  for (let i = 1; i < points.length - 1; i += 1) {
    const [[x, y], [nextX, nextY]] = [points[i], points[i + 1]];
    ctx.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  ctx.lineTo(...points.at(-1));
  ctx.stroke();
}

/** Lay the ground under a faint mark, so that ties do not shine through it. */
function maskMark(ctx, spot, x, y, palette) {
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = 1;
  OUTLINES[spot.mark](ctx, x, y, spot.size);
  ctx.fillStyle = palette.ground;
  ctx.fill();
  ctx.globalAlpha = alpha;
}

// The picture: vis-network pans, zooms and moves marks where asked to; all that is seen is drawn here. Nothing moves by itself.

const FAINT = 0.14;
const BOW = 0.1;
const FEW_PLANS = 16;
const BESIDE = 20;
const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

const VIS = {
  autoResize: false,
  physics: { enabled: false, stabilization: { enabled: false, fit: false }, barnesHut: { gravitationalConstant: -6000, springLength: 120, springConstant: 0.03, damping: 0.4, avoidOverlap: 0.4 }, minVelocity: 0.5 },
  layout: { improvedLayout: false, randomSeed: 0 },
  nodes: { shape: "custom", chosen: false },
  edges: { smooth: false, chosen: false, hidden: true },
  interaction: { dragNodes: false, selectable: false, selectConnectedEdges: false, zoomSpeed: 0.6, tooltipDelay: 0 },
};

/** Make the picture in `container`; the page is read at each drawing, and told what was clicked. */
function makePicture(container, page) {
  const scenes = makeScenes(page);
  let palette = readPalette();
  let scene = null;
  let signature = "";
  let upright = false;
  let hovered = null;
  let lit = null;
  let stirred = 0;
  let standing = { scene: null, passes: null, spots: [] };
  let bounds = EVERYWHERE;

  const network = new vis.Network(container, {}, VIS);
  const motion = makeMotion(network, rested);

  const shows = (id) => scene.spots.has(id) && (scenes.isGroup(id) || page.passes.nodes.has(id));
  const showsTie = (edge) => (!page.state.filters.tie || edge.kind === "part" || page.state.filters.tie.has(edge.kind)) && shows(edge.source) && shows(edge.target);
  const isHolder = (spot) => spot.family === "post" || spot.family === "body";
  const isSpanning = (spot) => (isHolder(spot) || spot.family === "thing") && spot.plans.length > 1;

  /** The marks that pass, worked out anew only when the scene or what passes has changed. */
  function shown() {
    const { passes } = page;
    if (standing.scene !== scene || standing.passes !== passes) standing = { scene, passes, spots: [...scene.spots.values()].filter((spot) => shows(spot.id)) };
    return standing.spots;
  }

  /** Have all drawn with the next frame, once, however often it is asked for. */
  const redraw = () => network.moveTo({ animation: false });

  /** Take over what the page's state asks for; whether it is another picture than before. */
  function renew() {
    const { network: name, focus, expanded } = page.state;
    const now = JSON.stringify([name, focus, [...expanded], focus === null ? null : page.passes.nodes.size]);
    if (now === signature) return false;
    const another = !signature || JSON.stringify(JSON.parse(signature).slice(0, 2)) !== JSON.stringify([name, focus]);
    signature = now;
    motion.stop();
    scene = scenes.scene();
    upright = false;
    container.setAttribute("aria-label", scenes.drawing().described);
    return another || outOfSight();
  }

  const outOfSight = () => shown().some((spot) => spot.x < bounds.left || spot.x > bounds.right || spot.y < bounds.top || spot.y > bounds.bottom);

  /** Show all that is switched on, with room for labels at the sides; on an upright screen a round picture stands upright. */
  function fit() {
    if (!scene) return;
    network.setSize(`${container.clientWidth}px`, `${container.clientHeight}px`);
    const tall = container.clientHeight > container.clientWidth * 1.05;
    if (tall !== upright && scene.focus === null && !scene.lifelines.length && !motion.isOn()) turn();
    if (scene.lifelines.length) spreadLanes();
    const seen = shown();
    if (!seen.length) return;
    const ends = [...seen.map((spot) => [spot.x - spot.size, spot.x + spot.size]), ...scene.lifelines.map((line) => [line.start, line.end])];
    const [left, right] = [Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to))];
    const [top, bottom] = [Math.min(...seen.map((s) => s.y - s.size)) - (scene.ticks.length ? 60 : 0), Math.max(...seen.map((s) => s.y + s.size))];
    const wide = container.clientWidth > 700;
    const margin = { x: scene.lifelines.length ? 48 : scene.focus !== null ? (wide ? 500 : 240) : wide ? 176 : 84, y: scene.lifelines.length ? 56 : scene.focus !== null ? 64 : 128 };
    const scale = Math.min((container.clientWidth - margin.x) / (right - left || 1), (container.clientHeight - margin.y) / (bottom - top || 1), scene.focus !== null ? 1.2 : 1.6);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05), animation: false });
    frame();
  }

  /** On an upright screen lanes lie further apart, so that there is room for their names; time keeps its scale. */
  function spreadLanes() {
    const [wide, high] = [Math.max(...scene.lifelines.map((line) => line.end)), Math.max(...scene.lifelines.map((line) => line.y)) / (scene.spread ?? 1) + 100];
    const wanted = Math.max(1, Math.min(5, (container.clientHeight * wide) / (container.clientWidth * high)));
    const factor = wanted / (scene.spread ?? 1);
    if (Math.abs(factor - 1) < 0.01) return;
    scene.spread = wanted;
    stirred += 1;
    for (const spot of scene.spots.values()) spot.y *= factor;
    scene.lifelines = scene.lifelines.map((line) => ({ ...line, y: line.y * factor }));
    scene.edges = scene.edges.map((edge) => (edge.path ? { ...edge, path: edge.path.map(([x, y]) => [x, y * factor]) } : edge));
  }

  /** Labels stay within what was seen when all was shown, so that they do not jump while the picture is dragged. */
  function frame() {
    bounds = sight(0);
  }

  /** What is in sight, and so many pixels beside it. */
  function sight(beside) {
    const from = network.DOMtoCanvas({ x: -beside, y: -beside });
    const to = network.DOMtoCanvas({ x: container.clientWidth + beside, y: container.clientHeight + beside });
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  function turn() {
    upright = !upright;
    stirred += 1;
    for (const spot of scene.spots.values()) [spot.x, spot.y] = [spot.y, spot.x];
  }

  /** What lights up with a node: all that it is tied to here, their plans, and for a plan all that stands in it. */
  function around(id) {
    const near = new Set([id, ...scene.edges.filter((edge) => edge.source === id || edge.target === id).flatMap((edge) => [edge.source, edge.target])]);
    if (scenes.isGroup(id)) return near;
    if (page.data.nodes[id].family === "plan") for (const spot of scene.spots.values()) if (spot.plans.includes(id)) near.add(spot.id);
    for (const plan of page.data.nodes[id].plans) near.add(plan);
    return near;
  }

  const centre = () => (hovered !== null && shows(hovered) ? hovered : page.state.selected !== null && shows(page.state.selected) ? page.state.selected : null);
  const litTie = (edge, id) => lit.has(edge.source) && lit.has(edge.target) && (edge.source === id || edge.target === id || scenes.nodeOf(id).family === "plan");

  function drawSpot(pen, spot, scale) {
    pen.save();
    pen.globalAlpha = lit === null || lit.has(spot.id) ? 1 : FAINT;
    pen.open?.(spot.label);
    if (pen.globalAlpha < 1) maskMark(pen, spot, palette);
    drawMark(pen, spot, spot.x, spot.y, spot.size, palette);
    if (page.state.expanded.has(spot.id)) drawRing(pen, spot.x, spot.y, spot.size, { ...palette, ink: palette.edge }, scale);
    if (spot.id === page.state.selected) drawRing(pen, spot.x, spot.y, spot.size, { ...palette, ink: palette.focus }, scale);
    pen.close?.();
    pen.restore();
  }

  function drawArcs(pen, scale) {
    pen.strokeStyle = palette.edge;
    pen.lineWidth = Math.max(1.5, 1.5 / scale);
    if (motion.isOn()) return;
    for (const { plan, points } of scene.arcs) {
      if (!shows(plan)) continue;
      pen.globalAlpha = lit === null || lit.has(plan) ? 1 : FAINT;
      traceSmoothly(pen, upright ? points.map(([x, y]) => [y, x]) : points);
      const [mx, my] = points[Math.floor(points.length / 2)];
      pen.beginPath();
      pen.moveTo(upright ? my : mx, upright ? mx : my);
      pen.lineTo(scene.spots.get(plan).x, scene.spots.get(plan).y);
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }

  /** Time: a fine line at each day of change with its month and year, and the line of each body's life. */
  function drawTime(pen, scale) {
    const rows = scene.lifelines.map((line) => line.y);
    let last = -Infinity;
    for (const tick of scene.ticks) {
      strokeTrace(pen, () => { pen.beginPath(); pen.moveTo(tick.x, Math.min(...rows) - 28 / scale); pen.lineTo(tick.x, Math.max(...rows) + 14 / scale); }, 1 / scale, palette.rule);
      const size = TEXT / scale;
      if (tick.x - last < 4 * size) continue;
      last = tick.x;
      const lines = tick.label.split("\n");
      writeLabels(pen, [{ lines, x: tick.x, y: Math.min(...rows) - 30 / scale - size * 1.2, height: lines.length * size * LEADING, size, font: `${size}px ${FACE}` }], { ...palette, ink: palette.soft }, scale);
    }
    for (const line of scene.lifelines) {
      if (!shows(line.id)) continue;
      const inspected = page.data.nodes[line.id].plans.length > 0;
      pen.globalAlpha = lit === null || lit.has(line.id) ? 1 : FAINT;
      drawLifeline(pen, line, scale, inspected ? palette.plan : palette.edge, inspected);
    }
    pen.globalAlpha = 1;
  }

  function drawTies(pen, scale) {
    const thin = Math.max(1, 1 / scale);
    const id = centre();
    const holders = shown().filter(isHolder);
    // Ties of those who span plans stand out while they are the exception.
    const standsOut = holders.filter(isSpanning).length * 3 <= holders.length;
    const seen = scene.edges.filter((edge) => (edge.kind !== "part" || scene.focus !== null || scene.fresh?.size) && showsTie(edge));
    const isLit = (edge) => lit === null || litTie(edge, id);
    const heaviest = Math.max(...seen.map((edge) => edge.weight), 1);
    for (const edge of lit === null ? seen : [...seen.filter((each) => !isLit(each)), ...seen.filter(isLit)]) {
      if (edge.kind === "part" && scene.focus === null && !isFresh(edge)) continue;
      const [from, to] = [scene.spots.get(edge.source), scene.spots.get(edge.target)];
      const strong = lit !== null && isLit(edge);
      const spans = standsOut && isHolder(from) && isSpanning(from);
      const colour = strong ? palette.ink : spans ? palette[from.family] : edge.kind === "succeeds" ? palette.ink : palette.edge;
      pen.globalAlpha = isLit(edge) ? 1 : FAINT;
      const width = thin * (1 + (2.5 * (edge.weight - 1)) / Math.max(heaviest - 1, 7)) * (spans || strong || edge.kind === "succeeds" ? 1.5 : 1);
      if (edge.path && !motion.isOn()) drawPath(pen, edge.path, edge.kind, width, colour, to.size * 1.25);
      else drawTie(pen, from, to, edge.kind, width, colour, palette, scene.focus !== null ? 0 : upright ? -BOW : BOW);
    }
    pen.globalAlpha = 1;
  }

  const isFresh = (edge) => scene.fresh?.has(edge.source) || scene.fresh?.has(edge.target);

  /** The label of a node as it stands while nothing is chosen. */
  function plainLabel(spot) {
    if (scene.focus !== null) return { node: spot, lines: wrap(spot.label, spot.lines === 3 ? 24 : 34, spot.lines), bold: spot.id === scene.focus, must: spot.lines === 1 ? null : "free" };
    if (spot.side === "along") return { node: spot, lines: wrap(spot.short, 40, 1), bold: spot.plans.length > 0, must: "free" };
    if (spot.side === "under" && spot.family === "plan") return { node: spot, lines: [/\d{4}$/u.exec(spot.label)?.[0] ?? spot.short.split("\n").at(-1)], bold: false, must: null };
    const bold = spot.family === "plan" || isSpanning(spot);
    const must = heaviest.has(spot.id) || (spot.family === "plan" && scene.arcs.length > 0 && scene.arcs.length <= FEW_PLANS) ? "free" : null;
    return { node: spot, lines: wrap(namesakes.has(spot.short) ? spot.label : spot.short, LINE_LENGTH, 3), bold, must };
  }

  const FIRST = { recommendation: 3e6, plan: 2e6, post: 1e6, body: 1e6, organisation: 1e6, thing: 5e5 };
  const rank = (spot) => (scene.lifelines.length && spot.family !== "plan" ? 3e6 : 0) + (scene.fresh?.has(spot.id) ? -1e6 : 0) + FIRST[spot.family] + (isSpanning(spot) ? 5e5 : 0) + (spot.load ?? 0);
  /** Marks in order of rank; equal ones by their number, before groups, which have a name instead. */
  const byRank = (list) => list.map((spot) => [rank(spot), spot]).sort(([m, a], [n, b]) => n - m || inOrder(a.id, b.id)).map(([, spot]) => spot);
  let heaviest = new Set();
  let namesakes = new Set();

  let kept = { key: null, labels: [] };

  /** The labels as they stand, chosen anew only when what they depend on has changed: not while the picture is dragged. */
  function labelsNow(pen, scale) {
    const key = [signature, scale, hovered, page.state.selected, stirred, shown().length, bounds.left, bounds.top].join(" ");
    if (key !== kept.key || kept.passes !== page.passes) kept = { key, passes: page.passes, labels: chosenLabels(pen, scale) };
    return kept.labels;
  }

  /** Labels never move when something is chosen: some go, those of what is lit are added where there is room. */
  function chosenLabels(pen, scale) {
    const seen = shown();
    namesakes = namesakesOf(seen.filter(isHolder));
    heaviest = new Set(byRank(seen.filter(isHolder)).sort((a, b) => b.load - a.load).slice(0, 3).map((spot) => spot.id));
    const edgeless = scene.focus !== null ? EVERYWHERE : bounds;
    const plain = placeLabels(pen, byRank(seen).map(plainLabel), seen, edgeless, scale);
    const special = [page.state.selected, hovered].filter((id, i, ids) => id !== null && ids.indexOf(id) === i && shows(id)).map((id) => scene.spots.get(id));
    if (scene.focus !== null && !special.length) return plain;
    const isLit = (spot) => lit === null || lit.has(spot.id);
    const kept = plain.filter(({ node }) => !special.includes(node) && (isLit(node) || node.family === "plan")).map((label) => ({ ...label, faint: !isLit(label.node) }));
    const whole = special.map((node) => ({ node, lines: wrap(node.label, 32, 6), bold: true, must: "always" }));
    const has = new Set(kept.map((label) => label.node));
    const missing = lit === null ? [] : byRank(seen.filter((spot) => isLit(spot) && !special.includes(spot) && !has.has(spot)));
    const first = placeLabels(pen, whole, seen, edgeless, scale, kept);
    return [...kept, ...placeLabels(pen, missing.map(plainLabel), seen, edgeless, scale, [...kept, ...first]), ...first];
  }

  /** Say what lights up: what is pointed at or chosen, with all about it. */
  function light() {
    const id = centre();
    lit = id === null ? null : around(id);
  }

  /** Draw everything, from behind to before; `labels` chooses the names, once it is known what lights up. */
  function paint(pen, scale, spots, labels) {
    light();
    drawArcs(pen, scale);
    if (scene.lifelines.length) drawTime(pen, scale);
    drawTies(pen, scale);
    for (const spot of spots) drawSpot(pen, spot, scale);
    writeLabels(pen, labels(pen, scale), palette, scale);
  }

  function inSight() {
    const edge = sight(BESIDE);
    return shown().filter((spot) => overlaps(box(spot, spot.size * 2, spot.size * 2), edge));
  }

  /** The mark at a place of the container, in pixels from its corner; null where there is none. */
  function markAt(place) {
    const { x, y } = network.DOMtoCanvas(place);
    return shown().findLast((spot) => Math.abs(spot.x - x) <= spot.size + 1 && Math.abs(spot.y - y) <= spot.size + 1)?.id ?? null;
  }

  network.on("afterDrawing", (pen) => { if (scene) paint(pen, network.getScale(), inSight(), motion.isOn() ? () => [] : labelsNow); });
  network.on("zoom", frame);
  network.on("dragEnd", frame);
  network.on("click", ({ pointer }) => clicked(markAt(pointer.DOM)));
  network.on("doubleClick", ({ pointer }) => {
    const id = markAt(pointer.DOM);
    if (id !== null && !scenes.isGroup(id) && scene.focus === null) page.expand(id);
  });
  container.addEventListener("mousemove", (event) => {
    const edge = container.getBoundingClientRect();
    const id = scene && markAt({ x: event.clientX - edge.left, y: event.clientY - edge.top });
    if (id !== hovered) hover(id, event);
  });

  const clicked = (id) => (scenes.isGroup(id) ? page.expand(id) : page.choose(id));

  function hover(id, event) {
    hovered = id;
    container.classList.toggle("over", id !== null);
    page.hover(scenes.isGroup(id) ? null : id, event.clientX, event.clientY);
    redraw();
  }
  page.on("hover", ({ id }) => {
    if (scenes.isGroup(hovered) || id === hovered || !scene || page.state.view !== "network") return;
    hovered = id;
    redraw();
  });

  function letMove() {
    if (motion.isOn()) return motion.stop();
    motion.start([...scene.spots.values()], scene.edges.filter(showsTie), matchMedia("(prefers-reduced-motion: reduce)").matches);
    return tools.draw();
  }

  /** Take the marks as they came to rest; the arcs round the plans belong to the places that they had before. */
  function rested() {
    stirred += 1;
    scene = { ...scene, arcs: [] };
    tools.draw();
    fit();
  }

  const repaint = () => { palette = readPalette(); network.redraw(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  matchMedia("print").addEventListener("change", repaint);
  // The wheel scrolls the page as everywhere else; with Ctrl (or a pinch, which says Ctrl) it zooms the picture.
  container.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });

  const zoom = (factor) => { network.moveTo({ scale: network.getScale() * factor, animation: false }); frame(); };
  const tools = makePictureTools(container, page, { zoom, fit, letMove, moving: motion.isOn, scene: () => scene, waiting: (id) => scenes.waiting(id, scene.spots), drawing: scenes.drawing });

  function draw() {
    const another = renew();
    tools.draw();
    if (another) fit();
    redraw();
  }

  function show() {
    renew();
    tools.draw();
    fit();
    redraw();
  }

  return {
    draw,
    show,
    resize: show,
    /** The picture as it stands, as SVG: what is seen of it now, with all its text as text. */
    toSvg() {
      // The colours in force now: on paper they are not those of a dark screen.
      const onScreen = palette;
      palette = readPalette();
      const [width, height] = [container.clientWidth, container.clientHeight];
      const [scale, at] = [network.getScale(), network.getViewPosition()];
      const pen = makeSvgPen(document.createElement("canvas").getContext("2d"));
      paint(pen, scale, shown(), chosenLabels);
      const body = `<g transform="translate(${svgNumber(width / 2 - at.x * scale)} ${svgNumber(height / 2 - at.y * scale)}) scale(${svgNumber(scale * 1e4) / 1e4})">${pen.parts.join("")}</g>`;
      const svg = framedSvg(page, { ...tools.words(), body, width, height, palette, legend: legendParts(page, scene) });
      palette = onScreen;
      return svg;
    },
    /** Where a node stands on the page, in CSS pixels. */
    whereIs(id) {
      const spot = scene.spots.get(id);
      const at = network.canvasToDOM({ x: spot.x, y: spot.y });
      const edge = container.getBoundingClientRect();
      return { x: at.x + edge.left, y: at.y + edge.top };
    },
    /** What is seen now: for those who test whether labels lie on each other. */
    seen() {
      light();
      const labels = chosenLabels(document.createElement("canvas").getContext("2d"), network.getScale());
      return { ids: shown().map((spot) => spot.id), labels: labels.map(({ node, x, y, width, height }) => ({ id: node.id, x, y, width, height })) };
    },
  };
}

/** Numbers before names, each in their order. */
const inOrder = (one, two) => (typeof one === typeof two ? (one < two ? -1 : Number(one > two)) : typeof one === "number" ? -1 : 1);

/** The short names that several go by: these are told apart by their whole name. */
function namesakesOf(spots) {
  const seen = new Set();
  return new Set(spots.map((spot) => spot.short).filter((short) => seen.size === seen.add(short).size));
}

// Motion: on request the marks push and pull each other for a while. vis-network is given them only while they move.

const MOVES = 6000;
const STEPS = 200;

/** Make what moves marks; `rested` is told when they have come to rest in their new places. */
function makeMotion(network, rested) {
  const [nodes, edges] = [new vis.DataSet([]), new vis.DataSet([])];
  let spots = new Map();
  let timer = null;

  /** A mark follows where vis-network moves it; it is drawn with all others. */
  const follow = ({ id, x, y }) => {
    const spot = spots.get(id);
    return { drawNode: () => Object.assign(spot, { x, y }), nodeDimensions: { width: spot.size * 2, height: spot.size * 2 } };
  };

  /** Let marks move along their ties, until `stop` or until they rest; `unseen` shows only where they end. */
  function start(marks, ties, unseen) {
    spots = new Map(marks.map((spot) => [spot.id, spot]));
    network.setOptions({ nodes: { ctxRenderer: follow } });
    nodes.add(marks.map(({ id, x, y, size }) => ({ id, x, y, size })));
    edges.add(ties.map(({ source, target }, id) => ({ id, from: source, to: target })));
    network.setData({ nodes, edges });
    timer = setTimeout(stop, MOVES);
    network.setOptions({ physics: { ...VIS.physics, enabled: true } });
    network.once(unseen ? "stabilizationIterationsDone" : "stabilized", stop);
    if (unseen) network.stabilize(STEPS);
    else network.startSimulation();
  }

  function stop() {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    network.stopSimulation();
    network.setOptions({ physics: { enabled: false } });
    for (const [id, place] of Object.entries(network.getPositions([...spots.keys()]))) Object.assign(spots.get(spots.has(id) ? id : Number(id)), place);
    network.setData({});
    nodes.clear();
    edges.clear();
    rested();
  }

  return { start, stop, isOn: () => timer !== null };
}

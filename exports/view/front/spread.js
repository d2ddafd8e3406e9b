// Geometry in the browser: where things go that a reader opens. By rule, never by chance, and never by physics.

/** Places round a mark for what it opens: away from the picture's middle, row by row, clear of all that stands. */
function fanOut(centre, count, size, taken) {
  const middle = Math.hypot(centre.x, centre.y) < 40;
  const [angle, spread] = middle ? [-Math.PI / 2, Math.PI] : [Math.atan2(centre.y, centre.x), 1.2];
  const step = 2 * size + 14;
  const places = [];
  for (let radius = centre.size + 1.4 * step; places.length < count; radius += step) {
    const room = Math.max(1, Math.floor((2 * spread * radius) / step));
    for (let i = 0; i < room && places.length < count; i += 1) {
      const turn = angle + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (step / radius);
      const place = { x: Math.round(centre.x + radius * Math.cos(turn)), y: Math.round(centre.y + radius * Math.sin(turn)) };
      const own = box(place, step - 4, step - 4);
      if (taken.meets(own, null)) continue;
      taken.add(own);
      places.push(place);
    }
  }
  return places;
}

/** Places for a star: half of the others on either side of the middle, evenly, so that each name has a line of its own. */
function starPlaces(count, spacing) {
  const half = Math.ceil(count / 2);
  const reach = Math.max(150, (half * spacing) / 2);
  return Array.from({ length: count }, (_, i) => {
    const right = i < half;
    const rows = right ? half : count - half;
    const row = right ? i : i - half;
    const y = (row - (rows - 1) / 2) * spacing;
    const bulge = Math.sqrt(Math.max(0, 1 - (y / (reach * 1.05)) ** 2));
    return { x: Math.round((right ? 1 : -1) * (120 + 130 * bulge)), y: Math.round(y) };
  });
}

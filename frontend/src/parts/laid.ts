// Where the marks of a map stand: points that would cover one another are one mark, areas step aside.

import type { MapAnswer, Quad } from "../api/types";
import { QUADS } from "../words";
import { type Box, meet } from "../boxes";

type Point = MapAnswer["points"][number];
type Area = MapAnswer["areas"][number];
type At<T> = T & { x: number; y: number };
type Project = (lon: number, lat: number) => readonly [number, number] | null;

/** The mark of an area, or of several where there is no room for each: `bounds` are where all of them are. */
export type AreaAt = At<Area> & { several: number; others: boolean; bounds: [number, number, number, number] };
export interface Laid { points: At<Point>[]; areas: AreaAt[] }

const PRECISIONS = ["exact", "settlement", "district"] as const; // the least exact last
const LONG = 26; // letters of a name on the map
const CLOSE = 1; // pixels that two marks may share
const NEAR = 90; // pixels within which areas without room are counted with another
const AROUND = 3; // degrees around the middle of an area

/** The size of the mark of so many. */
export function radius(count: number): number {
  return count === 1 ? 7 : 9 + 3.2 * Math.log2(count) ** 0.9;
}

/** Half the width and the height of the mark of an area. */
export function half(count: number): [number, number] {
  const size = 9 + 3 * Math.log10(count + 1);
  return [size + 3, size - 1];
}

/** The marks on the drawing, all of them free of one another as far as there is room. */
export function laidOut(answer: MapAnswer, project: Project): Laid {
  const placed = <T extends { lon: number; lat: number }>(one: T): At<T>[] => {
    const spot = project(one.lon, one.lat);
    return spot ? [{ ...one, x: spot[0], y: spot[1] }] : [];
  };
  const points = joined(answer.points.flatMap(placed));
  const taken: Box[] = points.map(({ x, y, count }) => boxed(x, y, radius(count), radius(count)));
  const areas: AreaAt[] = [];
  for (const area of answer.areas.flatMap(placed).sort((a, b) => b.count - a.count)) {
    const at = aside(area, taken);
    const near = nearest(area, areas);
    if (at || !near) {
      const { x, y } = at ?? area;
      const [lat, lon] = [area.lat, area.lon];
      areas.push({ ...area, x, y, several: 1, others: false, bounds: [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND] });
      taken.push(boxed(x, y, ...half(area.count)));
    } else into(near, area);
  }
  together(areas);
  return { points, areas };
}

/** Points that cover one another put together, the fullest first; again, as long as the larger marks cover others. */
function joined(points: At<Point>[]): At<Point>[] {
  let before = points;
  for (;;) {
    const out: At<Point>[] = [];
    for (const point of [...before].sort((a, b) => b.count - a.count)) {
      const n = out.findIndex((one) => Math.hypot(one.x - point.x, one.y - point.y) < radius(one.count) + radius(point.count) - CLOSE);
      if (n < 0) out.push(point);
      else out[n] = both(out[n] as At<Point>, point);
    }
    if (out.length === before.length) return out;
    before = out;
  }
}

function both(one: At<Point>, two: At<Point>): At<Point> {
  const count = one.count + two.count;
  const mean = (a: number, b: number) => (a * one.count + b * two.count) / count;
  const quads: Partial<Record<Quad, number>> = {};
  for (const quad of QUADS) if (one.quads[quad] || two.quads[quad]) quads[quad] = (one.quads[quad] ?? 0) + (two.quads[quad] ?? 0);
  const [a, b] = [one.bounds, two.bounds];
  return {
    count, quads, id: null, ...named(one, two),
    lat: mean(one.lat, two.lat), lon: mean(one.lon, two.lon), x: mean(one.x, two.x), y: mean(one.y, two.y),
    precision: PRECISIONS[Math.max(PRECISIONS.indexOf(one.precision), PRECISIONS.indexOf(two.precision))] ?? one.precision,
    bounds: [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
  };
}

/** What a mark is called, and whether it stands for more places than that. */
interface Called { label: string | null; others: boolean }

/** The name of a mark in words; null where it has none. */
export function nameOf({ label, others }: Called): string | null {
  return label && others ? `${label} and others` : label;
}

/** What two places together are called: by both names where these are short, else by that of the fuller one. */
function named(one: Called, two: Called): Called {
  const others = one.others || two.others;
  if (!one.label || !two.label || one.label === two.label) return { label: one.label ?? two.label, others };
  const both = `${one.label}, ${two.label}`;
  return both.length <= LONG && !others ? { label: both, others } : { label: one.label, others: true };
}

/** Where a mark of an area is free: in its middle, else beside it; null where it would stand too far off. */
function aside(area: At<Area>, taken: readonly Box[]): { x: number; y: number } | null {
  const [wide, high] = half(area.count);
  for (const far of [0, 1, 2, 3]) {
    for (const [right, down] of far ? [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]] : [[0, 0]]) {
      const [x, y] = [area.x + (right as number) * far * 14, area.y + (down as number) * far * 12];
      if (!taken.some((one) => meet(one, boxed(x, y, wide, high)))) return { x, y };
    }
  }
  return null;
}

/** The mark of an area that is nearest, if one is near at all. */
function nearest(area: At<Area>, areas: AreaAt[]): AreaAt | null {
  const away = (one: AreaAt) => Math.hypot(one.x - area.x, one.y - area.y);
  const best = areas.reduce<AreaAt | null>((least, one) => (least && away(least) <= away(one) ? least : one), null);
  return best && away(best) < NEAR ? best : null;
}

/** Marks that grew until they meet are one, the fuller one of both. */
function together(areas: AreaAt[]): void {
  for (let n = 0; n < areas.length; n++) {
    const one = areas[n] as AreaAt;
    const other = areas.findIndex((two, m) => m > n && one.several + two.several > 2 && meet(boxed(one.x, one.y, ...half(one.count)), boxed(two.x, two.y, ...half(two.count))));
    if (other < 0) continue;
    const [gone] = areas.splice(other, 1) as [AreaAt];
    if (gone.count > one.count) [one.x, one.y] = [gone.x, gone.y];
    into(one, gone);
    n = -1; // it is larger now
  }
}

/** Counts an area with the mark of another, which stays where it is. */
function into(mark: AreaAt, { count, quads, name, country, lat, lon, ...more }: At<Area> & Partial<AreaAt>): void {
  for (const quad of QUADS) if (quads[quad]) mark.quads = { ...mark.quads, [quad]: (mark.quads[quad] ?? 0) + (quads[quad] ?? 0) };
  mark.count += count;
  mark.several += more.several ?? 1;
  mark.id = null;
  const called = named({ label: mark.name ?? mark.country, others: mark.others }, { label: name ?? country, others: more.others ?? false });
  [mark.name, mark.others] = [called.label, called.others];
  const [west, south, east, north] = mark.bounds;
  const [left, down, right, up] = more.bounds ?? [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND];
  mark.bounds = [Math.min(west, left), Math.min(south, down), Math.max(east, right), Math.max(north, up)];
}

/** The box around a middle, by half its width and height. */
export function boxed(x: number, y: number, wide: number, high: number): Box {
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}

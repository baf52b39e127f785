// Names on the map: of countries where they fit, and of places where something happened, once it is close enough.

import { geoPath, type GeoProjection } from "d3-geo";
import type { ZoomTransform } from "d3-zoom";
import type { Geometry } from "geojson";
import { useMemo } from "preact/hooks";
import { type Box, meet } from "../boxes";
import { boxed, half, nameOf, radius, type Laid } from "./laid";
import type { World } from "./world";

const NAMED = 6; // scale from which places are named
const LETTER = 6.1; // pixels of a letter, about
const LINE = 13;
const CLEAR = 3; // pixels around a name
const TOOLS = { wide: 50, high: 115 }; // of the corner with the buttons, at the lower right

interface Name { key: string; words: string; x: number; y: number; place: boolean; ends?: boolean }

/** A country's name, where it stands on the map that is not zoomed, and how much room there is. */
interface Country { name: string; x: number; y: number; width: number; height: number }

export function Names({ atlas, laid, projection, turned, width, height }: {
  atlas: World | null; laid: Laid; projection: GeoProjection; turned: ZoomTransform; width: number; height: number;
}) {
  const countries = useMemo(() => (atlas ? placed(atlas, projection) : []), [atlas, projection]);
  const names = useMemo(() => {
    const taken = [...marks(laid), { left: width - TOOLS.wide, right: width, top: height - TOOLS.high, bottom: height }];
    const free = (box: Box) => box.left > 0 && box.right < width && box.top > 0 && box.bottom < height && !taken.some((one) => meet(one, box));
    const out: Name[] = [];
    const add = (name: Name, box: Box) => { out.push(name); taken.push(box); };
    for (const { x, y, lat, lon, count, ...called } of turned.k >= NAMED ? laid.points : []) {
      const label = nameOf(called);
      if (!label) continue;
      const r = radius(count) + 4;
      for (const ends of [false, true]) { // beside the mark, on the side where there is room
        const left = ends ? x - r - wide(label) : x + r;
        const box = { left, right: left + wide(label), top: y - LINE / 2, bottom: y + LINE / 2 };
        if (!free(box)) continue;
        add({ key: `${lat},${lon}`, words: label, x: ends ? x - r : left, y, place: true, ends }, box);
        break;
      }
    }
    for (const one of countries) {
      const half = wide(one.name) / 2;
      if (one.width * turned.k < 2 * half || one.height * turned.k < LINE) continue;
      const [x, y] = turned.apply([one.x, one.y]);
      for (const down of [0, LINE + 8, -LINE - 8]) { // where a mark stands in the middle: below or above it
        const box = { left: x - half, right: x + half, top: y + down - LINE / 2, bottom: y + down + LINE / 2 };
        if (!free(box)) continue;
        add({ key: one.name, words: one.name, x, y: y + down, place: false }, box);
        break;
      }
    }
    return out;
  }, [countries, laid, turned, width, height]);
  return (
    <g class="map-names" aria-hidden="true">
      {names.map(({ key, words, x, y, place, ends }) => <text key={key} class={place ? "place-name" : "country-name"} x={x} y={y} dy="0.34em" text-anchor={place && ends ? "end" : undefined}>{words}</text>)}
    </g>
  );
}

function wide(words: string): number {
  return words.length * LETTER + 2 * CLEAR;
}

/** The room that marks take. */
function marks({ points, areas }: Laid): Box[] {
  return [
    ...points.map(({ x, y, count }) => boxed(x, y, radius(count) + 3, radius(count) + 3)),
    ...areas.map(({ x, y, count }) => { const [wide, high] = half(count); return boxed(x, y, wide + 2, high + 2); }),
  ];
}

/** Each country in the middle of its largest part, the largest first. */
function placed(atlas: World, projection: GeoProjection): Country[] {
  const path = geoPath(projection);
  return atlas.land.map((country) => {
    const part = largest(country.geometry, (one) => path.area(one));
    const [x, y] = path.centroid(part);
    const [[x0, y0], [x1, y1]] = path.bounds(part);
    return { name: country.properties.name, x, y, width: x1 - x0, height: y1 - y0 };
  }).filter((one) => Number.isFinite(one.x)).sort((a, b) => b.width * b.height - a.width * a.height);
}

function largest(shape: Geometry, area: (part: Geometry) => number): Geometry {
  if (shape.type !== "MultiPolygon") return shape;
  const parts: Geometry[] = shape.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  return parts.reduce((best, one) => (area(one) > area(best) ? one : best), parts[0] ?? shape);
}

// The outlines of countries and of their first-level divisions (Natural Earth, de facto borders), fetched once.

import type { Feature, Geometry, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

declare const MAP_COARSE: string;
declare const MAP_FINE: string;
declare const MAP_ADMIN1: string;

export interface World {
  land: Feature<Geometry, { name: string }>[]; // one a country, with its ISO numeric id and name
  borders: MultiLineString;
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
const kept = new Map<string, Promise<unknown>>();

function once<T>(address: string, read: (answer: Response) => Promise<T>): Promise<T> {
  let found = kept.get(address) as Promise<T> | undefined;
  if (!found) {
    found = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`The map cannot be read (${answer.status}).`);
      return read(answer);
    });
    found.catch(() => kept.delete(address));
    kept.set(address, found);
  }
  return found;
}

/** The outlines of countries, coarse or fine; each is fetched once. */
export function world(fine: boolean): Promise<World> {
  return once(fine ? MAP_FINE : MAP_COARSE, async (answer) => {
    const atlas = (await answer.json()) as Atlas;
    const { countries } = atlas.objects;
    return {
      land: feature(atlas, countries).features,
      borders: mesh(atlas, countries, (a, b) => a !== b),
    };
  });
}

/** Lines between first-level divisions. */
export function divisions(): Promise<MultiLineString> {
  return once(MAP_ADMIN1, async (answer) => {
    const coded = (await answer.json()) as Record<string, number[][]>;
    return { type: "MultiLineString", coordinates: Object.values(coded).flat().map(decoded) };
  });
}

function decoded(line: number[]): [number, number][] {
  const out: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < line.length; i += 2) {
    x += line[i] as number;
    y += line[i + 1] as number;
    out.push([x / 100, y / 100]);
  }
  return out;
}

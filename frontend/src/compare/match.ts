// Which of somebody's own events is which incident: one to one, the surest pairs first.

import type { IncidentItem } from "../api/types";
import type { Own } from "./own";

interface Pair { own: Own; incident: IncidentItem }
export interface Matched { both: Pair[]; own: Own[]; here: IncidentItem[] }
/** Whether both say the same of a field; null where one of them says nothing. */
export interface Agreement { day: boolean; place: boolean | null; type: boolean | null; killed: boolean | null }

const DAY = 864e5;
const NEAR = 25; // kilometres within which two points are one place
const FAR = 100; // kilometres from which on they are two
const ENOUGH = 1.5; // of the points that a pair has to have

/** Pairs of one country whose days are at most so many apart, by day, place, type and deaths; each is in one pair at most. */
export function match(own: readonly Own[], incidents: readonly IncidentItem[], days: number): Matched {
  const scored: { score: number; a: number; b: number }[] = [];
  const [mine, theirs] = [own.map(({ start, end }) => times(start, end)), incidents.map(({ start, end }) => times(start, end))];
  own.forEach((one, a) => incidents.forEach((incident, b) => {
    if (between(mine[a] as Times, theirs[b] as Times) > days) return; // of thousands by thousands all but a few
    const score = scoreOf(one, incident, days);
    if (score >= ENOUGH) scored.push({ score, a, b });
  }));
  scored.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const [left, right] = [new Set<number>(), new Set<number>()];
  const both: (Pair & { at: number })[] = [];
  for (const { a, b } of scored) {
    if (left.has(a) || right.has(b)) continue;
    left.add(a);
    right.add(b);
    both.push({ own: own[a] as Own, incident: incidents[b] as IncidentItem, at: a });
  }
  return { both: both.sort((x, y) => x.at - y.at), own: own.filter((_, n) => !left.has(n)), here: incidents.filter((_, n) => !right.has(n)) };
}

function scoreOf(own: Own, one: IncidentItem, days: number): number {
  const away = gap(own, one);
  const country = one.place?.country ?? null;
  if (own.country && country && own.country !== country) return -1;
  const { place, type, killed } = agreement(own, one);
  const points = [place === null ? 0 : place ? 3 : -2, type === null ? 0 : type ? 2 : -1, killed === null ? 0 : killed ? 2 : -0.5];
  return 1.5 - away / (days + 1) + (own.country && country ? 0.5 : 0) + points.reduce((sum, point) => sum + point, 0);
}

/** In what an own event and an incident agree; null where one of them does not tell it. */
export function agreement(own: Own, one: IncidentItem): Agreement {
  const killed = one.killed ? [one.killed.low ?? one.killed.min, one.killed.high ?? one.killed.max] : null;
  const within = own.killed !== null && killed ? (killed[0] ?? -Infinity) <= own.killed && own.killed <= (killed[1] ?? Infinity) : null;
  return { day: gap(own, one) === 0, place: samePlace(own, one), type: own.type && one.type ? own.type === one.type : null, killed: within };
}

type Times = readonly [number, number];

function times(start: string | null, end: string | null): Times {
  return [Date.parse(start ?? end ?? ""), Date.parse(end ?? start ?? "")];
}

/** Days between two times; 0 where they touch, without end where one of them is not known. */
function between([a, b]: Times, [c, d]: Times): number {
  const days = Math.max(a - d, c - b) / DAY;
  return Number.isNaN(days) ? Infinity : Math.max(0, days);
}

function gap(own: Own, one: IncidentItem): number {
  return between(times(own.start, own.end), times(one.start, one.end));
}

function samePlace(own: Own, { place }: IncidentItem): boolean | null {
  if (!place) return null;
  const names = [place.name, place.admin1].flatMap((name) => (name ? [plain(name)] : []));
  if (own.place && names.includes(plain(own.place))) return true;
  const exact = place.precision === "exact" || place.precision === "settlement";
  if (own.lat === null || own.lon === null || place.lat === null || place.lon === null || !exact) return own.place && exact ? false : null;
  const km = distance(own.lat, own.lon, place.lat, place.lon);
  return km <= NEAR ? true : km >= FAR ? false : null;
}

function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function distance(lat: number, lon: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const a = Math.sin(((lat2 - lat) * rad) / 2) ** 2 + Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(a));
}

// The filters as the address of a view tells them.

import type { Filters, Quad, Status } from "./api/types";
import type { Params } from "./client";
import { partyWords } from "./parties";
import { go, type Where } from "./router";
import { STATUS_WORDS, QUAD_WORDS, day, moment, percent, typeWords } from "./words";

const LISTS = ["country", "region", "type", "mode", "context", "quad", "status", "source", "article", "without"] as const;
const WORDS = ["since", "until", "published_since", "published_until", "near", "bbox", "actor", "recipient", "party", "dyad", "text", "reviewed", "as_of", "recorded_since"] as const;
const NUMBERS = ["confidence", "min_origins"] as const;
type ListFilter = (typeof LISTS)[number];

const ACTOR = /^a[0-9a-f]{15}$/;

/** Whether that is the id of an actor of the store. */
export function isActor(value: string): boolean {
  return ACTOR.test(value);
}

/** The filters that an address asks for. */
export function filtersOf(query: URLSearchParams): Filters {
  const out: Record<string, unknown> = {};
  for (const name of LISTS) if (query.has(name)) out[name] = query.getAll(name);
  for (const name of WORDS) if (query.get(name)) out[name] = query.get(name);
  for (const name of NUMBERS) {
    const value = Number(query.get(name));
    if (query.get(name) && Number.isFinite(value)) out[name] = value;
  }
  if (query.get("edited") === "true") out.edited = true;
  return out as Filters;
}

export function params(filters: Filters): Params {
  return { ...filters };
}

/** Changes some filters of the view; what is not a filter stays as it is. */
export function setFilters(where: Where, change: Partial<Filters>, how: "push" | "replace" = "push"): void {
  const query = new URLSearchParams(where.query);
  for (const [name, value] of Object.entries(change)) {
    query.delete(name);
    if (Array.isArray(value)) for (const one of value) query.append(name, one);
    else if (value !== undefined && value !== "" && value !== false) query.set(name, String(value));
  }
  const said = query.toString();
  go(said ? `${where.path}?${said}` : where.path, how);
}

/** The change of a list filter by one value: without it where it has it, else with it. */
export function toggled(filters: Filters, name: ListFilter, value: string): Partial<Filters> {
  const old: readonly string[] = filters[name] ?? [];
  return { [name]: old.includes(value) ? old.filter((one) => one !== value) : [...old, value] };
}

interface Chip {
  words: string;
  actor?: string; // the id of an actor of the store, which has a name
  without: Partial<Filters>;
}

/** Each filter that narrows, in words, with what takes it away. */
export function chips(filters: Filters, country: (code: string) => string): Chip[] {
  const out: Chip[] = [];
  const show = (name: string, value: string): string => {
    if (name === "quad") return QUAD_WORDS[value as Quad] ?? value;
    if (name === "status") return STATUS_WORDS[value as Status] ?? value;
    if (name === "type") return typeWords(value);
    if (name === "country") return country(value);
    if (name === "without") return `without a ${value}`;
    return value;
  };
  for (const name of LISTS) {
    for (const value of filters[name] ?? []) {
      const label = ["source", "article", "mode", "context"].includes(name) ? `${name}: ${value}` : show(name, value);
      out.push({ words: label, without: toggled(filters, name, value) });
    }
  }
  if (filters.since) out.push({ words: `from ${day(filters.since)}`, without: { since: undefined } });
  if (filters.until) out.push({ words: `to ${day(filters.until)}`, without: { until: undefined } });
  if (filters.published_since) out.push({ words: `published from ${day(filters.published_since)}`, without: { published_since: undefined } });
  if (filters.published_until) out.push({ words: `published to ${day(filters.published_until)}`, without: { published_until: undefined } });
  if (filters.bbox) out.push({ words: "map section", without: { bbox: undefined } });
  if (filters.near) out.push({ words: nearWords(filters.near), without: { near: undefined } });
  for (const name of ["actor", "recipient", "party", "dyad"] as const) {
    const value = filters[name];
    if (!value) continue;
    const words = value.split(">").map(partyWords).join(" on ");
    out.push({ words: name === "party" || name === "dyad" ? words : `${name}: ${words}`, actor: ACTOR.test(value) ? value : undefined, without: { [name]: undefined } });
  }
  if (filters.text) out.push({ words: `“${filters.text}”`, without: { text: undefined } });
  if (filters.confidence) out.push({ words: `confidence ≥ ${percent(filters.confidence)}`, without: { confidence: undefined } });
  if (filters.min_origins) out.push({ words: `≥ ${filters.min_origins} reports`, without: { min_origins: undefined } });
  if (filters.reviewed) out.push({ words: filters.reviewed === "yes" ? "reviewed" : "not reviewed", without: { reviewed: undefined } });
  if (filters.edited) out.push({ words: "set by people", without: { edited: undefined } });
  if (filters.recorded_since) out.push({ words: `new or changed since ${sinceWords(filters.recorded_since)}`, without: { recorded_since: undefined } });
  if (filters.as_of) out.push({ words: `as known on ${day(filters.as_of)}`, without: { as_of: undefined } });
  return out;
}

/** A day, or a moment, in words. */
function sinceWords(value: string): string {
  return value.length > 10 ? moment(value) : day(value);
}

/** The filters in words, for the title of the window; empty where nothing narrows. */
export function filterWords(filters: Filters, country: (code: string) => string): string {
  return chips(filters, country).map((chip) => chip.words).join(", ");
}

/** The day some days before today, as filters write it. */
export function daysAgo(days: number): string {
  const now = new Date();
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  return [String(then.getFullYear()), String(then.getMonth() + 1).padStart(2, "0"), String(then.getDate()).padStart(2, "0")].join("-");
}

/** What takes all filters away. */
export function nothing(filters: Filters): Partial<Filters> {
  return Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]));
}

/** "16.27,-0.04,50" as "within 50 km of 16.3° N, 0.0° W". */
function nearWords(near: string): string {
  const [lat = 0, lon = 0, km = 0] = near.split(",").map(Number);
  return `within ${km} km of ${Math.abs(lat).toFixed(1)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon).toFixed(1)}° ${lon < 0 ? "W" : "E"}`;
}

export function without(filters: Filters, ...names: (keyof Filters)[]): Filters {
  const out = { ...filters };
  for (const name of names) delete out[name];
  return out;
}

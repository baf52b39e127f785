// Values of records in words for people.

import type { Count, Day, Party, Place, Precision, Quad, Status, Voice, When } from "./api/types";

export const QUADS: readonly Quad[] = [
  "material_conflict", "verbal_conflict", "verbal_cooperation", "material_cooperation",
];

export const QUAD_WORDS: Record<Quad, string> = {
  verbal_cooperation: "Verbal cooperation",
  material_cooperation: "Material cooperation",
  verbal_conflict: "Verbal conflict",
  material_conflict: "Material conflict",
};

export const STATUS_WORDS: Record<Status, string> = {
  happened: "Happened",
  ongoing: "Ongoing",
  planned: "Planned",
  hypothetical: "Hypothetical",
  negated: "Did not happen",
};

export const PRECISION_WORDS: Record<Precision, string> = {
  exact: "exact point",
  settlement: "town",
  district: "district",
  region: "region",
  country: "country",
};

export const FIELD_WORDS: Record<string, string> = {
  type: "Type", modes: "Mode", contexts: "Context", quad: "Class", status: "Status", intensity: "Intensity",
  trigger: "Words", actors: "Actor", recipients: "Recipient", where: "Where", when: "When", counts: "How many",
  according_to: "According to", hedge: "Hedge", evidence: "Sentence", rejected: "Rejected",
};

export function fieldWords(field: string): string {
  if (field.startsWith("counts.")) return capital(field.slice(7));
  return FIELD_WORDS[field] ?? capital(field.replaceAll("_", " "));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "AID" as "Aid": codes of types and sectors read better so; the code stays in the title. */
export function typeWords(type: string | null): string {
  return type ? capital(type.toLowerCase().replaceAll("_", " ")) : "Unknown type";
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2024-07-29" as "29 Jul 2024". */
export function day(value: Day | null | undefined): string {
  if (!value) return "no date";
  const [year, month, date] = value.slice(0, 10).split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? "?"} ${year}`;
}

/** A period as shortly as it can be told. */
export function period(start: Day | null, end: Day | null): string {
  if (!start && !end) return "no date";
  if (!start) return `until ${day(end)}`;
  if (!end) return `since ${day(start)}`;
  if (start === end) return day(start);
  const [y1, m1, d1] = start.split("-");
  const [y2, m2, d2] = end.split("-");
  const last = new Date(Date.UTC(Number(y2), Number(m2), 0)).getUTCDate();
  if (y1 === y2 && d1 === "01" && Number(d2) === last) {
    if (m1 === m2) return `${MONTHS[Number(m1) - 1]} ${y1}`;
    if (m1 === "01" && m2 === "12") return String(y1);
  }
  if (y1 === y2 && m1 === m2) return `${Number(d1)}–${day(end)}`;
  if (y1 === y2) return `${Number(d1)} ${MONTHS[Number(m1) - 1]} – ${day(end)}`;
  return `${day(start)} – ${day(end)}`;
}

export function moment(value: string | null): string {
  return value ? `${day(value)}, ${value.slice(11, 16)} UTC` : "";
}

const GROUPED = new Intl.NumberFormat("en");

export function number(value: number): string {
  return GROUPED.format(value);
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** Bounds of a number: "40", "24–36", "at least 40", "up to 20". */
export function range(low: number | null, high: number | null): string {
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)}–${number(high)}`;
  if (low !== null) return `at least ${number(low)}`;
  if (high !== null) return `up to ${number(high)}`;
  return "unknown number";
}

export function countWords(count: Pick<Count, "what" | "min" | "max">): string {
  return `${range(count.min, count.max)} ${count.what}`;
}

export function whenWords(when: When | null): string {
  if (!when) return "no date";
  return when.start || when.end ? period(when.start, when.end) : `“${when.text}”, not resolved`;
}

export function placeName(place: Pick<Place, "name" | "country" | "admin1"> & { text?: string }): string {
  const parts = [place.name ?? place.text, place.admin1 !== place.name ? place.admin1 : null, place.country];
  return parts.filter(Boolean).join(", ");
}

export function partyName(party: Pick<Party, "name" | "country" | "sectors"> & { text?: string }): string {
  return party.name || party.text || partyCode(party);
}

export function partyCode(party: Pick<Party, "country" | "sectors">): string {
  return [party.country ?? "—", ...party.sectors].join(" · ");
}

export function voices(chain: readonly Voice[]): string {
  return chain.map(partyName).join(", who cites ");
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A value of a version or an edit in words. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return "—";
  if (Array.isArray(value)) return value.length ? value.map((one) => valueWords(field, one)).join("; ") : "none";
  if (typeof value === "object") return objectWords(value as Record<string, unknown>);
  if (field === "status") return STATUS_WORDS[value as Status] ?? String(value);
  if (field === "type") return typeWords(String(value));
  if (field === "quad") return QUAD_WORDS[value as Quad] ?? String(value);
  if (typeof value === "number") return number(value);
  return String(value);
}

function objectWords(value: Record<string, unknown>): string {
  if ("start" in value || "end" in value) return period(text(value.start), text(value.end));
  if ("what" in value) return `${range(numeral(value.min), numeral(value.max))} ${String(value.what)}`;
  if ("min" in value || "max" in value) return range(numeral(value.min), numeral(value.max));
  if ("lat" in value) {
    return placeName({ name: text(value.name), country: text(value.country), admin1: text(value.admin1) });
  }
  const name = text(value.name) ?? text(value.text);
  const code = [text(value.country), ...(Array.isArray(value.sectors) ? value.sectors.map(String) : [])];
  const said = code.filter(Boolean).join(" · ");
  return name ? (said ? `${name} (${said})` : name) : said || JSON.stringify(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value ? value : null;
}

function numeral(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

// Values of records in words for people.

import type { ArticleStub, Codebook, Count, Day, IncidentItem, Party, Place, Precision, Quad, Status, Voice, When } from "./api/types";

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

export const STATUS_MEANINGS: Record<Status, string> = {
  happened: "told as having happened",
  ongoing: "told as going on",
  planned: "announced or expected",
  hypothetical: "a possibility, condition or demand only",
  negated: "told as not having happened",
};

const MEANINGS = new Map<string, string>();

/** What the codes mean, told once with the codebook, for tooltips. */
export function learnMeanings({ types, contexts }: Pick<Codebook, "types" | "contexts">): void {
  for (const type of types) {
    MEANINGS.set(type.name, type.meaning);
    for (const mode of type.modes) MEANINGS.set(`${type.name} ${mode.name}`, mode.meaning);
  }
  for (const context of contexts) MEANINGS.set(`in ${context.name}`, context.meaning);
}

/** "ASSAULT: what can seriously hurt", and each mode in a line of its own. */
export function typeMeaning(type: string | null, modes: readonly string[] = []): string {
  const line = (name: string, key: string) => [name, MEANINGS.get(key)].filter(Boolean).join(": ");
  return type ? [line(type, type), ...modes.map((mode) => line(mode, `${type} ${mode}`))].join("\n") : "";
}

/** What contexts mean, a line each, for a tooltip. */
export function contextsMeaning(contexts: readonly string[]): string {
  return contexts.map((one) => [one.replaceAll("_", " "), MEANINGS.get(`in ${one}`)].filter(Boolean).join(": ")).join("\n");
}

const COUNTRIES = new Map<string, string>();

/** Names of countries, told once with the codebook: a page says "Chad", not "TCD". */
export function learnCountries(countries: readonly { code: string; name: string }[]): void {
  for (const { code, name } of countries) COUNTRIES.set(code, name.replace(/ and its bodies$/, ""));
}

/** The name of a country, its code where no name is known; null for none. */
export function countryName(code: string | null): string | null {
  return code ? COUNTRIES.get(code) ?? code : null;
}

/** A summary as a page says it: days as elsewhere on the page, countries by name. */
export function summaryWords(summary: string): string {
  return summary
    .replace(/since (\d{4})-01-01\b/g, "since $1")
    .replace(/between (\d{4}-\d\d-\d\d) and (\d{4}-\d\d-\d\d)/g, (_, start: string, end: string) => {
      const words = period(start, end);
      return /^\d{4}$|^[A-Z]/.test(words) ? `in ${words}` : words;
    })
    .replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => day(date))
    .replace(/ \(([A-Z]{3})\)/g, (whole, code: string) => (COUNTRIES.has(code) ? ` (${COUNTRIES.get(code)})` : whole));
}

/** A summary without the number of reports, where that stands beside it. */
export function briefWords(summary: string): string {
  return summaryWords(summary).replace(/; (one|\d+ independent) reports?\.$/, "");
}

/** How many tell of it: "2 independent reports, 16 publishers", where copies of one report make more publishers than reports. */
export function sourceWords(origins: number, outlets: number): string {
  const told = origins > 1 ? plural(origins, "independent report") : "one report";
  return outlets ? `${told}, ${plural(outlets, "publisher")}` : told;
}

/** "counts.killed: nothing → 17" with the field in words. */
export function changeWords(change: string): string {
  const said = summaryWords(change).replace(/\bat least (\d+)\b/g, (_, low: string) => range(Number(low), null));
  return said.replace(/^(counts\.)?([a-z_]+)(?=: )/, (field, counts?: string) => (counts || field in FIELD_WORDS ? fieldWords(field) : field)).replace(/\b([0-9a-f]{10})[0-9a-f]{6}\b/g, "$1");
}

const VERDICTS: Record<string, string> = { accept: "Accepted", fix: "Corrected", reject: "Rejected" };

/** A decision as it is told: "fix ASSAULT “killed”: status" as "Corrected: Assault “killed” (status)". */
export function decisionWords(words: string): string {
  const whole = /^([a-z_.]+) of incident ([0-9a-z]+)$/.exec(words);
  if (whole) return `${fieldWords(whole[1] as string)} of incident ${(whole[2] as string).slice(0, 10)}`;
  const pair = /^([0-9a-z]{16}) and ([0-9a-z]{16}) are (the same|different)$/.exec(words);
  if (pair) return `Passages ${pair[1]?.slice(0, 6)} and ${pair[2]?.slice(0, 6)}: ${pair[3] === "the same" ? "one happening" : "two happenings"}`;
  const added = /^([A-Z]+)( “.*”) added$/s.exec(words);
  if (added) return `Added: ${typeWords(added[1] as string)}${added[2]}`;
  const match = /^(accept|fix|reject) ([A-Z]+)( “.*”)(?:: ([\w., ]+))?$/s.exec(words);
  if (!match) return capital(words);
  const [, verdict = "", type = "", trigger, fields] = match;
  const named = fields?.split(", ").map((field) => fieldWords(field).toLowerCase()).join(", ");
  return `${VERDICTS[verdict]}: ${typeWords(type)}${trigger}${named ? ` (${named})` : ""}`;
}

/** "both ASSAULT" with the type in words. */
export function reasonWords(reason: string): string {
  return summaryWords(reason).replace(/^both ([A-Z]+)$/, (_, type: string) => `both ${typeWords(type)}`);
}

/** What a value was found to be, as an explanation tells it: "MLI:GOV+MIL", "Doha, QAT" and days in words. */
export function foundWords(value: string): string {
  const party = /^([A-Z]{3}|\?):([A-Z+]+|\?)$/.exec(value);
  if (party) {
    const [country, sectors] = [party[1] === "?" ? null : (party[1] as string), party[2] === "?" ? [] : (party[2] as string).split("+")];
    return codeWords({ country, sectors });
  }
  return value.replace(/\d{4}-\d\d-\d\d/g, (date) => day(date)).replace(/(^|, )([A-Z]{3})$/, (_, before: string, code: string) => before + (COUNTRIES.get(code) ?? code));
}

/** "2026-03" as "Mar 2026". */
export function month(value: string): string {
  const [year, n] = value.split("-");
  return `${MONTHS[Number(n) - 1] ?? "?"} ${year}`;
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
  const name = MONTHS[Number(month) - 1];
  return name && date ? `${Number(date)} ${name} ${year}` : value; // no day, of an address that was typed: as it stands
}

/** A period as shortly as it can be told. */
export function period(start: Day | null, end: Day | null): string {
  if (!start && !end) return "no date";
  if (!start) return `until ${day(end)}`;
  if (!end) return `since ${start.endsWith("-01-01") ? start.slice(0, 4) : day(start)}`;
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

/** Bounds of a number: "40", "24 to 36", "at least 40", "over 9,000" (9,001 or more), "up to 20"; as summaries say it. */
export function range(low: number | null, high: number | null): string {
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)} to ${number(high)}`;
  if (low !== null) return low > 10 && low % 10 === 1 ? `over ${number(low - 1)}` : `at least ${number(low)}`;
  if (high !== null) return `up to ${number(high)}`;
  return "unknown number";
}

/** The number shown and the bounds of what the reports say, as summaries tell them: "at least 17 killed (14 to 40)". */
export function killedWords({ min, max, low, high }: NonNullable<IncidentItem["killed"]>): string {
  const shown = range(min, max);
  const told = low === high ? shown : max === null && high === min ? `${number(low ?? 0)} or more` : range(low, high);
  return `${shown} killed${told === shown ? "" : ` (${told})`}`;
}

/** Kinds of numbers that are no plural of things counted. */
const COUNT_WORDS: Record<string, string> = { money: "in money", other: "of something else" };

/** A count in words: "at least 14 killed". */
export function countWords(count: Pick<Count, "what" | "min" | "max">): string {
  return `${range(count.min, count.max)} ${COUNT_WORDS[count.what] ?? count.what}`;
}

/** A time in words, those of the text where it has no day. */
export function whenWords(when: When | null): string {
  if (!when) return "no date";
  return when.start || when.end ? period(when.start, when.end) : `“${when.text}”, not resolved`;
}

/** A place with the region and country that it lies in. */
export function placeName(place: Pick<Place, "name" | "country" | "admin1"> & { text?: string }): string {
  const parts = [place.name ?? place.text, place.admin1 !== place.name ? place.admin1 : null, countryName(place.country)];
  if (parts[0] === parts[2]) parts.pop();
  return parts.filter(Boolean).join(", ");
}

const PRONOUNS = new Set("i we us our ours you he him his she her hers it its they them their theirs who which that this these those one".split(" "));

const BARE = /^[\d.,\s]+$|^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands)$/i;

/** Whether a party goes by a pronoun or a number alone ("it", "14"): that is no name. */
export function isBare(name: string): boolean {
  const words = name.trim();
  return (words !== "US" && PRONOUNS.has(words.toLowerCase())) || BARE.test(words);
}

/** The name, else the words; a word that only points to somebody ("their") stands beside whom it was read as. */
export function partyName(party: Pick<Party, "name" | "country" | "sectors"> & { text?: string }): string {
  const words = party.name || party.text;
  if (!words || !isBare(words)) return words || codeWords(party);
  const who = [countryName(party.country), ...party.sectors.map(sectorWords)].filter(Boolean).join(" ");
  return who ? `${who} (“${words}”)` : `“${words}”`;
}

export const SECTOR_WORDS: Record<string, string> = {
  GOV: "government", MIL: "military", COP: "police", JUD: "judiciary", LEG: "parliament", PTY: "party", OPP: "opposition",
  REB: "rebels", PRM: "paramilitaries", SPY: "intelligence", UAF: "armed persons", UNK: "unknown", CVL: "civilians",
  CRM: "criminals", BUS: "business", EDU: "education", JRN: "media", LAB: "labour", MED: "health workers", REF: "refugees",
  REL: "religion", SOC: "civil society", ELI: "former officials", AGR: "farmers", PRE: "partly recognised", NGO: "NGO",
  IGO: "intergovernmental", ISM: "movement", IMG: "armed group",
};

export function sectorWords(code: string): string {
  return SECTOR_WORDS[code] ?? code;
}

/** The code of a party in words: "Mali · military"; the code itself belongs into the title. */
export function codeWords(party: Pick<Party, "country" | "sectors">): string {
  return [countryName(party.country), ...party.sectors.map(sectorWords)].filter(Boolean).join(" · ") || "no country";
}

export function partyCode(party: Pick<Party, "country" | "sectors">): string {
  return [party.country ?? "—", ...party.sectors].join(" · ");
}

/** Who says so, the outermost voice first. */
export function voices(chain: readonly Voice[]): string {
  return chain.map(partyName).join(", who cites ");
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "21 to 100 %". */
export function percents(low: number, high: number): string {
  return `${Math.round(low * 100)} to ${percent(high)}`;
}

/** What an article is called: by its title, else by its first words. */
export function articleName(article: Pick<ArticleStub, "title" | "opening">): string {
  return article.title?.trim() || article.opening || "Untitled article";
}

/** A value of a version or an edit in words. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return "—";
  if (Array.isArray(value)) return value.length ? value.map((one) => valueWords(field, one)).join("; ") : "none";
  if (typeof value === "object") return objectWords(value as Record<string, unknown>);
  if (field === "status") return STATUS_WORDS[value as Status] ?? String(value);
  if (field === "type") return typeWords(String(value));
  if (field === "modes" || field === "contexts") return String(value).replaceAll("_", " ");
  if (field === "quad") return QUAD_WORDS[value as Quad] ?? String(value);
  if (typeof value === "number") return number(value);
  return String(value);
}

function objectWords(value: Record<string, unknown>): string {
  if ("start" in value || "end" in value) return period(text(value.start), text(value.end));
  if ("what" in value) return countWords({ what: String(value.what) as Count["what"], min: numeral(value.min), max: numeral(value.max) });
  if ("min" in value || "max" in value) return range(numeral(value.min), numeral(value.max));
  if ("lat" in value) {
    return placeName({ name: text(value.name), country: text(value.country), admin1: text(value.admin1) });
  }
  const name = text(value.name) ?? text(value.text);
  const code = [countryName(text(value.country)), ...(Array.isArray(value.sectors) ? value.sectors.map((one) => sectorWords(String(one))) : [])];
  const said = code.filter(Boolean).join(" · ");
  if (name && isBare(name)) return said ? `${said} (“${name}”)` : `“${name}”`;
  return name ? (said && said !== name ? `${name} (${said})` : name) : said || JSON.stringify(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value ? value : null;
}

function numeral(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

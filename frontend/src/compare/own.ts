// Somebody's own coding, read from a table: a row an event, its columns by the names that projects give them.

import type { Codebook, Day } from "../api/types";

export interface Own {
  n: number; // the row in the file, the heads being 1
  id: string;
  start: Day; end: Day;
  country: string | null;
  place: string | null;
  lat: number | null; lon: number | null;
  type: string | null; // where it is one of the codebook
  killed: number | null;
  words: string;
}

/** What a column is called, in the order in which they are looked for. */
const NAMES = {
  id: ["id", "event_id", "event_id_cnty", "incident_id", "data_id", "globaleventid"],
  start: ["date", "event_date", "start", "date_start", "start_date", "day", "when"],
  end: ["end", "date_end", "end_date"],
  country: ["iso3", "country_code", "place_country", "country", "country_name"],
  place: ["place", "place_name", "location", "city", "town", "where_coordinates", "admin1", "adm_1", "region"],
  lat: ["lat", "latitude"],
  lon: ["lon", "long", "lng", "longitude"],
  type: ["type", "event_type", "plover", "root"],
  killed: ["killed", "killed_best", "fatalities", "best", "deaths", "dead"],
  words: ["notes", "summary", "description", "text", "title", "source_headline"],
} as const;
type Name = keyof typeof NAMES;
export const NEEDED = "a day (date, event_date, start, date_start)";

/** The rows of a file of values with commas, semicolons or tabs between them, quoted as RFC 4180 has it. */
function cellsOf(text: string): string[][] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const between = ["\t", ";", ","].reduce((best, sign) => (head.split(sign).length > head.split(best).length ? sign : best), ",");
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const close = () => { row.push(cell); cell = ""; };
  const finish = () => { close(); if (row.some((one) => one.trim())) rows.push(row); row = []; };
  const clean = text.replace(/^\ufeff/, "");
  for (let n = 0; n < clean.length; n++) {
    const sign = clean[n] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean[n + 1] === '"') { cell += '"'; n++; }
      else quoted = false;
    } else if (sign === '"' && !cell) quoted = true;
    else if (sign === between) close();
    else if (sign === "\n") finish();
    else if (sign !== "\r") cell += sign;
  }
  finish();
  return rows;
}

export interface Read { rows: Own[]; columns: Partial<Record<Name, string>>; aside: number[] }

/** The events of a table, the columns they were read from, and the rows without a day. */
export function readOwn(text: string, codebook: Codebook): Read {
  const [heads = [], ...lines] = cellsOf(text);
  const called = heads.map((head) => head.trim().toLowerCase().replace(/[\s-]+/g, "_"));
  const at = (name: Name) => NAMES[name].map((one) => called.indexOf(one)).find((n) => n >= 0) ?? -1;
  const places = Object.fromEntries((Object.keys(NAMES) as Name[]).map((name) => [name, at(name)])) as Record<Name, number>;
  const columns = Object.fromEntries(Object.entries(places).filter(([, n]) => n >= 0).map(([name, n]) => [name, heads[n]]));
  const countries = new Map(codebook.countries.flatMap(({ code, name }) => [[code.toLowerCase(), code], [name.toLowerCase(), code]]));
  const types = new Set(codebook.types.map(({ name }) => name));
  const rows: Own[] = [];
  const aside: number[] = [];
  lines.forEach((line, n) => {
    const value = (name: Name) => (line[places[name]] ?? "").trim();
    const amount = (name: Name) => { const said = value(name).replace(/,/g, ""); return said && Number.isFinite(Number(said)) ? Number(said) : null; };
    const start = dayOf(value("start"));
    if (!start) return void aside.push(n + 2);
    const type = value("type").toUpperCase().replace(/[\s-]+/g, "_");
    rows.push({
      n: n + 2, id: value("id") || `row ${n + 2}`, start, end: dayOf(value("end")) ?? start,
      country: countries.get(value("country").toLowerCase()) ?? null, place: value("place") || null, lat: amount("lat"), lon: amount("lon"),
      type: types.has(type) ? type : null, killed: amount("killed"), words: value("words"),
    });
  });
  return { rows, columns, aside };
}

/** "2024-07-29", "29 July 2024" or "2024-07-29 00:00:00.000" as a day; null for what could be two days, or none. */
function dayOf(said: string): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(said);
  if (iso) return iso[0];
  if (!/^\d{1,2} [A-Za-z]{3,} \d{4}$/.test(said)) return null;
  const time = Date.parse(`${said} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

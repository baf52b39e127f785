// What passages say of a field, put together: what comes from one passage is one version, and alike versions are one.

import type { Shown, Version } from "./api/types";
import { isBare, valueWords } from "./words";

export interface Group {
  words: string;
  versions: Version[]; // one a passage
}

type Value = { id?: string | null; name?: string | null; country?: string | null; sectors?: string[] };

/** The versions of a field: the whole of what a passage says ("Mali, Burkina Faso, Niger") against that of others. */
export function grouped(shown: Shown): Group[] {
  const party = shown.field === "actors" || shown.field === "recipients";
  const told = new Map<string, Version[]>();
  for (const version of shown.versions) told.set(version.event, [...(told.get(version.event) ?? []), version]);
  const named: Version[][] = [];
  const bare: Version[][] = [];
  for (const said of told.values()) {
    const by = party ? said.filter((one) => !isBare(nameOf(one))) : said;
    (by.length ? named : bare).push(by.length ? by : said);
  }
  const out = new Map<string, Group & { codes: string }>();
  const add = (key: string, said: readonly Version[]) => {
    const first = said[0] as Version;
    const found = out.get(key);
    if (found) found.versions.push(first);
    else out.set(key, { words: wordsOf(shown.field, said), codes: codesOf(said), versions: [first] });
  };
  for (const said of named) add(keyOf(shown.field, said), said);
  for (const said of bare) { // "it" says whom by its codes alone
    const codes = codesOf(said);
    const same = [...out].find(([, group]) => group.codes === codes)?.[0];
    if (codes || !named.length) add(same ?? keyOf(shown.field, said), said);
  }
  return [...out.values()];
}

function nameOf(version: Version): string {
  return (version.value as Value | null)?.name ?? "";
}

function wordsOf(field: string, said: readonly Version[]): string {
  const between = field.startsWith("counts.") ? " and " : field === "where" ? "; " : ", "; // a place has commas of its own
  return [...new Set(said.map((one) => valueWords(field, one.value)))].join(between);
}

function keyOf(field: string, said: readonly Version[]): string {
  return [...new Set(said.map((one) => valueWords(field, one.value).toLowerCase().replace(/^(the|an?) /, "")))].sort().join("\n");
}

/** Whose they are; empty where nothing is known of it. */
function codesOf(said: readonly Version[]): string {
  const codes = said.map(({ value }) => {
    const { country, sectors = [] } = (typeof value === "object" && value !== null ? value : {}) as Value;
    return country || sectors.length ? `${country ?? ""}:${sectors.join("+")}` : "";
  });
  return [...new Set(codes.filter(Boolean))].sort().join(" ");
}

// Parties as people write them and as the API takes them: "Mali, Burkina Faso: military" is MLI,BFA:MIL.

import type { Codebook } from "./api/types";
import { SECTOR_WORDS, countryName, sectorWords } from "./words";

const CODES = /^([A-Z]{3})?(?::([A-Z]{3}))?$/;

/** One party in words: "MLI:MIL" is "Mali: military", ":REB" is "rebels"; what is no code stays as it is. */
export function partyWords(code: string): string {
  const match = CODES.exec(code);
  if (!match) return code;
  const [, country, sector] = match;
  return [country && countryName(country), sector && sectorWords(sector)].filter(Boolean).join(": ");
}

/** Several parties in words. */
export function partiesWords(codes: string): string {
  return codes.split(",").map((one) => partyWords(one.trim())).join(", ");
}

/** The codes of what somebody typed: names of countries and sectors, or codes; other words stay as they are. */
export function partiesCode(typed: string, book: Codebook): string {
  const whole = countryOf(typed.trim(), book); // a name may hold a comma
  return whole || typed.split(",").map((one) => partyCodeOf(one.trim(), book)).filter(Boolean).join(",");
}

function partyCodeOf(typed: string, book: Codebook): string {
  const [left = "", right] = typed.split(":").map((part) => part.trim());
  const country = left && countryOf(left, book);
  if (right !== undefined) {
    const sector = sectorOf(right, book);
    return sector && (country || !left) ? `${country}:${sector}` : typed;
  }
  return country || (sectorOf(left, book) && `:${sectorOf(left, book)}`) || typed;
}

/** The code of a country or body by its code or name; empty where there is none such. */
export function countryOf(words: string, book: Codebook): string {
  const said = words.toLowerCase();
  return book.countries.find((one) => [one.code, one.name, countryName(one.code)].some((name) => name?.toLowerCase() === said))?.code ?? "";
}

function sectorOf(words: string, book: Codebook): string {
  const said = words.toLowerCase();
  return book.sectors.find((one) => one.name.toLowerCase() === said || SECTOR_WORDS[one.name] === said)?.name ?? "";
}

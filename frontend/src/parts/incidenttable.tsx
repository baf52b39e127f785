// Incidents as rows and columns: to compare, to sort, to copy into a spreadsheet.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { IncidentItem, Page } from "../api/types";
import { get, type Params } from "../client";
import { copyTable, type Cell } from "../grid";
import type { Sorting } from "./sorting";
import { briefWords, countryName, moment, number, partyName, period, plural, range, STATUS_WORDS, typeWords } from "../words";
import { Icon, PlaceMark, QuadMark, StatusTag, Words } from "./bits";
import { SortHead } from "./sorting";
import { complain } from "./toast";

const AT_ONCE = 500; // rows of one answer
const MOST = 5000; // rows that are copied
const NAMED = 3; // publishers

export function IncidentTable({ items, sort, chosen, news }: {
  items: readonly IncidentItem[]; sort: Sorting; chosen: number; news: boolean;
}) {
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Incidents as a table">
      <table class="table incident-table">
        <thead><tr>
          <SortHead sort={sort} by="day">When</SortHead><th scope="col">What</th><th scope="col">Actor</th><th scope="col">Recipient</th><th scope="col">Where</th>
          <SortHead sort={sort} by="killed" class="num" title="What is shown; in brackets the least and the most that reports say">Killed</SortHead>
          <SortHead sort={sort} by="origins" class="num" title="Independent reports">Reports</SortHead><th scope="col">Publishers</th>
          {news && <SortHead sort={sort} by="recorded">Changed</SortHead>}
        </tr></thead>
        <tbody>{items.map((one, n) => <Row key={one.id} one={one} chosen={n === chosen} news={news} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ one, chosen, news }: { one: IncidentItem; chosen: boolean; news: boolean }) {
  const { place } = one;
  const more = one.outlets.length - NAMED;
  return (
    <tr class={chosen ? "chosen" : undefined}>
      <td class="when">{period(one.start, one.end)}</td>
      <td class="title">
        <a href={`/incidents/${encodeURIComponent(one.id)}`} title={briefWords(one.summary)}><QuadMark quad={one.quad} /> {typeWords(one.type)}{one.modes.length > 0 && <span class="note"> · {one.modes.join(", ")}</span>}<span class="hidden">: <Words text={briefWords(one.summary)} most={260} /></span></a>
        {" "}<StatusTag status={one.status} />{one.disputed.length > 0 && <span class="note added">versions differ</span>}
      </td>
      <td><Words text={one.actors.map(partyName).join(", ") || "—"} most={90} /></td>
      <td><Words text={one.recipients.map(partyName).join(", ") || "—"} most={90} /></td>
      <td>{place && (place.name || place.country) ? <><PlaceMark precision={place.precision} /> <Words text={[...new Set([place.name, place.admin1, countryName(place.country)])].filter(Boolean).join(", ")} most={70} /></> : "—"}</td>
      <td class="num">{killed(one)}</td>
      <td class="num">{number(one.origins)}</td>
      <td title={one.outlets.join(", ")}><Words text={one.outlets.slice(0, NAMED).join(", ") || "—"} most={90} />{more > 0 && <span class="note"> and {more} more</span>}</td>
      {news && <td class="when">{moment(one.changed)}</td>}
    </tr>
  );
}

function killed({ killed }: IncidentItem): ComponentChildren {
  if (!killed) return "—";
  const { min, max, low, high } = killed;
  return <>{range(min, max)}{low !== high && low !== null && high !== null && <span class="note"> ({number(low)} to {number(high)})</span>}</>;
}

const HEADS = [
  "from", "to", "type", "mode", "class", "status", "actor", "recipient", "place", "region", "country", "killed",
  "killed, least told", "killed, most told", "reports", "publishers", "versions differ on", "in words", "address",
];

/** A row for the clipboard: days as ISO has them, numbers as such. */
function cells(one: IncidentItem): Cell[] {
  const { place, killed } = one;
  return [
    one.start, one.end, typeWords(one.type), one.modes.join(", "), one.quad?.replaceAll("_", " ") ?? null, one.status && STATUS_WORDS[one.status],
    one.actors.map(partyName).join(", "), one.recipients.map(partyName).join(", "), place?.name ?? null, place?.admin1 ?? null, countryName(place?.country ?? null),
    killed ? killed.min ?? killed.max : null, killed?.low ?? null, killed?.high ?? null, one.origins, one.outlets.join(", "), one.disputed.join(", "),
    briefWords(one.summary), `${location.origin}/incidents/${encodeURIComponent(one.id)}`,
  ];
}

/** Copies all that is listed, further pages too. */
export function CopyTable({ path, params }: { path: string; params: Params }) {
  const [busy, setBusy] = useState(false);
  const act = async () => {
    const all: IncidentItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<IncidentItem> = await get<Page<IncidentItem>>(path, { ...params, limit: AT_ONCE, cursor });
      all.push(...page.items);
      cursor = page.next;
    } while (cursor && all.length < MOST);
    await copyTable([HEADS, ...all.map(cells)], `${plural(all.length, "row")}${cursor ? " (the first of more)" : ""}`);
  };
  return (
    <button type="button" class="button small" disabled={busy} title={`All that is listed, up to ${number(MOST)} rows, for a spreadsheet`} onClick={() => { setBusy(true); void act().catch(complain).finally(() => setBusy(false)); }}>
      <Icon name="copy" />{busy ? "Copying…" : "Copy"}
    </button>
  );
}

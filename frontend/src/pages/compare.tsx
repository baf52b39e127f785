// One's own coding beside what is in the store: what both have, what each has alone, how far they agree. The file stays in the browser.

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Filters, IncidentItem, Page } from "../api/types";
import { useKnown } from "../book";
import { Failure, get } from "../client";
import { agreement, match, type Agreement, type Matched } from "../compare/match";
import { NEEDED, readOwn, type Own, type Read } from "../compare/own";
import { filtersOf, params } from "../filters";
import { copyTable, type Cell } from "../grid";
import { Bar, Busy, Failed, Head, Icon, Words } from "../parts/bits";
import { Choice } from "../parts/choice";
import { Chips } from "../parts/filterpanel";
import { useTitle, useWhere } from "../router";
import { briefWords, countryName, number, percent, period, placeName, plural, range, typeWords } from "../words";

const AT_ONCE = 500;
const MOST = 5000; // incidents that are looked at
const SHOWN = 200; // rows of a table
const DAYS = [0, 1, 2, 3, 7];
const DAYS_APART = 2;
const KEY = "own-coding";
/** The file as it was taken, with how many days may lie between: what a reload brings back. */
interface Kept { name: string; text: string; days: number }
type Part = "both" | "own" | "here";

export function ComparePage() {
  const where = useWhere();
  const { codebook } = useKnown();
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const [file, setFile] = useState<Kept | null>(kept);
  const read = useMemo<(Read & { name: string }) | null>(() => file && { ...readOwn(file.text, codebook), name: file.name }, [file, codebook]);
  const days = file?.days ?? DAYS_APART;
  const [stays, setStays] = useState(true);
  const asked = useMemo(() => read && around(read.rows, days, filters), [read, days, filters]);
  const { found, failure, again } = useIncidents(asked);
  const matched = useMemo(() => (read && found ? match(read.rows, found.items, days) : null), [read, found, days]);
  useTitle("Compare with own coding");
  const hold = (next: Kept | null) => {
    setFile(next);
    setStays(keep(next));
  };
  const take = async (one: File | undefined) => {
    if (one) hold({ name: one.name, text: await one.text(), days });
  };
  return (
    <div class="page">
      <p class="crumbs"><a href="/review">Review</a></p>
      <Head title="Compare with own coding" lead="A table of events that you coded beside the incidents of the same days and countries. The file stays in this tab of the browser: a reload keeps it, closing the tab forgets it." />
      <Chips filters={filters} />
      <section class="card compare-own" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); void take(event.dataTransfer?.files[0]); }}>
        <label>Table (CSV, or values with tabs or semicolons)<input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void take(event.currentTarget.files?.[0])} /></label>
        <label>Days apart, at most<select value={days} disabled={!file} onChange={(event) => file && hold({ ...file, days: Number(event.currentTarget.value) })}>{DAYS.map((n) => <option key={n} value={n}>{n}</option>)}</select></label>
        <p class="note">Columns are known by their names, those of ACLED, UCDP GED and Dateline among them: {NEEDED}, and, as far as there are any, country, place, lat and lon, type (of PLOVER), killed, id, notes. A day is 2024-07-29 or 29 July 2024.</p>
      </section>
      {read && <p class="note">{read.name}: {plural(read.rows.length, "event")}{Object.keys(read.columns).length > 0 && `, read from ${Object.values(read.columns).join(", ")}`}{read.aside.length > 0 && `; ${plural(read.aside.length, "row")} without a day that can be read left out (${read.aside.slice(0, 5).join(", ")}${read.aside.length > 5 ? ", …" : ""})`}.{!stays && " It is too large to be kept when the page is loaded again."} <button type="button" class="link" onClick={() => hold(null)}>Take it away</button></p>}
      {read && !read.rows.length && <Failed failure={new Failure("invalid", `Nothing in this table has ${NEEDED}.`, 0)} />}
      {failure && <Failed failure={failure} again={again} />}
      {asked && !found && !failure && <Busy what="Getting the incidents" rows={6} />}
      {matched && found && read && read.rows.length > 0 && <Result matched={matched} cut={found.cut} />}
    </div>
  );
}

function kept(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** Whether a reload will bring it back: a browser keeps some five million characters, or none. */
function keep(file: Kept | null): boolean {
  try {
    if (file) sessionStorage.setItem(KEY, JSON.stringify(file));
    else sessionStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

function Result({ matched, cut }: { matched: Matched; cut: boolean }) {
  const [part, setPart] = useState<Part>("both");
  const { both, own, here } = matched;
  const said = both.map(({ own: mine, incident }) => agreement(mine, incident));
  const rows = part === "both" ? both : part === "own" ? own.map((one) => ({ own: one, incident: null })) : here.map((one) => ({ own: null, incident: one }));
  const copyAll = () => void copyTable([
    ["own id", "own from", "own to", "own type", "own place", "own country", "own killed", "incident", "from", "to", "type", "place", "country", "killed", "reports", "in words", "own words", "address"],
    ...rows.map(({ own: mine, incident }): Cell[] => [...ownCells(mine), ...hereCells(incident), mine?.words ?? null, incident && `${location.origin}/incidents/${encodeURIComponent(incident.id)}`]),
  ], plural(rows.length, "row"));
  return (
    <>
      <section class="card" aria-label="Agreement">
        <h2>Agreement</h2>
        <p>Both have {number(both.length)}: {share(both.length, both.length + own.length)} of your events, {share(both.length, both.length + here.length)} of the incidents of the same days{cut && ` (the first ${number(MOST)} of them)`}. <span class="note">Pairs are found by day, country, place, type and deaths; incidents without a day are in none.</span></p>
        {both.length > 0 && (
          <ul class="scores">
            {(["day", "place", "type", "killed"] as const).map((field) => <Agreed key={field} field={field} said={said} />)}
          </ul>
        )}
      </section>
      <section class="card compared" aria-label="Event by event">
        <header class="since-head">
          <Choice label="Which" value={part} onChoose={setPart} choices={[
            { value: "both", words: `Both ${number(both.length)}` }, { value: "own", words: `Only yours ${number(own.length)}` }, { value: "here", words: `Only here ${number(here.length)}` },
          ]} />
          <span class="pane-acts"><button type="button" class="button small" disabled={!rows.length} onClick={copyAll}><Icon name="copy" />Copy</button></span>
        </header>
        {!rows.length && <p class="note">None.</p>}
        {rows.length > 0 && (
          <div class="scroll-x" tabIndex={0} role="region" aria-label="Events and incidents">
            <table class="table">
              <thead><tr><th scope="col">Whose</th><th scope="col">When</th><th scope="col">Type</th><th scope="col">Where</th><th scope="col" class="num">Killed</th><th scope="col">In words</th></tr></thead>
              {rows.slice(0, SHOWN).map(({ own: mine, incident }) => <Lines key={`${mine?.n} ${incident?.id}`} own={mine} incident={incident} />)}
            </table>
          </div>
        )}
        {rows.length > SHOWN && <p class="note">The first {number(SHOWN)} of {number(rows.length)}; Copy takes all.</p>}
      </section>
    </>
  );
}

function Lines({ own, incident }: { own: Own | null; incident: IncidentItem | null }) {
  const said = own && incident ? agreement(own, incident) : null;
  const mark = (field: keyof Agreement) => (said && said[field] === false ? "differs" : undefined);
  return (
    <tbody>
      {own && <tr><th scope="row">yours <span class="note added"><Words text={own.id} most={30} /></span></th><td class="when">{period(own.start, own.end)}</td><td>{own.type ? typeWords(own.type) : "—"}</td><td><Words text={[own.place, countryName(own.country)].filter(Boolean).join(", ") || "—"} most={60} /></td><td class="num">{own.killed === null ? "—" : number(own.killed)}</td><td><Words text={own.words || "—"} most={200} /></td></tr>}
      {incident && <tr><th scope="row">here</th><td class={mark("day") ? "when differs" : "when"}>{period(incident.start, incident.end)}</td><td class={mark("type")}>{typeWords(incident.type)}</td><td class={mark("place")}><Words text={incident.place ? placeName(incident.place) || "—" : "—"} most={60} /></td><td class={mark("killed") ? "num differs" : "num"}>{incident.killed ? range(incident.killed.min, incident.killed.max) : "—"}</td><td class="title"><a href={`/incidents/${encodeURIComponent(incident.id)}`}><Words text={briefWords(incident.summary)} most={200} /></a></td></tr>}
    </tbody>
  );
}

const FIELDS = { day: "Same days", place: "Same place", type: "Same type", killed: "Killed as a report tells" } as const;

function Agreed({ field, said }: { field: keyof Agreement; said: readonly Agreement[] }) {
  const told = said.filter((one) => one[field] !== null);
  const same = told.filter((one) => one[field]).length;
  return <li><span>{FIELDS[field]}</span><Bar share={told.length ? same / told.length : 0} /><span class="num">{told.length ? `${number(same)} of ${number(told.length)}` : "nothing to compare"}</span></li>;
}

function share(n: number, of: number): string {
  return of ? `${percent(n / of)} (${number(n)} of ${number(of)})` : "none";
}

function ownCells(one: Own | null): Cell[] {
  return one ? [one.id, one.start, one.end, one.type, one.place, countryName(one.country), one.killed] : Array<Cell>(7).fill(null);
}

function hereCells(one: IncidentItem | null): Cell[] {
  if (!one) return Array<Cell>(9).fill(null);
  return [one.id, one.start, one.end, one.type, one.place?.name ?? null, countryName(one.place?.country ?? null), one.killed ? one.killed.min ?? one.killed.max : null, one.origins, briefWords(one.summary)];
}

/** The filters that find what may be the same: the days of the events, with some before and after, and their countries. */
function around(own: readonly Own[], days: number, filters: Filters): Filters | null {
  if (!own.length) return null;
  const moved = (value: string, by: number) => new Date(Date.parse(value) + by * 864e5).toISOString().slice(0, 10);
  const [since, until] = [own.map((one) => one.start).sort()[0] as string, own.map((one) => one.end).sort().reverse()[0] as string];
  const countries = [...new Set(own.map((one) => one.country))];
  const named = countries.every((one) => one !== null) && countries.length <= 50 ? (countries as string[]) : undefined;
  return { ...filters, since: filters.since ?? moved(since, -days), until: filters.until ?? moved(until, days), country: filters.country ?? named };
}

/** All incidents that fit, up to `MOST`. */
function useIncidents(asked: Filters | null): { found: { items: IncidentItem[]; cut: boolean } | null; failure: Failure | null; again: () => void } {
  const [state, setState] = useState<{ items: IncidentItem[]; cut: boolean } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setState(null);
    setFailure(null);
    if (!asked) return;
    const stop = new AbortController();
    const ask = async () => {
      const items: IncidentItem[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<IncidentItem> = await get<Page<IncidentItem>>("/api/incidents", { ...params(asked), limit: AT_ONCE, cursor }, stop.signal);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor && items.length < MOST);
      setState({ items, cut: cursor !== null });
    };
    ask().catch((error: unknown) => { if (error instanceof Failure) setFailure(error); });
    return () => stop.abort();
  }, [asked, turn]);
  return { found: state, failure, again: () => setTurn((n) => n + 1) };
}

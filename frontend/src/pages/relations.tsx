// Who acts on whom: a pair over time with its turning points, a network, a matrix.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Event, Matrix, Network, Series } from "../api/types";
import { useCountry, useKnown } from "../book";
import { address, useLoad, type Params } from "../client";
import { filtersOf, params, setFilters } from "../filters";
import { Busy, Empty, Failed, Head } from "../parts/bits";
import { DayInput } from "../parts/day";
import { byArrows } from "../parts/tabs";
import { Chips, PartyInput, PartyNames } from "../parts/filterpanel";
import { totalWords, useListing } from "../parts/listing";
import { partiesCode, partiesWords, partyWords } from "../parties";
import { MatrixTable } from "../relations/matrix";
import { NetworkChart } from "../relations/network";
import { SeriesChart, lastOf, slotWords } from "../relations/series";
import { go, useTitle, useWhere, type Where } from "../router";
import { day, month, plural } from "../words";
import { EventTable } from "./actor";

const TABS = { series: "Over time", network: "Network", matrix: "Matrix" } as const;
type Tab = keyof typeof TABS;
const NODES = 40; // parties of the network
const ROWS = 20; // parties of the matrix

/** Changes the address: what is another question is a step to go back from, how it is drawn is none. */
function set(where: Where, change: Record<string, string | undefined>, how: "push" | "replace" = "replace"): void {
  const query = new URLSearchParams(where.query);
  if (["tab", "a", "b", "unit", "direction"].some((name) => name in change)) query.delete("slot");
  for (const [name, value] of Object.entries(change)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  go(`/relations?${query}`, how);
}

export function RelationsPage() {
  const where = useWhere();
  const asked = where.query.get("tab") ?? "series";
  const tab = (asked in TABS ? asked : "series") as Tab;
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const { codebook } = useKnown();
  const [a, b] = ["a", "b"].map((name) => partiesWords(partiesCode(where.query.get(name) ?? "", codebook)));
  useTitle(tab !== "series" ? `Relations: ${TABS[tab]?.toLowerCase() ?? ""}` : a ? `Relations: ${a} and ${b || "everybody"}` : "Relations");
  return (
    <div class="page relations">
      <Head title="Relations" lead="Cooperation and conflict between countries or groups">
        <div class="tabs" role="tablist" aria-label="Views" onKeyDown={byArrows}>
          {Object.entries(TABS).map(([value, words]) => (
            <button key={value} type="button" role="tab" id={`tab-${value}`} aria-controls="view" aria-selected={tab === value} tabIndex={tab === value ? 0 : -1} onClick={() => set(where, { tab: value }, "push")}>{words}</button>
          ))}
        </div>
      </Head>
      <form class="list-filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <label>From<DayInput label="Events from" value={filters.since} onDay={(since) => setFilters(where, { since }, "replace")} /></label>
        <label>to<DayInput label="Events until" value={filters.until} onDay={(until) => setFilters(where, { until }, "replace")} /></label>
        <Chips filters={filters} />
      </form>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === "series" && <SeriesView where={where} />}
        {tab === "network" && <NetworkView where={where} />}
        {tab === "matrix" && <MatrixView where={where} />}
      </div>
    </div>
  );
}

function SeriesView({ where }: { where: Where }) {
  const filters = params(filtersOf(where.query));
  const { codebook } = useKnown();
  const a = partiesCode(where.query.get("a") ?? "", codebook); // a link may name them: a=Mali
  const b = partiesCode(where.query.get("b") ?? "", codebook);
  const [long, setLong] = useState<{ pair: string; unit: string } | null>(null); // what suits the time that a pair takes
  const unit = where.query.get("unit") ?? (long?.pair === `${a} ${b}` ? long.unit : "month");
  const direction = where.query.get("direction") ?? "both";
  const measure = where.query.get("measure") === "intensity" ? "intensity" : "count";
  const often = useLoad<Matrix>(address("/api/relations/matrix", { ...filters, level: "country", limit: 14 }));
  const pairs = useMemo(() => commonest(often.data), [often.data]);
  useEffect(() => {
    const first = pairs[0];
    if (!a && !b && first) set(where, { a: first[0], b: first[1] });
  }, [pairs]);
  const slot = where.query.get("slot");
  const setSlot = (next: string | null) => set(where, { slot: next ?? undefined });
  const { data, failure, again, loading } = useLoad<Series>(a ? address("/api/relations/series", { ...filters, a, b, unit, direction }) : null);
  useEffect(() => {
    if (!data || loading || where.query.has("unit") || unit !== "month") return;
    const years = yearsOf(data);
    if (years > QUARTERS) setLong({ pair: `${a} ${b}`, unit: years > YEARS ? "year" : "quarter" });
  }, [data, loading]);
  return (
    <>
      <form class="pair-form" aria-label="Which relation" onSubmit={(event) => event.preventDefault()}>
        <PartyNames />
        <PairInput label="Between" value={a} onSet={(value) => set(where, { a: value }, "push")} />
        <PairInput label="and" value={b} hint="everybody" onSet={(value) => set(where, { b: value }, "push")} />
        <label>Direction<select value={direction} onChange={(e) => set(where, { direction: e.currentTarget.value })}><option value="both">both ways</option><option value="out">first acts on second</option><option value="in">second acts on first</option></select></label>
        <label>By<select value={unit} onChange={(e) => set(where, { unit: e.currentTarget.value })}>{["week", "month", "quarter", "year"].map((one) => <option key={one}>{one}</option>)}</select></label>
        <label>Measure<select value={measure} onChange={(e) => set(where, { measure: e.currentTarget.value === "count" ? undefined : e.currentTarget.value })}><option value="count">number of events</option><option value="intensity">sum of intensity</option></select></label>
      </form>
      <p class="hint pair-hint">Countries, bodies, sectors (rebels, Mali: military) or names; several with commas are a group.</p>
      <Often pairs={pairs} chosen={[a, b]} where={where} />
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && (a ? <Busy rows={5} /> : often.data && !pairs.length ? <Empty title="Nobody acts on anybody here"><p>Add reports, or take filters away.</p></Empty> : <Busy rows={5} />)}
      {data && !failure && (
        <section class={loading ? "card stale" : "card"} aria-label="Over time">
          <SeriesChart series={data} measure={measure} chosen={slot} onSlot={setSlot} />
          {data.turning.length > 0 ? (
            <>
              <h2>Turning points</h2>
              <ol class="turning">
                {data.turning.map((turn, n) => (
                  <li key={turn.start}>
                    <p><b class="letter">{n + 1}</b> <strong>{day(turn.start)}</strong> {turn.kind} <span class="note">mean intensity {signed(turn.before)} before, {signed(turn.after)} after</span></p>
                    <EventTable events={turn.events.slice(0, 5)} />
                  </li>
                ))}
              </ol>
            </>
          ) : data.points.length > 0 && <p class="note">No turning point: the balance does not shift more than chance would.</p>}
        </section>
      )}
      {data && !failure && data.points.length + data.undated > 0 && <PairEvents series={data} slot={slot} onAll={() => setSlot(null)} filters={filters} />}
    </>
  );
}

const [QUARTERS, YEARS] = [3, 8]; // years from which on bars of a quarter, of a year, are wide enough to see

/** How many years a series takes. */
function yearsOf({ points }: Series): number {
  const [first, last] = [points[0], points[points.length - 1]];
  return first && last ? (Date.parse(last.start) - Date.parse(first.start)) / (365.25 * 864e5) : 0;
}

const PAIRS = 6; // that are listed one by one

/** The events behind the figures, by who acts on whom. */
function PairEvents({ series, slot, onAll, filters }: { series: Series; slot: string | null; onAll: () => void; filters: Params }) {
  const pairs = dyads(series);
  if (pairs.length > PAIRS) return null;
  const time = slot ? { since: slot, until: lastOf(slot, series.unit) } : {};
  return (
    <section class="card pair-events" aria-label="Events behind the figures">
      <h2>Events {slot ? <>of {slotWords(slot, series.unit)} <button type="button" class="link" onClick={onAll}>Show all</button></> : <span class="count">with and without a date; click a bar for those of its time</span>}</h2>
      {pairs.map((dyad) => <DyadEvents key={dyad} dyad={dyad} asked={{ ...filters, ...time, dyad }} />)}
    </section>
  );
}

/** Who acts on whom, as the filters write it. */
function dyads({ a, b, direction }: Series): string[] {
  const out = new Set<string>();
  for (const one of a) {
    for (const two of b.length ? b : ["*"]) {
      if (direction !== "in") out.add(`${one}>${two}`);
      if (direction !== "out") out.add(`${two}>${one}`);
    }
  }
  return [...out];
}

function DyadEvents({ dyad, asked }: { dyad: string; asked: Params }) {
  const list = useListing<Event>("/api/events", { ...asked, order: "day", limit: 10 });
  const words = dyad.split(">").map((one) => (one === "*" ? "anybody" : partyWords(one))).join(" on ");
  return (
    <div class={list.loading ? "dyad stale" : "dyad"}>
      <h3>{words} <span class="note">{totalWords(list.total, "event")}</span> {list.items.length > 0 && <a class="note" href={address("/", asked)}>Incidents</a>}</h3>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      <EventTable events={list.items} />
      {list.more && <button type="button" class="button small" onClick={list.more}>More</button>}
    </div>
  );
}

function signed(value: number): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)}`;
}

function commonest(matrix: Matrix | null): [string, string][] {
  if (!matrix) return [];
  const sums = new Map<string, number>();
  for (const cell of matrix.cells) {
    if (cell.from === cell.to) continue;
    const key = [cell.from, cell.to].sort().join(" ");
    sums.set(key, (sums.get(key) ?? 0) + cell.events);
  }
  return [...sums].sort((x, y) => y[1] - x[1]).slice(0, 6).map(([key]) => key.split(" ") as [string, string]);
}

function Often({ pairs, chosen, where }: { pairs: readonly [string, string][]; chosen: readonly [string, string]; where: Where }) {
  const country = useCountry();
  if (!pairs.length) return null;
  return (
    <p class="often">Often: {pairs.map(([a, b]) => (
      <button key={a + b} type="button" class="chip" aria-pressed={chosen[0] === a && chosen[1] === b} onClick={() => set(where, { a, b }, "push")}>{country(a)} – {country(b)}</button>
    ))}</p>
  );
}

function PairInput({ label, value, hint = "Mali, Mali: military, a name", onSet }: { label: string; value: string; hint?: string; onSet: (value: string | undefined) => void }) {
  return <label>{label}<PartyInput value={value} hint={hint} onSet={onSet} /></label>;
}

function Level({ where }: { where: Where }) {
  return (
    <label class="inline">Parties are<select value={where.query.get("level") ?? "country"} onChange={(e) => set(where, { level: e.currentTarget.value })}><option value="country">countries and bodies</option><option value="sector">countries by sector</option></select></label>
  );
}

function NetworkView({ where }: { where: Where }) {
  const filters = filtersOf(where.query);
  const level = where.query.get("level") ?? "country";
  const whole = useLoad<Network>(address("/api/relations/network", { ...params({ ...filters, since: undefined, until: undefined }), level, limit: NODES }));
  const months = useMemo(() => listed(whole.data?.months.first ?? null, whole.data?.months.last ?? null), [whole.data]);
  const width = Math.max(0, Math.min(months.length, Math.round(Number(where.query.get("months")) || 0))); // of the window; 0: all
  const [at, setAt] = useState(0);
  useEffect(() => setAt(Math.max(0, months.indexOf(where.query.get("from") ?? ""))), [months, where]);
  const from = months[Math.min(at, Math.max(0, months.length - width))];
  const to = months[Math.min(months.length, at + width) - 1];
  const [asked, setAsked] = useState<{ since: string; until: string } | null>(null);
  const timer = useRef<number>();
  useEffect(() => {
    clearTimeout(timer.current);
    if (!width || !from || !to) { setAsked(null); return; }
    timer.current = window.setTimeout(() => setAsked({ since: `${from}-01`, until: lastDay(to) }), 120);
  }, [width, from, to]);
  const least = Math.round(Number(where.query.get("least")) || 0) || clearest(whole.data);
  const drawn = useMemo(() => whole.data && strong(whole.data, least), [whole.data, least]);
  const part = useLoad<Network>(asked ? address("/api/relations/network", { ...params({ ...filters, ...asked }), level, limit: NODES }) : null);
  if (whole.failure) return <Failed failure={whole.failure} again={whole.again} />;
  if (!whole.data) return <Busy rows={6} />;
  if (!whole.data.nodes.length) return <Empty title="Nobody acts on anybody here"><p>Add reports, or take filters away.</p></Empty>;
  return (
    <section class="card" aria-label="Network">
      <div class="network-controls">
        <Level where={where} />
        <label class="inline">Window<select value={width} onChange={(e) => { const chosen = Number(e.currentTarget.value); set(where, { months: chosen ? String(chosen) : undefined, from: chosen ? months[Math.max(0, months.length - chosen)] : undefined }); }}>
          <option value={0}>all months</option>{[...new Set([1, 3, 6, 12, 24, width])].filter((n) => n && n < months.length).sort((one, two) => one - two).map((n) => <option key={n} value={n}>{n === 1 ? "1 month" : `${n} months`}</option>)}
        </select></label>
        <label class="inline">Ties of at least<select value={least} onChange={(e) => set(where, { least: e.currentTarget.value })}>{[...new Set([...LEAST, least])].sort((one, two) => one - two).map((n) => <option key={n} value={n}>{plural(n, "event")}</option>)}</select></label>
        {width > 0 && (
          <label class="time-slider">
            <span>{month(from ?? "")} to {month(to ?? "")}</span>
            <input type="range" min="0" max={Math.max(0, months.length - width)} value={at} aria-valuetext={`${month(from ?? "")} to ${month(to ?? "")}`} onInput={(e) => setAt(Number(e.currentTarget.value))} onChange={(e) => set(where, { from: months[Number(e.currentTarget.value)] })} />
          </label>
        )}
      </div>
      <NetworkChart whole={drawn ?? whole.data} limit={NODES} least={least} part={asked ? part.data && among(part.data, drawn) : drawn} onPair={(a, b) => set(where, { tab: "series", a, b }, "push")} />
    </section>
  );
}

const LEAST = [1, 2, 3, 5, 10, 20, 50]; // events of a tie that is drawn
const CLEAR = 60; // ties that can be told apart

/** The number of events from which on ties can be told apart. */
function clearest(network: Network | null): number {
  const ties = (network?.edges ?? []).filter((edge) => edge.from !== edge.to);
  return LEAST.find((least) => ties.filter((edge) => edge.events >= least).length <= CLEAR) ?? (LEAST[LEAST.length - 1] as number);
}

function strong(network: Network, least: number): Network {
  return { ...network, edges: network.edges.filter((edge) => edge.events >= least) };
}

/** The ties of a time that are drawn of the whole. */
function among(part: Network, whole: Network | null): Network {
  const kept = new Set(whole?.edges.map((edge) => `${edge.from} ${edge.to}`));
  return { ...part, edges: part.edges.filter((edge) => kept.has(`${edge.from} ${edge.to}`)) };
}

function listed(first: string | null, last: string | null): string[] {
  if (!first || !last) return [];
  const out: string[] = [];
  let [year = 0, month = 1] = first.split("-").map(Number);
  while (out.length < 2400) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (name > last) break;
    out.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return out;
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function MatrixView({ where }: { where: Where }) {
  const level = where.query.get("level") ?? "country";
  const { data, failure, again } = useLoad<Matrix>(address("/api/relations/matrix", { ...params(filtersOf(where.query)), level, limit: ROWS }));
  if (failure) return <Failed failure={failure} again={again} />;
  if (!data) return <Busy rows={6} />;
  if (!data.parties.length) return <Empty title="Nobody acts on anybody here"><p>Add reports, or take filters away.</p></Empty>;
  return (
    <section class="card" aria-label="Matrix">
      <div class="network-controls"><Level where={where} /></div>
      <MatrixTable matrix={data} most={ROWS} onPair={(a, b) => set(where, { tab: "series", a, b }, "push")} />
    </section>
  );
}

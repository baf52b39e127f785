// Incidents added up by place, time or type: the table of a situation report. Each line leads to its incidents.

import type { ComponentChildren } from "preact";
import type { Figure, Filters, Quad, Sum, SumBy, Sums as Answer } from "../api/types";
import { address, useLoad } from "../client";
import { useCountry } from "../book";
import { params, setFilters } from "../filters";
import { copyTable, type Cell } from "../grid";
import { go, type Where } from "../router";
import { QUADS, QUAD_WORDS, STATUS_WORDS, capital, countryName, day, month, number, plural, range, typeWords } from "../words";
import { Busy, Empty, Failed, Icon, QuadMark, Words } from "./bits";
import { FileMenu } from "./files";

const BY: Record<SumBy, string> = {
  country: "country", region: "region", place: "place", type: "type", status: "status", day: "day", week: "week", month: "month", year: "year",
};
const FIGURES = ["killed", "injured", "abducted", "arrested", "displaced"] as const;
const HEADS: Partial<Record<SumBy, string[]>> = { region: ["Country", "Region"], place: ["Country", "Region", "Place"] };

export function SumsPane({ filters, where }: { filters: Filters; where: Where }) {
  const country = useCountry();
  const asked = where.query.get("by") ?? "region";
  const by = (asked in BY ? asked : "region") as SumBy;
  const { data, failure, loading, again } = useLoad<Answer>(address("/api/incidents/sums", { ...params(filters), by }));
  const figures = FIGURES.filter((what) => data?.whole.figures[what]);
  const heads = HEADS[by] ?? [capital(BY[by])];
  const parts = (sum: Sum) => sum.key.map((part, n) => (part ? partWords(by, n, part, country) : ""));
  const deadliest = (narrow: Partial<Filters> | null) => narrow && (() => {
    const query = listed(where.query);
    query.set("order", "killed");
    setFilters({ ...where, query }, narrow);
  });
  const copyAll = () => {
    if (!data) return;
    const told = figures.flatMap((what) => [what, `${what}, least told`, `${what}, most told`]);
    const line = (sum: Sum, names: Cell[]): Cell[] => [
      ...names, sum.incidents, sum.reports, ...QUADS.map((quad) => sum.quads[quad] ?? 0),
      ...figures.flatMap((what) => { const figure = sum.figures[what]; return figure ? [figure.best, figure.low, figure.high] : [null, null, null]; }),
    ];
    const rows = data.rows.map((sum) => line(sum, parts(sum).map((one) => one || "not known")));
    void copyTable([[...heads, "Incidents", "Reports", ...QUADS.map((quad) => QUAD_WORDS[quad]), ...told], ...rows, line(data.whole, heads.map((_, n) => (n ? "" : "All")))], plural(rows.length, "row"));
  };
  return (
    <>
      <header class="pane-head">
        <label class="order"><span>Added up by</span>
          <select value={by} onChange={(event) => {
            const query = new URLSearchParams(where.query);
            query.set("by", event.currentTarget.value);
            go(`${where.path}?${query}`, "replace");
          }}>{Object.entries(BY).map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select>
        </label>
        <span class="pane-acts">
          <button type="button" class="button small" disabled={!data} onClick={copyAll}><Icon name="copy" />Copy</button>
          <FileMenu small about="This table" path="/api/incidents/sums" params={{ ...params(filters), by }} name={`incidents-by-${by}`} />
        </span>
      </header>
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy what="Adding up" rows={9} />}
      {data && !data.rows.length && <Empty title="Nothing to add up"><p>No incident fits these filters.</p></Empty>}
      {data && data.rows.length > 0 && (
        <div class={loading ? "scroll-x stale" : "scroll-x"} tabIndex={0} role="region" aria-label={`Incidents by ${BY[by]}`} aria-busy={loading}>
          <table class="table sums">
            <thead><tr>
              {heads.map((head, n) => <th key={head} scope="col" class={n === heads.length - 1 ? "kept" : undefined}>{head}</th>)}
              <th scope="col" class="num">Incidents</th><th scope="col" class="num" title="Independent reports">Reports</th>
              {QUADS.map((quad) => <th key={quad} scope="col" class="num"><Headed quad={quad} /></th>)}
              {figures.map((what) => <th key={what} scope="col" class="num">{capital(what)}</th>)}
            </tr></thead>
            <tbody>
              {data.rows.map((sum) => <Line key={sum.key.join("\n")} sum={sum} figures={figures} onKilled={deadliest(narrowing(by, sum.key))} names={parts(sum).map((words, n) => (
                <th key={n} scope="row" class={n === heads.length - 1 ? "kept" : undefined}><Name words={words} narrow={n ? null : narrowing(by, sum.key.slice(0, 1))} onNarrow={(change) => setFilters({ ...where, query: listed(where.query) }, change)} /></th>
              ))} />)}
            </tbody>
            {data.rows.length > 1 && <tfoot><Line sum={data.whole} figures={figures} onKilled={deadliest({})} names={<th scope="row" colSpan={heads.length}>All</th>} /></tfoot>}
          </table>
        </div>
      )}
      {data && figures.length > 0 && <p class="note under-table">Figures add up the best numbers of the incidents that happened or go on; in brackets the sums of the least and of the greatest that reports tell. + says: or more. A part that is told as an incident of its own is counted twice, and so is the toll of a whole war beside its attacks: click a number of killed to see the largest first.</p>}
    </>
  );
}

/** The name of a class whose mark stays beside its first word. */
function Headed({ quad }: { quad: Quad }) {
  const [first, ...rest] = QUAD_WORDS[quad].split(" ");
  return <><span class="unbroken"><QuadMark quad={quad} /> {first}</span> {rest.join(" ")}</>;
}

function Line({ sum, figures, names, onKilled }: { sum: Sum; figures: readonly string[]; names: ComponentChildren; onKilled: (() => void) | null }) {
  return (
    <tr>
      {names}
      <td class="num">{number(sum.incidents)}</td><td class="num">{number(sum.reports)}</td>
      {QUADS.map((quad: Quad) => <td key={quad} class="num">{sum.quads[quad] ? number(sum.quads[quad] as number) : "—"}</td>)}
      {figures.map((what) => {
        const words = figureWords(sum.figures[what]);
        const leads = what === "killed" && onKilled && sum.figures[what];
        return <td key={what} class="num">{leads ? <button type="button" class="link-value" title="List these, most killed first" onClick={onKilled}>{words}</button> : words}</td>;
      })}
    </tr>
  );
}

function Name({ words, narrow, onNarrow }: { words: string; narrow: Partial<Filters> | null; onNarrow: (change: Partial<Filters>) => void }) {
  if (!narrow) return words ? <Words text={words} most={60} /> : <span class="note">not known</span>;
  return <button type="button" class="link-value" title="List these" onClick={() => onNarrow(narrow)}>{words ? <Words text={words} most={60} /> : "not known"}</button>;
}

function figureWords(figure: Figure | undefined): ComponentChildren {
  if (!figure) return "—";
  if (figure.of === 1 && figure.more && figure.low === figure.high) return range(figure.best, null); // "over 9,000" is kept as 9,001 or more
  return <>{number(figure.best)}{figure.more && "+"}{figure.low !== figure.high && <span class="note bounds"> ({number(figure.low)} to {number(figure.high)})</span>}</>;
}

function partWords(by: SumBy, n: number, part: string, country: (code: string) => string): string {
  if (by === "type") return typeWords(part);
  if (by === "status") return STATUS_WORDS[part as keyof typeof STATUS_WORDS] ?? part;
  if (by === "day" || by === "week") return `${by === "week" ? "week of " : ""}${day(part)}`;
  if (by === "month") return month(part);
  return n === 0 && by !== "year" ? countryName(part) ?? country(part) : part;
}

/** The filters that list what has the first part of a line; null where no filter says just that. */
function narrowing(by: SumBy, key: readonly string[]): Partial<Filters> | null {
  const [first = ""] = key;
  if (by === "type") return first ? { type: [first] } : null;
  if (by === "status") return first ? { status: [first as never] } : null;
  if (by === "country" || by === "region" || by === "place") return first ? { country: [first], ...(key[1] ? { region: [key[1]] } : {}) } : null;
  if (!first) return { without: ["date"] };
  if (by === "day") return { since: first, until: first };
  const start = new Date(`${first}${by === "year" ? "-01-01" : by === "month" ? "-01" : ""}T00:00:00Z`);
  const end = new Date(start);
  if (by === "week") end.setUTCDate(end.getUTCDate() + 6);
  else end.setUTCMonth(end.getUTCMonth() + (by === "month" ? 1 : 12), 0);
  return { since: start.toISOString().slice(0, 10), until: end.toISOString().slice(0, 10) };
}

/** The address of the list: without what chooses the table. */
function listed(query: URLSearchParams): URLSearchParams {
  const out = new URLSearchParams(query);
  out.delete("view");
  out.delete("by");
  return out;
}

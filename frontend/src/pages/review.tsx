// The review: the least sure and the most consequential events first, decided by keys, each decision undone by one.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Decision, Event, EventPage, Page, PrecisionTable, Progress, ReviewItem } from "../api/types";
import { canReview, useKnown } from "../book";
import { Failure, address, get, send, useLoad } from "../client";
import { filtersOf, params } from "../filters";
import { Bar, Busy, Empty, Failed } from "../parts/bits";
import { saveCsv } from "../parts/draw";
import { Chips } from "../parts/filterpanel";
import { Desk } from "../review/desk";
import { complain, tell } from "../parts/toast";
import { go, useWhere } from "../router";
import { edits, type Draft } from "../review/draft";
import { decisionWords, fieldWords, number, percent, percents, typeWords } from "../words";

const ROUNDS = { first: "Not looked at yet", second: "Second opinion", sample: "Random sample" } as const;
const ORDERS = { mixed: "Unsure and consequential", unsure: "Least sure", consequential: "Most consequential" } as const;

export function ReviewPage() {
  const where = useWhere();
  const { session } = useKnown();
  const [turn, setTurn] = useState(0);
  const progress = useLoad<Progress>(address("/api/review/progress", { turn: turn || undefined }));
  const [figures, setFigures] = useState(false);
  if (!canReview(session)) return <Failed failure={new Failure("forbidden", "Your account reads; ask an admin for the role of a reviewer.", 403)} />;
  const set = (name: string, value: string) => {
    const query = new URLSearchParams(where.query);
    query.set(name, value);
    query.delete("event");
    go(`/review?${query}`, "replace");
  };
  const round = where.query.get("round") ?? "first";
  const order = where.query.get("order") ?? "mixed";
  return (
    <div class="review">
      <header class="review-head">
        <h1>Review</h1>
        <ProgressLine progress={progress.data} />
        <div class="review-choices">
          <label><span class="hidden">Which events</span><select value={round} onChange={(e) => set("round", e.currentTarget.value)}>{Object.entries(ROUNDS).map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select></label>
          <label><span class="hidden">In which order</span><select value={order} onChange={(e) => set("order", e.currentTarget.value)}>{Object.entries(ORDERS).map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select></label>
          <a class="button" href="/decisions">Decisions</a>
          <a class="button" href={address("/compare", params(filtersOf(where.query)))} title="A table of events that you coded yourself beside what is here">Own coding</a>
          <button type="button" class="button" aria-expanded={figures} onClick={() => setFigures(!figures)}>Figures</button>
        </div>
      </header>
      <Chips filters={filtersOf(where.query)} />
      {figures && <Figures progress={progress.data} turn={turn} round={round} />}
      <Round round={round} order={order} onDecided={() => setTurn((n) => n + 1)} />
    </div>
  );
}

function ProgressLine({ progress }: { progress: Progress | null }) {
  if (!progress) return <div class="progress-line" />;
  const total = progress.reviewed + progress.remaining;
  return (
    <div class="progress-line">
      <Bar share={total ? progress.reviewed / total : 0} />
      <span data-progress={progress.reviewed}><b>{number(progress.reviewed)}</b> of {number(total)} reviewed, {number(progress.today)} today</span>
      {progress.agreement.share !== null && <span>reviewers agree on {percent(progress.agreement.share)} of {number(progress.agreement.pairs)}{progress.agreement.kappa !== null && `, κ ${progress.agreement.kappa.toFixed(2)}`}</span>}
    </div>
  );
}

function Round({ round, order, onDecided }: { round: string; order: string; onDecided: () => void }) {
  const where = useWhere();
  const only = where.query.get("event");
  const filters = useMemo(() => params(filtersOf(where.query)), [where]);
  const url = address("/api/review/queue", { ...filters, round, order, limit: 30 });
  const [items, setItems] = useState<readonly ReviewItem[] | null>(null);
  const [at, setAt] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Event | null>(null);
  const [busy, setBusy] = useState(false);
  const [decided, setDecided] = useState<{ event: Event; id: string; incident: string | null } | null>(null); // the last one
  const first = useRef(true); // nothing was decided or left yet: the page keeps the focus where it is
  const fill = async (keep: readonly ReviewItem[]) => {
    try {
      const page = await get<Page<ReviewItem>>(url);
      const seen = new Set(keep.map((item) => item.event.passage));
      setItems([...keep, ...page.items.filter((item) => !seen.has(item.event.passage))]);
      setFailure(null);
    } catch (error) {
      if (error instanceof Failure) setFailure(error);
    }
  };
  useEffect(() => {
    setItems(null);
    setAt(0);
    if (only) one(only).then((item) => setItems([item]), (error: unknown) => error instanceof Failure && setFailure(error));
    else void fill([]);
  }, [url, only]);
  const item = items?.[Math.min(at, (items?.length ?? 1) - 1)];

  const decide = async (verdict: "accept" | "fix" | "reject", draft: Draft, reason: string) => {
    if (!item || busy) return;
    setBusy(true);
    try {
      const decision = await send<Decision>("POST", `/api/events/${encodeURIComponent(item.event.id)}/review`, {
        verdict, etag: item.event.etag, reason, edits: verdict === "fix" ? edits(draft) : undefined, sample: round === "sample" ? "sample" : undefined,
      });
      done(item, decision);
    } catch (error) {
      if (error instanceof Failure && error.code === "conflict" && error.current) setConflict(error.current as Event);
      else complain(error);
    } finally {
      setBusy(false);
    }
  };
  const done = (decided: ReviewItem, decision: Decision) => {
    first.current = false;
    setDecided({ event: decided.event, id: decision.event?.id ?? decided.event.id, incident: decision.event?.incident ?? decided.event.incident });
    tell(decisionWords(decision.words), { words: "Undo", do: () => void undo(decision.id) });
    const rest = (items ?? []).filter((one) => one !== decided);
    setItems(rest);
    setAt(Math.min(at, Math.max(0, rest.length - 1)));
    onDecided();
    if (rest.length < 4 && !only) void fill(rest);
  };
  const undo = async (id?: string) => {
    try {
      const decision = await send<Decision>("POST", "/api/undo", { id, reason: "" });
      if (decision.event) {
        const back = await one(decision.event.id);
        setItems((old) => [back, ...(old ?? []).filter((other) => other.event.passage !== back.event.passage)]);
        setAt(0);
      } else if (item) { // a split or a join: the event may be in another incident now
        const now = await one(item.event.id);
        setItems((old) => (old ?? []).map((each) => (each.event.passage === now.event.passage ? now : each)));
      }
      tell(`Undone: ${decisionWords(decision.words)}`);
      onDecided();
    } catch (error) {
      complain(error);
    }
  };
  const other = async (ask: () => Promise<Decision>, undone = false) => {
    try {
      const decision = await ask();
      if (undone) tell(`Undone: ${decisionWords(decision.words)}`);
      else tell(decisionWords(decision.words), { words: "Undo", do: () => void undo(decision.id) });
      onDecided();
      if (item) {
        const now = await one(item.event.id);
        setItems((old) => (old ?? []).map((each) => (each === item ? now : each)));
      }
    } catch (error) {
      complain(error);
    }
  };
  const settle = () => {
    if (conflict && item) setItems((items ?? []).map((each) => (each === item ? { ...each, event: conflict } : each)));
    setConflict(null);
  };
  if (failure) return <Failed failure={failure} again={() => void fill([])} />;
  if (!items) return <Busy what="Getting the queue" rows={8} />;
  if (!item) {
    return (
      <Empty title={only ? "Decided" : "Nothing left to review here"}>
        <p>{only ? "What was decided about this event holds wherever it is shown." : "All events that fit are decided. Take filters away, or choose a second opinion above."}</p>
        <div class="acts-row">
          <button type="button" class="button" onClick={() => void undo()}>Undo the last decision</button>
          {only && decided?.event.article && <a class="button" href={`/articles/${encodeURIComponent(decided.event.article.id)}?event=${encodeURIComponent(decided.id)}`}>Back to the article</a>}
          {only && decided?.incident && <a class="button" href={`/incidents/${encodeURIComponent(decided.incident)}`}>To its incident</a>}
          {only ? <a class="button" href="/review">To the queue</a> : <a class="button" href="/">To the incidents</a>}
        </div>
      </Empty>
    );
  }
  return (
    <Desk
      key={item.event.passage}
      item={item}
      at={at}
      count={items.length}
      single={!!only}
      busy={busy}
      focus={!first.current}
      conflict={conflict}
      onSettle={settle}
      onDecide={(verdict, draft, reason) => void decide(verdict, draft, reason)}
      onStep={(by) => { first.current = false; setAt(Math.max(0, Math.min(items.length - 1, at + by))); }}
      onUndo={() => void undo()}
      onOther={(ask, undone) => void other(ask, undone)}
    />
  );
}

async function one(id: string): Promise<ReviewItem> {
  const page = await get<EventPage>(`/api/events/${encodeURIComponent(id)}`);
  return { event: page.event, passage: page.passage, priority: 0, why: [] };
}

type Measured = { n: number; share: number | null; low: number | null; high: number | null };

const WIDE = 0.3; // an interval that says next to nothing

/** "93 % (88 to 96 %)": with the 95 % interval; of few ones the interval alone. */
function about({ share, low, high }: Measured): string {
  if (share === null || low === null || high === null) return "—";
  return high - low > WIDE ? `${percents(low, high)}, too few to say` : `${percent(share)} (${percents(low, high)})`;
}

/** A share with how many it is of. */
function shareOf({ n, share }: Measured): string {
  return share === null ? "—" : `${percent(share)} of ${number(n)}`;
}

function Figures({ progress, turn, round }: { progress: Progress | null; turn: number; round: string }) {
  const [sample, setSample] = useState(round === "sample");
  useEffect(() => setSample(round === "sample"), [round]);
  const { data, failure } = useLoad<PrecisionTable>(address("/api/review/precision", { turn: turn || undefined, sample: sample ? "sample" : undefined }));
  if (failure) return <Failed failure={failure} />;
  if (!data) return <Busy rows={3} />;
  const most = data.rows.find((row) => row.share !== null);
  return (
    <section class="card figures" aria-label="Figures">
      <div>
        <h2>Precision by type {data.rows.length > 0 && <button type="button" class="link count" onClick={() => saveCsv([["type", "reviewed", "right", "share", "low", "high"], ...[...data.rows, { ...data.total, type: "all" }].map((row) => [row.type, row.n, row.right, row.share ?? "", row.low ?? "", row.high ?? ""])], sample ? "precision-sample" : "precision")}>CSV</button>}</h2>
        <div class="choice" role="group" aria-label="Of which reviews">
          <button type="button" class="button small" aria-pressed={!sample} onClick={() => setSample(false)}>All reviewed</button>
          <button type="button" class="button small" aria-pressed={sample} onClick={() => setSample(true)}>Random sample</button>
        </div>
        {data.total.n === 0 || data.total.share === null ? <p class="note">{sample ? "Nothing of a random sample is reviewed yet: choose Random sample above and decide on some." : "Nothing reviewed yet: the figures come with the decisions."}</p> : (
          <>
            <p>{sample ? "On your sample of" : "Of"} {number(data.total.n)}{!sample && " reviewed"}, right: <b>{about(data.total)}</b>{most && most.share !== null && <>; {typeWords(most.type)}, of {number(most.n)}: {about(most)}</>}. <span class="note">{sample ? "A random sample speaks for the whole store." : "Doubtful events come first in the queue, so this does not speak for the whole store; a random sample does."}</span></p>
            <table class="table">
              <thead><tr><th scope="col">Type</th><th scope="col" class="num">Right</th><th scope="col">Share, 95 % interval</th><th scope="col"><span class="hidden">Interval, drawn</span></th></tr></thead>
              <tbody>{data.rows.map((row) => (
                <tr key={row.type}><td title={row.type}>{typeWords(row.type)}</td><td class="num">{number(row.right)} of {number(row.n)}</td><td>{about(row)}</td><td><Interval low={row.low} high={row.high} share={row.share} /></td></tr>
              ))}</tbody>
            </table>
          </>
        )}
      </div>
      <div>
        {!!progress?.reviewers.length && <><h2>Reviewers</h2>
        <table class="table">
          <thead><tr><th scope="col">Name</th><th scope="col" class="num">Accepted</th><th scope="col" class="num">Fixed</th><th scope="col" class="num">Rejected</th></tr></thead>
          <tbody>{progress.reviewers.map((one) => <tr key={one.name}><td>{one.name}</td><td class="num">{one.accept}</td><td class="num">{one.fix}</td><td class="num">{one.reject}</td></tr>)}</tbody>
        </table></>}
        {data.fields.some((one) => one.share !== null) && (
          <>
            <h2>Fields that stood as coded</h2>
            <ul class="scores">{data.fields.map((one) => <li key={one.field}><span>{fieldWords(one.field)}</span><Bar share={one.share ?? 0} /><span class="num">{shareOf(one)}</span></li>)}</ul>
          </>
        )}
      </div>
    </section>
  );
}

function Interval({ low, high, share }: { low: number | null; high: number | null; share: number | null }) {
  if (low === null || high === null || share === null) return <span class="note">—</span>;
  return (
    <svg class="interval" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={`${percent(low)} to ${percent(high)}`}>
      <title>{`${percent(low)} to ${percent(high)}`}</title>
      <line class="whole" x1="0" x2="100" y1="5" y2="5" />
      <line class="part" x1={low * 100} x2={high * 100} y1="5" y2="5" />
      <rect class="point" x={share * 100 - 0.8} width="1.6" y="1" height="8" />
    </svg>
  );
}

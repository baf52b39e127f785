// What is new: since a day for whatever the filters leave, and for questions that are kept since each was marked as seen.

import { useMemo, useState } from "preact/hooks";
import type { Filters, News, NewsAnswer, NewsPart, Watch } from "../api/types";
import { canReview, useCountry, useKnown } from "../book";
import { address, send, useLoad } from "../client";
import { daysAgo, filterWords, filtersOf, params, without } from "../filters";
import { copyTable } from "../grid";
import { Busy, Empty, Failed, Head, Icon, StatusTag, TypeTag, Words } from "../parts/bits";
import { DayInput } from "../parts/day";
import { FileLinks } from "../parts/files";
import { Menu } from "../parts/menu";
import { complain, tell } from "../parts/toast";
import { go, useTitle, useWhere } from "../router";
import { capital, changeWords, moment, number, period, plural, summaryWords } from "../words";

const KINDS: Record<News["kind"], string> = { new: "New", "fits now": "Fits now", changed: "Changed", "fits no more": "Fits no more" };
const CHANGES = 6; // shown of one incident
const SHOWN = 50; // incidents, at first

export function NewsPage() {
  const where = useWhere();
  const { session } = useKnown();
  const country = useCountry();
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const asking = filterWords(filters, country);
  const { data, failure, again } = useLoad<{ items: Watch[] }>("/api/watches");
  useTitle("New and changed");
  return (
    <div class="page news">
      <Head title="New and changed" lead="What came, and what is told otherwise: of all incidents or of those that filters leave, and for questions that are kept." />
      <Since filters={filters} words={asking} />
      {asking && canReview(session) && <Keep words={asking} query={where.query} onKept={(watch) => { tell(`Kept: ${watch.name}`); go("/news", "replace"); again(); }} />}
      <h2 class="part">Questions that are kept</h2>
      <p class="note">Each tells what is new since it was marked as seen. Marking, removing and undoing hold for everybody who uses this store.</p>
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy rows={6} />}
      {data && !data.items.length && !asking && <Empty title="No question is kept yet"><p><a href="/">Narrow the incidents</a> to what you ask for, then choose <em>Tell what is new for it</em> under <em>Export</em>.</p></Empty>}
      {data?.items.map((watch) => <Question key={watch.id} watch={watch} may={canReview(session)} onGone={again} />)}
    </div>
  );
}

/** What is new since a day or a moment, of what the filters leave: all of it, or one kind of news. */
function Since({ filters, words }: { filters: Filters; words: string }) {
  const where = useWhere();
  const { query } = where;
  const last = useLastLook();
  const from = query.get("from") ?? daysAgo(1);
  const [kind, what] = [query.get("kind"), query.get("what")];
  const asked = { ...params(without(filters, "recorded_since", "as_of")), from };
  const path = "/api/watches/news";
  const { data, failure, loading, again } = useLoad<NewsPart>(address(path, { ...asked, kind, what }));
  const [most, setMost] = useState(SHOWN);
  const set = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setMost(SHOWN);
    go(next.size ? `/news?${next}` : "/news", "replace");
  };
  const choices = data ? [
    { words: "All", count: data.all, on: !kind && !what, change: { kind: null, what: null } },
    ...data.kinds.map(({ value, count }) => ({ words: KINDS[value], count, on: kind === value, change: { kind: value, what: null } })),
    ...data.whats.map(({ value, count }) => ({ words: capital(value), count, on: what === value, change: { kind: null, what: value } })),
  ] : [];
  const copyAll = () => data && void copyTable([
    ["news", "what", "incident", "changes", "changed at", "reports before", "reports now", "publishers", "address"],
    ...data.items.map(({ kind, what, incident, changes, origins_before: before }) => [
      KINDS[kind], what.join(", "), summaryWords(incident.summary), changes.map((change) => changeWords(change.words)).join("; "), changes[changes.length - 1]?.at ?? incident.changed,
      before || null, incident.origins, incident.outlets.join(", "), `${location.origin}/incidents/${encodeURIComponent(incident.id)}`,
    ]),
  ], plural(data.items.length, "row"));
  return (
    <section class="card since" aria-label="Since" aria-busy={loading}>
      <header class="since-head">
        <h2>{words ? <>Of incidents: <Words text={words} most={200} /> <a class="note" href="/news">of all</a></> : "Of all incidents"}</h2>
        <label>since <DayInput label="New or changed since" value={from.slice(0, 10)} onDay={(day) => set({ from: day ?? null })} /></label>
        <p class="quick">
          <button type="button" class="link" onClick={() => set({ from: daysAgo(0) })}>today</button>
          <button type="button" class="link" onClick={() => set({ from: daysAgo(1) })}>yesterday</button>
          <button type="button" class="link" onClick={() => set({ from: daysAgo(6) })}>7 days</button>
          {last && <button type="button" class="link" title={moment(last)} onClick={() => set({ from: last.slice(0, 19) })}>my last look</button>}
        </p>
        <span class="pane-acts">
          <button type="button" class="button small" disabled={!data?.items.length} onClick={copyAll}><Icon name="copy" />Copy</button>
          <Menu icon="export" words="Export" small>
            <p>What is new, as it is chosen here</p>
            <FileLinks path={path} params={{ ...asked, kind, what }} name="news" />
            <p>Situation report with what changed</p>
            <a href={address("/api/brief", { ...asked, from: null, recorded_since: from, changed_since: from, order: "recorded", format: "html" })} download={`situation-report-${daysAgo(0)}.html`}>Report as a page (HTML)</a>
          </Menu>
        </span>
      </header>
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy what="Looking for what is new" rows={5} />}
      {data && data.all > 0 && (
        <div class="news-kinds" role="group" aria-label="Which news">
          {choices.map((one) => <button key={one.words} type="button" class="chip" aria-pressed={one.on} onClick={() => set(one.change)}>{one.words} <b>{number(one.count)}</b></button>)}
        </div>
      )}
      {data && data.all === 0 && <p class="note">Nothing came or changed since <time dateTime={data.since}>{moment(data.since)}</time>.</p>}
      {data && data.all > 0 && data.total === 0 && <p class="note">Nothing of this kind.</p>}
      {data && <ol class={loading ? "history stale" : "history"}>{data.items.slice(0, most).map((one) => <Item key={one.incident.id} news={one} />)}</ol>}
      {data && data.items.length > most && <p class="more"><button type="button" class="button" onClick={() => setMost(most + 100)}>Show more</button></p>}
      {data && data.total > data.items.length && data.items.length <= most && <p class="note">The first {number(data.items.length)} of {number(data.total)}: choose a kind above, <a href={address("/", params(filters))}>narrow the incidents</a>, or export all.</p>}
    </section>
  );
}

const LOOKED = "dateline-looked";
const AGAIN = 30 * 60e3; // a look within that time goes on with the one before

/** When this browser was on this page the time before; null the first time. */
function useLastLook(): string | null {
  const [last] = useState(() => {
    try {
      const [before, latest] = JSON.parse(localStorage.getItem(LOOKED) ?? "[null,null]") as [string | null, string | null];
      const fresh = latest !== null && Date.now() - Date.parse(latest) < AGAIN;
      const kept = fresh ? before : latest;
      localStorage.setItem(LOOKED, JSON.stringify([kept, new Date().toISOString()]));
      return kept;
    } catch {
      return null; // storage is switched off
    }
  });
  return last;
}

function Keep({ words, query, onKept }: { words: string; query: URLSearchParams; onKept: (watch: Watch) => void }) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const keep = (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    setBusy(true);
    send<Watch>("POST", address("/api/watches", params(filtersOf(query))), { name: name.trim() }).then(onKept, complain).finally(() => setBusy(false));
  };
  return (
    <form class="card token-form" onSubmit={keep} aria-label="Keep a question">
      <p>Incidents: <Words text={words} most={300} /></p>
      <label>Name<input type="text" required maxLength={100} placeholder="attacks in the north" value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <button type="submit" class="button primary" disabled={busy}>{busy ? "Keeping…" : "Keep this question"}</button>
    </form>
  );
}

function Question({ watch, may, onGone }: { watch: Watch; may: boolean; onGone: () => void }) {
  const path = `/api/watches/${encodeURIComponent(watch.id)}`;
  const { data, failure, again } = useLoad<NewsAnswer>(`${path}/news`);
  const undo = () => { send<Watch>("POST", `${path}/undo`, { reason: "" }).then(again, complain); };
  const seen = () => {
    if (data) send<Watch>("POST", `${path}/seen`, { upto: data.upto, total: data.total }).then(() => { tell(`Seen: ${watch.name}`); again(); }, complain);
  };
  const remove = () => { send<Watch>("DELETE", path).then(() => { tell(`Removed: ${watch.name}`); onGone(); }, complain); };
  return (
    <section class="card" aria-label={watch.name}>
      <h2><Words text={watch.name} most={100} /> {data && <span class="count">{data.total}</span>}</h2>
      <p class="note"><a href={address("/", params(watch.query))}><Words text={watch.words} most={300} /></a>; kept by <Words text={watch.by} most={40} /></p>
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy rows={3} />}
      {data && <p class="note">{data.total ? plural(data.total, "incident") : "Nothing"} new or changed since <time dateTime={data.since}>{moment(data.since)}</time>{data.total > data.items.length && `, the first ${data.items.length} of them`}.</p>}
      {data && <ol class="history">{data.items.map((one) => <Item key={one.incident.id} news={one} />)}</ol>}
      {may && data && (
        <p class="acts">
          {data.total > 0 && <button type="button" class="button primary" onClick={seen}>Mark as seen</button>}
          <button type="button" class="button small" title="What was marked as seen last is new again" onClick={undo}>Undo the last mark</button>
          <button type="button" class="button small" onClick={remove}>Remove</button>
        </p>
      )}
    </section>
  );
}

function Item({ news }: { news: News }) {
  const { incident, changes } = news;
  const more = changes.length - CHANGES;
  return (
    <li>
      <span class="note">{period(incident.start, incident.end) || "no date"}</span>
      <span><span class="tag change">{KINDS[news.kind]}</span> {news.what.map((what) => <span key={what} class="tag">{what}</span>)}</span>
      <div class="news-item">
        <TypeTag type={incident.type} quad={incident.quad} modes={incident.modes} /> <StatusTag status={incident.status} />{" "}
        {news.gone ? <Words text={summaryWords(incident.summary)} most={300} /> : <a href={`/incidents/${encodeURIComponent(incident.id)}`}><Words text={summaryWords(incident.summary) || incident.id} most={300} /></a>}
        {news.origins_before > 0 && news.origins_before !== incident.origins && <span class="note"> {news.origins_before} → {plural(incident.origins, "independent report")}</span>}
        {changes.length > 0 && (
          <ul>
            {changes.slice(0, CHANGES).map((change, n) => <li key={n}><Words text={changeWords(change.words)} most={300} /></li>)}
            {more > 0 && <li class="note">and {plural(more, "more change")}: see its history</li>}
          </ul>
        )}
      </div>
    </li>
  );
}

// What is new for the questions that are kept, each since it was marked as seen last.

import { useState } from "preact/hooks";
import type { News, NewsAnswer, Watch } from "../api/types";
import { canReview, useCountry, useKnown } from "../book";
import { address, send, useLoad } from "../client";
import { filterWords, filtersOf, params } from "../filters";
import { Busy, Empty, Failed, Head, StatusTag, TypeTag, Words } from "../parts/bits";
import { complain, tell } from "../parts/toast";
import { go, useTitle, useWhere } from "../router";
import { changeWords, moment, period, plural, summaryWords } from "../words";

const KINDS: Record<News["kind"], string> = { new: "New", "fits now": "Fits now", changed: "Changed", "fits no more": "Fits no more" };
const CHANGES = 6; // shown of one incident

export function NewsPage() {
  const where = useWhere();
  const { session } = useKnown();
  const country = useCountry();
  const filters = filtersOf(where.query);
  const asking = filterWords(filters, country);
  const { data, failure, again } = useLoad<{ items: Watch[] }>("/api/watches");
  useTitle("What is new");
  return (
    <div class="page news">
      <Head title="What is new" lead="Questions that are kept, and what came or changed for each since it was marked as seen. Marking, removing and undoing hold for everybody who uses this store." />
      {asking && canReview(session) && <Keep words={asking} query={where.query} onKept={(watch) => { tell(`Kept: ${watch.name}`); go("/news", "replace"); again(); }} />}
      {failure && <Failed failure={failure} again={again} />}
      {!data && !failure && <Busy rows={6} />}
      {data && !data.items.length && !asking && <Empty title="No question is kept yet"><p><a href="/">Narrow the incidents</a> to what you ask for, then choose <em>Tell what is new for it</em> under <em>Export</em>.</p></Empty>}
      {data?.items.map((watch) => <Question key={watch.id} watch={watch} may={canReview(session)} onGone={again} />)}
    </div>
  );
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

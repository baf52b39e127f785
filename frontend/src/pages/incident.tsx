// One incident: what is known, who says what, every passage that tells of it, why they belong together, its history.

import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Decision, Event, IncidentPage, Judgement, Link, MapAnswer, Passage, Shown, Version } from "../api/types";
import { canReview, useKnown } from "../book";
import { citation, embedded, markdown, quotation } from "../cite";
import { send, useLoad } from "../client";
import { copy } from "../clipboard";
import { useKeys } from "../keys";
import { Busy, Failed, Head, Icon, PlaceMark, StatusTag, TypeTag, Words } from "../parts/bits";
import { Beside } from "../parts/beside";
import { ByReport } from "../parts/byreport";
import { Choice } from "../parts/choice";
import { WorldMap } from "../parts/map";
import { Menu } from "../parts/menu";
import { MarkedText, flash } from "../parts/text";
import { complain, tell } from "../parts/toast";
import { JoinForm } from "../review/join";
import { SetForm } from "../review/setform";
import { go, goBack, useTitle } from "../router";
import { beside, wayBack } from "../trail";
import { grouped } from "../versions";
import { articleName, changeWords, day, decisionWords, fieldWords, killedWords, moment, number, percent, partyName, period, placeName, plural, reasonWords, summaryWords, valueWords } from "../words";

/** Fields that follow from others and would only repeat them. */
const FOLLOWS: ReadonlySet<string> = new Set(["quad", "intensity", "cameo", "summary"]);
/** What a reader asks first stands first; what is not named comes last. */
const FIRST = ["type", "status", "when", "where", "actors", "recipients", "counts", "modes", "contexts"];
const BY = [
  { value: "field", words: "By field", title: "Each value with all who say so" },
  { value: "report", words: "By report", title: "Each report with all it says (b)" },
] as const;
const REASONS = 3;
const LINKS = 4;
const VOICES = 2;

export function IncidentView({ id }: { id: string }) {
  const { data, failure, again } = useLoad<IncidentPage>(`/api/incidents/${encodeURIComponent(id)}`);
  const near = beside("incidents", id);
  const step = (to: string | null | undefined) => {
    if (!to) return;
    go(`/incidents/${encodeURIComponent(to)}`, "replace"); // so that going back leads to the list
    window.scrollTo(0, 0);
  };
  useKeys("Incident", [
    { keys: "j", does: "Next incident of the list", act: () => step(near?.after) },
    { keys: "k", does: "Incident before in the list", act: () => step(near?.before) },
    { keys: "Escape", does: "Back to the list", act: () => goBack("/") },
  ]);
  if (failure) return <Failed failure={failure} again={again} />;
  if (!data) return <Busy what="Opening the incident" rows={10} />;
  return <Whole page={data} again={again} crumbs={<Crumbs id={data.incident.id} near={near} step={step} />} />;
}

/** The way back to the list as it was left, and on to its next one. */
function Crumbs({ id, near, step }: { id: string; near: ReturnType<typeof beside>; step: (to: string | null) => void }) {
  return (
    <nav class="crumbs" aria-label="Where you are">
      <a href={wayBack("incidents", "/")}>Incidents</a> <span aria-hidden="true">/</span> <span class="mono" title={id}>{id.slice(0, 10)}</span>
      {near && <Beside near={near} of="incident" keys={["k", "j"]} step={step} />}
    </nav>
  );
}

function Whole({ page, again, crumbs }: { page: IncidentPage; again: () => void; crumbs: ComponentChildren }) {
  const { incident } = page;
  const { session } = useKnown();
  useTitle(summaryWords(incident.summary));
  const decide = useDecision(again);
  const [joining, setJoining] = useState(false);
  const [setting, setSetting] = useState<string | null>(null);
  const may = canReview(session);
  const [by, setBy] = useState<(typeof BY)[number]["value"]>("field");
  const cite = useCite(page);
  useKeys("Versions", [{ keys: "b", does: "What reports say: by field or by report", act: () => setBy(by === "field" ? "report" : "field") }]);
  useKeys("Cite", [{ keys: "y", does: "Copy the citation", act: cite }]);
  useKeys("Decide", may ? [
    { keys: "Shift+M", does: "Compare with another incident, join them or keep them apart", act: () => setJoining(true) },
    { keys: "e", does: "Set a value of this incident", act: () => setSetting("type") },
  ] : []);
  const letters = useMemo(() => new Map(page.passages.map((passage, n) => [passage.event, letter(n)])), [page]);
  const byPassage = useMemo(() => new Map(page.passages.map((passage) => [passage.passage, passage.event])), [page]);
  // That another incident was merged into this one is told by this one.
  const told = useMemo(() => page.changes.filter((one) => one.incident === incident.id || one.new !== incident.id).reverse(), [page]);
  return (
    <article class="page incident-page">
      {crumbs}
      <Head title={<Words text={summaryWords(incident.summary)} most={400} />}>
        <TypeTag type={incident.type} quad={incident.quad} modes={incident.modes} />
        <StatusTag status={incident.status} always />
        <Cite page={page} />
        {may && <button type="button" class="button small" title="Whether another incident is the same happening (Shift+M)" onClick={() => setJoining(true)}>Compare, join</button>}
      </Head>
      {page.moved && <p class="notice small">This incident was joined with another; you asked for {page.moved.slice(0, 10)}.</p>}
      <Known page={page} />
      <div class={by === "report" ? "columns one" : "columns"}>
        <div class="main-column">
          <section class="card">
            <h2>What reports say <span class="count">{incident.origins > 1 ? plural(incident.origins, "independent report") : "one report"}{incident.outlets.length > 0 ? `, ${plural(incident.outlets.length, "publisher")}` : ", publisher not known"}</span></h2>
            {page.passages.length > 1 && <Choice label="How to look at the versions" value={by} choices={BY} onChoose={setBy} />}
            {by === "report" && page.passages.length > 1 ? <ByReport page={page} fields={ordered(page.shown)} /> : <Versions shown={page.shown} disputed={incident.disputed} letters={letters} passages={page.passages} acts={may ? {
              set: setSetting,
              undo: (edit) => decide("Taken back", () => send<Decision>("POST", "/api/undo", { id: edit, reason: "" }), false),
            } : undefined} />}
          </section>
          <section class="card">
            <h2>Passages <span class="count">{page.passages.length}</span></h2>
            <Passages page={page} letters={letters} onSplit={may && page.events.length > 1 ? (event) => decide("Split off", () => send<Decision>("POST", `/api/incidents/${encodeURIComponent(incident.id)}/split`, { events: [event], reason: "" })) : undefined} />
          </section>
        </div>
        <div class="side-column">
          <Where page={page} />
          <section class="card">
            <h2>Why one incident</h2>
            <Links page={page} letters={letters} byPassage={byPassage} onJudge={may ? (verdict, link) => {
              const [left, right] = [byPassage.get(link.left) ?? link.left, byPassage.get(link.right) ?? link.right];
              decide(verdict === "same" ? "Judged the same" : "Judged different", () => send<Decision>("POST", "/api/judgements", { verdict, left, right, reason: "" }));
            } : undefined} onUndo={may ? (judgement) => decide("Undone", () => send<Decision>("POST", "/api/undo", { id: judgement, reason: "" }), false) : undefined} />
          </section>
          <section class="card">
            <h2>History <span class="count">{told.length}</span></h2>
            <ol class="history">
              {told.map((change, n) => (
                <li key={n}><time dateTime={change.at}>{moment(change.at)}</time><span class={`tag change c-${change.kind.replace(" ", "-")}`}>{change.kind}</span><p><Words text={changeWords(change.words)} most={300} />{change.incident !== incident.id && <span class="note"> as {change.incident.slice(0, 10)}</span>}</p></li>
              ))}
            </ol>
          </section>
        </div>
      </div>
      {setting && <SetForm page={page} field={setting} onClose={() => setSetting(null)} onSet={(decision) => decide("Set", () => Promise.resolve(decision))} />}
      {joining && <JoinForm to={incident} onClose={() => setJoining(false)} onJoin={(ask) => decide("Decided", ask)} />}
    </article>
  );
}

function useDecision(again: () => void) {
  return (words: string, ask: () => Promise<Decision>, undo = true) => {
    ask().then((decision) => {
      if (!undo) tell(`${words}: ${decisionWords(decision.words)}`);
      else tell(decisionWords(decision.words) || words, {
        words: "Undo",
        do: () => void send<Decision>("POST", "/api/undo", { id: decision.id, reason: "" }).then(() => { tell("Undone"); again(); }, complain),
      });
      again();
    }, complain);
  };
}

function useCite(page: IncidentPage): () => void {
  const { status } = useKnown();
  return () => void copy(citation(page, status.version, new Date().toISOString()), "The citation is copied");
}

/** What is taken away of one incident: its citation, its address, all that is known of it. */
function Cite({ page }: { page: IncidentPage }) {
  const { id } = page.incident;
  const cite = useCite(page);
  return (
    <Menu icon="link" words="Cite" small>
      <button type="button" onClick={cite}>Copy the citation<kbd>y</kbd></button>
      <button type="button" onClick={() => void copy(`${location.origin}/incidents/${encodeURIComponent(id)}`, "The address is copied")}>Copy the address</button>
      <button type="button" onClick={() => void copy(markdown(page), "Copied as Markdown")}>Copy as Markdown, with sources</button>
      <button type="button" onClick={() => void copy(embedded(page), "Copied as HTML")}>Copy as HTML to embed</button>
      <a href={`/api/incidents/${encodeURIComponent(id)}`} download={`incident-${id}.json`}>All that is known, as JSON</a>
    </Menu>
  );
}

/** Leads to what the reports say of a field. */
function ToField({ field, shown, children }: { field: string; shown: readonly Shown[]; children: ComponentChildren }) {
  if (!shown.some((one) => one.field === field)) return <>{children}</>;
  return (
    <button type="button" class="link-value to-field" title="Who says so" onClick={() => {
      const row = document.getElementById(`field-${field}`);
      row?.scrollIntoView({ behavior: "smooth", block: "center" });
      row?.focus({ preventScroll: true });
    }}>{children}</button>
  );
}

function Known({ page }: { page: IncidentPage }) {
  const { incident, shown } = page;
  const { place, killed } = incident;
  const first = page.passages.filter((one) => one.article.published).sort((a, b) => ((a.article.published ?? "") < (b.article.published ?? "") ? -1 : 1))[0];
  const named = (parties: typeof incident.actors) => parties.map(partyName).join(", ");
  const to = (field: string, words: ComponentChildren) => <ToField field={field} shown={shown}>{words}</ToField>;
  return (
    <dl class="known">
      <div><dt>When</dt><dd>{to("when", period(incident.start, incident.end))}</dd></div>
      <div><dt>Where</dt><dd>{place ? <><PlaceMark precision={place.precision} /> {to("where", <Words text={placeName(place) || "not told"} />)}</> : "not told"}</dd></div>
      <div><dt>Actor</dt><dd>{to("actors", <Words text={named(incident.actors) || "not told"} most={160} />)}</dd></div>
      <div><dt>Recipient</dt><dd>{to("recipients", <Words text={named(incident.recipients) || "not told"} most={160} />)}</dd></div>
      {killed && <div><dt>Killed</dt><dd class="deaths">{to("counts.killed", killedWords(killed).replace(" killed", ""))}</dd></div>}
      {shown.filter((one) => COUNTED.has(one.field)).map((one) => <div key={one.field}><dt>{fieldWords(one.field)}</dt><dd>{to(one.field, <Words text={valueWords(one.field, one.value)} />)}</dd></div>)}
      {incident.edited.length > 0 && <div><dt>Set by people</dt><dd><Words text={setByPeople(page.shown).map((one) => `${fieldWords(one.field)} by ${one.set_by?.by}`).join(", ")} most={200} /></dd></div>}
      {first?.article.published && <div><dt>First told</dt><dd><a href={`/articles/${encodeURIComponent(first.article.id)}?event=${encodeURIComponent(first.event)}`}><Words text={first.article.publisher ?? articleName(first.article)} most={60} /></a>, {day(first.article.published)}</dd></div>}
      <div><dt>Sources</dt><dd>{plural(incident.origins, "report")}{incident.disputed.length > 0 && <>, <span class="disputed">versions differ on {incident.disputed.map((field, n) => <>{n > 0 && ", "}{to(field, fieldWords(field).toLowerCase())}</>)}</span></>}</dd></div>
      {incident.found && <div><dt>Known since</dt><dd title={incident.changed && incident.changed !== incident.found ? `Last changed ${moment(incident.changed)}` : undefined}>{day(incident.found)}</dd></div>}
    </dl>
  );
}

/** Numbers of people that stand among what is known, beside the dead. */
const COUNTED = new Set(["injured", "abducted", "arrested", "displaced"].map((what) => `counts.${what}`));

/** What people set, a class that goes with its type aside. */
function setByPeople(shown: readonly Shown[]): Shown[] {
  const edits = new Set<string>();
  return shown.filter((one) => one.set_by && !edits.has(one.set_by.edit) && edits.add(one.set_by.edit));
}

/** What may be done about the values that are shown. */
interface Acts {
  set: (field: string) => void;
  undo: (edit: string) => void;
}

function Versions({ shown, disputed, letters, passages, acts }: {
  shown: readonly Shown[]; disputed: readonly string[]; letters: ReadonlyMap<string, string>; passages: readonly Passage[]; acts?: Acts;
}) {
  if (!shown.length) return <p class="note">Nothing was resolved beyond the words themselves.</p>;
  return (
    <>
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Versions">
      <table class="versions">
        <thead><tr><th scope="col">Field</th><th scope="col">Shown</th><th scope="col">Versions, and who says so</th></tr></thead>
        <tbody>
          {ordered(shown).map((one) => {
            const groups = grouped(one);
            return (
              <tr key={one.field} id={`field-${one.field}`} tabIndex={-1} class={disputed.includes(one.field) ? "differ" : ""}>
                <th scope="row">{fieldWords(one.field)}</th>
                <td>
                  <strong><Words text={valueWords(one.field, one.together.length ? one.together : one.value)} most={160} /></strong>
                  {one.set_by && <span class="note">set by {one.set_by.by}{one.set_by.reason && <>: <Words text={one.set_by.reason} most={200} /></>}</span>}
                  <div class="value-acts">
                    {!one.set_by && <details class="rule"><summary>how chosen</summary>{one.rule}</details>}
                    {acts && <button type="button" class="link" aria-label={`Set ${fieldWords(one.field)}`} onClick={() => acts.set(one.field)}>Set</button>}
                    {acts && one.set_by && <button type="button" class="link" aria-label={`Take back ${fieldWords(one.field)}`} onClick={() => acts.undo(one.set_by?.edit ?? "")}>Take back</button>}
                  </div>
                </td>
                <td>
                  {groups.map(({ words, versions }) => (
                    <div key={words} class="version">
                      <span class="version-value"><Words text={words} most={160} /></span>
                      <Voices all={alike(versions)} letters={letters} show={(event) => showWords(passages, event, one.field)} />
                    </div>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
    {acts && <p class="after-table"><button type="button" class="button small" title="A value that no report has (e)" onClick={() => acts.set(missing(shown))}>Set another field</button></p>}
    </>
  );
}

/** The first field that is not shown: what is set by the button under the table. */
function missing(shown: readonly Shown[]): string {
  const there = new Set(shown.map((one) => one.field));
  return ["when", "where", "actors", "recipients", "counts.killed", "counts.injured"].find((field) => !there.has(field)) ?? "counts.other";
}

function ordered(shown: readonly Shown[]): Shown[] {
  const rank = (field: string) => {
    const at = FIRST.indexOf(field.split(".")[0] as string);
    return at < 0 ? FIRST.length : at;
  };
  const type = shown.find((one) => one.field === "type")?.set_by?.edit;
  const own = (one: Shown) => one.set_by !== null && one.set_by.edit !== type; // set by itself, not with the type
  return shown.filter((one) => !FOLLOWS.has(one.field) || own(one)).sort((a, b) => rank(a.field) - rank(b.field));
}

/** What the same voice says in the same paper, told once. */
function alike(versions: readonly Version[]): Version[][] {
  const out = new Map<string, Version[]>();
  for (const version of versions) {
    const key = JSON.stringify([version.said_by, version.publisher, version.stance, version.hedge]);
    out.set(key, [...(out.get(key) ?? []), version]);
  }
  return [...out.values()];
}

/** Many voices that say the same: the first of them, the others folded. */
function Voices({ all, letters, show }: { all: readonly Version[][]; letters: ReadonlyMap<string, string>; show: (event: string) => void }) {
  const said = (versions: Version[], n: number) => <Said key={n} versions={versions} letters={letters} show={show} />;
  if (all.length <= VOICES + 1) return <>{all.map(said)}</>;
  return (
    <>
      {all.slice(0, VOICES).map(said)}
      <details class="voices"><summary>{all.length - VOICES} more voices</summary>{all.slice(VOICES).map(said)}</details>
    </>
  );
}

function Said({ versions, letters, show }: { versions: readonly Version[]; letters: ReadonlyMap<string, string>; show: (event: string) => void }) {
  const version = versions[0] as Version;
  const voice = version.said_by.length ? version.said_by.join(" via ") : version.publisher ?? "the article";
  return (
    <span class="said">
      {versions.map((one) => <Letter key={one.event} mark={letters.get(one.event)} onShow={() => show(one.event)} />)}
      <Words text={voice} most={60} />
      {version.said_by.length > 0 && version.publisher && <span class="note">in <Words text={version.publisher} most={40} /></span>}
      {version.stance !== "told" && <span class="stance">{version.stance}</span>}
      {version.hedge && <span class="stance">“{version.hedge}”</span>}
    </span>
  );
}

function Letter({ mark, onShow }: { mark: string | undefined; onShow: () => void }) {
  if (!mark) return null;
  return <button type="button" class="letter" aria-label={`Show passage ${mark}`} title="Show the words in the passage" onClick={onShow}>{mark}</button>;
}

/** Leads to a passage, and to the words in it that a field was read from. */
function showWords(passages: readonly Passage[], event: string, field: string): void {
  const figure = document.getElementById(`passage-${event}`);
  figure?.closest("details")?.setAttribute("open", "");
  const marks = passages.find((one) => one.event === event)?.marks.filter((one) => one.event === event) ?? [];
  const own = marks.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  const words = figure && flash(figure, own.length ? own : marks.filter((one) => one.role === "trigger"));
  (words ?? figure)?.scrollIntoView({ behavior: "smooth", block: "center" });
}

function Passages({ page, letters, onSplit }: { page: IncidentPage; letters: ReadonlyMap<string, string>; onSplit?: (event: string) => void }) {
  const events = new Map(page.events.map((event) => [event.id, event]));
  const quads = new Map(page.events.map((event) => [event.id, event.quad as string]));
  const originOf = new Map<string, IncidentPage["origins"][number]>();
  for (const origin of page.origins) {
    if (origin.article) originOf.set(origin.article.id, origin);
    for (const copy of origin.copies) originOf.set(copy.article.id, origin);
  }
  const byOrigin = new Map<string, Passage[]>();
  for (const passage of page.passages) {
    const key = originOf.get(passage.article.id)?.id ?? passage.article.id;
    byOrigin.set(key, [...(byOrigin.get(key) ?? []), passage]);
  }
  const one = (passage: Passage, agency: string | null) => (
    <OnePassage key={passage.event} passage={passage} event={events.get(passage.event)} letter={letters.get(passage.event)} quads={quads} agency={agency} onSplit={onSplit} />
  );
  return (
    <>
      {[...byOrigin].map(([key, passages]) => {
        const origin = page.origins.find((one) => one.id === key);
        const copied = new Set(origin?.copies.map((copy) => copy.article.id));
        const own = passages.filter((passage) => !copied.has(passage.article.id));
        const folded = passages.filter((passage) => copied.has(passage.article.id));
        const shown = own.length ? own : folded.slice(0, 1);
        const rest = own.length ? folded : folded.slice(1);
        return (
          <div key={key} class="origin">
            {shown.slice(0, 1).map((passage) => one(passage, origin?.agency ?? null))}
            {shown.length > 1 && (
              <details class="copies">
                <summary>{plural(shown.length - 1, "more passage")} of this report</summary>
                {shown.slice(1).map((passage) => one(passage, origin?.agency ?? null))}
              </details>
            )}
            {origin && origin.copies.length > 0 && (
              <details class="copies">
                <summary>{plural(origin.copies.length, "copy of this report", "copies of this report")}</summary>
                <ul>{origin.copies.map((copy) => (
                  <li key={copy.article.id}><a href={`/articles/${encodeURIComponent(copy.article.id)}`}><Words text={articleName(copy.article)} most={110} /></a> <span class="note"><Words text={copy.article.publisher ?? "unknown publisher"} most={50} />, {percent(copy.share)} the same words ({copy.basis})</span></li>
                ))}</ul>
                {rest.map((passage) => one(passage, null))}
              </details>
            )}
          </div>
        );
      })}
    </>
  );
}

function OnePassage({ passage, event, letter: mark, quads, agency, onSplit }: {
  passage: Passage; event?: Event; letter?: string; quads: ReadonlyMap<string, string>; agency: string | null; onSplit?: (event: string) => void;
}) {
  const { article } = passage;
  const href = `/articles/${encodeURIComponent(article.id)}?event=${encodeURIComponent(passage.event)}`;
  return (
    <figure class="passage" id={`passage-${passage.event}`}>
      <figcaption>
        {mark && <span class="letter">{mark}</span>}
        <span class="passage-source"><strong><Words text={article.publisher ?? "Unknown publisher"} most={60} /></strong>{agency && <span class="note"> from {agency}</span>}<span class="note"> · {article.published ? day(article.published) : "no date"}</span></span>
        {event && <TypeTag type={event.type} quad={event.quad} modes={event.modes} />}
        {event && <StatusTag status={event.status} />}
        {event?.added_by && <span class="note">added by <Words text={event.added_by} most={40} /></span>}
        <span class="passage-acts">
          {event && <button type="button" class="link" title="The sentence with its source" onClick={() => void copy(quotation(event.evidence.text, article), "The sentence is copied with its source")}>Copy</button>}
          {onSplit && <button type="button" class="link" onClick={() => onSplit(passage.event)}>Not this incident</button>}
          <a href={href}>Read</a>
        </span>
        {article.url && <span class="on-paper note">{article.url}</span>}
      </figcaption>
      <blockquote>
        <MarkedText text={passage.text} marks={passage.marks.filter((one) => one.event === passage.event)} focus={passage.event} plain cut={passage.cut} quads={quads} onPick={() => go(href)} />
      </blockquote>
    </figure>
  );
}

function Links({ page, letters, byPassage, onJudge, onUndo }: {
  page: IncidentPage; letters: ReadonlyMap<string, string>; byPassage: ReadonlyMap<string, string>;
  onJudge?: (verdict: "same" | "different", link: Link) => void; onUndo?: (judgement: string) => void;
}) {
  const name = (passage: string) => {
    const event = byPassage.get(passage) ?? passage;
    const mark = letters.get(event);
    return mark ? <Letter mark={mark} onShow={() => showWords(page.passages, event, "trigger")} /> : <a class="mono" href={`/events/${encodeURIComponent(event)}`} title="A passage of another incident">{passage.slice(0, 6)}</a>;
  };
  const judged = page.judgements.filter((one) => !one.withdrawn);
  const shown = (link: Link) => {
    const found = judged.some((one) => (one.left === link.left && one.right === link.right) || (one.left === link.right && one.right === link.left));
    return (
      <li key={link.left + link.right}>
        <span class="pair">{name(link.left)}<Icon name="link" />{name(link.right)}<span class="note" title="How sure the program is that both tell of one happening">{percent(link.score)} sure</span></span>
        <Reasons reasons={link.reasons} />
        {onJudge && !found && (
          <div class="pair-acts">
            <button type="button" class="button small" title="Both passages tell of one happening: they stay together" onClick={() => onJudge("same", link)}>Same</button>
            <button type="button" class="button small" title="The passages tell of different happenings: they are parted" onClick={() => onJudge("different", link)}>Different</button>
          </div>
        )}
      </li>
    );
  };
  if (!page.links.length && !judged.length) return <p class="note">{alone(page.passages.length)}</p>;
  return (
    <ol class="links">
      {together(judged).map(([one, ...more]) => one && (
        <li key={one.id} class="judged"><span class="pair">{more.length ? <b>{number(more.length + 1)} pairs</b> : <>{name(one.left)}<Icon name="link" />{name(one.right)}</>}</span><p><strong>{one.verdict}</strong>, says {one.by}{one.reason && <>: <Words text={one.reason} most={200} /></>} <span class="note">{day(one.at)}</span>{onUndo && <> <button type="button" class="link" onClick={() => onUndo(one.id)}>Take back</button></>}</p></li>
      ))}
      {page.links.slice(0, LINKS).map(shown)}
      {page.links.length > LINKS && (
        <li><details><summary>{page.links.length - LINKS} more links</summary><ol class="links">{page.links.slice(LINKS).map(shown)}</ol></details></li>
      )}
    </ol>
  );
}

/** Why an incident that no link and no judgement joined is one. */
function alone(passages: number): string {
  return passages === 1 ? "One passage alone: nothing was joined." : `${number(passages)} passages of one report, read as one event told again; no other report was joined.`;
}

/** What was judged in one step: a split or a join judges many pairs. */
function together(judged: readonly Judgement[]): Judgement[][] {
  const out = new Map<string, Judgement[]>();
  for (const one of judged) {
    const key = `${one.at} ${one.by} ${one.verdict}`;
    out.set(key, [...(out.get(key) ?? []), one]);
  }
  return [...out.values()];
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const line = (reason: string) => <li key={reason}><Words text={reasonWords(reason)} most={200} /></li>;
  return (
    <>
      <ul>{reasons.slice(0, REASONS).map(line)}</ul>
      {reasons.length > REASONS && <details class="more-reasons"><summary>{reasons.length - REASONS} more reasons</summary><ul>{reasons.slice(REASONS).map(line)}</ul></details>}
    </>
  );
}

function Where({ page }: { page: IncidentPage }) {
  const { place, quad, id, summary } = page.incident;
  const svg = useRef<SVGSVGElement>(null);
  const [answer] = useState<MapAnswer | null>(() => {
    if (!place || place.lat === null || place.lon === null) return null;
    const quads = quad ? { [quad]: 1 } : {};
    const at = { lat: place.lat, lon: place.lon, count: 1, id: null, quads };
    if (place.precision === "region" || place.precision === "country") {
      return { points: [], areas: [{ ...at, precision: place.precision, country: place.country, admin1: place.admin1, name: place.name }], unplaced: 0 };
    }
    const bounds: [number, number, number, number] = [place.lon - 2.5, place.lat - 2.5, place.lon + 2.5, place.lat + 2.5];
    return { points: [{ ...at, precision: place.precision ?? "settlement", label: place.name ?? summary, others: false, bounds }], areas: [], unplaced: 0 };
  });
  if (!answer || !place) return null;
  return <section class="card map-card" key={id}><h2 class="hidden">Where</h2><WorldMap answer={answer} svgRef={svg} label={`Map around ${placeName(place)}`} /></section>;
}

function letter(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : `${String.fromCharCode(65 + Math.floor(n / 26) - 1)}${String.fromCharCode(65 + (n % 26))}`;
}

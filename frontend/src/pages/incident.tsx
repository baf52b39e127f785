// One incident: what is known, who says what, every passage that tells of it, why they belong together, its history.

import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Decision, IncidentPage, MapAnswer, Shown } from "../api/types";
import { canReview, useKnown } from "../book";
import { citation, embedded, markdown } from "../cite";
import { send, useLoad } from "../client";
import { copy } from "../clipboard";
import { Links } from "../incident/links";
import { Passages } from "../incident/passages";
import { Versions, ordered, setByPeople } from "../incident/versions";
import { useKeys } from "../keys";
import { Busy, Failed, Head, PlaceMark, StatusTag, TypeTag, Words } from "../parts/bits";
import { Beside } from "../parts/beside";
import { ByReport } from "../parts/byreport";
import { Choice } from "../parts/choice";
import { WorldMap } from "../parts/map";
import { Menu } from "../parts/menu";
import { complain, tell } from "../parts/toast";
import { JoinForm } from "../review/join";
import { SetForm } from "../review/setform";
import { go, goBack, useTitle } from "../router";
import { beside, wayBack } from "../trail";
import { articleName, changeWords, day, decisionWords, fieldWords, killedWords, moment, partyName, period, placeName, sourceWords, summaryWords, valueWords } from "../words";

const BY = [
  { value: "field", words: "By field", title: "Each value with all who say so" },
  { value: "report", words: "By report", title: "Each report with all it says (b)" },
] as const;

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
            <h2>What reports say <span class="count">{sourceWords(incident.origins, incident.outlets.length)}{incident.outlets.length ? "" : ", publisher not known"}</span></h2>
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
      <div><dt>Where</dt><dd>{place ? <span class="marked"><PlaceMark precision={place.precision} />{to("where", <Words text={placeName(place) || "not told"} />)}</span> : "not told"}</dd></div>
      <div><dt>Actor</dt><dd>{to("actors", <Words text={named(incident.actors) || "not told"} most={160} />)}</dd></div>
      <div><dt>Recipient</dt><dd>{to("recipients", <Words text={named(incident.recipients) || "not told"} most={160} />)}</dd></div>
      {killed && <div><dt>Killed</dt><dd class="deaths">{to("counts.killed", killedWords(killed).replace(" killed", ""))}</dd></div>}
      {shown.filter((one) => COUNTED.has(one.field)).map((one) => <div key={one.field}><dt>{fieldWords(one.field)}</dt><dd>{to(one.field, <Words text={valueWords(one.field, one.value)} />)}</dd></div>)}
      {incident.edited.length > 0 && <div><dt>Set by people</dt><dd><Words text={setByPeople(page.shown).map((one) => `${fieldWords(one.field)} by ${one.set_by?.by}`).join(", ")} most={200} /></dd></div>}
      {first?.article.published && <div><dt>First told</dt><dd><a href={`/articles/${encodeURIComponent(first.article.id)}?event=${encodeURIComponent(first.event)}`}><Words text={first.article.publisher ?? articleName(first.article)} most={60} /></a>, {day(first.article.published)}</dd></div>}
      <div><dt>Sources</dt><dd>{sourceWords(incident.origins, incident.outlets.length)}{incident.disputed.length > 0 && <>, <span class="disputed">versions differ on {incident.disputed.map((field, n) => <>{n > 0 && " "}<span class="listed">{to(field, fieldWords(field).toLowerCase())}{n < incident.disputed.length - 1 && ","}</span></>)}</span></>}</dd></div>
      {incident.found && <div><dt>Known since</dt><dd title={incident.changed && incident.changed !== incident.found ? `Last changed ${moment(incident.changed)}` : undefined}>{day(incident.found)}</dd></div>}
    </dl>
  );
}

/** Numbers of people that stand among what is known, beside the dead. */
const COUNTED = new Set(["injured", "abducted", "arrested", "displaced"].map((what) => `counts.${what}`));

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

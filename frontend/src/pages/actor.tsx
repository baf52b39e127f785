// One actor: its names, what it did and was done to it over time, with and against whom, what it said.

import { useState } from "preact/hooks";
import type { ActorItem, ActorPage, Counterpart, Decision, Event, Page, Quad, Statement } from "../api/types";
import { canReview, isAdmin, useCountry, useKnown } from "../book";
import { address, send, useLoad } from "../client";
import { Bar, Busy, Empty, Failed, Head, QuadMark, StatusTag, TypeTag, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { FileLinks } from "../parts/files";
import { More, totalWords, useListing } from "../parts/listing";
import { Menu } from "../parts/menu";
import { Code } from "../parts/record";
import { RolesChart } from "../parts/roles";
import { complain, tell } from "../parts/toast";
import { Picker } from "../review/picker";
import { useTitle } from "../router";
import { wayBack } from "../trail";
import { QUADS, QUAD_WORDS, codeWords, day, decisionWords, isBare, moment, number, plural, whenWords } from "../words";
import { actorName } from "./actors";
import { StatementWords, line } from "./reader";

export function ActorPageView({ id }: { id: string }) {
  const { data, failure, again } = useLoad<ActorPage>(`/api/actors/${encodeURIComponent(id)}`);
  if (failure) return <Failed failure={failure} again={again} />;
  if (!data) return <Busy what="Opening the actor" rows={8} />;
  return <Whole page={data} again={again} />;
}

const NAMES = 10; // that are shown at once

type Window = "merge" | "rename" | "list" | null;

function Whole({ page, again }: { page: ActorPage; again: () => void }) {
  const { actor } = page;
  const { session } = useKnown();
  const country = useCountry();
  const [window, setWindow] = useState<Window>(null);
  useTitle(actorName(actor, country));
  const decide = (ask: Promise<Decision>) => {
    setWindow(null);
    ask.then((decision) => {
      tell(decisionWords(decision.words), { words: "Undo", do: () => void send("POST", "/api/undo", { id: decision.id, reason: "" }).then(() => { tell("Undone"); again(); }, complain) });
      again();
    }, complain);
  };
  const lead = <Code party={actor} />;
  return (
    <div class="page actor-page">
      <p class="crumbs"><a href={wayBack("actors", "/actors")}>Actors</a></p>
      <Head title={<Words text={actorName(actor, country)} most={120} />} lead={lead}>
        <a class="button" href={address("/", { party: actor.id })}>Incidents</a>
        <Menu icon="export" words="Export">
          <p>Events in which it takes part</p><FileLinks path="/api/events" params={{ party: actor.id }} name="events" of="Events" />
          <p>What it says</p><FileLinks path="/api/statements" params={{ actor: actor.id }} name="statements" of="Statements" />
        </Menu>
        {canReview(session) && <button type="button" class="button" onClick={() => setWindow("merge")}>Merge</button>}
        {canReview(session) && <button type="button" class="button" onClick={() => setWindow("rename")}>Rename</button>}
        {isAdmin(session) && !page.listed && !actor.key && <button type="button" class="button" onClick={() => setWindow("list")}>Add to the actor list</button>}
      </Head>
      <div class="columns">
        <div class="main-column">
          <section class="card"><h2>Over time</h2><RolesChart id={actor.id} roles={page.roles} /></section>
          <div class="pair-cards">
            <section class="card"><h2>Partners</h2><Counterparts list={page.partners} by="cooperation" /></section>
            <section class="card"><h2>Opponents</h2><Counterparts list={page.opponents} by="conflict" /></section>
          </div>
          <section class="card"><h2>Events</h2><Events id={actor.id} /></section>
        </div>
        <div class="side-column">
          <section class="card"><h2>What it does, what is done to it</h2><Quads quads={page.quads} /></section>
          <section class="card"><h2>In the words of articles</h2>
            <Names names={page.names} />
          </section>
          {page.forms.length > 1 && (
            <section class="card"><h2>Goes by</h2><ul class="names">{page.forms.map((form) => <li key={form.id}><Words text={form.name ?? "no name"} most={80} /><Code party={form} /></li>)}</ul></section>
          )}
          {page.listed && (
            <section class="card"><h2>In the actor list</h2>
              <p class="mono">{page.listed.key}</p>
              {page.listed.entries.slice(0, 8).map((entry, n) => <dl class="entry" key={n}>{Object.entries(entry).filter(([, value]) => value).map(([name, value]) => <div key={name}><dt>{name}</dt><dd><Words text={String(value)} most={120} /></dd></div>)}</dl>)}
            </section>
          )}
          <section class="card"><h2>Says {actor.as_voice > 0 && <a class="count" href={address("/statements", { actor: actor.id })}>all, to search and export</a>}</h2><Statements actor={actor} /></section>
          {page.decisions.length > 0 && (
            <section class="card"><h2>Decided</h2><ul class="history">{page.decisions.map((one) => (
              <li key={one.id} class={one.withdrawn ? "withdrawn" : ""}><time dateTime={one.at}>{moment(one.at)}</time><p>{one.by}: {one.kind === "rename" ? <>renamed to <Words text={one.name ?? ""} /></> : "merged"}{one.withdrawn && ", undone"}</p></li>
            ))}</ul></section>
          )}
        </div>
      </div>
      {window === "merge" && <Merge actor={actor} onClose={() => setWindow(null)} onDo={(into) => decide(send<Decision>("POST", `/api/actors/${encodeURIComponent(actor.id)}/merge`, { into, reason: "" }))} />}
      {window === "rename" && <Rename actor={actor} onClose={() => setWindow(null)} onDo={(name) => decide(send<Decision>("POST", `/api/actors/${encodeURIComponent(actor.id)}/rename`, { name, reason: "" }))} />}
      {window === "list" && <ToList page={page} onClose={() => setWindow(null)} onDone={again} />}
    </div>
  );
}

function Merge({ actor, onDo, onClose }: { actor: ActorItem; onDo: (into: string) => void; onClose: () => void }) {
  const country = useCountry();
  const [typed, setTyped] = useState("");
  const { data } = useLoad<Page<ActorItem>>(address("/api/actors", { q: typed.trim(), limit: 30 }));
  const choices = (data?.items ?? []).filter((one) => one.id !== actor.id).map((one) => ({ value: one.id, words: actorName(one, country), note: codeWords(one) }));
  return (
    <div onInput={(e) => { if (e.target instanceof HTMLInputElement) setTyped(e.target.value); }}>
      <Picker title="Merge into whom?" searched hint="A name or a code" choices={choices} chosen={[]} onClose={onClose} onPick={([into]) => { if (into) onDo(into); }} />
    </div>
  );
}

function Rename({ actor, onDo, onClose }: { actor: ActorItem; onDo: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState(actor.name ?? "");
  return (
    <Dialog title="Rename" onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (name.trim()) onDo(name.trim()); }}>
        <label>Name<input type="text" autofocus required value={name} onInput={(e) => setName(e.currentTarget.value)} /></label>
        <p class="hint">Articles keep their words; this is the name that pages and exports show.</p>
        <div class="dialog-acts"><button type="submit" class="button primary">Rename</button></div>
      </form>
    </Dialog>
  );
}

function ToList({ page, onClose, onDone }: { page: ActorPage; onClose: () => void; onDone: () => void }) {
  const { actor } = page;
  const [name, setName] = useState(actor.name ?? page.names[0]?.text ?? "");
  const [code, setCode] = useState(actor.country ?? "");
  const [sectors, setSectors] = useState(actor.sectors.join(" "));
  const [aliases, setAliases] = useState(page.names.map((one) => one.text).filter((one) => one !== name).slice(0, 8).join("\n"));
  const save = (event: globalThis.Event) => {
    event.preventDefault();
    const body = { name, country: code || null, sectors: sectors.split(/[\s,]+/).filter(Boolean), aliases: aliases.split("\n").map((one) => one.trim()).filter(Boolean) };
    send<{ key: string; file: string }>("POST", `/api/actors/${encodeURIComponent(actor.id)}/list`, body).then(({ key, file }) => {
      tell(`Added as ${key} to ${file}; it holds for reports coded from now on`);
      onClose();
      onDone();
    }, complain);
  };
  return (
    <Dialog title="Add to the actor list" onClose={onClose}>
      <form onSubmit={save}>
        <label>Name<input type="text" autofocus required value={name} onInput={(e) => setName(e.currentTarget.value)} /></label>
        <div class="two">
          <label>Country<input type="text" maxLength={3} value={code} onInput={(e) => setCode(e.currentTarget.value.toUpperCase())} /></label>
          <label>Sectors<input type="text" value={sectors} onInput={(e) => setSectors(e.currentTarget.value.toUpperCase())} /></label>
        </div>
        <p class="hint">Three letters each, as in the codebook: {codeWords({ country: code || null, sectors: sectors.split(/[\s,]+/).filter(Boolean) })}.</p>
        <label>Other names, one a line<textarea rows={5} value={aliases} onInput={(e) => setAliases(e.currentTarget.value)} /></label>
        <div class="dialog-acts"><button type="submit" class="button primary">Add</button></div>
      </form>
    </Dialog>
  );
}

/** The words that stand for it, the commonest first; what only points to it is told by its number. */
function Names({ names }: { names: ActorPage["names"] }) {
  const pointing = (text: string) => isBare(text) || text.trim().length < 2;
  const shown = names.filter((one) => !pointing(one.text));
  const others = names.filter((one) => pointing(one.text));
  const line = (name: ActorPage["names"][number]) => <li key={name.text}><Words text={name.text} most={80} /><span class="note">{number(name.count)}</span></li>;
  return (
    <>
      <ul class="names">{shown.slice(0, NAMES).map(line)}</ul>
      {shown.length > NAMES && <details class="more-names"><summary>{shown.length - NAMES} more</summary><ul class="names">{shown.slice(NAMES).map(line)}</ul></details>}
      {others.length > 0 && <p class="note">and {plural(others.reduce((sum, one) => sum + one.count, 0), "time")} by a word that only points to it: <Words text={others.map((one) => one.text.toLowerCase()).filter((one, n, all) => all.indexOf(one) === n).join(", ")} most={80} /></p>}
    </>
  );
}

function Quads({ quads }: { quads: ActorPage["quads"] }) {
  const of = (quad: Quad) => quads.find((one) => one.quad === quad) ?? { as_actor: 0, as_recipient: 0 };
  const most = Math.max(1, ...quads.flatMap((one) => [one.as_actor, one.as_recipient]));
  return (
    <table class="table quads">
      <thead><tr><th scope="col">Class</th><th scope="col">Does</th><th scope="col">Is done to it</th></tr></thead>
      <tbody>{QUADS.map((quad) => (
        <tr key={quad}><td><QuadMark quad={quad} /> {QUAD_WORDS[quad]}</td>
          <td><Bar share={of(quad).as_actor / most} kind={`q-${quad}`} /><span class="num">{of(quad).as_actor}</span></td>
          <td><Bar share={of(quad).as_recipient / most} kind={`q-${quad}`} /><span class="num">{of(quad).as_recipient}</span></td></tr>
      ))}</tbody>
    </table>
  );
}

function Counterparts({ list, by }: { list: readonly Counterpart[]; by: "cooperation" | "conflict" }) {
  const country = useCountry();
  const shown = list.filter((one) => one[by] > 0).slice(0, 8);
  const most = Math.max(1, ...shown.map((one) => one[by]));
  if (!shown.length) return <p class="note">None.</p>;
  return (
    <ul class="scores">{shown.map((one) => (
      <li key={one.actor.id}><a href={`/actors/${encodeURIComponent(one.actor.id)}`}><Words text={actorName(one.actor, country)} most={40} /></a><Bar share={one[by] / most} kind={by} /><span class="num">{number(one[by])}</span></li>
    ))}</ul>
  );
}

function Events({ id }: { id: string }) {
  const list = useListing<Event>("/api/events", { party: id, order: "day", limit: 20 });
  if (list.failure) return <Failed failure={list.failure} again={list.again} />;
  if (!list.items.length) return list.loading ? <Busy rows={4} /> : <Empty title="No events" />;
  return (
    <>
      <p class="note">{totalWords(list.total, "event")}, latest first</p>
      <EventTable events={list.items} />
      <More more={list.more} />
    </>
  );
}

export function EventTable({ events }: { events: readonly Event[] }) {
  return (
    <ol class="event-lines">
      {events.map((event) => (
        <li key={event.id}>
          <span class="when">{whenWords(event.when)}</span>
          <span class="what"><TypeTag type={event.type} quad={event.quad} modes={event.modes} /><StatusTag status={event.status} /> <a href={`/articles/${encodeURIComponent(event.article.id)}?event=${encodeURIComponent(event.id)}`}><Words text={line(event)} most={130} /></a></span>
          <span class="note"><Words text={event.article.publisher ?? ""} most={30} /></span>
        </li>
      ))}
    </ol>
  );
}

function Statements({ actor }: { actor: ActorItem }) {
  const list = useListing<Statement>("/api/statements", { party: actor.id, limit: 10 });
  if (list.failure) return <Failed failure={list.failure} again={list.again} />;
  if (!list.items.length) return list.loading ? <Busy rows={3} /> : <p class="note">Nothing that was reported.</p>;
  return (
    <>
      <ol class="said-list">
        {list.items.map((statement) => (
          <li key={statement.id}>
            <p class="note">{statement.article.published ? day(statement.article.published) : "no date"}, <a href={`/articles/${encodeURIComponent(statement.article.id)}`}><Words text={statement.article.publisher ?? "article"} most={40} /></a></p>
            <StatementWords statement={statement} />
          </li>
        ))}
      </ol>
      {list.more && <button type="button" class="button small" onClick={list.more}>More statements</button>}
    </>
  );
}

// The reader: an article with what was found in it. A mark leads to its record, a field of a record to its words.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ArticlePage, Decision, Event, Explanation, Mark, Statement } from "../api/types";
import { canReview, useKnown } from "../book";
import { address, send, useLoad } from "../client";
import { copy } from "../clipboard";
import { useKeys } from "../keys";
import { Busy, Empty, Failed, QuadMark, StatusTag, Sure, TypeTag, Words, Bar } from "../parts/bits";
import { Beside } from "../parts/beside";
import { FileLinks } from "../parts/files";
import { Menu } from "../parts/menu";
import { Record } from "../parts/record";
import { byArrows } from "../parts/tabs";
import { MarkedText, flash, ROLE_WORDS, SHOWN_ROLES, type MarkRole } from "../parts/text";
import { complain, tell } from "../parts/toast";
import { AddEvent, NEW, marksOf, stepWords, type Chosen } from "../review/addition";
import { SetDayForm } from "../review/setday";
import { WithdrawForm, WithdrawnNote } from "../review/withdraw";
import { go, useTitle, useWhere } from "../router";
import { saying, webAddress } from "../cite";
import { beside, wayBack } from "../trail";
import { articleName, codeWords, countWords, day, decisionWords, fieldWords, foundWords, partyName, percent, placeName, plural, typeWords, whenWords } from "../words";

export function ReaderPage({ id }: { id: string }) {
  const { data, failure, again } = useLoad<ArticlePage>(`/api/articles/${encodeURIComponent(id)}`);
  if (failure) return <Failed failure={failure} again={again} />;
  if (!data) return <Busy what="Opening the article" rows={12} />;
  return <Reader page={data} again={again} />;
}

/** The first words of a text, as the server tells them in lists. */
function begins(text: string): string {
  const words = text.slice(0, 320).trim().split(/\s+/);
  let out = "";
  while (words.length && out.length + (words[0] as string).length < 80) out += `${out ? " " : ""}${words.shift()}`;
  return out && (words.length || text.length > 320) ? `${out.replace(/[ .,;:–—-]+$/, "")}…` : out;
}

function Reader({ page, again }: { page: ArticlePage; again: () => void }) {
  const where = useWhere();
  const { session } = useKnown();
  const chosen = where.query.get("event");
  const [off, setOff] = useState<ReadonlySet<MarkRole>>(new Set());
  const [tab, setTab] = useState<"events" | "statements">("events");
  const text = useRef<HTMLDivElement>(null);
  const quads = useMemo(() => new Map(page.events.map((event) => [event.id, event.quad as string])), [page]);
  const [chosenWords, setChosenWords] = useState<Chosen[] | null>(null); // of the event that is being added; null: none is
  const [newQuad, setNewQuad] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const [dating, setDating] = useState(false);
  const byList = useRef(false); // whether the event was chosen in the list, beside or below the text
  const choose = (id: string | null, list = false) => { byList.current = list; return go(id ? `${where.path}?event=${encodeURIComponent(id)}` : where.path, "replace"); };
  const step = (by: number) => {
    const at = page.events.findIndex((event) => event.id === chosen);
    const next = page.events[at < 0 ? (by > 0 ? 0 : page.events.length - 1) : at + by];
    if (next) choose(next.id);
  };
  useEffect(() => {
    if (!chosen) return;
    const one = matchMedia("(max-width: 760px)").matches; // text and list in one column: only one of them is looked at
    if (!one || !byList.current) text.current?.querySelector(".m-trigger.on")?.scrollIntoView({ block: "center", behavior: "smooth" });
    if (!one || byList.current) document.getElementById(`event-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { article } = page;
  const may = canReview(session) && !article.withdrawn;
  const add = () => { setTab("events"); setChosenWords([]); requestAnimationFrame(() => text.current?.focus({ preventScroll: true })); };
  const undo = (id: string) => void send<Decision>("POST", "/api/undo", { id, reason: "" }).then(() => { tell("Undone"); again(); }, complain);
  const done = (decision: Decision) => {
    tell(decisionWords(decision.words), { words: "Undo", do: () => undo(decision.id) });
    setChosenWords(null);
    again();
    if (decision.event) choose(decision.event.id, true);
  };
  const shownMarks = useMemo(() => (chosenWords ? [...page.marks, ...marksOf(chosenWords)] : page.marks), [page, chosenWords]);
  useKeys("Reader", chosenWords ? [] : [
    ...(may ? [{ keys: "a", does: "Add an event that was missed", act: add }] : []),
    { keys: "j", does: "Next event", act: () => step(1) },
    { keys: "k", does: "Event before", act: () => step(-1) },
    { keys: "s", does: "Events or statements", act: () => setTab(tab === "events" ? "statements" : "events") },
    { keys: "Escape", does: "Show the marks of all events", act: () => choose(null) },
  ]);
  const picked = (marks: readonly Mark[]) => {
    const first = marks[0];
    if (first?.event) { setTab("events"); choose(first.event); }
    else if (first?.statement) setTab("statements");
  };
  const near = beside("articles", page.article.id);
  const turn = (to: string | null | undefined) => { if (to) go(`/articles/${encodeURIComponent(to)}`, "replace"); }; // so that going back leads to the list
  useKeys("Articles", near ? [
    { keys: "Shift+J", does: "Next article of the list", act: () => turn(near.after) },
    { keys: "Shift+K", does: "Article before in the list", act: () => turn(near.before) },
  ] : []);
  const say = useMemo(() => readAs(page), [page]);
  useTitle(articleName({ title: article.title, opening: begins(page.text) }));
  const source = webAddress(article.url);
  const headed = isHeaded(page.text, article.title);
  const below = (
    <div class="below-title">
      <p class="byline">
        <strong><Words text={article.publisher ?? "Unknown publisher"} most={80} /></strong>
        <span>{article.published ? day(article.published) : "no date of publication"}</span>
        {!article.published && may && <button type="button" class="link" title="Read it again with its day of publication, from which “Monday” counts" onClick={() => setDating(true)}>Set day</button>}
        {!article.publisher && !source && article.source && <span title={article.source}>{/^pasted text/.test(article.source) ? "pasted" : <>from the file <Words text={fileName(article.source)} most={60} /></>}</span>}
        {page.origin?.agency && <span>written by {page.origin.agency}</span>}
        {source && <a href={source.href} target="_blank" rel="noreferrer noopener" title={`${source.href}\nOpens in a new tab; this page itself asks nobody but its own server.`}>at {source.hostname.replace(/^www\./, "")} ↗</a>}
        {page.origin && page.origin.copies.length > 0 && <Copies copies={page.origin.copies} />}
        {page.revises && <a href={`/articles/${encodeURIComponent(page.revises)}`}>earlier version</a>}
      </p>
      <LegendBar marks={page.marks} off={off} onToggle={(role) => setOff((old) => { const next = new Set(old); if (!next.delete(role)) next.add(role); return next; })} />
    </div>
  );
  return (
    <div class="reader">
      <article class="sheet" data-scroll="text">
        <nav class="crumbs" aria-label="Where you are">
          <a href={wayBack("articles", "/articles")}>Articles</a>
          {near && <Beside near={near} of="article" keys={["Shift+K", "Shift+J"]} step={turn} />}
          <span class="crumb-acts">
            {page.events.length > 0 && <a href={address("/", { article: article.id })}>Incidents</a>}
            {page.events.length > 0 && canReview(session) && <a href={address("/review", { article: article.id })}>Review</a>}
            {may && <button type="button" class="button small" title="An event that was missed (a)" onClick={add}>Add event</button>}
            {may && <button type="button" class="button small" title="It counts no more: retracted, read by mistake, a wrong date" onClick={() => setWithdrawing(true)}>Withdraw</button>}
            <Menu icon="export" words="Export" small>
              <FileLinks path="/api/events" params={{ article: article.id }} name="events" of="Events" />
              <a href={`/api/articles/${encodeURIComponent(article.id)}`} download={`article-${article.id}.json`}>Text, events and statements as JSON</a>
            </Menu>
          </span>
        </nav>
        {article.withdrawn && <WithdrawnNote gone={article.withdrawn} onBack={canReview(session) ? () => undo(article.withdrawn?.id ?? "") : undefined} />}
        {dating && <SetDayForm page={page} onClose={() => setDating(false)} />}
        {withdrawing && <WithdrawForm article={article.id} onDone={done} onClose={() => setWithdrawing(false)} />}
        {!headed && <h1 class={article.title ? undefined : "hidden"}><Words text={articleName({ title: article.title, opening: begins(page.text) })} most={300} /></h1>}
        {!headed && below}
        <div
          ref={text} class="article-text" lang={article.language ?? undefined}
          {...(chosenWords && { tabIndex: 0, role: "group", "aria-label": "Text: arrow keys go from word to word, with Shift they take in more; then press 1 to 8" })}
          onKeyDown={chosenWords ? (e) => {
            if (e.key !== "ArrowRight" && e.key !== "ArrowLeft") return;
            e.preventDefault();
            if (text.current) stepWords(text.current, page.text, e.key === "ArrowRight" ? 1 : -1, e.shiftKey);
          } : undefined}
        >
          <MarkedText text={page.text} marks={shownMarks} focus={chosenWords ? NEW : chosen} off={off} quads={chosenWords ? new Map([...quads, [NEW, newQuad ?? "none"]]) : quads} say={say} onPick={chosenWords ? undefined : picked} below={headed ? below : undefined} />
        </div>
      </article>
      {chosenWords ? <aside class="reader-side" data-scroll="found" aria-label="New event">
        <AddEvent page={page} text={text} chosen={chosenWords} quad={setNewQuad} onChosen={setChosenWords} onAdded={done} onClose={() => setChosenWords(null)} />
      </aside> : <aside class="reader-side" data-scroll="found" aria-label="What was found">
        <div class="tabs" role="tablist" aria-label="What was found" onKeyDown={byArrows}>
          <button type="button" role="tab" id="tab-events" aria-controls="found" aria-selected={tab === "events"} tabIndex={tab === "events" ? 0 : -1} onClick={() => setTab("events")}>Events <span class="count">{page.events.length}</span></button>
          <button type="button" role="tab" id="tab-statements" aria-controls="found" aria-selected={tab === "statements"} tabIndex={tab === "statements" ? 0 : -1} onClick={() => setTab("statements")}>Statements <span class="count">{page.statements.length}</span></button>
        </div>
        <div id="found" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === "events" ? <Events page={page} chosen={chosen} onChoose={(id) => choose(id, true)} text={text} /> : <Statements page={page} onChoose={(id) => { setTab("events"); choose(id); }} text={text} />}
        </div>
      </aside>}
    </div>
  );
}

/** The same report elsewhere. */
function Copies({ copies }: { copies: NonNullable<ArticlePage["origin"]>["copies"] }) {
  return (
    <details class="byline-copies">
      <summary>{plural(copies.length, "copy", "copies")} elsewhere</summary>
      <ul>{copies.map(({ article, share }) => <li key={article.id}><a href={`/articles/${encodeURIComponent(article.id)}`}><Words text={articleName(article)} most={110} /></a> <Words text={article.publisher ?? "unknown publisher"} most={50} />, {percent(share)} the same words</li>)}</ul>
    </details>
  );
}

function LegendBar({ marks, off, onToggle }: { marks: readonly Mark[]; off: ReadonlySet<MarkRole>; onToggle: (role: MarkRole) => void }) {
  const there = new Set<MarkRole>(marks.map((mark) => (mark.role === "speaker" || mark.role === "cue" ? "source" : mark.role)));
  return (
    <div class="roles" role="group" aria-label="Marks: press to show or hide">
      {SHOWN_ROLES.filter((role) => there.has(role)).map((role) => (
        <button key={role} type="button" class="role" aria-pressed={!off.has(role)} onClick={() => onToggle(role)}>
          <span class={`m m-${role}`}>{ROLE_WORDS[role]}</span>
        </button>
      ))}
    </div>
  );
}

interface Spot { current: HTMLElement | null }

function Events({ page, chosen, onChoose, text }: { page: ArticlePage; chosen: string | null; onChoose: (id: string | null) => void; text: Spot }) {
  if (page.article.withdrawn) return <Empty title="Withdrawn: none of its events counts" />;
  if (!page.events.length) return <Empty title="No events in this article"><p>Nothing in it was held to be a political event. Reports of weather, sport or markets often have none.</p></Empty>;
  return (
    <ol class="found">
      {page.events.map((event) => (
        <li key={event.id} id={`event-${event.id}`} class={event.id === chosen ? "open" : ""}>
          <button type="button" class="found-head" aria-expanded={event.id === chosen} onClick={() => onChoose(event.id === chosen ? null : event.id)}>
            <span class="found-type"><TypeTag type={event.type} quad={event.quad} modes={event.modes} /><StatusTag status={event.status} />{event.added_by ? <span class="note by-hand">added by <Words text={event.added_by} most={30} /></span> : <Sure value={event.confidence} />}</span>
            <span class="found-words"><Words text={line(event)} most={140} /></span>
          </button>
          {event.id === chosen && <Opened event={event} page={page} text={text} />}
        </li>
      ))}
    </ol>
  );
}

function Opened({ event, page, text }: { event: Event; page: ArticlePage; text: Spot }) {
  const [why, setWhy] = useState(false);
  const { session } = useKnown();
  const correct = `/review?event=${encodeURIComponent(event.id)}`;
  useKeys("Event", [
    { keys: "w", does: "Why this code", act: () => setWhy(!why) },
    ...(canReview(session) ? [{ keys: "e", does: "Correct the event", act: () => go(correct) }] : []),
    ...(event.incident ? [{ keys: "i", does: "Open its incident", act: () => go(`/incidents/${encodeURIComponent(event.incident ?? "")}`) }] : []),
  ]);
  return (
    <div class="opened">
      <Record event={event} onWords={(field, index) => show(text.current, page.marks, event.id, field, index)} />
      <div class="opened-acts">
        {event.incident && <a class="button small" title="What all reports say of it (i)" href={`/incidents/${encodeURIComponent(event.incident)}`}>Its incident</a>}
        {canReview(session) && <a class="button small" title="Correct it (e)" href={correct}>Correct</a>}
        <button type="button" class="button small" title="Scores, rule and bases (w)" aria-expanded={why} onClick={() => setWhy(!why)}>Why this code</button>
      </div>
      {why && <Why id={event.id} />}
    </div>
  );
}

/** What the words of a mark were read as: "actor of Assault: Chadian army (Chad · military)". */
function readAs(page: ArticlePage): (mark: Mark) => string | null {
  const events = new Map(page.events.map((event) => [event.id, event]));
  return ({ event: id, role, field, index }) => {
    const event = events.get(id ?? "");
    if (!event) return null;
    if (role === "trigger") return `${[typeWords(event.type), ...event.modes].join(" · ")}, confidence ${percent(event.confidence)}`;
    const value = valueOf(event, field.split(".")[0] ?? "", index);
    return value && role !== "cue" ? `${ROLE_WORDS[role]} of ${typeWords(event.type)}: ${value}` : null;
  };
}

function valueOf(event: Event, field: string, index: number): string | null {
  if (field === "actors" || field === "recipients" || field === "according_to") {
    const party = event[field][index];
    return party ? `${partyName(party)} (${codeWords(party)})` : null;
  }
  if (field === "where") { const place = event.where[index]; return place ? placeName(place) : null; }
  if (field === "counts") { const count = event.counts[index]; return count ? countWords(count) : null; }
  return field === "when" && event.when ? whenWords(event.when) : null;
}

/** Leads the eye to the words of a field. */
function show(root: HTMLElement | null, marks: readonly Mark[], event: string, field: string, index: number): void {
  if (!root) return;
  const mark = marks.find((one) => one.event === event && (one.field === field || one.field.startsWith(`${field}.`)) && one.index === index)
    ?? marks.find((one) => one.event === event && one.field.startsWith(field));
  if (!mark) return;
  flash(root, [mark])?.scrollIntoView({ behavior: "smooth", block: "center" });
}

/** What opens below the edge of its list is scrolled to. */
function intoView(part: HTMLElement | null): void {
  part?.scrollIntoView({ block: "nearest" });
}

export function Why({ id }: { id: string }) {
  const { data, failure, again } = useLoad<Explanation>(`/api/events/${encodeURIComponent(id)}/explain`);
  if (failure) return <Failed failure={failure} again={again} />;
  if (!data) return <div ref={intoView}><p class="note">Coding the article again to explain; this takes a few seconds.</p><Busy what="Explaining" rows={3} /></div>;
  return (
    <section class="why" aria-label="Why this code" ref={intoView}>
      {data.reason && <p class="note">{data.reason}</p>}
      {data.scores.length > 0 && (
        <>
          <h3>What the act was held for</h3>
          <ol class="scores">
            {data.scores.slice(0, 5).map((score) => (
              <li key={score.type}><span>{typeWords(score.type)}</span><Bar share={score.probability} /><span class="num">{percent(score.probability)}</span></li>
            ))}
          </ol>
        </>
      )}
      {data.rule && <p class="note">Rule: {data.rule}</p>}
      {data.found_by.length > 0 && (
        <>
          <h3>How each value was found</h3>
          <ul class="bases">
            {data.found_by.map((one, n) => <li key={n}><span class="note">{fieldWords(one.field)}</span> “<Words text={one.text} most={80} />” → <span title={one.value}>{foundWords(one.value)}</span> <span class="note">by {one.basis}</span></li>)}
          </ul>
        </>
      )}
    </section>
  );
}

function Statements({ page, onChoose, text }: { page: ArticlePage; onChoose: (event: string) => void; text: Spot }) {
  const events = new Map(page.events.map((event) => [event.id, event]));
  if (page.article.withdrawn) return <Empty title="Withdrawn: none of its statements counts" />;
  if (!page.statements.length) return <Empty title="Nobody is quoted in this article" />;
  return (
    <ol class="found statements">
      {page.statements.map((statement) => (
        <li key={statement.id}>
          <StatementWords statement={statement} onShow={() => showStatement(text.current, page.marks, statement.id)} />
          <button type="button" class="link copy-words" title="What was said, with who says it and where" onClick={() => void copy(saying(statement), "The statement is copied with its source")}>Copy</button>
          {statement.events.length > 0 && (
            <p class="told">tells of {statement.events.map((id) => {
              const event = events.get(id);
              return event ? <button key={id} type="button" class="link" onClick={() => onChoose(id)}><QuadMark quad={event.quad} />{typeWords(event.type)}</button> : null;
            })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

export function StatementWords({ statement, onShow }: { statement: Statement; onShow?: () => void }) {
  const { source, cue, content, quoted } = statement;
  return (
    <div class={quoted ? "statement quoted" : "statement"}>
      <p class="statement-source"><strong><Words text={source ? partyName(source) : "Somebody"} most={80} /></strong> <span class="note"><Words text={cue?.text ?? ""} most={60} /></span></p>
      <blockquote>{onShow ? <button type="button" class="plain-words" onClick={onShow}><Words text={content.text} most={600} /></button> : <Words text={content.text} most={600} />}</blockquote>
    </div>
  );
}

function showStatement(root: HTMLElement | null, marks: readonly Mark[], statement: string): void {
  const mark = marks.find((one) => one.statement === statement && one.role === "content") ?? marks.find((one) => one.statement === statement);
  if (!root || !mark) return;
  for (const piece of root.querySelectorAll<HTMLElement>("[data-o]")) {
    if (Number(piece.dataset.o) >= mark.start) { piece.scrollIntoView({ behavior: "smooth", block: "center" }); return; }
  }
}

const HEADING = /^\s*[^\n]{1,120}[^\s.:;,]["”’)]*[^\S\n]*\n\s*\S/; // a short first line that is no sentence, with more below it

/** Whether the first line of a text is its title: a text may begin with the title and go on in the same line. */
function isHeaded(text: string, title: string | null): boolean {
  const name = title?.trim();
  if (!name) return HEADING.test(text);
  return text.startsWith(name) && /^[^\S\n]*(\n|$)/.test(text.slice(name.length));
}

/** Who did what to whom, shortly. */
export function line(event: Event): string {
  const who = event.actors.map(partyName).join(", ");
  const whom = event.recipients.map(partyName).join(", ");
  const parts = [who || "Somebody", `“${event.trigger.text}”`, whom].filter(Boolean);
  return parts.join(" → ");
}

/** The name of the file that a report was read from, without its folders. */
function fileName(source: string): string {
  return source.replace(/#.*$/, "").replace(/^.*[\\/]/, "");
}

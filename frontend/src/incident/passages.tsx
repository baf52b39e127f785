// The passages of an incident in their words, copies under their report.

import type { Event, IncidentPage, Passage } from "../api/types";
import { quotation } from "../cite";
import { copy } from "../clipboard";
import { StatusTag, TypeTag, Words } from "../parts/bits";
import { MarkedText, flash } from "../parts/text";
import { go } from "../router";
import { articleName, day, percent, plural } from "../words";

export function Passages({ page, letters, onSplit }: { page: IncidentPage; letters: ReadonlyMap<string, string>; onSplit?: (event: string) => void }) {
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

export function Letter({ mark, onShow }: { mark: string | undefined; onShow: () => void }) {
  if (!mark) return null;
  return <button type="button" class="letter" aria-label={`Show passage ${mark}`} title="Show the words in the passage" onClick={onShow}>{mark}</button>;
}

/** Leads to a passage, and to the words in it that a field was read from. */
export function showWords(passages: readonly Passage[], event: string, field: string): void {
  const figure = document.getElementById(`passage-${event}`);
  figure?.closest("details")?.setAttribute("open", "");
  const marks = passages.find((one) => one.event === event)?.marks.filter((one) => one.event === event) ?? [];
  const own = marks.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  const words = figure && flash(figure, own.length ? own : marks.filter((one) => one.role === "trigger"));
  (words ?? figure)?.scrollIntoView({ behavior: "smooth", block: "center" });
}

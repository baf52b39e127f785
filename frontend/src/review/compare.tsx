// Two incidents side by side, to say whether they are one happening.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Decision, IncidentPage } from "../api/types";
import { send, useLoad } from "../client";
import { Busy, Failed, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { MarkedText } from "../parts/text";
import { day, fieldWords, killedWords, partyName, period, placeName, plural, summaryWords, typeWords } from "../words";

const PASSAGES = 2; // of each incident

/** What both tell, and two answers: *One happening* joins them, *Two happenings* keeps them apart from now on. */
export function Compare({ one, other, onClose, onBack, onDo }: {
  one: string; other: string; onClose: () => void; onBack: () => void; onDo: (ask: () => Promise<Decision>) => void;
}) {
  const left = useLoad<IncidentPage>(`/api/incidents/${encodeURIComponent(one)}`);
  const right = useLoad<IncidentPage>(`/api/incidents/${encodeURIComponent(other)}`);
  const [reason, setReason] = useState("");
  const failure = left.failure ?? right.failure;
  const [a, b] = [left.data, right.data];
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), [!a || !b]);
  const decide = (ask: () => Promise<Decision>) => { onClose(); onDo(ask); };
  const join = () => decide(() => send<Decision>("POST", "/api/incidents/join", { incidents: [one, other], reason: reason.trim() }));
  const part = () => decide(() => send<Decision>("POST", "/api/judgements", { verdict: "different", left: a?.events[0]?.id, right: b?.events[0]?.id, reason: reason.trim() }));
  return (
    <Dialog title="One happening, or two?" onClose={onClose} wide>
      {failure && <Failed failure={failure} />}
      {!failure && (!a || !b) && <Busy what="Opening both" rows={6} />}
      {a && b && (
        <form onSubmit={(event) => { event.preventDefault(); join(); }}>
          <div class="scroll-x">
            <table class="table compare">
              <thead><tr><td class="corner" /><th scope="col">This one</th><th scope="col">The other</th></tr></thead>
              <tbody>
                {rows(a, b).map(([field, here, there]) => (
                  <tr key={field} class={here !== there ? "differ" : ""}><th scope="row">{field}</th><td><Words text={here} most={260} /></td><td><Words text={there} most={260} /></td></tr>
                ))}
                <tr><th scope="row">In words</th><td><Passages page={a} /></td><td><Passages page={b} /></td></tr>
              </tbody>
            </table>
          </div>
          <label>Reason<input type="text" maxLength={2000} value={reason} placeholder="For whoever looks at it later" onInput={(event) => setReason(event.currentTarget.value)} /></label>
          <div class="dialog-acts">
            <button type="button" class="button" onClick={onBack}>Another one</button>
            <span class="grow" />
            <button type="button" class="button" title="They are kept apart, whatever the program finds" onClick={part}>Two happenings</button>
            <button type="submit" class="button primary" ref={first}>One happening: join them</button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** Field, what the one says, what the other says. */
function rows(a: IncidentPage, b: IncidentPage): [string, string, string][] {
  const of = (field: string, words: (page: IncidentPage) => string): [string, string, string] => [field, words(a), words(b)];
  const named = (parties: IncidentPage["incident"]["actors"]) => parties.map(partyName).join(", ") || "not told";
  return [
    of("Summary", ({ incident }) => summaryWords(incident.summary)),
    of(fieldWords("type"), ({ incident }) => [typeWords(incident.type), ...incident.modes].join(" · ")),
    of(fieldWords("when"), ({ incident }) => period(incident.start, incident.end)),
    of(fieldWords("where"), ({ incident }) => (incident.place && placeName(incident.place)) || "not told"),
    of(fieldWords("actors"), ({ incident }) => named(incident.actors)),
    of(fieldWords("recipients"), ({ incident }) => named(incident.recipients)),
    of("Killed", ({ incident }) => (incident.killed ? killedWords(incident.killed).replace(" killed", "") : "not told")),
    of("Sources", ({ incident }) => `${plural(incident.origins, "report")}${incident.outlets.length ? `: ${incident.outlets.slice(0, 4).join(", ")}` : ""}`),
  ];
}

function Passages({ page }: { page: IncidentPage }) {
  return (
    <>
      {page.passages.slice(0, PASSAGES).map((passage) => (
        <blockquote key={passage.event}>
          <p class="note"><Words text={passage.article.publisher ?? "Unknown publisher"} most={50} /> · {passage.article.published ? day(passage.article.published) : "no date"}</p>
          <MarkedText text={passage.text} marks={passage.marks.filter((mark) => mark.event === passage.event)} focus={passage.event} plain cut={passage.cut} />
        </blockquote>
      ))}
      {page.passages.length > PASSAGES && <p class="note">and {plural(page.passages.length - PASSAGES, "passage")} more</p>}
    </>
  );
}

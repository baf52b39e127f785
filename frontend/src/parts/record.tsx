// The record of one event: each field with its value, the words it was read from, and how it was found.

import type { Event, Party, Piece } from "../api/types";
import { useKnown } from "../book";
import { codeWords, contextsMeaning, countWords, partyCode, placeName, whenWords } from "../words";
import { PlaceMark, StatusTag, Sure, TypeTag, Words } from "./bits";

export type Pick = (field: string, index: number, piece: Piece) => void;

export function Record({ event, onWords }: { event: Event; onWords?: Pick }) {
  const edited = (field: string) => event.edited.includes(field);
  return (
    <dl class="record">
      <Row name="What" edited={edited("type") || edited("modes") || edited("contexts") || edited("trigger")}>
        <Value field="trigger" index={0} piece={event.trigger} onWords={onWords}>
          <TypeTag type={event.type} quad={event.quad} modes={event.modes} />
        </Value>
        {event.contexts.length > 0 && <span class="note" title={contextsMeaning(event.contexts)}>in {event.contexts.join(", ").replaceAll("_", " ")}</span>}
      </Row>
      <Row name="Status" edited={edited("status")}><StatusTag status={event.status} always /></Row>
      {event.hedge && <Row name="Hedge"><Value field="hedge" index={0} piece={event.hedge} onWords={onWords}><Words text={event.hedge.text} /></Value></Row>}
      <Parties name="Actor" field="actors" parties={event.actors} edited={edited("actors")} onWords={onWords} none="nobody named" />
      <Parties name="Recipient" field="recipients" parties={event.recipients} edited={edited("recipients")} onWords={onWords} />
      <Row name="Where" edited={edited("where")}>
        {!event.where.length && <span class="note">no place</span>}
        {event.where.map((place, n) => (
          <Value key={n} field="where" index={n} piece={place} onWords={onWords} basis={place.basis}>
            <PlaceMark precision={place.precision} /> <Words text={placeName(place)} />
          </Value>
        ))}
      </Row>
      <Row name="When" edited={edited("when")}>
        {event.when ? <Value field="when" index={0} piece={event.when} onWords={onWords} basis={event.when.basis}>{whenWords(event.when)}</Value> : <span class="note">no date</span>}
      </Row>
      {(event.counts.length > 0 || edited("counts")) && (
        <Row name="How many" edited={edited("counts")}>
          {!event.counts.length && <span class="note">no numbers</span>}
          {event.counts.map((count, n) => <Value key={n} field="counts" index={n} piece={count} onWords={onWords}>{countWords(count)}</Value>)}
        </Row>
      )}
      <Parties name="According to" field="according_to" parties={event.according_to} edited={edited("according_to")} onWords={onWords} none="the article itself" />
      {event.added_by ? <Row name="Added">by <Words text={event.added_by} most={40} />, who read it in the report</Row> : <Row name="Confidence"><Sure value={event.confidence} /></Row>}
    </dl>
  );
}

function Row({ name, edited = false, children }: { name: string; edited?: boolean; children: preact.ComponentChildren }) {
  return (
    <div class={edited ? "row edited" : "row"}>
      <dt>{name}{edited && <span class="edited-mark" title="Set by a person">edited</span>}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Value({ field, index, piece, onWords, basis, children }: {
  field: string; index: number; piece: Piece; onWords?: Pick; basis?: string; children: preact.ComponentChildren;
}) {
  const title = `${piece.text ? `“${piece.text.slice(0, 200)}”` : "no words in the text"}${basis ? ` — found by: ${basis}` : ""}`;
  if (!onWords || piece.span[0] === piece.span[1]) return <span class="value" title={title}>{children}</span>;
  return <button type="button" class="value link-value" title={title} onClick={() => onWords(field, index, piece)}>{children}</button>;
}

function Parties({ name, field, parties, edited, onWords, none }: {
  name: string; field: string; parties: readonly Party[]; edited: boolean; onWords?: Pick; none?: string;
}) {
  if (!parties.length && !edited && !none) return null;
  return (
    <Row name={name} edited={edited}>
      {!parties.length && <span class="note">{none ?? "nobody named"}</span>}
      {parties.map((party, n) => (
        <span key={n} class="party">
          <Value field={field} index={n} piece={party} onWords={onWords} basis={party.basis}><Words text={party.name ?? party.text} most={80} /></Value>
          {(party.country || party.sectors.length > 0) && (
            <Code party={party} />
          )}
          {party.actor && <a class="go" href={`/actors/${encodeURIComponent(party.actor)}`} aria-label={`Page of ${party.name ?? party.text}`}>↗</a>}
        </span>
      ))}
    </Row>
  );
}

/** Whose they are, in words; the codes and what they mean are in the title. */
export function Code({ party }: { party: { country: string | null; sectors: string[] } }) {
  const sectors = useSectors();
  const meant = party.sectors.map((code) => `${code}: ${sectors(code)}`);
  return <span class="code-words" title={[partyCode(party), ...meant].join("\n")}>{codeWords(party)}</span>;
}

function useSectors(): (code: string) => string {
  const { codebook } = useKnown();
  return (code) => codebook.sectors.find((one) => one.name === code)?.meaning ?? code;
}

// The small windows of the review: dates, numbers, places, parties.

import { useState } from "preact/hooks";
import type { Count, Event, Party, Piece, Place, When } from "../api/types";
import { useKnown } from "../book";
import { Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { PartyFields, PlaceFinder, useCountryCode } from "./fields";

interface Form<T> {
  event: Event;
  onSave: (value: T) => void;
  onClose: () => void;
}

export function WhenForm({ event, onSave, onClose, piece }: Form<When | null> & { piece: Piece | null }) {
  const old = event.when;
  const [start, setStart] = useState(old?.start ?? event.article.published?.slice(0, 10) ?? "");
  const [end, setEnd] = useState(old?.end ?? start);
  const words = piece ?? old ?? event.evidence;
  const wrong = start && end && end < start;
  const save = (form: globalThis.Event) => {
    form.preventDefault();
    if (wrong || (!start && !end)) return;
    onSave({ text: words.text, span: words.span, start: start || null, end: end || null, precision: start === end ? "day" : old?.precision === "day" ? "vague" : old?.precision ?? "vague", basis: "" });
    onClose();
  };
  return (
    <Dialog title="When" onClose={onClose}>
      <form onSubmit={save}>
        {piece && <p class="note">from the words “<Words text={piece.text} most={80} />”</p>}
        <div class="two">
          <label>First day<input type="date" autofocus value={start} onInput={(e) => { const value = e.currentTarget.value; if (end === start) setEnd(value); setStart(value); }} /></label>
          <label>Last day<input type="date" value={end} onInput={(e) => setEnd(e.currentTarget.value)} /></label>
        </div>
        {wrong && <p class="wrong" role="alert">The last day is before the first.</p>}
        <div class="dialog-acts">
          <button type="button" class="button" onClick={() => { onSave(null); onClose(); }}>No date</button>
          <button type="submit" class="button primary">Set</button>
        </div>
      </form>
    </Dialog>
  );
}

export function CountsForm({ event, onSave, onClose, piece }: Form<Count[]> & { piece: Piece | null }) {
  const { codebook } = useKnown();
  const words = piece ?? event.evidence;
  const fresh = (): Count => {
    const found = piece ? Number(/\d[\d,]*/.exec(piece.text)?.[0].replaceAll(",", "")) : NaN;
    const n = Number.isFinite(found) ? found : null;
    return { what: codebook.counts[0] ?? "killed", text: words.text, span: words.span, min: n, max: n };
  };
  const [rows, setRows] = useState<Count[]>(() => (piece || !event.counts.length ? [...event.counts, fresh()] : event.counts));
  const set = (n: number, change: Partial<Count>) => setRows(rows.map((row, i) => (i === n ? { ...row, ...change } : row)));
  const bound = (text: string) => (text === "" ? null : Math.max(0, Math.round(Number(text))));
  const save = (form: globalThis.Event) => {
    form.preventDefault();
    onSave(rows.filter((row) => row.min !== null || row.max !== null));
    onClose();
  };
  return (
    <Dialog title="How many" onClose={onClose}>
      <form onSubmit={save}>
        {rows.map((row, n) => (
          <div class="count-row" key={n}>
            <label>What<select value={row.what} onChange={(e) => set(n, { what: e.currentTarget.value })}>{codebook.counts.map((what) => <option key={what}>{what}</option>)}</select></label>
            <label>At least<input type="number" min="0" autofocus={n === rows.length - 1} value={row.min ?? ""} onInput={(e) => { const min = bound(e.currentTarget.value); set(n, row.max === row.min ? { min, max: min } : { min }); }} /></label>
            <label>At most<input type="number" min="0" value={row.max ?? ""} onInput={(e) => set(n, { max: bound(e.currentTarget.value) })} /></label>
            <button type="button" class="button small" onClick={() => setRows(rows.filter((_, i) => i !== n))}>Take away</button>
          </div>
        ))}
        {!rows.length && <p class="note">No numbers.</p>}
        <div class="dialog-acts">
          <button type="button" class="button" onClick={() => setRows([...rows, fresh()])}>Another</button>
          <button type="submit" class="button primary">Set</button>
        </div>
      </form>
    </Dialog>
  );
}

export function PlaceForm({ event, onSave, onClose, piece }: Form<Place[]> & { piece: Piece | null }) {
  const words = piece ?? event.where[0] ?? event.evidence;
  const save = (places: Place[]) => { onSave(places); onClose(); };
  return (
    <Dialog title="Where" onClose={onClose} wide>
      <PlaceFinder start={piece?.text ?? event.where[0]?.name ?? event.where[0]?.text ?? ""} none={() => save([])}
        onTake={(place) => save([{ text: words.text, span: words.span, basis: "", ...place }])} />
    </Dialog>
  );
}

export function PartyForm({ title, party, onSave, onClose }: {
  title: string; party: Party; onSave: (party: Party | null) => void; onClose: () => void;
}) {
  const [who, setWho] = useState({ name: party.name ?? party.text, country: party.country ?? "", sectors: party.sectors });
  const country = useCountryCode()(who.country);
  const save = (form: globalThis.Event) => {
    form.preventDefault();
    if (country === undefined) return;
    onSave({ ...party, name: who.name.trim() || null, country, sectors: who.sectors });
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={save}>
        <p class="note">from the words “<Words text={party.text} most={100} />”</p>
        <PartyFields {...who} onChange={(change) => setWho({ ...who, ...change })} />
        <div class="dialog-acts">
          <button type="button" class="button" onClick={() => { onSave(null); onClose(); }}>Take away</button>
          <button type="submit" class="button primary">Set</button>
        </div>
      </form>
    </Dialog>
  );
}

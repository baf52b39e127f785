// The small windows of the review: dates, numbers, places, parties.

import { useState } from "preact/hooks";
import type { Count, Event, Party, Piece, Place, PlaceFound, Precision, When } from "../api/types";
import { useKnown } from "../book";
import { address, useLoad } from "../client";
import { PlaceMark, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { WorldMap } from "../parts/map";
import { useRested } from "../parts/rested";
import { PRECISION_WORDS, number, placeName } from "../words";

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
  const [typed, setTyped] = useState(piece?.text ?? event.where[0]?.name ?? event.where[0]?.text ?? "");
  const asked = useRested(typed);
  const [at, setAt] = useState(0);
  const [spot, setSpot] = useState<{ lat: number; lon: number } | null>(null);
  const [precision, setPrecision] = useState<Precision>("settlement");
  const { data } = useLoad<{ items: PlaceFound[] }>(asked.length > 1 ? address("/api/places", { q: asked }) : null);
  const found = data?.items ?? [];
  const here = found[Math.min(at, found.length - 1)];
  const set = (place: Omit<Place, "text" | "span" | "basis">) => {
    onSave([{ text: words.text, span: words.span, basis: "", ...place }]);
    onClose();
  };
  const take = (place: PlaceFound) => set({ name: place.name, country: place.country, admin1: place.admin1, lat: place.lat, lon: place.lon, geonames_id: place.geonames_id, precision: place.precision });
  const shown = spot ?? (here ? { lat: here.lat, lon: here.lon } : null);
  return (
    <Dialog title="Where" onClose={onClose} wide>
      <div class="place-form">
        <div>
          <input type="text" class="picker-input" autofocus role="combobox" aria-expanded="true" aria-controls="places" aria-label="Search a place" aria-activedescendant={here ? `place-${Math.min(at, found.length - 1)}` : undefined}
            placeholder="Name of a place" value={typed}
            onInput={(e) => { setTyped(e.currentTarget.value); setAt(0); setSpot(null); }}
            onKeyDown={(e) => {
              if (e.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
              else if (e.key === "ArrowUp") setAt(Math.max(0, at - 1));
              else if (e.key === "Enter" && here) take(here);
              else return;
              e.preventDefault();
            }} />
          <ul id="places" class="picker" role="listbox" aria-label="Places found">
            {found.map((place, n) => (
              <li key={`${place.geonames_id}${place.lat}`} id={`place-${n}`} role="option" aria-selected={place === here} class={place === here ? "at" : ""} onMouseMove={() => setAt(n)} onClick={() => take(place)}>
                <PlaceMark precision={place.precision} /><span class="choice-words"><Words text={placeName(place)} /></span>
                {place.population ? <span class="note">{number(place.population)}</span> : null}
              </li>
            ))}
            {asked.length < 2 && <li class="note" role="option" aria-selected="false" aria-disabled="true">Type a name, or click on the map</li>}
            {data && !found.length && <li class="note" role="option" aria-selected="false" aria-disabled="true">No place of that name; click on the map instead</li>}
          </ul>
        </div>
        <div class="place-map">
          <WorldMap answer={PLACES_NONE} shown={shown} label="Map: click to set a point" onPlace={(lat, lon) => setSpot({ lat, lon })} />
        </div>
      </div>
      <div class="dialog-acts">
        {spot && (
          <>
            <span class="note">{spot.lat.toFixed(3)}, {spot.lon.toFixed(3)}</span>
            <label class="inline">known to the <select value={precision} onChange={(e) => setPrecision(e.currentTarget.value as Precision)}>{Object.entries(PRECISION_WORDS).map(([value, said]) => <option key={value} value={value}>{said}</option>)}</select></label>
            <button type="button" class="button primary" onClick={() => set({ name: typed || null, country: null, admin1: null, geonames_id: null, precision, ...spot })}>Set this point</button>
          </>
        )}
        <button type="button" class="button" onClick={() => { onSave([]); onClose(); }}>No place</button>
      </div>
    </Dialog>
  );
}

const PLACES_NONE = { points: [], areas: [], unplaced: 0 };

export function PartyForm({ title, party, onSave, onClose }: {
  title: string; party: Party; onSave: (party: Party | null) => void; onClose: () => void;
}) {
  const { codebook } = useKnown();
  const [name, setName] = useState(party.name ?? party.text);
  const [country, setCountry] = useState(party.country ?? "");
  const [sectors, setSectors] = useState(party.sectors);
  const code = country.trim().slice(0, 3).toUpperCase();
  const known = !country.trim() || codebook.countries.some((one) => one.code === code);
  const save = (form: globalThis.Event) => {
    form.preventDefault();
    if (!known) return;
    onSave({ ...party, name: name.trim() || null, country: country.trim() ? code : null, sectors });
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={save}>
        <p class="note">from the words “<Words text={party.text} most={100} />”</p>
        <label>Name<input type="text" autofocus value={name} onInput={(e) => setName(e.currentTarget.value)} /></label>
        <label>Country or kind of body
          <input type="text" list="countries" value={country} onInput={(e) => setCountry(e.currentTarget.value)} />
          <datalist id="countries">{codebook.countries.map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}</datalist>
        </label>
        {!known && <p class="wrong" role="alert">No country or body has the code {code}.</p>}
        <fieldset class="sectors"><legend>Sectors, the first is the primary one</legend>
          {codebook.sectors.map((sector) => (
            <button key={sector.name} type="button" class="sector" aria-pressed={sectors.includes(sector.name)} title={sector.meaning}
              onClick={() => setSectors(sectors.includes(sector.name) ? sectors.filter((one) => one !== sector.name) : [...sectors, sector.name])}>
              {sector.name}{sectors.indexOf(sector.name) === 0 && sectors.length > 1 ? " 1" : ""}
            </button>
          ))}
        </fieldset>
        <div class="dialog-acts">
          <button type="button" class="button" onClick={() => { onSave(null); onClose(); }}>Take away</button>
          <button type="submit" class="button primary">Set</button>
        </div>
      </form>
    </Dialog>
  );
}

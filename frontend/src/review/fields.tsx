// Parts of forms that set a place or a party, for a passage and for an incident alike.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Party, Place, PlaceFound, Precision } from "../api/types";
import { useKnown } from "../book";
import { address, useLoad } from "../client";
import { PlaceMark, Words } from "../parts/bits";
import { WorldMap } from "../parts/map";
import { useRested } from "../parts/rested";
import { countryOf } from "../parties";
import { PRECISION_WORDS, capital, countryName, number, placeName, sectorWords } from "../words";

export type Spot = Omit<Place, "text" | "span" | "basis">;
export type Who = Pick<Party, "name" | "country" | "sectors" | "id">;

const PLACES_NONE = { points: [], areas: [], unplaced: 0 };

/** A place by search or by a click on the map; `none` offers that there is none. */
export function PlaceFinder({ start, chosen = null, onTake, none, focus = true }: {
  start: string; chosen?: Spot | null; onTake: (place: Spot) => void; none?: () => void; focus?: boolean;
}) {
  const [typed, setTyped] = useState(start);
  const asked = useRested(typed);
  const [at, setAt] = useState(0);
  const [spot, setSpot] = useState<{ lat: number; lon: number } | null>(null);
  const [precision, setPrecision] = useState<Precision>("settlement");
  const { data } = useLoad<{ items: PlaceFound[] }>(asked.length > 1 ? address("/api/places", { q: asked }) : null);
  const found = data?.items ?? [];
  const here = found[Math.min(at, found.length - 1)];
  const take = (place: PlaceFound) => onTake({ name: place.name, country: place.country, admin1: place.admin1, lat: place.lat, lon: place.lon, geonames_id: place.geonames_id, precision: place.precision });
  const known = here ?? chosen;
  const shown = spot ?? (known && known.lat !== null && known.lon !== null ? { lat: known.lat, lon: known.lon } : null);
  return (
    <>
      <div class="place-form">
        <div>
          <input type="text" class="picker-input" autofocus={focus} role="combobox" aria-expanded="true" aria-controls="places" aria-label="Search a place" aria-activedescendant={here ? `place-${Math.min(at, found.length - 1)}` : undefined}
            placeholder="Name of a place" value={typed}
            onInput={(e) => { setTyped(e.currentTarget.value); setAt(0); setSpot(null); }}
            onKeyDown={(e) => {
              if (e.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
              else if (e.key === "ArrowUp") setAt(Math.max(0, at - 1));
              else if (e.key === "Enter") { if (here) take(here); }
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
      {(spot || none) && (
        <div class="dialog-acts">
          {spot && (
            <>
              <span class="note">{spot.lat.toFixed(3)}, {spot.lon.toFixed(3)}</span>
              <label class="inline">known to the <select value={precision} onChange={(e) => setPrecision(e.currentTarget.value as Precision)}>{Object.entries(PRECISION_WORDS).map(([value, said]) => <option key={value} value={value}>{said}</option>)}</select></label>
              <button type="button" class="button primary" onClick={() => onTake({ name: typed || null, country: null, admin1: null, geonames_id: null, precision, ...spot })}>Set this point</button>
            </>
          )}
          {none && <button type="button" class="button" onClick={none}>No place</button>}
        </div>
      )}
    </>
  );
}

/** The code that is meant by what was typed as a country; null where none was, undefined where there is none such. */
export function useCountryCode(): (typed: string) => string | null | undefined {
  const { codebook } = useKnown();
  return (typed) => {
    const said = typed.trim();
    return said ? countryOf(said, codebook) || undefined : null;
  };
}

/** Name, country and sectors of a party. */
export function PartyFields({ name, country, sectors, names = [], onChange }: {
  name: string; country: string; sectors: readonly string[]; names?: readonly string[];
  onChange: (change: { name?: string; country?: string; sectors?: string[] }) => void;
}) {
  const { codebook } = useKnown();
  const code = useCountryCode()(country);
  const known = code !== undefined;
  const named = () => (code && country.trim() === code ? countryName(code) ?? country : country);
  const [typed, setTyped] = useState(named);
  const own = useRef(country); // what was typed here; another value was taken from elsewhere
  useEffect(() => {
    if (country === own.current) return;
    own.current = country;
    setTyped(named());
  }, [country]);
  return (
    <>
      <label>Name<input type="text" autofocus list="party-names" value={name} onInput={(e) => onChange({ name: e.currentTarget.value })} /></label>
      <datalist id="party-names">{names.map((one) => <option key={one} value={one} />)}</datalist>
      <label>Country or kind of body<input type="text" list="countries" placeholder="A name or a code: Mali, MLI" title={code || undefined} value={typed} aria-invalid={!known} onInput={(e) => { own.current = e.currentTarget.value; setTyped(own.current); onChange({ country: own.current }); }} /></label>
      <datalist id="countries">{codebook.countries.map((one) => <option key={one.code} value={countryName(one.code) ?? one.name}>{one.code}</option>)}</datalist>
      {!known && <p class="wrong" role="alert">No country or body is called “<Words text={country.trim()} most={60} />”.</p>}
      <fieldset class="sectors"><legend>Sectors, the first is the primary one</legend>
        {codebook.sectors.map((sector) => (
          <button key={sector.name} type="button" class="sector" aria-pressed={sectors.includes(sector.name)} title={`${sector.name}: ${sector.meaning}`}
            onClick={() => onChange({ sectors: sectors.includes(sector.name) ? sectors.filter((one) => one !== sector.name) : [...sectors, sector.name] })}>
            {capital(sectorWords(sector.name))}{sectors.indexOf(sector.name) === 0 && sectors.length > 1 ? ", first" : ""}
          </button>
        ))}
      </fieldset>
    </>
  );
}

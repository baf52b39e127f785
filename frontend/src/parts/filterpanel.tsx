// What narrows a view: facets with their numbers, dates, text, and the chips of what is chosen.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ActorItem, Facets, Filters, Page, PlaceFound } from "../api/types";
import { useCountry, useKnown } from "../book";
import { address, useLoad } from "../client";
import { chips, daysAgo, nothing, setFilters, toggled } from "../filters";
import { partiesCode, partiesWords } from "../parties";
import { useWhere } from "../router";
import { FIELD_WORDS, QUAD_WORDS, STATUS_MEANINGS, STATUS_WORDS, countryName, number, percent, placeName, sectorWords, typeMeaning, typeWords } from "../words";
import { Bar, Icon, PlaceMark, QuadMark, Words } from "./bits";
import { DayInput } from "./day";
import { useRested } from "./rested";

const TITLES: Record<string, string> = { quad: "Class", type: "Type", status: "Status", country: "Country", region: "Region", source: "Publisher" };
const SHORT = 7;
const MANY = 15; // values of a field that are looked for by name

export function SearchBox({ filters, placeholder }: { filters: Filters; placeholder: string }) {
  const where = useWhere();
  const [typed, setTyped] = useState(filters.text ?? "");
  const timer = useRef<number>();
  const latest = useRef(where);
  latest.current = where;
  useEffect(() => setTyped(filters.text ?? ""), [filters.text]);
  const ask = (text: string) => setFilters(latest.current, { text: text.trim() || undefined }, "replace");
  return (
    <form role="search" class="search" onSubmit={(event) => { event.preventDefault(); clearTimeout(timer.current); ask(typed); }}>
      <Icon name="search" />
      <input
        type="search" data-search aria-label={placeholder} placeholder={placeholder} value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          clearTimeout(timer.current);
          // A single letter is no word yet: it is asked for by Enter alone.
          if (text.trim().length !== 1) timer.current = window.setTimeout(() => ask(text), 350);
        }}
      />
    </form>
  );
}

export function Chips({ filters }: { filters: Filters }) {
  const where = useWhere();
  const country = useCountry();
  const chosen = chips(filters, country);
  if (!chosen.length) return null;
  return (
    <ul class="chips" aria-label="Filters in force">
      {chosen.map((chip) => (
        <li key={chip.words}>
          <button type="button" class="chip" onClick={() => setFilters(where, chip.without)}>
            {chip.actor ? <ActorWords id={chip.actor} /> : <Words text={chip.words} most={60} />}<Icon name="close" /><span class="hidden"> take away</span>
          </button>
        </li>
      ))}
      <li><button type="button" class="link" onClick={() => setFilters(where, nothing(filters))}>Clear all</button></li>
    </ul>
  );
}

/** Who an actor of the store is, by name. */
function ActorWords({ id }: { id: string }) {
  const country = useCountry();
  const { data } = useLoad<Page<ActorItem>>(address("/api/actors", { q: id, limit: 1 }));
  const found = data?.items[0];
  return <Words text={found ? found.name?.trim() || country(found.country) || id : "…"} most={60} />;
}

export function FilterPanel({ filters, facets }: { filters: Filters; facets: Facets | null }) {
  const where = useWhere();
  const { codebook } = useKnown();
  const set = (change: Partial<Filters>) => setFilters(where, change);
  return (
    <form class="facets" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="dates">
        <legend>Dates</legend>
        <label><span>from</span><DayInput value={filters.since} onDay={(since) => set({ since })} /></label>
        <label><span>to</span><DayInput value={filters.until} onDay={(until) => set({ until })} /></label>
        <p class="quick">{QUICK.map((days) => (
          <button key={days} type="button" class="link" aria-label={days === 1 ? undefined : `Last ${days} days`} onClick={() => set({ since: daysAgo(days - 1), until: daysAgo(0) })}>{days === 1 ? "today" : `${days} days`}</button>
        ))}</p>
        <Lacking what="date" filters={filters} set={set} />
      </fieldset>
      {late(filters.since, filters.until) && <p class="wrong" role="alert">The first day is after the last: nothing can fit.</p>}
      {FIELDS.filter((field) => field !== "region" || filters.region || filters.country).map((field) => {
        const found = facets?.facets.find((one) => one.field === field);
        const country = filters.country?.filter((one) => !codebook.world.includes(one)); // a country takes the place of the part
        const chosen = (field === "country" ? country : filters[field]) ?? [];
        const toggle = (value: string) => set(field === "country" ? { ...toggled({ country }, field, value), region: undefined } : toggled(filters, field, value));
        return (
          <Facet key={field} field={field} values={facets ? found?.values ?? [] : null} chosen={chosen} onToggle={toggle}>
            {field === "country" && <WorldFilter parts={codebook.world} value={filters.country?.find((one) => codebook.world.includes(one))} onSet={(part) => set({ country: part ? [part] : undefined, region: undefined })} />}
          </Facet>
        );
      })}
      <fieldset class="dates">
        <legend>Published</legend>
        <label><span>from</span><DayInput label="published from" value={filters.published_since} onDay={(published_since) => set({ published_since })} /></label>
        <label><span>to</span><DayInput label="published to" value={filters.published_until} onDay={(published_until) => set({ published_until })} /></label>
      </fieldset>
      {late(filters.published_since, filters.published_until) && <p class="wrong" role="alert">The first day of publication is after the last: nothing can fit.</p>}
      <fieldset class="dates">
        <legend>New or changed</legend>
        <label title="What the store learned, or learned to be otherwise, from that day on"><span>since</span><DayInput label="New or changed since" value={filters.recorded_since?.slice(0, 10)} onDay={(recorded_since) => set({ recorded_since })} /></label>
        <p class="quick"><button type="button" class="link" onClick={() => set({ recorded_since: daysAgo(0) })}>today</button><button type="button" class="link" onClick={() => set({ recorded_since: daysAgo(1) })}>yesterday</button></p>
      </fieldset>
      <PlaceFilter onSet={(near) => set({ near })}><Lacking what="place" filters={filters} set={set} /></PlaceFilter>
      <fieldset>
        <legend>Actor or recipient</legend>
        <PartyNames />
        <PartyFilter label="in any role" value={filters.party} hint="Mali, rebels, or a name" onSet={(party) => set({ party })} />
        <PartyFilter label="actor > recipient" value={filters.dyad} hint="Mali: military > rebels" onSet={(dyad) => set({ dyad })} />
      </fieldset>
      <fieldset>
        <legend>Evidence</legend>
        <label class="slider">
          <span>Independent reports, at least <output>{filters.min_origins ?? 1}</output></span>
          <input type="range" min="1" max="6" value={filters.min_origins ?? 1} onChange={(e) => set({ min_origins: Number(e.currentTarget.value) > 1 ? Number(e.currentTarget.value) : undefined })} />
        </label>
        <label class="slider">
          <span>Confidence, at least <output>{percent(filters.confidence ?? 0)}</output></span>
          <input type="range" min="0" max="0.95" step="0.05" value={filters.confidence ?? 0} onChange={(e) => set({ confidence: Number(e.currentTarget.value) || undefined })} />
        </label>
        <label class="text-filter"><span>Reviewed by people</span>
          <select value={filters.reviewed ?? ""} onChange={(e) => set({ reviewed: (e.currentTarget.value || undefined) as Filters["reviewed"] })}>
            <option value="">yes or no</option><option value="yes">yes</option><option value="no">not yet</option>
          </select>
        </label>
        <label class="tick"><input type="checkbox" checked={!!filters.edited} onChange={(e) => set({ edited: e.currentTarget.checked || undefined })} />With values that people set</label>
        <label class="text-filter" title="As the store was at the end of that day, without what came later"><span>As known on</span><DayInput value={filters.as_of?.slice(0, 10)} onDay={(as_of) => set({ as_of })} /></label>
      </fieldset>
    </form>
  );
}

const FIELDS = ["quad", "type", "country", "region", "status", "source"] as const; // regions of the countries that are chosen

/** A part of the world, which stands for its countries. */
function WorldFilter({ parts, value, onSet }: { parts: readonly string[]; value?: string; onSet: (part: string) => void }) {
  return (
    <label class="text-filter"><span>Part of the world</span>
      <select value={value ?? ""} onChange={(event) => onSet(event.currentTarget.value)}>
        <option value="">any</option>
        {parts.map((part) => <option key={part}>{part}</option>)}
      </select>
    </label>
  );
}

const QUICK = [1, 7, 30] as const; // days

/** Only what has no date, or no place: what is to be looked up, or was left out of the chart or the map. */
function Lacking({ what, filters, set }: { what: "date" | "place"; filters: Filters; set: (change: Partial<Filters>) => void }) {
  return <label class="tick"><input type="checkbox" checked={filters.without?.includes(what) ?? false} onChange={() => set(toggled(filters, "without", what))} />Without a {what}</label>;
}

const AROUND = [10, 25, 50, 100, 250]; // kilometres

/** Whether a first day comes after the last. */
function late(since: string | undefined, until: string | undefined): boolean {
  return !!since && !!until && since > until;
}

/** A place by its name, as a circle around it. */
function PlaceFilter({ onSet, children }: { onSet: (near: string) => void; children: ComponentChildren }) {
  const [typed, setTyped] = useState("");
  const [around, setAround] = useState(50);
  const asked = useRested(typed);
  const { data } = useLoad<{ items: PlaceFound[] }>(asked.length > 1 ? address("/api/places", { q: asked }) : null);
  const spots = data?.items.filter((place) => place.precision === "settlement" || place.precision === "exact");
  return (
    <fieldset>
      <legend>Near a place</legend>
      <div class="around">
        <label>within<select value={around} onChange={(event) => setAround(Number(event.currentTarget.value))}>{AROUND.map((km) => <option key={km} value={km}>{km} km</option>)}</select>of</label>
        <input type="text" aria-label={`Within ${around} km of`} placeholder="Name of a town" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      {spots && (
        <ul class="place-choices" aria-label="Places found">
          {spots.slice(0, 5).map((place) => (
            <li key={`${place.geonames_id}${place.lat}`}>
              <button type="button" class="link-value" onClick={() => { onSet(`${place.lat.toFixed(3)},${place.lon.toFixed(3)},${around}`); setTyped(""); }}>
                <PlaceMark precision={place.precision} /> <Words text={placeName(place)} most={60} />
              </button>
            </li>
          ))}
          {!spots.length && <li class="note">No town of that name</li>}
        </ul>
      )}
      {children}
    </fieldset>
  );
}

interface PartyProps { label: string; value?: string; hint: string; onSet: (value: string | undefined) => void }

function PartyFilter({ label, ...props }: PartyProps) {
  return <label class="text-filter"><span>{label}</span><PartyInput {...props} /></label>;
}

/** Takes names of countries and sectors as well as codes; ">" stands between who acts and on whom. */
export function PartyInput({ value = "", hint, onSet }: Omit<PartyProps, "label">) {
  const { codebook } = useKnown();
  const shown = value.split(">").map(partiesWords).join(" > ");
  const [typed, setTyped] = useState(shown); // kept, so that news of the page do not take away what is being typed
  useEffect(() => setTyped(shown), [shown]);
  const set = (said: string) => {
    onSet(said.split(">").map((one) => partiesCode(one.trim(), codebook)).join(">") || undefined);
    setTyped(shown);
  };
  return <input type="text" list="party-names" placeholder={hint} title={value || undefined} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} onChange={(event) => set(event.currentTarget.value)} />;
}

/** The names that the fields for parties suggest. */
export function PartyNames() {
  const { codebook } = useKnown();
  return (
    <datalist id="party-names">
      {codebook.countries.map((one) => <option key={one.code} value={countryName(one.code) ?? one.name}>{one.code}</option>)}
      {codebook.sectors.map((one) => <option key={one.name} value={sectorWords(one.name)}>{`:${one.name}, ${one.meaning}`}</option>)}
    </datalist>
  );
}

/** What a value means; a long name in full. */
function meaning(field: string, value: string): string | undefined {
  if (field === "type") return typeMeaning(value);
  if (field === "status") return STATUS_MEANINGS[value as keyof typeof STATUS_MEANINGS];
  return field === "source" ? value : undefined;
}

function Facet({ field, values, chosen, onToggle, children }: {
  field: keyof typeof TITLES; values: readonly { value: string; count: number }[] | null; chosen: readonly string[]; onToggle: (value: string) => void; children?: ComponentChildren;
}) {
  const country = useCountry();
  const [all, setAll] = useState(false);
  const [sought, setSought] = useState("");
  const counted = values ?? []; // null: the numbers are not known, which is not none
  const missing = chosen.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({ value, count: values ? 0 : null }));
  const known = [...missing, ...counted].filter((one) => one.value);
  if (!known.length) return null;
  const most = Math.max(1, ...known.map((one) => one.count ?? 0));
  const words = (value: string) =>
    field === "quad" ? QUAD_WORDS[value as keyof typeof QUAD_WORDS] ?? value
    : field === "status" ? STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value
    : field === "type" ? typeWords(value) : field === "country" ? country(value) : value;
  const looked = sought.trim().toLowerCase();
  const shown = all ? known.filter((one) => !looked || words(one.value).toLowerCase().includes(looked) || chosen.includes(one.value)) : known.filter((one, n) => n < SHORT || chosen.includes(one.value));
  return (
    <fieldset class="facet">
      <legend>{TITLES[field] ?? FIELD_WORDS[field]}</legend>
      {all && known.length > MANY && <input type="text" class="facet-search" aria-label={`Look for a ${(TITLES[field] ?? "value").toLowerCase()}`} placeholder="Look for …" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />}
      {shown.map(({ value, count }) => (
        <label key={value} class="tick" title={meaning(field, value)}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          {field === "quad" && <QuadMark quad={value as never} />}
          <span class="tick-words"><Words text={words(value)} most={40} /></span>
          {field !== "quad" && <Bar share={(count ?? 0) / most} />}
          <span class="tick-count">{count === null ? "" : number(count)}</span>
        </label>
      ))}
      {known.length > SHORT && (
        <button type="button" class="link" aria-expanded={all} onClick={() => { setAll(!all); setSought(""); }}>{all ? "Fewer" : `${known.length - SHORT} more`}</button>
      )}
      {children}
    </fieldset>
  );
}

// Setting a value of an incident as a whole, whatever its reports say.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Codebook, Decision, IncidentPage, Shown } from "../api/types";
import { useKnown } from "../book";
import { Failure, send } from "../client";
import { Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { QUAD_WORDS, STATUS_WORDS, fieldWords, typeWords, valueWords } from "../words";
import { PartyFields, PlaceFinder, useCountryCode, type Spot, type Who } from "./fields";

type Values = Record<string, unknown>;

const PLAIN = ["type", "status", "when", "where", "actors", "recipients"];
const CODED = new Set(["type", "status", "quad", "modes", "contexts"]);
const NUMBER = /^\d[\d,.]*\s*(\+|[-–]\s*\d[\d,.]*)?$/;

/** A window to choose a field, its value and the reason; `onSet` gets what was decided. */
export function SetForm({ page, field: first, onSet, onClose }: {
  page: IncidentPage; field: string; onSet: (decision: Decision) => void; onClose: () => void;
}) {
  const { codebook, session } = useKnown();
  const [field, setField] = useState(first);
  const shown = page.shown.find((one) => one.field === field);
  const [drafts, setDrafts] = useState<Record<string, unknown>>({});
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const country = useCountryCode();
  const draft = field in drafts ? drafts[field] : started(field, shown);
  const change = (value: unknown) => { setWrong(""); setDrafts({ ...drafts, [field]: value }); };
  const save = async (form: Event) => {
    form.preventDefault();
    if (busy) return;
    try {
      setBusy(true);
      const value = finished(field, draft, country);
      onSet(await send<Decision>("POST", `/api/incidents/${encodeURIComponent(page.incident.id)}/edits`, { field, value, reason: reason.trim() }));
      onClose();
    } catch (error) {
      if (!(error instanceof Failure || error instanceof Unfit)) throw error;
      setWrong(error.message);
      setBusy(false);
    }
  };
  return (
    <Dialog title="Set a value of this incident" onClose={onClose} wide={field === "where" && draft !== null}>
      <form onSubmit={(form) => void save(form)} class="set-form">
        <p class="note">It is shown whatever the reports say, now or later; what they say stands beside it.</p>
        <label>Field
          <select autofocus value={field} onChange={(e) => { setField(e.currentTarget.value); setWrong(""); }}>
            {fields(codebook).map((name) => <option key={name} value={name}>{fieldWords(name)}</option>)}
          </select>
        </label>
        <Value key={field} field={field} draft={draft} shown={shown} page={page} onChange={change} />
        {!CODED.has(field) && (
          <label class="check"><input type="checkbox" checked={draft === null} onChange={(e) => change(e.currentTarget.checked ? null : empty(field))} />Nothing is known of it</label>
        )}
        <label>Reason<input type="text" required maxLength={2000} value={reason} placeholder="For whoever looks at it later" onInput={(e) => setReason(e.currentTarget.value)} /></label>
        {wrong && <p class="wrong" role="alert"><Words text={wrong} most={400} /></p>}
        <div class="dialog-acts">
          <span class="note grow">Set by {session.user?.name}</span>
          <button type="button" class="button" onClick={onClose}>Cancel</button>
          <button type="submit" class="button primary" disabled={busy}>Set</button>
        </div>
      </form>
    </Dialog>
  );
}

/** What cannot be sent. */
class Unfit extends Error {}

function fields(codebook: Codebook): string[] {
  return [...PLAIN, ...codebook.counts.map((what) => `counts.${what}`), "modes", "contexts", "quad"];
}

function Value({ field, draft, shown, page, onChange }: {
  field: string; draft: unknown; shown: Shown | undefined; page: IncidentPage; onChange: (value: unknown) => void;
}) {
  const { codebook } = useKnown();
  if (CODED.has(field)) {
    const choices = codes(field, codebook, String(page.shown.find((one) => one.field === "type")?.value ?? ""));
    if (!choices.length) return <p class="note">The type that is shown has none.</p>;
    return (
      <label>Value
        <select required value={String(draft ?? "")} onChange={(e) => onChange(e.currentTarget.value)}>
          <option value="" disabled>Choose</option>
          {choices.map(([code, words]) => <option key={code} value={code}>{words}</option>)}
        </select>
      </label>
    );
  }
  if (draft === null) return null;
  return (
    <>
      <Told field={field} shown={shown} onTake={(value) => onChange(opened(field, value))} />
      <Own field={field} draft={draft as Values} shown={shown} onChange={onChange} />
    </>
  );
}

/** What reports say, to take one of it. */
function Told({ field, shown, onTake }: { field: string; shown: Shown | undefined; onTake: (value: unknown) => void }) {
  const told = new Map<string, [string, unknown]>(); // alike ones once
  for (const { value } of shown?.versions ?? []) {
    const words = valueWords(field, value);
    if (!told.has(words.toLowerCase())) told.set(words.toLowerCase(), [words, value]);
  }
  if (!told.size) return null;
  return (
    <fieldset class="told-values"><legend>As reports say</legend>
      {[...told.values()].map(([words, value]) => <button key={words} type="button" class="button small" onClick={() => onTake(value)}><Words text={words} most={60} /></button>)}
    </fieldset>
  );
}

function Own({ field, draft, shown, onChange }: {
  field: string; draft: Values; shown: Shown | undefined; onChange: (value: unknown) => void;
}): ComponentChildren {
  const set = (change: Values) => onChange({ ...draft, ...change });
  if (field === "when") {
    return (
      <div class="two">
        <label>First day<input type="date" value={String(draft.start)} onInput={(e) => { const start = e.currentTarget.value; set(draft.end === draft.start || !draft.end ? { start, end: start } : { start }); }} /></label>
        <label>Last day<input type="date" value={String(draft.end)} onInput={(e) => set({ end: e.currentTarget.value })} /></label>
      </div>
    );
  }
  if (field === "where") {
    const place = draft.place as Spot | null;
    return (
      <>
        <p>Place: <strong>{place ? <Words text={valueWords("where", place)} /> : "none chosen yet"}</strong></p>
        <PlaceFinder start="" focus={false} chosen={place} onTake={(found) => set({ place: found })} />
      </>
    );
  }
  if (field === "actors" || field === "recipients") {
    const names = (shown?.versions ?? []).map((one) => String((one.value as Values).name ?? "")).filter(Boolean);
    const who = draft as unknown as { name: string; country: string; sectors: string[]; id: string | null };
    // Another name is another party: the key of the actor list goes with the name that was taken.
    return <PartyFields name={who.name} country={who.country} sectors={who.sectors} names={[...new Set(names)]} onChange={(one) => set("name" in one ? { ...one, id: null } : one)} />;
  }
  return <label>Number<input type="text" inputMode="numeric" required placeholder="12, 10-14 or 7+" value={String(draft.number)} onInput={(e) => set({ number: e.currentTarget.value })} /></label>;
}

function codes(field: string, codebook: Codebook, type: string): [string, string][] {
  if (field === "type") return codebook.types.map((one) => [one.name, typeWords(one.name)]);
  if (field === "status") return codebook.statuses.map((one) => [one, STATUS_WORDS[one]]);
  if (field === "quad") return codebook.quads.map((one) => [one.name, QUAD_WORDS[one.name]]);
  const named = field === "modes" ? codebook.types.find((one) => one.name === type)?.modes ?? [] : codebook.contexts;
  return named.map((one) => [one.name, one.name.replaceAll("_", " ")]);
}

/** What the form begins with: the value that is shown. */
function started(field: string, shown: Shown | undefined): unknown {
  if (CODED.has(field)) return shown?.value ?? "";
  if (!shown) return empty(field);
  return shown.value === null ? null : opened(field, shown.value);
}

function empty(field: string): Values {
  if (field === "when") return { start: "", end: "" };
  if (field === "where") return { place: null };
  if (field === "actors" || field === "recipients") return { name: "", country: "", sectors: [], id: null };
  return { number: "" };
}

/** A value as the parts of the form have it. */
function opened(field: string, value: unknown): Values {
  const told = (typeof value === "object" && value !== null ? value : {}) as Values;
  if (field === "when") return { start: told.start ?? "", end: told.end ?? "" };
  if (field === "where") return { place: told };
  if (field === "actors" || field === "recipients") {
    return { name: told.name ?? "", country: told.country ?? "", sectors: told.sectors ?? [], id: told.id ?? null };
  }
  if (typeof value === "number") return { number: String(value) };
  const { min, max } = told;
  return { number: max === null || max === undefined ? `${min ?? 0}+` : `${min ?? 0}-${max}` };
}

/** The parts of the form as the server takes them; throws where one is wrong. */
function finished(field: string, draft: unknown, country: (typed: string) => string | null | undefined): unknown {
  if (CODED.has(field) || draft === null) return draft;
  const given = draft as Values;
  if (field === "when") {
    if (!given.start && !given.end) throw new Unfit("Give a day, or say that nothing is known of it.");
    return given.start === given.end ? given.start : `${given.start}/${given.end}`;
  }
  if (field === "where") {
    if (!given.place) throw new Unfit("Choose a place, or say that nothing is known of it.");
    if (!(given.place as Spot).name) throw new Unfit("A point needs a name: type one in the search.");
    return given.place;
  }
  if (field === "actors" || field === "recipients") {
    const { name, sectors, id } = given as unknown as Who;
    const code = country(String(given.country));
    if (!name?.trim()) throw new Unfit("Give a name, or say that nothing is known of it.");
    if (code === undefined) throw new Unfit("No country or body has this code.");
    return { name: name.trim(), country: code, sectors, id };
  }
  const typed = String(given.number).trim();
  if (!NUMBER.test(typed)) throw new Unfit("A number (12), a range (10-14) or a least number (7+).");
  return typed;
}

// Adding an event that the program missed: words are selected in the text and told what they are; the server reads them.

import { useEffect, useMemo, useState } from "preact/hooks";
import type { ArticlePage, Decision, Mark, Quad, Status } from "../api/types";
import { useKnown } from "../book";
import { Failure, send } from "../client";
import { useKeys } from "../keys";
import { pointsBefore } from "../offsets";
import { Icon, Words } from "../parts/bits";
import { ROLE_WORDS, selected, type MarkRole } from "../parts/text";
import { complain } from "../parts/toast";
import { guard } from "../router";
import { STATUS_WORDS, capital, fieldWords, typeWords } from "../words";
import { Picker } from "./picker";
import { RoleBar } from "./rolebar";
import { select, stepped, wordsOf, type Range2 } from "./words";

const ROLES = [
  { key: "1", role: "actor", many: true }, { key: "2", role: "recipient", many: true }, { key: "3", role: "source", many: true },
  { key: "4", role: "place", many: true }, { key: "5", role: "time", many: false }, { key: "6", role: "count", many: true },
  { key: "7", role: "trigger", many: false }, { key: "8", role: "hedge", many: false },
] as const satisfies readonly { key: string; role: MarkRole; many: boolean }[];

type Role = (typeof ROLES)[number]["role"];

/** Words with what they are; of a number also what is counted, and how many where the words do not say it. */
export interface Chosen extends Range2 { role: Role; what: string; value: string }

/** The event that is being made, as the marks of the text have it. */
export const NEW = "new";

/** The words chosen so far, as marks in the text. */
export function marksOf(chosen: readonly Chosen[]): Mark[] {
  return chosen.map(({ start, end, role }, index) => ({ start, end, role, field: role, index, event: NEW, statement: null }));
}

interface Props {
  page: ArticlePage;
  text: { current: HTMLElement | null }; // where the words are selected
  chosen: readonly Chosen[];
  quad: (quad: Quad | null) => void; // of the type that is chosen, for the marks
  onChosen: (chosen: Chosen[]) => void;
  onAdded: (decision: Decision) => void;
  onClose: () => void;
}

/** Moves the selection by a word, for those who work without a mouse. */
export function stepWords(root: HTMLElement, text: string, by: 1 | -1, extend: boolean): void {
  const next = stepped(wordsOf(text), selected(root), by, extend, 0);
  if (!next) return;
  select(root, next);
  getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
}

export function AddEvent({ page, text, chosen, quad, onChosen, onAdded, onClose }: Props) {
  const { codebook, session } = useKnown();
  const [type, setType] = useState("");
  const [modes, setModes] = useState<string[]>([]);
  const [contexts, setContexts] = useState<string[]>([]);
  const [picking, setPicking] = useState<"modes" | "contexts" | null>(null);
  const [status, setStatus] = useState<Status>("happened");
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const [range, setRange] = useState<Range2 | null>(null);
  const words = (one: Range2) => page.text.slice(one.start, one.end);
  const entry = codebook.types.find((one) => one.name === type);
  useEffect(() => quad(entry?.quad ?? null), [entry]);
  useEffect(() => {
    const look = () => setRange(text.current ? selected(text.current) : null);
    look();
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [page]);
  const close = () => { if (!chosen.length || confirm("Leave without adding the event?")) onClose(); };
  useEffect(() => {
    if (!chosen.length) return;
    guard(() => confirm("Leave without adding the event?"));
    return () => guard(null);
  }, [chosen.length > 0]);

  const take = ({ role, many }: (typeof ROLES)[number]) => {
    const range = text.current && selected(text.current); // as it is now: the state may be a key behind
    if (!range) return complain(new Error("Select the words in the report first: drag over them, or press the arrow keys in the text."));
    const { start, end } = trimmed(page.text, range);
    const others = chosen.filter((one) => (many ? one.role !== role || one.start !== start || one.end !== end : one.role !== role));
    const counted = new Set(others.map((one) => one.what));
    const what = role === "count" ? codebook.counts.find((one) => !counted.has(one)) ?? "other" : "";
    onChosen([...others, { role, start, end, what, value: "" }]);
    setWrong("");
    getSelection()?.removeAllRanges();
  };
  useKeys("Selected words become", ROLES.map((one) => ({ keys: one.key, does: capital(ROLE_WORDS[one.role]), act: () => take(one) })));
  useKeys("New event", [{ keys: "Escape", does: "Close the form", act: close }]);

  const span = (one: Range2): [number, number] => [pointsBefore(page.text, one.start), pointsBefore(page.text, one.end)];
  const of = (role: Role) => chosen.filter((one) => one.role === role).map(span);
  const save = async (form: globalThis.Event) => {
    form.preventDefault();
    const [trigger] = of("trigger");
    if (busy) return;
    if (!trigger) return setWrong("Which words name the act? Select them, then press 7.");
    setBusy(true);
    setWrong("");
    try {
      const counts = chosen.flatMap((one) => (one.role === "count" ? [{ what: one.what, span: span(one), value: one.value.trim() || null }] : []));
      const made = await send<Decision>("POST", `/api/articles/${encodeURIComponent(page.article.id)}/events`, {
        trigger, type, modes, contexts, status, actors: of("actor"), recipients: of("recipient"), places: of("place"),
        time: of("time")[0] ?? null, counts, hedge: of("hedge")[0] ?? null, sources: of("source"), reason: reason.trim(),
      });
      guard(null);
      onAdded(made);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setWrong(error.message);
      setBusy(false);
    }
  };
  return (
    <form class="set-form addition" aria-label="Add an event" onSubmit={(form) => void save(form)}>
      <h2>Add an event</h2>
      <p class="note">Select words in the report, by mouse or with the arrow keys, then say what they are. Countries, places, days and numbers are read from them.</p>
      <RoleBar words={range && words(range)} roles={ROLES} say={(one) => capital(ROLE_WORDS[one.role])} onTake={take} />
      {chosen.length > 0 && <WordsOf text={page.text} chosen={chosen} onChosen={onChosen} />}
      <label>Type
        <select required value={type} onChange={(e) => { setType(e.currentTarget.value); setModes([]); }}>
          <option value="" disabled>Choose</option>
          {codebook.types.map((one) => <option key={one.name} value={one.name}>{typeWords(one.name)}</option>)}
        </select>
      </label>
      {entry && <p class="note">{entry.meaning}</p>}
      <div class="two">
        <Several label="Modes" chosen={modes} none="none" disabled={!entry?.modes.length} onOpen={() => setPicking("modes")} />
        <Several label="Contexts" chosen={contexts} none="as they are found" onOpen={() => setPicking("contexts")} />
      </div>
      {picking && (
        <Picker
          title={picking === "modes" ? "Modes" : "Contexts"} many chosen={picking === "modes" ? modes : contexts}
          onPick={picking === "modes" ? setModes : setContexts} onClose={() => setPicking(null)}
          choices={(picking === "modes" ? entry?.modes ?? [] : codebook.contexts).map((one) => ({ value: one.name, words: one.name.replaceAll("_", " "), note: one.meaning }))}
        />
      )}
      <div class="two">
        <label>Status
          <select value={status} onChange={(e) => setStatus(e.currentTarget.value as Status)}>
            {codebook.statuses.map((one) => <option key={one} value={one}>{STATUS_WORDS[one]}</option>)}
          </select>
        </label>
      </div>
      <label>Reason<input type="text" maxLength={2000} value={reason} placeholder="For whoever looks at it later" onInput={(e) => setReason(e.currentTarget.value)} /></label>
      {wrong && <p class="wrong" role="alert"><Words text={wrong} most={400} /></p>}
      {busy && <p class="note" role="status">Reading the words; the first time this takes a few seconds.</p>}
      <div class="dialog-acts">
        <span class="note grow">Added by {session.user?.name}</span>
        <button type="button" class="button" onClick={close}>Cancel</button>
        <button type="submit" class="button primary" disabled={busy}>Add</button>
      </div>
    </form>
  );
}

/** The words chosen so far, the act first; of a number what is counted, and how many. */
function WordsOf({ text, chosen, onChosen }: { text: string; chosen: readonly Chosen[]; onChosen: (chosen: Chosen[]) => void }) {
  const { codebook } = useKnown();
  const words = (one: Range2) => text.slice(one.start, one.end);
  const change = (n: number, more: Partial<Chosen>) => onChosen(chosen.map((one, i) => (i === n ? { ...one, ...more } : one)));
  const ordered = useMemo(() => chosen.map((one, n) => ({ one, n })).sort((a, b) => rank(a.one) - rank(b.one)), [chosen]);
  return (
    <ul class="words-of" aria-label="Words of the event">
      {ordered.map(({ one, n }) => (
        <li key={`${one.role} ${one.start}`}>
          <span class={`m m-${one.role}`}>{ROLE_WORDS[one.role]}</span>
          <span>“<Words text={words(one)} most={90} />”</span>
          {one.role === "count" && (
            <span class="words-count">
              <select aria-label="What is counted" value={one.what} onChange={(e) => change(n, { what: e.currentTarget.value })}>
                {codebook.counts.map((what) => <option key={what} value={what}>{fieldWords(`counts.${what}`).toLowerCase()}</option>)}
              </select>
              <input type="text" inputMode="numeric" aria-label="Number, where the words say none" placeholder="as told" value={one.value} onInput={(e) => change(n, { value: e.currentTarget.value })} />
            </span>
          )}
          <button type="button" class="plain" aria-label={`Take “${words(one).slice(0, 60)}” out`} onClick={() => onChosen(chosen.filter((_, i) => i !== n))}><Icon name="close" /></button>
        </li>
      ))}
    </ul>
  );
}

/** Codes of which several can be chosen, as a button that opens the list of them. */
function Several({ label, chosen, none, disabled, onOpen }: { label: string; chosen: readonly string[]; none: string; disabled?: boolean; onOpen: () => void }) {
  return (
    <label>{label}
      <button type="button" class="button several" aria-haspopup="dialog" disabled={disabled} onClick={onOpen}>{chosen.map((one) => one.replaceAll("_", " ")).join(", ") || none}</button>
    </label>
  );
}

/** The act first, then as the keys go. */
function rank(one: Chosen): number {
  return one.role === "trigger" ? -1 : ROLES.findIndex(({ role }) => role === one.role);
}

/** Words without the spaces and marks at their ends, which a quick hand takes in. */
function trimmed(text: string, range: Range2): Range2 {
  const words = text.slice(range.start, range.end);
  const bare = words.trim().replace(/^[“”"'‘’(,;:.]+|[“”"'‘’),;:]+$/g, "");
  const start = range.start + Math.max(0, words.indexOf(bare));
  return bare ? { start, end: start + bare.length } : range;
}

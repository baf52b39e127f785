// One event under review: its words on the left, its record on the right, what can be done at the foot.

import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Decision, Event, Mark, Page, Party, Piece, ReviewItem, Status, Voice } from "../api/types";
import { useKnown } from "../book";
import { address, get, send } from "../client";
import { isNowhere } from "../focus";
import { useKeys } from "../keys";
import { pointsBefore, unitAt } from "../offsets";
import { Icon, QuadMark, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { Record } from "../parts/record";
import { MarkedText, selected } from "../parts/text";
import { complain } from "../parts/toast";
import { Why } from "../pages/reader";
import { guard } from "../router";
import { STATUS_MEANINGS, STATUS_WORDS, articleName, contextsMeaning, day, partyName, typeMeaning, typeWords, valueWords, fieldWords } from "../words";
import { drafted, inside, party, type Draft, type DraftField } from "./draft";
import { CountsForm, PartyForm, PlaceForm, WhenForm } from "./forms";
import { JoinForm, ofEvent } from "./join";
import { Picker } from "./picker";
import { RoleBar } from "./rolebar";
import { select, stepped, wordsOf } from "./words";

type Window =
  | { is: "type" | "modes" | "contexts" | "status" | "when" | "counts" | "where" | "join" | "split" }
  | { is: "party"; field: "actors" | "recipients" | "according_to"; index: number };

interface Props {
  item: ReviewItem;
  at: number;
  count: number;
  single: boolean; // opened by itself, not from the queue
  busy: boolean;
  focus: boolean; // the text takes the focus: the item before it had it
  conflict: Event | null;
  onSettle: () => void;
  onDecide: (verdict: "accept" | "fix" | "reject", draft: Draft, reason: string) => void;
  onStep: (by: number) => void;
  onUndo: () => void;
  onOther: (ask: () => Promise<Decision>, undone?: boolean) => void; // undone: it takes something back
}

const ROLES = [
  { key: "1", words: "Actor", field: "actors" }, { key: "2", words: "Recipient", field: "recipients" },
  { key: "3", words: "Voice", field: "according_to" }, { key: "4", words: "Place", field: "where" },
  { key: "5", words: "Date", field: "when" }, { key: "6", words: "Number", field: "counts" },
  { key: "7", words: "Act", field: "trigger" }, { key: "8", words: "Hedge", field: "hedge" },
] as const;

type Role = (typeof ROLES)[number]["field"];

const VERDICT_WORDS = { accept: "accepted", fix: "corrected", reject: "rejected" } as const;

export function Desk({ item, at, count, single, busy, focus, conflict, onSettle, onDecide, onStep, onUndo, onOther }: Props) {
  const { codebook } = useKnown();
  const { passage } = item;
  const [history, setHistory] = useState<Draft[]>([]);
  const draft = history[history.length - 1] ?? {};
  const event = drafted(item.event, draft, codebook);
  const changed = Object.keys(draft).length > 0;
  const [window, setWindow] = useState<Window | null>(null);
  const [why, setWhy] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const words = useMemo(() => wordsOf(passage.text), [passage.text]);
  useEffect(() => {
    if (focus && isNowhere(document.activeElement)) text.current?.focus({ preventScroll: true });
  }, []);
  const change = (more: Draft) => setHistory((old) => [...old, { ...(old[old.length - 1] ?? {}), ...more }]);
  const piece = useSelectedPiece(text, passage);
  const leave = useLeave(changed);
  const onward = (by: number) => { if (leave()) onStep(by); };
  const [reason, setReason] = useState("");
  const reasonField = useRef<HTMLInputElement>(null);
  const accept = () => onDecide(changed ? "fix" : "accept", draft, reason.trim());
  const reject = () => onDecide("reject", {}, reason.trim());
  const undo = () => (history.length ? setHistory(history.slice(0, -1)) : onUndo());
  const role = (field: Role) => {
    if (field === "when" || field === "counts" || field === "where") return setWindow({ is: field });
    if (!piece) return complain(new Error("Select the words in the text first: drag over them, or press the arrow keys in the text."));
    if (!inside(piece, item.event.evidence)) return complain(new Error("Select words of the sentence that is marked: the event is proved by it alone."));
    if (field === "trigger" || field === "hedge") return change({ [field]: piece });
    void suggested(piece).then((found) => {
      const list: Party[] = field === "according_to" ? event.according_to : event[field];
      const added = field === "according_to" ? [...list, { ...found, cue: null }] : [...list, found];
      change({ [field]: added } as Draft);
      getSelection()?.removeAllRanges();
      if (!found.country && !found.sectors.length) setWindow({ is: "party", field, index: added.length - 1 });
    });
  };
  const step = (by: 1 | -1, extend: boolean) => {
    if (!text.current) return;
    const old = selected(text.current);
    const from = unitAt(passage.text, item.event.evidence.span[0] - passage.start);
    const next = stepped(words, old, by, extend, from);
    if (next) select(text.current, next);
  };
  const open = (is: Exclude<Window["is"], "party">) => () => setWindow({ is });
  useKeys("Decide", [
    { keys: "a", does: changed ? "Save the changes" : "Accept", act: accept },
    { keys: "x", does: "Reject: this is no event", act: reject },
    { keys: "r", does: "Say why, for whoever looks at it later", act: () => reasonField.current?.focus() },
    { keys: "u", does: "Undo the last change or decision", act: undo },
    { keys: "j", does: "Leave it, next one", act: () => onward(1) },
    { keys: "k", does: "One before", act: () => onward(-1) },
    { keys: "w", does: "Why this code", act: () => setWhy(!why) },
  ]);
  useKeys("Fix", [
    { keys: "t", does: "Type", act: open("type") }, { keys: "m", does: "Mode", act: open("modes") },
    { keys: "c", does: "Context", act: open("contexts") }, { keys: "s", does: "Status", act: open("status") },
    { keys: "d", does: "Date", act: open("when") }, { keys: "p", does: "Place: search or map", act: open("where") },
    { keys: "n", does: "Numbers", act: open("counts") },
    { keys: "Shift+S", does: "Split: not this incident", act: open("split") },
    { keys: "Shift+M", does: "Compare its incident with another, join them or keep them apart", act: open("join") },
  ]);
  useKeys("Selected words become", ROLES.map(({ key, words: does, field }) => ({ keys: key, does, act: () => role(field) })));

  const marks = useMemo(() => redrawn(passage.marks, passage.text, passage.start, event, draft), [passage, draft]);
  return (
    <div class="desk">
      <section class="desk-text" aria-label="Words">
        <p class="desk-where">
          <a href={`/articles/${encodeURIComponent(passage.article.id)}?event=${encodeURIComponent(event.id)}`}><Words text={articleName(passage.article)} most={140} /></a>
          <span class="note"><Words text={passage.article.publisher ?? "unknown publisher"} most={60} /> · {passage.article.published ? day(passage.article.published) : "no date"}</span>
        </p>
        <div
          ref={text} class="desk-words" tabIndex={0} role="group" aria-label="Text: arrow keys go from word to word, with Shift they take in more; then press 1 to 8"
          onKeyDown={(e) => {
            if (e.key !== "ArrowRight" && e.key !== "ArrowLeft") return;
            e.preventDefault();
            step(e.key === "ArrowRight" ? 1 : -1, e.shiftKey);
          }}
        >
          <MarkedText text={passage.text} marks={marks} focus={event.id} plain cut={passage.cut} quads={new Map([[event.id, event.quad]])} />
        </div>
        <RoleBar words={piece?.text ?? null} roles={ROLES} say={(one) => one.words} onTake={(one) => role(one.field)} />
        {item.why.length > 0 && <p class="desk-why">First because: {item.why.join("; ")}</p>}
        {why && <Why id={item.event.id} />}
        <Incident event={event} onSplit={open("split")} onJoin={open("join")} />
      </section>
      <section class="desk-record" aria-label="Record">
        <Kind event={event} open={open} />
        <Record event={event} onWords={(field, index) => {
          if (field === "where") setWindow({ is: "where" });
          else if (field === "when") setWindow({ is: "when" });
          else if (field === "counts") setWindow({ is: "counts" });
          else if (field === "trigger") setWindow({ is: "type" });
          else if (field === "actors" || field === "recipients" || field === "according_to") setWindow({ is: "party", field, index });
        }} />
        <div class="desk-add" role="group" aria-label="Set">
          <span class="note">Set:</span>
          <button type="button" class="button small" onClick={open("where")}>Place<kbd>p</kbd></button>
          <button type="button" class="button small" onClick={open("when")}>Date<kbd>d</kbd></button>
          <button type="button" class="button small" onClick={open("counts")}>Numbers<kbd>n</kbd></button>
        </div>
        <label class="desk-reason"><span>Reason, if there is one to tell<kbd>r</kbd></span>
          <input ref={reasonField} type="text" maxLength={2000} value={reason} placeholder="For whoever looks at it later" onInput={(e) => setReason(e.currentTarget.value)} onKeyDown={(e) => {
            if (e.key !== "Enter" && e.key !== "Escape") return;
            e.preventDefault();
            text.current?.focus({ preventScroll: true }); // so that the keys decide again
          }} />
        </label>
        {event.reviews.length > 0 && <Reviews event={event} onOther={onOther} />}
      </section>
      <footer class="desk-foot">
        <button type="button" class="button primary" disabled={busy} onClick={accept}><Icon name="check" />{changed ? (single ? "Save" : "Save and next") : "Accept"}<kbd>a</kbd></button>
        <button type="button" class="button danger" disabled={busy} onClick={reject}><Icon name="close" />Reject<kbd>x</kbd></button>
        <button type="button" class="button" onClick={undo}><Icon name="undo" />Undo<kbd>u</kbd></button>
        <span class="grow" />
        {!single && <Steps at={at} count={count} onward={onward} />}
      </footer>
      {window && <Windows window={window} event={event} piece={piece} onChange={change} onClose={() => setWindow(null)} onOther={onOther} />}
      {conflict && <Conflict mine={event} theirs={conflict} onTheirs={() => { setHistory([]); onSettle(); }} onBoth={onSettle} fields={Object.keys(draft) as DraftField[]} />}
    </div>
  );
}

/** What is selected in the text of a passage; kept while a window is open, which works on it. */
function useSelectedPiece(text: RefObject<HTMLDivElement>, passage: ReviewItem["passage"]): Piece | null {
  const [piece, setPiece] = useState<Piece | null>(null);
  useEffect(() => {
    const look = () => {
      if (document.querySelector("dialog[open]")) return;
      const range = text.current ? selected(text.current) : null;
      setPiece(range ? pieceAt(passage.text, passage.start, range.start, range.end) : null);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [passage]);
  return piece;
}

/** Asks before changes are left that are not saved; also where the page is left or closed. */
function useLeave(changed: boolean): () => boolean {
  const leave = () => !changed || confirm("Leave without saving your changes to this event?");
  useEffect(() => {
    if (!changed) return;
    const closing = (closed: BeforeUnloadEvent) => closed.preventDefault();
    guard(leave);
    addEventListener("beforeunload", closing);
    return () => {
      guard(null);
      removeEventListener("beforeunload", closing);
    };
  }, [changed]);
  return leave;
}

/** Type, mode, status and contexts, each a button that sets it. */
function Kind({ event, open }: { event: Event; open: (is: Exclude<Window["is"], "party">) => () => void }) {
  const { codebook } = useKnown();
  const type = codebook.types.find((one) => one.name === event.type);
  return (
    <>
      <header class="desk-type">
        <button type="button" class="big-type" onClick={open("type")} title={type?.meaning}>
          <QuadMark quad={event.quad} />{typeWords(event.type)}<kbd>t</kbd>
        </button>
        <button type="button" class="button small" title={typeMeaning(event.type, event.modes)} onClick={open("modes")} disabled={!type?.modes.length}>{event.modes.join(", ") || "no mode"}<kbd>m</kbd></button>
        <button type="button" class="button small" title={STATUS_MEANINGS[event.status]} onClick={open("status")}>{STATUS_WORDS[event.status]}<kbd>s</kbd></button>
        <button type="button" class="button small" title={contextsMeaning(event.contexts)} onClick={open("contexts")}>{event.contexts.join(", ").replaceAll("_", " ") || "no context"}<kbd>c</kbd></button>
      </header>
      {type && <p class="note meaning">{type.meaning}</p>}
    </>
  );
}

function Reviews({ event, onOther }: { event: Event; onOther: Props["onOther"] }) {
  const back = (id: string) => onOther(() => send<Decision>("POST", "/api/undo", { id, reason: "" }), true);
  return (
    <ul class="desk-reviews">
      {event.reviews.map((one) => (
        <li key={one.id}>{one.by}: {VERDICT_WORDS[one.verdict]}{one.fields.length > 0 && ` (${one.fields.map((field) => fieldWords(field).toLowerCase()).join(", ")})`}, {day(one.at)} <button type="button" class="link" onClick={() => back(one.id)}>Take back</button></li>
      ))}
    </ul>
  );
}

function Steps({ at, count, onward }: { at: number; count: number; onward: (by: number) => void }) {
  return (
    <>
      <span class="note">{at + 1} of the next {count}</span>
      <button type="button" class="button" disabled={at === 0} onClick={() => onward(-1)}><Icon name="left" /><span class="hidden">One before</span><kbd>k</kbd></button>
      <button type="button" class="button" title="Leave it, next one" disabled={at + 1 >= count} onClick={() => onward(1)}>Skip<Icon name="right" /><kbd>j</kbd></button>
    </>
  );
}

function pieceAt(text: string, base: number, start: number, end: number): Piece {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const words = text.slice(start, end).trim();
  const from = base + pointsBefore(text, start + lead);
  return { text: words, span: [from, from + pointsBefore(words, words.length)] };
}

const namely = (words: string) => words.toLowerCase().replace(/^(the|an?)\s+/, "").split(/\s+/);

/** The party of these words as the store knows it, else the bare words. A search finds much: its name has to hold all of them. */
async function suggested(piece: Piece): Promise<Party> {
  try {
    const found = await get<Page<Party & { key: string | null }>>(address("/api/actors", { q: piece.text, limit: 5 }));
    const words = namely(piece.text);
    return party(piece, found.items.find((one) => one.name && words.every((word) => namely(one.name ?? "").includes(word))));
  } catch {
    return party(piece); // an unknown party can be filled in by hand
  }
}

/** The marks with those of changed fields drawn anew. */
function redrawn(marks: readonly Mark[], text: string, base: number, event: Event, draft: Draft): Mark[] {
  const out = marks.filter((mark) => mark.event === event.id && !(mark.field.split(".")[0] as string in draft));
  const add = (role: Mark["role"], field: DraftField, pieces: readonly Piece[]) => {
    if (!(field in draft)) return;
    pieces.forEach((one, index) => {
      const [start, end] = [unitAt(text, one.span[0] - base), unitAt(text, one.span[1] - base)];
      if (one.span[0] >= base && end > start) out.push({ start, end, role, field, index, event: event.id, statement: null });
    });
  };
  add("actor", "actors", event.actors);
  add("recipient", "recipients", event.recipients);
  add("source", "according_to", event.according_to);
  add("trigger", "trigger", [event.trigger]);
  add("hedge", "hedge", event.hedge ? [event.hedge] : []);
  const own = (pieces: readonly Piece[]) => pieces.filter((one) => one.text !== event.evidence.text);
  add("place", "where", own(event.where));
  add("time", "when", own(event.when ? [event.when] : []));
  add("count", "counts", own(event.counts));
  return out;
}

function Windows({ window, event, piece, onChange, onClose, onOther }: {
  window: Window; event: Event; piece: Piece | null; onChange: (more: Draft) => void; onClose: () => void; onOther: Props["onOther"];
}) {
  const { codebook } = useKnown();
  const words = piece && inside(piece, event.evidence) ? piece : null;
  switch (window.is) {
    case "type":
      return <Picker title="Type" chosen={[event.type]} onClose={onClose} onPick={([type]) => onChange({ type })}
        choices={codebook.types.map((one) => ({ value: one.name, words: typeWords(one.name), note: one.meaning, mark: <QuadMark quad={one.quad} /> }))} />;
    case "modes": {
      const type = codebook.types.find((one) => one.name === event.type);
      return <Picker title="Mode" many chosen={event.modes} onClose={onClose} onPick={(modes) => onChange({ modes })} choices={(type?.modes ?? []).map((one) => ({ value: one.name, words: one.name, note: one.meaning }))} />;
    }
    case "contexts":
      return <Picker title="Context" many chosen={event.contexts} onClose={onClose} onPick={(contexts) => onChange({ contexts })} choices={codebook.contexts.map((one) => ({ value: one.name, words: one.name.replaceAll("_", " "), note: one.meaning }))} />;
    case "status":
      return <Picker title="Status" chosen={[event.status]} onClose={onClose} onPick={([status]) => onChange({ status: status as Status })} choices={codebook.statuses.map((one) => ({ value: one, words: STATUS_WORDS[one], note: STATUS_MEANINGS[one] }))} />;
    case "when":
      return <WhenForm event={event} piece={words} onClose={onClose} onSave={(when) => onChange({ when })} />;
    case "counts":
      return <CountsForm event={event} piece={words} onClose={onClose} onSave={(counts) => onChange({ counts })} />;
    case "where":
      return <PlaceForm event={event} piece={words} onClose={onClose} onSave={(where) => onChange({ where })} />;
    case "party": {
      const list: Party[] = event[window.field];
      const old = list[window.index];
      if (!old) return null;
      return <PartyForm title={fieldWords(window.field)} party={old} onClose={onClose} onSave={(saved) => {
        const next = list.flatMap((one, n) => (n === window.index ? (saved ? [saved] : []) : [one]));
        onChange({ [window.field]: window.field === "according_to" ? (next as Voice[]) : next } as Draft);
      }} />;
    }
    case "split":
      return <SplitForm event={event} onClose={onClose} onOther={onOther} />;
    case "join":
      return <JoinForm to={ofEvent(event, event.incident ?? "")} onClose={onClose} onJoin={onOther} />;
  }
}

function Incident({ event, onSplit, onJoin }: { event: Event; onSplit: () => void; onJoin: () => void }) {
  if (!event.incident) return null;
  return (
    <p class="desk-incident">
      <a href={`/incidents/${encodeURIComponent(event.incident)}`}>Its incident</a>
      <button type="button" class="button small" onClick={onSplit}>Split off<kbd>⇧S</kbd></button>
      <button type="button" class="button small" onClick={onJoin}>Compare, join<kbd>⇧M</kbd></button>
    </p>
  );
}

function SplitForm({ event, onClose, onOther }: { event: Event; onClose: () => void; onOther: Props["onOther"] }) {
  const [reason, setReason] = useState("");
  const save = (form: globalThis.Event) => {
    form.preventDefault();
    onOther(() => send<Decision>("POST", `/api/incidents/${encodeURIComponent(event.incident ?? "")}/split`, { events: [event.id], reason }));
    onClose();
  };
  return (
    <Dialog title="Split off" onClose={onClose}>
      <form onSubmit={save}>
        <p>This passage leaves its incident and stands for a happening of its own.</p>
        <label>Reason<input type="text" autofocus value={reason} onInput={(e) => setReason(e.currentTarget.value)} /></label>
        <div class="dialog-acts"><button type="submit" class="button primary">Split off</button></div>
      </form>
    </Dialog>
  );
}

function Conflict({ mine, theirs, fields, onTheirs, onBoth }: {
  mine: Event; theirs: Event; fields: readonly DraftField[]; onTheirs: () => void; onBoth: () => void;
}) {
  const last = theirs.reviews[theirs.reviews.length - 1];
  return (
    <Dialog title="Somebody was quicker" onClose={onTheirs}>
      <p>{last ? `${last.by} decided about this event while you looked at it (${last.verdict}).` : "This event was changed while you looked at it."} Your decision was not written.</p>
      {theirs.rejected && <p class="wrong">It was rejected.</p>}
      <dl class="record">
        <div class="row"><dt>Now</dt><dd>{typeWords(theirs.type)}, {STATUS_WORDS[theirs.status].toLowerCase()}: {theirs.actors.map(partyName).join(", ") || "somebody"} → {theirs.recipients.map(partyName).join(", ") || "nobody named"}</dd></div>
        {fields.map((field) => <div class="row" key={field}><dt>{fieldWords(field)}</dt><dd>theirs: {valueWords(field, theirs[field as keyof Event])}<br />yours: {valueWords(field, mine[field as keyof Event])}</dd></div>)}
      </dl>
      <div class="dialog-acts">
        {fields.length > 0 && <button type="button" class="button" onClick={onBoth}>Keep my changes and decide again</button>}
        <button type="button" class="button primary" autofocus onClick={onTheirs}>Look at theirs</button>
      </div>
    </Dialog>
  );
}

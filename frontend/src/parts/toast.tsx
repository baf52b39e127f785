// Short messages at the foot of the page, with undo where something was decided.

import { useEffect, useState } from "preact/hooks";
import { Icon } from "./bits";

interface Note {
  id: number;
  words: string;
  bad: boolean;
  act?: { words: string; do: () => void };
}

let show: (note: Note) => void = () => undefined;
let last = 0;

/** Shows words for a while, perhaps with something to do. */
export function tell(words: string, act?: Note["act"]): void {
  show({ id: ++last, words, bad: false, act });
}

/** Shows why something failed. */
export function complain(error: unknown): void {
  show({ id: ++last, words: error instanceof Error ? error.message : String(error), bad: true });
}

export function Toasts() {
  const [notes, setNotes] = useState<Note[]>([]);
  useEffect(() => {
    show = (note) => {
      setNotes((old) => [...old.slice(-2), note]);
      setTimeout(() => setNotes((old) => old.filter((one) => one.id !== note.id)), note.bad || note.act ? 12000 : 7000);
    };
  }, []);
  const drop = (id: number) => setNotes((old) => old.filter((one) => one.id !== id));
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notes.map((note) => (
        <div key={note.id} class={note.bad ? "toast bad" : "toast"}>
          <span>{note.words}</span>
          {note.act && (
            <button type="button" class="link" onClick={() => { drop(note.id); note.act?.do(); }}>{note.act.words}</button>
          )}
          <button type="button" class="plain" aria-label="Close message" onClick={() => drop(note.id)}><Icon name="close" /></button>
        </div>
      ))}
    </div>
  );
}

// Choosing from a list by typing: arrows move, Enter chooses; with `many`, Enter turns on and off and Escape is done.

import { useMemo, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { Dialog } from "../parts/dialog";

export interface Choice {
  value: string;
  words: string;
  note?: string;
  mark?: ComponentChildren;
}

export function Picker({ title, choices, chosen, many = false, searched = false, open = false, stays = false, hint, onPick, onClose }: {
  title: string; choices: readonly Choice[]; chosen: readonly string[]; many?: boolean;
  hint?: string;
  searched?: boolean; // the choices are what was found for the words typed
  open?: boolean; // none is chosen ahead: Enter does nothing before an arrow key did
  stays?: boolean; // whoever picks closes it
  onPick: (values: string[]) => void; onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(open ? -1 : 0);
  const found = useMemo(() => {
    if (searched) return choices;
    const words = typed.toLowerCase().trim();
    const starts = (one: Choice) => one.words.toLowerCase().startsWith(words) || one.value.toLowerCase().startsWith(words);
    const has = (one: Choice) => `${one.value} ${one.words} ${one.note ?? ""}`.toLowerCase().includes(words);
    return [...choices.filter(starts), ...choices.filter((one) => !starts(one) && has(one))];
  }, [typed, choices]);
  const pick = (value: string) => {
    if (!many) { onPick([value]); if (!stays) onClose(); return; }
    onPick(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  const here = Math.min(at, found.length - 1);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, here + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, here - 1));
    else if (event.key === "Enter") { const one = found[here]; if (one) pick(one.value); }
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <input
        type="text" class="picker-input" autofocus role="combobox" aria-expanded="true" aria-controls="picker-list" aria-label={title}
        aria-activedescendant={found[here] ? `choice-${here}` : undefined}
        placeholder={hint ?? "Type a few letters"} value={typed} onInput={(event) => { setTyped(event.currentTarget.value); setAt(open ? -1 : 0); }} onKeyDown={keys}
      />
      <ul id="picker-list" class={searched ? "picker searched" : "picker"} role="listbox" aria-label={title} aria-multiselectable={many}>
        {found.map((one, n) => (
          <li
            key={one.value} id={`choice-${n}`} role="option" aria-selected={chosen.includes(one.value)} class={n === here ? "at" : ""}
            onMouseMove={() => setAt(n)} onClick={() => pick(one.value)}
            ref={(element) => { if (element && n === here) element.scrollIntoView({ block: "nearest" }); }}
          >
            {one.mark}<span class="choice-words">{one.words}</span>{one.note && <span class="note">{one.note}</span>}
          </li>
        ))}
        {!found.length && <li class="note" role="option" aria-selected="false" aria-disabled="true">Nothing of that name</li>}
      </ul>
      {many && <div class="dialog-acts"><button type="button" class="button primary" onClick={onClose}>Done</button></div>}
    </Dialog>
  );
}

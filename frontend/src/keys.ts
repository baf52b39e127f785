// Keyboard shortcuts: what holds now, and what it does in words (for the help overlay).

import { useLayoutEffect, useRef } from "preact/hooks";

interface Shortcut {
  keys: string; // "j", "Shift+S", "g i" (one after the other), "?"
  does: string;
  act: () => void;
}

interface Group {
  title: string;
  shortcuts: readonly Shortcut[];
}

const groups: Group[] = [];
let before = "";
let beforeAt = 0;

/** Holds the shortcuts while the component is shown. */
export function useKeys(title: string, shortcuts: readonly Shortcut[]): void {
  const group = useRef<Group>({ title, shortcuts });
  group.current.shortcuts = shortcuts;
  useLayoutEffect(() => {
    const mine = group.current;
    groups.push(mine);
    return () => void groups.splice(groups.indexOf(mine), 1);
  }, []);
}

/** All shortcuts that hold now; those held last go first. */
export function shortcutGroups(): readonly Group[] {
  return groups;
}

/** Listens for all shortcuts; what is typed into a field is not a shortcut. */
export function listen(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    const key = event.shiftKey && /^[a-zA-Z]$/.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key;
    const chord = event.timeStamp - beforeAt < 1200 ? `${before} ${key}` : "";
    const found = find(chord) ?? find(key);
    before = key;
    beforeAt = event.timeStamp;
    if (!found) return;
    event.preventDefault();
    before = "";
    found.act();
  });
}

function find(keys: string): Shortcut | undefined {
  if (!keys) return undefined;
  for (const group of [...groups].reverse()) {
    const found = group.shortcuts.find((shortcut) => shortcut.keys === keys);
    if (found) return found;
  }
  return undefined;
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}

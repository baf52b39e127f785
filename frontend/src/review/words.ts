// Selecting words by keys: arrows go from word to word, with Shift they take in more.

const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’.,-]*/gu;

export interface Range2 {
  start: number;
  end: number;
}

/** Where the words of a text stand, without marks at their ends. */
export function wordsOf(text: string): Range2[] {
  return [...text.matchAll(WORD)].map((match) => {
    const word = match[0].replace(/[.,'’-]+$/, "");
    return { start: match.index, end: match.index + word.length };
  });
}

/** The selection after a step of one word. */
export function stepped(words: readonly Range2[], old: Range2 | null, by: 1 | -1, extend: boolean, from: number): Range2 | null {
  if (!words.length) return null;
  if (!old) return words.find((word) => word.end > from) ?? words[0] ?? null;
  const first = words.findIndex((word) => word.end > old.start);
  const last = words.findLastIndex((word) => word.start < old.end);
  const at = (n: number) => words[Math.max(0, Math.min(words.length - 1, n))] as Range2;
  if (!extend) return by > 0 ? at(last + 1) : at(first - 1);
  if (by > 0) return { start: old.start, end: at(last + 1).end };
  return { start: old.start, end: at(Math.max(first, last - 1)).end };
}

/** Makes the browser select these characters of a text that is drawn with offsets (see parts/text.tsx). */
export function select(within: Element, range: Range2): void {
  const pieces = [...within.querySelectorAll<HTMLElement>("[data-o]")];
  const spot = (at: number, end: boolean): [Node, number] | null => {
    for (const piece of pieces) {
      const node = piece.firstChild;
      if (!(node instanceof Text)) continue;
      const from = Number(piece.dataset.o);
      const inside = end ? at > from && at <= from + node.length : at >= from && at < from + node.length;
      if (inside) return [node, at - from];
    }
    return null;
  };
  const [start, end] = [spot(range.start, false), spot(range.end, true)];
  const selection = getSelection();
  if (!start || !end || !selection) return;
  selection.setBaseAndExtent(start[0], start[1], end[0], end[1]);
}

// Words for the clipboard, also where the page comes over plain http from another machine.

import { complain, tell } from "./parts/toast";

/** Copies words and says so. */
export function copy(words: string, done: string): Promise<void> {
  return copied(words, done);
}

/** Copies words, for programs that take it with their HTML too, and says so. */
export async function copied(words: string, done: string, html?: string): Promise<void> {
  try {
    if (navigator.clipboard && html !== undefined && typeof ClipboardItem !== "undefined") {
      const part = (text: string, type: string) => new Blob([text], { type });
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": part(words, "text/plain"), "text/html": part(html, "text/html") })]);
    } else if (navigator.clipboard) await navigator.clipboard.writeText(words);
    else if (!copiedByHand(words)) throw new Error("This browser lets no page copy. Select the words and press Ctrl+C.");
    tell(done);
  } catch (error) {
    complain(error);
  }
}

/** The old way, which needs no secure connection. */
function copiedByHand(words: string): boolean {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

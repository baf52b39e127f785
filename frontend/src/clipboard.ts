// Words for the clipboard, also where the page comes over plain http from another machine.

import { complain, tell } from "./parts/toast";

/** Copies words and says so. */
export async function copy(words: string, done: string): Promise<void> {
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(words);
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

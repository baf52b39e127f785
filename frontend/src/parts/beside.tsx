// Where something stands in the list it was opened from, with the way to its neighbours there.

import { number } from "../words";
import { Icon } from "./bits";

export interface Near { at: number; total: number; before: string | null; after: string | null }

export function Beside({ near, of, keys: [back, on], step }: {
  near: Near; of: string; keys: [string, string]; step: (to: string | null) => void;
}) {
  const name = of.charAt(0).toUpperCase() + of.slice(1);
  return (
    <span class="beside">
      <button type="button" class="plain" aria-label={`${name} before in the list`} title={`${name} before in the list (${back})`} disabled={!near.before} onClick={() => step(near.before)}><Icon name="left" /></button>
      <span>{number(near.at)} of {number(near.total)}</span>
      <button type="button" class="plain" aria-label={`Next ${of} of the list`} title={`Next ${of} of the list (${on})`} disabled={!near.after} onClick={() => step(near.after)}><Icon name="right" /></button>
    </span>
  );
}

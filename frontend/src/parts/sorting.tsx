// Tables that are sorted by a click on the head of a column; the order is in the address.

import type { ComponentChildren } from "preact";
import { go, type Where } from "../router";

export interface Sorting {
  order: string;
  reverse: boolean;
  by: (order: string) => void; // the same again: the other way round
  set: (order: string, reverse: boolean) => void;
}

/** The order of a list as the address has it; `first` is that of an address that has none. */
export function sorting(where: Where, orders: readonly string[], first: string): Sorting {
  const asked = where.query.get("order") ?? first;
  const order = orders.includes(asked) ? asked : first;
  const reverse = where.query.get("reverse") === "true";
  const set = (next: string, backwards: boolean) => {
    const query = new URLSearchParams(where.query);
    query.set("order", next);
    if (backwards) query.set("reverse", "true");
    else query.delete("reverse");
    go(`${where.path}?${query}`, "replace");
  };
  return { order, reverse, set, by: (next) => set(next, next === order && !reverse) };
}

/** The head of a column that can be sorted by; `up`: its own way is upwards, as of names. */
export function SortHead({ sort, by, up = false, class: kind = "", title, children }: {
  sort: Sorting; by: string; up?: boolean; class?: string; title?: string; children: ComponentChildren;
}) {
  const on = sort.order === by;
  const upwards = on && sort.reverse !== up;
  return (
    <th scope="col" class={kind} aria-sort={on ? (upwards ? "ascending" : "descending") : undefined} title={title}>
      <button type="button" class={on ? "sort on" : "sort"} onClick={() => sort.by(by)}>{children}<span class="sort-mark" aria-hidden="true">{on ? (upwards ? "▲" : "▼") : "▽"}</span></button>
    </th>
  );
}

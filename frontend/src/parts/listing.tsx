// Lists that come in pages: the next page is fetched when the end comes into view, or by a button.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Page } from "../api/types";
import { Failure, address, get, type Params } from "../client";
import { presentEntry } from "../router";
import { number } from "../words";

export interface Listing<T> {
  items: readonly T[];
  total: Page<T>["total"];
  failure: Failure | null;
  loading: boolean; // the first page of a new question
  more: (() => void) | null; // null at the end
  again: () => void;
  replace: (change: (items: readonly T[]) => readonly T[]) => void;
}

interface State<T> {
  url: string;
  items: readonly T[];
  next: string | null;
  total: Page<T>["total"];
  failure: Failure | null;
}

const MOST = 500; // of one answer
const KEPT = 20;
const kept = new Map<string, State<unknown>>(); // lists as they were left, by the entry of the history

/** A list that going back finds as long as it was left, and brings up to date. */
export function useListing<T>(path: string, params: Params): Listing<T> {
  const url = address(path, params);
  const mine = `${presentEntry()} ${url}`;
  const left = () => kept.get(mine) as State<T> | undefined;
  const [state, setState] = useState<State<T>>(() => left() ?? { url: "", items: [], next: null, total: null, failure: null });
  const [turn, setTurn] = useState(0);
  const current = useRef(url);
  const busy = useRef(false);
  current.current = url;
  useEffect(() => {
    const stop = new AbortController();
    busy.current = false;
    const before = left();
    if (before && before !== state) setState(before);
    if (before && before.items.length > MOST && !turn) return;
    const limit = before && before.items.length > Number(params.limit ?? 50) ? before.items.length : params.limit;
    get<Page<T>>(address(path, { ...params, limit }), {}, stop.signal).then(
      (page) => setState({ url, items: page.items, next: page.next, total: page.total, failure: null }),
      (error: unknown) => { if (error instanceof Failure) setState({ url, items: [], next: null, total: null, failure: error }); },
    );
    return () => stop.abort();
  }, [url, turn]);
  useEffect(() => {
    if (state.url !== url || state.failure) return;
    kept.delete(mine);
    kept.set(mine, state);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  }, [state]);
  const more = () => {
    if (busy.current || !state.next) return;
    busy.current = true;
    get<Page<T>>(address(path, { ...params, cursor: state.next })).then(
      (page) => {
        busy.current = false;
        if (current.current === url) setState((old) => ({ ...old, items: [...old.items, ...page.items], next: page.next }));
      },
      (error: unknown) => {
        busy.current = false;
        if (error instanceof Failure) setState((old) => ({ ...old, failure: error }));
      },
    );
  };
  return {
    items: state.items,
    total: state.total,
    failure: state.url === url ? state.failure : null,
    loading: state.url !== url,
    more: state.url === url && state.next ? more : null,
    again: () => setTurn((n) => n + 1),
    replace: (change) => setState((old) => ({ ...old, items: change(old.items) })),
  };
}

export function More({ more }: { more: (() => void) | null }) {
  const end = useRef<HTMLDivElement>(null);
  const act = useRef(more);
  act.current = more;
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) act.current?.(); }, { rootMargin: "400px" });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [more === null]);
  if (!more) return null;
  return <div ref={end} class="more"><button type="button" class="button" onClick={more}>Show more</button></div>;
}

/** How many there are in words; nothing while that is not known. */
export function totalWords(total: { count: number; at_least: boolean } | null, one: string, many = `${one}s`): string {
  if (!total) return "";
  return `${total.at_least ? "over " : ""}${number(total.count)} ${total.count === 1 ? one : many}`;
}

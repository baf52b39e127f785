// The lists that were looked at: the way back to each, and what stands before and after one of its lines.

import { useEffect } from "preact/hooks";

type ListName = "incidents" | "articles" | "actors";

interface Trail {
  href: string;
  ids: readonly string[];
  total: number; // of all pages of the list
}

const trails = new Map<ListName, Trail>();

/** Notes what a list shows now. */
export function useTrail(name: ListName, items: readonly { id: string }[], total: number | undefined): void {
  useEffect(() => {
    const ids = items.map((one) => one.id);
    trails.set(name, { href: location.pathname + location.search, ids, total: Math.max(ids.length, total ?? trails.get(name)?.total ?? 0) });
  }, [items, total]);
}

/** The address of the list as it was left, with its filters. */
export function wayBack(name: ListName, otherwise: string): string {
  return trails.get(name)?.href ?? otherwise;
}

/** Where in its list something stands, and its neighbours there; null where it is in none. */
export function beside(name: ListName, id: string): { at: number; total: number; before: string | null; after: string | null } | null {
  const trail = trails.get(name);
  const at = trail?.ids.indexOf(id) ?? -1;
  if (!trail || at < 0) return null;
  return { at: at + 1, total: trail.total, before: trail.ids[at - 1] ?? null, after: trail.ids[at + 1] ?? null };
}

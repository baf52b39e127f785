// Where we are: path and query of the address. Links are plain <a href>; clicks on them stay in the page.

import { useEffect, useMemo, useState } from "preact/hooks";

const listeners = new Set<() => void>();
let leaving: (() => boolean) | null = null;

export interface Where {
  path: string;
  query: URLSearchParams;
}

export function here(): Where {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** Goes to an address of this application. */
export function go(href: string, how: "push" | "replace" = "push"): void {
  if (leaving && new URL(href, location.href).pathname !== location.pathname && !leaving()) return;
  if (how === "push") history.pushState(null, "", href);
  else history.replaceState(null, "", href);
  for (const listener of [...listeners]) listener();
}

// Control and format characters: they turn the direction of the words or are not seen.
const HIDDEN = /[\p{Cc}\p{Cf}]/gu;

/** Names the page in the title of the window, as soon as its name is known. */
export function useTitle(name: string | null | undefined): void {
  useEffect(() => {
    const clean = name?.replace(HIDDEN, "");
    if (clean) document.title = `${clean.length > 90 ? `${clean.slice(0, 90)}…` : clean} · Dateline`;
  }, [name]);
}

/** The present address; the component is drawn anew when it changes. */
export function useWhere(): Where {
  const [href, setHref] = useState(location.pathname + location.search);
  useEffect(() => {
    const changed = () => setHref(location.pathname + location.search);
    listeners.add(changed);
    addEventListener("popstate", changed);
    changed();
    return () => {
      listeners.delete(changed);
      removeEventListener("popstate", changed);
    };
  }, []);
  return useMemo(here, [href]);
}

/** Asks before the page is left while `ask` gives false. */
export function guard(ask: (() => boolean) | null): void {
  leaving = ask;
}

/** Makes clicks on links of this application stay in the page. */
export function catchLinks(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    event.preventDefault();
    go(link.pathname + link.search);
    window.scrollTo(0, 0);
  });
}

// Where we are: path and query of the address. Links are plain <a href>; clicks on them stay in the page.

import { useEffect, useMemo, useState } from "preact/hooks";

const listeners = new Set<() => void>();
let leaving: (() => boolean) | null = null;

/** How far the window (named "") and each part with `data-scroll` were scrolled, by the entry of the history. */
type Scrolled = Record<string, number>;
const PATIENCE = 5000; // milliseconds in which a list may come back to where it was left
const KEPT = "dateline-scrolled";
let entry = entryOf(history.state);
const scrolled = new Map<string, Scrolled>(kept());

function entryOf(state: unknown): string {
  const held = (state as { entry?: unknown } | null)?.entry;
  return typeof held === "string" ? held : fresh();
}

/** How many pages of this application lie behind the present one in the history. */
function depth(): number {
  const held = (history.state as { depth?: unknown } | null)?.depth;
  return typeof held === "number" ? held : 0;
}

function fresh(): string {
  return `${Date.now()}.${Math.random()}`;
}

function kept(): [string, Scrolled][] {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "[]") as [string, Scrolled][];
  } catch {
    return [];
  }
}

/** The entry of the history that is shown: the same again after going back. */
export function presentEntry(): string {
  return entry;
}

function noteScroll(): void {
  const now: Scrolled = { "": window.scrollY };
  for (const part of document.querySelectorAll<HTMLElement>("[data-scroll]")) now[part.dataset.scroll as string] = part.scrollTop;
  scrolled.set(entry, now);
}

/** Scrolls to where this entry was left, as soon as what was there is drawn again, unless somebody scrolls first. */
function scrollBack(): void {
  const wanted = scrolled.get(entry) ?? { "": 0 };
  const mine = entry;
  const until = performance.now() + PATIENCE;
  let held = false;
  const stop = () => { held = true; };
  const signs = ["wheel", "touchstart", "pointerdown", "keydown"];
  for (const sign of signs) addEventListener(sign, stop, { once: true, passive: true });
  let still = 0;
  const step = () => {
    if (held || mine !== entry || performance.now() > until || still > 5) {
      for (const sign of signs) removeEventListener(sign, stop);
      return;
    }
    let there = !document.querySelector("main .busy");
    for (const [name, top] of Object.entries(wanted)) {
      const part = name ? document.querySelector(`[data-scroll="${name}"]`) : document.scrollingElement;
      if (part && Math.abs(part.scrollTop - top) > 1) part.scrollTop = top;
      there &&= !!part && Math.abs(part.scrollTop - top) <= 1;
    }
    still = there ? still + 1 : 0;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Lets going back and forth find every page as it was left; to be called once. */
export function keepScroll(): void {
  history.scrollRestoration = "manual";
  history.replaceState({ entry, depth: depth() }, "");
  addEventListener("popstate", (event) => {
    noteScroll();
    entry = entryOf(event.state);
    scrollBack();
  });
  addEventListener("pagehide", () => {
    noteScroll();
    sessionStorage.setItem(KEPT, JSON.stringify([...scrolled].slice(-50)));
  });
  if (scrolled.has(entry)) scrollBack();
}

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
  if (how === "push") {
    noteScroll();
    entry = fresh();
    history.pushState({ entry, depth: depth() + 1 }, "", href);
  } else history.replaceState({ entry, depth: depth() }, "", href);
  for (const listener of [...listeners]) listener();
}

/** Back to the page this one was opened from; to an address where it was opened by itself. */
export function goBack(otherwise: string): void {
  if (depth() > 0) history.back();
  else go(otherwise);
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

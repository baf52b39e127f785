// Talks to /api: one place for the session, errors and loading.

import { useEffect, useRef, useState } from "preact/hooks";
import type { ApiError, ErrorCode, Session } from "./api/types";

export class Failure extends Error {
  constructor(
    readonly code: ErrorCode | "offline",
    message: string,
    readonly status: number,
    readonly current: unknown = null,
  ) {
    super(message);
  }
}

export type Params = Record<string, string | number | boolean | undefined | null | readonly string[]>;

let csrf = "";
let onLogin: () => void = () => undefined;

/** What to do when the server wants a log-in. */
export function whenLoggedOut(act: () => void): void {
  onLogin = act;
}

/** Who looks; keeps the token that writing needs. */
export async function session(): Promise<Session> {
  const found = await call<Session>("GET", "/api/session");
  csrf = found.csrf;
  return found;
}

/** The session after logging in; Failure where name and password do not fit. */
export async function logIn(name: string, password: string): Promise<Session> {
  const found = await call<Session>("POST", "/api/session", { name, password });
  csrf = found.csrf;
  return found;
}

/** Ends the session, and begins one of nobody. */
export async function logOut(): Promise<void> {
  await call("DELETE", "/api/session");
  await session();
}

/** A path with what is asked, but for what is not given. */
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value)) for (const one of value as readonly string[]) query.append(name, one);
    else query.set(name, String(value));
  }
  const said = query.toString();
  return said ? `${path}?${said}` : path;
}

/** What the server answers to a question; Failure where it refuses. */
export function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  return call<T>("GET", address(path, params), undefined, signal);
}

/** What the server answers to a change; Failure where it refuses. */
export function send<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  return call<T>(method, path, body);
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, again = true): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRF-Token"] = csrf;
  if (body !== undefined && !(body instanceof FormData)) headers["Content-Type"] = "application/json";
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
      signal,
      credentials: "same-origin",
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Failure("offline", "The server does not answer. Is dateline serve still running?", 0);
  }
  if (answer.ok) return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
  const failure = await failed(answer);
  if (failure.code === "csrf" && again) {
    await session();
    return call<T>(method, path, body, signal, false);
  }
  if (failure.status === 401 && path !== "/api/session") onLogin();
  throw failure;
}

async function failed(answer: Response): Promise<Failure> {
  try {
    const { error } = (await answer.json()) as ApiError;
    return new Failure(error.code, error.message, answer.status, error.current ?? null);
  } catch {
    return new Failure("internal", `The server answered ${answer.status} ${answer.statusText}.`, answer.status);
  }
}

interface Loaded<T> {
  data: T | null; // of the address asked last; while a new one is loading, still that of the one before
  failure: Failure | null;
  loading: boolean;
  again: () => void;
}

/** What a GET gives; null as address loads nothing. A new address aborts the request before it. */
export function useLoad<T>(url: string | null): Loaded<T> {
  const [state, setState] = useState<{ url: string | null; data: T | null; failure: Failure | null }>({
    url: null, data: null, failure: null,
  });
  const [turn, setTurn] = useState(0);
  const asked = useRef(0);
  useEffect(() => {
    if (url === null) return;
    const mine = ++asked.current;
    const stop = new AbortController();
    call<T>("GET", url, undefined, stop.signal).then(
      (data) => mine === asked.current && setState({ url, data, failure: null }),
      (error: unknown) => {
        if (mine !== asked.current || !(error instanceof Failure)) return;
        setState({ url, data: null, failure: error });
      },
    );
    return () => stop.abort();
  }, [url, turn]);
  return {
    data: url === null ? null : state.data,
    failure: state.url === url ? state.failure : null,
    loading: url !== null && state.url !== url,
    again: () => setTurn((n) => n + 1),
  };
}

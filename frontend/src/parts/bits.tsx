// The smallest parts: words of others shown safely, icons, tags, states of loading.

import type { ComponentChildren, JSX } from "preact";
import type { Failure } from "../client";
import type { Precision, Quad, Status } from "../api/types";
import { PRECISION_WORDS, QUAD_WORDS, STATUS_MEANINGS, STATUS_WORDS, percent, typeMeaning, typeWords } from "../words";

// Control characters, and characters that turn the direction of text or are not seen at all.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const HIDDEN_PARTS = new RegExp(`(${HIDDEN.source})`);

/** Words of an article or a feed: set apart from the direction of the page, hidden characters shown as what they are. */
export function Words({ text, most = 0 }: { text: string; most?: number }) {
  const shown = most && text.length > most ? `${text.slice(0, most)}…` : text;
  return <bdi>{HIDDEN.test(shown) ? escaped(shown) : shown}</bdi>;
}

/** The pieces of a text with hidden characters as visible marks, which hold no text of their own. */
export function escaped(text: string): ComponentChildren[] {
  return text.split(HIDDEN_PARTS).map((piece) => {
    if (!(piece.length === 1 && HIDDEN.test(piece))) return piece;
    const code = `U+${piece.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    return <span class="escape" data-shown={code} role="img" aria-label={`hidden character ${code}`} />;
  });
}

export function hasHidden(text: string): boolean {
  return HIDDEN.test(text);
}

const ICONS = {
  list: "M3 4h10M3 8h10M3 12h10",
  article: "M4 2h6l3 3v9H4zM6 7h5M6 9.500h5M6 12h3",
  check: "M3 8.500l3.5 3.500L13 4.5",
  people: "M6 8a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1.5 13.500c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3.200a2.4 2.4 0 010 4.600M12 9.800c1.6.5 2.6 1.8 2.6 3.7",
  relation: "M3.5 6a2 2 0 100-4 2 2 0 000 4zM12.5 14a2 2 0 100-4 2 2 0 000 4zM5 5.500l6 5M12.5 6a2 2 0 100-4 2 2 0 000 4zM5.5 4h5",
  add: "M8 3v10M3 8h10",
  sun: "M8 11a3 3 0 100-6 3 3 0 000 6zM8 1v1.500M8 13.500V15M1 8h1.500M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  moon: "M13.5 9.500A6 6 0 016.5 2.500a6 6 0 107 7z",
  help: "M5.8 6a2.2 2.2 0 114 1.300c-.8.9-1.8 1.1-1.8 2.400M8 12.300v.2",
  search: "M7 12A5 5 0 107 2a5 5 0 000 10zM10.8 10.800L14 14",
  close: "M4 4l8 8M12 4l-8 8",
  export: "M8 2v8M5 7l3 3 3-3M3 13h10",
  user: "M8 8a3 3 0 100-6 3 3 0 000 6zM2.5 14c.5-2.7 2.7-4 5.5-4s5 1.3 5.5 4",
  warn: "M8 2l6.5 11.500h-13zM8 6.500v3.500M8 11.800v.2",
  copy: "M6 5.500h7v8H6zM3 10.500v-8h7",
  undo: "M4 6h6a3.5 3.5 0 010 7H6M4 6l3-3M4 6l3 3",
  left: "M10 3L5 8l5 5",
  right: "M6 3l5 5-5 5",
  plus: "M8 4v8M4 8h8",
  minus: "M4 8h8",
  home: "M2.5 8L8 3l5.5 5M4.5 7v6h7V7",
  pin: "M8 14.500s4.5-4.3 4.5-8a4.5 4.5 0 10-9 0c0 3.7 4.5 8 4.5 8zM8 8a1.5 1.5 0 100-3 1.5 1.5 0 000 3z",
  key: "M5.5 13a3 3 0 100-6 3 3 0 000 6zM7.7 8L13 2.700M10.8 5l2 2M12.4 3.300l1.600 1.600",
  lock: "M3.5 7.500h9v6.500h-9zM5.5 7.500V5a2.5 2.5 0 015 0v2.500M8 10v1.500",
  log: "M4 2h8v12H4zM6 5h4M6 8h4M6 11h2.500",
  out: "M9 3H4v10h5M7 8h7M11.500 5.500L14 8l-2.500 2.500",
  link: "M6.5 9.500l3-3M7 4.500l1.5-1.500a2.8 2.8 0 014 4L11 8.500M9 11.500L7.5 13a2.8 2.8 0 01-4-4L5 7.5",
} as const;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}

export function QuadMark({ quad }: { quad: Quad | null }) {
  return <span class={`quad q-${quad ?? "none"}`} aria-hidden="true" />;
}

export function TypeTag({ type, quad, modes = [] }: { type: string | null; quad: Quad | null; modes?: readonly string[] }) {
  return (
    <span class="tag type" title={[quad && QUAD_WORDS[quad], typeMeaning(type, modes)].filter(Boolean).join("\n")}>
      {quad && <QuadMark quad={quad} />}
      {typeWords(type)}
      {modes.length > 0 && <span class="mode">{modes.join(", ")}</span>}
    </span>
  );
}

/** Nothing where it happened: that goes without saying. */
export function StatusTag({ status, always = false }: { status: Status | null; always?: boolean }) {
  if (!status || (status === "happened" && !always)) return null;
  return <span class={`tag status s-${status}`} title={STATUS_MEANINGS[status]}>{STATUS_WORDS[status]}</span>;
}

export function Sure({ value }: { value: number }) {
  // One bar: as likely wrong as right; the others share what is above that evenly.
  const steps = value >= 0.83 ? 4 : value >= 0.67 ? 3 : value >= 0.5 ? 2 : 1;
  return (
    <span class="sure" title={`Confidence ${percent(value)}: of events with this score, about ${percent(value)} are right`}>
      <span class={`sure-bars n${steps}`} aria-hidden="true"><i /><i /><i /><i /></span>
      <span class="hidden">confidence </span>{percent(value)}
    </span>
  );
}

export function PlaceMark({ precision }: { precision: Precision | null }) {
  const pin = precision === "exact" || precision === "settlement";
  const area = precision === "region" || precision === "country";
  return (
    <svg class={`place-mark p-${precision ?? "none"}`} viewBox="0 0 12 12" role="img" aria-label={precision ? PRECISION_WORDS[precision] : "no place"}>
      {pin ? <circle cx="6" cy="6" r={precision === "exact" ? 3 : 3.6} /> : null}
      {precision === "district" ? <circle class="open" cx="6" cy="6" r="3.8" /> : null}
      {area ? <rect class="open" x="1.5" y="2.5" width="9" height="7" rx={precision === "region" ? 3.5 : 1} /> : null}
    </svg>
  );
}

export function Busy({ what = "Loading", rows = 6 }: { what?: string; rows?: number }) {
  return (
    <div class="busy" role="status">
      <span class="hidden">{what}</span>
      {Array.from({ length: rows }, (_, i) => <i key={i} class={`line w${i % 4}`} />)}
    </div>
  );
}

export function Failed({ failure, again }: { failure: Failure; again?: () => void }) {
  const title =
    failure.code === "not_found" ? "Not there" : failure.code === "offline" ? "No connection" : "That did not work";
  return (
    <div class="notice bad" role="alert">
      <Icon name="warn" />
      <div>
        <h2>{title}</h2>
        <p><Words text={failure.message} most={600} /></p>
        {failure.code === "not_found" ? <a class="button" href="/">To the incidents</a> : failure.code !== "invalid" && again && <button type="button" class="button" onClick={again}>Try again</button>}
      </div>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="notice empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A page of something: one heading, what can be done on the right of it. */
export function Head({ title, lead, children }: { title: ComponentChildren; lead?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <header class="head">
      <div class="head-words">
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children && <div class="head-acts">{children}</div>}
    </header>
  );
}

/** A width in percent, set through the style object: the page's policy allows no style attributes. */
export function Bar({ share, kind = "" }: { share: number; kind?: string }) {
  const style: JSX.CSSProperties = { width: `${Math.max(0, Math.min(1, share)) * 100}%` };
  return <span class={`bar ${kind}`} aria-hidden="true"><i style={style} /></span>;
}

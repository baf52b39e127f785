// Text of an article with marks: who, where, when and so on, each in its own colour and line.

import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Mark } from "../api/types";
import { escaped, hasHidden } from "./bits";

export type MarkRole = Mark["role"];

export const ROLE_WORDS: Record<MarkRole, string> = {
  trigger: "act", actor: "actor", recipient: "recipient", place: "place", time: "time", count: "number",
  source: "voice", cue: "says", hedge: "hedge", evidence: "sentence", content: "statement", speaker: "speaker",
};

/** In the order of the legend; the rest are backgrounds. */
export const SHOWN_ROLES: readonly MarkRole[] = [
  "trigger", "actor", "recipient", "place", "time", "count", "source", "hedge", "content",
];

const GROUND: ReadonlySet<MarkRole> = new Set(["evidence", "content"]);

interface Segment {
  start: number;
  end: number;
  marks: Mark[];
}

interface Props {
  text: string;
  marks: readonly Mark[];
  focus?: string | null; // the event whose marks stand out
  off?: ReadonlySet<MarkRole>; // roles that are not shown
  plain?: boolean; // only the marks of the event in focus
  onPick?: (marks: readonly Mark[]) => void;
  quads?: ReadonlyMap<string, string>; // quad class by event
  say?: (mark: Mark) => string | null; // what a mark was read as, for the tooltip
  below?: ComponentChildren; // given: the first line is a headline, and this stands below it
  cut?: { before: boolean; after: boolean }; // the text goes on there
}

export function MarkedText({ text, marks, focus = null, off, plain = false, onPick, quads, say, below, cut }: Props) {
  const lines = useMemo(() => paragraphs(text, marks.filter((mark) => !off?.has(family(mark.role)))), [text, marks, off]);
  const drawn = (segments: readonly Segment[]) =>
    segments.map((segment) => <Piece key={segment.start} text={text} segment={segment} focus={focus} onPick={onPick} quads={quads} say={say} />);
  const names = ["marked", focus && "focused", plain && "plain-marks", cut?.before && "cut-before", cut?.after && "cut-after"];
  const [first, ...rest] = lines;
  return (
    <div class={names.filter(Boolean).join(" ")}>
      {below && first && <h1 dir="auto">{drawn(first)}</h1>}
      {below}
      {(below ? rest : lines).map((segments) => <p key={segments[0]?.start} dir="auto">{drawn(segments)}</p>)}
    </div>
  );
}

/** The speaker of a statement is a voice, and so on: what the legend turns on and off together. */
function family(role: MarkRole): MarkRole {
  if (role === "speaker" || role === "cue") return "source";
  return role;
}

function Piece({ text, segment, focus, onPick, quads, say }: {
  text: string; segment: Segment; focus: string | null; onPick?: Props["onPick"]; quads?: Props["quads"]; say?: Props["say"];
}) {
  const { start, end, marks } = segment;
  const words = text.slice(start, end);
  if (!marks.length) return <>{placed(words, start)}</>;
  const front = marks.filter((mark) => !GROUND.has(mark.role));
  const own = focus ? front.find((mark) => mark.event === focus) : undefined;
  const first = own ?? front[0];
  const names = new Set<string>(first ? ["m", `m-${first.role}`] : []);
  for (const mark of marks) {
    if (mark.role === "content") names.add("m-content");
    if (mark.role === "evidence" && mark.event === focus) names.add("m-evidence");
  }
  if (own) names.add("on");
  if (first?.role === "trigger" && first.event) names.add(`q-${quads?.get(first.event) ?? "none"}`);
  const pick = onPick && front.length ? () => onPick(own ? [own, ...front] : front) : undefined;
  const act = first?.role === "trigger" && pick && first.start === start;
  const keyed: JSX.HTMLAttributes<HTMLSpanElement> = act
    ? {
        role: "button",
        tabIndex: 0,
        onKeyDown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } },
      }
    : {};
  return (
    <span
      class={[...names].join(" ")}
      data-label={own && own.start === start ? ROLE_WORDS[own.role] : undefined}
      title={told(front, say)}
      onClick={pick && (() => { if (getSelection()?.isCollapsed !== false) pick(); })}
      {...keyed}
    >
      {placed(words, start)}
    </span>
  );
}

const TOLD = 4; // lines of a tooltip

function told(marks: readonly Mark[], say?: (mark: Mark) => string | null): string | undefined {
  const lines = [...new Set(marks.map((mark) => say?.(mark) ?? ROLE_WORDS[mark.role]))];
  const more = lines.length > TOLD ? [`and ${lines.length - TOLD} more`] : [];
  return [...lines.slice(0, TOLD), ...more].join("\n") || undefined;
}

/** The words with their offset, so that a selection can be told in offsets of the text. */
function placed(words: string, start: number) {
  if (!hasHidden(words)) return <span data-o={start}>{words}</span>;
  let at = start;
  return escaped(words).map((piece) => {
    const from = at;
    if (typeof piece !== "string") {
      at += 1;
      return piece;
    }
    at += piece.length;
    return piece ? <span data-o={from}>{piece}</span> : null;
  });
}

/** Lets the words of some marks light up; the first of them, to be scrolled to. */
export function flash(root: HTMLElement, marks: readonly Pick<Mark, "start" | "end">[]): HTMLElement | null {
  let first: HTMLElement | null = null;
  for (const piece of root.querySelectorAll<HTMLElement>("[data-o]")) {
    const at = Number(piece.dataset.o);
    if (!marks.some((mark) => at >= mark.start && at < mark.end)) continue;
    first ??= piece;
    piece.classList.remove("flash");
    void piece.offsetWidth; // starts the animation anew
    piece.classList.add("flash");
    setTimeout(() => piece.classList.remove("flash"), 1800);
  }
  return first;
}

/** Each line of a text, cut at all ends of marks. */
function paragraphs(text: string, marks: readonly Mark[]): Segment[][] {
  const cuts = new Set<number>();
  for (const mark of marks) {
    cuts.add(mark.start);
    cuts.add(mark.end);
  }
  const sorted = [...marks].sort((a, b) => a.end - a.start - (b.end - b.start));
  const out: Segment[][] = [];
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.length;
    if (line.trim()) out.push(segments(from, to, cuts, sorted));
    from = to + 1;
  }
  return out;
}

function segments(from: number, to: number, cuts: ReadonlySet<number>, marks: readonly Mark[]): Segment[] {
  const inside = [from, ...[...cuts].filter((cut) => cut > from && cut < to).sort((a, b) => a - b), to];
  const near = marks.filter((mark) => mark.start < to && mark.end > from);
  const out: Segment[] = [];
  for (let i = 0; i + 1 < inside.length; i++) {
    const [start, end] = [inside[i] as number, inside[i + 1] as number];
    out.push({ start, end, marks: near.filter((mark) => mark.start < end && mark.end > start) });
  }
  return out;
}

/** The words that are selected inside an element, in UTF-16 offsets of its text; null where there are none. */
export function selected(within: Element): { start: number; end: number } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const chosen = selection.getRangeAt(0);
  if (!within.contains(chosen.startContainer) || !within.contains(chosen.endContainer)) return null;
  let [start, end] = [Infinity, -1];
  for (const piece of within.querySelectorAll<HTMLElement>("[data-o]")) {
    const node = piece.firstChild;
    if (!(node instanceof Text) || !chosen.intersectsNode(node)) continue;
    const at = Number(piece.dataset.o);
    const from = node === chosen.startContainer ? chosen.startOffset : 0;
    const to = node === chosen.endContainer ? chosen.endOffset : node.length;
    if (to <= from) continue;
    start = Math.min(start, at + from);
    end = Math.max(end, at + to);
  }
  return end > start ? { start, end } : null;
}

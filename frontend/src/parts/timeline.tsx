// What happened when: cooperation above the line, conflict below. A click chooses the days of a bar, dragging those it goes over.

import type { ComponentChildren, Ref } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Day, Quad, Timeline as Answer } from "../api/types";
import { QUAD_WORDS, day, number } from "../words";
import { useSize } from "./size";

const UP: readonly Quad[] = ["verbal_cooperation", "material_cooperation"];
const DOWN: readonly Quad[] = ["verbal_conflict", "material_conflict"];
const DAYS = { day: 1, week: 7, month: 30.4, year: 365.25 } as const;
const EDGE = 12;
const LEFT = 28; // with the numbers of the axis
const FOOT = 18;

interface Props {
  answer: Answer | null;
  since?: Day;
  until?: Day;
  onRange: (since: Day, until: Day) => void;
  svgRef?: Ref<SVGSVGElement>;
  children?: ComponentChildren; // the legend, below
}

export function TimelineChart({ answer, since, until, onRange, svgRef, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const [whole, setWhole] = useState(false);
  const main = useMemo(() => mainPart(answer), [answer]);
  const bars = (main && !whole ? main.bars : answer?.bars) ?? [];
  const time = answer?.unit ?? "day";
  const scale = scaleOf(bars, time, width);
  const up = Math.max(0, ...bars.map((bar) => sum(bar.counts, UP)));
  const down = Math.max(0, ...bars.map((bar) => sum(bar.counts, DOWN)));
  const room = Math.max(0, height - FOOT - 6);
  const unit = room / Math.max(1, up + down);
  const zero = 4 + up * unit;
  const x = (event: PointerEvent) => event.clientX - (frame.current?.getBoundingClientRect().left ?? 0);
  const done = () => {
    if (drag && scale && Math.abs(drag.to - drag.from) > 4) {
      const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
      onRange(iso(scale.time(from)), iso(scale.time(to)));
    }
    else if (drag && scale) {
      const bar = hit(bars, drag.to, scale.x, time);
      if (bar) onRange(bar.start, lastDay(bar.start, time));
    }
    setDrag(null);
  };
  const chosen = scale && (since || until)
    ? { from: since ? scale.x(Date.parse(since)) : 0, to: until ? scale.x(Date.parse(until) + 864e5) : width } : null;
  return (
    <>
    <div class="timeline" ref={frame}>
      <svg
        ref={svgRef}
        width={width}
        height={height}
        viewBox={width && height ? `0 0 ${width} ${height}` : undefined}
        role="img"
        aria-label={summary(answer)}
        onPointerDown={(event) => {
          if (event.button !== 0 || !scale) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: x(event), to: x(event) });
        }}
        onPointerMove={(event) => { const to = x(event); setDrag((old) => (old ? { ...old, to } : null)); }}
        onPointerUp={done}
        onPointerCancel={() => setDrag(null)}
      >
        {scale && bars.map((bar) => {
          const from = scale.x(Date.parse(bar.start));
          const wide = Math.max(1.5, scale.x(Date.parse(bar.start) + DAYS[time] * 864e5) - from - 1);
          return (
            <g key={bar.start} class="time-bar">
              <title>{`${day(bar.start)} (${answer?.unit}): ${Object.entries(bar.counts).map(([quad, n]) => `${number(n)} ${QUAD_WORDS[quad as Quad].toLowerCase()}`).join(", ")}. Click for these alone.`}</title>
              <rect class="catch" x={from} y="0" width={wide + 1} height={height - FOOT} />
              {stack(bar.counts, UP, zero, -unit).map((part) => <rect key={part.quad} class={`fill q-${part.quad}`} x={from} width={wide} y={part.y} height={part.h} />)}
              {stack(bar.counts, DOWN, zero, unit).map((part) => <rect key={part.quad} class={`fill q-${part.quad}`} x={from} width={wide} y={part.y} height={part.h} />)}
            </g>
          );
        })}
        {scale && up > 0 && <text class="axis-words" x={LEFT - 6} y={zero - up * unit} dy="0.7em" text-anchor="end">{number(up)}</text>}
        {scale && down > 0 && <text class="axis-words" x={LEFT - 6} y={zero + down * unit} dy="-0.1em" text-anchor="end">{number(down)}</text>}
        {scale && <line class="axis" x1="0" x2={width} y1={zero} y2={zero} />}
        {scale && ticks(scale.first, scale.last, width).map((tick) => (
          <g key={tick.at} transform={`translate(${scale.x(tick.at)},${height - FOOT})`}>
            <line class="axis-tick" y2="4" />
            <text class="axis-words" y="14" text-anchor={scale.x(tick.at) > width - 30 ? "end" : scale.x(tick.at) < 20 ? "start" : "middle"}>{tick.words}</text>
          </g>
        ))}
        {chosen && <rect class="chosen" x={chosen.from} width={Math.max(2, chosen.to - chosen.from)} y="0" height={height - FOOT} />}
        {drag && <rect class="drag" x={Math.min(drag.from, drag.to)} width={Math.abs(drag.to - drag.from)} y="0" height={height - FOOT} />}
      </svg>
      {answer && !bars.length && <p class="timeline-none">No dates to show.</p>}
    </div>
    <div class="timeline-foot">
      {main && !whole && main.before && <button type="button" class="timeline-more" title={`From ${day(main.before.first)} on. Show the whole time.`} onClick={() => setWhole(true)}>‹ {number(main.before.total)} earlier</button>}
      {main && !whole && main.after && <button type="button" class="timeline-more" title={`Until ${day(main.after.first)}. Show the whole time.`} onClick={() => setWhole(true)}>{number(main.after.total)} later ›</button>}
      {main && whole && <button type="button" class="timeline-more" onClick={() => setWhole(false)}>Only where most are</button>}
      {children}
    </div>
    </>
  );
}

/** The bar at a place of the chart, with some room beside narrow ones. */
function hit(bars: readonly Bar[], at: number, x: (time: number) => number, unit: Answer["unit"]): Bar | undefined {
  const away = (bar: Bar) => {
    const [from, to] = [x(Date.parse(bar.start)), x(Date.parse(bar.start) + DAYS[unit] * 864e5)];
    return Math.max(0, from - at, at - to);
  };
  return [...bars].filter((bar) => away(bar) <= 3).sort((a, b) => away(a) - away(b))[0];
}

/** The last day of the time that begins on a day. */
function lastDay(start: Day, unit: Answer["unit"]): Day {
  const date = new Date(start);
  if (unit === "week") date.setUTCDate(date.getUTCDate() + 6);
  else if (unit !== "day") date.setUTCMonth(date.getUTCMonth() + (unit === "month" ? 1 : 12), 0);
  return iso(date.getTime());
}

function sum(counts: Answer["bars"][number]["counts"], quads: readonly Quad[]): number {
  return quads.reduce((total, quad) => total + (counts[quad] ?? 0), 0);
}

function stack(counts: Answer["bars"][number]["counts"], quads: readonly Quad[], zero: number, unit: number) {
  let at = zero;
  return quads.filter((quad) => counts[quad]).map((quad) => {
    const h = (counts[quad] ?? 0) * unit;
    const part = { quad, y: Math.min(at, at + h), h: Math.abs(h) };
    at += h;
    return part;
  });
}

type Bar = Answer["bars"][number];
interface Rest { first: Day; total: number }

const FEW = 0.1; // this share of all may be left aside
const MUCH = 0.4; // where the rest fills less than this share of the whole time

/** The time in which nearly all is, where a few far away would squeeze it; null where all can be shown. */
function mainPart(answer: Answer | null): { bars: Bar[]; before: Rest | null; after: Rest | null } | null {
  const bars = answer?.bars ?? [];
  const times = bars.map((bar) => Date.parse(bar.start));
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const budget = Math.max(2, total * FEW);
  if (bars.length < 4 || total < 12) return null;
  const span = (from: number, to: number) => (times[to] as number) - (times[from] as number);
  let best: [number, number] = [0, bars.length - 1];
  let left = 0;
  for (let from = 0; from < bars.length && left <= budget; left += (bars[from] as Bar).total, from++) {
    let right = 0;
    for (let to = bars.length - 1; to > from && left + right <= budget; right += (bars[to] as Bar).total, to--) {
      if (span(from, to) < span(...best)) best = [from, to];
    }
  }
  if (span(...best) > MUCH * span(0, bars.length - 1)) return null;
  const near = 0.25 * span(...best); // those just before it need no room to speak of
  const late = 0.6 * span(...best); // the latest are what most look for
  let [from, to] = best;
  while (from > 0 && span(from - 1, best[0]) <= near) from--;
  while (to < bars.length - 1 && span(best[1], to + 1) <= late) to++;
  const rest = (some: Bar[], first: Bar | undefined): Rest | null => (first ? { first: first.start, total: some.reduce((sum, bar) => sum + bar.total, 0) } : null);
  const [before, after] = [bars.slice(0, from), bars.slice(to + 1)];
  return { bars: bars.slice(from, to + 1), before: rest(before, before[0]), after: rest(after, after[after.length - 1]) };
}

function scaleOf(bars: readonly Bar[], unit: Answer["unit"], width: number) {
  if (!bars.length || width < LEFT + EDGE) return null;
  const first = Date.parse(bars[0]?.start ?? "");
  const last = Date.parse(bars[bars.length - 1]?.start ?? "") + DAYS[unit] * 864e5;
  const per = (width - LEFT - EDGE) / Math.max(last - first, 864e5);
  return {
    first, last,
    x: (time: number) => LEFT + (time - first) * per,
    time: (at: number) => Math.max(first, Math.min(last - 1, first + (at - LEFT) / per)),
  };
}

function iso(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Years, months or days along the axis, about one every 80 pixels. */
export function ticks(first: number, last: number, width: number): { at: number; words: string }[] {
  const days = (last - first) / 864e5;
  const wanted = Math.max(2, width / 80);
  const out: { at: number; words: string }[] = [];
  const start = new Date(first);
  if (days / 365 > wanted / 3) {
    const step = [1, 2, 5, 10, 20, 50].find((years) => days / 365 / years <= wanted) ?? 100;
    for (let year = Math.ceil(start.getUTCFullYear() / step) * step; Date.UTC(year, 0) <= last; year += step) {
      if (Date.UTC(year, 0) >= first) out.push({ at: Date.UTC(year, 0), words: String(year) });
    }
  } else if (days > 62) {
    const step = [1, 2, 3, 6].find((months) => days / 30.4 / months <= wanted) ?? 12;
    for (let n = start.getUTCFullYear() * 12 + Math.ceil(start.getUTCMonth() / step) * step; ; n += step) {
      const at = Date.UTC(Math.floor(n / 12), n % 12);
      if (at > last) break;
      if (at >= first) out.push({ at, words: n % 12 === 0 || !out.length ? `${MONTHS[n % 12]} ${Math.floor(n / 12)}` : (MONTHS[n % 12] as string) });
    }
  } else {
    const step = [1, 2, 5, 7, 10, 14].find((some) => days / some <= wanted) ?? 30;
    for (let at = Math.ceil(first / 864e5) * 864e5; at <= last; at += step * 864e5) {
      const date = new Date(at);
      out.push({ at, words: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` });
    }
  }
  return out;
}

function summary(answer: Answer | null): string {
  if (!answer?.bars.length) return "Timeline without dates";
  const total = answer.bars.reduce((all, bar) => all + bar.total, 0);
  const last = answer.bars[answer.bars.length - 1];
  return `Timeline by ${answer.unit}, ${day(answer.bars[0]?.start)} to ${day(last?.start)}: ${number(total)} in all. Dates can be typed in the filters as well.`;
}

// Cooperation above the line, conflict below, turning points as numbered flags.

import { useRef } from "preact/hooks";
import type { Series } from "../api/types";
import { Icon, Words } from "../parts/bits";
import { partyWords } from "../parties";
import { saveCsv, savePng, saveSvg, type Key } from "../parts/draw";
import { useSize } from "../parts/size";
import { ticks } from "../parts/timeline";
import { complain } from "../parts/toast";
import { day, month, number, plural } from "../words";

const KEYS: readonly Key[] = [
  { swatch: "swatch cooperation", words: "cooperation" },
  { swatch: "swatch conflict", words: "conflict" },
];
const LEFT = 44;
const TOP = 22;
const FOOT = 22;
const FEW = 4; // events that fill the height: a single one is no tower
const NARROWEST = 7; // times along the axis: a single one has others around it
const DAYS = { week: 7, month: 30.4, quarter: 91.3, year: 365.25 } as const;

export function SeriesChart({ series, measure, chosen, onSlot }: {
  series: Series; measure: "count" | "intensity";
  chosen: string | null; // the first day of the bar whose events are listed
  onSlot: (start: string | null) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { width, height } = useSize(frame);
  const name = (codes: readonly string[]) => codes.map(partyWords).join(" and ") || "everybody";
  const title = `${name(series.a)} and ${name(series.b)}`;
  const { points } = series;
  const undated = series.undated > 0 && <span>{number(series.undated)} without a date</span>;
  if (!points.length) return <Nothing series={series} />;
  const of = (value: { count: number; intensity: number }) => Math.abs(measure === "count" ? value.count : value.intensity);
  const up = Math.max(...points.map((point) => of(point.cooperation)));
  const down = Math.max(...points.map((point) => of(point.conflict)));
  const slots = axis(points.map((point) => point.start), series.unit);
  const first = Date.parse(slots[0] ?? "");
  const last = Date.parse(slots[slots.length - 1] ?? "") + DAYS[series.unit] * 864e5;
  const x = (time: number) => LEFT + ((time - first) / Math.max(last - first, 1)) * (width - LEFT - 12);
  const unit = (height - TOP - FOOT) / Math.max(up + down, measure === "count" ? FEW : 1e-9);
  const zero = TOP + up * unit;
  const wide = Math.max(2, Math.min(46, x(first + DAYS[series.unit] * 864e5) - x(first) - 2));
  const slot = x(first + DAYS[series.unit] * 864e5) - x(first);
  const left = (start: string) => x(Date.parse(start)) + Math.max(0, slot - wide) / 2;
  const each = slot >= 64;
  return (
    <figure class="series">
      <figcaption>
        <strong>{title}</strong>
        <span class="legend"><span><i class="swatch cooperation" />cooperation</span><span><i class="swatch conflict" />conflict</span>{undated}</span>
        <span class="grow" />
        <button type="button" class="button small" onClick={() => saveCsv([["start", "unit", "cooperation", "conflict", "cooperation_intensity", "conflict_intensity"], ...points.map((point) => [point.start, series.unit, point.cooperation.count, point.conflict.count, point.cooperation.intensity, point.conflict.intensity])], "relation")}><Icon name="export" />CSV</button>
        <button type="button" class="button small" onClick={() => { if (svg.current) savePng(svg.current, title, "relation", KEYS).catch(complain); }}><Icon name="export" />PNG</button>
        <button type="button" class="button small" onClick={() => { if (svg.current) saveSvg(svg.current, title, "relation", KEYS); }}><Icon name="export" />SVG</button>
      </figcaption>
      <div class="series-frame" ref={frame}>
        {width > 0 && (
          <svg ref={svg} width={width} height={height} role="img" aria-label={`${title}: ${number(points.reduce((n, point) => n + point.cooperation.count, 0))} acts of cooperation, ${number(points.reduce((n, point) => n + point.conflict.count, 0))} of conflict, ${series.turning.length} turning points`}>
            {up > 0 && <Grid value={up} y={TOP} width={width} />}
            {down > 0 && <Grid value={down} y={zero + down * unit} width={width} />}
            {points.map((point) => (
              <g key={point.start} class={point.start === chosen ? "slot-bar picked" : "slot-bar"} onClick={() => onSlot(point.start === chosen ? null : point.start)}>
                <title>{`${slotWords(point.start, series.unit)}: ${number(point.cooperation.count)} cooperation, ${number(point.conflict.count)} conflict. Click for the events.`}</title>
                <rect class="catch" x={left(point.start) - 1} width={wide + 2} y={TOP} height={height - TOP - FOOT} />
                <rect class="fill cooperation" x={left(point.start)} width={wide} y={zero - of(point.cooperation) * unit} height={of(point.cooperation) * unit} />
                <rect class="fill conflict" x={left(point.start)} width={wide} y={zero} height={of(point.conflict) * unit} />
              </g>
            ))}
            <line class="axis" x1={LEFT} x2={width} y1={zero} y2={zero} />
            <text class="axis-words" x={LEFT - 6} y={zero} dy="0.32em" text-anchor="end">0</text>
            {each && slots.map((start) => (
              <text key={start} class="axis-words" x={left(start) + wide / 2} y={height - 6} text-anchor="middle">{unitWords(start, series.unit)}</text>
            ))}
            {!each && ticks(first, last, width - LEFT).map((tick) => (
              <text key={tick.at} class="axis-words" x={x(tick.at)} y={height - 6} text-anchor={x(tick.at) > width - 40 ? "end" : "start"}>{tick.words}</text>
            ))}
            {series.turning.map((turn, n) => (
              <g key={turn.start} class={`flag ${turn.kind.endsWith("conflict") ? "conflict" : "cooperation"}`} transform={`translate(${left(turn.start) + wide / 2},0)`}>
                <title>{`${day(turn.start)}: ${turn.kind}`}</title>
                <line y1="14" y2={height - FOOT} />
                <circle cy="10" r="8" /><text y="10" dy="0.35em">{n + 1}</text>
              </g>
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

/** Why there is nothing to draw. */
function Nothing({ series: { a, b, unknown, undated } }: { series: Series }) {
  if (unknown.length) return <p class="note">{unknown.map((one, n) => <span key={one}>{n > 0 && (n === unknown.length - 1 ? " and " : ", ")}<b><Words text={partyWords(one)} most={60} /></b></span>)} {unknown.length === 1 ? "is" : "are"} not in this store. Look for another name, or for a country.</p>;
  const who = b.length ? "between them" : a.length === 1 ? "with it" : "with them";
  if (undated) return <p class="note">None of the {plural(undated, "event")} {who} has a date.</p>;
  return <p class="note">No event {who} here: take filters away, or choose others.</p>;
}

/** The first days of all times along the axis, those around the points too where these are few. */
function axis(starts: readonly string[], unit: Series["unit"]): string[] {
  const [first = "", last = first] = [starts[0], starts[starts.length - 1]];
  const out = [first];
  while ((out[out.length - 1] as string) < last && out.length < 5000) out.push(later(out[out.length - 1] as string, 1, unit));
  for (let n = 0; out.length < NARROWEST; n++) {
    if (n % 2) out.unshift(later(out[0] as string, -1, unit));
    else out.push(later(out[out.length - 1] as string, 1, unit));
  }
  return out;
}

/** The first day of the time that comes some times later. */
function later(start: string, by: number, unit: Series["unit"]): string {
  const date = new Date(start);
  if (unit === "week") date.setUTCDate(date.getUTCDate() + 7 * by);
  else date.setUTCMonth(date.getUTCMonth() + by * { month: 1, quarter: 3, year: 12 }[unit]);
  return date.toISOString().slice(0, 10);
}

/** The last day of the time that begins on a day. */
export function lastOf(start: string, unit: Series["unit"]): string {
  return new Date(Date.parse(later(start, 1, unit)) - 864e5).toISOString().slice(0, 10);
}

/** What one bar stands for, in full. */
export function slotWords(start: string, unit: Series["unit"]): string {
  return unit === "week" ? `week of ${day(start)}` : unitWords(start, unit);
}

/** What one bar stands for. */
function unitWords(start: string, unit: Series["unit"]): string {
  if (unit === "year") return start.slice(0, 4);
  if (unit === "quarter") return `Q${Math.ceil(Number(start.slice(5, 7)) / 3)} ${start.slice(0, 4)}`;
  return unit === "month" ? month(start) : day(start).slice(0, -5);
}

function Grid({ value, y, width }: { value: number; y: number; width: number }) {
  return (
    <g>
      <line class="grid" x1={LEFT} x2={width} y1={y} y2={y} />
      <text class="axis-words" x={LEFT - 6} y={y} dy="0.32em" text-anchor="end">{number(Math.round(value * 10) / 10)}</text>
    </g>
  );
}

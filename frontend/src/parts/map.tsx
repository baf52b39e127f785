// The world with what happened where. A town is a point, a district a ring, a region or country an area: never a pin.

import { geoContains, geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import { select } from "d3-selection";
import { zoom as zooming, zoomIdentity, type ZoomBehavior, type ZoomTransform } from "d3-zoom";
import type { MultiLineString } from "geojson";
import type { Ref } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MapAnswer, Quad } from "../api/types";
import { QUADS, QUAD_WORDS, plural } from "../words";
import { Icon, PlaceMark } from "./bits";
import { half, laidOut, nameOf, radius, type AreaAt, type Laid } from "./laid";
import { Names } from "./names";
import { useSize } from "./size";
import { divisions, world, type World } from "./world";

export type Box = [number, number, number, number]; // west, south, east, north
type Point = MapAnswer["points"][number];
type Area = MapAnswer["areas"][number];

const FINE = 3.5; // scale from which the finer outlines are drawn
const DIVIDED = 5; // and the lines between first-level divisions
const CLOSEST = 600;
const SPOT = 0.02; // degrees around a place that is listed alone

interface Props {
  answer: MapAnswer | null;
  onView?: (view: { zoom: number; box: Box | null }) => void;
  onOpen?: (id: string) => void;
  onBox?: (box: Box) => void; // "only what is in view"
  onPlace?: (lat: number, lon: number) => void; // a click on the map sets a place
  shown?: { lat: number; lon: number } | null; // what the list points at
  svgRef?: Ref<SVGSVGElement>;
  legend?: boolean; // with the key of the marks
  label: string;
}

export function WorldMap({ answer, onView, onOpen, onBox, onPlace, shown = null, svgRef, legend = false, label }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const { width, height } = useSize(frame);
  const projection = useMemo(() => fitted(width, height), [width, height]);
  const [turned, behaviour] = useZoom(drawing, width, height);
  const atlas = useAtlas(turned.k >= FINE);
  const lines = useDivisions(turned.k >= DIVIDED);
  const fittedTo = useRef(false);

  const fit = (boxes: readonly Box[]) => {
    const svg = drawing.current;
    const target = svg && around(boxes, projection, width, height);
    if (svg && target && behaviour.current) select(svg).call(behaviour.current.transform, target);
  };
  useEffect(() => {
    if (!answer || fittedTo.current || !width) return;
    const boxes = boxesOf(answer);
    if (!boxes.length) return;
    fittedTo.current = true;
    fit(boxes);
  }, [answer, width]);
  useEffect(() => {
    if (width && onView) onView(viewOf(turned, projection, width, height));
  }, [turned, projection]);

  const laid = useMemo(() => laidOut(answer ?? { points: [], areas: [], unplaced: 0 }, (lon, lat) => {
    const spot = projection([lon, lat]);
    return spot ? turned.apply(spot) : null;
  }), [answer, projection, turned]);
  const by = (factor: number) => drawing.current && behaviour.current && select(drawing.current).call(behaviour.current.scaleBy, factor);
  const pan = (x: number, y: number) => drawing.current && behaviour.current && select(drawing.current).call(behaviour.current.translateBy, x / turned.k, y / turned.k);
  const keys: Record<string, () => void> = {
    "+": () => by(1.6), "=": () => by(1.6), "-": () => by(1 / 1.6), "0": () => fit(answer ? boxesOf(answer) : []),
    ArrowLeft: () => pan(80, 0), ArrowRight: () => pan(-80, 0), ArrowUp: () => pan(0, 80), ArrowDown: () => pan(0, -80),
  };
  return (
    <div class="map" ref={frame}>
      <svg
        ref={(element) => {
          drawing.current = element;
          if (typeof svgRef === "function") svgRef(element);
          else if (svgRef) svgRef.current = element;
        }}
        class={onPlace ? "placing" : ""}
        width={width}
        height={height}
        viewBox={width && height ? `0 0 ${width} ${height}` : undefined}
        role="img"
        aria-label={label}
        tabindex={0}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act) return;
          event.preventDefault();
          event.stopPropagation();
          act();
        }}
        onClick={(event) => {
          if (!onPlace || !drawing.current) return;
          const box = drawing.current.getBoundingClientRect();
          const spot = projection.invert?.(turned.invert([event.clientX - box.left, event.clientY - box.top]));
          if (spot) onPlace(Math.round(spot[1] * 1e4) / 1e4, Math.round(spot[0] * 1e4) / 1e4);
        }}
      >
        {width > 0 && <Ground atlas={atlas} lines={lines} projection={projection} turned={turned} areas={answer?.areas ?? []} />}
        {width > 0 && <Names atlas={atlas} laid={laid} projection={projection} turned={turned} width={width} height={height} />}
        {width > 0 && <Marks laid={laid} width={width} height={height} onOpen={onOpen} onFit={fit} onBox={onBox} />}
        {shown && width > 0 && <Pointer at={shown} projection={projection} turned={turned} />}
      </svg>
      <div class="map-tools">
        <button type="button" class="tool" aria-label="Zoom in" title="Zoom in (+)" onClick={() => by(1.6)}><Icon name="plus" /></button>
        <button type="button" class="tool" aria-label="Zoom out" title="Zoom out (−)" onClick={() => by(1 / 1.6)}><Icon name="minus" /></button>
        <button type="button" class="tool" aria-label="Show all places" title="Show all places (0)" onClick={() => fit(answer ? boxesOf(answer) : [])}><Icon name="home" /></button>
      </div>
      {legend && (
        <details class="map-key">
          <summary>Key</summary>
          <ul>
            <li><PlaceMark precision="settlement" />a town or an exact point</li>
            <li><PlaceMark precision="district" />a district</li>
            <li><PlaceMark precision="region" />known to a region only</li>
            <li><PlaceMark precision="country" />known to a country only</li>
            <li><span class="key-ring" aria-hidden="true" />several near each other, by class</li>
          </ul>
        </details>
      )}
      {onBox && turned.k > 1.2 && (
        <button type="button" class="button small map-filter" onClick={() => { const { box } = viewOf(turned, projection, width, height); if (box) onBox(box); }}>
          Only what is in view
        </button>
      )}
    </div>
  );
}

function fitted(width: number, height: number): GeoProjection {
  const projection = geoNaturalEarth1().precision(0.5);
  if (!width) return projection;
  projection.fitWidth(width, { type: "Sphere" });
  const [x] = projection.translate();
  return projection.translate([x, height / 2 + height * 0.06]);
}

function useZoom(drawing: { current: SVGSVGElement | null }, width: number, height: number) {
  const [turned, setTurned] = useState<ZoomTransform>(zoomIdentity);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  useEffect(() => {
    const svg = drawing.current;
    if (!svg || !width) return;
    const made = zooming<SVGSVGElement, unknown>()
      .scaleExtent([1, CLOSEST])
      .translateExtent([[-width * 0.1, -height * 0.3], [width * 1.1, height * 1.3]])
      .extent([[0, 0], [width, height]])
      .on("zoom", (event: { transform: ZoomTransform }) => setTurned(event.transform));
    select(svg).call(made);
    behaviour.current = made;
    return () => void select(svg).on(".zoom", null);
  }, [width, height]);
  return [turned, behaviour] as const;
}

function useAtlas(fine: boolean): World | null {
  const [atlas, setAtlas] = useState<World | null>(null);
  useEffect(() => {
    let wanted = true;
    world(fine).then((found) => wanted && setAtlas(found), () => undefined);
    return () => void (wanted = false);
  }, [fine]);
  return atlas;
}

function useDivisions(wanted: boolean): MultiLineString | null {
  const [lines, setLines] = useState<MultiLineString | null>(null);
  useEffect(() => {
    if (wanted && !lines) divisions().then(setLines, () => undefined);
  }, [wanted]);
  return wanted ? lines : null;
}

function Ground({ atlas, lines, projection, turned, areas }: {
  atlas: World | null; lines: MultiLineString | null; projection: GeoProjection; turned: ZoomTransform; areas: readonly Area[];
}) {
  const path = useMemo(() => geoPath(projection), [projection]);
  const land = useMemo(() => atlas?.land.map((country) => path(country) ?? "") ?? [], [atlas, path]);
  const borders = useMemo(() => (atlas ? path(atlas.borders) ?? "" : ""), [atlas, path]);
  const divided = useMemo(() => (lines ? path(lines) ?? "" : ""), [lines, path]);
  const touched = useMemo(() => {
    const out = new Set<number>();
    for (const area of areas) {
      if (area.precision !== "country") continue;
      const found = atlas?.land.findIndex((country) => geoContains(country, [area.lon, area.lat])) ?? -1;
      if (found >= 0) out.add(found);
    }
    return out;
  }, [areas, atlas]);
  const sphere = useMemo(() => path({ type: "Sphere" }) ?? "", [path]);
  return (
    <g transform={turned.toString()}>
      <path class="sea" d={sphere} />
      {land.map((d, n) => <path key={n} class={touched.has(n) ? "land touched" : "land"} d={d} />)}
      <path class="divided" d={divided} />
      <path class="border" d={borders} />
    </g>
  );
}

function Marks({ laid, width, height, onOpen, onFit, onBox }: {
  laid: Laid; width: number; height: number; onOpen?: (id: string) => void; onFit: (boxes: readonly Box[]) => void; onBox?: (box: Box) => void;
}) {
  const seen = ({ x, y }: { x: number; y: number }) => x > -40 && y > -40 && x < width + 40 && y < height + 40;
  return (
    <g class="marks">
      {laid.areas.filter(seen).map((area) => {
        const open = area.several > 1 ? () => onFit([area.bounds]) : area.id && onOpen ? () => onOpen(area.id as string) : onBox && (() => onBox(spotOf(area)));
        return <AreaMark key={`${area.precision}${area.country}${area.admin1}${area.lat}`} area={area} x={area.x} y={area.y} onOpen={open} />;
      })}
      {laid.points.filter(seen).map((point) => {
        const [west, south, east, north] = point.bounds;
        const alone = point.id && onOpen;
        const act = alone ? () => onOpen(point.id as string)
          : west < east || south < north ? () => onFit([point.bounds]) : onBox && (() => onBox(spotOf(point)));
        return <PointMark key={`${point.lat},${point.lon},${point.count}`} point={point} x={point.x} y={point.y} act={act} />;
      })}
    </g>
  );
}

/** The place of a mark and no other, for the list of what lies there. */
function spotOf({ lat, lon }: { lat: number; lon: number }): Box {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return [round(lon - SPOT), round(lat - SPOT), round(lon + SPOT), round(lat + SPOT)];
}

function AreaMark({ area, x, y, onOpen }: { area: AreaAt; x: number; y: number; onOpen?: () => void }) {
  const words = `${nameOf({ label: area.name ?? area.admin1 ?? area.country ?? "area", others: area.others })}: ${plural(area.count, "incident")} known to ${area.several > 1 ? "a region or country" : `the ${area.precision}`} only${area.several > 1 ? ". Click to look closer." : onOpen && area.count > 1 ? ". Click to list them." : ""}`;
  const [wide, high] = half(area.count);
  return (
    <g class={`area ${area.precision} q-${largest(area.quads)} ${onOpen ? "can" : ""}`} transform={`translate(${x},${y})`} onClick={onOpen}>
      <title>{words}</title>
      <rect x={-wide} y={-high} width={2 * wide} height={2 * high} rx={area.precision === "region" ? high : 3} />
      <text dy="0.35em">{area.count}</text>
    </g>
  );
}

function PointMark({ point, x, y, act }: { point: Point; x: number; y: number; act?: () => void }) {
  const name = nameOf(point);
  const words = name ? `${name}${point.count > 1 ? `, ${point.count}` : ""}` : plural(point.count, "incident");
  if (point.count === 1) {
    return (
      <g class={`point q-${largest(point.quads)} ${point.precision} ${act ? "can" : ""}`} transform={`translate(${x},${y})`} onClick={act}>
        <title>{words}</title>
        <circle r={point.precision === "district" ? 7 : 5.5} />
      </g>
    );
  }
  const r = radius(point.count);
  return (
    <g class={`cluster ${act ? "can" : ""}`} transform={`translate(${x},${y})`} onClick={act}>
      <title>{words}</title>
      <circle class="ground" r={r} />
      {rings(point.quads, r).map(({ quad, d }) => <path key={quad} class={`ring q-${quad}`} d={d}><title>{QUAD_WORDS[quad]}</title></path>)}
      <text dy="0.35em">{point.count}</text>
    </g>
  );
}

function Pointer({ at, projection, turned }: { at: { lat: number; lon: number }; projection: GeoProjection; turned: ZoomTransform }) {
  const spot = projection([at.lon, at.lat]);
  if (!spot) return null;
  const [x, y] = turned.apply(spot);
  return <circle class="pointer" cx={x} cy={y} r="13" />;
}

function largest(quads: Partial<Record<Quad, number>>): Quad | "none" {
  let best: Quad | "none" = "none";
  for (const quad of QUADS) if ((quads[quad] ?? 0) > (best === "none" ? 0 : quads[best] ?? 0)) best = quad;
  return best;
}

/** The shares of the quad classes as arcs of a ring. */
function rings(quads: Partial<Record<Quad, number>>, r: number): { quad: Quad; d: string }[] {
  const total = QUADS.reduce((sum, quad) => sum + (quads[quad] ?? 0), 0);
  let from = 0;
  return QUADS.filter((quad) => quads[quad]).map((quad) => {
    const share = (quads[quad] ?? 0) / total;
    const to = from + Math.min(share, 0.9999);
    const [a, b] = [turn(from, r), turn(to, r)];
    const d = `M${a} A${r},${r} 0 ${share > 0.5 ? 1 : 0} 1 ${b}`;
    from += share;
    return { quad, d };
  });
}

function turn(share: number, r: number): string {
  const angle = 2 * Math.PI * share - Math.PI / 2;
  return `${(r * Math.cos(angle)).toFixed(2)},${(r * Math.sin(angle)).toFixed(2)}`;
}

function boxesOf(answer: MapAnswer): Box[] {
  return [
    ...answer.points.map((point) => point.bounds),
    ...answer.areas.map((area): Box => [area.lon - 3, area.lat - 3, area.lon + 3, area.lat + 3]),
  ];
}

/** The transform that shows all boxes with room around them. */
function around(boxes: readonly Box[], projection: GeoProjection, width: number, height: number): ZoomTransform | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [west, south, east, north] of boxes) {
    for (const corner of [[west, south], [east, north], [west, north], [east, south]] as [number, number][]) {
      const spot = projection(corner);
      if (!spot) continue;
      [x0, y0] = [Math.min(x0, spot[0]), Math.min(y0, spot[1])];
      [x1, y1] = [Math.max(x1, spot[0]), Math.max(y1, spot[1])];
    }
  }
  if (!Number.isFinite(x0)) return zoomIdentity;
  const k = Math.max(1, Math.min(60, 0.78 / Math.max((x1 - x0) / width, (y1 - y0) / height, 1e-6)));
  return zoomIdentity.translate(width / 2 - (k * (x0 + x1)) / 2, height / 2 - (k * (y0 + y1)) / 2).scale(k);
}

/** How close we look, as web maps count, and what part of the world is seen; all of it where that is much. */
function viewOf(turned: ZoomTransform, projection: GeoProjection, width: number, height: number): { zoom: number; box: Box | null } {
  const zoom = Math.max(0, Math.min(20, Math.round(Math.log2((width * turned.k) / 256))));
  if (turned.k < 2) return { zoom, box: null };
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let i = 0; i <= 4; i++) {
    for (let j = 0; j <= 4; j++) {
      const spot = projection.invert?.(turned.invert([(width * i) / 4, (height * j) / 4]));
      if (!spot || Math.abs(spot[0]) > 180 || Math.abs(spot[1]) > 90 || Number.isNaN(spot[0])) return { zoom, box: null };
      [west, south] = [Math.min(west, spot[0]), Math.min(south, spot[1])];
      [east, north] = [Math.max(east, spot[0]), Math.max(north, spot[1])];
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { zoom, box: [round(west), round(south), round(east), round(north)] };
}

// Who acts on whom as a network. The places of the parties are those of the whole time, so that they stay while time moves.

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Network } from "../api/types";
import { type Box, meet } from "../boxes";
import { useCountry } from "../book";
import { Icon } from "../parts/bits";
import { savePng, saveSvg, type Key } from "../parts/draw";
import { useSize } from "../parts/size";
import { complain } from "../parts/toast";
import { number, plural, sectorWords } from "../words";

const KEYS: readonly Key[] = [
  { swatch: "swatch cooperation", words: "mostly cooperation" },
  { swatch: "swatch", words: "mixed" },
  { swatch: "swatch conflict", words: "mostly conflict" },
];

type Edge = Network["edges"][number];

interface Node extends SimulationNodeDatum {
  id: string;
  r: number;
}

const NARROW = 560; // pixels of width
const FEW = 16; // parties that a narrow window has room for

/** The parties with most events and what is between them. */
function busiest(network: Network, most: number): Network {
  if (network.nodes.length <= most) return network;
  const nodes = [...network.nodes].sort((a, b) => b.events - a.events).slice(0, most);
  const kept = new Set(nodes.map((node) => node.id));
  return { ...network, nodes, edges: network.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)) };
}

/** Without the parties that have to do with themselves alone: nothing leads to or from them. */
function linked(network: Network): Network {
  const tied = new Set(network.edges.filter((edge) => edge.from !== edge.to).flatMap((edge) => [edge.from, edge.to]));
  return { ...network, nodes: network.nodes.filter((node) => tied.has(node.id)) };
}

export function NetworkChart({ whole: given, limit, least, part, onPair }: { whole: Network; limit: number; least: number; part: Network | null; onPair: (a: string, b: string) => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { width, height } = useSize(frame);
  const room = width && width < NARROW ? FEW : limit;
  const whole = useMemo(() => linked(busiest(given, room)), [given, room]);
  const alone = Math.min(room, given.nodes.length) - whole.nodes.length;
  const country = useCountry();
  const [held, setHeld] = useState<string | null>(null);
  const places = useMemo(() => (width ? laidOut(whole, width, height) : new Map<string, Node>()), [whole, width, height]);
  const shown = useMemo(() => (part && part !== given ? linked(part) : whole), [part, whole]);
  const active = new Set(shown.nodes.map((node) => node.id));
  const cut = given.nodes.length >= room;
  const edges = shown.edges.filter((edge) => edge.from !== edge.to && places.has(edge.from) && places.has(edge.to));
  const most = Math.max(1, ...whole.edges.map((edge) => edge.events));
  const label = (node: Network["nodes"][number]) => [country(node.country), node.sector && sectorWords(node.sector)].filter(Boolean).join(" ") || node.label;
  const sides = useMemo(() => labelSides(places, whole.edges, width, new Map(whole.nodes.map((node) => [node.id, label(node)]))), [places, whole, width]);
  const bends = useMemo(() => bentAround(places, whole.edges, width, height), [places, whole]);
  const bend = (edge: Edge) => bends.get(`${edge.from} ${edge.to}`) ?? 0;
  const name = (id: string) => { const node = whole.nodes.find((one) => one.id === id); return node ? label(node) : id; };
  const near = new Set(edges.filter((edge) => edge.from === held || edge.to === held).flatMap((edge) => [edge.from, edge.to]));
  return (
    <figure class="network">
      <figcaption>
        <span class="legend"><span><i class="swatch cooperation" />mostly cooperation</span><span><i class="swatch mixed" />mixed</span><span><i class="swatch conflict" />mostly conflict</span></span>
        <span class="grow" />
        <button type="button" class="button small" onClick={() => { if (svg.current) savePng(svg.current, "Who acts on whom", "network", KEYS).catch(complain); }}><Icon name="export" />PNG</button>
        <button type="button" class="button small" onClick={() => { if (svg.current) saveSvg(svg.current, "Who acts on whom", "network", KEYS); }}><Icon name="export" />SVG</button>
      </figcaption>
      <p class="note network-note">
        {cut ? `The ${number(room)} parties with most events` : plural(given.nodes.length, "party", "parties")}{alone > 0 && `; ${number(alone)} of them ${alone === 1 ? "has" : "have"} ${least > 1 ? "no such tie" : "to do with nobody else here"} and ${alone === 1 ? "is" : "are"} not drawn`}.{least > 1 && ` Ties of fewer than ${number(least)} events are not drawn.`} Arrows lead from who acts to whom; the wider, the more events. Click an arrow for its events.
      </p>
      <div class="network-frame" ref={frame}>
        <svg ref={svg} width={width} height={height} role="img" aria-label={`Network of ${plural(shown.nodes.length, "party", "parties")} and ${plural(edges.length, "tie")}; the matrix shows the same as a table`}>
          {edges.map((edge) => {
            const [from, to] = [places.get(edge.from) as Node, places.get(edge.to) as Node];
            const away = held !== null && edge.from !== held && edge.to !== held;
            const thick = thickness(edge.events, most);
            return (
              <g key={`${edge.from} ${edge.to}`} class={`edge ${kindOf(edge)} ${away ? "away" : ""}`} onClick={() => onPair(edge.from, edge.to)}>
                <title>{`${name(edge.from)} on ${name(edge.to)}: ${plural(edge.events, "event")}, ${edge.cooperation} cooperation, ${edge.conflict} conflict. Click for the time line.`}</title>
                <path class="line" d={curve(from, to, bend(edge))} stroke-width={thick} />
              </g>
            );
          })}
          {whole.nodes.map((node) => {
            const place = places.get(node.id);
            if (!place) return null;
            const away = !active.has(node.id) || (held !== null && held !== node.id && !near.has(node.id));
            return (
              <g key={node.id} class={away ? "node away" : "node"} transform={`translate(${place.x},${place.y})`} onMouseEnter={() => setHeld(node.id)} onMouseLeave={() => setHeld(null)}>
                <title>{`${label(node)}: ${plural(node.events, "event")}`}</title>
                <circle r={place.r} />
                <text {...labelAt(sides.get(node.id) ?? "below", place, label(node).length * LETTER, width)}>{label(node)}</text>
              </g>
            );
          })}
          {edges.map((edge) => {
            const [from, to] = [places.get(edge.from) as Node, places.get(edge.to) as Node];
            const away = held !== null && edge.from !== held && edge.to !== held;
            return <path key={`${edge.from} ${edge.to}`} class={`arrow ${kindOf(edge)} ${away ? "away" : ""}`} d={arrow(from, to, bend(edge), thickness(edge.events, most))} />;
          })}
        </svg>
      </div>
    </figure>
  );
}

function kindOf(edge: Network["edges"][number]): "conflict" | "mixed" | "cooperation" {
  const share = edge.conflict / Math.max(1, edge.conflict + edge.cooperation);
  return share > 0.65 ? "conflict" : share < 0.35 ? "cooperation" : "mixed";
}

function thickness(events: number, most: number): number {
  return 1.2 + 5 * Math.sqrt(events / most);
}

type Side = "below" | "above" | "right" | "left";
const SIDES: [Side, number][] = [["below", Math.PI / 2], ["above", -Math.PI / 2], ["right", 0], ["left", Math.PI]];
const LETTER = 8.6; // pixels of a letter of a name, at most about
const LINE = 16;

function circle({ x = 0, y = 0, r }: Node): Box {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function labelBox(side: Side, { x = 0, y = 0, r }: Node, wide: number): Box {
  if (side === "right") return { left: x + r + 6, right: x + r + 6 + wide, top: y - LINE / 2, bottom: y + LINE / 2 };
  if (side === "left") return { left: x - r - 6 - wide, right: x - r - 6, top: y - LINE / 2, bottom: y + LINE / 2 };
  const top = side === "below" ? y + r + 2 : y - r - 2 - LINE;
  return { left: x - wide / 2, right: x + wide / 2, top, bottom: top + LINE };
}

/** On which side of each circle its name meets no other name or circle, and fewest lines end, so that it hides no arrowheads. */
function labelSides(places: ReadonlyMap<string, Node>, edges: readonly Network["edges"][number][], width: number, names: ReadonlyMap<string, string>): Map<string, Side> {
  const angles = new Map<string, number[]>();
  const add = (from: Node | undefined, to: Node | undefined) => {
    if (!from || !to || from === to) return;
    const angle = Math.atan2((to.y ?? 0) - (from.y ?? 0), (to.x ?? 0) - (from.x ?? 0));
    angles.set(from.id, [...(angles.get(from.id) ?? []), angle]);
  };
  for (const edge of edges) {
    add(places.get(edge.from), places.get(edge.to));
    add(places.get(edge.to), places.get(edge.from));
  }
  const gap = (a: number, b: number) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
  const taken = [...places.values()].map(circle);
  return new Map([...places].map(([id, node]) => {
    const box = (side: Side) => labelBox(side, node, (names.get(id)?.length ?? 0) * LETTER);
    const inside = ({ left, right }: Box) => left >= 0 && right <= width;
    const free = (angle: number) => Math.min(Math.PI, ...(angles.get(id) ?? []).map((one) => gap(one, angle)));
    const cost = ([side, angle]: [Side, number]) => 10 * taken.filter((one) => meet(one, box(side))).length + (inside(box(side)) ? 0 : side === "left" || side === "right" ? 100 : 5) - free(angle);
    const best = [...SIDES].sort((a, b) => cost(a) - cost(b))[0]?.[0] ?? "below";
    taken.push(box(best));
    return [id, best];
  }));
}

/** Where a name stands beside its circle; one above or below stays inside the frame. */
function labelAt(side: Side, { r, x = 0 }: Node, wide: number, width: number) {
  if (side === "right") return { x: r + 6, dy: "0.32em", style: { textAnchor: "start" as const } };
  if (side === "left") return { x: -r - 6, dy: "0.32em", style: { textAnchor: "end" as const } };
  return { x: Math.max(wide / 2 + 2, Math.min(width - wide / 2 - 2, x)) - x, y: side === "below" ? r + 14 : -r - 6 };
}

function laidOut(network: Network, width: number, height: number): Map<string, Node> {
  const most = Math.max(1, ...network.nodes.map((node) => node.events));
  const nodes: Node[] = network.nodes.map((node, n) => {
    const angle = (2 * Math.PI * n) / network.nodes.length;
    return { id: node.id, r: 6 + 16 * Math.sqrt(node.events / most), x: width / 2 + Math.cos(angle) * width * 0.3, y: height / 2 + Math.sin(angle) * height * 0.3 };
  });
  const known = new Set(nodes.map((node) => node.id));
  const links = network.edges.filter((edge) => edge.from !== edge.to && known.has(edge.from) && known.has(edge.to)).map((edge) => ({ source: edge.from, target: edge.to, events: edge.events }));
  forceSimulation(nodes)
    .force("link", forceLink<Node, { source: string | Node; target: string | Node; events: number }>(links).id((node) => node.id).distance(110).strength((link) => 0.15 + 0.25 * Math.min(1, link.events / 10)))
    .force("away", forceManyBody<Node>().strength(-520))
    .force("middle", forceCenter(width / 2, height / 2))
    .force("apart", forceCollide<Node>((node) => node.r + 22))
    .force("x", forceX<Node>(width / 2).strength(0.05 * (height / width)))
    .force("y", forceY<Node>(height / 2).strength(0.12))
    .stop()
    .tick(250);
  spread(nodes, width, height);
  return new Map(nodes.map((node) => [node.id, node]));
}

/** Moves the places apart so that they fill the frame. */
function spread(nodes: readonly Node[], width: number, height: number): void {
  for (const [axis, from, to] of [["x", 80, width - 80], ["y", 40, height - 50]] as const) {
    const values = nodes.map((node) => node[axis] ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    for (const node of nodes) {
      const share = most > least ? ((node[axis] ?? 0) - least) / (most - least) : 0.5;
      node[axis] = from + share * (to - from);
    }
  }
  forceSimulation([...nodes]).force("apart", forceCollide<Node>((node) => node.r + 20)).stop().tick(80);
  for (const node of nodes) {
    node.x = Math.max(node.r + 4, Math.min(width - node.r - 4, node.x ?? 0));
    node.y = Math.max(node.r + 18, Math.min(height - node.r - 18, node.y ?? 0));
  }
}

const ROOM = 7; // pixels between a line and a circle that it passes
const STEP = 12;
const STEPS = 14;

/** How far each line bows to the right of its way (to the left where below zero), so that it passes by the other circles. */
function bentAround(places: ReadonlyMap<string, Node>, edges: readonly Edge[], width: number, height: number): Map<string, number> {
  const out = new Map<string, number>();
  for (const edge of edges) {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (!from || !to || from === to) continue;
    const others = [...places.values()].filter((one) => one !== from && one !== to);
    const flat = flatBend(from, to);
    const wider = Array.from({ length: STEPS }, (_, n) => [flat + n * STEP, -flat - n * STEP]).flat();
    const back = out.get(`${edge.to} ${edge.from}`); // the way back, if it is drawn, is a line of its own
    const cost = (side: number) => (back !== undefined && Math.abs(side + back) < STEP ? 900 : 0) + 1000 * hits(from, to, side, others, width, height) + Math.abs(side) + (side < 0 ? STEP / 2 : 0);
    out.set(`${edge.from} ${edge.to}`, wider.reduce((best, side) => (cost(side) < cost(best) ? side : best)));
  }
  return out;
}

/** A flat bow, so that both directions are seen. */
function flatBend(from: Node, to: Node): number {
  return Math.min(24, Math.hypot((to.x ?? 0) - (from.x ?? 0), (to.y ?? 0) - (from.y ?? 0)) * 0.14);
}

/** How many circles a line runs through; outside of the frame counts as well. */
function hits(from: Node, to: Node, side: number, others: readonly Node[], width: number, height: number): number {
  const { x1, y1, cx, cy } = bow(from, to, side);
  const through = new Set<Node | null>();
  for (let n = 1; n < 30; n++) {
    const t = n / 30;
    const at = (a: number, c: number, b: number) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * c + t * t * b;
    const [x, y] = [at(x1, cx, to.x ?? 0), at(y1, cy, to.y ?? 0)];
    if (x < 4 || y < 4 || x > width - 4 || y > height - 4) through.add(null);
    for (const one of others) if (Math.hypot((one.x ?? 0) - x, (one.y ?? 0) - y) < one.r + ROOM) through.add(one);
  }
  return through.size;
}

function bow(from: Node, to: Node, side: number) {
  const [x1, y1, x2, y2] = [from.x ?? 0, from.y ?? 0, to.x ?? 0, to.y ?? 0];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [nx, ny] = [(y2 - y1) / length, -(x2 - x1) / length];
  const [cx, cy] = [(x1 + x2) / 2 + nx * side, (y1 + y2) / 2 + ny * side];
  const into = Math.hypot(x2 - cx, y2 - cy) || 1;
  const [ex, ey] = [x2 - ((x2 - cx) / into) * (to.r + 7), y2 - ((y2 - cy) / into) * (to.r + 7)];
  return { x1, y1, cx, cy, ex, ey, dx: (x2 - cx) / into, dy: (y2 - cy) / into };
}

function curve(from: Node, to: Node, side: number): string {
  const { x1, y1, cx, cy, ex, ey } = bow(from, to, side);
  return `M${x1},${y1} Q${cx},${cy} ${ex},${ey}`;
}

function arrow(from: Node, to: Node, side: number, thick: number): string {
  const { ex, ey, dx, dy } = bow(from, to, side);
  const [long, wide] = [6, 2.5 + thick / 2];
  return `M${ex + dx * long},${ey + dy * long} L${ex - dy * wide},${ey + dx * wide} L${ex + dy * wide},${ey - dx * wide} Z`;
}

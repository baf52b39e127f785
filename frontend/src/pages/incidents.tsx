// The start page: list, map and timeline of the same incidents, narrowed together.

import type { RefObject } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Facets, Filters, IncidentItem, MapAnswer, Timeline } from "../api/types";
import { address, useLoad } from "../client";
import { canReview, useCountry, useKnown } from "../book";
import { chips, daysAgo, filterWords, filtersOf, nothing, params, setFilters, toggled, without } from "../filters";
import { useKeys } from "../keys";
import { Busy, Empty, Failed, Icon, QuadMark } from "../parts/bits";
import { Choice } from "../parts/choice";
import { FileLinks } from "../parts/files";
import { saveSvg, savePng, type Key } from "../parts/draw";
import { Chips, FilterPanel, SearchBox } from "../parts/filterpanel";
import { IncidentRow } from "../parts/incidentrow";
import { CopyTable, IncidentTable } from "../parts/incidenttable";
import { More, totalWords, useListing, type Listing } from "../parts/listing";
import { WorldMap, type Box } from "../parts/map";
import { Menu } from "../parts/menu";
import { SumsPane } from "../parts/sums";
import { TimelineChart } from "../parts/timeline";
import { complain } from "../parts/toast";
import { copy } from "../clipboard";
import { go, useTitle, useWhere } from "../router";
import { useTrail } from "../trail";
import { QUADS, QUAD_WORDS, number, plural } from "../words";

const ORDERS = { day: "Latest first", origins: "Most reports first", killed: "Most killed first", recorded: "Newly found or changed first" } as const;
const VIEWS = [
  { value: "map", words: "List", title: "List and map" },
  { value: "table", words: "Table", title: "Rows and columns, to sort and to copy" },
  { value: "sums", words: "Sums", title: "Added up by region, time or type" },
] as const;
type View = (typeof VIEWS)[number]["value"];
type Order = keyof typeof ORDERS;
type Drawing = RefObject<SVGSVGElement>;
interface ExportOf { filters: Filters; order: Order; map: Drawing; chart: Drawing }

export function IncidentsPage() {
  const where = useWhere();
  const country = useCountry();
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const asked = where.query.get("order") ?? "day";
  const order = (asked in ORDERS ? asked : "day") as Order;
  const look = VIEWS.find(({ value }) => value === where.query.get("view"))?.value ?? "map";
  const [pointed, setPointed] = useState<IncidentItem | null>(null);
  const [chosen, setChosen] = useState(-1);
  const [panel, setPanel] = useState(false);
  const [drawn, setDrawn] = useState(false); // map and timeline, on a phone: the list comes first there
  const map = useRef<SVGSVGElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const list = useListing<IncidentItem>("/api/incidents", { ...params(filters), order });
  const facets = useLoad<Facets>(address("/api/incidents/facets", params(filters)));
  const times = useLoad<Timeline>(address("/api/incidents/timeline", params(filters)));
  const places = usePlaces(filters, look === "map");
  const move = (by: number) => {
    const next = Math.max(0, Math.min(list.items.length - 1, chosen + by));
    setChosen(next);
    setPointed(list.items[next] ?? null);
    const line = document.querySelectorAll(".incidents > li, .incident-table tbody tr")[next];
    line?.scrollIntoView({ block: "nearest" });
    line?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true }); // so that Enter opens it, and Tab goes on from it
  };
  const setQuery = (name: string, value: string | null) => {
    const query = new URLSearchParams(where.query);
    if (value) query.set(name, value);
    else query.delete(name);
    const said = query.toString();
    go(said ? `${where.path}?${said}` : where.path, "replace");
  };
  const setLook = (next: View) => setQuery("view", next === "map" ? null : next);
  const open = () => { const one = list.items[chosen]; if (one) go(`/incidents/${encodeURIComponent(one.id)}`); };
  useKeys("Incidents", [
    { keys: "j", does: "Next incident", act: () => move(1) },
    { keys: "k", does: "Incident before", act: () => move(-1) },
    { keys: "o", does: "Open the incident", act: open },
    { keys: "v", does: "List, table, sums: the next of them", act: () => setLook(VIEWS[(VIEWS.findIndex(({ value }) => value === look) + 1) % VIEWS.length]?.value ?? "map") },
    { keys: "f", does: "Show or hide the filters (narrow windows)", act: () => setPanel(!panel) },
    ...(panel ? [{ keys: "Escape", does: "Hide the filters (narrow windows)", act: () => setPanel(false) }] : []),
  ]);
  const narrowed = filterWords(filters, country);
  useTitle(narrowed ? `Incidents: ${narrowed}` : "Incidents");
  useTrail("incidents", list.items, list.total?.count);
  return (
    <div class={`work${look === "map" ? "" : " whole"}${drawn ? " drawn" : ""}`}>
      <h1 class="hidden">Incidents</h1>
      <div class="strip">
        <SearchBox filters={filters} placeholder="Search: words, “a phrase”, -without" />
        <button type="button" class="button only-narrow" aria-expanded={panel} onClick={() => setPanel(!panel)}><Icon name="list" />Filters</button>
        <button type="button" class="button map-toggle" aria-expanded={drawn} title="Timeline and map of what is listed" onClick={() => setDrawn(!drawn)}>{look === "map" ? "Map" : "Time"}</button>
        <Choice label="How to look at them" value={look} choices={VIEWS} onChoose={setLook} />
        <Chips filters={filters} />
        <StripActs filters={filters} order={order} map={map} chart={chart} />
      </div>
      <aside class={panel ? "side open" : "side"} data-scroll="filters"><FilterPanel filters={filters} facets={facets.data} />
        <p class="side-foot only-narrow"><button type="button" class="button primary" onClick={() => setPanel(false)}>{list.total ? `Show ${totalWords(list.total, "incident")}` : "Close"}</button></p>
      </aside>
      <section class="pane timepane" aria-label="Timeline">
        <TimelineChart answer={times.data} since={filters.since} until={filters.until} svgRef={chart} onRange={(since, until) => setFilters(where, { since, until })}>
          <Legend undated={times.data?.undated ?? 0} unit={times.data?.bars.length ? times.data.unit : null} on={!!filters.without?.includes("date")} onUndated={() => setFilters(where, toggled(filters, "without", "date"))} />
        </TimelineChart>
      </section>
      {look === "sums" ? (
        <section class="pane listpane" data-scroll="sums" aria-label="Sums"><SumsPane filters={filters} where={where} /></section>
      ) : (
        <ListPane list={list} filters={filters} order={order} table={look === "table"} chosen={chosen} onOrder={(next) => setQuery("order", next)} onPoint={setPointed} />
      )}
      {look === "map" && <MapPane places={places} filters={filters} pointed={pointed} svgRef={map} />}
    </div>
  );
}

/** What stands where on the map, for the part of the world that it shows. */
function usePlaces(filters: Filters, asked: boolean) {
  const [view, setView] = useState<{ zoom: number; box: Box | null } | null>(null);
  const bbox = filters.bbox ?? view?.box?.join(",");
  const { data } = useLoad<MapAnswer>(!asked ? null : address("/api/incidents/map", { ...params(without(filters, "bbox")), bbox, zoom: view?.zoom ?? 2 }));
  const onView = (next: { zoom: number; box: Box | null }) => setView((old) => (old && old.zoom === next.zoom && String(old.box) === String(next.box) ? old : next));
  return { data, onView };
}

function StripActs({ filters, order, map, chart }: ExportOf) {
  const { session } = useKnown();
  return (
    <span class="strip-acts">
      <a class="button wide-only" href={address("/relations", params(filters))} title="Who acts on whom in what is listed">Relations</a>
      {canReview(session) && <a class="button" href={address("/review", params(filters))}>Review these</a>}
      <button type="button" class="tool share" aria-label="Copy the address of this view" title="Copy the address of this view, to share it" onClick={() => void copy(location.href, "The address of this view is copied: whoever opens it sees the same filters")}><Icon name="link" /></button>
      <Export filters={filters} order={order} map={map} chart={chart} />
    </span>
  );
}

function ListPane({ list, filters, order, table, chosen, onOrder, onPoint }: {
  list: Listing<IncidentItem>; filters: Filters; order: Order; table: boolean; chosen: number;
  onOrder: (order: string) => void; onPoint: (incident: IncidentItem | null) => void;
}) {
  const where = useWhere();
  const country = useCountry();
  const news = filters.recorded_since || order === "recorded" ? { since: filters.recorded_since } : null;
  const clear = <button type="button" class="button" onClick={() => setFilters(where, nothing(filters))}>Take all filters away</button>;
  return (
    <section class="pane listpane" data-scroll="list" aria-label={table ? "Table" : "List"} aria-busy={list.loading}>
      <header class="pane-head">
        <strong role="status">{totalWords(list.total, "incident") || (list.failure ? "" : "…")}</strong>
        <span class="pane-acts">
          <label class="order"><span class="hidden">Order</span>
            <select value={order} onChange={(event) => onOrder(event.currentTarget.value)}>
              {Object.entries(ORDERS).map(([value, words]) => <option key={value} value={value}>{words}</option>)}
            </select>
          </label>
          {table && <CopyTable path="/api/incidents" params={{ ...params(filters), order }} />}
        </span>
      </header>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      {list.failure?.code === "invalid" && <p class="side-by">{clear}</p>}
      {list.loading && !list.items.length && !list.failure && <Busy what="Looking for incidents" rows={9} />}
      {!list.loading && !list.failure && !list.items.length && (
        <Empty title="Nothing fits all of these filters">
          <p>Take some away above, or search for fewer words.</p>
          {chips(filters, country).length > 0 && clear}
        </Empty>
      )}
      {table ? list.items.length > 0 && (
        <IncidentTable items={list.items} sort={{ order, reverse: false, by: onOrder, set: onOrder }} chosen={chosen} news={!!news} />
      ) : (
        <ol class="incidents">
          {list.items.map((one, n) => <IncidentRow key={one.id} incident={one} chosen={n === chosen} news={news} onPoint={onPoint} />)}
        </ol>
      )}
      <More more={list.more} />
    </section>
  );
}

function MapPane({ places: { data, onView }, filters, pointed, svgRef }: {
  places: ReturnType<typeof usePlaces>; filters: Filters; pointed: IncidentItem | null; svgRef: Drawing;
}) {
  const where = useWhere();
  const { place } = pointed ?? {};
  const shown = place && place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : null;
  return (
    <section class="pane mappane" aria-label="Map">
      <WorldMap
        answer={data}
        label={mapWords(data)}
        shown={shown}
        svgRef={svgRef}
        onView={onView}
        onOpen={(id) => go(`/incidents/${encodeURIComponent(id)}`)}
        legend
        onBox={(box) => setFilters(where, { bbox: box.join(",") })}
      />
      {data && data.unplaced > 0 && <p class="map-note"><button type="button" class="link-value" aria-pressed={!!filters.without?.includes("place")} title="List these alone" onClick={() => setFilters(where, toggled(filters, "without", "place"))}>{plural(data.unplaced, "incident")} without a place</button></p>}
    </section>
  );
}

function mapWords(answer: MapAnswer | null): string {
  if (!answer) return "World map";
  const points = answer.points.reduce((sum, point) => sum + point.count, 0);
  const areas = answer.areas.reduce((sum, area) => sum + area.count, 0);
  return `World map: ${plural(points, "incident")} at towns or districts, ${areas} known to a region or country only. The list shows the same. Arrow keys move, plus and minus zoom.`;
}

function Legend({ undated, unit, on, onUndated }: { undated: number; unit: string | null; on: boolean; onUndated: () => void }) {
  return (
    <p class="legend">
      {QUADS.map((quad) => <span key={quad}><QuadMark quad={quad} />{QUAD_WORDS[quad]}</span>)}
      {unit && <span class="wide-only">by {unit}, cooperation above the line, conflict below</span>}
      {undated > 0 && <button type="button" class="link-value undated" aria-pressed={on} title="List these alone" onClick={onUndated}>{number(undated)} without a date</button>}
    </p>
  );
}

const KEYS: readonly Key[] = QUADS.map((quad) => ({ swatch: `quad q-${quad}`, words: QUAD_WORDS[quad] }));

function Export({ filters, order, map, chart }: ExportOf) {
  const country = useCountry();
  const list = address("/api/incidents", { ...params(filters), order });
  const title = () => `Dateline incidents: ${filterWords(filters, country) || "all"}`.slice(0, 160);
  const act = (what: () => void | Promise<void>) => () => void Promise.resolve().then(what).catch(complain);
  const credit = () => `${title()} · Borders: Natural Earth`;
  const joined = (format: string) => `${list}&format=${format}`;
  const report = (format: string) => address("/api/brief", { ...params(filters), order, format, changed_since: filters.recorded_since });
  const events = (format: string) => address("/api/events", { ...params(filters), format });
  return (
    <Menu icon="export" words="Export">
        <p>What is listed, all pages</p>
        <FileLinks path="/api/incidents" params={{ ...params(filters), order }} name="incidents" />
        <a href={joined("geojson")} download="incidents.geojson">GeoJSON</a>
        <a href={joined("gpkg")} download="incidents.gpkg" title="For QGIS and R: points of incidents and of their events, a layer each">GeoPackage</a>
        <a href={joined("jsonl")} download="incidents.jsonl">JSON lines</a>
        <p>Events that fit: what each report says</p>
        <FileLinks path="/api/events" params={params(filters)} name="events" of="Events" />
        <a href={events("jsonl")} download="events.jsonl">Events as JSON lines</a>
        <p>Situation report, each figure with its source</p>
        <a href={report("html")} download={`situation-report-${daysAgo(0)}.html`} title="A page to read, print or open in a word processor">Report as a page (HTML)</a>
        <a href={report("markdown")} download={`situation-report-${daysAgo(0)}.md`}>Report as Markdown</a>
        <p>Map as it stands</p>
        <button type="button" onClick={act(() => map.current ? savePng(map.current, credit(), "incidents-map", KEYS) : undefined)}>Map as PNG</button>
        <button type="button" onClick={act(() => map.current ? saveSvg(map.current, credit(), "incidents-map", KEYS) : undefined)}>Map as SVG</button>
        <p>Timeline as it stands</p>
        <button type="button" onClick={act(() => chart.current ? savePng(chart.current, title(), "incidents-timeline", KEYS) : undefined)}>Timeline as PNG</button>
        <button type="button" onClick={act(() => chart.current ? saveSvg(chart.current, title(), "incidents-timeline", KEYS) : undefined)}>Timeline as SVG</button>
      <p>This view</p>
      <a href={address("/news", params(filters))}>Tell what is new for it</a>
    </Menu>
  );
}

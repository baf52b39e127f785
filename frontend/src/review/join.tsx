// Joining an incident with another, or keeping them apart. It is found by words; what is most like it stands first, and
// nothing is chosen ahead.

import { useMemo, useState } from "preact/hooks";
import type { Decision, Event, IncidentItem, Page } from "../api/types";
import { address, useLoad } from "../client";
import { QuadMark } from "../parts/bits";
import { useRested } from "../parts/rested";
import { briefWords, period, plural } from "../words";
import { Compare } from "./compare";
import { Picker } from "./picker";

/** What an incident is compared by. */
export type Joined = Pick<IncidentItem, "id" | "type" | "quad" | "start" | "end" | "actors" | "recipients"> & {
  place: { name: string | null; country: string | null; admin1: string | null } | null;
};

const NEAR = 31; // days before and after in which candidates are looked for
const DAY = 864e5;

export function JoinForm({ to, onClose, onJoin }: { to: Joined; onClose: () => void; onJoin: (ask: () => Promise<Decision>) => void }) {
  const [typed, setTyped] = useState("");
  const [other, setOther] = useState<string | null>(null);
  const asked = useRested(typed);
  const first = to.start ?? to.end;
  const around = first ? { since: moved(first, -NEAR), until: moved(to.end ?? first, NEAR) } : null;
  const country = to.place?.country ?? undefined;
  const list = (narrowed: Record<string, string | undefined>) => address("/api/incidents", { ...narrowed, limit: 200 });
  const found = useLoad<Page<IncidentItem>>(list(asked ? { text: asked } : { country }));
  const near = useLoad<Page<IncidentItem>>(!asked && around ? list(around) : null);
  const choices = useMemo(() => {
    if (!found.data || (!asked && around && !near.data && !near.failure)) return []; // both first, so that nothing jumps
    const all = new Map([...(near.data?.items ?? []), ...found.data.items].map((one) => [one.id, one]));
    all.delete(to.id);
    return [...all.values()].map((one) => ({ one, like: likeness(to, one) })).sort((a, b) => b.like - a.like).slice(0, 60)
      .map(({ one }) => ({ value: one.id, words: briefWords(one.summary), note: `${one.start || one.end ? `${period(one.start, one.end)}, ` : ""}${plural(one.origins, "report")}`, mark: <QuadMark quad={one.quad} /> }));
  }, [found.data, near.data, near.failure]);
  if (other) return <Compare one={to.id} other={other} onClose={onClose} onBack={() => setOther(null)} onDo={onJoin} />;
  return (
    <div onInput={(e) => { if (e.target instanceof HTMLInputElement) setTyped(e.target.value); }}>
      <Picker title="Compare with which incident?" searched open hint="Words of its reports" choices={choices} chosen={[]} stays onClose={onClose} onPick={([found]) => setOther(found ?? null)} />
    </div>
  );
}

/** An event as what its incident is compared by. */
export function ofEvent(event: Event, incident: string): Joined {
  const named = (parties: Event["actors"]) => parties.map((one) => ({ name: one.name ?? one.text, country: one.country, sectors: one.sectors }));
  return {
    id: incident, type: event.type, quad: event.quad, start: event.when?.start ?? null, end: event.when?.end ?? null,
    place: event.where[0] ?? null, actors: named(event.actors), recipients: named(event.recipients),
  };
}

/** How much two have in common: the type, the days, the place, who takes part. */
function likeness(a: Joined, b: Joined): number {
  const tone = (one: Joined) => one.quad?.split("_")[1]; // cooperation or conflict
  const type = a.type === b.type ? 12 : a.quad === b.quad ? 6 : tone(a) === tone(b) ? 1 : -2; // what kind of act it is outweighs the rest
  return type + days(a, b) + places(a.place, b.place) + parties([...a.actors, ...a.recipients], [...b.actors, ...b.recipients]);
}

function days(a: Joined, b: Joined): number {
  const [from, to] = [b.start ?? b.end, b.end ?? b.start];
  const [start, end] = [a.start ?? a.end, a.end ?? a.start];
  if (!from || !to || !start || !end) return 0;
  const gap = Math.max(0, Date.parse(from) - Date.parse(end), Date.parse(start) - Date.parse(to)) / DAY;
  return gap === 0 ? 4 : gap <= 2 ? 3 : gap <= 7 ? 1 : gap <= NEAR ? 0 : -2;
}

function places(a: Joined["place"], b: Joined["place"]): number {
  if (!a || !b) return 0;
  if (a.name && a.name === b.name) return 4;
  if (a.country !== b.country) return a.country && b.country ? -1 : 0;
  return a.admin1 && a.admin1 === b.admin1 ? 2 : 1;
}

function parties(a: Joined["actors"], b: Joined["actors"]): number {
  const alike = (one: Joined["actors"][number], two: Joined["actors"][number]) =>
    one.name.toLowerCase() === two.name.toLowerCase() ? 2
    : one.country && one.country === two.country ? (one.sectors[0] === two.sectors[0] ? 1 : 0.5) : 0;
  return Math.min(4, a.reduce((sum, one) => sum + Math.max(0, ...b.map((two) => alike(one, two))), 0));
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
}

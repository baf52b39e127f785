// What an actor did, what was done to it and when it spoke, along a true time axis; each bar leads to its incidents.

import type { ActorPage } from "../api/types";
import { address } from "../client";
import { day, month as monthWords, number, plural } from "../words";

const ROLES = ["actor", "recipient", "voice"] as const;
type Role = (typeof ROLES)[number];
type Unit = "month" | "quarter" | "year";
const MONTHS: Record<Unit, number> = { month: 1, quarter: 3, year: 12 };
const MOST = 40; // bars
const NUMBERED = 24; // bars that have room for a number

interface Slot { start: number; counts: Record<Role, number> } // start: months since the year 0

export function RolesChart({ id, roles }: { id: string; roles: ActorPage["roles"] }) {
  const undated = roles.filter((one) => !one.month).reduce((sum, one) => sum + one.count, 0);
  const { unit, slots, earlier } = spread(roles);
  if (!slots.length) return <p class="note">None of its events has a date.</p>;
  const sum = (slot: Slot) => ROLES.reduce((all, role) => all + slot.counts[role], 0);
  const most = Math.max(...slots.map(sum));
  const every = Math.max(1, Math.ceil(slots.length / 6));
  const named = (n: number) => (slots.length <= 8 ? true : n % every === 0 && n + every / 2 < slots.length);
  return (
    <>
      <ol class="time-bars" aria-label={`By ${unit}`}>
        {slots.map((slot, n) => {
          const all = sum(slot);
          const [since, until] = [dayOf(slot.start), dayOf(slot.start + MONTHS[unit], -1)];
          const words = `${slotWords(slot.start, unit)}: acts ${slot.counts.actor}, acted on ${slot.counts.recipient}, speaks ${slot.counts.voice}`;
          const stack = <span class="stack">{ROLES.map((role) => <i key={role} class={`as-${role}`} style={{ height: `${(slot.counts[role] / most) * 100}%` }} />)}</span>;
          return (
            <li key={slot.start}>
              {slots.length <= NUMBERED && <span class="total">{all > 0 && number(all)}</span>}
              {all > 0 ? <a class="slot" href={address("/", { party: id, since, until })} aria-label={words} title={`${words}. Click for its incidents then.`}>{stack}</a> : <span class="slot" />}
              <span class="month" aria-hidden="true">{named(n) && slotWords(slot.start, unit)}</span>
            </li>
          );
        })}
      </ol>
      <p class="legend">
        <span><i class="swatch as-actor" />acts</span><span><i class="swatch as-recipient" />is acted on</span><span><i class="swatch as-voice" />speaks</span>
        <span>by {unit}</span>
        {earlier > 0 && <span title={`Before ${day(dayOf(slots[0]?.start ?? 0))}`}>{number(earlier)} earlier</span>}
        {undated > 0 && <span>{plural(undated, "time")} without a date</span>}
      </p>
    </>
  );
}

/** The whole time from the first to the last, empty times too, in the finest unit whose bars have room. */
function spread(roles: ActorPage["roles"]): { unit: Unit; slots: Slot[]; earlier: number } {
  const told = roles.filter((one) => one.month).map((one) => ({ ...one, at: monthsOf(one.month) }));
  if (!told.length) return { unit: "month", slots: [], earlier: 0 };
  const [first, last] = [Math.min(...told.map((one) => one.at)), Math.max(...told.map((one) => one.at))];
  const begin = (at: number, unit: Unit) => at - (at % MONTHS[unit]);
  const many = (unit: Unit) => (begin(last, unit) - begin(first, unit)) / MONTHS[unit] + 1;
  const unit = (["month", "quarter"] as const).find((one) => many(one) <= MOST) ?? "year";
  const from = Math.max(begin(first, unit), begin(last, unit) - (MOST - 1) * MONTHS[unit]);
  const slots = Array.from({ length: Math.min(MOST, many(unit)) }, (_, n): Slot => ({ start: from + n * MONTHS[unit], counts: { actor: 0, recipient: 0, voice: 0 } }));
  let earlier = 0;
  for (const one of told) {
    const slot = slots[(begin(one.at, unit) - from) / MONTHS[unit]];
    if (slot) slot.counts[one.role] += one.count;
    else earlier += one.count;
  }
  return { unit, slots, earlier };
}

function monthsOf(name: string): number {
  const [year = 0, number = 1] = name.split("-").map(Number);
  return year * 12 + number - 1;
}

function dayOf(months: number, by = 0): string {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), months % 12, 1 + by);
  return date.toISOString().slice(0, 10);
}

function slotWords(start: number, unit: Unit): string {
  const year = Math.floor(start / 12);
  if (unit === "year") return String(year);
  if (unit === "quarter") return `Q${Math.floor((start % 12) / 3) + 1} ${year}`;
  return monthWords(dayOf(start).slice(0, 7));
}

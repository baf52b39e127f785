// Who changed what, for admins: by person, day and thing, each line with links to what it is about.

import { useEffect, useRef, useState } from "preact/hooks";
import type { AuditItem, AuditNames, Thing } from "../api/types";
import { isAdmin, useKnown } from "../book";
import { Failure, address, useLoad } from "../client";
import { Busy, Empty, Failed, Head, Icon, Words } from "../parts/bits";
import { DayInput } from "../parts/day";
import { More, useListing } from "../parts/listing";
import { go, useWhere, type Where } from "../router";
import { capital, day, decisionWords, moment } from "../words";

const FIELDS = ["by", "action", "since", "until", "about"] as const;
const DONE: Record<string, string> = {
  review: "Reviewed", edit: "Edited", judgement: "Judged", split: "Split", join: "Joined", actor: "Changed an actor", addition: "Added an event", withdrawal: "Withdrew an article", undone: "Undid",
  "actor listed": "Added to the actor list", "reports added": "Added reports", "job stopped": "Stopped adding", "token made": "Made a token",
  "token removed": "Revoked a token", "account added": "Added an account", "account changed": "Changed an account",
  "account removed": "Removed an account", "account disabled": "Disabled an account", "account enabled": "Enabled an account", "logged in": "Logged in", "login refused": "Log-in refused",
  "password changed": "Changed the own password", "password refused": "Wrong password on changing it",
};
const PATHS: Partial<Record<Thing["kind"], (id: string) => string>> = {
  event: (id) => `/events/${id}`, article: (id) => `/articles/${id}`, incident: (id) => `/incidents/${id}`, actor: (id) => `/actors/${id}`, job: (id) => `/add?job=${id}`,
  token: () => "/tokens", account: () => "/accounts",
};

function set(where: Where, name: string, value: string): void {
  const query = new URLSearchParams(where.query);
  if (value) query.set(name, value);
  else query.delete(name);
  go(query.size ? `/audit?${query}` : "/audit", "replace");
}

export function AuditPage() {
  const { session } = useKnown();
  const where = useWhere();
  const asked = Object.fromEntries(FIELDS.map((name) => [name, where.query.get(name) ?? ""])) as Record<(typeof FIELDS)[number], string>;
  if (!isAdmin(session)) return <Failed failure={new Failure("forbidden", "The log is for admins.", 403)} />;
  return (
    <div class="page audit">
      <Head title="Audit log" lead="Who changed what through this server, latest first. Times are UTC; nothing in it is ever changed.">
        <a class="button" href={address("/api/audit", { ...asked, format: "csv" })} download="audit.csv" title="All lines that the filters leave"><Icon name="export" />CSV</a>
      </Head>
      <Filters where={where} asked={asked} />
      <Lines asked={asked} narrowed={FIELDS.some((name) => asked[name])} />
    </div>
  );
}

function Filters({ where, asked }: { where: Where; asked: Record<(typeof FIELDS)[number], string> }) {
  const { data } = useLoad<AuditNames>("/api/audit/names");
  const [typed, setTyped] = useState(asked.about);
  const timer = useRef<number>();
  useEffect(() => setTyped(asked.about), [asked.about]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const with_ = (list: readonly string[], value: string) => (value && !list.includes(value) ? [value, ...list] : list);
  return (
    <form class="audit-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>Person<select value={asked.by} onChange={(event) => set(where, "by", event.currentTarget.value)}>
        <option value="">Everybody</option>{with_(data?.people ?? [], asked.by).map((name) => <option key={name} value={name}>{name}</option>)}
      </select></label>
      <label>What<select value={asked.action} onChange={(event) => set(where, "action", event.currentTarget.value)}>
        <option value="">Everything</option>{with_(data?.actions ?? [], asked.action).map((name) => <option key={name} value={name}>{DONE[name] ?? capital(name)}</option>)}
      </select></label>
      <label>From<DayInput value={asked.since} onDay={(day) => set(where, "since", day ?? "")} /></label>
      <label>To<DayInput value={asked.until} onDay={(day) => set(where, "until", day ?? "")} /></label>
      <label class="audit-about">About<span class="search"><Icon name="search" /><input type="search" data-search placeholder="An id, or words of what was changed" value={typed} onInput={(event) => {
        const words = event.currentTarget.value;
        setTyped(words);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => set({ ...where, query: new URLSearchParams(location.search) }, "about", words.trim()), 300);
      }} /></span></label>
      {FIELDS.some((name) => asked[name]) && <button type="button" class="link" onClick={() => go("/audit", "replace")}>Clear all</button>}
    </form>
  );
}

function Lines({ asked, narrowed }: { asked: Record<string, string>; narrowed: boolean }) {
  const list = useListing<AuditItem>("/api/audit", asked);
  if (list.failure) return <Failed failure={list.failure} again={list.again} />;
  if (!list.items.length) {
    if (list.loading) return <Busy rows={8} />;
    return narrowed ? <Empty title="No line fits"><p>Take a filter away, or look for fewer words.</p></Empty>
      : <Empty title="Nothing was changed yet"><p>Reviews, edits, added reports, accounts and tokens are noted here from the first one on.</p></Empty>;
  }
  const days = new Map<string, AuditItem[]>();
  for (const line of list.items) days.set(line.at.slice(0, 10), [...(days.get(line.at.slice(0, 10)) ?? []), line]);
  return (
    <>
      {[...days].map(([date, lines]) => (
        <section key={date} class="audit-day">
          <h2>{day(date)}</h2>
          <ol class="audit-lines">{lines.map((line) => <Line key={line.id} line={line} />)}</ol>
        </section>
      ))}
      <More more={list.more} />
    </>
  );
}

function Line({ line }: { line: AuditItem }) {
  const named = line.about[0]?.kind === "account" || line.about[0]?.kind === "token"; // names stay as they are written
  const said = named ? line.words : decisionWords(line.words);
  return (
    <li>
      <time dateTime={line.at} title={moment(line.at)}>{line.at.slice(11, 16)}</time>
      <span class="audit-by"><Words text={line.by} most={64} /></span>
      <span class="audit-what">{line.action !== "review" && <b>{DONE[line.action] ?? capital(line.action)}{line.words ? ": " : ""}</b>}{line.words && <Words text={said} most={240} />}</span>
      <span class="audit-links">
        {line.about.slice(0, 4).map((thing) => <Leads key={thing.kind + thing.id} thing={thing} />)}
        {line.about.length > 4 && <span class="note">and {line.about.length - 4} more</span>}
      </span>
      <span class="note audit-from" title="Network address it came from">{line.address ?? ""}</span>
    </li>
  );
}

function Leads({ thing }: { thing: Thing }) {
  const path = PATHS[thing.kind]?.(encodeURIComponent(thing.id));
  const only = `/audit?${new URLSearchParams({ about: thing.id })}`;
  return (
    <span class="audit-thing">
      {path ? <a href={path} title={thing.id}>{capital(thing.kind)}</a> : <span title={thing.id}>{capital(thing.kind)}</span>}
      <a class="only" href={only} aria-label={`All lines about this ${thing.kind}`} title="All lines about it"><Icon name="search" /></a>
    </span>
  );
}

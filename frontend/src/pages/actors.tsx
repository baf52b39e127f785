// Who takes part in the events of the store.

import { useEffect, useRef, useState } from "preact/hooks";
import type { ActorItem } from "../api/types";
import { useCountry } from "../book";
import { Busy, Empty, Failed, Head, Icon, Words } from "../parts/bits";
import { FileMenu } from "../parts/files";
import { More, totalWords, useListing } from "../parts/listing";
import { Code } from "../parts/record";
import { SortHead, sorting, type Sorting } from "../parts/sorting";
import { go, useTitle, useWhere } from "../router";
import { useTrail } from "../trail";
import { number, partyName, plural, sectorWords } from "../words";

export function ActorsPage() {
  const where = useWhere();
  const asked = where.query.get("q") ?? "";
  const [typed, setTyped] = useState(asked);
  const timer = useRef<number>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const sort = sorting(where, ["total", "name", "country", "as_actor", "as_recipient", "as_voice"], "total");
  const list = useListing<ActorItem>("/api/actors", { q: asked, order: sort.order, reverse: sort.reverse || undefined });
  useTrail("actors", list.items, list.total?.count);
  useTitle(asked ? `Actors: ${asked}` : "Actors");
  return (
    <div class="page">
      <Head title="Actors" lead={list.total ? `${totalWords(list.total, "actor")}: who takes part in events` : "Who takes part in events"}>
        <form role="search" class="search" onSubmit={(event) => event.preventDefault()}>
          <Icon name="search" />
          <input type="search" data-search aria-label="Search actors" placeholder="A name or a code: MLI, :REB" value={typed} onInput={(event) => {
            const q = event.currentTarget.value;
            setTyped(q);
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => {
              const query = new URLSearchParams(location.search);
              if (q.trim()) query.set("q", q.trim());
              else query.delete("q");
              go(query.size ? `/actors?${query}` : "/actors", "replace");
            }, 300);
          }} />
        </form>
        <FileMenu about="Every name, country and sectors that actors go by" path="/api/actors" params={{ q: asked }} name="actors" />
      </Head>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      {list.loading && !list.items.length && !list.failure && <Busy rows={8} />}
      {!list.loading && !list.failure && !list.items.length && <Empty title={asked ? "Nobody of that name" : "No actors yet"}><p>{asked ? "Search for a part of the name, a country code or a sector." : "They come with the reports."}</p></Empty>}
      {list.items.length > 0 && <ActorTable actors={list.items} sort={sort} />}
      <More more={list.more} />
    </div>
  );
}

function ActorTable({ actors, sort }: { actors: readonly ActorItem[]; sort: Sorting }) {
  const country = useCountry();
  const most = Math.max(1, ...actors.map((one) => one.as_actor + one.as_recipient + one.as_voice));
  return (
    <table class="table">
      <thead><tr>
        <SortHead sort={sort} by="name" up>Name</SortHead><SortHead sort={sort} by="country" up class="code-cell">Country and sectors</SortHead>
        <SortHead sort={sort} by="total" class="roles-head" title="All its parts in events">In all</SortHead>
        <SortHead sort={sort} by="as_actor" class="num" title="Events in which it does something"><i class="swatch as-actor" aria-hidden="true" /> Acts</SortHead>
        <SortHead sort={sort} by="as_recipient" class="num" title="Events in which something is done to it"><i class="swatch as-recipient" aria-hidden="true" /> Acted on</SortHead>
        <SortHead sort={sort} by="as_voice" class="num" title="Events that are told by it"><i class="swatch as-voice" aria-hidden="true" /> Speaks</SortHead>
      </tr></thead>
      <tbody>
        {actors.map((actor) => (
          <tr key={actor.id}>
            <td class="title"><a href={`/actors/${encodeURIComponent(actor.id)}`}><Words text={actorName(actor, country)} most={90} /></a>{actor.key && <span class="tag quiet" title={`In the actor list as ${actor.key}`}>listed</span>}<span class="only-phone"><Code party={actor} /></span></td>
            <td class="code-cell"><Code party={actor} /></td>
            <td class="roles-cell"><Split actor={actor} most={most} /></td>
            <td class="num">{number(actor.as_actor)}</td><td class="num">{number(actor.as_recipient)}</td><td class="num">{number(actor.as_voice)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Split({ actor, most }: { actor: ActorItem; most: number }) {
  const part = (n: number) => ({ width: `${(n / most) * 100}%` });
  const all = actor.as_actor + actor.as_recipient + actor.as_voice;
  return (
    <span class="split" title={plural(all, "part in events", "parts in events")}><span class="hidden">{number(all)}</span>
      <i class="as-actor" style={part(actor.as_actor)} /><i class="as-recipient" style={part(actor.as_recipient)} /><i class="as-voice" style={part(actor.as_voice)} />
    </span>
  );
}

/** What an actor is called: its name, else its country and sectors. */
export function actorName(actor: Pick<ActorItem, "name" | "country" | "sectors">, country: (code: string | null) => string): string {
  if (actor.name?.trim()) return partyName({ ...actor, name: actor.name.trim() });
  return ([country(actor.country), ...actor.sectors.map(sectorWords)].filter(Boolean).join(" · ") || "Unnamed");
}

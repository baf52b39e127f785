// Who takes part in the events of the store.

import { useEffect, useRef, useState } from "preact/hooks";
import type { ActorItem } from "../api/types";
import { useCountry } from "../book";
import { Busy, Empty, Failed, Head, Icon, Words } from "../parts/bits";
import { More, useListing } from "../parts/listing";
import { Code } from "../parts/record";
import { go, useWhere } from "../router";
import { useTrail } from "../trail";
import { number, sectorWords } from "../words";

export function ActorsPage() {
  const where = useWhere();
  const asked = where.query.get("q") ?? "";
  const [typed, setTyped] = useState(asked);
  const timer = useRef<number>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const list = useListing<ActorItem>("/api/actors", { q: asked });
  useTrail("actors", list.items, undefined);
  return (
    <div class="page">
      <Head title="Actors" lead="Who takes part in events, most often first">
        <form role="search" class="search" onSubmit={(event) => event.preventDefault()}>
          <Icon name="search" />
          <input type="search" data-search aria-label="Search actors" placeholder="A name or a code: MLI, :REB" value={typed} onInput={(event) => {
            const q = event.currentTarget.value;
            setTyped(q);
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => go(q.trim() ? `/actors?${new URLSearchParams({ q: q.trim() })}` : "/actors", "replace"), 300);
          }} />
        </form>
        <a class="button" href="/api/actors?format=csv" download="actors.csv" title="All actors, whatever is searched for"><Icon name="export" />CSV</a>
      </Head>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      {list.loading && !list.items.length && !list.failure && <Busy rows={8} />}
      {!list.loading && !list.failure && !list.items.length && <Empty title={asked ? "Nobody of that name" : "No actors yet"}><p>{asked ? "Search for a part of the name, a country code or a sector." : "They come with the reports."}</p></Empty>}
      {list.items.length > 0 && <ActorTable actors={list.items} />}
      <More more={list.more} />
    </div>
  );
}

function ActorTable({ actors }: { actors: readonly ActorItem[] }) {
  const country = useCountry();
  const most = Math.max(1, ...actors.map((one) => one.as_actor + one.as_recipient + one.as_voice));
  return (
    <table class="table">
      <thead><tr><th scope="col">Name</th><th scope="col" class="code-cell">Country and sectors</th><th scope="col" class="roles-head"><span class="hidden">Its share of each</span></th><th scope="col" class="num" title="Events in which it does something"><i class="swatch as-actor" aria-hidden="true" /> Acts</th><th scope="col" class="num" title="Events in which something is done to it"><i class="swatch as-recipient" aria-hidden="true" /> Acted on</th><th scope="col" class="num" title="Events that are told by it"><i class="swatch as-voice" aria-hidden="true" /> Speaks</th></tr></thead>
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
  return (
    <span class="split" aria-hidden="true">
      <i class="as-actor" style={part(actor.as_actor)} /><i class="as-recipient" style={part(actor.as_recipient)} /><i class="as-voice" style={part(actor.as_voice)} />
    </span>
  );
}

export function actorName(actor: Pick<ActorItem, "name" | "country" | "sectors">, country: (code: string | null) => string): string {
  return actor.name?.trim() || ([country(actor.country), ...actor.sectors.map(sectorWords)].filter(Boolean).join(" · ") || "Unnamed");
}

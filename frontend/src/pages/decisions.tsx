// What people decided, latest first, each to be taken back.

import type { Decided, Decision } from "../api/types";
import { canReview, useKnown } from "../book";
import { send } from "../client";
import { Busy, Empty, Failed, Head, Words } from "../parts/bits";
import { FileMenu } from "../parts/files";
import { More, useListing } from "../parts/listing";
import { complain, tell } from "../parts/toast";
import { go, useTitle, useWhere } from "../router";
import { decisionWords, moment } from "../words";

const OF_EVENTS: ReadonlySet<Decided["kind"]> = new Set(["review", "edit", "addition"]);

/** Where what was decided leads to. */
function leads(one: Decided): string | null {
  if (OF_EVENTS.has(one.kind) && one.events[0] && !(one.kind === "addition" && one.undone)) return `/events/${encodeURIComponent(one.events[0])}`;
  return one.article ? `/articles/${encodeURIComponent(one.article)}` : null;
}

export function DecisionsPage() {
  const where = useWhere();
  const { session } = useKnown();
  const mine = where.query.get("mine") === "true";
  const list = useListing<Decided>("/api/decisions", { mine: mine || undefined });
  useTitle("Decisions");
  const undo = (one: Decided) => {
    send<Decision>("POST", "/api/undo", { id: one.id, reason: "" }).then((made) => { tell(`Undone: ${decisionWords(made.words)}`); list.again(); }, complain);
  };
  return (
    <div class="page">
      <p class="crumbs"><a href="/review">Review</a></p>
      <Head title="Decisions" lead="What people decided, latest first; what is taken back stays in the list.">
        <FileMenu about="Field by field, with what stood there before" path="/api/decisions" params={{ mine: mine || undefined }} name="decisions" />
        <label class="tick"><input type="checkbox" checked={mine} onChange={() => go(mine ? "/decisions" : "/decisions?mine=true", "replace")} />Mine alone</label>
      </Head>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      {list.loading && !list.items.length && !list.failure && <Busy rows={8} />}
      {!list.loading && !list.failure && !list.items.length && <Empty title="Nothing decided yet"><p><a href="/review">Begin the review</a>: accept, correct or reject what was coded.</p></Empty>}
      {list.items.length > 0 && (
        <table class="table decisions">
          <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col"><span class="hidden">Take back</span></th></tr></thead>
          <tbody>
            {list.items.map((one) => (
              <tr key={one.id} class={one.undone ? "withdrawn" : ""}>
                <td class="when"><time dateTime={one.at}>{moment(one.at)}</time></td>
                <td><Words text={one.by} most={40} /></td>
                <td class="title">
                  {leads(one) ? <a href={leads(one) ?? ""}><Words text={decisionWords(one.words)} most={300} /></a> : <Words text={decisionWords(one.words)} most={300} />}
                  {one.reason && <span class="note added"><Words text={one.reason} most={200} /></span>}
                </td>
                <td class="num">{one.undone ? <span class="note">taken back by <Words text={one.undone.by} most={30} /></span>
                  : canReview(session) && <button type="button" class="button small" onClick={() => undo(one)}>Take back</button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More more={list.more} />
    </div>
  );
}

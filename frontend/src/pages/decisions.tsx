// What people decided, latest first, each to be taken back.

import { useRef, useState } from "preact/hooks";
import type { Applied, Decided, Decision } from "../api/types";
import { canReview, isAdmin, useKnown } from "../book";
import { send } from "../client";
import { Busy, Empty, Failed, Head, Words } from "../parts/bits";
import { Dialog } from "../parts/dialog";
import { FileMenu } from "../parts/files";
import { More, useListing } from "../parts/listing";
import { complain, tell } from "../parts/toast";
import { go, useTitle, useWhere } from "../router";
import { decisionWords, moment, number, plural } from "../words";

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
        <FileMenu about="Field by field, with what stood there before" path="/api/decisions" params={{ mine: mine || undefined }} name="decisions">
          <a href="/api/decisions/lines" download="decisions.jsonl" title="All that holds, for the stores of colleagues">For another store (.jsonl)</a>
        </FileMenu>
        {isAdmin(session) && <Apply onDone={list.again} />}
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

/** Takes over what a colleague decided in a store of their own. */
function Apply({ onDone }: { onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [done, setDone] = useState<Applied | null>(null);
  const [replace, setReplace] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = () => { setFile(null); setDone(null); setReplace(false); };
  const apply = () => {
    if (!file) return;
    const body = new FormData();
    body.append("file", file, file.name);
    if (replace) body.append("replace", "true");
    setBusy(true);
    send<Applied>("POST", "/api/decisions/lines", body).then((came) => { setDone(came); onDone(); }, complain).finally(() => setBusy(false));
  };
  return (
    <>
      <input ref={input} type="file" accept=".jsonl,.ndjson" class="hidden" tabIndex={-1} aria-label="Decisions of a colleague" onChange={(event) => { setFile(event.currentTarget.files?.[0] ?? null); event.currentTarget.value = ""; }} />
      <button type="button" class="button" onClick={() => input.current?.click()}>Apply a colleague’s</button>
      {file && (
        <Dialog title={`Decisions in ${file.name}`} onClose={close}>
          {!done && <p>They are made here too, under the names and with the reasons of those who made them. What holds here already is passed over.</p>}
          {!done && <label class="tick"><input type="checkbox" checked={replace} onChange={(event) => setReplace(event.currentTarget.checked)} />Where others decided otherwise here, take what the file says</label>}
          {done && <p role="status">{plural(done.made, "decision")} made, {number(done.known)} known already, {number(done.refused.length)} not made{done.refused.length ? ":" : "."}</p>}
          {done && done.refused.length > 0 && <ul>{done.refused.map((one) => <li key={one.id}><code>{one.id}</code> <Words text={one.reason} most={300} /></li>)}</ul>}
          <div class="dialog-acts">
            {!done && <button type="button" class="button" onClick={close}>Cancel</button>}
            {!done && <button type="button" class="button primary" disabled={busy} onClick={apply}>{busy ? "Applying…" : "Apply"}</button>}
            {done && <button type="button" class="button primary" autofocus onClick={close}>Close</button>}
          </div>
        </Dialog>
      )}
    </>
  );
}

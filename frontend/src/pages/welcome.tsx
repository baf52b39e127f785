// The first page of an empty store: what this is, and two ways to begin.

import { useState } from "preact/hooks";
import type { Job } from "../api/types";
import { canReview, useKnown } from "../book";
import { send } from "../client";
import { Icon } from "../parts/bits";
import { complain } from "../parts/toast";
import { go } from "../router";

export function WelcomePage() {
  const { session, status } = useKnown();
  const [busy, setBusy] = useState(false);
  const samples = () => {
    setBusy(true);
    send<Job>("POST", "/api/add/samples").then((job) => go(`/add?job=${encodeURIComponent(job.id)}`), (error: unknown) => { setBusy(false); complain(error); });
  };
  return (
    <div class="page welcome">
      <h1>News reports in, event data out, every field tied to the words that say it.</h1>
      <p class="lead">{status.articles === 0 ? "This store is empty. Add reports, and" : "Add reports, and"}  Dateline reads in them who did what to whom, when, where, how many, and according to whom. It all stays on this machine.</p>
      {canReview(session) ? (
        <div class="ways">
          {status.samples && (
            <section class="card">
              <h2>Look around with the samples</h2>
              <p>Short made-up reports from several outlets, with copies, quotes and reports that contradict each other.</p>
              <button type="button" class="button primary" disabled={busy} onClick={samples}>{busy ? "Starting…" : "Add the sample reports"}<Icon name="right" /></button>
            </section>
          )}
          <section class="card">
            <h2>Add your own</h2>
            <p>Paste a text or drop files: plain text, pages, PDF, Word, mails, feeds, tables, web archives.</p>
            <a class="button" href="/add">Add reports<Icon name="right" /></a>
          </section>
        </div>
      ) : <p class="notice">Reports are added by reviewers and admins; your account reads.</p>}
      <ol class="steps">
        <li><b>Read</b> the incidents as list, map and timeline; every value leads to its words.</li>
        <li><b>Check</b> the least sure first; each decision can be undone and counts towards precision by type.</li>
        <li><b>Take away</b> what you filtered as CSV, GeoJSON, JSON lines or pictures.</li>
      </ol>
    </div>
  );
}

// Adding reports: paste a text, drop files, take the samples; then watch them being coded.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Job } from "../api/types";
import { canReview, useKnown } from "../book";
import { Failure, get, send } from "../client";
import { Failed, Head, Icon, Words } from "../parts/bits";
import { complain } from "../parts/toast";
import { go, useWhere } from "../router";
import { articleName, day, moment, number, plural } from "../words";

export function AddPage() {
  const where = useWhere();
  const { session, status } = useKnown();
  const job = where.query.get("job");
  if (!canReview(session)) return <Failed failure={new Failure("forbidden", "Your account reads; reports are added by reviewers and admins.", 403)} />;
  const [mine, setMine] = useState<string | null>(null);
  const started = (made: Job) => { setMine(made.id); go(`/add?job=${encodeURIComponent(made.id)}`); };
  return (
    <div class="page add">
      <Head title="Add reports" lead="They are coded here, on this machine, and nothing leaves it." />
      {job && <Watching key={job} id={job} mine={job === mine} />}
      <div class="ways">
        <PasteForm onStarted={started} />
        <div>
          <FilesForm onStarted={started} />
          {status.samples && (
            <section class="card samples">
              <h2>Sample reports</h2>
              <p>Short made-up reports to try things on.</p>
              <button type="button" class="button" onClick={() => void send<Job>("POST", "/api/add/samples").then(started, complain)}>Add the sample reports</button>
            </section>
          )}
        </div>
      </div>
      <Recent current={job} />
    </div>
  );
}

function PasteForm({ onStarted }: { onStarted: (job: Job) => void }) {
  const [busy, setBusy] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    setBusy(true);
    send<Job>("POST", "/api/add/text", given).then(onStarted, complain).finally(() => setBusy(false));
  };
  return (
    <form class="card paste" onSubmit={submit} aria-label="Paste a text">
      <h2>Paste a text</h2>
      <label>Text<textarea name="text" required rows={9} placeholder="The article, as plain text" /></label>
      <label>Title<input name="title" type="text" /></label>
      <div class="two">
        <label>Published<input name="published" type="date" /></label>
        <label>Publisher<input name="publisher" type="text" /></label>
      </div>
      <label>Address of the report<input name="url" type="url" placeholder="https://…" /></label>
      <p class="hint">Without the day of publication, “Monday” and “last week” stay unresolved.</p>
      <button type="submit" class="button primary" disabled={busy}>{busy ? "Sending…" : "Code this text"}</button>
    </form>
  );
}

function FilesForm({ onStarted }: { onStarted: (job: Job) => void }) {
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [published, setPublished] = useState("");
  const [dates, setDates] = useState("");
  const [byName, setByName] = useState(false);
  const [publisher, setPublisher] = useState("");
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const input = useRef<HTMLInputElement>(null);
  const give = (files: FileList | null | undefined) => {
    if (!files?.length) return;
    const body = new FormData();
    for (const file of files) body.append("files", file, file.name);
    if (published) body.append("published", published);
    if (dates) body.append("dates", dates);
    if (byName) body.append("by_name", "true");
    if (publisher) body.append("publisher", publisher);
    for (const [field, name] of Object.entries(fields)) if (name.trim()) body.append("field", `${field}=${name.trim()}`);
    setBusy(true);
    send<Job>("POST", "/api/add/files", body).then(onStarted, complain).finally(() => setBusy(false));
  };
  return (
    <section
      class={over ? "card drop over" : "card drop"}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); give(event.dataTransfer?.files); }}
    >
      <h2>Files</h2>
      <p>Drop them here: text (also what Nexis, Factiva and ProQuest export), HTML, PDF, documents (.docx, .odt, .rtf), mails (.eml, .mbox), feeds, JSON, JSON lines, tables (.csv, .xlsx), zips, web archives (.warc.gz). Nothing is read of pictures and scans.</p>
      <label class="small-label">Published, where a file does not say<input type="date" value={published} onChange={(event) => setPublished(event.currentTarget.value)} /></label>
      <label class="small-label">{ORDER_OF_DATES}
        <select value={dates} onChange={(event) => setDates(event.currentTarget.value)}>
          <option value="">left open</option><option value="day-first">3 April (day first)</option><option value="month-first">4 March (month first)</option>
        </select>
      </label>
      <label class="tick"><input type="checkbox" checked={byName} onChange={(event) => setByName(event.currentTarget.checked)} />Days from file names, where a file does not say (2014-04-03 report.txt)</label>
      <label class="small-label">Publisher, where a file names none<input type="text" maxLength={200} value={publisher} onInput={(event) => setPublisher(event.currentTarget.value)} /></label>
      <details class="fields">
        <summary>{NAMES_OF_FIELDS}</summary>
        <p class="hint">Usual names (body, headline, date, source, link …) are known. Name here the columns or fields that are called otherwise.</p>
        <div class="two">
          {FIELDS.map(([field, words]) => (
            <label key={field}>{words}<input type="text" maxLength={150} value={fields[field] ?? ""} onInput={(event) => setFields({ ...fields, [field]: event.currentTarget.value })} /></label>
          ))}
        </div>
      </details>
      <input ref={input} type="file" multiple class="hidden" tabIndex={-1} aria-label="Choose files" onChange={(event) => { give(event.currentTarget.files); event.currentTarget.value = ""; }} />
      <button type="button" class="button" disabled={busy} onClick={() => input.current?.click()}>{busy ? "Sending…" : "Choose files"}</button>
    </section>
  );
}

const ORDER_OF_DATES = "Dates such as 03/04/2014 are";
const NAMES_OF_FIELDS = "What fields are called in tables and JSON";
const FIELDS = [
  ["text", "Field of the text"], ["title", "Field of the title"], ["published", "Field of the day published"],
  ["publisher", "Field of the publisher"], ["url", "Field of the address"], ["id", "Field of the id"],
] as const;

const STATES: Record<Job["state"], string> = {
  waiting: "Waiting for its turn", coding: "Coding", merging: "Putting incidents together", done: "Done", failed: "Failed", stopped: "Stopped",
};

function isOver(job: Job): boolean {
  return job.state === "done" || job.state === "failed" || job.state === "stopped";
}

/** Whether it is done and nothing that was given could be read. */
function vain(job: Job): boolean {
  return job.state === "done" && job.added === 0 && job.known === 0 && job.skipped.length > 0;
}

/** What was skipped: whole files where they are told by their names alone, or none of them gave an article. */
function thing(job: Job): string {
  const whole = job.skipped.every(({ source }) => /\.[a-z0-9]{1,10}$/i.test(source)); // not a line or a part of one
  return whole || (/\bfiles?\b/.test(job.what) && job.added + job.known === 0) ? "file" : "article";
}

/** What came of it so far. */
function outcome(job: Job): string {
  if (vain(job)) return `Nothing added: ${plural(job.skipped.length, thing(job))} could not be read`;
  if (job.state === "done" && job.added === 0 && job.known > 0) return `Nothing new: ${plural(job.known, "article was", "articles were")} here already`;
  return `${STATES[job.state]}: ${job.what}`;
}

/** A job as it goes; the one article of a job begun on this page opens when it is coded, unless
 * something was skipped, which has to be told. */
function Watching({ id, mine }: { id: string; mine: boolean }) {
  const { refresh } = useKnown();
  const [job, setJob] = useState<Job | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let timer = 0;
    let wanted = true;
    let first = true;
    const look = () => {
      get<Job>(`/api/jobs/${encodeURIComponent(id)}`).then(
        (found) => {
          if (!wanted) return;
          setJob(found);
          if (!isOver(found)) { first = false; timer = window.setTimeout(look, 500); return; }
          refresh();
          const only = found.articles[0];
          if ((mine || !first) && found.state === "done" && found.articles.length === 1 && found.skipped.length === 0 && only) go(`/articles/${encodeURIComponent(only.id)}`);
        },
        (error: unknown) => { if (wanted && error instanceof Failure) setFailure(error); },
      );
    };
    look();
    return () => { wanted = false; clearTimeout(timer); };
  }, [id]);
  if (failure) return <Failed failure={failure} />;
  if (!job) return null;
  const undated = job.articles.filter((article) => !article.published).length;
  const stop = () => void send<Job>("DELETE", `/api/jobs/${encodeURIComponent(id)}`).then(setJob, complain);
  return (
    <section class={`card job j-${vain(job) ? "failed" : job.state}`} aria-label="Progress">
      <header>
        <h2>{outcome(job)}</h2>
        <span class="hidden" role="status">{vain(job) ? outcome(job) : STATES[job.state]}</span>
        {!isOver(job) && <button type="button" class="button small" onClick={stop}>Stop</button>}
        {job.state === "done" && !vain(job) && job.articles.length !== 1 && <a class="button primary" href="/">See the incidents<Icon name="right" /></a>}
      </header>
      {!vain(job) && <progress max={job.total ?? 1} value={isOver(job) ? job.total ?? 1 : job.total ? job.done : undefined} aria-label="Articles coded" />}
      <p class="job-numbers">
        <span>{isOver(job) ? `${plural(job.added, "article")} added` : job.total !== null ? `${number(job.done)} of ${plural(job.total, "article")}` : plural(job.done, "article")}</span>
        <span>{plural(job.events, "event")}</span><span>{plural(job.statements, "statement")}</span>
        {job.known > 0 && <span>{number(job.known)} known already</span>}
      </p>
      {job.state === "coding" && job.done === 0 && <p class="note">The first article takes some seconds longer: the model is read first.</p>}
      {job.error && <p class="wrong" role="alert"><Icon name="warn" /><Words text={job.error} most={400} /></p>}
      {job.skipped.length > 0 && (
        <details open={job.skipped.length < 6}><summary>{plural(job.skipped.length, `${thing(job)} was`, `${thing(job)}s were`)} skipped</summary>
          <ul>{job.skipped.map((one) => <li key={one.source}><Words text={one.source} most={120} />: <Words text={one.reason} most={240} /></li>)}</ul>
          {job.skipped.some(({ reason }) => reason.includes("--field")) && <p class="note">Here --field is “{NAMES_OF_FIELDS}”, under Files: say it there and give the file again.</p>}
        </details>
      )}
      {job.here.length > 0 && (
        <details open={job.here.length < 6}><summary>{plural(job.known, "article was", "articles were")} here already</summary>
          <p class="note">They stay as they were first added: a title, day or publisher given now changes nothing.</p>
          <ul class="job-articles">
            {job.here.map((article) => <Added key={article.id} article={article} />)}
          </ul>
        </details>
      )}
      {job.notes.length > 0 && (
        <details open={job.notes.length < 6}><summary>{plural(job.notes.length, "note")} on how they were read</summary>
          <ul>{job.notes.map((note) => <li key={note} class="note"><Words text={note} most={240} /></li>)}</ul>
        </details>
      )}
      {job.notes.some((note) => note.includes("--dates")) && <p class="note">Here --dates is “{ORDER_OF_DATES}”, under Files.</p>}
      {isOver(job) && undated > 0 && <p class="note">{plural(undated, "article has", "articles have")} no day of publication, so “Monday” or “last week” gets no day there. {undated === 1 ? "It is" : "Each is"} given one on its page by “Set day”; of many files say it before by “Published” or “Days from file names”.</p>}
      {job.articles.length > 0 && (
        <ul class="job-articles">
          {job.articles.map((article) => <Added key={article.id} article={article} />)}
        </ul>
      )}
    </section>
  );
}

function Added({ article }: { article: Job["articles"][number] }) {
  return (
    <li>
      <a href={`/articles/${encodeURIComponent(article.id)}`}><Words text={articleName(article)} most={120} /></a>
      <span class="note">{article.published ? day(article.published) : "no date"} · {plural(article.events, "event")}</span>
    </li>
  );
}

function Recent({ current }: { current: string | null }) {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  useEffect(() => { get<{ items: Job[] }>("/api/jobs").then((found) => setJobs(found.items), () => undefined); }, [current]);
  const others = jobs.filter((job) => job.id !== current);
  if (!others.length) return null;
  return (
    <section class="recent"><h2>Added before</h2>
      <ul>{others.slice(0, 10).map((job) => <li key={job.id}><a href={`/add?job=${encodeURIComponent(job.id)}`}>{job.what}</a> <span class="note">{vain(job) ? "nothing added" : `${STATES[job.state].toLowerCase()}, ${plural(job.added, "article")}`} {moment(job.started)}</span></li>)}</ul>
    </section>
  );
}

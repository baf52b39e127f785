// What each report says of each field: a line a report, a column a field; what differs from what is shown stands out.

import type { IncidentPage, Shown, Version } from "../api/types";
import { copyTable, type Cell } from "../grid";
import { grouped } from "../versions";
import { articleName, day, fieldWords, plural, valueWords } from "../words";
import { Icon, Words } from "./bits";

interface Report { id: string; publisher: string; published: string | null; title: string; copies: number }

export function ByReport({ page, fields: all }: { page: IncidentPage; fields: readonly Shown[] }) {
  const differ = (field: string) => page.incident.disputed.includes(field);
  const fields = [...all].sort((a, b) => Number(differ(b.field)) - Number(differ(a.field))); // what differs is looked for first
  const named = (field: string) => differ(field) || field.startsWith("counts."); // whom a report names for it
  const reports = reportsOf(page);
  const cells = new Map(fields.map((field) => [field.field, saidBy(field)]));
  const said = (report: Report, field: Shown) => cells.get(field.field)?.get(report.id);
  const shown = (field: Shown) => valueWords(field.field, field.together.length ? field.together : field.value);
  const copyAll = () => {
    const rows: Cell[][] = reports.map((report) => [report.publisher, report.published, report.title, report.copies, ...fields.map((field) => said(report, field)?.words ?? "")]);
    void copyTable([["publisher", "published", "title", "copies", ...fields.map(({ field }) => fieldWords(field))], ["shown", null, null, null, ...fields.map(shown)], ...rows], plural(reports.length, "report"));
  };
  return (
    <>
      <div class="scroll-x" tabIndex={0} role="region" aria-label="By report">
        <table class="table by-report">
          <thead>
            <tr><th scope="col">Report</th>{fields.map(({ field }) => <th key={field} scope="col">{fieldWords(field)}{differ(field) && <span class="note added">versions differ</span>}</th>)}</tr>
          </thead>
          <tbody>
            <tr class="as-shown"><th scope="row">Shown</th>{fields.map((field) => <td key={field.field}><strong><Words text={shown(field)} most={120} /></strong>{field.set_by && <span class="note added">set by {field.set_by.by}</span>}</td>)}</tr>
            {reports.map((report) => (
              <tr key={report.id}>
                <th scope="row">
                  <a href={`/articles/${encodeURIComponent(report.id)}`} title={report.title}><Words text={report.publisher} most={60} /></a>
                  <span class="note added">{report.published ? day(report.published) : "no date"}{report.copies > 0 && `, ${plural(report.copies, "copy", "copies")}`}</span>
                </th>
                {fields.map((field) => {
                  const told = said(report, field);
                  const differs = !!told && differ(field.field) && !told.agrees;
                  return (
                    <td key={field.field} class={differs ? "differs" : undefined}>
                      {told ? <><Words text={told.words} most={160} />{differs && <span class="hidden"> (differs)</span>}{named(field.field) && told.voices && <span class="note added"><Words text={told.voices} most={90} /></span>}</> : <span class="note">—</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="after-table"><button type="button" class="button small" onClick={copyAll}><Icon name="copy" />Copy</button></p>
    </>
  );
}

/** The reports that tell of an incident, the earliest first; copies go with theirs. */
function reportsOf(page: IncidentPage): Report[] {
  const copies = new Map(page.origins.map((origin) => [origin.id, origin.copies.length]));
  const out = new Map<string, Report>();
  for (const { article } of page.passages) {
    out.set(article.id, { id: article.id, publisher: article.publisher ?? "Unknown publisher", published: article.published, title: articleName(article), copies: copies.get(article.id) ?? 0 });
  }
  const copied = new Set(page.origins.flatMap((origin) => (out.has(origin.id) ? origin.copies.map((copy) => copy.article.id) : [])));
  return [...out.values()].filter((report) => !copied.has(report.id)).sort((a, b) => (a.published ?? "9999").localeCompare(b.published ?? "9999"));
}

/** What each article says of a field, with whom it names for it and whether that is the version that is shown. */
function saidBy(field: Shown): Map<string, { words: string; voices: string; agrees: boolean }> {
  const shown = valueWords(field.field, field.value);
  const out = new Map<string, { words: string; voices: string; agrees: boolean }>();
  for (const { words, versions } of grouped(field)) {
    for (const version of versions) {
      const before = out.get(version.article);
      const voices = voiceOf(version);
      const agrees = words.split(/, | and |; /).includes(shown) || words === shown;
      if (!before) out.set(version.article, { words, voices, agrees });
      else out.set(version.article, {
        words: before.words.split(" / ").includes(words) ? before.words : `${before.words} / ${words}`,
        voices: [...new Set([before.voices, voices].filter(Boolean))].join("; "), agrees: before.agrees || agrees,
      });
    }
  }
  return out;
}

function voiceOf({ said_by, stance, hedge }: Version): string {
  return [said_by.join(" via "), stance === "told" ? "" : stance, hedge && `“${hedge}”`].filter(Boolean).join(", ");
}

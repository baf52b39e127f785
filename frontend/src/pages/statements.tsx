// What people are reported to have said, by words, speaker and day.

import { useMemo } from "preact/hooks";
import type { Statement } from "../api/types";
import { useCountry } from "../book";
import { saying } from "../cite";
import { copy } from "../clipboard";
import { filterWords, filtersOf, isActor, setFilters } from "../filters";
import { Busy, Empty, Failed, Head, Words } from "../parts/bits";
import { DayInput } from "../parts/day";
import { FileMenu } from "../parts/files";
import { Chips, PartyInput, PartyNames, SearchBox } from "../parts/filterpanel";
import { More, totalWords, useListing } from "../parts/listing";
import { partiesWords } from "../parties";
import { useTitle, useWhere } from "../router";
import { articleName, day } from "../words";
import { StatementWords } from "./reader";

export function StatementsPage() {
  const where = useWhere();
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const { text, actor, source, since, until, country, article } = filters;
  const asked = { text, actor, source, since, until, country, article };
  const list = useListing<Statement>("/api/statements", asked);
  const known = actor !== undefined && isActor(actor); // an actor of the store, which the chip names
  const others = { ...asked, actor: known ? actor : undefined };
  const words = [actor && !known && partiesWords(actor), filterWords(others, useCountry())].filter(Boolean).join(", ");
  useTitle(words ? `Statements: ${words}` : "Statements");
  return (
    <div class="page">
      <p class="crumbs"><a href="/articles">Articles</a></p>
      <Head title="Statements" lead={totalWords(list.total, "statement") || "Who is reported to have said what"}>
        <SearchBox filters={filters} placeholder="Search what was said" />
        <FileMenu about="What is listed, all pages" path="/api/statements" params={asked} name="statements" />
      </Head>
      <form class="list-filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <PartyNames />
        <label class="speaker">Speaker<PartyInput value={known ? "" : actor} hint="Mali: government, or a name" onSet={(next) => setFilters(where, { actor: next })} /></label>
        <label>From<DayInput label="Published from" value={since} onDay={(next) => setFilters(where, { since: next })} /></label>
        <label>to<DayInput label="Published until" value={until} onDay={(next) => setFilters(where, { until: next })} /></label>
        <Chips filters={others} />
      </form>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      {list.loading && !list.items.length && !list.failure && <Busy rows={8} />}
      {!list.loading && !list.failure && !list.items.length && <Empty title={words ? "Nobody is reported to have said so" : "No statements yet"}><p>{words ? "Search for fewer words, or take a filter away." : "They come with the reports."}</p></Empty>}
      <ol class="card said-list statement-list">
        {list.items.map((statement) => (
          <li key={statement.id}>
            <StatementWords statement={statement} />
            <p class="told">
              <span>{statement.article.published ? day(statement.article.published) : "no date"}</span>
              <a href={`/articles/${encodeURIComponent(statement.article.id)}`}><Words text={articleName(statement.article)} most={110} /></a>
              {statement.article.publisher && <button type="button" class="link-value" title="Only this publisher" onClick={() => setFilters(where, { source: [statement.article.publisher as string] })}><Words text={statement.article.publisher} most={50} /></button>}
              <button type="button" class="link" title="What was said, with who says it and where" onClick={() => void copy(saying(statement), "The statement is copied with its source")}>Copy</button>
            </p>
          </li>
        ))}
      </ol>
      <More more={list.more} />
    </div>
  );
}

// All articles of the store; each opens in the reader.

import { useMemo } from "preact/hooks";
import type { ArticleItem } from "../api/types";
import { canReview, useCountry, useKnown } from "../book";
import { filterWords, filtersOf, setFilters, toggled } from "../filters";
import { Busy, Empty, Failed, Head, Words } from "../parts/bits";
import { DayInput } from "../parts/day";
import { FileMenu } from "../parts/files";
import { Chips, SearchBox } from "../parts/filterpanel";
import { More, totalWords, useListing } from "../parts/listing";
import { SortHead, sorting } from "../parts/sorting";
import { useTitle, useWhere } from "../router";
import { useTrail } from "../trail";
import { articleName, day, moment, number } from "../words";

/** Each order with its words, and those of the other way round. */
const ORDERS = [
  ["day", "Latest published first", "Earliest published first"], ["added", "Latest added first", "First added first"],
  ["title", "Titles, A to Z", "Titles, Z to A"], ["publisher", "Publishers, A to Z", "Publishers, Z to A"],
  ["events", "Most events first", "Fewest events first"], ["statements", "Most statements first", "Fewest statements first"],
] as const;

export function ArticlesPage() {
  const where = useWhere();
  const { session } = useKnown();
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const narrowed = !!(filters.since || filters.until || filters.source || filters.without);
  const sort = sorting(where, ORDERS.map(([order]) => order), "day");
  const lacking = filters.without?.filter((what) => what === "date");
  const asked = { text: filters.text, source: filters.source, since: filters.since, until: filters.until, without: lacking, order: sort.order, reverse: sort.reverse || undefined };
  const list = useListing<ArticleItem>("/api/articles", asked);
  const words = filterWords(filters, useCountry());
  useTitle(words ? `Articles: ${words}` : "Articles");
  useTrail("articles", list.items, list.total?.count);
  return (
    <div class="page">
      <Head title="Articles" lead={totalWords(list.total, "article")}>
        <SearchBox filters={filters} placeholder="Search articles" />
        <a class="button" href="/statements" title="Who is reported to have said what, in all articles">Statements</a>
        <FileMenu about="What is listed, all pages, without the texts" path="/api/articles" params={asked} name="articles" />
      </Head>
      <form class="list-filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <label>From<DayInput label="Published from" value={filters.since} onDay={(since) => setFilters(where, { since })} /></label>
        <label>to<DayInput label="Published until" value={filters.until} onDay={(until) => setFilters(where, { until })} /></label>
        <label><span class="hidden">Order</span><select value={`${sort.order}${sort.reverse ? "-" : ""}`} onChange={(event) => {
          const value = event.currentTarget.value;
          sort.set(value.replace("-", ""), value.endsWith("-"));
        }}>{ORDERS.map(([order, words, back]) => [<option key={order} value={order}>{words}</option>, <option key={`${order}-`} value={`${order}-`}>{back}</option>])}</select></label>
        <label class="tick"><input type="checkbox" checked={!!lacking?.length} onChange={() => setFilters(where, toggled(filters, "without", "date"))} />Without a date</label>
        <Chips filters={filters} />
      </form>
      {list.failure && <Failed failure={list.failure} again={list.again} />}
      {list.loading && !list.items.length && !list.failure && <Busy rows={8} />}
      {!list.loading && !list.failure && !list.items.length && (
        <Empty title={filters.text ? "No article has these words" : narrowed ? "No article fits" : "No articles yet"}>
          <p>{filters.text ? "Search for fewer words." : narrowed ? "Take a filter away." : canReview(session) ? <a href="/add">Paste a text or drop files</a> : "They are added by reviewers and admins."}</p>
        </Empty>
      )}
      {list.items.length > 0 && (
        <table class="table articles">
          <thead><tr>
            <SortHead sort={sort} by="day">Published</SortHead><SortHead sort={sort} by="title" up>Title</SortHead><SortHead sort={sort} by="publisher" up>Publisher</SortHead>
            <SortHead sort={sort} by="events" class="num">Events</SortHead><SortHead sort={sort} by="statements" class="num">Statements</SortHead><th scope="col" class="num">Words</th>
          </tr></thead>
          <tbody>
            {list.items.map((article) => (
              <tr key={article.id}>
                <td class="when">{article.published ? day(article.published) : "—"}</td>
                <td class="title"><a href={`/articles/${encodeURIComponent(article.id)}`}><Words text={articleName(article)} most={200} /></a>{article.withdrawn && <span class="note withdrawn-tag" title={`By ${article.withdrawn.by}: ${article.withdrawn.reason}`}>withdrawn</span>}{sort.order === "added" && <span class="note added">added {moment(article.added)}</span>}</td>
                <td class="from">{article.publisher ? <button type="button" class="link-value" title="Only this publisher" onClick={() => setFilters(where, { source: [article.publisher as string] })}><Words text={article.publisher} most={60} /></button> : "—"}</td>
                <td class="num">{number(article.events)}</td>
                <td class="num wide-only">{number(article.statements)}</td>
                <td class="num wide-only">{number(article.words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More more={list.more} />
    </div>
  );
}

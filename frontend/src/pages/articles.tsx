// All articles of the store; each opens in the reader.

import { useMemo } from "preact/hooks";
import type { ArticleItem } from "../api/types";
import { canReview, useKnown } from "../book";
import { address } from "../client";
import { filtersOf, setFilters } from "../filters";
import { Busy, Empty, Failed, Head, Icon, Words } from "../parts/bits";
import { Chips, SearchBox } from "../parts/filterpanel";
import { More, totalWords, useListing } from "../parts/listing";
import { go, useWhere } from "../router";
import { useTrail } from "../trail";
import { articleName, day, number } from "../words";

export function ArticlesPage() {
  const where = useWhere();
  const { session } = useKnown();
  const filters = useMemo(() => filtersOf(where.query), [where]);
  const narrowed = !!(filters.since || filters.until || filters.source);
  const order = where.query.get("order") === "added" ? "added" : "day";
  const asked = { text: filters.text, source: filters.source, since: filters.since, until: filters.until, order };
  const list = useListing<ArticleItem>("/api/articles", asked);
  useTrail("articles", list.items, list.total?.count);
  return (
    <div class="page">
      <Head title="Articles" lead={totalWords(list.total, "article")}>
        <SearchBox filters={filters} placeholder="Search articles" />
        <a class="button" href={address("/api/articles", { ...asked, format: "csv" })} download="articles.csv" title="All articles that are listed, without their texts"><Icon name="export" />CSV</a>
      </Head>
      <form class="list-filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <label>From<input type="date" aria-label="Published from" value={filters.since ?? ""} onChange={(event) => setFilters(where, { since: event.currentTarget.value || undefined })} /></label>
        <label>to<input type="date" aria-label="Published until" value={filters.until ?? ""} onChange={(event) => setFilters(where, { until: event.currentTarget.value || undefined })} /></label>
        <label><span class="hidden">Order</span><select value={order} onChange={(event) => {
          const query = new URLSearchParams(where.query);
          query.set("order", event.currentTarget.value);
          go(`${where.path}?${query}`, "replace");
        }}><option value="day">Latest published first</option><option value="added">Latest added first</option></select></label>
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
          <thead><tr><th scope="col">Published</th><th scope="col">Title</th><th scope="col">Publisher</th><th scope="col" class="num">Events</th><th scope="col" class="num">Statements</th><th scope="col" class="num">Words</th></tr></thead>
          <tbody>
            {list.items.map((article) => (
              <tr key={article.id}>
                <td class="when">{article.published ? day(article.published) : "—"}</td>
                <td class="title"><a href={`/articles/${encodeURIComponent(article.id)}`}><Words text={articleName(article)} most={200} /></a></td>
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

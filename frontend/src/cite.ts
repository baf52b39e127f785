// How an incident or a sentence of a report is cited.

import type { ArticleStub, IncidentPage, Statement } from "./api/types";
import { articleName, day, partyName, summaryWords } from "./words";

const SOURCES = 8; // that are named

/** Summary, sources, program, day and address: what a note needs, in one line. */
export function citation({ incident, passages }: IncidentPage, version: string, today: string): string {
  const articles = [...new Map(passages.map((one) => [one.article.id, one.article])).values()];
  const named = [...new Set(articles.map(sourceWords))];
  const more = named.length > SOURCES ? `, and ${named.length - SOURCES} more` : "";
  const address = `${location.origin}/incidents/${encodeURIComponent(incident.id)}`;
  return `${summaryWords(incident.summary)} Incident ${incident.id}, coded by Dateline ${version} from ${named.slice(0, SOURCES).join(", ")}${more}. As of ${day(today)}. ${address}`;
}

/** "Lake Wire Agency (11 Mar 2026)". */
function sourceWords(article: ArticleStub): string {
  const name = article.publisher ?? `“${articleName(article)}”`;
  return article.published ? `${name} (${day(article.published)})` : name;
}

/** A sentence with where it stands. */
export function quotation(sentence: string, article: ArticleStub): string {
  const where = [article.publisher, `“${articleName(article)}”`, article.published && day(article.published), article.url];
  return `“${sentence.trim()}” ${where.filter(Boolean).join(", ")}`;
}

/** What somebody said, with who says it and where that stands. */
export function saying({ source, content, article }: Statement): string {
  return `${source ? partyName(source) : "Somebody"}: ${quotation(content.text, article)}`;
}

/** An address on the web that may be opened; what is no such address ("file:", "javascript:") is none. */
export function webAddress(url: string | null): URL | null {
  try {
    const address = new URL(url ?? "");
    return address.protocol === "https:" || address.protocol === "http:" ? address : null;
  } catch {
    return null;
  }
}

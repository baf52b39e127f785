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

/** The summary that leads to the incident, and its sources, each with its address on the web where it has one. */
function told({ incident, passages }: IncidentPage): { words: string; address: string; sources: { words: string; url: string | null }[] } {
  const articles = [...new Map(passages.map((one) => [one.article.id, one.article])).values()];
  return {
    words: summaryWords(incident.summary),
    address: `${location.origin}/incidents/${encodeURIComponent(incident.id)}`,
    sources: articles.slice(0, SOURCES).map((article) => ({ words: sourceWords(article), url: webAddress(article.url)?.href ?? null })),
  };
}

/** An incident in Markdown. */
export function markdown(page: IncidentPage): string {
  const { words, address, sources } = told(page);
  const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~$]/g, "\\$&");
  const link = (text: string, url: string | null) => (url ? `[${plain(text)}](<${url}>)` : plain(text));
  return `${link(words, address)}\n\n${sources.map((one) => `- ${link(one.words, one.url)}\n`).join("")}`;
}

/** An incident as a block of HTML for another page; it holds no script and asks for nothing. */
export function embedded(page: IncidentPage): string {
  const { words, address, sources } = told(page);
  const plain = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const link = (text: string, url: string | null) => (url ? `<a href="${plain(url)}">${plain(text)}</a>` : plain(text));
  return `<blockquote cite="${plain(address)}"><p>${link(words, address)}</p><footer>${sources.map((one) => link(one.words, one.url)).join("; ")}</footer></blockquote>`;
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

"""The resolvers alone, one mention a line: what `dateline tag` runs.

Each line begins with `id`, that of the article, as `docs/reference/records.md` defines it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline import assemble, pipeline, settings
from dateline.coders.continued import carried
from dateline.records import lines
from dateline.records.article import Article
from dateline.records.lines import Json
from dateline.resolve.when import tag_times
from dateline.resolve.where import Gazetteer, tag_places
from dateline.resolve.who import resolve_parties
from dateline.split.opening import opening
from dateline.split.sentences import sentences

Tagger = Callable[[Article], Iterator[Json]]


def gazetteer() -> Gazetteer:
    """The user's gazetteer, else the shipped one."""
    return Gazetteer.open(settings.gazetteer())


def parts() -> pipeline.Parts:
    """All parts, for the taggers that need the model."""
    return pipeline.load(floor=0.0, actor_lists=settings.actor_lists(), gazetteer=settings.gazetteer())


def when(article: Article) -> Iterator[Json]:
    """Each time expression with its interval and TimeML value."""
    head = opening(article.text)
    found = tag_times(
        article.text,
        published=article.published_date,
        dateline_date=head.day if head else None,
        sentences=sentences(article.text, article.title),
    )
    return (_line(article, lines.when(t, timex=True)) for t in found)


def places(known: Gazetteer) -> Tagger:
    """Each place mention with its point."""

    def tagger(article: Article) -> Iterator[Json]:
        head = opening(article.text)
        found = tag_places(
            article.text,
            known,
            sentences=sentences(article.text, article.title),
            opening_place=head.place if head else None,
            agency=head.agency if head else None,
        )
        return (_line(article, lines.place(p)) for p in found)

    return tagger


def actors(loaded: pipeline.Parts) -> Tagger:
    """Each mention of a party that does, suffers or says something, with its codes.

    `actor_id` is its key in the actor list, which is `id` in the actors of an event.
    """

    def tagger(article: Article) -> Iterator[Json]:
        pieces = sentences(article.text, article.title)
        seen = loaded.model.annotate(article.text, pieces)
        hints = {m.span: m.labels for m in seen.mentions if m.kind in ("part", "source")}
        found = resolve_parties(
            article.text,
            sorted(hints),
            loaded.actors,
            sentences=pieces,
            published=article.published_date,
            sector_hints=hints,
            said=seen.said,
        ).actors
        return (_line(article, _party(lines.actor(found[s]))) for s in sorted(found))

    return tagger


def statements(loaded: pipeline.Parts) -> Tagger:
    """Each thing that is attributed to someone, said, believed or intended, with its voice.

    The sense is wider than that of the statements of `dateline code`, which are reported speech.
    """

    def tagger(article: Article) -> Iterator[Json]:
        pieces = sentences(article.text, article.title)
        seen = loaded.model.attributions(article.text, pieces)
        told = carried(article.text, seen.said)
        hints = {m.span: m.labels for m in seen.mentions}
        found = resolve_parties(
            article.text,
            sorted({s.source for s in told if s.source}),
            loaded.actors,
            sentences=pieces,
            published=article.published_date,
            sector_hints=hints,
            said=told,
        ).actors
        for said in told:
            statement = assemble.statement(article, said, found, ())
            line = lines.statement_line(article, statement)
            said_so = {k: line[k] for k in ("source", "cue", "content", "quoted")}
            yield _line(article, lines.piece(statement.content) | said_so)

    return tagger


def _line(article: Article, mention: Json) -> Json:
    return {"id": article.id} | mention


def _party(actor: Json) -> Json:
    return {"actor_id" if name == "id" else name: value for name, value in actor.items()}

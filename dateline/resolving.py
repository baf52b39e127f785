"""What the words of an article's drafts stand for: its parties, places, times and counts, resolved side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.assemble import Resolved
from dateline.codebooks.codebook import Codebook
from dateline.fixed import fixed, replace
from dateline.records.annotation import Annotation, Scores
from dateline.records.article import Article, Sentence
from dateline.records.draft import Draft
from dateline.records.resolved import Count, Place, When
from dateline.records.span import Span, by_place
from dateline.resolve.howmany import counts_of_act
from dateline.resolve.when import Act, resolve_words, tag_times, time_of_act, times_told
from dateline.resolve.where import Gazetteer, places_of_event, tag_places
from dateline.resolve.who import ActorList, resolve_parties
from dateline.resolve.who import Resolved as Who
from dateline.split.opening import Opening


@fixed(eq=False)
class SplitArticle:
    """An article with its sentences and, where it has one, its opening."""

    article: Article
    sentences: Sequence[Sentence]
    opening: Opening | None

    def spans(self) -> dict[int, Span]:
        """Where each sentence stands, by its index."""
        return {s.index: Span(s.start, s.end) for s in self.sentences}


def parties(split: SplitArticle, annotation: Annotation, drafts: Sequence[Draft], actors: ActorList) -> Who:
    """The parties of the drafts and of all statements."""
    spans = {s for d in drafts for s in (*d.actors, *d.recipients, *(v for v, _ in d.sources))}
    spans |= {s.source for s in annotation.said if s.source}
    hints: dict[Span, Scores] = {m.span: m.labels for m in annotation.mentions if m.kind in ("part", "source")}
    return resolve_parties(
        split.article.text,
        sorted(spans, key=by_place),
        actors,
        sentences=split.sentences,
        published=split.article.published_date,
        sector_hints={s: hints[s] for s in spans if s in hints},
        said=annotation.said,
    )


def with_own_times(text: str, drafts: Sequence[Draft], annotation: Annotation, codebook: Codebook) -> tuple[Draft, ...]:
    """The drafts with no other times than those told of their act."""
    triggers = {t.span: t for t in annotation.triggers}
    out = []
    for draft in drafts:
        if not draft.times:
            out.append(draft)
            continue
        told = times_told(text, triggers[draft.trigger], annotation.said, deed=_deed(draft, codebook))
        times = tuple(s for s in told if s in draft.times)
        out.append(draft if times == draft.times else replace(draft, times=times))
    return tuple(out)


def resolve(
    split: SplitArticle,
    who: Who,
    drafts: Sequence[Draft],
    kept: Sequence[Draft],
    *,
    gazetteer: Gazetteer,
    codebook: Codebook,
) -> Resolved:
    """The parties, places, times and counts that the words of the kept drafts stand for.

    More than half of the drafts are not kept. Only their places are looked at as well, for those of an article are
    told apart together.
    """
    return Resolved(
        actors=who.actors,
        members=who.members,
        places=_places(split, drafts, kept, gazetteer),
        times=_times(split, kept, codebook),
        counts=_counts(split, kept),
    )


def _places(
    split: SplitArticle, drafts: Sequence[Draft], kept: Sequence[Draft], gazetteer: Gazetteer
) -> Mapping[Span, tuple[Place, ...]]:
    """Where each act was, by the words that name it."""
    if not any(d.places for d in kept):
        return {}
    text, head = split.article.text, split.opening
    place = head.place if head else None
    tagged = tag_places(
        text,
        gazetteer,
        sentences=split.sentences,
        extra=sorted({s for d in drafts for s in d.places}),
        opening_place=place,
        agency=head.agency if head else None,
    )
    return {d.trigger: places_of_event(text, d.places, tagged, opening_place=place) for d in kept}


def _times(split: SplitArticle, drafts: Sequence[Draft], codebook: Codebook) -> Mapping[Span, When]:
    """When each act was, by the words that name it."""
    spans = {s for d in drafts for s in d.times}
    if not spans:
        return {}
    text, published, pieces = split.article.text, split.article.published_date, split.sentences
    date_words = split.opening.day if split.opening else None
    tagged = tag_times(text, published=published, dateline_date=date_words, sentences=pieces)
    read = {
        s: resolve_words(text, s, published=published, dateline_date=date_words, sentences=pieces, tagged=tagged)
        for s in spans
    }
    by_index = split.spans()
    out = {}
    for draft in drafts:
        act = Act(draft.trigger, by_index[draft.sentence], draft.status, _deed(draft, codebook))
        found = time_of_act(text, act, [read[s] for s in draft.times], tagged=tagged, published=published)
        if found is not None:
            out[draft.trigger] = found
    return out


def _counts(split: SplitArticle, drafts: Sequence[Draft]) -> Mapping[tuple[Span, Span], tuple[Count, ...]]:
    """What is counted for each act, by the words that name it and those of the count."""
    by_index = split.spans()
    return {
        (d.trigger, span): counts
        for d in drafts
        if d.counts
        for span, counts in counts_of_act(split.article.text, d.counts, by_index[d.sentence], d.trigger).items()
    }


def _deed(draft: Draft, codebook: Codebook) -> bool:
    """True where the act is a deed rather than words."""
    return codebook.quad(draft.type).startswith("material")

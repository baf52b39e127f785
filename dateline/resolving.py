"""What the words of an article's drafts stand for: its parties, places, times and counts, resolved side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.assemble import Resolved
from dateline.codebooks.codebook import Codebook
from dateline.fixed import fixed, replace
from dateline.itemised import itemised
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
from dateline.split.item_lines import keyed
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
    tagged = _tagged_places(split, drafts, gazetteer) if kept else ()
    times = _tagged_times(split) if kept else ()
    found = Resolved(
        actors=who.actors,
        members=who.members,
        places=_places(split, kept, tagged),
        times=_times(split, kept, codebook, times),
        counts=_counts(split, kept),
    )
    return itemised(split.article.text, split.sentences, kept, found, tagged, times, codebook)


def _tagged_places(split: SplitArticle, drafts: Sequence[Draft], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """All places that the article names."""
    head = split.opening
    return tag_places(
        split.article.text,
        gazetteer,
        sentences=split.sentences,
        extra=sorted({s for d in drafts for s in d.places}.union(keyed(split.article.text))),
        opening_place=head.place if head else None,
        agency=head.agency if head else None,
    )


def _places(split: SplitArticle, drafts: Sequence[Draft], tagged: Sequence[Place]) -> Mapping[Span, tuple[Place, ...]]:
    """Where each act was, by the words that name it."""
    text, place = split.article.text, split.opening.place if split.opening else None
    return {d.trigger: places_of_event(text, d.places, tagged, opening_place=place) for d in drafts if d.places}


def _tagged_times(split: SplitArticle) -> tuple[When, ...]:
    """All time expressions of the article."""
    date_words = split.opening.day if split.opening else None
    published = split.article.published_date
    return tag_times(split.article.text, published=published, dateline_date=date_words, sentences=split.sentences)


def _times(
    split: SplitArticle, drafts: Sequence[Draft], codebook: Codebook, tagged: Sequence[When]
) -> Mapping[Span, When]:
    """When each act was, by the words that name it."""
    spans = {s for d in drafts for s in d.times}
    text, published, pieces = split.article.text, split.article.published_date, split.sentences
    date_words = split.opening.day if split.opening else None
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

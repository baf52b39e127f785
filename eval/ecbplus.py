"""Event coreference on ECB+ topics 1-35, validated sentences, mentions given: `python -m eval.ecbplus`.

Each mention of an action becomes an event whose parties, places and times are the mentions of people, places and times
of its sentence (people before it act, people after it are acted on). ECB+ has no days of publication and no types of
Dateline's codebook, so two of the strongest kinds of evidence are absent: the figure says what merging does on bare
mentions. Topics are taken one by one, as most published systems do. Nothing was fitted on ECB+.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dateline.merge.memory import Memory
from dateline.merge.profile import act_word, stories, topic
from dateline.merge.story import story_events
from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.resolved import Actor, Place
from dateline.records.span import Piece, Span
from eval.coreference import clusters, conll
from eval.corpora import Corpora, Row, rows


def events(row: Row) -> Iterator[tuple[Event, str]]:
    """The validated action mentions of a document as events, each with its cluster (its own where it has none)."""
    validated = [s for s in row["sentences"] if s["validated"]]
    for sentence in validated:
        mentions = [m for m in row["mentions"] if sentence["start"] <= m["start"] < sentence["end"]]
        actions = [m for m in mentions if m["kind"] == "action"]
        for action in actions:
            yield _event(row, sentence, action, mentions), action["cluster"] or f"{row['id']}#{action['id']}"


def _event(row: Row, sentence: Row, action: Row, mentions: Iterable[Row]) -> Event:
    id_ = f"e{row['id']}#{action['id']}"
    people = [m for m in mentions if m["kind"] == "human"]
    text = row["text"]
    return Event(
        id=id_,
        codebook="ecb+",
        type="ACTION",
        modes=(),
        contexts=(),
        quad="",
        intensity=0.0,
        cameo=None,
        trigger=_piece(text, action),
        actors=tuple(_actor(text, m) for m in people if m["start"] < action["start"]),
        recipients=tuple(_actor(text, m) for m in people if m["start"] > action["start"]),
        where=tuple(_place(text, m) for m in mentions if m["kind"] == "loc"),
        when=None,
        counts=(),
        status="negated" if action["tag"].startswith("NEG_") else "happened",
        hedge=None,
        according_to=(),
        evidence=Piece.cut(text, Span(sentence["start"], sentence["end"])),
        story_event=id_,
        confidence=1.0,
    )


def _piece(text: str, mention: Row) -> Piece:
    return Piece.cut(text, Span(mention["start"], mention["end"]))


def _actor(text: str, mention: Row) -> Actor:
    piece = _piece(text, mention)
    return Actor(piece, piece.text if piece.text[:1].isupper() else None, None, (), None, "annotated")


def _place(text: str, mention: Row) -> Place:
    piece = _piece(text, mention)
    return Place(piece, piece.text, None, None, None, None, None, None, "annotated")


def documents(corpora: Corpora) -> dict[int, list[Row]]:
    """The documents by topic."""
    out: dict[int, list[Row]] = {}
    for row in rows(corpora.path("crossdoc/ecbplus_1-35.jsonl.gz")):
        out.setdefault(row["topic"], []).append(row)
    return out


def merged(documents_of: Iterable[Row]) -> Mapping[str, str]:
    """The group of each mention of one topic."""
    memory = Memory()
    for row in documents_of:
        article = Article(row["id"], row["text"])
        told = story_events([event for event, _ in events(row)])
        memory.keep(stories([(e.id, e) for e in told], article, topic(article)))
    return {passage: group[0] for group in memory.incidents() for passage in group}


def same_word(documents_of: Iterable[Row]) -> Mapping[str, str]:
    """The baseline: mentions of one topic with the same word, without its ending, are one."""
    return {event.id: act_word(event)[1] for row in documents_of for event, _ in events(row)}


def main() -> None:
    """Print the scores of merging and of the baseline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Corpora.folder)
    args = parser.parse_args()
    topics = documents(Corpora(args.corpora))
    gold, found, baseline = {}, {}, {}
    for number, some in sorted(topics.items()):
        gold |= {event.id: f"{number}:{cluster}" for row in some for event, cluster in events(row)}
        found |= {id_: f"{number}:{group}" for id_, group in merged(some).items()}
        baseline |= {id_: f"{number}:{word}" for id_, word in same_word(some).items()}
    print(f"{len(gold)} mentions, {len(set(gold.values()))} clusters")
    for name, answer in (("Dateline", found), ("same word in one topic", baseline)):
        scores = conll(clusters(gold), clusters(answer))
        print(f"{name}: " + ", ".join(f"{k} {v:.1f}" for k, v in scores.items()))


if __name__ == "__main__":
    main()

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline import adding, pipeline
from dateline.adding import Told
from dateline.errors import InputError
from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.lines import event_line
from dateline.records.span import Span

TEXT = (
    "Dealers and soldiers in Kidal\n"
    "KIDAL, Mali - Masked men chased the mayor out of his house in Kidal on Tuesday night, reportedly with rifles, and "
    "two of his guards were hurt. Soldiers came at dawn and shut the market of Kidal, the trader Ali Maiga said.\n"
    "The masked men left before dawn. A whole family is missing."
)
ARTICLE = Article("r7", TEXT, "Dealers and soldiers in Kidal", "2024-08-02", "Paper 1")


def made(parts: pipeline.Parts, trigger: str | Span = "chased", type: str = "ASSAULT", **values: Any) -> Event:
    others = values.pop("others", ())
    return adding.event(ARTICLE, Told(trigger, type, **values), parts, others=others)


def test_values_are_read_from_the_words_by_the_resolvers(parts: pipeline.Parts) -> None:
    event = made(
        parts,
        actors=["Masked men"],
        recipients=["the mayor"],
        places=["Kidal"],
        time="Tuesday night",
        counts={"injured": ("two of his guards", None)},
        hedge="reportedly",
        sources=["Ali Maiga"],
        status="Happened",
        type="assault",
    )
    assert (event.type, event.quad, event.status, event.confidence) == ("ASSAULT", "material_conflict", "happened", 1.0)
    assert event.id == event.story_event and event.cameo == "180"
    (where,) = event.where
    assert (where.name, where.country, where.precision) == ("Kidal", "MLI", "settlement")
    assert where.piece.span.start == TEXT.index("Kidal on Tuesday"), "the one in the sentence"
    assert event.when is not None and event.when.start == event.when.end == date(2024, 7, 30)
    assert [(c.what, c.min, c.max) for c in event.counts] == [("injured", 2, 2)]
    assert [r.sectors for r in event.recipients] == [("GOV",)]
    assert [v.actor.name for v in event.according_to] == ["Ali Maiga"]
    assert event.hedge is not None and event.hedge.text == "reportedly"
    assert event.evidence.text.startswith("KIDAL, Mali") and event.evidence.text.endswith("were hurt.")
    line = event_line(ARTICLE, event)
    proofs = [line["trigger"], line["evidence"], line["when"], *line["actors"], *line["where"], *line["counts"]]
    assert all(TEXT[slice(*p["span"])] == p["text"] for p in proofs)


def test_the_same_words_make_the_same_event(parts: pipeline.Parts) -> None:
    one = made(parts, actors=["Masked men"])
    assert made(parts, Span(TEXT.index("chased"), TEXT.index("chased") + 6), actors=["Masked men#1"]) == one
    assert made(parts, actors=["masked men"]) != one
    assert made(parts, recipients=["the mayor"]).id != one.id


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("soldiers", TEXT.index("soldiers")),
        ("Kidal#3", TEXT.index("Kidal,")),
        ("two of his guards", TEXT.index("two of")),
        ("market   of Kidal", TEXT.index("market")),
        (Span(0, 7), 0),
    ],
)
def test_words_are_found(words: str | Span, start: int) -> None:
    assert adding.found(ARTICLE, words).start == start


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Kidal",
            "“Kidal” stands 3 times in article r7: say which, such as “Kidal#2” .#1 “Dealers and soldiers in Kidal",
        ),
        ("Kidal#4", "“Kidal” stands 3 times in article r7, not 4"),
        ("the governor", "“the governor” does not stand in article r7: give the words"),
        ("guard", "“guard” does not stand"),
        ("  ", "does not stand"),
        (Span(3, 3), "no words from 3 to 3"),
        (Span(0, 9999), "no words from 0 to 9999"),
    ],
)
def test_words_that_are_not_there_or_too_often_are_an_error(words: str | Span, said: str) -> None:
    with pytest.raises(InputError, match=said):
        adding.found(ARTICLE, words)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"type": "RAID"}, "type: 'RAID' is none of AGREE, "),
        ({"modes": ["teargas"]}, "mode of ASSAULT: 'teargas' is none of "),
        ({"contexts": ["weather"]}, "context: 'weather' is none of "),
        ({"status": "perhaps"}, "status: 'perhaps' is none of happened, "),
        ({"counts": {"seen": ("two", None)}}, "count: 'seen' is none of killed, "),
        ({"counts": {"injured": ("the mayor", None)}}, "“the mayor” says no number: give it as well"),
        ({"counts": {"injured": ("A whole family", "many")}}, "counts.injured: 'many' is no number"),
        ({"time": "the mayor"}, "“the mayor” says no time"),
        ({"trigger": "hurt. Soldiers came"}, "“hurt. Soldiers came” does not stand in one sentence"),
        ({"trigger": "the"}, "stands 3 times"),
    ],
)
def test_what_cannot_be_said_is_an_error(parts: pipeline.Parts, values: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        made(parts, **values)


def test_a_number_stands_beside_words_that_say_none(parts: pipeline.Parts) -> None:
    event = made(parts, "missing", counts={"abducted": ("A whole family", "4-6"), "injured": ("two#1", 2)})
    found = {c.what: (c.piece.text, c.min, c.max) for c in event.counts}
    assert found == {"abducted": ("A whole family", 4, 6), "injured": ("two", 2, 2)}


def test_a_place_that_the_gazetteer_does_not_have_is_known_by_its_words(parts: pipeline.Parts) -> None:
    event = made(parts, "shut", "COERCE", places=["the market of Kidal", "house"])
    assert [(p.name, p.country, p.basis) for p in event.where][:1] == [("house", None, "words alone")]


def test_settings_are_found_unless_they_are_named(parts: pipeline.Parts) -> None:
    assert made(parts, actors=["Soldiers"], contexts=["crime"]).contexts == ("crime",)
    assert (
        made(parts, "shut", "COERCE", actors=["Soldiers"]).contexts
        == parts.contexts.set_in(TEXT, (), [made(parts, "shut", "COERCE", actors=["Soldiers"])])[0].contexts
    )


def test_it_is_of_the_story_of_an_event_that_tells_of_the_same(parts: pipeline.Parts) -> None:
    values: dict[str, Any] = {"actors": ["Masked men"], "places": ["Kidal"], "time": "Tuesday night"}
    first = replace(made(parts, recipients=["the mayor"], **values), id="efirst", story_event="estory")
    again = made(parts, "chased", recipients=["the mayor"], others=[first], **values)
    assert again.story_event == "estory"
    other = made(parts, "shut", "COERCE", actors=["Soldiers"], others=[first])
    assert other.story_event == other.id

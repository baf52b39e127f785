"""Who goes on speaking under a pronoun."""

from __future__ import annotations

import pytest

from dateline.records.annotation import Said
from dateline.records.article import Sentence
from dateline.records.span import Span
from dateline.resolve.who import ActorList, resolve_parties
from dateline.split.sentences import sentences


def speaker(text: str, actors: ActorList, *told: tuple[str, str | None, str]) -> tuple[str | None, str | None]:
    """Name and country of the last speaker of statements, each (content, speaker, word of saying)."""
    said, at = [], 0
    for content, source, cue in told:
        start = text.index(content, at)
        of = [Span(i, i + len(w)) for w in (source, cue) if w and (i := _beside(text, w, start, len(content))) >= 0]
        said.append(Said(Span(start, start + len(content)), of[0] if source else None, of[-1] if cue else None, 0.9))
        at = start + len(content)
    spans = sorted({s.source for s in said if s.source})
    pieces: tuple[Sentence, ...] = tuple(sentences(text))
    names = [Span(text.index(n), text.index(n) + len(n)) for n in ("Juan Salas",) if n in text]
    found = resolve_parties(text, [*spans, *names], actors, sentences=pieces, said=said).actors
    last = found[said[-1].source or Span(0, 0)]
    return last.name, last.country


def _beside(text: str, word: str, start: int, length: int) -> int:
    """Where a word stands nearest to the words said."""
    places = [i for i in range(len(text)) if text.startswith(word, i) and not start <= i < start + length]
    return min(places, key=lambda i: min(abs(i - start), abs(i - start - length)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Peruvian minister Carlos Odera, who runs the port, told a radio on Monday that Emmanuel Macron had broken "
            "the pact.\n\n“That is a grave mistake,” he said.",
            [
                ("Emmanuel Macron had broken the pact", "Carlos Odera", "told"),
                ("That is a grave mistake", "he", "said"),
            ],
        ),
        (
            "Emmanuel Macron left. “It is dead,” wrote Carlos Odera, a Peruvian minister who saw Emmanuel Macron. "
            "“We tried.” He added that the road would stay shut.",
            [
                ("It is dead", "Carlos Odera", "wrote"),
                ("We tried.", None, ""),
                ("the road would stay shut", "He", "added"),
            ],
        ),
    ],
)
def test_who_spoke_last_goes_on(text: str, told: list[tuple[str, str | None, str]], actors: ActorList) -> None:
    assert speaker(text, actors, *told) == ("Carlos Odera", "PER")


def test_who_has_no_name_goes_on_too(actors: ActorList) -> None:
    text = "Juan Salas, a Peruvian senator, was freed, a Chilean captain said. He said the cell was clean."
    told = [
        ("Juan Salas, a Peruvian senator, was freed", "Chilean captain", "said"),
        ("the cell was clean", "He", "said"),
    ]
    assert speaker(text, actors, *told) == (None, "CHL")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # somebody else is named before the pronoun in its sentence
            "A Chilean captain said the bridge was shut. Juan Salas left when he said so.",
            [("the bridge was shut", "Chilean captain", "said"), ("so", "he", "said")],
        ),
        (  # what is said names who spoke last
            "Peruvian senator Juan Salas met the captain, Ana Odera said. Ana Odera was wrong, he said.",
            [
                ("Peruvian senator Juan Salas met the captain", "Ana Odera", "said"),
                ("Ana Odera was wrong", "he", "said"),
            ],
        ),
        (  # a body spoke last
            "The gate was locked, Peruvian senator Juan Salas told a court, according to the Chilean army. He said it "
            "twice.",
            [("The gate was locked", "Chilean army", "according to"), ("it twice", "He", "said")],
        ),
    ],
)
def test_somebody_else_speaks(text: str, told: list[tuple[str, str | None, str]], actors: ActorList) -> None:
    assert speaker(text, actors, *told)[0] == "Juan Salas"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Chilean observatory said a Peruvian convoy had left. It added that Peru would send another.",
            [("a Peruvian convoy had left", "Chilean observatory", "said"), ("Peru would send another", "It", "added")],
        ),
        (
            "Chilean diplomats said the gate was shut. While Peru has gates too, they said, none was open.",
            [("the gate was shut", "Chilean diplomats", "said"), ("While Peru has gates too", "they", "said")],
        ),
        (
            "A Chilean army official said Peru was wrong. Peru sent Peruvian troops to Lima, the official said.",
            [
                ("Peru was wrong", "Chilean army official", "said"),
                ("Peru sent Peruvian troops to Lima", "official", "said"),
            ],
        ),
        (
            "Chilean navy officials said Peru was wrong. Peru sent Peruvian troops to Lima, the officials said.",
            [
                ("Peru was wrong", "Chilean navy officials", "said"),
                ("Peru sent Peruvian troops to Lima", "officials", "said"),
            ],
        ),
        (
            "A source in the Chilean army said Peru was wrong. Peru sent Peruvian troops to Lima. The source said so.",
            [("Peru was wrong", "source in the Chilean army", "said"), ("so", "source", "said")],
        ),
    ],
)
def test_bodies_and_sources_speak_on(text: str, told: list[tuple[str, str | None, str]], actors: ActorList) -> None:
    assert speaker(text, actors, *told)[1] == "CHL"


def test_a_statement_is_that_of_who_spoke_last(actors: ActorList) -> None:
    text = "Chilean senators said in a note that Peru was wrong. “Peru shelled Peru,” the statement {}said."
    told = [("Peru was wrong", "Chilean senators", "said"), ("Peru shelled Peru", "statement", "said")]
    assert speaker(text.format(""), actors, *told)[1] == "CHL"
    assert speaker(text.format("by the Peruvian army "), actors, *told)[1] == "PER"


def test_another_noun_is_somebody_else(actors: ActorList) -> None:
    text = "A Chilean official said Peru was wrong. In Peru, Peru sent Peruvian troops to Lima, the general said."
    told = [("Peru was wrong", "Chilean official", "said"), ("Peru sent Peruvian troops to Lima", "general", "said")]
    assert speaker(text, actors, *told)[1] == "PER"

from __future__ import annotations

import pytest

from dateline.codebooks.codebook import Codebook
from dateline.coders.demands import demander
from dateline.coders.model import ModelCoder
from dateline.records.annotation import Annotation, Argument, Said, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span

TEXT = "The union said that the mine must close."


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


SAID = Said(at("the mine must close"), at("union"), at("said"), 0.9)


@pytest.mark.parametrize(
    ("act", "said", "who"),
    [
        ("must close", [SAID], "union"),
        ("close", [SAID], None),
        ("must close", [], None),
        ("must close", [Said(SAID.content, None, None, 0.9)], None),
    ],
)
def test_who_says_what_ought_to_be_done_demands_it(act: str, said: list[Said], who: str | None) -> None:
    found = demander(TEXT, at(act), said)
    assert (found.of(TEXT) if found else None) == who


@pytest.mark.parametrize(("actor", "expected"), [(None, "union"), ("mine", "mine")])
def test_a_demand_without_an_actor_has_the_speaker(actor: str | None, expected: str) -> None:
    given = (Argument("actor", at(actor), 0.9),) if actor else ()
    trigger = Trigger(at("must close"), 0, (("REQUEST", 0.9),), (), (("happened", 0.9),), 0.9, given)
    annotation = Annotation((Sentence(0, 0, len(TEXT)),), (), (trigger,), (SAID,))
    (draft,) = ModelCoder(Codebook.load()).code(TEXT, annotation)
    assert [s.of(TEXT) for s in draft.actors] == [expected]

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records.annotation import Argument, Said, Trigger
from dateline.records.span import Span
from dateline.resolve.when import times_told
from dateline.resolve.when.ties import BY_WAY_OF, LEAST, LIKELY, SURE


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def act(text: str, word: str, *arguments: tuple[str, str, float]) -> Trigger:
    found = tuple(Argument(role, at(text, words), score) for role, words, score in arguments)
    return Trigger(at(text, word), 0, (("COERCE", 0.9),), (), (("happened", 0.9),), 0.9, found)


def told(text: str, content: str, source: str, cue: str = "said") -> Said:
    return Said(at(text, content), at(text, source), at(text, cue), 0.9)


def times(text: str, trigger: Trigger, *said: Said, deed: bool = True) -> list[str]:
    return [span.of(text) for span in times_told(text, trigger, said, deed=deed)]


def test_likeliest_first_and_none_that_the_model_hardly_ties() -> None:
    text = "Guards closed two camps on Friday and Monday, in May."
    trigger = act(text, "closed", ("time", "Monday", 0.8), ("time", "Friday", 0.9), ("time", "May", LEAST - 0.01))
    assert times(text, trigger) == ["Friday", "Monday"]


AFTER = ("The ministry said Friday that guards had closed two camps.", "guards had closed two camps")
BEHIND = ("Guards closed two camps, the ministry said on Friday.", "Guards closed two camps")
FRONT = ("On Friday the ministry said that guards had closed two camps.", "guards had closed two camps")


@pytest.mark.parametrize(("text", "content"), [AFTER, BEHIND])
def test_the_day_of_a_telling_is_not_that_of_the_deed(text: str, content: str) -> None:
    trigger = act(text, "closed", ("actor", "uards", 0.9), ("time", "Friday", 0.99))
    assert times(text, trigger, told(text, content, "ministry")) == []


def test_a_day_in_front_of_a_telling_may_be_that_of_the_deed_too() -> None:
    text, content = FRONT
    said = told(text, content, "ministry")
    assert times(text, act(text, "closed", ("time", "Friday", SURE)), said) == ["Friday"]
    assert times(text, act(text, "closed", ("time", "Friday", SURE - 0.01)), said) == []


def test_a_day_within_the_words_told_is_that_of_the_deed() -> None:
    text = "Guards closed two camps on Friday, the ministry said."
    trigger = act(text, "closed", ("time", "Friday", 0.9))
    assert times(text, trigger, told(text, "Guards closed two camps on Friday", "ministry")) == ["Friday"]


def test_what_the_speaker_did_or_takes_upon_itself_is_of_that_day() -> None:
    text = "The ministry said Friday that it would close two camps."
    said = told(text, "it would close two camps", "ministry")
    assert times(text, act(text, "close", ("time", "Friday", 0.9)), said) == ["Friday"]
    text = "The ministry said Friday that raids of its guards closed two camps."
    trigger = act(text, "closed", ("actor", "ministry", 0.9), ("time", "Friday", 0.9))
    assert times(text, trigger, told(text, "raids of its guards closed two camps", "ministry")) == ["Friday"]


def test_what_is_done_by_words_is_of_the_day_of_the_words() -> None:
    text = "The ministry said Friday that rebels ruined the port."
    trigger = act(text, "ruined", ("time", "Friday", 0.9))
    said = told(text, "rebels ruined the port", "ministry")
    assert times(text, trigger, said, deed=False) == ["Friday"]
    assert times(text, trigger, said) == []
    supposed = replace(trigger, status=(("hypothetical", 0.9),))
    assert times(text, supposed, said, deed=False) == []


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The editor was arrested Friday for inciting a riot.", "inciting", "Friday"),
        ("The editor was fined in May for failing to report a strike.", "strike", "May"),
        ("On Monday the mayor left after rebels seized the port.", "seized", "Monday"),
        ("Critics at last week's hearing into the attack were wrong.", "attack", "last week"),
        ("The court agreed Monday to reinstate a fired judge.", "fired", "Monday"),
        ("The port came under attack for the first time since 5 June.", "attack", "5 June"),
        ("The worst raid since June hit the port.", "raid", "since June"),
        ("He is right in calling for a vote (Letters, theguardian.com, 19 February).", "calling", "19 February"),
        ("He was convicted of killing a guard during riots in May 2022.", "convicted", "in May 2022"),
    ],
)
def test_a_day_does_not_reach_beyond_what_it_belongs_to(text: str, word: str, day: str) -> None:
    assert times(text, act(text, word, ("time", day, 0.99))) == []


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The editor was arrested for inciting a riot on Friday.", "inciting", "Friday"),
        ("On Friday gunmen seized the port.", "seized", "Friday"),
        ("Friday's attack on the port failed.", "attack", "Friday"),
        ("Two guards were killed in an attack on Monday.", "attack", "Monday"),
        ("Two guards were killed in an attack on Monday.", "killed", "Monday"),
        ("He was convicted of killing a guard during the riots on Monday.", "convicted", "on Monday"),
        ("He was convicted of spying in May 2022.", "convicted", "in May 2022"),
    ],
)
def test_a_day_beside_its_act_is_told_of_it(text: str, word: str, day: str) -> None:
    assert times(text, act(text, word, ("time", day, LEAST))) == [day]


@pytest.mark.parametrize(
    ("text", "word", "day", "least"),
    [
        ("The mayor agreed with the guards to leave the port on Friday.", "agreed", "Friday", LIKELY),
        ("The king met the envoys, who had left the port on Friday.", "met", "Friday", SURE),
        ("The king met the envoys, telling them on Friday to leave.", "met", "Friday", SURE),
        ("The envoys, who had left the port on Friday, met the king.", "met", "Friday", SURE),
    ],
)
def test_a_day_nearer_to_another_act_needs_a_surer_tie(text: str, word: str, day: str, least: float) -> None:
    assert times(text, act(text, word, ("time", day, least))) == [day]
    assert times(text, act(text, word, ("time", day, least - 0.01))) == []


def test_the_day_of_a_speech_is_that_of_what_was_done_by_it() -> None:
    text = "The king warned the rebels, and others, in a televised speech on Friday."
    assert times(text, act(text, "warned", ("time", "Friday", 0.1)), deed=False) == ["Friday"]
    assert times(text, act(text, "warned", ("time", "Friday", 0.1))) == []


def test_how_a_thing_was_done_has_the_day_in_front_of_it() -> None:
    text = "Two guards were killed on Friday in a night raid."
    assert times(text, act(text, "raid", ("time", "Friday", BY_WAY_OF))) == ["Friday"]
    text = "The king left on Friday in an attempt to quiet the protests."
    assert times(text, act(text, "protests", ("time", "Friday", BY_WAY_OF))) == []


@given(st.text(max_size=60), st.data())
def test_only_times_of_the_act_come_back(text: str, data: st.DataObject) -> None:
    spot = st.integers(0, len(text))
    spans = [Span(*sorted((data.draw(spot), data.draw(spot)))) for _ in range(5)]
    arguments = tuple(Argument(data.draw(st.sampled_from(["time", "actor"])), s, 0.9) for s in spans[1:3])
    trigger = Trigger(spans[0], 0, (("COERCE", 0.9),), (), (("happened", 0.9),), 0.9, arguments)
    found = times_told(text, trigger, [Said(spans[3], None, spans[4], 0.9)], deed=data.draw(st.booleans()))
    assert set(found) <= {a.span for a in arguments if a.role == "time"}


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        ("Her criticism of the 2015 border accord drew applause.", "criticism", False),
        ("They withdrew from the 1987 arms treaty.", "withdrew", False),
        ("They meddled in the 2016 vote.", "meddled", True),
        ("They withdrew from the port in 2016 and left.", "withdrew", True),
    ],
)
def test_the_year_of_what_an_act_was_about_is_not_its_own(text: str, word: str, kept: bool) -> None:
    year = next(part for part in text.split() if part[:4].isdigit())
    assert bool(times(text, act(text, word, ("time", year, 0.99)))) is kept


def test_what_the_speaker_only_has_something_to_say_of_is_not_of_that_day() -> None:
    text = "The minister said in May that trade with the island had made the port rich."
    trigger = act(text, "trade", ("actor", "minister", 0.9), ("time", "May", 0.99))
    said = told(text, "that trade with the island had made the port rich", "minister")
    assert times(text, trigger, said) == []
    text = "The minister announced in May that a raid on the island was under way."
    trigger = act(text, "raid", ("actor", "minister", 0.9), ("time", "May", 0.99))
    said = told(text, "that a raid on the island was under way", "minister", "announced")
    assert times(text, trigger, said) == ["May"]

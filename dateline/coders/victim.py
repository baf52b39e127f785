"""One person to whom something was done: "a journalist was arrested" counts one arrested."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.records.annotation import Scores
from dateline.records.span import Span

_ARTICLE = re.compile(r"(?<![\w’'-])(?:an?|another)\s+\Z", re.IGNORECASE)
_BEFORE = 12
_DONE = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (
            r"(?:kill|murder|gunned down|shot dead|shot and killed|execut|behead|assassinat|slain|lynch)",
            "killed",
        ),
        (r"(?:wound|injur)", "injured"),
        (r"(?:arrest|detain|apprehend)", "arrested"),
        (r"(?:kidnap|abduct|taken hostage|took hostage|held hostage)", "abducted"),
        (r"(?:releas|freed)", "released"),
    )
)
_PERSONS = frozenset({
    "activist", "aide", "ambassador", "assailant", "attacker", "baby", "bishop", "blogger", "bomber", "boy",
    "brother", "businessman", "businesswoman", "bystander", "cameraman", "campaigner", "captain", "chief", "child",
    "citizen", "civilian", "cleric", "colonel", "commander", "constable", "contractor", "corporal", "correspondent",
    "councillor", "crewman", "daughter", "demonstrator", "deputy", "detainee", "diplomat", "dissident", "doctor",
    "driver", "editor", "elder", "employee", "engineer", "envoy", "farmer", "father", "fighter", "fisherman",
    "general", "girl", "governor", "guard", "gunman", "herder", "hostage", "husband", "imam", "infant", "inmate",
    "insurgent", "interpreter", "jihadist", "journalist", "judge", "laborer", "labourer", "lawmaker", "lawyer",
    "leader", "lecturer", "legislator", "lieutenant", "major", "man", "marine", "mayor", "medic", "merchant",
    "migrant", "militant", "miner", "minister", "monk", "mother", "national", "nun", "nurse", "officer", "official",
    "paramedic", "passenger", "pastor", "peacekeeper", "pedestrian", "person", "photographer", "pilot", "poet",
    "policeman", "policewoman", "politician", "priest", "prisoner", "professor", "prosecutor", "protester", "pupil",
    "rabbi", "rebel", "refugee", "reporter", "resident", "sailor", "scholar", "schoolboy", "schoolgirl", "senator",
    "sergeant", "serviceman", "settler", "shopkeeper", "sister", "soldier", "son", "spokesman", "spokeswoman",
    "staffer", "student", "surgeon", "suspect", "teacher", "teen", "teenager", "terrorist", "toddler", "tourist",
    "trader", "translator", "vendor", "villager", "volunteer", "widow", "wife", "woman", "worker", "writer",
    "youth",
})  # fmt: skip


def one_person(text: str, act: Span, recipients: Iterable[Span]) -> Iterator[tuple[Span, Scores]]:
    """The articles before single people whom the act killed, injured, took or freed, each with what it counts."""
    word = act.of(text)
    kind = next((kind for words, kind in _DONE if words.match(word)), None)
    if kind is None:
        return
    for one in recipients:
        article = _ARTICLE.search(text, max(0, one.start - _BEFORE), one.start)
        if article and one.of(text).split()[-1].lower() in _PERSONS:
            yield Span(article.start(), article.start() + len(article.group().rstrip())), ((kind, 1.0),)

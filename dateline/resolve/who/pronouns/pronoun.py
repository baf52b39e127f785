"""Whom pronouns mean: the nearest fitting party, or inside quotations the one who speaks."""

from __future__ import annotations

from dateline.records.span import Span
from dateline.resolve.who.english import HE, IT, SELF, SHE, SPEECH, THEY, WE
from dateline.resolve.who.names.phrases import noun_ending
from dateline.resolve.who.names.scan import PSEUDO
from dateline.resolve.who.pronouns.binding import (
    Fits,
    barred,
    goes_on_speaking,
    same,
    subject_ahead,
    subject_of,
    teller_ahead,
)
from dateline.resolve.who.pronouns.pairs import joined, people_ahead, several
from dateline.resolve.who.pronouns.referents import officer, referent
from dateline.resolve.who.scene.acting import acts_as
from dateline.resolve.who.scene.parties import Party
from dateline.resolve.who.scene.scene import Scene
from dateline.resolve.who.scene.setting import Ask

_YOU = frozenset(("you", "your"))
_TOLD = frozenset(("told", "tells", "telling", "asked"))
"""Words of speech before the one who is spoken to."""
_AS_HE = {"she": "he", "her": "his", "hers": "his", "herself": "himself"}
_ONE = frozenset(("suspect", "gunman", "attacker", "suicide bomber", "assailant", "shooter"))
_SPEAKERS = frozenset(("person", "office", "state", "group", "crowd", "force"))


def pronoun(scene: Scene, span: Span, index: int, *, speaks: bool = False, whole: bool = False) -> Party:
    """The party that the pronoun at word `index` means; of unknown country and sector where none fits.

    `speaks` says that it is itself the speaker of a quotation; with `whole`, "they" behind "A and B" are both.
    """
    low = scene.words.low[index]
    people = people_ahead(scene, span.start) if whole and low in THEY else ()
    if people and (by := speaker_of(scene, span.start)) is not None:
        people = people if all(one.name != by.name for one in people) else ()
    if people:
        return several(span, people, "pronoun")
    known = _known(scene, index, span.start, speaks=speaks)
    if known is None:
        country = scene.setting.guess(Ask(span.start, "pronoun", noun=low))
        return Party(span, "person", country, (), basis="pronoun", weak=True)
    both = joined(scene, known) if whole and low in THEY and known.span.end <= span.start else ()
    if both:
        return several(span, both, "pronoun")
    party = known.said_by(span, "pronoun")
    if low in WE:
        party.name, party.id = None, None
    if party.sort == "state" and party.sectors in (("GOV",), ("MIL",)) and known.weak:
        party.sectors = acts_as(scene.words, index, index + 1, "pronoun", scene.weights)
    party.weak = True
    return party


def _known(scene: Scene, index: int, position: int, *, speaks: bool) -> Party | None:
    """The party that a pronoun means, by what it may stand for; inside quotation marks perhaps the speaker."""
    low, quote = scene.words.low[index], scene.quotes.around(position)
    speaker = _speaker(scene, quote) if quote is not None and not speaks else None
    if low in SELF:
        if quote is None and (teller := _gives_statement(scene, position)) is not None:
            return teller
        known = referent(scene, position, low, _is_any, 2, speaker=speaker, asked=True, open_end=quote is None)
        return known or speaker
    if low in _YOU:
        return referent(scene, position, "you", _is_any, 2, speaker=speaker, asked=True, open_end=True)
    if low in HE or low in SHE:
        return _person(scene, index, position, speaker, quoted=quote is not None)
    bars = barred(scene, index, quoted=quote is not None)
    if low in IT:
        return _of(scene, position, low, _but_subject(scene, index, _is_body), bars, speaker)
    if low in THEY:
        fits = _but_subject(scene, index, lambda p: _are_many(p) or _is_body(p))
        return _of(scene, position, low, fits, bars, speaker)
    return referent(scene, position, "which", _is_any, 1)


def _gives_statement(scene: Scene, position: int) -> Party | None:
    """Who speaks in a statement that is given as it stands, below a line that ends in "said:": its first person."""
    words, end = scene.words, scene.words.text.rfind(":\n", 0, position)
    if end < 0 or position - end > _STATEMENT:
        return None
    cue = words.within(max(0, end - 1), end)
    if not cue or words.low[cue[-1]] not in SPEECH:
        return None
    line = scene.parties.between(words.text.rfind("\n", 0, end) + 1, end)
    return next((party for party in line if party.sort == "person"), None) or _beside(scene, cue[-1])


_STATEMENT = 3000
"""How many characters a statement may go on."""


def owning_state(scene: Scene, position: int) -> str | None:
    """The country of the state that "its" at character `position` most likely means."""
    known = referent(
        scene, position, "its", lambda p: p.sort == "state" and not p.plural and p.country not in (None, *PSEUDO), 3
    )  # fmt: skip
    return known.country if known is not None else None


def _of(scene: Scene, position: int, kind: str, fits: Fits, bars: Fits, speaker: Party | None) -> Party | None:
    """The party that a pronoun means of those that grammar allows, else of all that fit."""
    known = referent(scene, position, kind, lambda p: fits(p) and not bars(p), 3, speaker=speaker)
    return known or referent(scene, position, kind, fits, 3, speaker=speaker)


def _person(scene: Scene, index: int, position: int, speaker: Party | None, *, quoted: bool) -> Party | None:
    """The person that "he" or "she" means."""
    low = scene.words.low[index]
    gender = "m" if low in HE else "f"
    kind = low if low in HE else _AS_HE.get(low, "he")
    cue = goes_on_speaking(scene, index)
    said = _beside(scene, cue) if cue is not None else None
    if said is not None and _is_one(said) and said.gender in (gender, ""):
        return said
    ahead = (None if quoted else subject_ahead(scene, index, gender)) or teller_ahead(scene, index, gender)
    if ahead is not None:
        return ahead
    bars = barred(scene, index, quoted=quoted)
    says = index + 1 < len(scene.words) and scene.words.low[index + 1] in SPEECH
    talks = speaker if quoted and not says else None

    def fits_one(party: Party) -> bool:
        return _is_one(party) and party.gender in (gender, "") and not (talks is not None and same(party, talks))

    fits = _but_subject(scene, index, fits_one)
    known = referent(scene, position, kind, lambda p: fits(p) and not bars(p), 4, gender=gender, speaker=speaker)
    return known or referent(scene, position, kind, fits, 4, gender=gender, speaker=speaker)


def _but_subject(scene: Scene, index: int, fits: Fits) -> Fits:
    """The test `fits`, with the subject of the verb whose object the pronoun at word `index` is left out for good."""
    subject = subject_of(scene, index)
    return fits if subject is None else lambda party: fits(party) and not same(party, subject)


def _is_any(party: Party) -> bool:
    return True


def _is_one(party: Party) -> bool:
    if party.plural:
        return False
    return party.sort in ("person", "office") or (party.sort in ("crowd", "group") and party.noun in _ONE)


def _is_body(party: Party) -> bool:
    told = party.sort in ("state", "group", "country", "force", "alliance") or party.noun in _SPEAKING
    return told and not party.plural


_SPEAKING = frozenset(("embassy", "consulate"))
"""Buildings that speak and act as bodies."""


def _are_many(party: Party) -> bool:
    return party.plural or party.sort in ("group", "force", "crowd", "joint")


def _speaker(scene: Scene, quote: int) -> Party | None:
    """The speaker of a quotation: named beside its word of speech, else that of the quotations before."""
    for number in range(quote, max(-1, quote - 4), -1):
        named = _right_behind(scene, number)
        if named is not None:
            return named
        for cue in scene.quotes.cues(number):
            party = _beside(scene, cue)
            if party is not None:
                return party
    return None


def speaker_of(scene: Scene, position: int) -> Party | None:
    """Who speaks the quotation that character `position` lies in; None outside of quotations."""
    quote = scene.quotes.around(position)
    return _speaker(scene, quote) if quote is not None else None


def _right_behind(scene: Scene, quote: int) -> Party | None:
    """The person named right behind a quotation and set off by a comma: "…," Sen. X, who leads the panel, said."""
    words, end = scene.words, scene.quotes.end(quote)
    near = [party for party in scene.parties.between(end, min(end + _NAMED, len(words.text))) if party.sort == "person"]
    first = min(near, key=lambda party: party.span.start, default=None)
    if first is None or not first.name:
        return None
    lead = words.text[end : first.span.start].split()
    goes_on = "," in words.text[max(0, end - 2) : end + 1]
    apart = words.text[first.span.end : first.span.end + 1] == ","
    return first if goes_on and apart and len(lead) <= _TITLE and all(word[0].isupper() for word in lead) else None


_TITLE = 3
"""How many words of a title may stand between a quotation and that name."""
_NAMED = 60
"""How many characters behind a quotation the name of its speaker may end."""


def _holder(scene: Scene, cue: int) -> Party | None:
    """The person of the article whose office stands right before a word of speech ("the president said")."""
    words = scene.words
    if cue < 2 or words.gap(cue) != " ":
        return None
    start, noun = noun_ending(words, max(0, cue - 3), cue, scene.actors)
    if noun is None or noun.sort != "office" or words.low[start - 1] != "the":
        return None
    return officer(scene, words.start[start], noun, None)


def _beside(scene: Scene, cue: int) -> Party | None:
    """The party named nearest to a word of speech in its line, or that of the pronoun beside it."""
    words = scene.words
    for beside in (cue - 1, cue + 1):
        if 0 <= beside < len(words) and words.low[beside] in HE | SHE:
            return pronoun(scene, scene.span(beside, beside + 1), beside, speaks=True)
    left = right = cue
    while left > 0 and cue - left < 8 and "\n" not in words.gap(left):
        left -= 1
    while right + 1 < len(words) and right - cue < 8 and "\n" not in words.gap(right + 1):
        right += 1
    near = scene.parties.between(words.start[left], words.end[right])
    speakers = [party for party in near if party.sort in _SPEAKERS]
    at = words.start[cue]
    holder = _holder(scene, cue)
    if holder is not None and all(party.span.end != words.end[cue - 1] for party in speakers):
        return holder
    if words.low[cue] in _TOLD or (cue + 1 < len(words) and words.low[cue + 1] == "that"):
        speakers = [party for party in speakers if party.span.end <= at] or speakers
    return min(speakers, key=lambda p: min(abs(p.span.start - at), abs(p.span.end - at)), default=None)

"""Does the sentence speak of the past or of the future? Told by the nearest verb or other cue.

A past verb right behind the expression decides ("the ministry on Friday issued"), else the nearest cue before it in its
clause ("will meet on Friday", "said Friday"), else the nearest after it ("On Friday, ministers will meet"). No cue: 0.
A cue is sure where it is no infinitive of purpose and no verb that only tells or arranges.
"""

from __future__ import annotations

from dateline.fixed import fixed
from dateline.resolve.when import cues
from dateline.resolve.when.tokens import Tokens
from dateline.resolve.when.words import WEEKDAYS
from dateline.resolve.word_lists import word_set

PAST, UNKNOWN, FUTURE = -1, 0, 1
_FAR = 32
_DID = word_set("did was were had")
_DID_NOT = word_set("didn didn't wasn wasn't weren weren't hadn hadn't")
_CLAUSE = 12
"""Tokens that a clause may have before its cue."""
_UNTIL = word_set("until till")
_FRONT = 2
"""Tokens before an expression that opens its sentence ("In early May, …")."""
_DASHES = frozenset(("—", "–"))
_BEHIND = word_set("since despite saying adding telling tweeting")
"""Right before a time that lies back: "since May", "despite Sunday's failure", "saying Tuesday"."""
_BEFORE_DAY = word_set("on in by at late early the until since from")
_QUOTES = frozenset(('"', "“", "”"))
_ELSEWHERE = word_set("during in from into after , saying")
_POSSESSIVE = frozenset(("'s", "’s", "s"))
_INVITED = word_set("invited invites inviting summoned summons convened convenes")
_SHORT_ING = 6
"""Letters up to which a word in -ing may be an infinitive ("to bring", "to string")."""


@fixed()
class Sense:
    """PAST, FUTURE or UNKNOWN, and whether the cue that says so is sure.

    A cue of the future is loose where it is no more than an aim, a chance, or a plan of the past.
    """

    way: int
    sure: bool
    loose: bool = False


_NO_CUE = Sense(UNKNOWN, False)


def sense_of(tokens: Tokens, first: int, last: int, low: int, high: int) -> Sense:
    """The sense of tokens first..last in the sentence low..high (token indices, end exclusive)."""
    if (beside := _beside(tokens, first, last, high)) != UNKNOWN:
        return Sense(beside, True)
    fronted = first - low <= _FRONT and tokens.word(last) == ","
    if (
        fronted
        and tokens.word(first - 1) in _UNTIL
        and (told := _ahead(tokens, last, high, fronted=True)).way != UNKNOWN
    ):
        return told  # "Until Thursday, they had not named him"
    low = max(low, first - _FAR)
    before, stop = _back(tokens, first, first - 1, low)
    listed = stop >= low and tokens.word(stop) == "and"
    if before.way == UNKNOWN and listed and _ends_list(tokens, stop, first):
        before = _back(tokens, first, stop - 1, low)[0]  # "hosted leaders from Africa, the U.S., and Europe on Friday"
    if before.way != UNKNOWN and _follows_since(tokens, stop, low):
        return Sense(PAST, True)
    if before.way == FUTURE and tokens.word(first - 1) in _UNTIL and _not_until(tokens, first - 1, low):
        return Sense(PAST, True)
    if before.way != UNKNOWN:
        return before
    after = _ahead(tokens, last, high, fronted=fronted)
    if after.way == UNKNOWN and (listed or tokens.word(stop) in _DASHES):
        return _back(tokens, first, stop - 1, low)[0]  # "the Taliban began early — in February"
    return after


def _follows_since(tokens: Tokens, cue: int, low: int) -> bool:
    """True in a clause of "since" with a verb of the past: "since they approved a plan to leave in June" looks back."""
    past = False
    for i in range(cue, max(low, cue - _CLAUSE) - 1, -1):
        word = tokens.word(i)
        if word == "since":
            return past
        if _ends_clause(tokens, i, word):
            return False
        past = past or (_sense(tokens, i, word, cue + 1) == PAST and not _is_perfect(tokens, i))
    return False


def _not_until(tokens: Tokens, until: int, low: int) -> bool:
    """True for "did not leave until June": told as past, that June lies behind."""
    for i in range(until - 1, max(low, until - _CLAUSE) - 1, -1):
        word = tokens.word(i)
        if word.replace("’", "'") in _DID_NOT or (word == "not" and tokens.word(i - 1) in _DID):
            return True
        if _ends_clause(tokens, i, word):
            return False
    return False


def _ends_list(tokens: Tokens, stop: int, first: int) -> bool:
    """True where "and" joins a noun to those before it, and no clause that begins with the day."""
    between = [tokens.word(i) for i in range(stop + 1, first)]
    return "," not in between and any(word[:1].isalnum() and word not in _BEFORE_DAY for word in between)


def _ahead(tokens: Tokens, last: int, high: int, *, fronted: bool) -> Sense:
    """What the nearest cue behind the expression says; in "In April, the envoy pledged" it is sure."""
    owned = tokens.word(last) in _POSSESSIVE
    for i in range(last, min(high, last + _FAR)):
        word = tokens.word(i)
        if word in cues.STOPS:
            break
        if word == "can" or (word == "to" and owned and _purpose(tokens, i, high)):
            continue  # "Thursday's vote to leave was close"
        if (way := _sense(tokens, i, word, high)) != UNKNOWN:
            told = fronted and way == PAST and not _is_perfect(tokens, i)
            loose = _is_loose(tokens, i, way) or (way == FUTURE and word == "to" and _purpose(tokens, i, high))
            return Sense(way, told or _is_sure(tokens, i, way), loose)
    return _NO_CUE


def _back(tokens: Tokens, first: int, start: int, low: int) -> tuple[Sense, int]:
    """What the nearest cue from `start` back says, and where the search ended: at the beginning of the clause."""
    weak, aim = _NO_CUE, 0
    for i in range(start, low - 1, -1):
        word = tokens.word(i)
        if _ends_clause(tokens, i, word):
            return weak, i
        if word == "to" and _purpose(tokens, i, first):
            weak, aim = Sense(FUTURE, False, loose=True), aim or i
        elif (way := _sense(tokens, i, word, first)) != UNKNOWN:
            if aim and _is_perfect(tokens, i) and _reaches(tokens, aim, first):
                return Sense(FUTURE, False), i  # "has called lawmakers back to vote on Friday"
            aim = 0 if aim and _is_during(tokens, aim, first) else aim
            sure = (not aim or way == FUTURE) and _is_sure(tokens, i, way)
            return Sense(way, sure, _is_loose(tokens, i, way)), i
    return weak, low - 1


def _ends_clause(tokens: Tokens, i: int, word: str) -> bool:
    """True at a mark that parts clauses; a quotation that begins in the middle of one ("had “gone to…") does not."""
    if word in _QUOTES and tokens.word(i - 1)[:1].isalnum() and tokens.starts[i] > tokens.ends[i - 1]:
        return False
    return word in cues.STOPS or (word in {"and", "but"} and tokens.word(i - 1) == ",")


def _is_perfect(tokens: Tokens, i: int) -> bool:
    """True for "has called", "have been told": no day of the past can follow them."""
    at = next((k for k in (i, i - 1, i - 2) if tokens.word(k) in {"has", "have"}), None)
    return at is not None and tokens.word(at - 1) not in cues.BEFORE_INFINITIVE


def _reaches(tokens: Tokens, aim: int, first: int) -> bool:
    """True where nothing but its object stands between an infinitive and the day."""
    lead = tokens.word(first - 1) in _BEFORE_DAY
    between = {tokens.word(i) for i in range(aim + 1, first - lead)}
    return first - aim < _FAR // 3 and between.isdisjoint(_ELSEWHERE)


def _is_during(tokens: Tokens, aim: int, first: int) -> bool:
    """True where the day belongs to an occasion of what was told: "urged him to end it during talks in May"."""
    return any(tokens.word(i) == "during" for i in range(aim + 1, first))


def _is_sure(tokens: Tokens, i: int, way: int) -> bool:
    """False for what was promised and for verbs that tell or arrange; the time may be that of either act."""
    word = tokens.word(i)
    if way == PAST and _is_perfect(tokens, i):
        return False
    if way == FUTURE:
        return word not in cues.PROGRAMME and (word != "to" or tokens.word(i - 1) not in cues.PROMISED)
    return word not in cues.TELLING


def _is_loose(tokens: Tokens, i: int, way: int) -> bool:
    """True for a chance ("could"), and for "was to meet", "a vote planned for", not for "is scheduled for"."""
    if way != FUTURE:
        return False
    word = tokens.word(i)
    if word in cues.PLANNED:
        return {"is", "are"}.isdisjoint((tokens.word(i - 1), tokens.word(i - 2)))
    carried = not {"was", "were"}.isdisjoint((tokens.word(i - 1), tokens.word(i - 2)))
    return word in {"could", "may", "might", "take", "takes"} | cues.PROGRAMME or (
        carried and word in {"to", "supposed"}
    )


def _beside(tokens: Tokens, first: int, last: int, high: int) -> int:
    """What the words right beside the expression say: "as early as Monday", "since Friday", "Friday's attack"."""
    lead, lead2 = tokens.word(first - 1), tokens.word(first - 2)
    if lead == "as" and lead2 in {"early", "soon"}:
        return FUTURE
    if _lies_behind(tokens, first, last):
        return PAST
    if lead == "for" and tokens.word(first) in WEEKDAYS and _is_invited(tokens, first, last):
        return FUTURE
    if "is" in {lead, lead2 if lead == "on" else ""} and tokens.word(first) in WEEKDAYS:
        return FUTURE  # "the deadline is Friday"
    if lead in {"in", "on"}:
        if lead2 == "back" or (lead2 in cues.TELLING and tokens.word(first - 3) not in cues.NOW_DONE):
            return PAST  # "back in May", "said in July"
        lead = lead2 if lead == "on" else lead
    elif tokens.word(last) == "is" and tokens.word(first) in WEEKDAYS and not lead[:1].isalnum():
        return FUTURE  # "Sunday is the deadline"
    lead = lead2 if lead == "from" else lead
    if lead == "effective" or (lead in cues.BEGINS and tokens.word(first) in WEEKDAYS):
        return UNKNOWN if [tokens.word(last), tokens.word(last + 1)] == [",", "after"] else FUTURE
    return PAST if _acts_right_behind(tokens, first, last, high) or _has_act(tokens, first, last) else UNKNOWN


def _is_invited(tokens: Tokens, first: int, last: int) -> bool:
    """True where those before "for Friday" were called there: "invited both to talks in Rome for Friday"."""
    called = any(tokens.word(i) in _INVITED for i in range(max(0, first - _FAR // 3), first - 1))
    return called and tokens.word(last) not in _POSSESSIVE


def _lies_behind(tokens: Tokens, first: int, last: int) -> bool:
    """True behind "since", "despite", "in the wake of", "saying", and in "the news Saturday that he would go"."""
    lead, lead2 = tokens.word(first - 1), tokens.word(first - 2)
    if lead in _BEHIND or (lead == "on" and lead2 in _BEHIND):
        return True
    if lead in cues.OWNERS and lead2 in {"following", "since", "despite"}:
        return True
    if [tokens.word(first - 3), lead] == ["since", "least"] or [lead2, lead] == ["wake", "of"]:
        return True
    return lead in cues.WORDS | cues.NEWS and tokens.word(last) == "that"


def _acts_right_behind(tokens: Tokens, first: int, last: int, high: int) -> bool:
    """True where a past verb stands right behind "on Friday" or "late Friday" whose subject stands before it."""
    if last >= high:
        return False
    if tokens.word(first - 1) != "on":
        return (
            tokens.word(last) in cues.SPOKEN and tokens.word(first - 1)[:1].isalnum() and tokens.word(last + 1) != "by"
        )
    if not tokens.word(first - 2)[:1].isalnum():
        return False
    if _sense(tokens, last, tokens.word(last), high) != PAST or tokens.word(last + 1) == "by":
        return False
    return tokens.word(last + 1) != "to" or tokens.word(last) in cues.PAST_BEFORE_TO


def _has_act(tokens: Tokens, first: int, last: int) -> bool:
    """True for the day of what has happened ("Friday's attack", "worse than Friday's", "clashes Friday")."""
    if tokens.word(first - 1 - (tokens.word(first - 1) == "on")) in cues.DEEDS | cues.WORDS:
        return True
    if tokens.word(last) not in _POSSESSIVE:
        named = tokens.word(first - 1) in cues.DETERMINERS and tokens.word(first) not in WEEKDAYS
        return named and not {tokens.word(last), tokens.word(last + 1)}.isdisjoint(cues.DEEDS)
    owned = {tokens.word(last + 1), tokens.word(last + 2)}
    return tokens.word(first - 1) in {"follows", "followed", "preceded", "than"} or not owned.isdisjoint(cues.DONE)


def _sense(tokens: Tokens, i: int, word: str, first: int) -> int:
    """What the word at `i` says about the time of what stands near it."""
    if word == "to":
        return _to(tokens, i, first)
    if word == "have" or word == "has":
        return UNKNOWN if tokens.word(i + 1) == "to" or tokens.word(i - 1) in cues.BEFORE_INFINITIVE else PAST
    if word == "going" and tokens.word(i - 1) in cues.BEFORE_GERUND:
        return UNKNOWN  # "after going into battle June 8"
    if word == "due" and tokens.word(i + 1) == "to":
        if tokens.word(i + 2) in cues.PROGRAMMED:
            return FUTURE
        return FUTURE if not cues.BE.isdisjoint((tokens.word(i - 1), tokens.word(i - 2))) else UNKNOWN
    if word in cues.PLANNED and [tokens.word(i - 2), tokens.word(i - 1)] in (
        ["as", "previously"],
        ["as", "originally"],
    ):
        return UNKNOWN
    if word in cues.PLANNED and tokens.word(i - 1) in {"as", "than", "been"}:
        had = tokens.word(i - 1) == "been" and tokens.word(i - 2) == "had" and tokens.word(i + 1) == "for"
        return PAST if had else UNKNOWN if tokens.word(i - 1) != "been" else FUTURE
    if word in cues.ARRANGED and tokens.word(i - 1) in {"is", "are"}:
        return FUTURE
    return _of_verb(tokens, i, word)


def _of_verb(tokens: Tokens, i: int, word: str) -> int:
    """What a verb, or "after" with one, says about the time of what stands near it."""
    if word == "after" and tokens.word(i + 1).endswith("ing") and not tokens.word(i - 1)[:1].isalnum():
        return PAST  # "After signing an accord Friday to end the war, he fled"
    if word in cues.SPEAKING and not tokens.word(i - 1)[:1].isalnum():
        return PAST  # "Graham, speaking with reporters on Friday, warned"
    if word in cues.PROGRAMME and tokens.word(i - 1) not in cues.DETERMINERS:
        return FUTURE
    if word in cues.MEET and tokens.word(i - 1) not in cues.BEFORE_INFINITIVE | cues.DETERMINERS | {"did"}:
        return FUTURE
    if word in {"take", "takes"} and tokens.word(i + 1) == "effect":
        return FUTURE
    if word in cues.FUTURE_WORDS and _is_future(tokens, i, word):
        return FUTURE
    if word in cues.BASE_FORMS and tokens.word(i - 1) in cues.BEFORE_INFINITIVE:
        return UNKNOWN
    if word in cues.PAST_WORDS:
        return UNKNOWN if _is_carrier(tokens, i, word) or tokens.word(i - 1) in cues.NOW_DONE else PAST
    if len(word) > 3 and word.endswith("ed") and word not in cues.NOT_PAST:
        return UNKNOWN if tokens.word(i - 1) in cues.DETERMINERS | cues.NOW_DONE else PAST
    return UNKNOWN


def _is_future(tokens: Tokens, i: int, word: str) -> bool:
    """False for nouns and names that look like a cue ("Will Smith", "May", "could have")."""
    if word in {"will", "may"} and tokens.raw(i)[0].isupper() and i > 0:
        return False
    following = tokens.word(i + 1)
    if word in {"could", "might", "may", "should", "would", "must"} and following == "have":
        return False
    if word in cues.WITH_TO:
        return following in {"to", "for"}
    if word == "ahead":
        return following == "of"
    if word == "if" and following in {"any", "not", "so", "ever"}:
        return False
    return not (word == "next" and following in {"to", "door"})


def _is_carrier(tokens: Tokens, i: int, word: str) -> bool:
    """True for "was" and the like where the word after it points ahead ("was scheduled", "were to meet")."""
    return word in {"was", "were", "had"} and (
        tokens.word(i + 1) in {"scheduled", "expected", "due", "to", "planned", "slated", "supposed", "set"}
    )


def _purpose(tokens: Tokens, i: int, first: int) -> bool:
    """True for "to" with a verb that nothing puts in time: ahead only if no verb before it says otherwise."""
    return _to(tokens, i, first) == FUTURE and tokens.word(i - 1) not in cues.AHEAD_BEFORE_TO


def _to(tokens: Tokens, i: int, first: int) -> int:
    """The sense of "to": ahead if a verb follows, unless what governs it lies in the past ("failed to agree")."""
    following = tokens.raw(i + 1)
    if i + 1 >= first or not following.isalpha() or not following.islower() or not _may_be_verb(following):
        return UNKNOWN
    if tokens.word(i - 1) in cues.SEEMING:
        return UNKNOWN
    if tokens.word(i - 1) == "due" and tokens.word(i - 2) not in cues.BE and following not in cues.PROGRAMMED:
        return UNKNOWN
    if tokens.word(i - 2) == "been" and tokens.word(i - 3) == "had":
        return PAST
    return PAST if tokens.word(i - 1) in cues.PAST_BEFORE_TO else FUTURE


def _may_be_verb(word: str) -> bool:
    """False for what is no infinitive: "to reporters", "to fighting", "to security", "to people"."""
    if word in cues.NOT_VERBS or word.endswith(cues.NOUN_ENDS):
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return not plural and not (word.endswith("ing") and len(word) > _SHORT_ING)

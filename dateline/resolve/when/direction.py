"""Does the sentence speak of the past or of the future? Told by the nearest verb or other cue.

A past verb right behind the expression decides ("the ministry on Friday issued"), else the nearest cue before it in its
clause ("will meet on Friday", "said Friday"), else the nearest after it ("On Friday, ministers will meet"). No cue: 0.
"""

from __future__ import annotations

from dateline.resolve.vocabulary import word_set
from dateline.resolve.when.tokens import Tokens
from dateline.resolve.when.words import WEEKDAYS

PAST, UNKNOWN, FUTURE = -1, 0, 1
_FAR = 32

_PAST_WORDS = word_set(
    "said told was were had did made came went took gave got left saw met held began broke brought built "
    "bought caught cut drew drove fell fought found fled flew froze grew heard hit hurt kept killed knew laid "
    "led lost meant paid put ran rose sat sent set shot shut slew sold spoke spent stood stole struck swore "
    "taught thought threw tore understood underwent voted won withdrew wounded wrote became blew bore chose "
    "dealt dug fed felt forbade forgot hung hid knelt lay lit overthrew overran rang sank sought shook sang "
    "slid spread sprang stuck swept swung wore wound ago earlier previously"
)
_NOT_PAST = word_set(
    "scheduled expected planned need indeed united hundred speed feed seed deed breed proposed slated "
    "tentatively anticipated bed red embed exceed proceed succeed armed masked based detailed so-called "
    "unprecedented supposed"
)
_FUTURE_WORDS = word_set(
    "will ll wo shall would going scheduled expected due slated planned plans plan planning hopes hope wants "
    "want set intends intend upcoming tomorrow must should may might could can until till poised ahead ready "
    "next tentatively anticipated unless if"
)
_PAST_BEFORE_TO = word_set(
    "failed refused tried sought had forced managed able unable began started continued moved came went helped "
    "rushed declined used appeared seemed gathered returned traveled travelled arrived turned stopped met "
    "flew marched compelled allowed obliged proceeded rallied assembled descended according led response "
    "thanks similar close compared attributed"
)
_AHEAD_BEFORE_TO = word_set(
    "is are be expected scheduled due set plans plan planned planning going agreed vowed pledged promised "
    "ready wants want hopes hope intends intend likely about prepared prepares preparing poised needs need "
    "has have expects expect slated supposed deadline continue tomorrow"
)
_NOT_VERBS = word_set(
    "the a an his her its their this that these those our my your be-all him them it us me you all some any no"
)
_WITH_TO = word_set("plans plan planning hopes hope wants want intends intend set ready poised")
_DONE = word_set(
    "attack attacks bombing bombings ruling shooting shootings raid raids killing killings strike strikes airstrike "
    "airstrikes blast blasts explosion explosions crash assault massacre clashes violence arrest arrests death deaths "
    "announcement decision statement resignation comments remarks quake earthquake incident murder coup loss losses "
    "defeat victory close unrest riots protests carnage ambush tragedy disaster"
)
"""Nouns of what has happened where a day owns them."""
_ARRANGED = word_set(
    "meeting arriving traveling travelling leaving heading visiting flying hosting attending returning opening "
    "convening voting reopening"
)
"""What is said of a coming day in the present: "are meeting in Geneva on Friday"."""
_BEGINS = word_set("starting beginning")
"""Right before a weekday: what begins then is ahead ("tariffs starting on Monday"), as is all that is "effective"."""
_PLANNED = word_set("planned scheduled slated expected due set")
_BEFORE_INFINITIVE = word_set("to will would shall should may might must can could not")
"""Before "have" where it is no past: "plans to have dinner"."""
_DETERMINERS = word_set("a an the its his her their this that these those still of in")
_BE = word_set("is are was were be been")
_NOW_DONE = word_set("be get is are being gets")
"""Before a participle: what is done, or will be, is not yet past ("when the case is heard in May")."""
_STOPS = frozenset([";", ":", "—", "”", "“", '"'])


def direction(tokens: Tokens, first: int, last: int, low: int, high: int) -> int:
    """PAST, FUTURE or UNKNOWN for tokens first..last of the sentence low..high (token indices, end exclusive)."""
    if (beside := _beside(tokens, first, last, high)) != UNKNOWN:
        return beside
    low = max(low, first - _FAR)
    before, stop = _back(tokens, first, first - 1, low)
    if before != UNKNOWN:
        return before
    for i in range(last, min(high, last + _FAR)):
        word = tokens.word(i)
        if word in _STOPS:
            break
        if (sense := _sense(tokens, i, word, high)) != UNKNOWN:
            return sense
    if stop >= low and tokens.word(stop) == "and":
        return _back(tokens, first, stop - 1, low)[0]  # "will meet generals, lawyers, and judges on Friday"
    return UNKNOWN


def _back(tokens: Tokens, first: int, start: int, low: int) -> tuple[int, int]:
    """What the nearest cue from `start` back says, and where the search ended: at the beginning of the clause."""
    weak = UNKNOWN
    for i in range(start, low - 1, -1):
        word = tokens.word(i)
        if word in _STOPS or (word in {"and", "but"} and tokens.word(i - 1) == ","):
            return weak, i
        if word == "to" and _purpose(tokens, i, first):
            weak = FUTURE
        elif (sense := _sense(tokens, i, word, first)) != UNKNOWN:
            return sense, i
    return weak, low - 1


def _beside(tokens: Tokens, first: int, last: int, high: int) -> int:
    """What the words right beside the expression say: "as early as Monday", "on Friday issued", "Friday's attack"."""
    if tokens.word(first - 1) == "as" and tokens.word(first - 2) in {"early", "soon"}:
        return FUTURE
    lead = tokens.word(first - 1 - (tokens.word(first - 1) in {"on", "from"}))
    if lead == "effective" or (lead in _BEGINS and tokens.word(first) in WEEKDAYS):
        return FUTURE
    return PAST if _acts_right_behind(tokens, first, last, high) or _has_act(tokens, first, last) else UNKNOWN


def _acts_right_behind(tokens: Tokens, first: int, last: int, high: int) -> bool:
    """True where a past verb stands right behind "on Friday" whose subject stands before it."""
    if last >= high or tokens.word(first - 1) != "on" or not tokens.word(first - 2)[:1].isalnum():
        return False
    if _sense(tokens, last, tokens.word(last), high) != PAST or tokens.word(last + 1) == "by":
        return False
    return tokens.word(last + 1) != "to" or tokens.word(last) in _PAST_BEFORE_TO


def _has_act(tokens: Tokens, first: int, last: int) -> bool:
    """True where the expression owns something that has happened ("Friday's deadly attack", "follows Friday's …")."""
    if tokens.word(last) not in {"'s", "’s", "s"}:
        return False
    owned = {tokens.word(last + 1), tokens.word(last + 2)}
    return tokens.word(first - 1) in {"follows", "followed"} or not owned.isdisjoint(_DONE)


def _sense(tokens: Tokens, i: int, word: str, first: int) -> int:
    """What the word at `i` says about the time of what stands near it."""
    if word == "to":
        return _to(tokens, i, first)
    if word == "have" or word == "has":
        return UNKNOWN if tokens.word(i + 1) == "to" or tokens.word(i - 1) in _BEFORE_INFINITIVE else PAST
    if word == "due" and tokens.word(i + 1) == "to":
        return FUTURE if tokens.word(i - 1) in _BE else UNKNOWN
    if word in _PLANNED and [tokens.word(i + k) for k in (-2, -1, 1)] == ["had", "been", "for"]:
        return PAST
    if word in _ARRANGED and tokens.word(i - 1) in {"is", "are"}:
        return FUTURE
    if word in _FUTURE_WORDS and _is_future(tokens, i, word):
        return FUTURE
    if word in _PAST_WORDS:
        return UNKNOWN if _is_carrier(tokens, i, word) or tokens.word(i - 1) in _NOW_DONE else PAST
    if len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST:
        return UNKNOWN if tokens.word(i - 1) in _DETERMINERS | _NOW_DONE else PAST
    return UNKNOWN


def _is_future(tokens: Tokens, i: int, word: str) -> bool:
    """False for nouns and names that look like a cue ("Will Smith", "May", "could have")."""
    if word in {"will", "may"} and tokens.raw(i)[0].isupper() and i > 0:
        return False
    following = tokens.word(i + 1)
    if word in {"could", "might", "may", "should", "would", "must"} and following == "have":
        return False
    if word in _WITH_TO:
        return following in {"to", "for"}
    if word == "ahead":
        return following == "of"
    return not (word == "next" and following in {"to", "door"})


def _is_carrier(tokens: Tokens, i: int, word: str) -> bool:
    """True for "was" and the like where the word after it points ahead ("was scheduled", "were to meet")."""
    return word in {"was", "were", "had"} and (
        tokens.word(i + 1) in {"scheduled", "expected", "due", "to", "planned", "slated", "supposed", "set"}
    )


def _purpose(tokens: Tokens, i: int, first: int) -> bool:
    """True for "to" with a verb that nothing puts in time: ahead only if no verb before it says otherwise."""
    return _to(tokens, i, first) == FUTURE and tokens.word(i - 1) not in _AHEAD_BEFORE_TO


def _to(tokens: Tokens, i: int, first: int) -> int:
    """The sense of "to": ahead if a verb follows, unless what governs it lies in the past ("failed to agree")."""
    following = tokens.raw(i + 1)
    if i + 1 >= first or not following.isalpha() or not following.islower() or following in _NOT_VERBS:
        return UNKNOWN
    if tokens.word(i - 1) == "due" and tokens.word(i - 2) not in _BE:
        return UNKNOWN
    if tokens.word(i - 2) == "been" and tokens.word(i - 3) == "had":
        return PAST
    return PAST if tokens.word(i - 1) in _PAST_BEFORE_TO else FUTURE

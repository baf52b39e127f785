"""Does the sentence speak of the past or of the future? Told by the nearest verb or other cue.

A past verb right behind the expression decides ("the ministry on Friday issued"), else the nearest cue before it in its
clause ("will meet on Friday", "said Friday"), else the nearest after it ("On Friday, ministers will meet"). No cue: 0.
A cue is sure where it is no infinitive of purpose and no verb that only tells or arranges.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    "slid spread sprang stuck cast quit split swept swung wore wound ago earlier previously"
)
_BASE_FORMS = word_set("hit put cut set shut hurt cast quit split")
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
    "the a an his her its their this that these those our my your be-all him them it us me you all some any no each "
    "both such which whom what on in at by for with from of after before during over under and or but about against "
    "people police media parliament congress power prison court school jail death war office hospital safety "
    "justice independence rural eastern western northern southern central local foreign public new former many more "
    "most other several several two three four five six ten"
)
"""What makes "to" a preposition: "spoke to people", "agreed to on Monday"."""
_NOUN_ENDS = ("ity", "ism", "ness", "ship")
_SEEMING = word_set("appears appear seems seem tends tend claims claim")
"""Before an infinitive that is not ahead: "so far appears to confirm"."""
_TELLING = word_set(
    "said told announced added reported warned urged called confirmed postponed delayed moved extended set proposed "
    "agreed invited asked demanded ordered approved voted decided pledged promised vowed wrote insisted predicted"
)
"""Past verbs behind which a date may still be ahead: "postponed to January 5", "said the trial in May"."""
_SPOKEN = word_set("said told announced accused denied warned urged vowed ordered rejected condemned issued signed")
_WITH_TO = word_set("plans plan planning hopes hope wants want intends intend set ready poised")
_DONE = word_set(
    "attack attacks bombing bombings ruling shooting shootings raid raids killing killings strike strikes airstrike "
    "airstrikes blast blasts explosion explosions crash assault massacre clashes violence arrest arrests death deaths "
    "announcement decision statement resignation comments remarks quake earthquake incident murder coup loss losses "
    "defeat victory close unrest riots protests carnage ambush tragedy disaster"
)
"""Nouns of what has happened where a day owns them."""
_DEEDS = _DONE - word_set("strike strikes decision announcement statement comments remarks protests close victory")
"""Nouns of what has happened beside a date ("the Nov. 3 attacks"): none of what is set for a day."""
_WORDS = word_set("statements statement comments remarks")
_ARRANGED = word_set(
    "meeting arriving traveling travelling leaving heading visiting flying hosting attending returning opening "
    "convening voting reopening"
)
"""What is said of a coming day in the present: "are meeting in Geneva on Friday"."""
_PROGRAMME = word_set("begins starts opens ends expires resumes convenes travels arrives airs premieres closes peaks")
"""Verbs of a programme, which the present tells ahead; "open", "visits" and the like are more than verbs."""
_BEGINS = word_set("starting beginning")
"""Right before a weekday: what begins then is ahead ("tariffs starting on Monday"), as is all that is "effective"."""
_PLANNED = word_set("planned scheduled slated expected due set")
_BEFORE_INFINITIVE = word_set("to will would shall should may might must can could not")
"""Before "have" where it is no past: "plans to have dinner"."""
_DETERMINERS = word_set("a an the its his her their this that these those still of in")
_PROMISED = word_set("agreed vowed pledged promised planned")
_OWNERS = word_set("a an the his her its their")
_BE = word_set("is are was were be been")
_NOW_DONE = word_set("be get is are being gets")
"""Before a participle: what is done, or will be, is not yet past ("when the case is heard in May")."""
_STOPS = frozenset([";", ":", "—", "”", "“", '"'])


@dataclass(frozen=True, slots=True)
class Sense:
    """PAST, FUTURE or UNKNOWN, and whether the cue that says so is sure.

    A cue of the future is loose where it is no more than an aim, a chance, or a plan of the past.
    """

    way: int
    sure: bool
    loose: bool = False


_NO_CUE = Sense(UNKNOWN, False)


def direction(tokens: Tokens, first: int, last: int, low: int, high: int) -> int:
    """PAST, FUTURE or UNKNOWN for tokens first..last of the sentence low..high (token indices, end exclusive)."""
    return sense_of(tokens, first, last, low, high).way


def sense_of(tokens: Tokens, first: int, last: int, low: int, high: int) -> Sense:
    """What `direction` says, and whether it is sure of it."""
    if (beside := _beside(tokens, first, last, high)) != UNKNOWN:
        return Sense(beside, True)
    fronted = first - low <= _FRONT and tokens.word(last) == ","
    low = max(low, first - _FAR)
    before, stop = _back(tokens, first, first - 1, low)
    listed = stop >= low and tokens.word(stop) == "and"
    if before.way == UNKNOWN and listed and _ends_list(tokens, stop, first):
        before = _back(tokens, first, stop - 1, low)[0]  # "hosted leaders from Africa, the U.S., and Europe on Friday"
    if before.way != UNKNOWN:
        return before
    after = _ahead(tokens, last, high, fronted=fronted)
    if after.way == UNKNOWN and (listed or tokens.word(stop) in _DASHES):
        return _back(tokens, first, stop - 1, low)[0]  # "the Taliban began early — in February"
    return after


_FRONT = 2
"""Tokens before an expression that opens its sentence ("In early May, …")."""
_DASHES = frozenset(("—", "–"))
_BEHIND = word_set("since despite saying adding telling")
"""Right before a time that lies back: "since May", "despite Sunday's failure", "saying Tuesday"."""
_BEFORE_DAY = word_set("on in by at late early the until since from")


def _ends_list(tokens: Tokens, stop: int, first: int) -> bool:
    """True where "and" joins a noun to those before it, and no clause that begins with the day."""
    between = [tokens.word(i) for i in range(stop + 1, first)]
    return "," not in between and any(word[:1].isalnum() and word not in _BEFORE_DAY for word in between)


def _ahead(tokens: Tokens, last: int, high: int, *, fronted: bool) -> Sense:
    """What the nearest cue behind the expression says; in "In April, the envoy pledged" it is sure."""
    owned = tokens.word(last) in _POSSESSIVE
    for i in range(last, min(high, last + _FAR)):
        word = tokens.word(i)
        if word in _STOPS:
            break
        if word == "can" or (word == "to" and owned and _purpose(tokens, i, high)):
            continue  # "Thursday's vote to leave was close"
        if (way := _sense(tokens, i, word, high)) != UNKNOWN:
            told = fronted and way == PAST and not _is_perfect(tokens, i, word)
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
            if aim and _is_perfect(tokens, i, word) and _reaches(tokens, aim, first):
                return Sense(FUTURE, False), i  # "has called lawmakers back to vote on Friday"
            aim = 0 if aim and _is_during(tokens, aim, first) else aim
            return Sense(way, not aim and _is_sure(tokens, i, way), _is_loose(tokens, i, way)), i
    return weak, low - 1


def _ends_clause(tokens: Tokens, i: int, word: str) -> bool:
    """True at a mark that parts clauses; a quotation that begins in the middle of one ("had “gone to…") does not."""
    if word in _QUOTES and tokens.word(i - 1)[:1].isalnum() and tokens.starts[i] > tokens.ends[i - 1]:
        return False
    return word in _STOPS or (word in {"and", "but"} and tokens.word(i - 1) == ",")


_QUOTES = frozenset(('"', "“", "”"))


def _is_perfect(tokens: Tokens, i: int, word: str) -> bool:
    """True for "has called", "have been told": no day of the past can follow them."""
    at = next((k for k in (i, i - 1, i - 2) if tokens.word(k) in {"has", "have"}), None)
    return at is not None and tokens.word(at - 1) not in _BEFORE_INFINITIVE


def _reaches(tokens: Tokens, aim: int, first: int) -> bool:
    """True where nothing but its object stands between an infinitive and the day."""
    lead = tokens.word(first - 1) in _BEFORE_DAY
    between = {tokens.word(i) for i in range(aim + 1, first - lead)}
    return first - aim < _FAR // 3 and between.isdisjoint(_ELSEWHERE)


def _is_during(tokens: Tokens, aim: int, first: int) -> bool:
    """True where the day belongs to an occasion of what was told: "urged him to end it during talks in May"."""
    return any(tokens.word(i) == "during" for i in range(aim + 1, first))


_ELSEWHERE = word_set("during in from into after , saying")


def _is_sure(tokens: Tokens, i: int, way: int) -> bool:
    """False for what was promised and for verbs that tell or arrange; the time may be that of either act."""
    word = tokens.word(i)
    if way == PAST and _is_perfect(tokens, i, word):
        return False
    if way == FUTURE:
        return word not in _PROGRAMME and (word != "to" or tokens.word(i - 1) not in _PROMISED)
    return word not in _TELLING


def _is_loose(tokens: Tokens, i: int, way: int) -> bool:
    """True for a chance ("could"), and for "was to meet", "was scheduled for"."""
    if way != FUTURE:
        return False
    word = tokens.word(i)
    carried = not {"was", "were"}.isdisjoint((tokens.word(i - 1), tokens.word(i - 2)))
    return word in {"could", "may", "might", "take", "takes"} | _PROGRAMME or (
        carried and word in _PLANNED | {"to", "supposed"}
    )


_POSSESSIVE = frozenset(("'s", "’s", "s"))


def _beside(tokens: Tokens, first: int, last: int, high: int) -> int:
    """What the words right beside the expression say: "as early as Monday", "since Friday", "Friday's attack"."""
    lead, lead2 = tokens.word(first - 1), tokens.word(first - 2)
    if lead == "as" and lead2 in {"early", "soon"}:
        return FUTURE
    if lead in _OWNERS and lead2 in {"following", "since", "despite"}:
        return PAST
    if lead in _BEHIND or [tokens.word(first - 3), lead] == ["since", "least"] or [lead2, lead] == ["wake", "of"]:
        return PAST
    if "is" in {lead, lead2 if lead == "on" else ""} and tokens.word(first) in WEEKDAYS:
        return FUTURE  # "the deadline is Friday"
    if lead in {"in", "on"}:
        if lead2 == "back" or (lead2 in _TELLING and tokens.word(first - 3) not in _NOW_DONE):
            return PAST  # "back in May", "said in July"
        lead = lead2 if lead == "on" else lead
    elif tokens.word(last) == "is" and tokens.word(first) in WEEKDAYS and not lead[:1].isalnum():
        return FUTURE  # "Sunday is the deadline"
    lead = lead2 if lead == "from" else lead
    if lead == "effective" or (lead in _BEGINS and tokens.word(first) in WEEKDAYS):
        return FUTURE
    return PAST if _acts_right_behind(tokens, first, last, high) or _has_act(tokens, first, last) else UNKNOWN


def _acts_right_behind(tokens: Tokens, first: int, last: int, high: int) -> bool:
    """True where a past verb stands right behind "on Friday" or "late Friday" whose subject stands before it."""
    if last >= high:
        return False
    if tokens.word(first - 1) != "on":
        return tokens.word(last) in _SPOKEN and tokens.word(first - 1)[:1].isalnum() and tokens.word(last + 1) != "by"
    if not tokens.word(first - 2)[:1].isalnum():
        return False
    if _sense(tokens, last, tokens.word(last), high) != PAST or tokens.word(last + 1) == "by":
        return False
    return tokens.word(last + 1) != "to" or tokens.word(last) in _PAST_BEFORE_TO


def _has_act(tokens: Tokens, first: int, last: int) -> bool:
    """True for the day of what has happened ("Friday's attack", "worse than Friday's", "clashes Friday")."""
    if tokens.word(first - 1 - (tokens.word(first - 1) == "on")) in _DEEDS | _WORDS:
        return True
    if tokens.word(last) not in _POSSESSIVE:
        named = tokens.word(first - 1) in _DETERMINERS and tokens.word(first) not in WEEKDAYS
        return named and not {tokens.word(last), tokens.word(last + 1)}.isdisjoint(_DEEDS)
    owned = {tokens.word(last + 1), tokens.word(last + 2)}
    return tokens.word(first - 1) in {"follows", "followed", "than"} or not owned.isdisjoint(_DONE)


def _sense(tokens: Tokens, i: int, word: str, first: int) -> int:
    """What the word at `i` says about the time of what stands near it."""
    if word == "to":
        return _to(tokens, i, first)
    if word == "have" or word == "has":
        return UNKNOWN if tokens.word(i + 1) == "to" or tokens.word(i - 1) in _BEFORE_INFINITIVE else PAST
    if word == "due" and tokens.word(i + 1) == "to":
        return FUTURE if not _BE.isdisjoint((tokens.word(i - 1), tokens.word(i - 2))) else UNKNOWN
    if word in _PLANNED and tokens.word(i - 1) in {"as", "than", "been"}:
        had = tokens.word(i - 1) == "been" and tokens.word(i - 2) == "had" and tokens.word(i + 1) == "for"
        return PAST if had else UNKNOWN if tokens.word(i - 1) != "been" else FUTURE
    if word in _ARRANGED and tokens.word(i - 1) in {"is", "are"}:
        return FUTURE
    return _of_verb(tokens, i, word)


def _of_verb(tokens: Tokens, i: int, word: str) -> int:
    """What a verb, or "after" with one, says about the time of what stands near it."""
    if word == "after" and tokens.word(i + 1).endswith("ing") and not tokens.word(i - 1)[:1].isalnum():
        return PAST  # "After signing an accord Friday to end the war, he fled"
    if word in _PROGRAMME and tokens.word(i - 1) not in _DETERMINERS:
        return FUTURE
    if word in {"take", "takes"} and tokens.word(i + 1) == "effect":
        return FUTURE
    if word in _FUTURE_WORDS and _is_future(tokens, i, word):
        return FUTURE
    if word in _BASE_FORMS and tokens.word(i - 1) in _BEFORE_INFINITIVE:
        return UNKNOWN
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
    if i + 1 >= first or not following.isalpha() or not following.islower() or not _may_be_verb(following):
        return UNKNOWN
    if tokens.word(i - 1) in _SEEMING:
        return UNKNOWN
    if tokens.word(i - 1) == "due" and tokens.word(i - 2) not in _BE:
        return UNKNOWN
    if tokens.word(i - 2) == "been" and tokens.word(i - 3) == "had":
        return PAST
    return PAST if tokens.word(i - 1) in _PAST_BEFORE_TO else FUTURE


def _may_be_verb(word: str) -> bool:
    """False for what is no infinitive: "to reporters", "to fighting", "to security", "to people"."""
    if word in _NOT_VERBS or word.endswith(_NOUN_ENDS):
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return not plural and not (word.endswith("ing") and len(word) > _SHORT_ING)


_SHORT_ING = 6
"""Letters up to which a word in -ing may be an infinitive ("to bring", "to string")."""

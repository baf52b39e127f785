"""Find every listed name in a text: actors, countries, their people, capitals and places."""

from __future__ import annotations

import re
from functools import cache

from dateline.fixed import fixed
from dateline.resolve.country_codes import BODIES
from dateline.resolve.given_names import gendered_names, given_names
from dateline.resolve.regions import region_at
from dateline.resolve.who.actor_list import PEOPLE, ActorList, Entry, Name
from dateline.resolve.who.english import DETACHED, FOOD, NOT_NAMES, ONCE, PAPERS, POSSESSIVE_GAPS
from dateline.resolve.who.names.american_towns import with_states
from dateline.resolve.who.words import Words, fold
from dateline.resolve.word_lists import listed_in, word_set

PSEUDO = frozenset(BODIES)
"""Codes of actors that belong to no state."""

_STATE_OFFICES = word_set(
    "governor gov senator senators sen sheriff legislature legislators republican republicans democrat democrats"
)
_LONGER = word_set("commission committee council ministry department agency office authority")
"""Words for bodies whose names often go on behind "on" or "for"."""
_SECRETARY = ("secretary", "of", "state")
_GEORGIAN_CITIES = frozenset(("atlanta", "savannah"))
"""What tells that Georgia is the American state."""

_SHORTEST = 5
"""How many letters a name has at least that may have lost an apostrophe."""
_PLURALS = frozenset(("turkeys", "americas", "koreas", "guineas", "congos", "sudans"))
"""Plurals that are no name of a country with a lost apostrophe."""

_OTHER_HALF = {"PRK": "KOR", "KOR": "PRK"}
"""Halves of which an article may name only one before it speaks of the other as "the North" or "the South"."""

_EXPANSION = re.compile(r"\(\s*(?:the |or |known as )?[\"“']?([A-Z][A-Za-z&-]{1,9}\.?)[\"”']?\s*[),;]")


_Candidate = tuple[int, int, tuple[Name, ...]]
"""First word, word after the last, and all listed names so written."""


@fixed()
class Hit:
    """Listed name at the words from `first` to before `last`."""

    first: int
    last: int
    name: Name

    @property
    def entry(self) -> Entry | None:
        """The actor of the list, None for countries and places."""
        return self.name.entry

    @property
    def state(self) -> bool:
        """True where the name can stand for the government of its country."""
        return self.name.sort in ("country", "capital", "adjective", "nationals")


@fixed()
class Found:
    """All listed names of a text, by the word at which each begins, and how often each country is named."""

    hits: tuple[Hit, ...]
    at: dict[int, Hit]
    covering: dict[int, Hit]
    weight: dict[str, float]


def scan(words: Words, actors: ActorList, day: str | None) -> Found:
    """The listed names in `words`; `day` (ISO) picks the roles that held, None the last ones."""
    candidates = with_states(_in_america(_candidates(words, actors), words), words)
    weight = _weights(candidates, words, actors, day)
    hits: list[Hit] = []
    before: tuple[int, str | None] = (0, None)
    for first, last, names in candidates:
        name = _choose(names, weight, day, before[1] if before[0] == first else None)
        if name is not None:
            hits.append(Hit(first, last, name))
        before = (last, names[0].country if names[0].entry is None else None)
    hits = _with_short_papers(hits, words)
    covering = {index: hit for hit in hits for index in range(hit.first, hit.last)}
    return Found(tuple(hits), {hit.first: hit for hit in hits}, covering, weight)


def _with_short_papers(hits: list[Hit], words: Words) -> list[Hit]:
    """The names with those of papers that an article calls by the last word once it has named them ("the Times")."""
    papers = {
        words.low[hit.last - 1]: hit.name
        for hit in reversed(hits)
        if hit.last - hit.first > 1 and hit.entry is not None and hit.entry.kind == "media"
        if words.low[hit.last - 1] in PAPERS and not (hit.last - hit.first == 2 and words.low[hit.first] == "the")
    }
    if not papers:
        return hits
    taken = {index for hit in hits for index in range(hit.first, hit.last) if not is_short_paper(hit, words)}
    kept = [hit for hit in hits if not (is_short_paper(hit, words) and words.low[hit.last - 1] in papers)]
    short = [
        Hit(index, index + 1, papers[words.low[index]])
        for index in words.capitals
        if words.low[index] in papers and index not in taken and index and words.low[index - 1] == "the"
    ]
    return sorted((*kept, *short), key=lambda hit: hit.first)


def is_short_paper(hit: Hit, words: Words) -> bool:
    """True for a paper's name of one word behind "the" ("The Times", "the Guardian")."""
    paper = hit.entry is not None and hit.entry.kind == "media" and words.low[hit.last - 1] in PAPERS
    return paper and words.slice(hit.first, hit.last).lower().removeprefix("the ").isalpha()


def without_bearers(found: Found, surnames: frozenset[str], words: Words) -> Found:
    """The names without those of places that are surnames of people named in full ("Kaya" after "Ana Kaya")."""
    hits = tuple([hit for hit in found.hits if not (_lone_place(words, hit) and words.low[hit.first] in surnames)])
    if len(hits) == len(found.hits):
        return found
    covering = {index: hit for hit in hits for index in range(hit.first, hit.last)}
    return Found(hits, {hit.first: hit for hit in hits}, covering, found.weight)


def _lone_place(words: Words, hit: Hit) -> bool:
    """True for a place of one word that no word puts on the map ("in Gao", "Gao region", "Gao, Mali")."""
    if hit.name.sort != "place" or hit.last - hit.first > 1:
        return False
    before = words.low[hit.first - 1] if hit.first else ""
    after = words.low[hit.last] if hit.last < len(words) and words.gap(hit.last) == " " else ""
    return before not in _ON_MAP and after not in _ON_MAP and words.gap(hit.last) != ", "


_ON_MAP = word_set(
    "in near at from to around outside of into across inside over toward towards northern southern eastern western "
    "central north south east west city town village region province district state airport county"
)
"""Words beside a name that make it a place."""


PUT_IN = frozenset(("installed", "appointed"))
"""Words that behind a name and a hyphen tell who fills an office."""
_PUT_IN_REACH = 4
_OF_OCCUPIERS = word_set(
    "governor governors mayor mayors official officials authority authorities administration administrations head "
    "heads administrator administrators bishop bishops judge judges"
)
"""Offices that who holds an area fills there ("the Moscow-appointed governor"); a government may be the state's own."""


def belongs(words: Words, hit: Hit, since: int = 0) -> bool:
    """False where a name only tells a tie ("pro-Russian", "Iran-backed", "anti-Israel", "backed by Rwanda").

    Nor does what is served or what is over belong to a state ("Chinese restaurant", "former French colonies"). What
    stands before word `since` is of another phrase ("areas held by Syrian troops" are Syrian troops).
    """
    lead = hit.first - 1 - (hit.first > 0 and words.low[hit.first - 1] == "the")
    if lead > 0 and lead >= since and words.low[lead] == "by" and words.low[lead - 1] in DETACHED:
        return False
    if hit.first and words.low[hit.first - 1] in ("pro", "anti", "non") and words.gap(hit.first) in ("-", " ", "–"):
        return False
    after = hit.last
    if after >= len(words) or words.gap(after) not in ("-", "–", " "):
        return True
    low = words.low[after]
    if low in PUT_IN and words.gap(after) != " ":
        return not _OF_OCCUPIERS.isdisjoint(words.low[after + 1 : after + _PUT_IN_REACH])
    over = low in ONCE and hit.first > 0 and words.low[hit.first - 1] in ("former", "ex")
    return not (over or low in DETACHED or (low in FOOD and hit.name.sort == "adjective"))


def expansions(words: Words, found: Found) -> dict[str, Hit]:
    """Acronyms that the text itself explains ("Alliance of Sahel States (AES)") with the name before them."""
    acronyms: dict[str, Hit] = {}
    ends = {words.end[hit.last - 1]: hit for hit in found.hits}
    for match in _EXPANSION.finditer(words.text):
        hit = ends.get(len(words.text[: match.start()].rstrip()))
        if hit is not None and (
            hit.entry is not None or hit.first == 0 or words.low[hit.first - 1] not in ("of", "for")
        ):
            acronyms[fold(match.group(1))] = hit
    return acronyms


def _candidates(words: Words, actors: ActorList) -> list[_Candidate]:
    """The longest listed names that stand in a text, each with the entries that it may mean; none overlaps another."""
    found: list[_Candidate] = []
    raw, low, known = words.raw, words.low, actors.names
    end, total = 0, len(words)
    begun = enumerate(map(actors.lengths.get, low))
    few = [(n, some) for n, some in begun if some is not None or (raw[n][-1] == "s" and words.capital(n))]
    for index, sizes in few:
        if index < end:
            continue
        if sizes is None:
            bare = _bare_plural(words, index, actors)
            if bare:
                found.append((index, index + 1, bare))
            continue
        for size in sizes:
            last = index + size
            names = known.get(" ".join(low[index:last]) if size > 1 else low[index])
            if names is None or last > total or not all(_linked(words, inner) for inner in range(index + 1, last)):
                continue
            fitting = tuple([name for name in names if name.fits(raw[index:last])])
            if fitting and not _swallowed(words, index, last, fitting, actors):
                found.append((index, last, fitting))
                end = last
                break
    return found


def _in_america(candidates: list[_Candidate], words: Words) -> list[_Candidate]:
    """The candidates with Georgia as the American state where the article speaks of its offices or cities.

    An article that names the country by another word ("Tbilisi", "Georgians") means the country.
    """
    named = [first for first, last, names in candidates if last - first == 1 and words.raw[first] == "Georgia"]
    if not named or any(names[0].country == "GEO" and words.raw[first] != "Georgia" for first, _, names in candidates):
        return candidates
    near = [words.low[first + 1 : first + 4] for first in named]
    office = any(low == _SECRETARY or not _STATE_OFFICES.isdisjoint(low[:1]) for low in near)
    if not office and _GEORGIAN_CITIES.isdisjoint(words.low):
        return candidates
    state = (Name("Georgia", "place", "USA", None),)
    return [(first, last, state if first in named else names) for first, last, names in candidates]


def _bare_plural(words: Words, index: int, actors: ActorList) -> tuple[Name, ...]:
    """The group or country to whose name a careless text adds a bare "s" ("ISILs positions", "Russias army").

    Word `index` begins with a capital letter and ends in "s".
    """
    raw, low = words.raw[index], words.low[index]
    if len(raw) < _SHORTEST or low in _PLURALS or (low in given_names() and words.goes_on(index + 1)):
        return ()
    names = actors.names.get(low[:-1], ())
    if raw[:-1].isupper():
        return tuple([name for name in names if name.entry is not None and name.entry.kind == "group"])
    return tuple([name for name in names if name.sort == "country"])


def _linked(words: Words, index: int) -> bool:
    """True where word `index` may go on a listed name: also past a possessive ("New People's Army")."""
    return words.joined(index) or words.gap(index) in POSSESSIVE_GAPS


def _swallowed(words: Words, first: int, last: int, names: tuple[Name, ...], actors: ActorList) -> bool:
    """True where a name of one word is only a part of a longer name ("Jordan Smith", "Human Rights Commission")."""
    if last - first > 1:
        return _begins_body(words, first, last, names, actors) or _ends_body(words, first, names)
    if words.low[first] in _IN_REGIONS and _in_region(words, first):
        return True
    if names[0].sort in ("adjective", "nationals"):
        titled = first > 0 and words.low[first - 1] in ("rep", "sen", "mr", "mrs", "ms", "congressman", "congresswoman")
        return titled and words.goes_on(last)
    if names[0].sort == "shared" and _of_another_state(words, first, names, actors):
        return True
    before = words.low[first - 1] if first else ""
    if names[0].entry is not None and words.low[first] in _LONGER and _named_for(words, last):
        return True
    if names[0].entry is not None and words.low[first] in actors.heads and words.gap(first) == " ":
        return words.capital(first - 1) and before not in actors.names and before != "the"
    if before in ("mr", "mrs", "ms", "miss"):
        return True
    if names[0].entry is not None and names[0].entry.kind not in PEOPLE and before in gendered_names():
        return words.capital(first - 1) and words.gap(first) == " "
    goes_on = words.goes_on(last)
    if goes_on and names[0].sort == "place" and _titled(words, first, actors) and words.low[last] not in actors.heads:
        return True
    given = names[0].written in _in_names() or (
        names[0].sort in ("place", "capital") and words.low[first] in gendered_names()
    )
    return given and goes_on and words.low[last] not in actors.heads


def _of_another_state(words: Words, first: int, names: tuple[Name, ...], actors: ActorList) -> bool:
    """True where the adjective of a state right before a shared name tells another ("Australian Republican")."""
    before = actors.names.get(words.low[first - 1], ()) if first and words.gap(first) == " " else ()
    told = before and before[0].sort == "adjective" and words.capital(first - 1)
    return bool(told) and {name.country for name in before}.isdisjoint(name.country for name in names)


def _in_region(words: Words, index: int) -> bool:
    """True where word `index` is of the name of a region ("Latin America", "South American leaders")."""
    region = region_at(words.low, index)
    return region is not None and all(words.gap(at) in (" ", "-") for at in range(region.start + 1, region.stop))


_IN_REGIONS = word_set("america american americans north south")
"""Names of states, whole or half, that end or begin those of regions."""


@cache
def _in_names() -> frozenset[str]:
    """Places that more often are the first part of another name where a capital follows ("Chad Lind")."""
    return listed_in("places_in_names.txt")


def _begins_body(words: Words, first: int, last: int, names: tuple[Name, ...], actors: ActorList) -> bool:
    """True where an outlet's name of one word begins that of a listed body ("The Independent Oversight Authority")."""
    outlet = words.low[first] == "the" and last - first == 2 and names[0].entry is not None
    if not outlet or names[0].entry is None or names[0].entry.kind != "media":
        return False
    sizes = actors.lengths.get(words.low[first + 1], ())
    return any(size > 1 and " ".join(words.low[first + 1 : first + 1 + size]) in actors.names for size in sizes)


def _ends_body(words: Words, first: int, names: tuple[Name, ...]) -> bool:
    """True where a name that bodies of several states share ends that of another ("Kenya National Commission on X")."""
    return (
        first > 1
        and words.low[first - 1] == "national"
        and words.capital(first - 1)
        and words.gap(first) == " "
        and all(name.sort == "shared" for name in names)
    )


def _titled(words: Words, first: int, actors: ActorList) -> bool:
    """True where the noun of an office stands right before word `first` ("spokesman Gao Feng"): no place follows."""
    noun = actors.heads.get(words.low[first - 1]) if first and words.gap(first) == " " else None
    return noun is not None and noun.sort == "office" and words.low[first - 1] not in NOT_NAMES


def _named_for(words: Words, index: int) -> bool:
    """True where "on" or "for" and a capital go on a name at word `index` ("Commission on Elections")."""
    after = index + 1
    linked = after < len(words) and words.gap(index) == " " and words.gap(after) == " "
    named = linked and words.low[index] in ("on", "for") and words.capital(after)
    return named and words.low[after] not in NOT_NAMES


def _weights(candidates: list[_Candidate], words: Words, actors: ActorList, day: str | None) -> dict[str, float]:
    """How often the article names each country, the headline thrice; names that tell no country apart stay out."""
    weight: dict[str, float] = {}
    title_end = words.text.find("\n")
    for first, last, names in candidates:
        entry = names[0].entry
        if len({name.country for name in names}) > 1:
            continue
        if names[0].sort == "shared" and (last - first == 1 or words.low[first] not in actors.names):
            continue
        country = entry.role(day)[0].country if entry is not None else names[0].country
        weight[country] = weight.get(country, 0.0) + (3.0 if words.start[first] < title_end else 1.0)
    return weight


def _choose(names: tuple[Name, ...], weight: dict[str, float], day: str | None, before: str | None) -> Name | None:
    """The likeliest bearer of a name: of the country named right before, then of the country most spoken of.

    A name that several states share needs one of the two, but for American parties where no country is named. A place
    goes before a capital of its name that no other word speaks for ("Victoria"), an agency that reports from all over
    the world before a body of a country that nothing is told of ("AFP").
    """
    best, best_score = None, 0.0
    for name in names:
        entry = name.entry
        country, holds = name.country, False
        if entry is not None:
            role, when = entry.role(day)
            country, holds = role.country, when == 0 and entry.kind not in PEOPLE
        score = weight.get(country, 0.0) + (100.0 if country == before else 0.0)
        if name.sort != "shared":
            score += 0.4 if name.sort == "capital" else 0.55 if entry is not None and entry.kind == "media" else 0.5
        else:
            score += weight.get(_OTHER_HALF.get(country, ""), 0.0)
        if score > 0.0 and score + (0.1 if holds else 0.0) > best_score:
            best, best_score = name, score + (0.1 if holds else 0.0)
    return best or (_usual(names, day) if not weight else None)


def _usual(names: tuple[Name, ...], day: str | None) -> Name | None:
    """The American party of a name that several states share, for articles that name no country at all."""
    for name in names:
        if name.entry is not None and name.country == "USA" and "PTY" in name.entry.role(day)[0].sectors:
            return name
    return None

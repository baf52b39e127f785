"""One article read from its first mention to its last, each mention understood with what came before."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.span import Span
from dateline.resolve.countries import by_iso3
from dateline.resolve.who.acting import forces_act
from dateline.resolve.who.actor_list import PEOPLE, ActorList, Head, Role
from dateline.resolve.who.parties import Parties, Party, Weights
from dateline.resolve.who.people import Person, Sighting, find_people
from dateline.resolve.who.phrases import FORMER, Phrase, noun_ending, read
from dateline.resolve.who.quotes import Quotes
from dateline.resolve.who.scan import PSEUDO, Found, Hit, belongs, expansions, scan
from dateline.resolve.who.setting import Setting
from dateline.resolve.who.words import Words, fold_name

_NEAREST = Weights(first_here=0.0, order=0.25)
HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
SELF = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
PRONOUNS = HE | SHE | IT | THEY | SELF | frozenset(("you", "your", "who", "which", "whose", "both", "each other"))
_POSSESSIVE = frozenset(("his", "her", "its", "their", "our", "my", "your"))
_BODY_NOUNS = frozenset(
    "fighter militant rebel insurgent terrorist gunman leader commander spokesman spokeswoman spokesperson official chief "
    "head member force troop soldier officer unit wing leadership representative envoy ambassador supporter operative "
    "jihadist extremist movement group cell network regime administration government army militia fighters chief staff "
    "peacekeeper mission agency lawmaker deputy delegation campaign team negotiator diplomat source sniper faction side "
    "political leader military leader spokesmen position stronghold target base authority guerrilla separatist "
    "contractor mercenary base camp prisoner detainee suspect chairman chair chairwoman commandant hideout candidate politician activist ally critic".split()
)
"""Nouns whose party is the body named before them ("Hamas leaders", "Wagner mercenaries")."""
_PLURAL_BODY = frozenset(
    (
        "state",
        "country",
        "nation",
        "side",
        "leader",
        "government",
        "power",
        "ally",
        "party",
        "man",
        "neighbor",
        "neighbour",
        "capital",
        "army",
        "minister",
        "president",
        "counterpart",
        "force",
        "rival",
    )
)
_NAME_WORDS = frozenset(
    "coalition alliance agency department council ministry commission party committee court union bloc league network "
    "movement front brigade organization organisation authority bank company association federation force assembly "
    "university army command corps institute foundation society tribunal administration mission service bureau airline "
    "newspaper group fund cartel congress brotherhood".split()
)
"""Nouns that stand again for a name in which they occur ("the department" for "State Department")."""
_BLOCS = frozenset("bloc alliance organization organisation agency coalition commission mission".split())
"""Nouns that stand again for an intergovernmental body."""
_RULE = frozenset(
    "government minister president ministry administration lawmaker police court judge mayor governor premier".split()
)
"""Nouns that keep their own sector even where a group rules ("the Hamas government")."""
_ANY_GROUP = frozenset(
    "group movement organization organisation party faction militia branch member affiliate leader network".split()
)
_AMERICAN = frozenset(("sen", "rep", "gov", "congressman", "congresswoman"))
"""Forms of address that are the usual style of American news for American offices."""
_ABROAD = frozenset(("embassy", "consulate", "ambassador", "diplomat", "consul", "envoy"))
"""What stands in a country that is not its own."""
HOME = 1.2
"""What it counts for "the president" to be of the country the article is about; set by trial."""
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}


class Reader:
    """Reads one article; `party` must be asked in order of the text."""

    def __init__(self, words: Words, actors: ActorList, sentences: Sequence[int], day: str | None) -> None:
        self.words, self.actors, self.day = words, actors, day
        self.found = scan(words, actors, day)
        self.people = find_people(words, self.found, actors, day)
        self.setting = Setting(words, self.found, self.people, day, sentences)
        self.quotes = Quotes(words.text, words)
        self.acronyms = expansions(words, self.found)
        self.parties = Parties(sentences)
        for sighting in self.people.sightings:
            self.parties.add(self._person(self._span(sighting.first, sighting.last), sighting.person))
        for hit in self.found.hits:
            if hit.first not in self.people.covering and hit.name.sort in ("entry", "country", "capital", "nationals"):
                self.parties.add(self._listed(self._span(hit.first, hit.last), hit, ()))

    def party(self, span: Span) -> Party:
        """The party that the mention at `span` stands for."""
        inside = self.words.within(span.start, span.end)
        party = self._read(span, inside) if len(inside) else Party(span, "thing")
        self.parties.add(party)
        return party

    def _span(self, first: int, last: int) -> Span:
        return Span(self.words.start[first], self.words.end[last - 1])

    def _read(self, span: Span, inside: range) -> Party:
        words = self.words
        if len(inside) == 1 and words.low[inside[0]] in PRONOUNS and not words.raw[inside[0]].replace(".", "") == "US":
            return self._pronoun(span, words.low[inside[0]], inside[0])
        phrase = read(words, inside, self.found, self.actors)
        last_word = phrase.last - 1
        sighting = self.people.covering.get(last_word)
        if sighting is not None and phrase.noun is None:
            begin, noun = noun_ending(words, phrase.first, phrase.last, self.actors)
            if noun is not None and not (sighting.person.likely or sighting.person.gender):
                sighting = None
        if (
            sighting is not None
            and sighting.person.likely is False
            and not sighting.person.gender
            and phrase.noun is not None
            and phrase.noun.sort in ("state", "force", "group", "thing", "alliance", "crowd")
        ):
            sighting = None
        if (
            sighting is not None
            and sighting.first >= inside.start
            and (phrase.name is None or phrase.name.entry is None or phrase.name.entry.kind in PEOPLE)
        ):
            return self._named(span, sighting, phrase)
        if phrase.name is not None and not (phrase.name.entry is not None and phrase.name.entry.kind in PEOPLE):
            return self._listed(span, phrase.name, phrase.inside)
        acronym = (
            self.acronyms.get(words.low[last_word]) if phrase.noun is None and words.raw[last_word].isupper() else None
        )
        if acronym is not None:
            party = self._listed(span, acronym, ())
            party.basis = "same name earlier in the article"
            return party
        if words.low[last_word] in ("counterpart", "counterparts"):
            return self._counterpart(span, phrase)
        joint = self._joint(span, phrase)
        if joint is not None:
            return joint
        if phrase.noun is None:
            return self._unknown(span, phrase)
        return self._described(span, phrase)

    # --- names ---------------------------------------------------------------------------------------------------

    def _person(self, span: Span, person: Person) -> Party:
        sectors = person.sectors
        return Party(
            span,
            "person" if person.likely or person.gender else "name",
            self._home(person),
            sectors or ("CVL",),
            person.name,
            person.id,
            person.basis or "same name earlier in the article",
            person.gender,
            weak=not sectors or not person.titled and not person.listed,
            former=person.former,
            offices=frozenset(person.offices),
        )

    def _named(self, span: Span, sighting: Sighting, phrase: Phrase) -> Party:
        person = sighting.person
        party = self._person(span, person)
        party.sort = "person"
        if sighting.first == phrase.first and not person.listed and person.titled and sighting.title == sighting.first:
            party.basis = "same name earlier in the article"
        return party

    def _listed(self, span: Span, hit: Hit, inside: tuple[Hit, ...]) -> Party:
        if hit.entry is None:
            return self._country(span, hit)
        role, when = hit.entry.role(self.day)
        country = role.country
        if hit.entry.kind == "common":
            for other in inside:
                if other.entry is None and self._belongs(other):
                    country = other.name.country
            owner = self._left_owner(hit.first)
            if owner is not None:
                country = owner
        sort = {"group": "group", "party": "group", "ngo": "group", "media": "group", "company": "group"}.get(
            hit.entry.kind, "state"
        )
        sectors = role.sectors
        if sectors == ("GOV",) and forces_act(self.words, hit.first, hit.last):
            sectors = ("MIL", "GOV")
        return Party(span, sort, country, sectors, hit.entry.name, hit.entry.id, "actor list", noun=hit.entry.kind)

    def _country(self, span: Span, hit: Hit) -> Party:
        name = hit.name
        place = by_iso3().get(name.country)
        acting = forces_act(self.words, hit.first, hit.last)
        basis = {"capital": "capital as government", "place": "country word"}.get(name.sort, "country word")
        sectors: tuple[str, ...] = ("MIL",) if acting else ("GOV",)
        if name.sort == "nationals" and not acting and self._counted(hit.first):
            sectors = ("CVL",)
        plural = name.sort == "nationals"
        return Party(
            span,
            "state",
            name.country,
            sectors,
            place.name if place else None,
            name.country,
            basis,
            plural=plural,
            weak=True,
        )

    def _counted(self, first: int) -> bool:
        before = self.words.low[first - 1] if first else ""
        return (
            before.isdigit()
            or before in _NUMBERS
            or before in ("many", "most", "some", "few", "several", "of", "all", "ordinary", "young")
        )

    def _unknown(self, span: Span, phrase: Phrase) -> Party:
        country = self._owner_country(phrase)
        capital = self.words.capital(phrase.last - 1)
        if country is None:
            country = self.setting.guess(span.start, placed=True)
        sectors = phrase.sectors
        for hit in phrase.inside:
            if (
                hit.entry is not None
                and hit.entry.kind not in PEOPLE
                and hit.first < phrase.last
                and self._belongs(hit)
            ):
                role, _ = hit.entry.role(self.day)
                return Party(
                    span, "state", role.country, sectors or role.sectors, hit.entry.name, None, "actor list", weak=True
                )
        if capital and phrase.last - phrase.head > 0 and not sectors and phrase.last - phrase.first > 1:
            return Party(span, "person", country, ("CVL",), self.words.slice(phrase.first, phrase.last), weak=True)
        return Party(span, "crowd", country, sectors or ("CVL",), plural=phrase.plural, weak=not sectors)

    # --- descriptions --------------------------------------------------------------------------------------------

    def _described(self, span: Span, phrase: Phrase) -> Party:
        noun = phrase.noun
        assert noun is not None
        sectors, name, key, basis = phrase.sectors, None, None, "head noun"
        body = self._body(phrase)
        country = None
        if body is not None:
            country, body_sectors, name_of = body
            if body_sectors and not phrase.hinted:
                sectors = body_sectors
            basis = "actor list"
        elif (right := self._right_body(phrase)) is not None:
            country, sectors, basis = right[0], right[1] or sectors, "actor list"
        elif (country := self._owner_country(phrase)) is not None:
            basis = "country word"
        last = last_of(noun)
        if last in ("regime", "government") and forces_act(self.words, phrase.head, phrase.last):
            sectors = ("MIL",)
        if country is None or noun.sort == "country":
            earlier = self._earlier(span, phrase, country)
            if earlier is not None:
                earlier.former = earlier.former or phrase.former
                return earlier
        elif noun.sort == "office" and not phrase.plural:
            known = self._known_person(span, phrase, country)
            if known is not None:
                return known
        if country is None:
            country = self._guess(span, phrase)
        if phrase.former and noun.sort in ("office", "person") and "ELI" not in sectors:
            sectors = ("ELI", *sectors)
        if (
            noun.sort == "country"
            and country is not None
            and last in ("country", "nation", "state", "republic", "kingdom", "homeland")
        ):
            place = by_iso3().get(country)
            name = place.name if place else None
        return Party(
            span,
            noun.sort,
            country,
            sectors,
            name,
            key,
            basis,
            plural=phrase.plural,
            noun=noun.noun,
            former=phrase.former,
            weak=noun.sort in ("crowd", "person", "thing", "group")
            and len(sectors) > 0
            and noun.sort != "group"
            and not phrase.hinted
            or last in ("general", "officer"),
        )

    def _belongs(self, hit: Hit) -> bool:
        return belongs(self.words, hit)

    def _body(self, phrase: Phrase) -> tuple[str | None, tuple[str, ...], str] | None:
        """Country and sectors of the body that a description belongs to ("Taliban fighters")."""
        noun = phrase.noun
        if noun is None:
            return None
        ending = last_of(noun)
        for hit in reversed(phrase.inside):
            if hit.entry is None or not self._belongs(hit):
                continue
            role, _ = hit.entry.role(self.day)
            ours = hit.entry.kind not in PEOPLE
            before = hit.last <= phrase.head + 1
            if before and ours and noun.sort == "country":
                return role.country, noun.sectors, hit.entry.name
            if before and ours and hit.entry.kind == "group" and ending in _RULE:
                return role.country, noun.sectors, hit.entry.name
            if before and ours and (ending in _BODY_NOUNS or noun.sort in ("office", "force")):
                return role.country, role.sectors, hit.entry.name
            if (
                not before
                and ours
                and hit.first >= phrase.last
                and noun.sort in ("office", "person", "group", "force", "crowd")
            ):
                return self._outer(role, noun.sectors), role.sectors if ending in _BODY_NOUNS else (), hit.entry.name
            if before and not ours:
                sectors = (
                    role.sectors if role.sectors[:1] in (("REB",), ("PRM",), ("OPP",)) and ending in _BODY_NOUNS else ()
                )
                return role.country, sectors, hit.entry.name
        return None

    @staticmethod
    def _outer(role: Role, _: tuple[str, ...]) -> str:
        return role.country

    def _owner_country(self, phrase: Phrase) -> str | None:
        """The country named inside or right beside a phrase."""
        words = self.words
        abroad = phrase.noun is not None and last_of(phrase.noun) in _ABROAD
        for hit in reversed(phrase.inside):
            if (
                hit.first < phrase.last
                and self._belongs(hit)
                and not (abroad and hit.name.sort in ("place", "capital"))
            ):
                return self._country_of(hit)
        first = phrase.first
        for index in range(phrase.last - 1, first - 1, -1):
            owner = self.people.covering.get(index)
            if owner is not None and owner.last < phrase.last:
                return self._home(owner.person)
        if words.low[first] in _POSSESSIVE:
            owner = self._pronoun(self._span(first, first + 1), words.low[first], first)
            if owner.country is not None:
                return owner.country
        left = self._left_owner(first)
        if left is not None:
            return left
        for hit in phrase.inside:
            link = words.low[hit.first - 1] if words.low[hit.first - 1] != "the" else words.low[hit.first - 2]
            if (
                hit.first >= phrase.last
                and self._belongs(hit)
                and not (abroad and link != "of")
                and link not in ("to", "for", "against", "with", "on", "about")
            ):
                return self._country_of(hit)
        return self._right_owner(phrase)

    def _country_of(self, hit: Hit) -> str:
        return hit.entry.role(self.day)[0].country if hit.entry is not None else hit.name.country

    def _home(self, person: Person) -> str | None:
        """A person's country, guessed once from where the article first names them."""
        if person.country is None and person.seen >= 0:
            if person.offices & _AMERICAN and self.setting.share("USA"):
                person.country = "USA"
            else:
                held = person.sectors[:1] in (("GOV",), ("LEG",), ("MIL",))
                person.country = self.setting.guess(self.words.start[person.seen], placed=not held)
        return person.country

    def _left_owner(self, first: int) -> str | None:
        """The country of a possessor or adjective that stands right before word `first`."""
        words = self.words
        if first == 0:
            return None
        gap = words.gap(first)
        hit = self.found.covering.get(first - 1)
        if hit is not None and self._belongs(hit):
            possessive = gap in ("'s ", "’s ", "' ", "’ ")
            if possessive or (gap in (" ", "-") and hit.name.sort in ("adjective", "country", "place")):
                return self._country_of(hit)
        if words.low[first - 1] in _POSSESSIVE and gap == " ":
            return self._pronoun(self._span(first - 1, first), words.low[first - 1], first - 1).country
        sighting = self.people.covering.get(first - 1)
        if sighting is not None and gap in ("'s ", "’s ", "' ", "’ "):
            return self._home(sighting.person)
        return None

    def _right_owner(self, phrase: Phrase) -> str | None:
        """The country behind "of", "in", "from" right after a phrase."""
        words, index = self.words, phrase.last
        noun = phrase.noun
        if index >= len(words) or noun is None or words.gap(index) != " ":
            return None
        link = words.low[index]
        if last_of(noun) in _ABROAD and link != "of":
            return None
        strong = link == "of" and noun.sort in ("office", "state", "person", "country", "force")
        loose = link in ("in", "from", "at", "near", "of") and noun.sort in (
            "crowd",
            "group",
            "force",
            "person",
            "thing",
            "state",
        )
        if not (strong or loose):
            return None
        for after in range(index + 1, min(index + 5, len(words))):
            if words.gap(after) not in (" ", "-", "'s ", "’s "):
                return None
            hit = self.found.at.get(after)
            if hit is not None and self._belongs(hit):
                country = self._country_of(hit)
                return country if country not in PSEUDO or strong else None
            if words.low[after] in ("and", "who", "that", "to", "with", "by"):
                return None
        return None

    def _right_body(self, phrase: Phrase) -> tuple[str, tuple[str, ...]] | None:
        """Country and sectors of a body right behind "of" ("chairman of the Senate committee")."""
        words, index, noun = self.words, phrase.last, phrase.noun
        if noun is None or index >= len(words) or words.low[index] not in ("of", "for") or words.gap(index) != " ":
            return None
        if last_of(noun) not in _BODY_NOUNS or noun.sort == "state":
            return None
        for after in range(index + 1, min(index + 4, len(words))):
            hit = self.found.at.get(after)
            if words.gap(after) != " ":
                return None
            if hit is not None:
                if hit.entry is None or hit.entry.kind in PEOPLE or not self._belongs(hit):
                    return None
                role = hit.entry.role(self.day)[0]
                return role.country, role.sectors
        return None

    def _earlier(self, span: Span, phrase: Phrase, country: str | None) -> Party | None:
        """The earlier party that a definite description stands for ("the minister", "the group", "the country")."""
        noun = phrase.noun
        assert noun is not None
        last = last_of(noun)
        if noun.sort == "office" and not phrase.plural:
            return self._known_person(span, phrase, country)
        if not phrase.plural and country is None and last in _NAME_WORDS:
            named = self.parties.antecedent(
                span.start,
                lambda p: (
                    p.name is not None
                    and p.sort in ("state", "group", "alliance")
                    and last in fold_name(p.name).split()
                ),
                20,
            )
            if named is None and last in _BLOCS:
                named = self.parties.antecedent(span.start, lambda p: p.noun == "igo", 6)
            if named is not None:
                return named.said_by(span, "same name earlier in the article")
        if noun.sort == "group" and not phrase.former:
            same = self.parties.antecedent(
                span.start,
                lambda p: (
                    p.sort == "group"
                    and p.noun not in ("media", "company", "ngo")
                    and p.country is not None
                    and bool(
                        set(p.sectors) & set(phrase.sectors)
                        or last in _ANY_GROUP
                        and not (last == "party" and phrase.plural)
                    )
                    and not p.several
                ),
                5,
            )
            if same is not None:
                if (
                    last in ("group", "movement", "organization", "organisation", "party", "faction", "militia")
                    and not phrase.plural
                ):
                    return same.said_by(span, "same name earlier in the article")
                if same.country != "IMG" or last in _ANY_GROUP:
                    sectors = same.sectors if last in _ANY_GROUP else phrase.sectors
                    return Party(
                        span,
                        "group",
                        same.country,
                        sectors,
                        None,
                        None,
                        "head noun",
                        plural=phrase.plural,
                        noun=noun.noun,
                    )
        if noun.sort in ("force", "state", "crowd"):
            same = self.parties.antecedent(
                span.start, lambda p: p.noun == noun.noun and p.country is not None and p.country not in PSEUDO, 8
            )
            if same is not None:
                return Party(
                    span,
                    noun.sort,
                    same.country,
                    phrase.sectors,
                    None,
                    None,
                    "head noun",
                    plural=phrase.plural,
                    noun=noun.noun,
                )
        if noun.sort == "country" and country is None and not phrase.plural:
            same = self.parties.antecedent(
                span.start, lambda p: p.sort == "state" and p.country is not None and p.country not in PSEUDO, 2
            )
            if same is not None:
                return self._as_state(same, span)
        return None

    def _as_state(self, party: Party, span: Span) -> Party:
        place = by_iso3().get(party.country or "")
        return Party(
            span,
            "state",
            party.country,
            ("GOV",),
            place.name if place else None,
            party.country,
            "same name earlier in the article",
            weak=True,
        )

    def _known_person(self, span: Span, phrase: Phrase, country: str | None) -> Party | None:
        noun = phrase.noun
        assert noun is not None
        ending = last_of(noun)

        def fits(party: Party) -> bool:
            if party.sort != "person" or party.plural or (country is not None and party.country != country):
                return False
            return noun.noun in party.offices or any(office.rsplit(" ", 1)[-1] == ending for office in party.offices)

        known = self.parties.antecedent(
            span.start,
            fits,
            12 if country is None else 40,
            worth=lambda party: HOME * self.setting.share(party.country),
        )
        return known.said_by(span, "same name earlier in the article") if known is not None else None

    def _guess(self, span: Span, phrase: Phrase) -> str | None:
        noun = phrase.noun
        assert noun is not None
        if last_of(noun) in _ABROAD:
            host = self.setting.guess(span.start, placed=True)
            return self.setting.guess(span.start, placed=False, but={host} if host else ())
        ties = {self._country_of(hit) for hit in phrase.inside if not self._belongs(hit)}
        if noun.sort == "country" and phrase.plural or noun.sort == "bloc":
            return None
        last = last_of(noun)
        state = noun.sort in ("state", "office", "country") and last not in (
            "police",
            "court",
            "judge",
            "prosecutor",
            "authority",
        )
        return self.setting.guess(span.start, placed=not state, but=ties)

    # --- pronouns and joint mentions --------------------------------------------------------------------------------

    def _counterpart(self, span: Span, phrase: Phrase) -> Party:
        """The holder of the same office in another country ("his Malian counterpart")."""
        country = None
        for hit in phrase.inside:
            country = self._country_of(hit)
        known = self.parties.antecedent(
            span.start, lambda p: p.sort == "person" and (country is None or p.country != country) and p.gender != "", 2
        ) or self.parties.antecedent(span.start, lambda p: p.sort == "person", 2)
        sectors = tuple(s for s in known.sectors if s != "ELI") if known is not None else ("GOV",)
        if country is None or phrase.plural and country is None:
            return Party(span, "person", None, sectors or ("GOV",), basis="counterpart", plural=phrase.plural)
        offices = known.offices if known is not None else frozenset()
        for sighting in self.people.sightings:
            person = sighting.person
            if person.country == country and (not offices or offices & person.offices):
                party = self._person(span, person)
                party.basis = "counterpart"
                return party
        return Party(span, "person", country, sectors or ("GOV",), basis="counterpart", offices=offices)

    def _joint(self, span: Span, phrase: Phrase) -> Party | None:
        """A mention of several parties at once ("both countries", "the three governments"), or None."""
        noun, words = phrase.noun, self.words
        if noun is None or not phrase.plural:
            return None
        ending = last_of(noun)
        count = next((n for i in range(phrase.first, phrase.head + 1) if (n := _NUMBERS.get(words.low[i], 0))), 0)
        if not count or ending not in _PLURAL_BODY or phrase.inside:
            return None
        names: list[str] = []
        shared: set[str] | None = None
        sectors: tuple[str, ...] = noun.sectors if noun.sort != "group" else ()
        if ending == "man" or ending == "leader" or ending == "president" or ending == "minister":
            wanted = "person"
        else:
            wanted = "state"
        for _, party in self.parties.before(span.start, 6):
            if (
                party.name
                and party.sort in ((wanted,) if wanted == "person" else ("state", "group"))
                and party.name not in names
                and not party.several
            ):
                names.append(party.name)
                shared = set(party.sectors) if shared is None else shared & set(party.sectors)
            if len(names) == count:
                break
        if ending == "man" and len(names) < count:
            return None
        if wanted == "person" and len(names) == count and shared:
            sectors = tuple(sorted(shared - {"ELI"})) or sectors
        return Party(
            span,
            "joint",
            None,
            sectors or ("GOV",),
            "; ".join(reversed(names)) if len(names) == count else None,
            basis="same name earlier in the article",
            plural=True,
            weak=True,
            several=tuple(reversed(names)),
            noun=noun.noun,
        )

    def _pronoun(self, span: Span, low: str, index: int) -> Party:
        position = span.start
        quote = self.quotes.around(position)
        known: Party | None = None
        if low in SELF or low in ("you", "your"):
            if low in SELF and quote is not None:
                known = self._speaker(quote)
            if known is None and low in SELF:
                known = self.parties.antecedent(position, lambda p: p.sort == "person", 2)
            if known is not None and low in ("we", "us", "our", "ours", "ourselves"):
                known = known.said_by(span, "pronoun")
                known.name, known.id = None, None
        elif low in HE or low in SHE:
            gender = "m" if low in HE else "f"
            known = self.parties.antecedent(position, lambda p: _is_person(p) and p.gender in (gender, ""), 4)
        elif low in IT:
            known = self.parties.antecedent(
                position,
                lambda p: p.sort in ("state", "group", "country", "force", "alliance") and not p.plural,
                2,
                _NEAREST,
            )
        elif low in THEY:
            known = self.parties.antecedent(
                position, lambda p: p.plural or p.sort in ("group", "force", "crowd", "joint"), 2
            )
            if known is None:
                known = self.parties.antecedent(position, lambda p: p.sort in ("state", "group"), 2)
        else:
            known = self.parties.antecedent(position, lambda p: True, 1)
        if known is None:
            return Party(span, "person", self.setting.guess(position, placed=False), (), basis="pronoun", weak=True)
        party = known.said_by(span, "pronoun")
        if party.sort == "state" and party.sectors == ("GOV",) and forces_act(self.words, index, index + 1):
            party.sectors = ("MIL",)
        elif party.sort == "state" and party.sectors == ("MIL",) and party.basis == "pronoun" and known.weak:
            party.sectors = ("MIL",) if forces_act(self.words, index, index + 1) else ("GOV",)
        party.weak = True
        return party

    def _speaker(self, quote: int) -> Party | None:
        words = self.words
        for number in range(quote, max(-1, quote - 4), -1):
            for cue, _ in self.quotes.cues(number):
                best: Party | None = None
                for party in self._beside(cue):
                    if party.sort in ("person", "office", "state", "group", "crowd", "force"):
                        best = party
                        break
                if best is not None:
                    return best
                for beside in (cue - 1, cue + 1):
                    if 0 <= beside < len(words) and words.low[beside] in HE | SHE:
                        return self._pronoun(self._span(beside, beside + 1), words.low[beside], beside)
        return None

    def _beside(self, cue: int) -> list[Party]:
        """Parties named right before or after a word of speech."""
        words = self.words
        found = []
        for index in (*range(cue - 1, max(-1, cue - 8), -1), *range(cue + 1, min(len(words), cue + 8))):
            if "\n" in words.gap(index + 1 if index < cue else index):
                continue
            sighting = self.people.covering.get(index)
            if sighting is not None:
                found.append(
                    (abs(index - cue), self._person(self._span(sighting.first, sighting.last), sighting.person))
                )
        return [party for _, party in sorted(found, key=lambda pair: pair[0])]


def last_of(noun: Head) -> str:
    """The last word of a noun ("minister" of "foreign minister")."""
    return noun.noun.rsplit(" ", 1)[-1]


def _is_person(party: Party) -> bool:
    return (
        not party.plural
        and party.sort in ("person", "office")
        or (
            party.sort in ("crowd", "group")
            and not party.plural
            and party.noun in ("suspect", "gunman", "attacker", "suicide bomber")
        )
    )


__all__ = ["FORMER", "Found", "Reader"]

"""Contexts of acts in sentences of our own: by words, parties, kind of act, story, and further tellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebooks.codebook import Setting
from dateline.contexts import Contexts
from dateline.contexts.cues import Cues
from dateline.split.sentences import sentences
from tests.contexts.making import ALL, BOOK, contexts, told


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        ("The army shot at them.", ("shot", "ASSAULT firearms", "army|KEN|MIL"), {"military"}),
        ("Nairobi sent tanks north.", ("sent", "MOBILIZE weapons", "Nairobi|KEN|GOV"), {"military"}),
        ("Kenya blamed Uganda.", ("blamed", "ACCUSE allege", "Kenya|KEN|GOV", "Uganda|UGA|GOV"), {"diplomatic"}),
        ("Kenya bombed Uganda.", ("bombed", "ASSAULT", "Kenya|KEN|GOV", "Uganda|UGA|GOV"), {"military"}),
        ("Kenya praised Uganda.", ("praised", "SUPPORT", "", "Uganda|UGA|GOV"), set()),
        ("Kenya blamed rebels.", ("blamed", "ACCUSE allege", "Kenya|KEN|GOV", "rebels|UGA|REB"), set()),
        ("Kenya fined a bank.", ("fined", "SANCTION expel", "Kenya|KEN|GOV", "bank|UGA|BUS"), {"diplomatic"}),
        ("Two were arrested.", ("arrested", "COERCE arrest"), {"legal"}),
        ("Rebels held two.", ("held", "COERCE arrest", "Rebels|COD|REB"), set()),
        ("She was found guilty of bribery.", ("guilty", "SANCTION convict"), {"legal", "corruption"}),
        ("Police used tear gas.", ("tear gas", "ASSAULT crowd-control", "Police|KEN|COP"), {"repression"}),
        ("A gunman shot at the mosque.", ("shot", "ASSAULT firearms", "", "mosque|KEN|REL"), {"religion_ethnicity"}),
        ("Talks on tariffs began.", ("Talks", "CONSULT"), {"economic"}),
        ("Kenya praised MPs.", ("praised", "SUPPORT", "Kenya|KEN|GOV", "MPs|UGA|LEG"), {"diplomatic"}),
        ("Spies of Kenya met him.", ("met", "CONSULT", "Spies|KEN|SPY", "him|UGA|GOV"), {"diplomatic", "intelligence"}),
        ("A bomb hit a bus.", ("hit", "ASSAULT explosives", "", "bus|KEN|CVL"), {"terrorism"}),
        ("Uganda fines banks.", ("fines", "SANCTION discontinue", "Uganda|UGA|GOV", "banks|UGA|BUS"), {"economic"}),
        ("Police jailed a rebel.", ("jailed", "COERCE arrest", "Police|KEN|COP", "rebel|KEN|REB"), {"legal"}),
        ("Guards jailed him.", ("jailed", "SANCTION convict", "Guards|KEN|MIL"), {"legal"}),
        ("The mayor praised the team.", ("praised", "SUPPORT", "mayor|KEN|GOV", "team|KEN|CVL"), set()),
        ("A fishing vessel left.", ("left", "RETREAT withdraw"), set()),
    ],
)
def test_an_act_has_the_contexts_of_its_words_parties_and_kind(
    text: str, event: tuple[str, ...], names: set[str]
) -> None:
    assert contexts(text, told(text, *event)) == [names]


def test_what_rules_a_setting_out() -> None:
    text = "A bandit gang and a heroin cartel fought."
    assert contexts(text, told(text, "fought", "ASSAULT", "heroin cartel")) == [{"illegal_drugs"}]
    text = "Militiamen of the gang fought."
    assert contexts(text, told(text, "fought", "ASSAULT", "gang|COD|REB")) == [set()]
    text = "The senator of the Senate panel scolded him."
    assert contexts(text, told(text, "scolded", "ACCUSE disapprove", "senator of the Senate panel|USA|LEG")) == [set()]


def test_the_first_sector_of_a_party_counts() -> None:
    text = "Guards beat him."
    assert contexts(text, told(text, "beat", "ASSAULT beat", "Guards|KEN|COP+MIL")) == [set()]


def test_a_cue_inside_of_a_longer_name_says_nothing() -> None:
    text = "Two died in the war, the Observatory for Human Rights said after it was blamed."
    assert contexts(text, told(text, "blamed", "ACCUSE disapprove")) == [set()]
    text = "They were blamed for human rights abuses."
    assert contexts(text, told(text, "blamed", "ACCUSE disapprove")) == [{"human_rights"}]


def test_diplomacy_is_not_among_people_of_one_country() -> None:
    text = "A former ambassador urged the senator to stay."
    former, senator = "former ambassador|KEN|ELI", "senator|KEN|LEG"
    assert contexts(text, told(text, "urged", "REQUEST change", former, senator)) == [set()]
    assert contexts(text, told(text, "urged", "REQUEST change", former, "senator|UGA|LEG")) == [{"diplomatic"}]


STORY = (
    "Cholera spreads in the delta\nClinics in the delta ran out of beds as cholera spread on Monday. "
    "Nurses asked the ministry for help. The cholera has killed nine. A bridge was shelled last year."
)


def test_an_act_has_what_its_report_is_about() -> None:
    asked, shelled = told(STORY, "asked", "REQUEST assist"), told(STORY, "shelled", "ASSAULT heavy-weapons")
    assert contexts(STORY, asked, shelled) == [{"health"}, {"military"}]
    rest = "They left. They slept. They ate. They sang. A doctor begged for help."
    far = f"{STORY} {rest}"
    assert contexts(far, told(far, "begged", "REQUEST assist")) == [set()]
    cut = STORY[STORY.index("Nurses") :]
    assert contexts(cut, told(cut, "asked", "REQUEST assist")) == [set()]


TALKS = (
    "Envoys met in Lusaka on Monday. Kenya urged Uganda to sign. Uganda asked Kenya for time. Kenya offered Uganda aid."
    " The sides hope to agree by May. A truck hit a bridge."
)
STATES = ("Kenya|KEN|GOV", "Uganda|UGA|GOV")


def test_an_act_is_of_the_story_that_most_acts_of_its_report_tell() -> None:
    urged, asked = told(TALKS, "urged", "REQUEST yield", *STATES), told(TALKS, "asked", "REQUEST assist", *STATES)
    offered = told(TALKS, "offered", "AGREE", *STATES)
    agree, hit = told(TALKS, "agree", "AGREE", "sides||GOV"), told(TALKS, "hit", "ASSAULT", "truck", "bridge")
    talks = {"diplomatic"}
    assert contexts(TALKS, urged, asked, offered, agree, hit) == [talks, talks, talks, talks, set()]
    assert contexts(TALKS, urged, asked, agree, hit) == [talks, talks, set(), set()]  # two acts are no story


def test_what_rules_a_setting_out_rules_out_its_story() -> None:
    text = TALKS.replace("The sides hope to agree", "Kenya and its opposition hope to agree")
    acts = [told(text, *a) for a in (("urged", "REQUEST", *STATES), ("asked", "REQUEST", *STATES))]
    home = told(text, "agree", "AGREE", "Kenya|KEN|GOV", "opposition|KEN|OPP")
    assert contexts(text, *acts, told(text, "offered", "AGREE", *STATES), home)[-1] == set()


@pytest.mark.parametrize(("share", "names"), [(0.6, {"x"}), (0.8, set())])
def test_the_acts_of_a_story_go_by_its_share(share: float, names: set[str]) -> None:
    x = Setting(acts=frozenset({"AID"}), story=((share, frozenset({"PROTEST"})),))
    text = "They fed, housed and clothed them. Some marched."
    acts = [told(text, words, "AID") for words in ("fed", "housed", "clothed")]
    marched = told(text, "marched", "PROTEST")
    assert contexts(text, *acts, marched, reader=Contexts(("x",), {"x": x})) == [{"x"}, {"x"}, {"x"}, names]


def test_what_surely_holds_for_one_telling_holds_for_all() -> None:
    text = "A suicide bomber struck the market. The attack killed nine. Another attack failed."
    first = told(text, "struck", "ASSAULT suicide-attack")
    again, other = told(text, "attack", "ASSAULT", same=first.story_event), told(text, "attack failed", "ASSAULT")
    assert contexts(text, first, again, other) == [{"terrorism"}, {"terrorism"}, set()]


def test_contexts_that_an_event_has_stay_in_the_order_of_the_codebook() -> None:
    text = "Soldiers hacked the server."
    event = told(text, "hacked", "COERCE cyber", "Soldiers|KEN|MIL")
    (out,) = ALL.set_in(text, sentences(text), [event])
    assert out.contexts == ("military", "cyber")
    assert Contexts(("cyber",), {}).set_in(text, sentences(text), [out])[0].contexts == ("cyber",)


def test_a_setting_without_types_is_of_every_act() -> None:
    reader = Contexts(("x",), {"x": Setting(cues=("delta",))})
    text = "In the delta nurses and teachers marched."
    assert contexts(text, told(text, "marched", "PROTEST demo"), reader=reader) == [{"x"}]


def test_no_events_no_contexts() -> None:
    assert ALL.set_in("Nothing.", sentences("Nothing."), []) == ()


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=80),
    st.text(max_size=80),
    st.sampled_from([f"{t} {m}".strip() for t, e in BOOK.types.items() for m in ("", *e.modes)]),
)
def test_any_text_is_read_into_contexts_of_the_codebook(before: str, after: str, kind: str) -> None:
    text = f"{before} acted {after}"
    for found in contexts(text, told(text, "acted", kind)):
        assert found <= set(BOOK.contexts)


def test_words_of_votes_are_of_an_election() -> None:
    words = Cues({name: s.cues for name, s in BOOK.settings.items()})
    for text in ("She refused to concede defeat.", "They want a recount.", "He won 61.3 percent of the vote."):
        assert "election" in words.within(text)
    assert "election" not in words.within("They met ahead of the vote.")
    assert "legislative" in words.within("He survived a motion of no confidence.")
    assert "diplomatic" in words.within("The envoy is persona non grata.")

from __future__ import annotations

import pytest

from dateline.coders.no_deed import is_no_deed
from dateline.records.span import Span

DANGER = (
    "The ministers spoke about [security threats] along the border.",
    "The army warned of a growing terrorist [threat] in the north.",
    "They named growing [threats] from militants as a reason.",
    "The group poses a serious [threat] to its neighbours.",
    "Piracy is a [threat] to shipping in the gulf.",
    "He called the drought the biggest [threat] that the country faces.",
    "The feud is [threatening] to spill over into the valley.",
    "They spoke of the [threat] posed by the rebels.",
    "He called the [threat] from the group a phantom.",
    "The general said that the gang had become a real [threat] in the valley.",
    "You are presenting a [threat] to us, she told the gang.",
    "The mayor knew of no new [threat] in the port.",
    "She listed the [threats] we face at sea.",
    "Patrols were sent because of a possible [threat] from the sea.",
)
NOTHING = (
    "Officials said that they had [no] evidence of a plot.",
    "They had [no information] on the raid.",
    "Those surveyed mostly [opposed] the raid.",
    "In a recent poll, most Americans [blamed] the mayor.",
    "A majority of people surveyed [called] the mayor reckless.",
)
NOBODYS = (
    "Nine miners [died] in a bus crash near Oslo.",
    "The minister [died] on Monday of a heart attack.",
    "At least 40 people were [killed] Tuesday in a stampede at the shrine.",
    "They met his hints with weary [resignation].",
    "The minister is a fierce [critic] of the army.",
)
FIGURES = (
    "The union [shot] itself in the foot.",
    "Lund's [charge] d'affaires spoke.",
    "Callers [bombarded] the council with angry questions.",
    "She lost her long [battle] with cancer.",
    "The mayor declared [war] on rats.",
    "Lind [joined] the army in 1998.",
    "Firemen [battled] to put out the flames.",
    "Crews [fought] a large blaze at the depot.",
    "The girl is [fighting] for her life.",
)
NATURAL = (
    "Lind had a long illness. Aides spoke of Lind's [death] on air.",
    "Lind, the mayor of Kara, [died] on Monday. Lind had cancer, and died of cancer at home.",
    "King Oluf [dies] at last. He was old, and Oluf died in his sleep.",
)
SHOWN = (
    "The video of the king was [released] in August.",
    "A decree that will be [released] soon is vague.",
    "Officials [released] new figures on Monday.",
    "The photos of the pilot were [released] by the gang.",
    "Troops [recovered] the bodies of nine men.",
    "It hired the [accused].",
    "The [accused] were led in.",
    "The truce [came] into force at noon.",
    "The king was [speaking] before a meeting in Lund.",
    "Two new [airstrips] have been built.",
    "They had received [no] request for asylum.",
)
KEPT = (
    "Lund [met] every single target of the pact.",
    "The union has [met] all of its obligations.",
)
SOMEBODYS = (
    "The minister [rejected] a survey of voters.",
    "The mayor [blamed] a recent poll.",
    "They see it as a [threat] from Lund to use force.",
    "The envoy said [no].",
    "Rebels [released] three soldiers.",
    "The report said that 40 prisoners had been [released].",
    "A video of the hostages [released] by the gang is grim.",
    "Images show a man who was [released].",
    "Troops [recovered] the town.",
    "The [accused] spy Lund fled.",
    "Lund [accused] the army.",
    "Guards [shot] the man in the left foot.",
    "The army [bombarded] the town with rockets.",
    "The [battle] with the rebels lasted a day.",
    "The clans [fought] for their lives.",
    "Togo [joined] the military campaign in the north.",
    "Rebels shot Lind. The [death] of Lind is a blow. Ruiz died of cancer.",
    "Rebels shot Lind, whose [death] is a blow. Lind was the mayor.",
    "Falk's [death] in an ambush is a blow. Ruiz died of cancer.",
    "The guards [fought] fire with fire.",
    "The mayor [met] a group of miners.",
    "She [met] the target audience of the paper.",
    "The mayor [met] rebels who have set new goals.",
    "At least 40 people were [killed] in an attack on the shrine.",
    "Ruiz [died] in prison after guards beat him.",
    "Guards [killed] two men and fled in a car, which later was in a crash.",
    "She announced her [resignation].",
    "The union is [threatening] to close the port.",
)
UTTERED = (
    "The president repeated his [threat] to close the border.",
    "The two leaders traded [threats] for weeks.",
    "The miners face a [threat] of arrest.",
    "He has faced death [threats] since May.",
    "Her lawyer said that she had received death [threats] from the gang.",
    "Officials rejected veiled [threats] from the north.",
    "The government gave in to the [threat] of a general strike.",
)


def names_no_deed(marked: str) -> bool:
    """Whether the words in brackets name no deed, in a sentence of its own."""
    before, act, after = marked.replace("]", "[").split("[")
    text = before + act + after
    return is_no_deed(text, Span(0, len(text)), Span(len(before), len(before) + len(act)))


@pytest.mark.parametrize("marked", DANGER)
def test_a_danger_is_no_threat(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", NOBODYS)
def test_mishaps_and_moods_are_nobodys_deed(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", NOTHING)
def test_no_evidence_and_what_is_asked_in_polls_are_none(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", FIGURES)
def test_figures_of_speech_are_none(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", NATURAL)
def test_who_died_of_an_illness_is_nobodys_victim(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", SHOWN)
def test_papers_bodies_and_the_accused_are_acts_of_nobody(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", KEPT)
def test_a_promise_that_is_met_is_nobody(marked: str) -> None:
    assert names_no_deed(marked)


@pytest.mark.parametrize("marked", SOMEBODYS)
def test_what_somebody_did_stays(marked: str) -> None:
    assert not names_no_deed(marked)


@pytest.mark.parametrize("marked", UTTERED)
def test_a_threat_is_somebodys(marked: str) -> None:
    assert not names_no_deed(marked)


def test_other_acts_are_none() -> None:
    assert not names_no_deed("The serious [attack] to the north went on.")


@pytest.mark.parametrize(
    ("text", "act", "opinion"),
    [
        ("Some 54 percent of respondents oppose the treaty.", "oppose", True),
        ("Now 61% of Democrats support the war.", "support", True),
        ("Two-thirds of those surveyed wanted him to go.", "wanted", True),
        ("The senators support the war.", "support", False),
        ("The party, with 61% of the seats, voted to support the war.", "support", False),
        ("In the referendum 61% of voters rejected the treaty.", "rejected", False),
        ("Some 54 percent of the troops attacked.", "attacked", False),
    ],
)
def test_what_a_share_of_those_asked_think_is_no_deed(text: str, act: str, opinion: bool) -> None:
    start = text.index(act)
    assert is_no_deed(text, Span(0, len(text)), Span(start, start + len(act))) is opinion


@pytest.mark.parametrize(
    ("text", "act", "silent"),
    [
        ("The palace declined to comment.", "declined", True),
        ("Her office did not immediately respond to requests for comment.", "did not immediately respond", True),
        ("The bank would not comment on the seizure.", "would", True),
        ("Both embassies declined comment.", "declined", True),
        ("The envoy declined to say when talks begin.", "declined", True),
        ("The bank declined to give further details.", "declined", True),
        ("The envoy declined to give ground.", "declined", False),
        ("The ministry didn’t answer an e-mail seeking comment.", "didn’t", True),
        ("The ministry did not reply to several e-mails.", "did not reply", True),
        ("The mill didn’t respond to questions that Ruiz sent.", "didn’t respond", True),
        ("Lind has not returned phone calls.", "not returned", True),
        ("Her lawyer said “no comment”.", "no comment", True),
        ("The palace declined to meet the envoy.", "declined", False),
        ("Togo did not respond to calls for a truce.", "did not respond", False),
        ("Chad has not returned the hostages.", "not returned", False),
        ("He refused to apologise for the comments.", "refused", False),
        ("The court did not comment, but rejected the appeal.", "rejected", False),
    ],
)
def test_who_does_not_comment_refuses_nothing(text: str, act: str, silent: bool) -> None:
    start = text.index(act)
    assert is_no_deed(text, Span(0, len(text)), Span(start, start + len(act))) is silent


@pytest.mark.parametrize(
    ("text", "act", "alone"),
    [
        ("Ruiz spoke at a news conference on Monday.", "news conference", True),
        ("Lind said so at a press briefing with reporters.", "briefing", True),
        ("At a press conference last week, the mayor backed her.", "conference", True),
        ("Ruiz spoke at a news conference in Bol with Lind.", "news conference", False),
        ("They took questions at a joint press conference.", "press conference", False),
        ("The mayors met at a peace conference.", "conference", False),
    ],
)
def test_a_news_conference_of_one_is_no_talk(text: str, act: str, alone: bool) -> None:
    start = text.index(act)
    assert is_no_deed(text, Span(0, len(text)), Span(start, start + len(act))) is alone

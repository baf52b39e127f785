"""Whether an act happened, by the words beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coders.status import status_by_words
from dateline.records.span import Span


def _status(text: str, act: str, read: str, type_: str = "REJECT") -> str:
    start = text.index(act)
    return status_by_words(text, Span(0, len(text)), Span(start, start + len(act)), read, type_)


@pytest.mark.parametrize(
    ("text", "act", "read", "status"),
    [
        ("The governor can and may declare an emergency.", "declare", "happened", "hypothetical"),
        ("The port could soon be closed.", "closed", "happened", "hypothetical"),
        ("Togo would neither confirm nor deny the arrest of two men.", "arrest", "negated", "happened"),
        ("Senators voted 9-4 to impeach the king.", "impeach", "planned", "happened"),
        ("The king called on his allies to condemn the raid.", "condemn", "happened", "hypothetical"),
        ("The leak could fuel new calls for an inquiry.", "calls", "happened", "hypothetical"),
        ("The missiles could be aimed at hitting ships.", "hitting", "ongoing", "hypothetical"),
        ("Support for sending troops has grown.", "sending", "happened", "hypothetical"),
        ("Some 40% supported deploying more police.", "deploying", "ongoing", "hypothetical"),
        ("The vote raised fears over clearing the way for an assault.", "assault", "planned", "hypothetical"),
        ("There was no real hope of ousting the junta.", "ousting", "negated", "hypothetical"),
        ("They are safe from any planned offensive.", "offensive", "negated", "hypothetical"),
        ("The rebels will not talk until the king apologizes.", "apologizes", "happened", "hypothetical"),
        ("Togo denied any part in the raid and closed its airspace.", "closed", "negated", "happened"),
        ("Togo denied that it had shelled and robbed the port.", "robbed", "negated", "negated"),
        ("Togo denied having shelled and robbed the port.", "robbed", "negated", "negated"),
        ("Guards refrained from using tear gas.", "tear gas", "happened", "negated"),
        ("The last thing I would do is attack them.", "attack", "happened", "negated"),
        ("The mayor should instead call upon them to leave.", "call upon", "happened", "hypothetical"),
        ("The general had the authority to use gas.", "use", "happened", "hypothetical"),
        ("They ask why the army did not take the port.", "take", "happened", "negated"),
        ("The port hasn’t yet been closed.", "closed", "ongoing", "negated"),
        ("Ruiz warned that if Norland attacks, the pact will answer.", "attacks", "ongoing", "hypothetical"),
        ("A round of talks on fish was held in May.", "talks", "planned", "happened"),
        ("Norland is urging the council to meet.", "urging", "happened", "ongoing"),
        ("The guards have arrested no one.", "arrested", "happened", "negated"),
        ("Not one of those ports searched the ships.", "searched", "happened", "negated"),
        ("The ministry was slow to send help.", "send", "negated", "happened"),
        ("It confirmed that the withdrawal has been slowed.", "withdrawal", "negated", "ongoing"),
        ("She would meet them provided that the group withdrew.", "withdrew", "happened", "hypothetical"),
        ("He will halt the talks unless they stopped.", "stopped", "happened", "hypothetical"),
        ("It warned of a response if the envoy was not released.", "released", "negated", "hypothetical"),
        ("A warrant was issued for his arrest.", "arrest", "happened", "hypothetical"),
        ("Warrants for Ruiz's arrest were issued in May.", "arrest", "happened", "hypothetical"),
        ("The court issued an arrest warrant for him.", "arrest warrant", "happened", "hypothetical"),
        ("The court issued an arrest warrant for him.", "arrest", "happened", "hypothetical"),
        ("He said any decision to supply arms would be wrong.", "supply", "ongoing", "hypothetical"),
        ("Togo denied any part in the raid.", "raid", "negated", "happened"),
        ("Togo has no link to last week's raid.", "raid", "negated", "happened"),
        ("Togo failed to live up to the new accord.", "accord", "negated", "happened"),
        ("Togo did not hesitate to expel him.", "expel", "negated", "happened"),
        ("Police moved fast, not hesitating to make arrests.", "arrests", "negated", "happened"),
        ("Togo denied reports that it was arming rebels.", "arming", "ongoing", "negated"),
        ("Togo denies claims that two envoys had been shot.", "shot", "happened", "negated"),
        ("Officials deny arrests in Lund.", "arrests", "happened", "negated"),
        ("Togo denied any secret talks with Chad.", "talks", "happened", "negated"),
        ("Togo denied reports of clashes at the port.", "clashes", "ongoing", "negated"),
        ("She announced the full withdrawal of 300 troops.", "withdrawal", "happened", "planned"),
        ("Togo is weighing new tariffs on rice.", "tariffs", "ongoing", "hypothetical"),
        ("Togo was considering whether to close the port.", "close", "ongoing", "hypothetical"),
    ],
)
def test_words_that_govern_an_act_decide(text: str, act: str, read: str, status: str) -> None:
    assert _status(text, act, read) == status


@pytest.mark.parametrize(
    ("text", "act", "read"),
    [
        ("The rebels may have used the shells.", "used", "happened"),
        ("They voted to leave the bloc.", "leave", "planned"),
        ("The king asked the cooks and left to meet Togo.", "meet", "happened"),
        ("They may be willing to talk.", "willing", "happened"),
        ("In May police closed the port.", "closed", "happened"),
        ("Prices fall if trade talks go on.", "talks", "ongoing"),
        ("Norland is willing to talk.", "willing", "happened"),
        ("Norland was urging the council to meet.", "urging", "happened"),
        ("Ask him if he attacked the port.", "attacked", "happened"),
        ("They arrested no one but the mayor.", "arrested", "happened"),
        ("Support from abroad sending food was vital.", "sending", "happened"),
        ("The port could be closed on Friday.", "closed", "planned"),
        ("Police stayed until the crowd attacked.", "attacked", "happened"),
        ("The army attacked, fearing a coup.", "attacked", "happened"),
        ("They never attacked.", "attacked", "negated"),
        ("Asked if the guards attacked, he nodded.", "attacked", "happened"),
        ("He provided letters he had exchanged.", "exchanged", "happened"),
        ("A warrant was served after his arrest.", "arrest", "happened"),
        ("Togo considers closing the port, she warned.", "closing", "happened"),
        ("Crews were able to save the crew.", "save", "happened"),
        ("We reserve the right to respond.", "respond", "happened"),
        ("She did not endorse him until May.", "endorse", "happened"),
        ("They should stop the shelling, he said.", "stop", "happened"),
        ("They did not only shell the port.", "shell", "happened"),
        ("Guards did not immediately open the gate.", "open", "happened"),
        ("Togo denied a raid on the port.", "raid", "negated"),
        ("Togo denied reports that it fell and accused the rebels.", "accused", "happened"),
        ("She announced the arrest of 300 men.", "arrest", "happened"),
    ],
)
def test_elsewhere_the_reading_of_the_model_stays(text: str, act: str, read: str) -> None:
    assert _status(text, act, read) == read


@pytest.mark.parametrize(
    ("text", "act", "type_", "status"),
    [
        ("Togo said it would quit the pact.", "quit", "SANCTION", "planned"),
        ("Togo will also impose the tolls.", "impose", "SANCTION", "planned"),
        ("Togo said it would lift the ban if the raids ended.", "lift", "CONCEDE", "hypothetical"),
        ("Togo has not ruled out closing its ports.", "closing", "COERCE", "hypothetical"),
        ("Togo said it would hit back.", "hit back", "THREATEN", "happened"),
        ("Togo said it would no longer heed the pact.", "no longer heed", "SANCTION", "happened"),
    ],
)
def test_what_will_be_done_is_planned_unless_to_say_so_does_it(text: str, act: str, type_: str, status: str) -> None:
    assert _status(text, act, "happened", type_) == status


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 9), st.sampled_from(["happened", "negated"]))
def test_any_text_has_a_status(text: str, at: int, length: int, read: str) -> None:
    act = Span(min(at, len(text)), min(at + length, len(text)))
    assert status_by_words(text, Span(0, len(text)), act, read, "AID") in (
        "happened",
        "negated",
        "hypothetical",
        "ongoing",
    )

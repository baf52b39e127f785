from __future__ import annotations

import pytest

from dateline.resolve.when.direction import FUTURE, PAST, UNKNOWN, sense_of
from dateline.resolve.when.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Ministers will meet on Friday", FUTURE),
        ("Ministers met on Friday", PAST),
        ("On Friday ministers will meet", FUTURE),
        ("On Friday ministers met", PAST),
        ("Officials said Friday that they will meet", PAST),
        ("Officials said they will meet Friday", FUTURE),
        ("Talks will be held Friday", FUTURE),
        ("Talks were scheduled for Friday", FUTURE),
        ("Talks were due to begin Friday", FUTURE),
        ("The soldiers spoke after going into battle Friday", PAST),
        ("Talks failed due to rain Friday", PAST),
        ("The envoy agreed to return Friday", FUTURE),
        ("The envoy failed to return Friday", PAST),
        ("They gathered to protest Friday", PAST),
        ("Envoy to return Friday", FUTURE),
        ("He could have left Friday", PAST),
        ("A still unspecified day in Friday", UNKNOWN),
        ("Will Smith sang Friday", PAST),
        ("Ahead of the trip, the ministry on Friday issued a warning", PAST),
        ("They will discuss Friday's deadly attack", PAST),
        ("They will vote in Friday's election", FUTURE),
        ("The offer had been due to expire Friday", PAST),
        ("Their vacation plans on Friday", UNKNOWN),
        ("The ministry on Friday tried to calm those who want to march", PAST),
        ("The case is heard in Friday", UNKNOWN),
        ("The presidents are meeting on Friday", FUTURE),
        ("Police are investigating a shooting on Friday", PAST),
        ("It is at odds with statements Friday and will change", PAST),
        ("The hearing could be worse than Friday's", PAST),
        ("Friday's vote to leave the bloc was close", PAST),
        ("A deal was worked out and may be signed as early as Friday", FUTURE),
        ("The rally had been planned for Friday and will be missed", PAST),
        ("The move follows Friday's pledge to withdraw", PAST),
        ("The envoy plans to have dinner on Friday", FUTURE),
        ("He will also meet generals, lawyers, and judges at the palace on Friday", FUTURE),
        ("He met generals, lawyers, and on Friday he will meet judges", FUTURE),
        ("Speaking to reporters on Friday, the minister said talks failed", PAST),
        ("The gathering on Friday so far appears to confirm fears", UNKNOWN),
        ("He left for home as planned on Friday", PAST),
        ("After signing a truce Friday to free hostages, he fled", PAST),
        ("He hosted envoys from Mali, Niger, and Chad Friday to find a way out", PAST),
        ("The staff will meet until the ministry late Friday said it agreed", PAST),
        ("Friday is the deadline", FUTURE),
        ("The port has been shut since Friday and will reopen", PAST),
        ("The ministry, despite Friday's failure, will go on", PAST),
        ("Parliament has called ministers back to vote on a plan on Friday", FUTURE),
        ("Police have been told to search homes during a curfew Friday", PAST),
        ("A truce that all agreed to on Friday will hold", PAST),
        ("The cuts that are to hit schools on Friday", FUTURE),
        ('She had "gone home to see her friends on Friday', PAST),
        ("The rebels struck early — on Friday", PAST),
        ("The opening ceremony is Friday", FUTURE),
        ("The vote is on Friday", FUTURE),
        ("The sanctions take effect Friday", FUTURE),
        ("The trial begins Friday", FUTURE),
        ("He is now due to testify on Friday", FUTURE),
        ("After the announcement Friday that he would leave, calm returned", PAST),
        ("The senator, speaking with reporters on Friday, will not resign", PAST),
        ("She will leave, with a friend tweeting on Friday that she must", PAST),
        ("The town had come under fire, starting Friday, after a soldier was seized", PAST),
        ("It is not known what links, if any, Friday's gunmen may show", FUTURE),
        ("It is not known what links, if any, Friday's gunmen had", PAST),
        ("Friday", UNKNOWN),
    ],
)
def test_the_nearest_cue_decides(text: str, sense: int) -> None:
    tokens = tokenize(text)
    at = next(i for i in range(len(tokens.codes)) if tokens.word(i) == "friday")
    assert sense_of(tokens, at, at + 1, 0, len(tokens.codes)).way == sense


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("He was arrested in May", True),
        ("He will leave in May", True),
        ("They agreed to leave in May", False),
        ("The trial was postponed to May", False),
        ("The party has won votes in May", False),
        ("He said in May", True),
        ("He left to win votes in May", False),
    ],
)
def test_promises_and_verbs_that_tell_are_not_sure(text: str, sure: bool) -> None:
    tokens = tokenize(text)
    at = next(i for i in range(len(tokens.codes)) if tokens.word(i) == "may")
    assert sense_of(tokens, at, at + 1, 0, len(tokens.codes)).sure is sure


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("They were to meet in May", True),
        ("The vote was scheduled for May", True),
        ("They fought to win in May", False),
        ("Workers gather outside to protest in May", True),
        ("The army could leave in May", True),
        ("The army will leave in May", False),
        ("The vote is scheduled for May", False),
    ],
)
def test_aims_chances_and_plans_of_the_past_are_loose(text: str, loose: bool) -> None:
    tokens = tokenize(text)
    at = next(i for i in range(len(tokens.codes)) if tokens.word(i) == "may")
    assert sense_of(tokens, at, at + 1, 0, len(tokens.codes)).loose is loose

from __future__ import annotations

import pytest

from dateline.codebooks.codebook import SHIPPED, Codebook
from dateline.coders.model import ModelCoder
from dateline.coders.phrases import SURELY, Phrases, Settled
from dateline.records.annotation import Annotation, Trigger
from dateline.records.article import Sentence
from dateline.records.span import Span

BOOK = Codebook.load()
PHRASES = Phrases(BOOK.phrases)


def trigger(text: str, act: str, *types: str) -> Trigger:
    start = text.index(act)
    scored = tuple((t, 0.9 - 0.3 * n) for n, t in enumerate(types))
    return Trigger(Span(start, start + len(act)), 0, scored, (), (("happened", 0.9),), 0.4)


@pytest.mark.parametrize(
    ("text", "act", "types", "settled"),
    [
        ("Chad summoned the ambassador of Togo.", "summoned", ("REQUEST", "ACCUSE"), "ACCUSE disapprove"),
        ("The envoy of Togo was summoned.", "summoned", ("REQUEST", "ACCUSE"), "ACCUSE disapprove"),
        ("Togo lodged a strong protest with Chad.", "protest", ("PROTEST", "ACCUSE"), "ACCUSE disapprove"),
        ("Unions suspended an indefinite strike.", "suspended", ("COERCE", "CONCEDE"), "CONCEDE"),
        ("Togo dropped its objections to the pact.", "dropped", ("REJECT", "CONCEDE"), "CONCEDE"),
        ("Lund offered technical assistance to Togo.", "offered", ("SUPPORT", "AGREE"), "AGREE"),
        ("Lund promised to cut public spending.", "promised", ("THREATEN", "AGREE"), "AGREE"),
        ("The king touched down in Lome.", "touched down", ("ASSAULT", "CONSULT"), "CONSULT visit"),
        ("Lund restored full ties with Togo.", "restored", ("AGREE", "SUPPORT"), "SUPPORT"),
        ("Nine girls regained their freedom.", "regained", ("AGREE", "CONCEDE"), "RETREAT release"),
        ("Lund walked out of the peace talks.", "walked out", ("RETREAT", "REJECT"), "REJECT meet"),
        ("Nine lawmakers walked out.", "walked out", ("RETREAT", "PROTEST"), "PROTEST boycott"),
        ("Miners walked off the job.", "walked off", ("RETREAT", "PROTEST"), "PROTEST strike"),
        ("She began a hunger strike.", "hunger strike", ("ASSAULT", "THREATEN"), "PROTEST hunger"),
        ("The schoolgirls seized in May are safe.", "seized", ("COERCE", "ASSAULT"), "ASSAULT abduct"),
        ("Lund gave refuge to nine clerks.", "gave refuge", ("RETREAT", "CONCEDE"), "AID"),
        ("Lund slapped visa bans on nine clerks.", "slapped", ("COERCE", "CONCEDE"), "SANCTION discontinue"),
        ("Lund handed Togo two million crowns.", "handed", ("RETREAT", "AID"), "AID"),
        ("Togo pulled out of the trade pact.", "pulled out", ("RETREAT", "SANCTION"), "SANCTION withdraw"),
        ("Togo pulled out of the town.", "pulled out", ("RETREAT", "SANCTION"), None),
        ("Togo left the northern trade bloc.", "left", ("RETREAT", "SANCTION"), "SANCTION withdraw"),
        ("Togo left the seat of the bloc.", "left", ("RETREAT", "SANCTION"), None),
        ("Unions cancelled a mass march.", "cancelled", ("REJECT", "SANCTION"), "CONCEDE"),
        ("Lund cancelled a visit because of the march.", "cancelled", ("REJECT", "SANCTION"), None),
        ("Cooks ended their long strike.", "ended", ("RETREAT", "SANCTION"), "CONCEDE"),
        ("The bank approved a large loan to Togo.", "approved", ("AGREE", "AID"), "AGREE"),
        ("Togo reopened its airspace.", "reopened", ("RETREAT", "COERCE"), "CONCEDE"),
        ("They counted nine ceasefire violations.", "ceasefire", ("RETREAT", "CONCEDE"), "ASSAULT"),
        ("Guards fired rounds of tear gas.", "fired", ("PROTEST", "ASSAULT"), "ASSAULT crowd-control"),
        ("A cook was hurt by shrapnel.", "hurt", ("PROTEST", "ASSAULT"), "ASSAULT"),
        ("Togo summoned the envoy of Chad.", "summoned", ("REQUEST", "CONSULT"), "ACCUSE disapprove"),
        ("Miners staged a brief walkout.", "walkout", ("ACCUSE", "PROTEST"), "PROTEST strike"),
        ("Two cooks were deported.", "deported", ("SANCTION", "COERCE"), "COERCE deport"),
        ("Togo expelled nine thousand refugees.", "expelled", ("SANCTION", "COERCE"), "COERCE deport"),
        ("Togo is scrapping a fishing agreement.", "scrapping", ("REJECT", "SANCTION"), "SANCTION withdraw"),
        ("He was found guilty of fraud.", "found", ("SANCTION", "ACCUSE"), "SANCTION convict"),
        ("Six men were taken into custody.", "custody", ("COERCE", "ACCUSE"), "COERCE arrest"),
        ("The bus struck a landmine.", "struck", ("COERCE", "ACCUSE"), "ASSAULT explosives"),
        ("Raiders seized at least 40 schoolgirls.", "seized", ("COERCE", "ASSAULT"), "ASSAULT abduct"),
        ("Raiders seized the girls.", "seized", ("COERCE", "ASSAULT"), "ASSAULT abduct"),
        ("Raiders seized the town and the girls fled.", "seized", ("COERCE", "ASSAULT"), None),
        ("A drone strike hit the base.", "strike", ("THREATEN", "ASSAULT"), "ASSAULT drone"),
        ("Togo gave the envoy of Chad 48 hours to leave.", "gave", ("REQUEST", "AID"), "SANCTION expel"),
        ("Togo gave the raiders 48 hours to leave.", "gave", ("AID", "REQUEST"), "REQUEST"),
        ("Bus hits mine", "hits", ("COERCE", "ACCUSE"), "ASSAULT explosives"),
        ("Raiders torched the village.", "torched", ("PROTEST", "ASSAULT"), "ASSAULT destroy"),
        ("Nine shops were burned by rebels.", "burned", ("PROTEST", "ASSAULT"), "ASSAULT destroy"),
        ("Cooks torched the village.", "torched", ("PROTEST", "ASSAULT"), None),
        ("The bus struck the mine shaft.", "struck", ("COERCE", "ACCUSE"), None),
        ("Togo protested to the embassy of Chad.", "protested", ("PROTEST", "ACCUSE"), "ACCUSE disapprove"),
        ("Cooks protested to keep their pay.", "protested", ("PROTEST", "ACCUSE"), None),
        ("Two parties boycotted the session.", "boycotted", ("PROTEST", "REJECT"), "PROTEST boycott"),
        ("She pleaded not guilty.", "pleaded", ("CONCEDE", "REJECT"), "REJECT"),
        ("Chad restored diplomatic relations with Togo.", "restored", ("AGREE", "SUPPORT"), "SUPPORT"),
        ("Who marches will face prosecution.", "face", ("ACCUSE", "THREATEN"), "THREATEN"),
        ("The chief gave the men two days to leave Lome.", "gave", ("COERCE", "REQUEST"), "REQUEST"),
        ("The king accepted an invitation to Lome.", "accepted", ("SUPPORT", "AGREE"), "AGREE"),
        ("Togo expressed its readiness to talk.", "readiness", ("SUPPORT", "AGREE"), "AGREE"),
        ("Chad spoke of confidence in its willingness.", "willingness", ("SUPPORT", "AGREE"), None),
        ("The bank disbursed a loan of two million.", "disbursed", ("AGREE", "AID"), "AID"),
        ("Chad scrapped the fuel levy.", "scrapped", ("REJECT", "CONCEDE"), "CONCEDE"),
        ("Chad reopened two crossings.", "reopened", ("COERCE", "CONCEDE"), "CONCEDE"),
        ("They passed a resolution condemning the coup.", "condemning", ("ACCUSE", "REJECT"), "ACCUSE disapprove"),
        ("Chad would pay a heavy price.", "pay", ("ACCUSE", "THREATEN"), "THREATEN"),
        ("The king received the new ambassador and a delegation.", "received", ("SUPPORT", "CONSULT"), "CONSULT"),
        ("Thousands held a strong protest in Lome.", "protest", ("PROTEST", "ACCUSE"), None),
        ("Lund and Ystad swapped 40 prisoners.", "swapped", ("COOPERATE", "RETREAT"), "RETREAT release"),
        ("Two cooks were set free.", "set free", ("ASSAULT", "RETREAT"), "RETREAT release"),
        ("The house extended the state of exception.", "extended", ("SUPPORT", "COERCE"), "COERCE martial-law"),
        ("Guards evicted some 90 families.", "evicted", ("ASSAULT", "COERCE"), "COERCE deport"),
        ("The guard publicly flogged a trader.", "flogged", ("COERCE", "ASSAULT"), "ASSAULT beat"),
        ("The raiders took two cooks hostage.", "took", ("COERCE", "ASSAULT"), "ASSAULT abduct"),
        ("Nine clerks were whisked away.", "whisked", ("COERCE", "ASSAULT"), "ASSAULT abduct"),
        ("The town saw a pogrom.", "pogrom", ("PROTEST", "ASSAULT"), "ASSAULT"),
        ("Lund deploys 900 peacekeepers.", "deploys", ("AID", "MOBILIZE"), "MOBILIZE troops"),
        ("They asked Lund to deploy peacekeepers.", "deploy", ("AID", "MOBILIZE"), None),
        ("The agency delivered 200 tents.", "delivered", ("COOPERATE", "AID"), "AID"),
        ("Lund granted him asylum.", "granted", ("AGREE", "AID"), "AID"),
        ("The court summoned a witness.", "summoned", ("REQUEST", "ACCUSE"), None),
        ("Togo closed two of its consulates.", "closed", ("COERCE", "RETREAT"), "SANCTION withdraw"),
        ("Togo closed and emptied its embassy.", "emptied", ("RETREAT", "COERCE"), None),
        ("Togo closed two of its shops.", "closed", ("COERCE", "RETREAT"), None),
        ("The king sacked his trade minister.", "sacked", ("COERCE", "RETREAT"), "SANCTION"),
        ("The king fired at the minister.", "fired", ("ASSAULT", "SANCTION"), None),
        ("The ministry warned its citizens against a trip.", "warned", ("THREATEN", "ACCUSE"), "REQUEST change"),
        ("The ministry warned of a flood.", "warned", ("THREATEN", "REQUEST"), None),
        ("The king made calls to the sultans.", "calls", ("REQUEST", "CONSULT"), "CONSULT phone"),
        ("The king made the right call to stay.", "call", ("REQUEST", "CONSULT"), None),
        ("They kept the price cap on its gas.", "cap", ("COERCE", "SANCTION"), "SANCTION discontinue"),
        ("Togo offered to host the envoys.", "offered", ("CONSULT", "AGREE"), "AGREE"),
        ("Lund abstained from the vote.", "abstained", ("ACCUSE", "REJECT"), "REJECT"),
        ("She said she would not negotiate with Togo.", "negotiate", ("CONSULT", "REJECT"), "REJECT meet"),
        ("They hacked two cooks to death.", "hacked", ("COERCE", "ASSAULT"), "ASSAULT primitive"),
        ("He drove a van into a crowd of cooks.", "drove", ("ASSAULT", "COERCE"), "ASSAULT"),
        ("The king sacks two commanders.", "sacks", ("RETREAT", "SANCTION"), "SANCTION"),
        ("Lund recalls its envoy.", "recalls", ("ACCUSE", "SANCTION"), "SANCTION withdraw"),
        ("The judge found the old cook guilty.", "found", ("CONCEDE", "SANCTION"), "SANCTION convict"),
        ("The bloc suspended Togo.", "suspended", ("COERCE", "SANCTION"), "SANCTION expel"),
        ("Cooks call off strike", "call off", ("REQUEST", "COERCE"), "CONCEDE"),
        ("The guild dropped its opposition to the tax.", "dropped", ("REJECT", "ACCUSE"), "CONCEDE"),
        ("The king declared a nightly curfew.", "declared", ("COERCE", "REJECT"), "COERCE curfew"),
        ("Guards confiscated six rifles.", "confiscated", ("ASSAULT", "AID"), "COERCE seize"),
        ("Two cooks glued themselves to the gate.", "glued", ("MOBILIZE", "COERCE"), "PROTEST obstruct"),
        ("Togo mobilised its reserves.", "mobilised", ("COERCE", "MOBILIZE"), "MOBILIZE troops"),
        ("Togo reopened its consulate in Lund.", "reopened", ("RETREAT", "CONCEDE"), "SUPPORT"),
        ("Togo and Chad signed a memorandum on fish.", "signed", ("AGREE", "SUPPORT"), "SUPPORT"),
        ("Lund recalls its tea.", "recalls", ("ACCUSE", "SANCTION"), None),
        ("Togo stripped him of citizenship.", "stripped", ("REJECT", "SANCTION"), "SANCTION"),
        ("The cooks and guards exchanged fire.", "exchanged", ("COOPERATE", "RETREAT"), "ASSAULT"),
        ("The cooks exchanged letters.", "exchanged", ("COOPERATE", "ASSAULT"), None),
        ("Lund closed its border.", "closed", ("SANCTION", "COERCE"), "COERCE restrict"),
        ("The king dissolved parliament.", "dissolved", ("SANCTION", "RETREAT"), "COERCE restrict"),
        ("The sugar dissolved.", "dissolved", ("SANCTION", "RETREAT"), None),
        ("Cooks staged a sit-in.", "sit-in", ("MOBILIZE", "PROTEST"), "PROTEST demo"),
        ("Lund backed the bill.", "backed", ("AGREE", "SUPPORT"), "SUPPORT"),
        ("Lund endorsed Togo.", "endorsed", ("AGREE", "SUPPORT"), "SUPPORT"),
        ("Both signed the peace accord.", "signed", ("AGREE", "SUPPORT"), "SUPPORT"),
        ("Its embassy will remain closed.", "closed", ("COERCE", "SANCTION"), "SANCTION withdraw"),
        ("It warned U.S. citizens against a trip.", "warned", ("THREATEN", "ACCUSE"), "REQUEST change"),
        ("He drove a van into a tree.", "drove", ("ASSAULT", "COERCE"), None),
        ("The convoy came under mortar fire.", "came", ("ASSAULT", "ACCUSE"), "ASSAULT"),
        ("The minister came under fire from critics.", "came", ("ACCUSE", "ASSAULT"), None),
        ("The guards committed a massacre.", "committed", ("ACCUSE", "ASSAULT"), "ASSAULT"),
        ("Guards rounded up nine students.", "rounded up", ("MOBILIZE", "COERCE"), "COERCE arrest"),
        ("She pleaded guilty.", "pleaded", ("CONCEDE", "REJECT"), None),
        ("Two parties boycotted the session.", "boycotted", ("REJECT", "COERCE"), None),
    ],
)
def test_what_phrases_settle(text: str, act: str, types: tuple[str, ...], settled: str | None) -> None:
    found = PHRASES.settled(text, Span(0, len(text)), trigger(text, act, *types).span, types)
    told = None if found is None else " ".join(filter(None, (found.type, found.mode)))
    assert told == settled


def test_a_phrase_tells_the_mode_of_what_was_read_as_another_type() -> None:
    text = "Chad summoned the ambassador of Togo."
    summoned = trigger(text, "summoned", "REQUEST", "ACCUSE")
    read = Annotation((Sentence(0, 0, len(text)),), (), (summoned,), ())
    [draft] = ModelCoder(BOOK, phrases=PHRASES).code(text, read)
    assert (draft.type, draft.modes, draft.settled is not None) == ("ACCUSE", ("disapprove",), True)


def test_no_key_stands_twice() -> None:
    lines = (SHIPPED / "plover" / "phrases.yaml").read_text(encoding="utf-8").splitlines()
    keys = [line for line in lines if line.endswith(":") and not line.startswith((" ", "#"))]
    assert sorted(keys) == sorted(f"{told}:" for told in BOOK.phrases)


def test_keys_name_a_type_and_a_mode_of_it() -> None:
    for told in BOOK.phrases:
        type_, _, mode = told.removesuffix(SURELY).partition(" ")
        assert type_ in BOOK.types and (not mode or mode in BOOK.types[type_].modes)


def test_a_phrase_without_a_mode_tells_none() -> None:
    found = Phrases({"AID": ["sent food"]}).settled("They sent food.", Span(0, 15), Span(5, 9), ["AID"])
    assert found == Settled("AID", None, "sent food", Span(5, 14))

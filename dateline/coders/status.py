"""Whether an act happened: what the words beside it say where the model reads over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.fixed import fixed
from dateline.records.span import Span

_ADVERBS = r"(?:(?:\w+ly|also|yet|still|soon|even|now|then|well|again|either|instead|ever|both|further)\s+)*"
_MODALS = ("could", "might", "may")
_MODAL = rf"(?:{'|'.join(_MODALS)})"
_CAUSES = (
    r"(?:fuel|trigger|spark|prompt|provoke|lead\s+to|result\s+in|cause|bring|invite|pave\s+the\s+way\s+for|set\s+off"
    r"|usher\s+in|be\s+(?:aimed|used|meant|intended|followed)\s+(?:at|to|for|by))"
)
_WEIGHED = (
    r"(?i:support(?:s|ed|ing)?(?:\s+for)?|favou?r(?:s|ed|ing)?|oppos(?:es?|ed|ing)|opposition\s+to|propos(?:es?|ed|ing)"
    r"|(?:idea|possibility|prospect|option|risk|danger|chance|hope)s?\s+of|fears?\s+(?:of|over|about))"
)
_NOUNS = r"(?:(?:an?|the|its|their|his|her|such)\s+)?(?:[\w’'-]+\s+){0,2}"
_TOLD = ("happened", "ongoing")
_DEEDS = frozenset({
    "CONCEDE", "RETREAT", "AID", "COOPERATE", "CONSULT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"
})  # fmt: skip
"""Types that are no mere words: of these "will" tells what is to come, whereas "will not yield" rejects at once."""
_WILL = rf"\b(?:would|will)\s+{_ADVERBS}(?:continue\s+to\s+|be\s+)?{_ADVERBS}"
_GERUND = re.compile(r"[\w-]+ing\b")
_DEED = re.compile(r"(?!willing|ready|able)")
DENIED = (
    r"\s+(?:(?:reports|rumou?rs|claims|allegations)\s+of\s+)?(?:any\s+|(?:having|holding|carrying\s+out)\s+(?:any\s+)?)?"
    r"(?:(?:new|secret|further|direct)\s+)?"
)
"""What stands between a denial and a deed that was not done, by those who deny it."""
DENIABLE = re.compile(
    r"(?:abductions?|air\s?strikes?|arrests?|attacks|beatings|bombings|clashes|contacts?|deals?|deployments?|detentions?"
    r"|executions?|incursions?|killings?|meetings?|negotiations|raids|retreats?|shelling|strikes|talks|torture|withdrawals?)\b"
)


@fixed()
class Rule:
    """A status that words give to an act that the model read as one of `read`.

    `before` has to end at the act, `after` to begin there; `act` has to fit the act itself. `parts` are letters one of
    which stands in all that `before` fits: looking for them is faster by far. Where `types` are named, the model has to
    read one of them.
    """

    status: str
    read: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str] = re.compile("")
    act: re.Pattern[str] = re.compile("")
    parts: tuple[str, ...] = ("",)
    types: frozenset[str] = frozenset()


def _ends(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern}\Z")


RULES = (
    # "could accept", "can and may declare", "may soon be recalled"; "may have used" tells of what may be past
    Rule("hypothetical", _TOLD, _ends(rf"\b{_MODAL}\s+{_ADVERBS}(?:be\s+{_ADVERBS})?"), act=_DEED,
         parts=_MODALS),
    # "could fuel new calls", "might lead to a war"
    Rule("hypothetical", _TOLD, _ends(rf"\b{_MODAL}\s+{_ADVERBS}{_CAUSES}\s+{_NOUNS}"), parts=_MODALS),
    # "support for sending troops", "43% supported deploying them", "the idea of bombing"
    Rule("hypothetical", (*_TOLD, "negated"), _ends(rf"\b{_WEIGHED}\s+"), act=_GERUND),
    # "fears of a new assault", "no hope of a deal", "fears over clearing the way for an assault"
    Rule("hypothetical", (*_TOLD, "planned"), _ends(r"\b[Ff]ears?\s+(?:of|over|about)\s+[^.,;:]{0,60}"), act=_DEED,
         parts=("ear",)),
    Rule("hypothetical", (*_TOLD, "negated"), _ends(
        rf"\b(?:[Nn]o|[Ll]ittle)\s+(?:\w+\s+)?(?:hope|prospect|chance)s?\s+of\s+{_NOUNS}"),
        parts=("hope", "prospect", "chance")),
    # "any planned offensive", "any potential easing"
    Rule("hypothetical", (*_TOLD, "negated"), _ends(r"\bany\s+(?:planned|future|possible|potential)\s+(?:[\w-]+\s+)?"),
         parts=("any",)),
    # "will not talk until it apologises", "would refuse unless"
    Rule("hypothetical", _TOLD, _ends(
        r"\b(?:will|would|wo)(?:\s+not|n[’']t)\b[^.;:]{0,80}\b(?:until|unless)\s+(?:[\w’'-]+\s+){1,3}"), act=_DEED,
        parts=("until", "unless")),
    # "provided that they withdrew", "will stay unless they stopped"; "asked if they stopped" is no condition
    Rule("hypothetical", (*_TOLD, "negated"), _ends(
        r"(?:\b(?:unless|provided\s+that|on\s+condition\s+that)|(?:^|[“\"]|\b(?:would|will|warn\w*|threat\w+|vow\w*)\b[^.;?]{0,80})"
        r"\b[Ii]f)\s+(?:(?!if\b)[\w’'-]+\s+){1,4}?"
        r"(?:(?:was|were|is|are|has|have|had|did|does|do)(?:\s+not|n[’']t)?\s+(?:been\s+)?)?"), act=re.compile(
        r"\w+(?:ed|en)\b|withdrew|struck|broke|fought|shot|hit|met|sent|gave|left|held|took|cut|quit|went|came|put|made"),
        parts=("if", "If", "unless", "provided", "condition")),
    # "would ease sanctions if the talks went well"
    Rule("hypothetical", _TOLD, _ends(rf"\bwould\s+{_ADVERBS}(?:be\s+)?{_ADVERBS}"), re.compile(r"[^.;“”\"]*\bif\b"),
         act=_DEED, parts=("would",), types=_DEEDS),
    # "said it would withdraw from the pact", "will impose the tariffs"
    Rule("planned", _TOLD, _ends(_WILL), act=re.compile(r"(?!willing|ready|able|no\b|not\b|never\b|neither\b)"),
         parts=("would", "will"), types=_DEEDS),
    # "has not ruled out closing the border"
    Rule("hypothetical", (*_TOLD, "negated"), _ends(
        r"\b(?:(?:not|never|n[’']t)\s+|refus\w+\s+to\s+|without\s+)(?:yet\s+)?rul(?:e|ed|ing)\s+out\s+"
        rf"(?:(?:the\s+(?:possibility|prospect)|any\s+possibility)\s+of\s+)?{_NOUNS}"), parts=("rul",)),
    # "is weighing new sanctions"; where the model reads a threat that was uttered, it was
    Rule("hypothetical", ("ongoing",), _ends(
        r"\b(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat(?:e|es|ed|ing))\s+"
        r"(?:whether\s+to\s+)?(?:(?:the\s+prospect\s+of|impos(?:e|ing)|an?|the|further|new|more|fresh|additional|possible)\s+){0,3}"),
        act=_DEED, parts=("consider", "weigh", "mull", "contemplat")),
    # "a warrant was issued for his arrest"
    Rule("hypothetical", _TOLD, _ends(r"\b[Ww]arrants?\b[^.;:]{0,40}\bfor\s+(?:[\w’'-]+\s+){0,2}"), act=re.compile(
        r"arrests?\b"), parts=("arrant",)),
    Rule("hypothetical", _TOLD, re.compile(""), re.compile(r"\s+warrants?\b"), re.compile(r"arrest\Z")),
    Rule("hypothetical", _TOLD, re.compile(""), act=re.compile(r"(?:international\s+)?arrest\s+warrants?\Z")),
    # "any decision to supply arms would be a mistake"
    Rule("hypothetical", _TOLD, _ends(
        r"\b[Aa]ny\s+(?:decision|move|attempt|plan|effort|step|bid)s?\b[^.;:,]{0,30}\bto\s+(?:\w+ly\s+)?"),
        parts=("ny ",)),
    # "had the authority to use force", "the right to strike back"; who "was able to" has mostly done it
    Rule("hypothetical", _TOLD, _ends(
        r"(?<!reserve the )(?<!reserves the )(?<!reserved the )"
        r"\b(?:(?:authorit|abilit|capabilit)(?:y|ies)|powers?|capacity|right|permission|licen[cs]e|mandate)\s+to\s+"
        r"(?:\w+ly\s+)?(?:be\s+)?"), act=_DEED,
        parts=("authorit", "abilit", "power", "capacity", "right", "permission", "licen", "mandate")),
    # "the mayor should call upon them" tells of no call; "they should stop" is one
    Rule("hypothetical", _TOLD, _ends(rf"\b(?:should|ought\s+to)\s+(?:instead\s+)?{_ADVERBS}"), act=re.compile(
        r"(?:call|urge|ask|demand|press|condemn|denounce|critici[sz]e|accuse|apologi[sz]e|reject|refuse|agree|offer|pledge|promise"
        r"|support|praise|recogni[sz]e)\b"), parts=("should", "ought")),
    # "did not take the town"; "did not only take it" and "did not take it until May" say that it did
    Rule("negated", _TOLD, _ends(
        r"\b(?:did|does|do|has|have|had|was|were)(?:\s+not|n[’']t)\s+(?:(?:yet|ever|actually|directly)\s+)?(?:been\s+|being\s+)?"),
        re.compile(r"(?![^.;]*\buntil\b)"), parts=("not", "n’t", "n't")),
    # "refrained from using tear gas"
    Rule("negated", _TOLD, _ends(
        r"\brefrain(?:s|ed|ing)?\s+from\s+(?:(?:using|any|carrying\s+out|making|taking|further)\s+){0,2}"),
        parts=("refrain",)),
    # "the last thing I would do is attack"
    Rule("negated", (*_TOLD, "hypothetical", "planned"), _ends(
        r"\b[Tt]he\s+last\s+thing\b[^.;:,]{0,30}\b(?:would|will|want|wants|wanted)\b(?:\s+to)?(?:\s+do)?(?:\s+is)?(?:\s+to)?\s+"),
        parts=("thing",)),
    # "not one of them voted"
    Rule("negated", _TOLD, _ends(r"\b[Nn]ot\s+(?:a\s+single\s+)?one\s+of\s+(?:[\w’'-]+\s+){1,4}"),
         parts=("one",)),
    # "if Norland attacks, we will answer"; behind "if" a noun may name what is known ("if trade talks go on")
    Rule("hypothetical", _TOLD, _ends(
        r"\b[Ii]f\s+(?:any\s+(?:country|state|party)|(?!The\b)[A-Z][\w-]+|it|he|she|they|we)\s+(?:ever\s+|again\s+)?"),
        act=re.compile(r"(?!\w+(?:ed|ing)\b)[a-z]"), parts=("if ", "If ")),
    # "the first round of talks on borders was held on Friday"
    Rule("happened", ("planned",), re.compile(""), re.compile(r"[^.;,]{0,40}\b(?:was|were)\s+(?:also\s+)?held\b"),
         act=re.compile(r"(?:talks|meetings?|negotiations|consultations|discussions|summits?)\b", re.IGNORECASE)),
    # "have arrested no one"
    Rule("negated", _TOLD, re.compile(""), re.compile(r"\s+(?:no\s?one|nobody)\b(?!\s+(?:else|but))")),
    # "is urging the north to yield"
    Rule("ongoing", ("happened",), _ends(
        r"\b(?:is|are|has\s+been|have\s+been)\s+(?:now\s+|still\s+|also\s+|currently\s+)?"),
         act=re.compile(r"(?!willing)[\w-]+ing\b"), parts=("is", "are", "been")),
    # "neither confirmed nor denied the arrest of two men": it is told as known
    Rule("happened", ("negated",), _ends(
        r"\b(?:neither|not|never|n[’']t)\s+(?:\w+ly\s+)?(?:either\s+)?confirm(?:ed|s|ing)?\s+n?or\s+den(?:y|ies|ied|ying)\s+"
        r"(?:the|this|these|last|[A-Z]\w+['’]s)\s+(?:[\w’'-]+\s+){0,2}"), parts=("confirm",)),
    # "voted to impeach the governor": the vote is the act; who votes to leave a bloc has still to do so
    Rule("happened", ("planned",), _ends(r"\bvot(?:e|es|ed|ing)\s+(?:\w+ly\s+)?(?:[\d–-]+\s+)?to\s+"), act=re.compile(
        r"(?:approve|authori[sz]e|back|censure|condemn|convict|denounce|impeach|legali[sz]e|override|pass|ratify|recogni[sz]e"
        r"|reject|repeal|revoke|support)\b"), parts=("vot",)),
    # "called on others to condemn the raid": asked of them
    Rule("hypothetical", _TOLD, _ends(
        r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|call(?:s|ed|ing)?\s+(?:up)?on|wants?|wanted|appeal(?:s|ed|ing)?\s+to"
        r"|encourag(?:e|es|ed|ing)|begg(?:ed|ing)|plead(?:s|ed|ing)?\s+with)\s+(?:(?!to\b|and\b|but\b|who\b|which\b|after\b)[\w’'.-]+\s+){1,5}"
        r"to\s+(?:\w+ly\s+)?"), act=re.compile(r"(?!have\b)[a-z]+\b"), parts=(" to ",)),
    # "denied any role in the attack": what is known happened
    Rule("happened", ("negated",), _ends(
        r"\b(?:role|involvement|part|hand|responsibility|connections?|links?|complicity)\s+(?:in|for|to|with)\s+"
        r"(?:the|this|that|last|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day[’']s|\s+[\w’'-]+)?\s+(?:[\w-]+\s+)?"),
        parts=("role", "involvement", "part", "hand", "responsibility", "connection", "link", "complicity")),
    # "denied any part in the raid and closed its airspace"
    Rule("happened", ("negated",), _ends(
        r"\b[Dd]en(?:ied|ies)\s+(?:(?:any|the|all|its|his|her|their|such)\s+)?(?!(?:that|it|he|she|they|we)\b)"
        r"(?:(?!\w+ing\b|that\b|and\b|or\b)[\w’'-]+\s+){1,6}and\s+(?:(?:\w+ly|also|then|has|have)\s+)?"),
        act=re.compile(r"(?!(?:called|said)\b)(?:\w+ed|shut|sent|cut|struck|took|withdrew|left|held|gave|broke)\b"),
        parts=("deni",)),
    # "failed to live up to the pact"
    Rule("happened", ("negated",), _ends(
        rf"\b(?:live\s+up\s+to|abide\s+by|honou?r|comply\s+with|stick\s+to|fulfil\w*|implement)\s+{_NOUNS}"),
        act=re.compile(r"(?:agreement|deal|accord|pact|promise|pledge|commitment|truce|cease-?fire)s?\b"),
        parts=("live", "abide", "hono", "comply", "stick", "fulfil", "implement")),
    # "did not hesitate to condemn", "did not take long to strike back"
    Rule("happened", ("negated",), _ends(
        r"(?:\bnot|n[’']t|\bnever)\s+(?:hesitat\w*|take\s+long|wait\s+long|fail\w*|shy\s+away|shrink)\s+(?:to|from)\s+"
        r"(?:(?:make|making|carry\s+out|carrying\s+out|use|using)\s+)?"),
        parts=("hesitat", "long", "fail", "shy", "shrink")),
    # "denied reports that it was arming rebels", "denied claims that twelve had been shot"
    Rule("negated", (*_TOLD, "planned"), _ends(
        r"\b[Dd]en(?:y|ies|ied|ying)\s+(?:[\w’'-]+\s+){0,4}"
        r"(?:accusations?|claims?|allegations?|reports?|suggestions?|assertions?|charges?)\s+that\s+"
        r"(?:(?!and\b|but\b|while\b|after\b|who\b|which\b)[\w’'-]+\s+){1,5}?(?:is|are|was|were|has|have|had)\s+(?:been\s+)?"),
        parts=("deny", "deni")),
    # "denied arrests", "deny any talks with the rebels", "denied reports of clashes"; "denied the attack" tells of one
    Rule("negated", (*_TOLD, "planned"), _ends(rf"\b[Dd]en(?:y|ies|ied|ying){DENIED}"), act=DENIABLE,
         parts=("deny", "deni")),
    # "announced the withdrawal of 300 troops" tells what will be
    Rule("planned", _TOLD, _ends(
        r"\bannounc(?:e|es|ed|ing)\s+(?:the|an?|its|their|his|her)\s+(?:[\w-]+\s+){0,2}"), act=re.compile(
        r"(?:withdrawal|pull-?out|draw-?down|pull-?back)s?\b"), parts=("announc",)),
    # "was slow to send help" says that it came; "the withdrawal has been slowed" that it goes on
    Rule("happened", ("negated",), _ends(r"\b(?:was|were|been|is|are|too|being)\s+slow\s+to\s+"), parts=("slow",)),
    Rule("ongoing", ("negated",), re.compile(""), re.compile(
        r"\s+(?:has|have|had|was|were|is|are)\s+(?:been\s+)?slow(?:ed|ing)\b")),
)  # fmt: skip
"""The first that fits decides."""
_RULES_OF = {read: tuple(rule for rule in RULES if read in rule.read) for rule in RULES for read in rule.read}


def status_by_words(text: str, sentence: Span, act: Span, read: str, type_: str) -> str:
    """The status of an act of a type: what the model `read`, or what the words that govern the act say instead."""
    return next(_fitting(text, sentence, act, read, type_), read)


def _fitting(text: str, sentence: Span, act: Span, read: str, type_: str) -> Iterator[str]:
    before, after, words = text[sentence.start : act.start], text[act.end : sentence.end], act.of(text)
    for rule in _RULES_OF.get(read, ()):
        if rule.types and type_ not in rule.types:
            continue
        for part in rule.parts:  # a loop: most sentences have none of them, and this is asked for each act
            if part in before:
                break
        else:
            continue
        if rule.act.match(words) and rule.after.match(after) and rule.before.search(before):
            yield rule.status

"""Decisions of one store made in another: the corrections of colleagues who worked on copies of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.errors import InputError
from dateline.exporters.values import value
from dateline.records import parse
from dateline.records.addition import Decided
from dateline.records.edit import Edit, IncidentEdit
from dateline.store import Store

Json = Mapping[str, Any]


@dataclass(slots=True)
class Applied:
    """What came of decisions: those made, how many hold here already, and of the others (by id) why they were not."""

    made: list[Decided] = field(default_factory=list)
    known: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def decisions(store: Store, *, withdrawn: bool = False) -> list[Decided]:
    """All that people decided in a store, oldest first; `withdrawn`: also what was undone."""
    made: list[Decided] = [*store.judgements(withdrawn=withdrawn), *store.edits(withdrawn=withdrawn)]
    made += store.incident_edits(withdrawn=withdrawn)
    made += store.additions(withdrawn=withdrawn)
    made += store.withdrawals(withdrawn=withdrawn)
    return sorted(made, key=lambda one: (one.at, one.id))


def apply(store: Store, lines: Iterable[Json], *, replace: bool = False) -> Applied:
    """Make the decisions of decision lines in a store, in the order in which they were made, by who made them and why.

    What was undone is passed over, what holds here already counts as known. Where somebody decided otherwise here,
    that stands and the line is refused, unless with `replace`. Raises InputError where a line is no decision.
    """
    done = Applied()
    for line in sorted(lines, key=_at):
        if line.get("withdrawn"):
            continue
        try:
            made = KINDS[line["record"]](store, line, replace)
        except InputError as error:
            done.refused.append((str(line["id"]), str(error)))
            continue
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{line.get('id')} is no decision that this Dateline knows ({error!r})") from None
        if made is None:
            done.known += 1
        else:
            done.made.append(made)
    return done


def _at(line: Json) -> str:
    if not (isinstance(line, Mapping) and line.get("record") in KINDS and isinstance(line.get("at"), str)):
        raise InputError("these are no decisions: `dateline decisions --json` writes them")
    return str(line["at"])


def _judgement(store: Store, line: Json, replace: bool) -> Decided | None:
    left, right = sorted((store.passage(line["left"]), store.passage(line["right"])))
    here = [j for j in store.judgements([left]) if sorted((j.left, j.right)) == [left, right]]
    verdicts = [(j.by, j.verdict, f"{j.by} judged them {j.verdict}: {j.reason}") for j in here]
    if _holds(verdicts, line["by"], line["verdict"], replace):
        return None
    return store.judge(line["verdict"], left, right, by=line["by"], reason=line["reason"])


def _edit(store: Store, line: Json, replace: bool) -> Decided | None:
    passage = store.passage(line["passage"])
    if _holds(_values(store.edits(passage), line["field"]), line["by"], line["value"], replace):
        return None
    return store.edit(passage, line["field"], line["value"], by=line["by"], reason=line["reason"])


def _incident_edit(store: Store, line: Json, replace: bool) -> Decided | None:
    here = store.incident_edits(line["incident"])
    if _holds(_values(here, line["field"]), line["by"], line["value"], replace):
        return None
    return store.edit_incident(line["incident"], line["field"], line["value"], by=line["by"], reason=line["reason"])


def _addition(store: Store, line: Json, replace: bool) -> Decided | None:
    if any(one.passage == line["passage"] for one in store.additions(line["article"])):
        return None
    return store.add_event(line["article"], parse.event(line["event"]), by=line["by"], reason=line["reason"])


def _withdrawal(store: Store, line: Json, replace: bool) -> Decided | None:
    if store.withdrawals([line["article"]]):
        return None
    return store.withdraw(line["article"], by=line["by"], reason=line["reason"])


def _values(here: Iterable[Edit | IncidentEdit], field: str) -> list[tuple[str, Any, str]]:
    """Who set a field to what, oldest first, and that in words."""
    some = [e for e in here if e.field == field]
    return [(e.by, e.value, f"{e.by} set {field} to {value(e.value)}: {e.reason}") for e in some]


def _holds(here: Sequence[tuple[str, Any, str]], by: str, wanted: Any, replace: bool) -> bool:
    """Whether it was decided so here, or by the same person before they changed their mind.

    InputError where somebody else decided otherwise last, unless with `replace`.
    """
    if not here:
        return False
    last_by, last, words = here[-1]
    if last == wanted or any((one, said) == (by, wanted) for one, said, _ in here):
        return True
    if last_by != by and not replace:
        raise InputError(words)
    return False


KINDS = {
    "judgement": _judgement,
    "edit": _edit,
    "incident_edit": _incident_edit,
    "addition": _addition,
    "article_withdrawal": _withdrawal,
}
"""By kind of line: the decision, made; None where it holds already. InputError where it cannot be or others decided."""

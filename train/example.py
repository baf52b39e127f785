"""The one shape that every corpus is turned into: spans of characters by layer, acts with their arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dateline.records.article import Sentence

Row = dict[str, Any]
Range = tuple[int, int]
Relation = tuple[Range | None, Range | None, str]
"""Who does something, to whom (None where not named), and what: a type of act, or a root of PLV."""


@dataclass
class Act:
    """Something done or said: its words, its labels, and the mentions that take part in it."""

    span: Range
    kind: str = "event"  # event | say | other (an event of another ontology: arguments only)
    type: str | None = None
    modes: tuple[str, ...] = ()
    status: str | None = None
    arguments: list[tuple[str, Range]] = field(default_factory=list)
    roles: tuple[str, ...] = ()  # the roles that are labelled in this corpus
    moded: bool = True  # its modes are labelled
    same: int | None = None


@dataclass
class Example:
    """One text with what is known about it; `layers` names the layers that are labelled throughout."""

    corpus: str
    id: str
    text: str
    sentences: list[Sentence]
    layers: tuple[str, ...] = ()
    spans: dict[str, list[Range]] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)
    sectors: list[tuple[Range, tuple[str, ...]]] = field(default_factory=list)
    counted: list[tuple[Range, str]] = field(default_factory=list)
    triggers: bool = False  # every act of the text is labelled
    foreign: list[tuple[Range, str]] = field(default_factory=list)  # triggers of another ontology
    syntax: list[tuple[Range, int, str, str]] = field(default_factory=list)  # word, head index (-1 root), relation, tag
    relation: Relation | None = None
    doubtful: list[Range] = field(default_factory=list)  # words that may name an act or not: they teach neither
    extra: Row = field(default_factory=dict)

    @property
    def related(self) -> Relation:
        """What the one party does to the other; ValueError where the example is of no pair."""
        if self.relation is None:
            raise ValueError(f"{self.corpus} {self.id}: no relation is told")
        return self.relation

"""The records of an article's people."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.fixed import fixed


@dataclass(slots=True)
class Person:
    """One person of the article, filled as the article is read.

    `titled` is True once the article told an office, `listed` where the actor list knows the person, `likely` where
    the words show that the name is a person's; `seen` is the word at which an unlisted name first stands, `plural`
    True where the title stood for several people, `noun` the office or calling the article told first, `guessed` True
    where the country is a guess from the passage, `since`
    how many days ago the listed office ended (-1 if it did not).
    """

    name: str
    gender: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None
    basis: str = ""
    offices: set[str] = field(default_factory=set)
    former: bool = False
    titled: bool = False
    listed: bool = False
    likely: bool = False
    seen: int = -1
    noun: str = ""
    guessed: bool = False
    since: int = -1
    plural: bool = False


@fixed()
class Sighting:
    """A person's name at the words from `first` to before `last`; `title` is where a title before it begins."""

    first: int
    last: int
    title: int
    person: Person


@fixed()
class People:
    """All sightings in order of the text, and by each word they cover."""

    sightings: tuple[Sighting, ...]
    covering: dict[int, Sighting]

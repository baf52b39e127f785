"""Records as a store knows them: with where they came from and how long they held."""

from __future__ import annotations

from datetime import datetime

from dateline.fixed import fixed
from dateline.records.addition import ArticleWithdrawal
from dateline.records.article import Article
from dateline.records.event import Event, Statement


@fixed()
class StoredEvent:
    """An event as it is known, with the edits of people in it.

    `passage` is the id of the first event that was ever coded from these words: it stays when the article is coded
    again, and is what judgements, edits and incidents hold on to. `article` comes without its text. `run` is the run
    that coded it; `recorded` when it was written (UTC), `superseded` when a new coding or an edit took its place.
    `edited` are the fields that people set; `rejected` is true where people said that it is no event at all. `added_by`
    is who added it by hand; `run` is then the one that had coded its article.
    """

    passage: str
    event: Event
    article: Article
    run: str
    recorded: datetime
    superseded: datetime | None = None
    edited: tuple[str, ...] = ()
    rejected: bool = False
    added_by: str | None = None


@fixed()
class StoredStatement:
    """A statement as it is known; the fields are those of `StoredEvent`."""

    statement: Statement
    article: Article
    run: str
    recorded: datetime
    superseded: datetime | None = None


@fixed()
class StoredArticle:
    """An article (without its text) with the numbers of what is known of it.

    `added` is when it was written (UTC), `revises` the article of the same address that it is a later text of, `words`
    how long its text is. Of one that somebody withdrew (`withdrawn`) no event and statement counts.
    """

    article: Article
    added: datetime
    revises: str | None
    events: int
    statements: int
    words: int
    withdrawn: ArticleWithdrawal | None = None


@fixed()
class StoredParty:
    """A party with the numbers of events that are known of it; told apart by name, country, sectors and actor key."""

    id: str
    name: str | None
    country: str | None
    sectors: tuple[str, ...]
    actor_id: str | None
    as_actor: int
    as_recipient: int
    as_voice: int


@fixed()
class Touched:
    """Something that merging has to look at again: an article that was coded, or a passage that people decided about.

    `kind` is article or passage, `id` its id, `cause` the id of the article, edit or judgement behind it.
    """

    key: int
    kind: str
    id: str
    cause: str
    at: datetime

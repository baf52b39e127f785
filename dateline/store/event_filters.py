"""Which events a filter finds, in SQL: each condition by an index of its own, or as a test of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline.records.query import Filter
from dateline.store import keysets, search
from dateline.store.filters import (
    CODES,
    COUNTRY,
    around,
    article_keys,
    asked_dyad,
    asked_parties,
    at,
    between,
    in_list,
    inside,
    lacking,
    party_keys,
    published,
    recorded,
    reviewed,
)
from dateline.store.members import belonging, hold_all
from dateline.store.parts import ALL, Part
from dateline.store.searching import Search
from dateline.store.states import State, live, of_a_run, states
from dateline.store.tables import (
    acts,
    codings,
    counterparts,
    event_places,
    events,
    incidents,
    members,
    pairs,
    participants,
    party_counts,
)

AHEAD, FEW, MANY = (2_000, 10_000), 5_000, 50_000
"""Of `Search`: a row takes about 1 µs, whether it is gone through or found by an index."""


def searches(connection: sa.Connection, asked: Filter, *where: sa.ColumnElement[bool]) -> list[Search]:
    """The searches for the events of a filter, under further conditions; together they find all."""
    tight = [*in_order(asked), *where]
    parts = list(beside(asked, connection.dialect.name, connection))
    of = states(events, asked.as_of) if asked.run is None else of_a_run(events)
    counted = dict[Part, tuple[int, int]]()  # what stands beside leads to the same rows in each state
    return [
        Search(connection, events, state, tight, [*more, *on_columns(asked, state), *parts], AHEAD, FEW, MANY, counted)
        for state, more in of
    ]


def of_events(asked: Filter, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions on `events`."""
    if asked.run is None:
        yield at(events, asked.as_of)
    yield from in_order(asked)
    yield from (part.holds for part in on_columns(asked, live(events)))
    for part in beside(asked, dialect):
        yield events.c.key.in_(part.keys) if part.gathered is None else part.gathered


def tests(asked: Filter, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions on `events`, but for when they were known, each as a test of one event."""
    yield from in_order(asked)
    yield from (part.holds for part in (*on_columns(asked, live(events)), *beside(asked, dialect)))


def in_order(asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions under which an index gives the events in the order of their days."""
    for column, values in _coded(asked):
        if len(values) == 1:
            yield column == values[0]
    yield from between(events.c.day, asked)


def on_columns(asked: Filter, state: State) -> Iterator[Part]:
    """The further conditions on columns of `events`, of rows in a state: first those that probably fewest rows fit."""
    column = events.c
    for listed, values in ((column.modes, asked.modes), (column.contexts, asked.contexts)):
        if values:
            holds = in_list(listed, values)
            own = listed.in_(_lists(listed, values, state)) if state.live else holds
            yield replace(state.part(events, own), holds=holds)
    for condition in _loose(asked):
        yield state.part(events, condition)
    if days := list(published(column.published, asked)):
        yield replace(state.part(events, sa.and_(*days)), by_day=state.live)
    if asked.reviewed is not None:
        yield _reviewed(asked, state)


def _loose(asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    column = events.c
    yield from (c.in_(values) for c, values in _coded(asked) if len(values) > 1)
    yield from lacking(events, asked)
    yield from recorded(events, asked)
    if asked.confidence is not None:
        yield column.confidence >= asked.confidence
    if asked.edited:
        yield column.edited != ""
    if asked.articles:
        yield column.article.in_(article_keys(asked.articles))


def _reviewed(asked: Filter, state: State) -> Part:
    """That people have looked at the event, or have not."""
    passage, seen = events.c.passage, reviewed(asked.as_of)
    if asked.reviewed:
        return state.part(events, passage.in_(seen))
    others = sa.select(events.c.key).where(passage.in_(seen))
    return replace(state.part(events, passage.not_in(seen)), others=others, known=False)  # the rest may have ended


def _lists(column: sa.ColumnElement[str], values: Sequence[str], state: State) -> sa.Select[Any]:
    """The lists that occur and hold one of the values, each looked up once behind the one before."""
    known = sa.select(sa.func.min(column).label("list")).where(state.indexed).cte(recursive=True)
    behind = sa.select(sa.func.min(column)).where(column > known.c.list, state.indexed).scalar_subquery()
    every = known.union_all(sa.select(behind).where(known.c.list.is_not(None)))
    return sa.select(every.c.list).where(in_list(every.c.list, values))


def beside(asked: Filter, dialect: str, connection: sa.Connection | None = None) -> Iterator[Part]:
    """The conditions on what stands in other tables; with a connection it is looked up whether fewer do not fit."""
    yield from _sought(asked, dialect)
    if asked.box is not None:  # events have no index over points, their places do
        first = (event_places.c.position == 0) & inside(event_places, asked.box)
        yield Part(sa.select(event_places.c.event).where(first), inside(events, asked.box))
    if asked.run is not None:
        yield _of_run(asked.run) if connection is None else _counted_of_run(connection, asked.run)
    if asked.min_origins is not None:
        yield _told_often(asked.min_origins, asked.as_of, connection)


def told_often(least: int) -> sa.Select[Any]:
    """The keys of the events of incidents that so many reports tell independently, each once.

    In the order of the incidents: their events stand in that order too.
    """
    often = (incidents.c.origins + 0 >= least, at(incidents, None))
    keys = sa.select(incidents.c.key).where(*often).order_by(incidents.c.key).limit(ALL).subquery()
    return sa.select(members.c.event).select_from(keys.join(members, members.c.incident == keys.c.key))


def _of_run(run: str) -> Part:
    """That a run coded the event as it is."""
    its, as_coded = codings.c.run == run, events.c.version == 0
    coded = events.c.coding.in_(sa.select(codings.c.key).where(its)) & as_coded
    holds = _there(codings, codings.c.key == events.c.coding, its) & as_coded
    return Part(sa.select(events.c.key).where(coded), holds, gathered=coded)


def _counted_of_run(connection: sa.Connection, run: str) -> Part:
    """The same, with how many the run coded; where it coded most, also what others coded or people changed."""
    its = sa.func.sum(sa.case((codings.c.run == run, codings.c.events), else_=0))
    own, every = connection.execute(sa.select(its, sa.func.sum(codings.c.events))).one()
    part = replace(_of_run(run), told=sa.select(sa.literal(int(own or 0))))
    if not every or 2 * own < every:
        return part
    by_others = sa.select(events.c.key).join(codings, codings.c.key == events.c.coding).where(codings.c.run != run)
    others = by_others.union_all(sa.select(events.c.key).where(events.c.version > 0)).subquery()
    return replace(part, others=sa.select(others.c.key))


def _told_often(least: int, as_of: datetime | None, connection: sa.Connection | None) -> Part:
    """That so many reports tell the incident of the event independently."""
    of, enough = belonging(as_of), incidents.c.origins >= least
    often, told = (enough, at(incidents, as_of)), sa.join(incidents, of.table, of.incident)
    keys = sa.select(members.c.event).join(incidents, members.c.incident == incidents.c.key).where(*often)
    if as_of is not None:  # what still holds belonged together then as it does now
        then = of.events_of(told).where(*often, *of.held)
        since = (then.where(table.c.superseded > as_of) for table in (incidents, events))
        keys = sa.select(keys.union_all(*since).subquery().c[0])
    enough_now = sa.select(incidents.c.key).where(enough, incidents.c.superseded.is_(None))
    number = sa.select(least * sa.func.count()).select_from(enough_now.limit(4 * MANY).subquery())  # or more events
    others = _told_less(connection, least) if connection and as_of is None else None
    return Part(keys, _there(told, of.event, *often, *of.held), sized=enough_now, told=number, others=others)


def _told_less(connection: sa.Connection, least: int) -> sa.Select[Any] | None:
    """The keys of the events of incidents that fewer reports tell; None where those are most, or events are in none."""
    now = incidents.c.superseded.is_(None)
    often, seldom = (incidents.c.origins >= least, now), (incidents.c.origins < least, now)
    of = sa.select(incidents.c.key)
    few = keysets.number(connection, of.where(*often), MANY) < MANY
    if few or keysets.number(connection, of.where(*seldom), 4 * MANY) == 4 * MANY:
        return None
    if not hold_all(connection):
        return None
    return sa.select(members.c.event).join(incidents, members.c.incident == incidents.c.key).where(*seldom)


def _there(table: sa.FromClause, *where: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Whether there is a row beside that of `events`."""
    return sa.select(sa.literal(1)).select_from(table).where(*where).correlate(events).exists()


def sought(asked: Filter, dialect: str) -> Iterator[sa.Select[Any]]:
    """The keys of events that each condition finds which is not one on a narrow column of `events`.

    They are looked up in the index of the condition alone, whether or not the events are known now.
    """
    yield from (part.keys for part in _sought(asked, dialect))
    if asked.articles:
        yield sa.select(events.c.key).where(events.c.article.in_(article_keys(asked.articles)))
    now = () if asked.as_of else (events.c.superseded.is_(None),)  # their index holds no others
    for condition in recorded(events, asked):
        yield sa.select(events.c.key).where(condition, *now)


def _sought(asked: Filter, dialect: str) -> Iterator[Part]:
    lies = ((event_places.c.country, asked.countries), (event_places.c.admin1, asked.regions))
    if where := [column.in_(values) for column, values in lies if values]:
        yield _placed(sa.and_(*where))
    if asked.near is not None:
        yield _placed(around(event_places, asked.near), scanned=True)
    yield from _taking_part(asked)
    if asked.text is not None:
        found = search.matching("events", asked.text, dialect)
        # to search for the words of one event takes 40 µs: all are gathered, and + 0 keeps them from being gone through
        yield Part(found, (events.c.key + 0).in_(found), at_once=True)


def _placed(where: sa.ColumnElement[bool], *, scanned: bool = False) -> Part:
    """Any place of the event for which a condition holds."""
    keys = sa.select(event_places.c.event).where(where)
    return Part(keys, _there(event_places, event_places.c.event == events.c.key, where), scanned=scanned)


def _coded(asked: Filter) -> tuple[tuple[sa.ColumnElement[Any], Sequence[str]], ...]:
    return (
        (events.c.type, asked.types),
        (events.c.quad, asked.quads),
        (events.c.status, asked.statuses),
        (events.c.publisher, asked.sources),
    )


def _taking_part(asked: Filter) -> Iterator[Part]:
    """Who takes part: by the index over parties, not by going through all."""
    for wanted, roles in asked_parties(asked):
        yield _acting(wanted, roles)
    one, two = asked_dyad(asked)
    if one is not None and two is not None:
        yield _of_countries(one, two) or _of_dyad(one, two)
    elif one is not None:
        yield _acting(one, ("actor",))
    elif two is not None:
        acted_on, together = _acting(two, ("recipient",)), with_others(two)
        keys = sa.select(acted_on.keys.union_all(together.keys).subquery().c.event)
        yield Part(keys, acted_on.holds | together.holds)


def _acting(wanted: str, roles: Sequence[str]) -> Part:
    one = participants.c.event == events.c.key
    of_event = (participants.c.party + 0).in_(party_keys(wanted))  # by the event: a country has thousands of parties
    holds = _there(participants, one, participants.c.role.in_(roles), of_event)
    told = sa.select(sa.func.sum(party_counts.c.events)).where(
        party_counts.c.party.in_(party_keys(wanted)), party_counts.c.role.in_(roles)
    )
    return Part(in_role(wanted, roles), holds, told=told)


def with_others(wanted: str) -> Part:
    """A party does the event together with others, each of whom acts on it."""
    own = counterparts.c.party
    keys = sa.select(counterparts.c.event).where(own.in_(party_keys(wanted)))
    return Part(keys, _there(counterparts, counterparts.c.event == events.c.key, (own + 0).in_(party_keys(wanted))))


def _of_countries(one: str, two: str) -> Part | None:
    """Somebody of one country acts on somebody of another; None where more is asked for than countries."""
    if not (COUNTRY.fullmatch(one) and COUNTRY.fullmatch(two)):
        return None
    same = (pairs.c.actor_country == one) & (pairs.c.recipient_country == two)
    return Part(sa.select(pairs.c.event).where(same), _there(pairs, pairs.c.event == events.c.key, same))


def _of_dyad(one: str, two: str) -> Part:
    """One acts on another: by the index that begins with what probably stands for fewer parties."""
    actor, recipient = acts.c.actor, acts.c.recipient
    sides = (actor, recipient + 0) if _told(one) >= _told(two) else (actor + 0, recipient)
    found = [side.in_(party_keys(wanted)) for side, wanted in zip(sides, (one, two), strict=True)]
    return Part(sa.select(acts.c.event).where(*found), acting_on(one, two))


def _told(wanted: str) -> int:
    """How much is told of a party: a name tells most, a sector alone least."""
    codes = CODES.fullmatch(wanted)
    return 3 if codes is None else 2 * (codes.group(1) is not None) + (codes.group(2) is not None)


def acting_on(one: str, two: str) -> sa.ColumnElement[bool]:
    """Whether one acts on another in the event of the outer query."""
    sides = (acts.c.actor, one), (acts.c.recipient, two)
    of_event = ((side + 0).in_(party_keys(wanted)) for side, wanted in sides)
    return _there(acts, acts.c.event == events.c.key, *of_event)


def in_role(wanted: str, roles: Sequence[str]) -> sa.Select[Any]:
    """The keys of the events in which a party has one of the roles."""
    party = participants.c.party.in_(party_keys(wanted))
    return sa.select(participants.c.event).where(party, participants.c.role.in_(roles))

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.cluster import groups


def test_likely_pairs_join() -> None:
    assert groups("abc", {("a", "b"): 2.0, ("a", "c"): -2.0, ("b", "c"): -2.0}) == (("a", "b"), ("c",))


def test_a_chain_is_cut_where_its_ends_contradict_each_other() -> None:
    chain = {("a", "b"): 2.0, ("b", "c"): 1.0}
    assert groups("abc", chain | {("a", "c"): -0.5}) == (("a", "b", "c"),)
    assert groups("abc", chain | {("a", "c"): -6.0}) == (("a", "b"), ("c",))


def test_pairs_that_were_not_compared_speak_softly_against() -> None:
    assert groups("abc", {("a", "b"): 3.0, ("b", "c"): 3.0}) == (("a", "b", "c"),)
    assert groups("abc", {("a", "b"): 3.0, ("b", "c"): 1.0}) == (("a", "b"), ("c",))


def test_judgements_outrank() -> None:
    pairs = {("a", "b"): 5.0, ("a", "c"): -9.0, ("b", "c"): -9.0}
    assert groups("abc", pairs, different=[("b", "a")]) == (("a",), ("b",), ("c",))
    assert groups("abc", pairs, same=[("c", "a")], different=[("a", "b")]) == (("a", "c"), ("b",))


def test_different_cuts_a_chain_of_same() -> None:
    assert groups("abc", {}, same=[("a", "b"), ("b", "c")], different=[("a", "c")]) == (("a", "b"), ("c",))


def test_a_bare_mention_does_not_join_two_that_differ() -> None:
    bridge = {("a", "b"): -1.0, ("a", "x"): 2.0, ("b", "x"): 2.0}
    assert groups("abx", bridge) == (("a", "b", "x"),)
    assert groups("abx", bridge, say={"a": 4.0, "b": 4.0, "x": 0.5}) == (("a", "x"), ("b",))


def test_equal_say_is_no_say() -> None:
    chain = {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): -0.5}
    assert groups("abc", chain, say=dict.fromkeys("abc", 3.0)) == groups("abc", chain)


def test_same_joins_the_groups_and_pushes_nobody_out() -> None:
    pairs = {("a", "c"): 2.0, ("b", "c"): -9.0, ("a", "b"): -9.0}
    assert groups("abc", pairs) == (("a", "c"), ("b",))
    assert groups("abc", pairs, same=[("a", "b")]) == (("a", "b", "c"),)


def test_different_between_joined_groups_is_heeded_and_the_rest_weighed() -> None:
    pairs = {("a", "c"): 2.0, ("b", "d"): 2.0, ("a", "b"): -9.0, ("c", "d"): -9.0, ("a", "d"): -9.0, ("b", "c"): -9.0}
    made = groups("abcd", pairs, same=[("a", "b")], different=[("c", "d")])
    assert ("a", "b") in made
    assert groups("abcd", pairs, same=[("a", "b")], different=[("b", "c")]) == (("a", "b", "d"), ("c",))


MEMBERS = "abcdefg"
ODDS = st.fixed_dictionaries({p: st.floats(-6, 6) for p in combinations(MEMBERS, 2)})
SAY = st.fixed_dictionaries({m: st.floats(0.5, 20) for m in MEMBERS})
LEAST = st.sampled_from([None, 0.2, 1.0])
PAIRS = st.lists(st.sampled_from(list(combinations(MEMBERS, 2))), max_size=3)


@settings(deadline=None)
@given(ODDS, SAY, LEAST, PAIRS, PAIRS, st.permutations(MEMBERS), st.randoms())
def test_order_does_not_matter(odds, say, least, same, different, order, rng) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(odds.items())
    rng.shuffle(shuffled)
    made = groups(MEMBERS, odds, say=say, least=least, same=same, different=different)
    assert made == groups(order, dict(shuffled), say=say, least=least, same=same[::-1], different=different[::-1])


@settings(deadline=None)
@given(ODDS, SAY, LEAST, PAIRS, PAIRS)
def test_each_member_is_in_one_group_and_those_judged_apart_are_apart(odds, say, least, same, different) -> None:  # type: ignore[no-untyped-def]
    made = groups(MEMBERS, odds, say=say, least=least, same=same, different=different)
    assert sorted(m for g in made for m in g) == list(MEMBERS)
    assert all(not {a, b} <= set(g) for g in made for a, b in different)


@settings(deadline=None)
@given(ODDS, SAY, LEAST, PAIRS)
def test_same_splits_nothing_that_was_together(odds, say, least, same) -> None:  # type: ignore[no-untyped-def]
    before = groups(MEMBERS, odds, say=say, least=least)
    made = groups(MEMBERS, odds, say=say, least=least, same=same)
    assert all(any(set(g) <= set(h) for h in made) for g in before)
    assert all(any({a, b} <= set(g) for g in made) for a, b in same)
    assert len(made) >= len(before) - len(set(same))


ODDS = st.dictionaries(st.sampled_from(list(combinations("abcdefgh", 2))), st.floats(-6, 4).map(lambda x: round(x, 2)))


@given(ODDS, st.lists(st.sampled_from(list(combinations("abcdefgh", 2))), max_size=2))
def test_pairs_that_do_not_speak_for_joining_may_be_weighed_when_it_comes_to_them(
    odds: dict[tuple[str, str], float], different: list[tuple[str, str]]
) -> None:
    whole = {pair: odds.get(pair, -1.0) for pair in combinations("abcdefgh", 2)}
    links = {pair: value for pair, value in whole.items() if value > 0}
    asked: list[tuple[str, str]] = []

    def weigh(one: str, two: str) -> float:
        asked.append((one, two))
        return whole[one, two]

    found = groups("abcdefgh", links, others=weigh, different=different)
    assert found == groups("abcdefgh", whole, different=different)
    assert not set(asked) & links.keys()


def test_who_fits_ill_with_what_the_group_became_leaves_it() -> None:
    joined = {("a", "b"): 6.0, ("a", "c"): 1.5, ("b", "c"): -1.4, ("a", "d"): 5.0, ("b", "d"): 5.0, ("c", "d"): 0.2}
    assert groups("abcd", joined) == (("a", "b", "c", "d"),)
    assert groups("abcd", joined, least=0.2) == (("a", "b", "d"), ("c",))
    assert groups("abcd", joined, least=0.2, same=[("c", "d")]) == (("a", "b", "c", "d"),)


def test_those_who_leave_join_each_other() -> None:
    names = "abcxy"
    joined = dict.fromkeys(combinations(names, 2), 0.1) | {("a", "b"): 4.0, ("a", "c"): 4.0, ("b", "c"): 4.0}
    assert groups(names, joined | {("x", "y"): 0.1}, least=0.2) == (("a", "b", "c"), ("x", "y"))


def test_two_that_are_linked_leave_nobody() -> None:
    assert groups("ab", {("a", "b"): 0.1}, least=0.2) == (("a", "b"),)


def test_a_loose_chain_costs_its_links_and_not_its_pairs() -> None:
    names = [f"{n:03}" for n in range(200)]
    chain = {(a, b): 1.0 for a, b in pairwise(names)}
    asked: list[tuple[str, str]] = []

    def weigh(one: str, two: str) -> float:
        asked.append((one, two))
        return -4.0

    assert all(len(group) <= 2 for group in groups(names, chain, others=weigh))
    assert len(asked) < 4 * len(names)

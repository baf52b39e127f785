from __future__ import annotations

import pytest

from dateline.resolve.when.grammar import Grammar, compile_pattern
from dateline.resolve.when.reading import reference
from dateline.resolve.when.rules import RULES
from dateline.resolve.when.tokens import tokenize


def test_patterns_name_parts_even_twice() -> None:
    pattern = compile_pattern("n:dayno (dash n:dayno)? unit:units")
    assert set(pattern.groupindex) == {"n", "n_2", "unit"}


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_pattern("nonsense")


def test_the_longest_match_wins_and_later_ones_follow() -> None:
    hits = Grammar.of(RULES).hits(tokenize("He came late last Tuesday night and left two weeks later"))
    assert [" ".join(hit.words) for hit in hits] == ["late last tuesday night", "two weeks later"]


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_no_rule_repeats_without_bound() -> None:
    for rule in RULES:
        assert "*" not in rule.pattern and "+" not in rule.pattern, rule.name


def test_a_reference_is_vague() -> None:
    assert reference("PAST_REF").precision == "vague"

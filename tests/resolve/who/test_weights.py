"""Choices by sums of weights."""

from __future__ import annotations

from dateline.resolve.who.weights import Weights, learned

ROWS = [
    ("country", "*", "near", 1.0),
    ("country", "*", "far", -1.0),
    ("country", "crowd", "far", 3.0),
    ("role", "*", "MIL army", 2.0),
    ("role", "*", "GOV army", 0.5),
    ("role", "person", "GOV army", 4.0),
]


def test_the_candidate_with_the_highest_sum_is_chosen() -> None:
    weights = Weights(ROWS)
    assert weights.best("country", "state", {"MLI": ["near"], "FRA": ["far"]}) == "MLI"


def test_weights_of_a_kind_add_to_those_of_all_kinds() -> None:
    weights = Weights(ROWS)
    assert weights.best("country", "crowd", {"MLI": ["near"], "FRA": ["far"]}) == "FRA"


def test_the_first_of_equals_is_chosen_and_unknown_features_count_nothing() -> None:
    weights = Weights(ROWS)
    assert weights.best("country", "state", {"MLI": ["never seen"], "FRA": []}) == "MLI"


def test_labels_are_scored_by_what_is_seen() -> None:
    weights = Weights(ROWS)
    assert weights.labels("role", "state", ["army", "never seen"]) == {"MIL": 2.0, "GOV": 0.5}
    assert weights.labels("role", "person", ["army"]) == {"MIL": 2.0, "GOV": 4.5}


def test_the_shipped_weights_prefer_what_stands_near() -> None:
    rows = {"MLI": ["before place", "nearest before", "before in"], "FRA": ["far"]}
    assert learned().best("country", "crowd", rows) == "MLI"

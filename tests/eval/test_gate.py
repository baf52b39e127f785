"""The gate: what falls fails, what is noise passes, and nothing is lowered in silence."""

from __future__ import annotations

from eval.figure import Figure
from eval.gate import accepted, entry, problems, raised, unexplained
from eval.score import Result


def figure(value: float, *, noise: float = 1.0, better: str = "higher", pinned: bool = True) -> Figure:
    return Figure("F1", value, value - 2 * noise, value + 2 * noise, noise, 100, better=better, pinned=pinned)


def result(one: Figure, gold: str = "abc") -> list[Result]:
    return [Result("task", (one,), gold)]


FLOORS = {"task/F1": entry(figure(70.0), "abc")}


def test_a_fall_within_noise_passes() -> None:
    assert not list(problems(result(figure(69.2)), FLOORS))


def test_a_fall_beyond_noise_fails() -> None:
    ((key, wrong),) = problems(result(figure(68.0)), FLOORS)
    assert key == "task/F1"
    assert "68" in wrong


def test_a_rise_of_what_should_be_low_fails() -> None:
    floors = {"task/F1": entry(figure(0.2, noise=0.05, better="lower"), "abc")}
    assert list(problems(result(figure(0.4, noise=0.05, better="lower")), floors))
    assert not list(problems(result(figure(0.1, noise=0.05, better="lower")), floors))


def test_another_gold_fails() -> None:
    assert list(problems(result(figure(90.0), gold="other"), FLOORS))


def test_a_figure_that_vanished_fails() -> None:
    assert list(problems([Result("task", (), "abc")], FLOORS))


def test_a_task_that_did_not_run_is_not_missed() -> None:
    assert not list(problems([], FLOORS))


def test_a_pinned_figure_needs_a_floor() -> None:
    assert list(problems(result(figure(50.0)), {}))
    assert not list(problems(result(figure(50.0, pinned=False)), {}))


def test_floors_only_rise_by_themselves() -> None:
    assert raised(result(figure(72.0)), FLOORS)["task/F1"]["value"] == 72.0
    assert raised(result(figure(60.0)), FLOORS) == FLOORS
    assert raised(result(figure(99.0), gold="other"), FLOORS) == FLOORS


def test_a_lower_floor_has_to_be_asked_for() -> None:
    assert accepted(result(figure(60.0)), FLOORS, ["task/F1"])["task/F1"]["value"] == 60.0
    assert accepted([], FLOORS, ["task/F1"]) == {}


def test_a_lower_floor_has_to_be_explained_in_the_unreleased_part() -> None:
    old = "# Changelog\n\n## Unreleased\n\n- nothing\n\n## 0.1\n\n- floor task/F1 lower\n"
    new = "# Changelog\n\n## Unreleased\n\n- floor task/F1 lower: fewer labels\n"
    assert unexplained(["task/F1"], old) == ["task/F1"]
    assert not unexplained(["task/F1"], new)

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.codebooks.check import examples, problems
from dateline.codebooks.codebook import SHIPPED, Alone, Codebook, Setting, place
from dateline.codebooks.form import BOOK as BOOK_FILE
from dateline.codebooks.form import CONTEXTS, PHRASES, read, twice, wrong
from dateline.errors import CodebookError

BOOK = Codebook.load()


def test_plover_is_complete() -> None:
    assert BOOK.id == "plover@2.0"
    assert len(BOOK.types) == 16
    assert sum(len(t.modes) for t in BOOK.types.values()) == 67
    assert len(BOOK.contexts) == 37
    assert set(BOOK.settings) == set(BOOK.contexts)


def test_the_shipped_codebook_breaks_no_rule() -> None:
    assert list(problems(BOOK, examples())) == []
    assert {e.type for e in examples()} >= set(BOOK.types)
    folder = place("plover")
    assert list(twice(folder)) == []
    assert list(wrong(*(read(folder / name) for name in (BOOK_FILE, CONTEXTS, PHRASES)))) == []


def test_what_an_act_is_alone_has_to_be_defined() -> None:
    wrong = replace(BOOK.types["COOPERATE"], alone=Alone("MOBILIZE", ("fists",), frozenset(), frozenset()))
    told = list(problems(replace(BOOK, types={**BOOK.types, "COOPERATE": wrong}), examples()))
    assert list(map(str, told)) == ["COOPERATE: what it is alone, 'MOBILIZE fists', is no type and mode"]


def test_a_setting_of_something_undefined_is_found() -> None:
    wrong = Setting(
        cues=("x",),
        types=frozenset({"ASSAULT fists"}),
        parties=frozenset({"AID XYZ"}),
        after=frozenset({"y"}),
        story=((0.5, frozenset({"AID fists"})),),
    )
    told = list(problems(replace(BOOK, settings={**BOOK.settings, "crime": wrong, "sports": Setting()}), examples()))
    assert list(map(str, told)) == [
        "setting crime: 'AID fists' is no type and mode",
        "setting crime: 'ASSAULT fists' is no type and mode",
        "setting crime: 'AID XYZ' ends in no sector",
        "setting crime: the context 'y' is not defined",
        "setting sports: the context is not defined",
    ]


def test_a_bare_list_of_cues_is_a_setting(tmp_path: Path) -> None:
    settings = _with_contexts(tmp_path, "crime: [gang, robbery]\ncyber: {cues: [[hack]], story: true}").settings
    assert settings == {
        "cyber": Setting(("hack",), story=((0.34, frozenset()),)),
        "crime": Setting(("gang", "robbery")),
    }


@pytest.mark.parametrize(
    ("story", "read"),
    [
        ("true", ((0.34, {"AID"}),)),
        ("[PROTEST]", ((0.34, {"PROTEST"}),)),
        ("{0.2: [PROTEST], 0.5: true}", ((0.2, {"PROTEST"}), (0.5, {"AID"}))),
    ],
)
def test_the_story_of_a_setting_is_acts_by_their_share(
    tmp_path: Path, story: str, read: tuple[tuple[float, set[str]], ...]
) -> None:
    settings = _with_contexts(tmp_path, f"health: {{types: [AID], story: {story}}}").settings
    assert settings["health"].story == read


def test_a_share_that_is_no_number_is_told(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="often"):
        _with_contexts(tmp_path, "health: {story: {often: [AID]}}")


def _with_contexts(folder: Path, contexts: str) -> Codebook:
    for file in ("codebook.yaml", "cameo_codes.csv"):
        (folder / file).write_bytes((SHIPPED / "plover" / file).read_bytes())
    (folder / "contexts.yaml").write_text(contexts + "\n", "utf-8")
    return Codebook.load(folder)


def test_the_crosswalk_names_every_type_and_mode() -> None:
    for entry in BOOK.types.values():
        assert BOOK.cameo(entry.name)
        for mode in entry.modes:
            assert (entry.name, mode) in BOOK.crosswalk


def test_cameo_codes_lead_to_defined_types_and_modes() -> None:
    with (SHIPPED / "plover" / "cameo_to_plover.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len({r["cameo"] for r in rows}) == len(rows) > 200
    for row in rows:
        assert row["type"] in BOOK.types
        assert not row["mode"] or row["mode"] in BOOK.types[row["type"]].modes
        assert all(c in BOOK.contexts for c in row["contexts"].split(";") if c)


def test_the_score_of_several_modes_is_the_extreme() -> None:
    assert BOOK.intensity("ASSAULT") == -9
    assert BOOK.intensity("ASSAULT", ("beat", "drone")) == -9.5
    assert BOOK.intensity("REQUEST", ("assist", "change")) == -1


def test_cameo_falls_back_on_the_type() -> None:
    assert BOOK.cameo("ASSAULT", ("drone",)) == "195"
    assert BOOK.cameo("AGREE", ("no such mode",)) == "030"


def test_a_missing_codebook_says_what_to_give() -> None:
    with pytest.raises(CodebookError, match="give a folder"):
        Codebook.load("nowhere")


def test_a_broken_codebook_names_the_entry(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text("name: mine\nversion: 1\n", encoding="utf-8")
    (tmp_path / "contexts.yaml").write_text("{}", encoding="utf-8")
    with pytest.raises(CodebookError, match="title"):
        Codebook.load(tmp_path)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.codebooks import own
from dateline.codebooks.check import Example, otherwise
from dateline.codebooks.codebook import Codebook
from dateline.errors import CodebookError, InputError
from tests.make import TEXT, event


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    assert own.copy(tmp_path / "mine") == "mine@1"
    return tmp_path / "mine"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text + "\n", encoding="utf-8")


def test_a_copy_has_no_faults_and_says_the_same(mine: Path) -> None:
    book = own.usable(mine)
    assert (book.id, book.types, book.phrases) == ("mine@1", Codebook.load().types, Codebook.load().phrases)
    assert list(own.faults(mine)) == [] == list(own.differences(book, Codebook.load()))


def test_what_is_changed_is_told(mine: Path) -> None:
    change(
        mine / "codebook.yaml",
        "      disapprove: {score: -2,",
        "      sue: {score: -4, meaning: s}\n      disapprove: {score: -1,",
    )
    change(mine / "codebook.yaml", "  military: state", "  water: rivers and dams\n  military: state")
    append(mine / "contexts.yaml", "water: [dam, river*]")
    append(mine / "phrases.yaml", "ACCUSE sue !: [(sue|sued), filed … suit]")
    change(mine / "phrases.yaml", "  - (undertook|undertakes|undertaken) to\n", "")
    assert list(own.differences(own.usable(mine), Codebook.load())) == [
        "mode ACCUSE sue added",
        "ACCUSE disapprove: score -1, was -2",
        "context water added",
        "phrase of AGREE taken out: (undertook|undertakes|undertaken) to",
        "phrase of ACCUSE sue ! added: (sue|sued)",
        "phrase of ACCUSE sue ! added: filed … suit",
    ]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda p: change(p / "codebook.yaml", "score: 2.5", "score: much"), "codebook.yaml:22: AGREE score: 'much'"),
        (lambda p: change(p / "codebook.yaml", "score: 2.5", "skore: 2.5"), "codebook.yaml:20: AGREE: no 'score'"),
        (lambda p: change(p / "codebook.yaml", "  CONCEDE:", "  YIELD:"), "'YIELD' is none that the model knows"),
        (lambda p: change(p / "codebook.yaml", "phone: {", "call: {"), "'phone' has to stay"),
        (lambda p: change(p / "codebook.yaml", "name: mine", "name: plover"), "codebook.yaml:1: plover is the shipped"),
        (lambda p: change(p / "codebook.yaml", "name: mine", "name: My Book"), "codebook.yaml:1: the name 'My Book'"),
        (lambda p: change(p / "codebook.yaml", "title: ", "title: a: b"), "codebook.yaml:3: not valid YAML"),
        (lambda p: append(p / "contexts.yaml", "water: [dam]"), "no context 'water' is defined"),
        (lambda p: append(p / "contexts.yaml", "crime: [dam]"), "'crime' stands on line"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE sue: [sued]"), "'ACCUSE sue' is no type and mode"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [sued, no]"), "put yes, no, on, off and numbers in quotes"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [filed ... suit]"), "has three dots"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [(a (b|c)]"), "brackets within brackets"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [(a]"), "a bracket that is not closed"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [a|b]"), "| outside of brackets"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [(a|)]"), "an empty choice"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: [a …]"), "no words before or behind …"),
        (lambda p: append(p / "phrases.yaml", "ACCUSE !: ['*']"), "has no word"),
        (lambda p: append(p / "cameo_codes.csv", "ACCUSE,sue,112"), "ACCUSE sue is not defined"),
        (lambda p: append(p / "examples.jsonl", "{}"), "examples.jsonl:57 is not an example"),
        (lambda p: (p / "contexts.yaml").write_bytes(b"\xff\xfe"), "contexts.yaml is not UTF-8"),
        (lambda p: (p / "contexts.yaml").write_text("words"), "the file holds no entries"),
        (lambda p: (p / "cameo_codes.csv").write_text("a,b\n"), "cameo_codes.csv:1: no column type, mode, cameo"),
        (lambda p: (p / "codebook.yaml").unlink(), "give a folder that holds codebook.yaml"),
    ],
)
def test_what_is_wrong_is_told_with_its_file_and_line(mine: Path, spoil: Callable[[Path], None], says: str) -> None:
    spoil(mine)
    with pytest.raises(CodebookError) as told:
        own.usable(mine)
    assert says in str(told.value)


def test_the_name_of_a_shipped_codebook_is_never_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plover").mkdir()
    assert Codebook.load("plover").id == "plover@2.0"
    with pytest.raises(CodebookError, match="no codebook"):
        Codebook.load("./plover")


def test_a_copy_overwrites_nothing_and_has_a_name_of_its_own(mine: Path) -> None:
    with pytest.raises(InputError, match="is there already"):
        own.copy(mine)
    with pytest.raises(InputError, match="give it a name"):
        own.copy(mine.parent / "x", "Plover 3")
    with pytest.raises(InputError, match="give it a name"):
        own.copy(mine.parent / "plover")


def test_the_variable_names_the_codebook_and_what_it_coded_can_be_edited(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert own.chosen() == "plover" and own.chosen(mine) == mine
    with pytest.raises(CodebookError, match="DATELINE_CODEBOOK has to name its folder"):
        own.of_record("mine@1")
    monkeypatch.setenv("DATELINE_CODEBOOK", str(mine))
    assert own.chosen() == str(mine) and own.of_record("mine@1").name == "mine"
    assert own.of_record("plover@2.0").name == "plover"


def test_a_digest_tells_a_changed_codebook_from_before(mine: Path) -> None:
    before = own.fingerprint(mine)
    append(mine / "phrases.yaml", "# a remark")
    assert own.fingerprint("plover") is None
    assert before and own.fingerprint(mine) not in (None, before)


def test_an_example_that_is_coded_otherwise_is_told() -> None:
    found = event()
    text = TEXT
    asked = Example("r", text, found.trigger.text, found.type, (), found.status)
    assert otherwise(asked, [found]) is None
    assert (
        otherwise(Example("r", text, None, None, (), None), [found]) == f"coded {found.type}, and is to be left alone"
    )
    assert otherwise(asked, []) == f"no event on “{found.trigger.text}”, not {found.type}"
    assert otherwise(Example("r", text, found.trigger.text, "AID", (), None), [found]) == f"coded {found.type}, not AID"

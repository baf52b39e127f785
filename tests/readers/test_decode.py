from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.readers.decode import decode


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8")) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_give_text_that_can_be_written(data: bytes) -> None:
    decode(data, "no-such-encoding").encode("utf-8")


@given(st.lists(st.sampled_from(["é", "“", "a", "\n", "中"])), st.lists(st.sampled_from(["é ", "– ", "Ä "])))
def test_mixtures_keep_every_letter(utf8: list[str], windows: list[str]) -> None:
    data = "".join(utf8).encode() + b" " + "".join(windows).encode("cp1252")
    assert decode(data) == "".join(utf8) + " " + "".join(windows)


def test_declared_encodings_and_the_latin_that_is_windows() -> None:
    assert decode("Привет".encode("koi8-r"), "koi8-r") == "Привет"
    assert decode(b"\x93yes\x94", "iso-8859-1") == "“yes”"
    assert decode(b"\x81\x8d") == "\x81\x8d"

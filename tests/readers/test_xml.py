from __future__ import annotations

from pathlib import Path

import pytest

from dateline.readers import xml


def test_names_come_without_namespaces() -> None:
    root = xml.parsed('<a:Feed xmlns:a="urn:x"><!-- note --><a:item/></a:Feed>')
    assert [xml.name(one) for one in root.iter()] == ["Feed", "", "item"]


def test_what_is_broken_is_told_or_mended() -> None:
    with pytest.raises(ValueError, match="mismatch"):
        xml.parsed("<a><b></a>")
    assert xml.name(xml.parsed("<a><b></a>", mended=True)) == "a"


def test_entities_are_neither_looked_up_nor_unfolded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    entities = f'<!ENTITY file SYSTEM "file://{tmp_path}/secret"><!ENTITY one "x"><!ENTITY many "&one;&one;">'
    root = xml.parsed(f"<!DOCTYPE a [{entities}]><a>&file;&many;</a>")
    assert "".join(root.itertext()) in ("", "&file;&many;")


@pytest.mark.parametrize("half", ["&#xD800;", "&#xdfff;", "&#55296;", "&#x00DC00", "&#" + "5" * 5_000 + ";"])
def test_half_a_character_does_not_break_what_is_mended(half: str) -> None:
    root = xml.parsed(f"<a>one{half} two &#233;</a>", mended=True)
    assert "".join(root.itertext()).endswith("two é")

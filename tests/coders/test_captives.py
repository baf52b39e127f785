from __future__ import annotations

import pytest

from dateline.codebooks.codebook import Codebook
from dateline.coders.captives import counted

TYPES = Codebook.load().types


@pytest.mark.parametrize(
    ("type_", "modes", "read", "kind"),
    [
        ("ASSAULT", ("abduct",), "released", "abducted"),
        ("COERCE", ("arrest",), "released", "arrested"),
        ("COERCE", ("deport",), "arrested", "displaced"),
        ("RETREAT", ("release",), "abducted", "released"),
        ("CONCEDE", (), "arrested", "released"),
        ("ASSAULT", ("firearms", "abduct"), "killed", "killed"),
        ("COERCE", ("restrict",), "released", "released"),
        ("RETREAT", ("withdraw",), "troops", "troops"),
    ],
)
def test_captives_are_what_the_act_makes_them(type_: str, modes: tuple[str, ...], read: str, kind: str) -> None:
    assert counted(TYPES[type_], modes, ((read, 0.6), ("other", 0.4)))[0][0] == kind


def test_no_kinds_stay_none() -> None:
    assert counted(TYPES["CONCEDE"], (), ()) == ()

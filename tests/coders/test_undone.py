from __future__ import annotations

import pytest

from dateline.coders.undone import is_undone
from dateline.records.span import Span


@pytest.mark.parametrize(
    ("text", "act", "undone"),
    [
        ("Togo dropped its objections to the pact.", "objections", True),
        ("Lund withdrew all formal opposition to the bid.", "opposition", True),
        ("Togo repeated its objections to the pact.", "objections", False),
        ("A plot to rob the mint was foiled.", "foiled", True),
        ("Guards thwarted a daring plot against the king.", "thwarted", True),
        ("The army foiled an attack on the port.", "foiled", False),
        ("Togo will suspend all cooperation with the court.", "cooperation", True),
        ("Togo praised its cooperation with the court.", "cooperation", False),
        ("The fire was put out by noon.", "put out", True),
        ("The king put out a bounty.", "put out", False),
        ("A tornado touched down in Kara.", "touched down", True),
        ("The king touched down in Kara.", "touched down", False),
        ("The singer divorced her husband.", "divorced", True),
        ("The bloc fears a costly divorce.", "divorce", False),
        ("Togo has neither confirmed nor denied the raid.", "denied", True),
        ("Togo would not confirm or deny the raid.", "deny", True),
        ("Togo denied the raid.", "denied", False),
    ],
)
def test_what_is_given_up_foiled_put_out_or_private_is_no_act(text: str, act: str, undone: bool) -> None:
    start = text.index(act)
    assert is_undone(text, Span(0, len(text)), Span(start, start + len(act))) is undone

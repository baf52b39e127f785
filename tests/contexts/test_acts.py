"""What an act itself says of its setting."""

from __future__ import annotations

import pytest

from dateline.codebooks.codebook import Setting
from dateline.contexts.acts import Act, is_barred, is_enough
from tests.contexts.making import told

TEXT = "Police in Kenya beat monks from Uganda."
BEAT = Act.of(told(TEXT, "beat", "ASSAULT beat", "Police|KEN|COP+MIL", "monks|UGA|REL"))


def test_of() -> None:
    assert BEAT.kinds == {"ASSAULT", "ASSAULT beat"}
    assert BEAT.sectors == {"COP", "REL"}
    assert BEAT.together == {"ASSAULT COP", "ASSAULT REL", "ASSAULT beat COP", "ASSAULT beat REL"}
    assert BEAT.by == {"COP", "ASSAULT COP", "ASSAULT beat COP"}


@pytest.mark.parametrize(
    ("told", "barred"),
    [
        ({"COP"}, True),
        ({"ASSAULT COP"}, True),
        ({"AID COP"}, False),
        ({"REL"}, False),
        ({"MIL"}, False),
        (set(), False),
    ],
)
def test_the_sector_of_an_actor_bars_a_setting(told: set[str], barred: bool) -> None:
    assert is_barred(Setting(unless=frozenset(told)), BEAT) is barred


@pytest.mark.parametrize(
    ("told", "enough"), [({"REL"}, True), ({"COP"}, True), ({"ASSAULT beat REL"}, True), ({"AID REL"}, False)]
)
def test_the_sector_of_a_party_is_enough(told: set[str], enough: bool) -> None:
    assert is_enough(Setting(parties=frozenset(told)), BEAT) is enough


def test_a_sector_alone_is_enough_for_the_own_acts_of_a_setting() -> None:
    rel = frozenset({"REL"})
    assert is_enough(Setting(types=frozenset({"ASSAULT"}), parties=rel), BEAT)
    assert not is_enough(Setting(types=frozenset({"AID"}), parties=rel), BEAT)
    assert is_barred(Setting(types=frozenset({"AID"}), only=True), BEAT)


@pytest.mark.parametrize(
    ("actor", "recipient", "enough"),
    [
        ("KEN|GOV", "UGA|GOV", True),
        ("KEN|SPY", "UGA|GOV", True),
        ("KEN|GOV", "UGA|LEG", True),
        ("KEN|GOV", "UGA|BUS", True),
        ("UNO|", "KEN|GOV", True),
        ("KEN|GOV", "UGA|CVL", False),
        ("KEN|CVL", "UGA|GOV", False),
        ("KEN|GOV", "KEN|LEG", False),
        ("|GOV", "UGA|GOV", False),
    ],
)
def test_states_deal_with_states(actor: str, recipient: str, enough: bool) -> None:
    text = "Ministers urged members."
    act = Act.of(told(text, "urged", "REQUEST", f"Ministers|{actor}", f"members|{recipient}"))
    assert is_enough(Setting(states=frozenset({"REQUEST"})), act) is enough
    assert not is_enough(Setting(states=frozenset({"AID"})), act)

from __future__ import annotations

import re
from typing import get_args

import pytest

from dateline.vocabulary.agencies import Use, any_of, forms


@pytest.mark.parametrize("use", get_args(Use))
def test_each_form_is_a_pattern_that_a_name_fits(use: Use) -> None:
    assert len(forms(use)) > 20
    for pattern in forms(use).values():
        assert re.compile(pattern).fullmatch("") is None


@pytest.mark.parametrize(
    ("use", "name"),
    [("opens", "AFP"), ("opens", "CNN Madrid"), ("credit", "EPA-EFE"), ("copied", "Agence France-Presse")],
)
def test_an_agency_is_known_by_its_forms(use: Use, name: str) -> None:
    assert re.fullmatch(any_of(use), name)


def test_a_name_of_pictures_opens_no_report() -> None:
    assert not re.fullmatch(any_of("opens"), "Getty Images")


def test_whose_reports_are_copied_has_a_name_for_a_group_of_a_pattern() -> None:
    assert all(agency.isidentifier() for agency in forms("copied"))

"""People whom an article calls by nationality and kind after it named them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve.who import ActorList, resolve_parties
from tests.resolve.who.marked import split

MET = "Russian Foreign Minister Sergey Lavrov called Mali's foreign minister, Abdoulaye Diop. "
SUMMIT = "President Emmanuel Macron met German Chancellor Olaf Scholz. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MET + "The [[Malian diplomat]] thanked him.", "Abdoulaye Diop"),
        (MET + "The [[Russian diplomat]] thanked him.", "Sergey Lavrov"),
        (MET + "[[The Russian official]] thanked him.", "Sergey Lavrov"),
        (MET + "[[The Russian minister]] thanked him.", "Sergey Lavrov"),
        (MET + "[[Russia's top diplomat]] thanked him.", "Sergey Lavrov"),
        (SUMMIT + "[[The French leader]] left.", "Emmanuel Macron"),
        (SUMMIT + "[[The German leader]] left.", "Olaf Scholz"),
        (SUMMIT + "[[The French head of state]] left.", "Emmanuel Macron"),
        ("Kenya's ambassador to Chad, Anna Lind, spoke. [[The Kenyan diplomat]] left.", "Anna Lind"),
        ("Kenya's ambassador to Chad, Anna Lind, spoke. [[The Kenyan envoy]] left.", "Anna Lind"),
        ("Muhammadu Buhari won in Nigeria. [[The former general]] vowed reforms.", "Muhammadu Buhari"),
        # Somebody else: of another kind, told of without a name, new, or of a body.
        (SUMMIT + "[[The French diplomat]] left.", None),
        (SUMMIT + "[[The French opposition leader]] left.", None),
        (SUMMIT + "[[The French official]] left.", None),
        (SUMMIT + "[[The senior French official]] left.", None),
        (SUMMIT + "[[A French leader]] left.", None),
        (SUMMIT + "[[French leaders]] left.", None),
        (MET + "[[A Russian official]] spoke. [[The Russian official]] thanked him.", None),
        (MET + "[[The Kenyan diplomat]] thanked him.", None),
        ("Former minister Anna Lind of Peru spoke. [[A former minister]] left.", None),
    ],
)
def test_the_last_person_who_fits(actors: ActorList, text: str, name: str | None) -> None:
    plain, spans = split(text)
    found = resolve_parties(plain, spans, actors, published=date(2023, 1, 5))
    assert found.actors[spans[-1]].name == name

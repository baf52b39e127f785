from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.split import opening


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("BAMAKO, Mali, July 30 (Reuters) — Troops left.", "BAMAKO, Mali", "July 30", "Reuters"),
        ("HOMS, 3 May (AFP) - Troops left.", "HOMS", "3 May", "AFP"),
        ("KABUL (AP) — Troops left.", "KABUL", None, "AP"),
        ("Washington, Nov 3 (IANS): Troops left.", "Washington", "Nov 3", "IANS"),
        ("GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- [TEXT] TROOPS LEFT.", "GUATEMALA CITY", "4 FEB 90", "ACAN-EFE"),
        ("LIMA (PERU), 4 FEB 90 -- [REPORT] [TEXT] TROOPS LEFT.", "LIMA (PERU)", "4 FEB 90", None),
        ("(CNN) — Troops left.", None, None, "CNN"),
        ("(CNN)Troops left.", None, None, "CNN"),
        ("(Reuters) - Troops left.", None, None, "Reuters"),
        ("Paris (CNN) Troops left.", "Paris", None, "CNN"),
        ("GAZA CITY/JERUSALEM, Oct. 3 (Reuters) - Troops left.", "GAZA CITY/JERUSALEM", "Oct. 3", "Reuters"),
        ("KYIV, Ukraine — Troops left.", "KYIV, Ukraine", None, None),
        ("WASHINGTON—Troops left.", "WASHINGTON", None, None),
        ("NEW DELHI (AP) — Troops left.", "NEW DELHI", None, "AP"),
        ("MOSCOW, May 10. /TASS/. Troops left.", "MOSCOW", "May 10", "TASS"),
        ("BEIJING, Aug. 3 (Xinhua) -- Troops left.", "BEIJING", "Aug. 3", "Xinhua"),
        ("UNITED NATIONS, Friday, Sept. 6, 2019 (AP) — Troops left.", "UNITED NATIONS", "Friday, Sept. 6, 2019", "AP"),
        ("New Delhi, India - Troops left.", "New Delhi, India", None, None),
        ("Geneva/Nairobi - Troops left.", "Geneva/Nairobi", None, None),
        ("By Amina Diallo ABUJA, Nov 1 (Reuters) - Troops left.", "ABUJA", "Nov 1", "Reuters"),
        ("Damascus, SANA- Troops left.", "Damascus", None, "SANA"),
        ("Tehran, IRNA – Troops left.", "Tehran", None, "IRNA"),
        ("KÖNIGSWINTER, Germany – Troops left.", "KÖNIGSWINTER, Germany", None, None),
    ],
)
@pytest.mark.parametrize(
    "before", ["", "Troops leave the town\n", "Troops leave\n\nBy Amina Diallo\nAugust 2, 2024\n\n  "]
)
def test_openings(line: str, place: str | None, day: str | None, agency: str | None, before: str) -> None:
    text = before + line
    found = opening(text)
    assert found is not None
    assert text[found.span.end :].lower() == "troops left."
    words = [part.of(text) if part else None for part in (found.place, found.day, found.agency)]
    assert words == [place, day, agency]


@pytest.mark.parametrize(
    "text",
    [
        "Troops left the town — for good.",
        "Mali — a country of 20 million — has had two coups.",
        "Hong Kong Airport — one of the busiest — was closed.",
        "On Thursday, the North Atlantic Treaty Organization (NATO) met.",
        "The Islamic State (IS) group said so.",
        "BREAKING — Troops leave the town",
        "U.S. officials (AP) said so.",
        "A Kurdish man — said to be 30 — was held.",
        "",
        "\n\n",
    ],
)
def test_ordinary_beginnings(text: str) -> None:
    assert opening(text) is None


def test_only_the_beginning_counts() -> None:
    assert opening("A line.\n" * 8 + "KABUL (AP) — Troops left.") is None


@given(st.text(max_size=300) | st.text(alphabet="ABab ,.()—-/1\n", max_size=300))
def test_parts_lie_inside(text: str) -> None:
    found = opening(text)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert all(found.span.holds(part) for part in (found.place, found.day, found.agency) if part)


@pytest.mark.parametrize("piece", ["A", "A ", "A-", "Ab ", "A, ", "A/", "A.", "By Ab ", "MAY ", "1 May "])
def test_no_text_takes_long(piece: str) -> None:
    before = time.process_time()
    opening("\n".join([piece * 200] * 8))
    assert time.process_time() - before < 1.0

from __future__ import annotations

import pytest

from tests.web.conftest import Shared


@pytest.mark.parametrize(
    ("format", "ending", "title"), [("html", "html", "<h1>Week 1</h1>"), ("markdown", "md", "# Week 1")]
)
def test_what_a_filter_finds_as_a_situation_report(shared: Shared, format: str, ending: str, title: str) -> None:
    answer = shared.client.get(f"/api/brief?format={format}&title=Week 1&country=NER&min_origins=1")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/")
    assert answer.headers["content-disposition"].endswith(f'.{ending}"')
    assert title in answer.text and "country Niger; min origins 1" in answer.text
    found = shared.client.get("/api/incidents?country=NER&min_origins=1").json()["total"]["count"]
    assert f"{found} incident" in answer.text


def test_a_brief_of_what_is_new_is_empty_where_nothing_is(shared: Shared) -> None:
    assert "0 incidents" in shared.client.get("/api/brief?recorded_since=2200-01-01").text
    assert "new or changed since 2200-01-01 00:00 UTC" in shared.client.get("/api/brief?recorded_since=2200-01-01").text
    refused = shared.client.get("/api/brief?changed_since=soon")
    assert refused.status_code == 422 and "changed_since" in refused.json()["error"]["message"]

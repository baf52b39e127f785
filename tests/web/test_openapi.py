"""The description of the API, and that the front end's types say the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Shared

TYPES = Path(__file__).parents[2] / "frontend" / "src" / "api" / "types.ts"
OTHER_NAMES = {
    "CodebookAnswer": "Codebook", "SessionAnswer": "Session", "DecisionAnswer": "Decision", "TokenAnswer": "Token",
    "ErrorAnswer": "ApiError", "AgreementAnswer": None,
}  # fmt: skip
"""Models that have another name in the front end."""


@pytest.fixture(scope="module")
def description(shared: Shared) -> dict[str, Any]:
    described: dict[str, Any] = shared.client.get("/api/openapi.json").json()
    return described


def interfaces() -> dict[str, set[str]]:
    """The interfaces of the front end with the names of their fields, those they extend included."""
    source = re.sub(r"//[^\n]*|/\*.*?\*/", "", TYPES.read_text(encoding="utf-8"), flags=re.DOTALL)
    own: dict[str, tuple[str | None, set[str]]] = {}
    for match in re.finditer(r"export interface (\w+)(?:<\w+>)?(?: extends (\w+))? \{", source):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(source[end], 0)
            end += 1
        flat = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", source[match.end() : end - 1]))
        own[match.group(1)] = (match.group(2), set(re.findall(r"(\w+)\??:", flat)))

    def whole(name: str) -> set[str]:
        base, fields = own[name]
        return fields | (whole(base) if base else set())

    return {name: whole(name) for name in own}


def test_the_types_of_the_front_end_are_those_of_the_api(description: dict[str, Any]) -> None:
    ours, compared = interfaces(), 0
    for name, schema in description["components"]["schemas"].items():
        theirs = OTHER_NAMES.get(name, name)
        if theirs in ours:
            assert ours[str(theirs)] == set(schema["properties"]), name
            compared += 1
    assert compared >= 40


def test_every_endpoint_is_described(description: dict[str, Any]) -> None:
    ids = [o["operationId"] for path in description["paths"].values() for o in path.values()]
    assert len(ids) == len(set(ids)) >= 50
    for path in description["paths"].values():
        for operation in path.values():
            assert operation["description"] and "422" in operation["responses"]

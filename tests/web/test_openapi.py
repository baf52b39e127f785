"""The description of the API: what it says is true, whatever is asked; the front end's types say the same."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.schemas import APIOperation

from tests.web.conftest import Client, NewClient, Shared

TYPES = Path(__file__).parents[2] / "frontend" / "src" / "api" / "types.ts"
EXAMPLES = 3
"""Requests for each endpoint: few, for every run of the tests; raise it to look longer."""
OTHER_NAMES = {
    "CodebookAnswer": "Codebook", "SessionAnswer": "Session", "DecisionAnswer": "Decision", "TokenAnswer": "Token",
    "AccountAnswer": "Account", "AccountList": "Accounts",
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


def operations(description: dict[str, Any]) -> Iterator[APIOperation[Any, Any, Any, Any]]:
    """All but those that begin jobs, which have tests of their own."""
    schema = schemathesis.openapi.from_dict(description)
    for path, methods in description["paths"].items():
        if not path.startswith("/api/add/"):
            yield from (schema[path][method.upper()] for method in methods)


def sent(client: Client, case: schemathesis.Case) -> None:
    """Send a request; the client fails where the answer is a fault, or has not the form that is described."""
    told = case.as_transport_kwargs(base_url="http://127.0.0.1")
    options = {name: told[name] for name in ("params", "json") if told.get(name) is not None}
    options["headers"] = {n: v for n, v in told["headers"].items() if n.lower() in ("content-type", "accept")}
    options |= {"content": told["data"]} if isinstance(told.get("data"), str | bytes) else {}
    client.request(told["method"], told["url"], **options)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_no_request_breaks_the_server(
    new_client: NewClient, description: dict[str, Any], mode: schemathesis.GenerationMode
) -> None:
    client = new_client(writes=(10**6, 60.0), downloads=(10**6, 60.0)).enter()
    for operation in operations(description):

        @seed(20261125)
        @settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: schemathesis.Case) -> None:
            sent(client, case)

        with contextlib.suppress(Unsatisfiable):  # nothing that is asked can be wrong here
            ask()

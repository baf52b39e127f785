"""Every error of the API in one form: {"error": {"code", "message", "field"?, "current"?}}."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dateline.errors import ArticleError, ConflictError, InputError, MissingError, StopError, StoreError
from dateline.web.answers import JsonAnswer

LOG = logging.getLogger("dateline.web")
CODES = {400: "bad_request", 401: "login", 403: "forbidden", 404: "not_found", 405: "method", 413: "too_large"}
FIELD = re.compile(r"([a-z_.]{1,40}): ")


class Refused(Exception):
    """A request that is not answered: the status and what the error says."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        field: str | None = None,
        current: Any = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.field, self.current = status, code, message, field, current
        self.headers = headers or {}

    def answer(self) -> Response:
        """The answer."""
        error: dict[str, Any] = {"code": self.code, "message": self.message}
        if self.field is not None:
            error["field"] = self.field
        if self.current is not None:
            error["current"] = self.current
        return JsonAnswer({"error": error}, status_code=self.status, headers=self.headers)


def add_to(app: FastAPI) -> None:
    """Let the application answer errors in this form."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(StopError, _stop)
    app.add_exception_handler(ArticleError, _stop)


def answer(error: Exception, request: str) -> Response:
    """The answer to a request that any error broke off."""
    if isinstance(error, Refused):
        return error.answer()
    if isinstance(error, StopError | ArticleError):
        return of(error).answer()
    LOG.error("%s failed", request, exc_info=error)
    return Refused(500, "internal", "a fault of Dateline: the server's log says more").answer()


def of(error: Exception) -> Refused:
    """The refusal that an error of Dateline comes to."""
    if isinstance(error, MissingError):
        return Refused(404, "not_found", str(error))
    if isinstance(error, ConflictError):
        return Refused(409, "conflict", str(error))
    if isinstance(error, StoreError):
        return Refused(503, "unavailable", str(error))
    message = str(error)
    named = FIELD.match(message) if isinstance(error, InputError) else None
    return Refused(422, "invalid", message, field=named.group(1) if named else None)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return error.answer()


def _stop(request: Request, error: Exception) -> Response:
    return of(error).answer()


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return Refused(400, "bad_request", "the body is no JSON").answer()
    field = _place(first["loc"])
    return Refused(422, "invalid", f"{field}: {first['msg']}" if field else str(first["msg"]), field=field).answer()


def _place(path: Sequence[Any]) -> str | None:
    """ "edits.0.field" from ("body", "edits", 0, "field")."""
    return ".".join(str(step) for step in path[1:]) or None


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = CODES.get(error.status_code, "bad_request" if error.status_code < 500 else "internal")
    return Refused(error.status_code, code, str(error.detail), headers=dict(error.headers or {})).answer()

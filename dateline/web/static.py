"""The built pages: files by their names, `index.html` for every address of the application."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

FOREVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"
ASSETS = "assets/"
INDEX = "index.html"
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml",
         ".webmanifest": "application/manifest+json", ".woff2": "font/woff2"}  # fmt: skip
MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Dateline</title>
<h1>The pages of the workbench are not built</h1>
<p>They are made with the package. In a clone, run <code>{command}</code> and reload; the API under
<a href="/api/openapi.json">/api</a> works without them.</p></html>
"""
COMMAND = "pip install -e ."


def pages(folder: Path) -> Callable[[Request], Response]:
    """What answers requests for pages and their files."""

    def answer(request: Request) -> Response:
        name = request.path_params["path"]
        file = _file(folder, name)
        if file is not None and name != INDEX:
            kept = FOREVER if name.startswith(ASSETS) else AN_HOUR
            return FileResponse(file, media_type=_type(file), headers={"cache-control": kept})
        if name != INDEX and (name.startswith(ASSETS) or "." in name.rpartition("/")[2]):
            return HTMLResponse("<!doctype html><title>Not found</title><p>There is no such file.", status_code=404)
        index = folder / INDEX
        if not index.is_file():
            return HTMLResponse(MISSING.format(command=escape(COMMAND)), status_code=404)
        return FileResponse(index, media_type="text/html", headers={"cache-control": "no-cache"})

    return answer


def _file(folder: Path, name: str) -> Path | None:
    """The file of that name inside the folder; none that leads out of it."""
    if not name or "\\" in name or any(part.startswith(".") for part in name.split("/")):
        return None
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):
        return None


def _type(file: Path) -> str:
    return TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"

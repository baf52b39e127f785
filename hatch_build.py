"""Makes the gazetteer and the front end while the package is built: both hold what belongs to others.

Their data and code are fetched from the registries by name and version; neither is kept in the repository.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("dateline") / "resolve" / "data" / "gazetteer.sqlite"


class MadeFilesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the gazetteer and the front end for wheels and editable installs, unless they are there and current."""

    def dependencies(self) -> list[str]:
        """The packages that hold the data and Node.js, or nothing where all is there already."""
        frontend = _frontend(self.root)
        node = [] if frontend.is_current() else [frontend.NODE_PACKAGE]
        return node + ([] if self._is_current() else list(_where(self.root, "packages").PACKAGES))

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes what is missing or made from other sources."""
        if not self._is_current():
            self.app.display_info("making the gazetteer (about half a minute)")
            _where(self.root, "packages").build_from_packages(Path(self.root) / GAZETTEER)
        frontend = _frontend(self.root)
        if not frontend.is_current():
            self.app.display_info("building the front end (about half a minute)")
            frontend.build()
        if version == "standard":  # an editable install finds them beside the package
            build_data["force_include"][str(Path(self.root) / "samples")] = "dateline/samples"

    def _is_current(self) -> bool:
        return bool(_where(self.root, "build").is_current(Path(self.root) / GAZETTEER))


def _frontend(root: str) -> ModuleType:
    """The module frontend/build.py."""
    path = Path(root) / "frontend" / "build.py"
    spec = importlib.util.spec_from_file_location("frontend_build", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _where(root: str, name: str) -> ModuleType:
    """A module of dateline.resolve.where, without importing the packages around it: they need numpy and more."""
    for package in ("dateline", "dateline.resolve", "dateline.resolve.where"):
        if package not in sys.modules:
            module = ModuleType(package)
            module.__path__ = [str(Path(root, *package.split(".")))]
            sys.modules[package] = module
    return importlib.import_module(f"dateline.resolve.where.{name}")

"""Makes the gazetteer while the package is built: its data belong to others and are not kept in the repository."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("dateline") / "resolve" / "data" / "gazetteer.sqlite"


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the gazetteer for wheels and editable installs, unless one of the present recipe is there."""

    def dependencies(self) -> list[str]:
        """The packages that hold the data, or nothing where the gazetteer is there already."""
        return [] if self._is_current() else list(_where(self.root, "packages").PACKAGES)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes the gazetteer where it is missing or of another recipe."""
        if not self._is_current():
            self.app.display_info("making the gazetteer (about half a minute)")
            _where(self.root, "packages").build_from_packages(Path(self.root) / GAZETTEER)

    def _is_current(self) -> bool:
        return bool(_where(self.root, "build").is_current(Path(self.root) / GAZETTEER))


def _where(root: str, name: str) -> ModuleType:
    """A module of dateline.resolve.where, without importing the packages around it: they need numpy and more."""
    for package in ("dateline", "dateline.resolve", "dateline.resolve.where"):
        if package not in sys.modules:
            module = ModuleType(package)
            module.__path__ = [str(Path(root, *package.split(".")))]
            sys.modules[package] = module
    return importlib.import_module(f"dateline.resolve.where.{name}")

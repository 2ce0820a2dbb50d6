"""What somebody wants pictures of, and taking them: the tests of the gallery, with every picture kept."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch

import pytest

from tests.gallery.variants import Variant

_WINDOW = "tests/gallery/test_gallery.py"
WINDOW_TESTS = tuple(f"{_WINDOW}::{test}" for test in ("test_the_window", "test_the_first_minutes", "test_the_bench"))
PAPER_TESTS = (
    "tests/gallery/test_designs.py::test_the_designs_of_a_scene_lie_side_by_side",
    "tests/gallery/test_papers.py",
)


@dataclass(frozen=True)
class Asked:
    """What somebody wants pictures of: scenes by name, also with *, and each of them in every one of the variants."""

    variants: tuple[Variant, ...]
    patterns: tuple[str, ...] = ("*",)

    def pytest_configure(self, config: pytest.Config) -> None:
        """As a plugin, it stands in for the daily variants."""
        config.stash[ASKED] = self

    def of(self, scenes: Iterable[str]) -> dict[Variant, tuple[str, ...]]:
        """The wanted ones of these scenes in each variant."""
        names = tuple(name for name in scenes if any(fnmatch(name, pattern) for pattern in self.patterns))
        return dict.fromkeys(self.variants, names) if names else {}


ASKED = pytest.StashKey[Asked]()


def take(asked: Asked, *tests: str) -> int:
    """Run these tests for what is asked; returns their exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options = ["-q", "--tb=line", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"]
    return int(pytest.main([*options, *tests], plugins=[asked]))

"""The same desk as the pages have, and a printing system of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cups import Cups, ask_at, cups
from tests.ui.pages.conftest import around, around_both, filled

__all__ = ["around", "around_both", "filled", "no_printer", "printer"]


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, no_printer: None) -> Iterator[Cups]:
    """A private CUPS with one printer that keeps what it is given."""
    with cups() as server:
        ask_at(monkeypatch, server.folder / "socket")
        yield server


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without any printer."""
    ask_at(monkeypatch, tmp_path / "nobody")

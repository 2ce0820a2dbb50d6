"""A desk for tests: its screen, keyboard and mouse, cleared away after the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.week.desk import ROOT, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    one = Desk("desk", tmp_path, pictures=ROOT / "build" / "week" / "desk")
    yield one
    one.close()

"""A desk with a shop behind it for every page: in a file, or on each engine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.ui.theme.theme import Theme
from tests.ui.pages.around import Around


@pytest.fixture
def filled() -> Any:
    """What fills the shop before the desk opens it; a test module overrides it."""
    return lambda shop: None


@pytest.fixture
def around(qtbot: Any, theme: Theme, tmp_path: Path, ready_file: Path, filled: Any) -> Iterator[Around]:
    """A desk on a shop in a file."""
    file = tmp_path / "shop.cordial"
    shutil.copy(ready_file, file)
    yield from _around(qtbot, theme, str(file), filled)


@pytest.fixture
def around_both(qtbot: Any, theme: Theme, shop_location: str, filled: Any) -> Iterator[Around]:
    """A desk on a shop of each engine in turn."""
    yield from _around(qtbot, theme, shop_location, filled)


def _around(qtbot: Any, theme: Theme, location: str, filled: Any) -> Iterator[Around]:
    from desktop_app.store.connect import open_shop
    from tests.made import TODAY

    shop = open_shop(location, today=lambda: TODAY)
    filled(shop)
    shop.close()
    made = Around(qtbot, theme, location)
    made.settle()
    yield made
    made.close()

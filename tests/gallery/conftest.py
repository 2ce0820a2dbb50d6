"""The gallery stands on what every test of the window stands on, and on a sample shop made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.actions.demo import fill_sample
from desktop_app.store.connect import Shop, open_shop
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.looking import MORNING
from tests.made import TODAY
from tests.ui.around import House
from tests.ui.conftest import nothing_stray, theme

__all__ = ["nothing_stray", "theme"]


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed shop with invented people and orders around the tests' day."""
    file = tmp_path_factory.mktemp("sample") / "shop.db"
    shop = open_shop(str(file), today=lambda: TODAY)
    fill_sample(shop, customers=90, orders=240, seed=3)
    shop.close()
    return file


@pytest.fixture
def house(qtbot: Any, theme: Theme, tmp_path: Path, sample_file: Path) -> Iterator[House]:
    """A window on the sample."""
    yield from _house(qtbot, theme, tmp_path, sample_file)


@pytest.fixture
def new_house(qtbot: Any, theme: Theme, tmp_path: Path, ready_file: Path) -> Iterator[House]:
    """A window on a shop that nobody is in yet."""
    yield from _house(qtbot, theme, tmp_path, ready_file)


def _house(qtbot: Any, theme: Theme, folder: Path, file: Path) -> Iterator[House]:
    copy = folder / "shop.db"
    shutil.copy(file, copy)
    made = House(qtbot, theme, str(copy), opener=lambda: _open_in_the_morning(copy))
    yield made
    made.close()
    theme.set_text_size(100)
    theme.choose(Mode.LIGHT)


def _open_in_the_morning(file: Path) -> Shop:
    shop = open_shop(str(file), today=lambda: TODAY)
    shop.now = lambda: MORNING  # type: ignore[method-assign]  # the same picture at any time of day
    return shop

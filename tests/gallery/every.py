"""The whole gallery, variant by variant; no part of the daily tests: `python -m tests.gallery` runs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop_app.domain.desk_settings import DESK_TEXT
from desktop_app.i18n import Language
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.bench_scenes import BENCH_SCENES
from tests.gallery.clipping import clipped
from tests.gallery.menu_scenes import DIALOG_SCENES, MENU_SCENES
from tests.gallery.scenes import FIRST_SCENES, SCENES, SLOW, Scene, dialog
from tests.gallery.test_gallery import _house, drop_deleted, sample_file, settle, settle_in
from tests.ui.around import House

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
__all__ = ["sample_file"]
_WINDOW: dict[str, Scene] = SCENES | MENU_SCENES | {name: dialog(show) for name, show in DIALOG_SCENES.items()}
_SCENES_OF = {"test_the_window": _WINDOW, "test_the_first_minutes": FIRST_SCENES, "test_the_bench": BENCH_SCENES}
FOLDER = Path(__file__).resolve().parents[2] / "build" / "gallery" / "every"


@dataclass(frozen=True)
class Variant:
    """How the window is looked at: whose language, on which ground, how large, at what size of text."""

    language: Language
    mode: Mode
    size: tuple[int, int]
    text: int

    def __str__(self) -> str:
        return f"{self.language}-{self.mode}-{self.size[0]}x{self.size[1]}-{self.text}"


class Every:
    """What is wanted this time, for pytest; every variant is a test of its own."""

    def __init__(self, variants: list[Variant], scenes: tuple[str, ...]) -> None:
        self._variants, self._scenes = variants, scenes

    def pytest_generate_tests(self, metafunc: Any) -> None:
        """Give the tests below their variants, and which scenes are wanted."""
        any_here = _chosen(_SCENES_OF[metafunc.function.__name__], self._scenes)
        metafunc.parametrize("variant", self._variants if any_here else [], ids=str)
        metafunc.parametrize("patterns", [self._scenes], ids=["wanted"], scope="session")


@pytest.fixture(scope="session")
def shown(patterns: tuple[str, ...]) -> Iterator[set[str]]:
    """Names of the classes seen so far; at the end those of dialogs and menus no scene shows are written down."""
    seen: set[str] = set()
    yield seen
    if patterns == ("*",):
        unseen = sorted((_ours(QDialog) | _ours(QMenu)) - seen)
        (FOLDER / "never-shown.txt").write_text("".join(f"{name}\n" for name in unseen), encoding="utf-8")


def _ours(kind: type[QWidget]) -> set[str]:
    found = {one.__name__ for one in kind.__subclasses__() if one.__module__.startswith("desktop_app.")}
    return found.union(*(_ours(one) for one in kind.__subclasses__()))


@pytest.fixture
def house(qtbot: Any, theme: Theme, tmp_path: Path, sample_file: Path) -> Iterator[House]:
    """A window on the sample."""
    yield from _house(qtbot, theme, tmp_path, sample_file)


@pytest.fixture
def new_house(qtbot: Any, theme: Theme, tmp_path: Path, ready_file: Path) -> Iterator[House]:
    """A window on a shop that nobody is in yet."""
    yield from _house(qtbot, theme, tmp_path, ready_file)


def test_the_window(house: House, theme: Theme, variant: Variant, patterns: tuple[str, ...], shown: set[str]) -> None:
    _write(variant, _look(house, theme, variant, _chosen(_WINDOW, patterns), shown))


def test_the_first_minutes(
    new_house: House, theme: Theme, variant: Variant, patterns: tuple[str, ...], shown: set[str]
) -> None:
    _write(variant, _look(new_house, theme, variant, _chosen(FIRST_SCENES, patterns), shown))


def test_the_bench(house: House, theme: Theme, variant: Variant, patterns: tuple[str, ...], shown: set[str]) -> None:
    _write(variant, _look(house, theme, variant, _chosen(BENCH_SCENES, patterns), shown))


def _write(variant: Variant, lines: Iterator[str]) -> None:
    """Keep what is wrong beside the pictures; the test fails where there is any."""
    found = list(lines)
    with (FOLDER / str(variant) / "wrong.txt").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in found)
    assert not found


def _chosen(scenes: dict[str, Scene], patterns: tuple[str, ...]) -> dict[str, Scene]:
    return {name: show for name, show in scenes.items() if any(fnmatch(name, pattern) for pattern in patterns)}


def _look(house: House, theme: Theme, variant: Variant, scenes: dict[str, Scene], shown: set[str]) -> Iterator[str]:
    """A picture of each scene; yields what does not fit and which scene could not be shown."""
    folder = FOLDER / str(variant)
    folder.mkdir(parents=True, exist_ok=True)
    theme.set_text_size(variant.text)
    house.settings.set(DESK_TEXT, str(variant.text))
    settle_in(house, theme, variant.language, variant.mode)
    for name, show in scenes.items():
        house.shell.resize(*variant.size)
        try:
            top = show(house)
        except Exception as why:  # noqa: BLE001 - one scene that cannot be shown leaves the others to be looked at
            yield f"{name}: {type(why).__name__}: {why}"
            continue
        if top.windowType() is Qt.WindowType.Window:  # a bench; dialogs and menus are as large as they like
            top.resize(*variant.size)
        settle(house, top, wait=400 if name in SLOW else 20)
        top.grab().save(str(folder / f"{name}.png"))
        shown.update(type(one).__name__ for one in (top, *top.findChildren(QWidget)))
        yield from (f"{name}: {line}" for line in clipped(top))
        _put_away(house, top)


def _put_away(house: House, top: QWidget) -> None:
    for one in house.shell.findChildren(QDialog):
        one.close()
    if top is not house.shell:
        top.close()
    drop_deleted()
    house.settle()

"""Every state of the packing bench as a picture: three languages, light and dark, small and large; nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.i18n import Language
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.bench_scenes import BENCH_SCENES
from tests.gallery.clipping import clipped
from tests.gallery.test_gallery import FOLDER, Pseudo, _house, drop_deleted, sample_file, settle, settle_in
from tests.ui.around import House

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
__all__ = ["sample_file"]
SIZES = {"large": (1280, 800), "wide": (1920, 1080), "small": (640, 400)}


@pytest.fixture
def house(qtbot: Any, theme: Theme, tmp_path: Path, sample_file: Path) -> Iterator[House]:
    """A window on the sample."""
    yield from _house(qtbot, theme, tmp_path, sample_file)


def walk(house: House, name: str, *, without: str = "") -> list[str]:
    """Take a picture of every state at every size, each in a bench of its own; returns what did not fit."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for scene, show in BENCH_SCENES.items():
        if scene == without:
            continue
        house.shell.resize(1280, 800)
        top = show(house)
        for size, (width, height) in SIZES.items():
            top.resize(width, height)
            settle(house, top)
            file = f"{scene}-{name}-{size}.png"
            top.grab().save(str(FOLDER / file), quality=90)  # type: ignore[call-overload]
            lines += [f"{file}: {line}" for line in clipped(top)]
        top.close()
        drop_deleted()
        house.settle()
    return lines


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK], ids=str)
@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_state_of_the_bench(house: House, theme: Theme, language: Language, mode: Mode) -> None:
    settle_in(house, theme, language, mode)
    assert "\n".join(walk(house, f"{language}-{mode}")) == ""


def test_words_twice_as_long_still_fit_at_the_bench(house: House, theme: Theme) -> None:
    # a sentence made of sentences comes out eight times as long: no language is
    house.speak = Pseudo
    settle_in(house, theme, Language.EN, Mode.LIGHT)
    assert "\n".join(walk(house, "pseudo", without="bench-unticked")) == ""

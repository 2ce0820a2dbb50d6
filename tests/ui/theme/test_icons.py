from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor

from desktop_app.paths import resources
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.theme.icons import Icons

UI = Path(__file__).resolve().parents[3] / "desktop_app" / "ui"
NAMED = re.compile(
    r"""(?:icon=|\.wear\([\w.]+,\s*|icon_button\(\s*[\w.]+,\s*|pixmap\(\s*|\.icon\()"([a-z-]+)\"""", re.VERBOSE
)


def test_every_icon_the_window_names_is_there(qapp: Any) -> None:
    named = {name for file in UI.rglob("*.py") for name in NAMED.findall(file.read_text("utf-8"))}
    named |= {entry.icon for entry in ENTRIES}
    assert len(named) > 15
    assert {name for name in named if not resources("icons", f"{name}.svg").exists()} == set()


@pytest.mark.parametrize("file", sorted(resources("icons").glob("*.svg")), ids=lambda file: file.stem)
def test_an_icon_is_of_the_family(file: Path) -> None:
    text = file.read_text("utf-8")
    if file.stem != "app":
        assert 'viewBox="0 0 16 16"' in text
        assert 'stroke="currentColor"' in text
        assert 'stroke-width="1.6"' in text


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: Any) -> None:
    picture = Icons().pixmap("check", "#A8481F", ratio=2.0)
    image = picture.toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    }
    assert (image.width(), picture.devicePixelRatio()) == (32, 2.0)
    assert colours == {QColor("#A8481F").name()}


def test_an_icon_is_rendered_once(qapp: Any) -> None:
    icons = Icons()
    assert icons.pixmap("check", "#112233").cacheKey() == icons.pixmap("check", "#112233").cacheKey()
    assert icons.pixmap("check", "#112233").cacheKey() != icons.pixmap("check", "#332211").cacheKey()

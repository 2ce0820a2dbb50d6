"""What a desk keeps for its packing bench."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.domain.desk_settings import BENCH_PREFIX, BENCH_SOUND, BENCH_SUFFIX
from desktop_app.ui.pages.settings.bench_card import BenchCard
from tests.ui.around import House

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def card(house: House) -> BenchCard:
    house.open()
    house.window.navigate("settings")
    house.settle()
    page: Any = house.window.stage.page
    found = page.findChild(BenchCard)
    assert isinstance(found, BenchCard)
    return found


def test_the_scanners_signs_and_the_sound_are_kept_at_once(house: House) -> None:
    shown = card(house)
    house.qtbot.keyClicks(shown.prefix, "~")
    house.qtbot.keyClicks(shown.suffix, "$$")
    shown.sound.click()
    assert house.settings.get(BENCH_PREFIX) == "~"
    assert house.settings.get(BENCH_SUFFIX) == "$$"
    assert house.settings.get(BENCH_SOUND) is False


def test_the_bench_opens_from_there(house: House) -> None:
    shown = card(house)
    house.window.bench_full = False
    shown.open_button.click()
    assert house.window.bench is not None
    assert house.window.bench.window.isVisible()
    house.window.bench.window.close()

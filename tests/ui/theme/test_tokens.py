from __future__ import annotations

import pytest

from desktop_app.ui.theme.tokens import DARK, LIGHT, Colours
from tests.ui.theme.contrast import contrast

READ = ("text", "muted", "accent", "good", "warn", "bad")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", READ)
def test_every_text_colour_is_readable_on_both_grounds(colours: Colours, name: str) -> None:
    assert min(contrast(colours.of(name), colours.of(ground)) for ground in ("ground", "surface")) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_stands_on_the_filled_button_and_on_soft_is_readable(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.accent, colours.soft) >= 4.5
    assert contrast(colours.text, colours.soft) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_a_share_of_one_colour_over_another() -> None:
    assert LIGHT.mixed("#FFFFFF", "#000000", 0.5) == "#808080"
    assert LIGHT.mixed("#A1B2C3", "#000000", 1) == "#A1B2C3"

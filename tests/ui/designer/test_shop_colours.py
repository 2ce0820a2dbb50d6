"""A colour of the shop, chosen by its name, is printed as the shop has it."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.actions.settings import set_settings
from desktop_app.domain.cards import Colour, Format
from desktop_app.domain.design_text import set_colour
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import SHOP_COLOURS
from desktop_app.i18n import msg
from tests.made import BY


@pytest.fixture
def filled() -> Any:
    return lambda shop: set_settings(shop, {SHOP_COLOURS: "Rose #FF0088\nSky #3366FF"}, actor=BY)


def test_a_colour_of_the_shop_by_name(opened: Any) -> None:
    hand = opened(Kind.BIRTHDAY)
    hand.press("Area")
    field = hand.space.properties.form.box("colour").input
    field.choice.set_value("shop.Rose")
    field.choice.edited.emit()
    hand.settle()
    assert hand.item("area").colour == "shop.Rose"
    frame = hand.frame("area")
    hand.session.select(())
    hand.settle()
    scale = hand.canvas.image.width() / 111
    x, y = ((at + 3) * scale for at in frame.centre)
    assert hand.canvas.image.pixelColor(round(x), round(y)).name() == "#ff0088"


def test_a_colour_that_is_no_longer_set_is_told_and_shown_as_it_is_printed(opened: Any) -> None:
    hand = opened(Kind.BIRTHDAY)
    hand.press("Area")
    hand.session.edit(msg("Colour"), set_colour(hand.session.template, "area", "shop.Moss", form=Format.MEDIUM))
    hand.settle()
    choice = hand.space.properties.form.box("colour").input.choice
    assert choice.currentText() == "Moss, not set yet"
    accent = hand.session.template.palette[Colour.ACCENT].lower()
    assert choice.itemIcon(choice.currentIndex()).pixmap(14).toImage().pixelColor(7, 7).name() == accent

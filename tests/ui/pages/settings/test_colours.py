"""The shop's colours: each has a button that shows it and a name; the page keeps them like any setting."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from desktop_app.domain.errors import Invalid
from desktop_app.domain.settings import SHOP_COLOURS
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.settings.colours import ColoursInput
from desktop_app.ui.pages.settings.groups import SHOP
from desktop_app.ui.pages.settings.page import SettingsPage
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def colours(page: SettingsPage) -> ColoursInput:
    found = page.forms[SHOP].box(SHOP_COLOURS.key).input
    assert isinstance(found, ColoursInput)
    return found


def pick(colours: ColoursInput, colour: str) -> None:
    """Chooses in the picker that is open."""
    [dialog] = [one for one in colours.window().findChildren(QColorDialog) if one.isVisible()]
    dialog.setCurrentColor(QColor(colour))
    dialog.accept()


def test_colours_are_added_named_and_kept(colours: ColoursInput, page: SettingsPage, house: House) -> None:
    for name, colour in (("Roze", "#a8481f"), ("Jūra", "#23596b")):
        colours.add.click()
        pick(colours, colour)
        colours.rows[-1].name.set_value(name)
        colours.rows[-1].name.edited.emit()
    assert page.dirty
    page.save()
    house.settle()
    assert kept(house, settings)[SHOP_COLOURS] == "Roze #A8481F\nJūra #23596B"
    assert [(row.name.value(), row.button.text()) for row in colours.rows] == [("Roze", "#A8481F"), ("Jūra", "#23596B")]
    assert not page.dirty


def test_one_is_changed_and_one_removed(colours: ColoursInput, page: SettingsPage, house: House) -> None:
    colours.set_value("Roze #A8481F\nJūra #23596B")
    colours.rows[1].pick()
    pick(colours, "#000080")
    colours.rows[0].removed.emit()
    assert colours.value() == "Jūra #000080"
    page.drop()
    house.settle()
    assert (colours.rows, colours.value()) == ([], "")


def test_a_colour_without_a_name_and_two_of_one_name_are_said_at_the_field(
    colours: ColoursInput, page: SettingsPage, house: House
) -> None:
    colours.set_value("Roze #A8481F\nJūra #23596B")
    colours.rows[1].name.set_value("")
    with pytest.raises(Invalid, match="a name"):
        colours.value()
    colours.rows[1].name.set_value("Roze")
    page.save()
    assert "Two colours are called" in page.forms[SHOP].box(SHOP_COLOURS.key).error
    house.settle()
    assert kept(house, settings)[SHOP_COLOURS] == ""

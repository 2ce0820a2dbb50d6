"""Scenes of the window's own frame: what was done at every desk, the handbook."""

from __future__ import annotations

from desktop_app.actions.customers import add_customer
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.ui.handbook.reader import Reader
from desktop_app.ui.history import HistoryDialog
from tests.ui.around import House


def history(house: House) -> None:
    """What two desks did, one of it taken back."""
    work, undoing = house.window.work, house.window.undoing
    work.change(set_settings, {SHOP_NAME: "Mazais veikals"}, actor="Boriss")
    work.change(add_customer, CustomerFields(given="Līga", family="Kalniņa"))
    house.settle()
    undoing.undo()
    HistoryDialog(house.window.desk, house.shell, take_back=undoing.take_back).open()


def handbook(house: House) -> None:
    """The handbook at the page for Today."""
    window = house.window
    window.handbook.open_at(house.shell, window.stage.page)


def handbook_found(house: House) -> None:
    """The handbook after a word was typed: the pages that have it, the first of them open."""
    handbook(house)
    reader = house.shell.findChild(Reader)
    assert reader is not None
    reader.contents.search.edit.setText("pdf")

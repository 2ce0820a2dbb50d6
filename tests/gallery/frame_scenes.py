"""Scenes of the window's own frame: the list of what was done at every desk."""

from __future__ import annotations

from desktop_app.actions.customers import add_customer
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.settings import SHOP_NAME
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

"""The list of changes: whose they are, and taking one back from there."""

from __future__ import annotations

import pytest

from desktop_app.actions.customers import add_customer
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.queries.customer_list import customer_ids
from desktop_app.store.connect import open_shop
from desktop_app.ui.history import HistoryDialog
from desktop_app.ui.models.rows import Role
from tests.made import TODAY
from tests.ui.around import House


@pytest.fixture
def lived_in(house: House) -> House:
    """A shop in which Boriss did something, and then this desk."""
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor="Boriss")
    add_customer(shop, CustomerFields(given="Agnese"), actor="Boriss")
    shop.close()
    window = house.open()
    window.work.change(add_customer, CustomerFields(given="Līga"))
    house.settle()
    return house


def opened(house: House) -> HistoryDialog:
    next(a for a in house.shell.actions() if "Ctrl+H" in [k.toString() for k in a.shortcuts()]).trigger()
    house.settle()
    return house.shell.findChildren(HistoryDialog)[-1]


def lines(dialog: HistoryDialog) -> list[tuple[str, str, str]]:
    model = dialog.model
    return [
        (
            model.data(model.index(place, 0)),
            str(model.data(model.index(place, 0), Role.DETAIL)).split(" · ")[0],
            model.data(model.index(place, 1)),
        )
        for place in range(model.rowCount())
    ]


def test_every_change_stands_there_with_who_did_it(lived_in: House) -> None:
    dialog = opened(lived_in)
    assert lines(dialog)[:2] == [("Add Līga", "Ilze", ""), ("Add Agnese", "Boriss", "")]
    assert dialog.list.current_id() == dialog.model.id_at(0)
    assert dialog.undo.isEnabled()
    dialog.reject()


def test_anothers_change_is_taken_back_from_there(lived_in: House) -> None:
    dialog = opened(lived_in)
    dialog.list.go_to(dialog.model.id_at(1))
    dialog.undo.click()
    lived_in.settle()
    lived_in.settle()
    assert lines(dialog)[0][0] == "Undone: Add Agnese"
    assert lines(dialog)[2] == ("Add Agnese", "Boriss", "taken back")
    assert dialog.banner.text == "Undone: Add Agnese"
    assert dialog.list.current_id() == dialog.model.id_at(2)  # the row stays where it was
    assert not dialog.undo.isEnabled()
    found: list[int] = []
    lived_in.window.work.ask(lambda shop: len(customer_ids(shop)), then=found.append)
    lived_in.settle()
    assert found == [1]
    dialog.reject()


def test_what_cannot_be_taken_back_says_why_in_the_list(lived_in: House) -> None:
    lived_in.window.work.change(set_settings, {SHOP_NAME: "Lielais veikals"})
    lived_in.settle()
    dialog = opened(lived_in)
    dialog.list.go_to(dialog.model.id_at(3))  # Boriss's name for the shop
    dialog.undo.click()
    lived_in.settle()
    assert "cannot be undone" in dialog.banner.text
    assert dialog.undo.isEnabled()
    dialog.reject()

"""Carriers are kept on the Settings page, begun with what is suggested; the wrong thing is said at its field."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from desktop_app.actions.history import undo
from desktop_app.domain.carriers import SUGGESTED, CarrierFields
from desktop_app.queries.carriers import carriers
from desktop_app.ui.pages.settings.carriers_card import CarriersCard
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.window import Window
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> CarriersCard:
    return page.carriers


def said(card: CarriersCard) -> list[str]:
    return [label.text() for row in card.rows for label in row.findChildren(QLabel) if label.text()]


def buttons(card: CarriersCard) -> dict[str, QAbstractButton]:
    return {one.text(): one for row in card.rows for one in row.findChildren(QAbstractButton)}


def asked(house: House) -> FormDialog:
    house.settle()
    (found,) = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
    assert isinstance(found, FormDialog)
    return found


def listed(house: House) -> list[CarrierFields]:
    return [one.fields for one in kept(house, carriers)]


def test_a_suggested_carrier_is_looked_over_changed_and_kept(card: CarriersCard, house: House, window: Window) -> None:
    assert set(buttons(card)) == {f"+ {one.name}" for one in SUGGESTED}
    buttons(card)["+ Omniva"].click()
    dialog = asked(house)
    assert dialog.form.box("days").input.value() == 1
    dialog.form.box("days").input.set_value(2)
    dialog.form.box("countries").input.set_value("ee 3; DE 5")
    dialog.save()
    house.settle()
    [omniva] = listed(house)
    assert (omniva.name, omniva.days, omniva.countries) == ("Omniva", 2, (("DE", 5), ("EE", 3)))
    assert omniva.link == SUGGESTED[0].link
    assert said(card)[:2] == ["Omniva", "2 working days · DE 5, EE 3 · parcels can be followed"]
    assert "+ Omniva" not in buttons(card)
    window.work.change(undo)
    house.settle()
    assert listed(house) == []


def test_what_is_wrong_is_said_at_its_field(card: CarriersCard, house: House) -> None:
    card.add_button.click()
    dialog = asked(house)
    for key, typed, sentence in (
        ("name", "", "Give the carrier a name, as it stands in your orders."),
        ("countries", "Germany 5", "“Germany 5” is not a country and its days. Write them as EE 2, DE 5."),
        ("link", "https://post.example/", "Put {number} into the link, where the tracking number goes."),
    ):
        dialog.form.box("name").input.set_value("Pasts")
        dialog.form.box(key).input.set_value(typed)
        dialog.save()
        house.settle()
        assert dialog.form.box(key).error == sentence
        dialog.form.box(key).input.set_value("")
    assert listed(house) == []
    dialog.form.mark_clean()
    dialog.reject()


def test_a_carrier_is_changed_and_removed(card: CarriersCard, house: House, window: Window) -> None:
    from desktop_app.actions.carriers import add_carrier

    window.work.change(add_carrier, CarrierFields("Kurjers"))
    house.settle()
    card.edit(card.shown[0])
    dialog = asked(house)
    dialog.form.box("name").input.set_value("Ātrais kurjers")
    dialog.save()
    house.settle()
    assert [one.name for one in listed(house)] == ["Ātrais kurjers"]
    card.edit(card.shown[0])
    dialog = asked(house)
    next(one for one in dialog.findChildren(QAbstractButton) if one.text() == "Remove").click()
    house.settle()
    assert listed(house) == []

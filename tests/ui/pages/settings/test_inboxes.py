"""Inboxes on the Settings page: begun with what most shops have, changed, looked into and removed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from desktop_app.domain.complaints import Source
from desktop_app.domain.inboxes import InboxFields
from desktop_app.queries.inboxes import inboxes
from desktop_app.ui.pages.settings.inboxes_card import InboxesCard
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> InboxesCard:
    return page.inboxes


def said(card: InboxesCard) -> list[str]:
    return [label.text() for row in card.rows for label in row.findChildren(QLabel) if label.text()]


def press(card: InboxesCard, name: str) -> None:
    next(one for one in card.findChildren(QAbstractButton) if one.accessibleName() == name).click()


def asked(house: House) -> FormDialog:
    house.settle()
    (found,) = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
    assert isinstance(found, FormDialog)
    return found


def listed(house: House) -> list[InboxFields]:
    return [one.fields for one in kept(house, inboxes)]


def test_a_suggested_inbox_is_looked_over_and_kept(card: InboxesCard, house: House) -> None:
    press(card, "Add Marketplace review")
    dialog = asked(house)
    dialog.form.box("name").input.setText("Etsy")
    dialog.form.box("link").input.setText("etsy.example/messages")
    dialog.save()
    house.settle()
    assert listed(house) == [InboxFields("Etsy", Source.MARKETPLACE, "https://etsy.example/messages", 9)]
    assert said(card)[:3] == [
        "Etsy", "Look now", "Marketplace review · every 9 working hours · nobody looked there yet",
    ]  # fmt: skip


def test_somebody_looked_there(card: InboxesCard, house: House) -> None:
    press(card, "Add E-mail")
    asked(house).save()
    house.settle()
    press(card, "I looked: E-mail")
    house.settle()
    [one] = kept(house, inboxes)
    assert one.checked_by == "Ilze"
    assert "Look now" not in said(card)
    assert any("last looked at today" in text for text in said(card))


def test_it_is_changed_and_removed(card: InboxesCard, house: House) -> None:
    press(card, "Add E-mail")
    asked(house).save()
    house.settle()
    press(card, "Change: E-mail")
    dialog = asked(house)
    dialog.form.box("every_hours").input.set_value(1)
    dialog.save()
    house.settle()
    assert listed(house) == [InboxFields("E-mail", Source.EMAIL, "", 1)]
    assert any("every 1 working hour ·" in text for text in said(card))
    press(card, "Change: E-mail")
    next(one for one in asked(house).findChildren(QAbstractButton) if one.text() == "Remove").click()
    house.settle()
    assert listed(house) == []


def test_what_is_wrong_is_said_at_its_field(card: InboxesCard, house: House) -> None:
    card.add_button.click()
    dialog = asked(house)
    dialog.save()
    house.settle()
    assert dialog.form.box("name").error == "Say what this inbox is called, such as the shop’s mailbox."
    dialog.form.box("name").input.setText("Mailbox")
    dialog.form.box("link").input.setText("javascript:alert(1)")
    dialog.save()
    house.settle()
    assert "is not a web address" in dialog.form.box("link").error
    assert listed(house) == []

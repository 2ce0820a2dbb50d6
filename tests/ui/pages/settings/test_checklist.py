"""The owner keeps the packing checklist on the Settings page: steps added, reworded, moved and taken off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.packing import Needs
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packing import checklist
from desktop_app.ui.pages.settings.checklist_card import ChecklistCard
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window
from tests.ui.widgets.typing_in import type_in

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> ChecklistCard:
    return page.checklist


def steps(house: House) -> list[tuple[dict[Language, str], Needs]]:
    return [(dict(one.texts), one.needs) for one in kept(house, _steps)]


def _steps(shop: Shop) -> object:
    return checklist(shop)


def rows(card: ChecklistCard) -> list[str]:
    return [row.accessibleName() for row in card.rows if isinstance(row, DetailRow)]


def dialog_of(house: House) -> FormDialog:
    [found] = [one for one in house.shell.findChildren(FormDialog) if one.isVisible()]
    return found


def add(house: House, card: ChecklistCard, text: str, needs: Needs = Needs.EVERY) -> None:
    card.add_button.click()
    form = dialog_of(house).form
    type_in(form.box("text").input, text)
    form.box("needs").input.set_value(needs)
    dialog_of(house).save()
    house.settle()


def press(house: House, card: ChecklistCard, name: str) -> None:
    def found() -> list[QPushButton]:
        return [one for one in card.findChildren(QPushButton) if one.accessibleName() == name and one.isVisibleTo(card)]

    house.qtbot.waitUntil(lambda: bool(found()))
    found()[0].click()
    house.settle()


def test_steps_are_added_for_all_parcels_or_for_some(card: ChecklistCard, house: House) -> None:
    add(house, card, "Tissue and sticker")
    add(house, card, "Wrap each piece twice", Needs.FRAGILE)
    assert steps(house) == [
        ({Language.EN: "Tissue and sticker"}, Needs.EVERY), ({Language.EN: "Wrap each piece twice"}, Needs.FRAGILE),
    ]  # fmt: skip
    assert rows(card) == [
        "Tissue and sticker, every parcel", "Wrap each piece twice, parcels with something fragile",
    ]  # fmt: skip


def test_a_step_without_words_is_said_at_its_field(card: ChecklistCard, house: House) -> None:
    card.add_button.click()
    dialog = dialog_of(house)
    dialog.form.box("needs").input.set_value(Needs.GIFT)
    dialog.save()
    house.settle()
    assert "in one language at least" in dialog.form.box("text").error
    assert steps(house) == []


def test_a_step_is_moved_and_put_back_by_undo(card: ChecklistCard, house: House) -> None:
    for text in ("One", "Two", "Three"):
        add(house, card, text)
    next(one for one in card.findChildren(QPushButton) if one.accessibleName() == "Up: Three").setFocus()
    press(house, card, "Up: Three")
    held = house.shell.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.accessibleName() == "Up: Three"  # pressed once more, it goes up once more
    assert [texts[Language.EN] for texts, _ in steps(house)] == ["One", "Three", "Two"]
    press(house, card, "Down: One")
    assert [texts[Language.EN] for texts, _ in steps(house)] == ["Three", "One", "Two"]
    house.window.undoing.undo()
    house.settle()
    assert [name[:3] for name in rows(card)] == ["One", "Thr", "Two"]


def test_a_step_is_said_in_another_language_and_taken_off(card: ChecklistCard, house: House) -> None:
    add(house, card, "Tissue")
    press(house, card, "Change: Tissue")
    type_in(dialog_of(house).form.box("lv").input, "Zīdpapīrs")
    dialog_of(house).save()
    house.settle()
    assert steps(house) == [({Language.EN: "Tissue", Language.LV: "Zīdpapīrs"}, Needs.EVERY)]
    press(house, card, "Change: Tissue")
    [remove] = [one for one in dialog_of(house).findChildren(QPushButton) if one.text() == "Remove"]
    remove.click()
    house.settle()
    assert steps(house) == []
    assert rows(card) == []

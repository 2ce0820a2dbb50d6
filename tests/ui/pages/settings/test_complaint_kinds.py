"""The owner keeps the kinds of complaint on the Settings page: called otherwise, ordered, hidden, added, removed."""

from __future__ import annotations

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.ui.pages.settings.complaint_kinds_card import ComplaintKindsCard
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.ui.around import House
from tests.ui.pages.around import button, texts
from tests.ui.pages.settings.test_checklist import dialog_of, press, rows
from tests.ui.pages.settings.test_page import kept, page, window
from tests.ui.widgets.typing_in import type_in

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> ComplaintKindsCard:
    return page.complaint_kinds


def listed(shop: Shop) -> list[tuple[str, bool]]:
    return [(Words().say(one.name), one.hidden) for one in kinds(shop)]


def add(house: House, card: ComplaintKindsCard, text: str) -> None:
    card.add_button.click()
    type_in(dialog_of(house).form.box("texts").input, text)
    dialog_of(house).save()
    house.settle()


def test_the_program_s_kinds_stand_with_their_keys(card: ComplaintKindsCard) -> None:
    assert rows(card)[:2] == ["1  Came late", "2  Damaged"]


def test_a_kind_is_called_otherwise_and_gets_its_name_back(house: House, card: ComplaintKindsCard) -> None:
    card.edit(card.shown[1])
    type_in(dialog_of(house).form.box("texts").input, "Came broken")
    dialog_of(house).save()
    house.settle()
    assert rows(card)[1] == "2  Came broken"
    card.edit(card.shown[1])
    form = dialog_of(house).form
    assert form.box("texts").input.placeholderText() == "Damaged"
    form.box("texts").input.set_value("")
    dialog_of(house).save()
    house.settle()
    assert rows(card)[1] == "2  Damaged"


def test_a_kind_goes_up_and_off_the_list_and_the_keys_follow(house: House, card: ComplaintKindsCard) -> None:
    press(house, card, "Up: 2  Damaged")
    assert rows(card)[:2] == ["1  Damaged", "2  Came late"]
    press(house, card, "Hide: 1  Damaged")
    assert rows(card)[:2] == ["Damaged, not offered", "1  Came late"]
    assert kept(house, listed)[0] == ("Damaged", True)
    press(house, card, "Offer again: Damaged")
    assert rows(card)[0] == "1  Damaged"


def test_one_of_the_shop_s_own_is_added_and_removed_again(house: House, card: ComplaintKindsCard) -> None:
    add(house, card, "Smells odd")
    assert rows(card)[-1] == "9  Smells odd"
    card.edit(card.shown[-1])
    dialog = dialog_of(house)
    press_in(dialog, "Remove")
    house.settle()
    assert len(card.shown) == 8


def test_one_that_complaints_are_of_stays_and_says_why(house: House, card: ComplaintKindsCard) -> None:
    add(house, card, "Smells odd")
    code = card.shown[-1].kind.code
    house.window.work.change(add_complaint, ComplaintFields(code, text="Phew"), then=lambda _: None)
    house.settle()
    card.edit(card.shown[-1])
    press_in(dialog_of(house), "Remove")
    house.settle()
    assert len(card.shown) == 9
    assert "Hide it instead" in " ".join(texts(house.window.stage.banner))


def test_a_name_another_kind_has_is_refused_at_its_field(house: House, card: ComplaintKindsCard) -> None:
    card.add_button.click()
    dialog = dialog_of(house)
    type_in(dialog.form.box("texts").input, "damaged")
    dialog.save()
    house.settle()
    assert "already" in dialog.form.box("texts").error
    dialog.form.mark_clean()
    dialog.reject()


def press_in(dialog: FormDialog, text: str) -> None:
    button(dialog, text).click()

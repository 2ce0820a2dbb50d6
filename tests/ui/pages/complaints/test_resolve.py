"""“Make it good”: offers with costs, one proposed; chosen with its papers in one step; seen, taken out, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Verdict
from desktop_app.domain.kinds import Kind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.resolution_settings import RESOLUTION_LIMIT
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.i18n import Language
from desktop_app.queries.enclosures import enclosures_of
from desktop_app.queries.resolutions import resolutions
from desktop_app.queries.vouchers import vouchers_of
from desktop_app.ui.pages.complaints.resolve_card import ResolveCard
from desktop_app.ui.pages.complaints.resolve_dialog import good_file, make_good, open_good
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, TODAY, bought, person
from tests.ui.pages.around import press, texts

ONE = ComplaintId(1)


def fill(shop):
    set_settings(shop, {RESOLUTION_LIMIT: 10}, actor=BY)
    inga = person(shop, "Inga", "Ozola", language=Language.LV)
    common = {"paid": True, "total": Money(3000, "EUR"), "shipping": Money(500, "EUR")}
    order = bought(shop, inga, "Mug", "Cup", number="10421", status=Status.DELIVERED, **common)
    bought(shop, inga, "Mug", number="10500", status=Status.PAID, ship_by=TODAY, **common)
    add_complaint(shop, ComplaintFields("late", order=order, verdict=Verdict.YES), actor=BY)
    add_complaint(shop, ComplaintFields("rude"), actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def dialog(around):
    return opened(around, ONE)


def opened(around, complaint):
    found = open_good(around.desk, around.window, around.ask(lambda shop: good_file(shop, complaint)))
    around.settle()
    return found


def chosen(around, complaint=ONE):
    return around.ask(lambda shop: resolutions(shop, complaint))


def shown(dialog):
    return {key for key in ("deed", "size", "words", "apology", "enclosed", "what")
            if not dialog.form.box(key).isHidden()}  # fmt: skip


def choose(dialog, place):
    dialog.form.box("offer").input.buttons[place].click()


def test_the_offers_stand_with_their_costs_and_one_is_proposed(dialog):
    names = [button.accessibleName() for button in dialog.form.box("offer").input.buttons]
    assert len(names) == 5
    assert [("€3.75" in name, "Proposed." in name) for name in names][1:3] == [(True, False), (False, True)]
    assert names[-1] == "Something else"
    assert shown(dialog) == {"words", "apology", "what"}
    assert "10500" in dialog.form.box("apology").help


def test_one_step_books_it_and_lays_the_papers_into_the_next_parcel(around, dialog):
    choose(dialog, 1)
    values = dialog.form.value()
    assert (values["cost"], values["enclosed"]) == (Money(375, "EUR"), True)
    assert "15 %" in values["words"].replace("\xa0", " ")
    assert values["what"] == "sūtījums atnāca vēlāk, nekā solījām"
    press(dialog, "Choose it")
    around.settle()
    (made,) = chosen(around)
    assert (made.offer, made.cost, bool(made.code)) == (Offer(Deed.VOUCHER, 15), Money(375, "EUR"), True)
    papers = around.ask(lambda shop: enclosures_of(shop, ONE))
    assert [one.kind for one in papers] == [Kind.APOLOGY, Kind.VOUCHER]
    assert papers[0].apology.promised == made.words


def test_what_a_person_wrote_stays_when_they_choose_another(dialog):
    choose(dialog, 1)
    dialog.form.box("words").input.setPlainText("mūsu vārds")
    choose(dialog, 0)
    values = dialog.form.value()
    assert (values["words"], values["cost"]) == ("mūsu vārds", Money(500, "EUR"))


def test_more_than_the_month_has_is_warned_of_not_forbidden(around, dialog):
    choose(dialog, 3)
    assert "€15.00 more than the €10.00" in dialog.form.box("cost").help
    press(dialog, "Choose it")
    around.settle()
    assert chosen(around)[0].cost == Money(2500, "EUR")


def test_something_else_says_what_and_how_much(around, dialog):
    choose(dialog, 4)
    assert {"deed", "size"} <= shown(dialog)
    dialog.form.box("deed").input.set_value(Deed.PARTIAL_REFUND)
    press(dialog, "Choose it")
    around.settle()
    assert "needs a share or a sum" in dialog.form.box("size").error
    dialog.form.box("size").input.setText("much")
    press(dialog, "Choose it")
    assert "neither a share" in dialog.form.box("size").error
    dialog.form.box("size").input.setText("7,50")
    dialog.form.box("size").input.edited.emit()
    press(dialog, "Choose it")
    around.settle()
    assert chosen(around)[0].offer == Offer(Deed.PARTIAL_REFUND, amount=Money(750, "EUR"))


def test_of_nobodys_complaint_no_paper_is_offered(around):
    dialog = opened(around, ComplaintId(2))
    assert not shown(dialog) & {"apology", "enclosed", "what"}
    press(dialog, "Choose it")
    around.settle()
    assert len(chosen(around, ComplaintId(2))) == 1


def deed(card, text):
    """Press what a row of now offers; those shown before go later."""
    row = next(row for row in card.rows if any(one.text() == text for one in row.findChildren(QAbstractButton)))
    press(row, text)


def test_the_card_says_what_was_chosen_and_where_its_papers_lie(around):
    card = ResolveCard(around.desk)
    around.show(card)
    card.show_complaint(ONE)
    around.settle()
    assert "Nothing was chosen yet." in texts(card)
    dialog = opened(around, ONE)
    choose(dialog, 1)
    press(dialog, "Choose it")
    around.settle()
    card.show_complaint(ONE)
    around.settle()
    said = texts(card)
    assert "Voucher · 15%" in said
    assert said.count("lies in the parcel of order 10500") == 2
    deed(card, "Done")
    around.settle()
    assert chosen(around)[0].done_at
    for _ in range(2):
        card.show_complaint(ONE)
        around.settle()
        deed(card, "Take out")
        around.settle()
    card.show_complaint(ONE)
    around.settle()
    deed(card, "Take back")
    around.settle()
    assert around.told == []
    assert chosen(around) == ()


def test_the_voucher_goes_into_the_parcel_later_and_is_marked_used(around):
    dialog = opened(around, ONE)
    choose(dialog, 1)
    dialog.form.box("apology").input.setChecked(False)
    dialog.form.box("enclosed").input.setChecked(False)
    press(dialog, "Choose it")
    card = ResolveCard(around.desk)
    around.show(card)
    for said, papers, used in (
        ("Into the next parcel", 1, False), ("Voucher used", 0, True), ("Voucher not used", 0, False),
    ):  # fmt: skip
        card.show_complaint(ONE)
        around.settle()
        deed(card, said)
        around.settle()
        assert len(around.ask(lambda shop: enclosures_of(shop, ONE))) == papers
        (given,) = around.ask(lambda shop: vouchers_of(shop, complaint=ONE))
        assert (given.used_on is not None) is used


def test_a_complaint_that_is_gone_is_said(around):
    make_good(around.desk, around.window, ComplaintId(99))
    around.settle()
    assert not around.window.findChildren(FormDialog)
    assert "no complaint 99" in str(around.told[-1])

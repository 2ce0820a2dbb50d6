"""Every kind of paper for orders, customers and the shop, with what a person has to add to it."""

import pytest

from desktop_app.actions.templates import duplicate_template
from desktop_app.domain.kinds import ENCLOSED, FOR_ORDERS, KIND_NAMES, PARCEL_PAPERS, Kind
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language, english
from desktop_app.queries.printing import print_rows
from tests.made import TODAY, bought, person
from tests.render.sheets import pages_of
from tests.ui.pages.around import press, texts
from tests.ui.preview.opening import add, fill, made, opened, turn_to


def people(shop):
    agnese = person(shop, "Agnese", "Ķēniņa", birthday=Birthday(TODAY.month, TODAY.day), email="a@pasts.example")
    person(shop, "Anna", "Kalniņa", birthday=Birthday(12, 1))
    person(shop, "Pēteris", "Ozols")
    bought(shop, agnese, "Mug", number="10421")


@pytest.fixture
def filled():
    return people


def text_of(dialog) -> str:
    return " ".join(" ".join(pages_of(dialog.papers.file.read_bytes())).split())


def test_orders_have_every_kind_made_for_them_and_each_is_counted_by_its_name(around):
    dialog = opened(around, [1])
    found = {}
    for kind in dialog.making.offer.whose.kinds:
        turn_to(around, dialog, kind)
        found[kind] = dialog.summary.text().partition(" · ")[0]
    assert found.keys() >= FOR_ORDERS | {*PARCEL_PAPERS, *ENCLOSED}
    assert found[Kind.PARCEL] == "2 cards and inserts"
    assert found[Kind.ADDRESS] == ""  # an order without an address has no label
    assert found[Kind.PACKED_BY] == "1 packed-by card"
    assert found[Kind.APOLOGY] == "1 apology card"
    dialog.reject()


def test_birthday_cards_are_printed_for_customers_on_both_engines(around_both, tmp_path):
    around = around_both
    dialog = opened(around, customers=[1, 2, 3], kind=Kind.BIRTHDAY)
    assert dialog.windowTitle() == "Print for 3 customers"
    assert dialog.summary.text().startswith("3 birthday cards · 1 sheet of paper")
    dialog.outlet.save_to(dialog.papers, tmp_path / "cards.pdf")
    around.settle()
    run = around.ask(print_rows)[0]
    assert (run.kind, run.cards) == (Kind.BIRTHDAY, 3)


def test_a_thank_you_card_for_a_customer_is_for_the_newest_order(around):
    dialog = opened(around, customers=[1, 3], kind=Kind.THANK_YOU)
    assert dialog.papers.result.placed[0].title == "10421"
    (left_out,) = dialog.papers.result.skipped
    assert english(left_out.message) == "Pēteris Ozols has no order yet that a card could thank for."
    dialog.reject()


def test_labels_and_contact_sheets_lie_on_papers_of_their_own_and_are_not_signed(around):
    dialog = opened(around, customers=[1, 2, 3], kind=Kind.CONTACTS)
    assert dialog.summary.text() == "1 contact sheet · 1 sheet of paper · A4 sheets"
    assert dialog.options.form.box("by").isHidden()
    turn_to(around, dialog, Kind.ADDRESS)
    assert dialog.options.stock.id == "avery-l7163"
    dialog.reject()


def test_a_sheet_that_shows_where_to_cut_is_for_once_and_never_a_sheet_of_labels(around):
    dialog = opened(around, customers=[1, 2, 3], kind=Kind.BIRTHDAY)
    fill(dialog.options.sides.form, "guide", True)
    made(around, dialog)
    sheets = dialog.papers.result.sheets
    turn_to(around, dialog, Kind.ADDRESS)
    sides = dialog.options.sides
    assert (sides.form.box("guide").isHidden(), sides.readable()["guide"]) == (True, False)
    dialog.reject()
    again = opened(around, customers=[1, 2, 3], kind=Kind.BIRTHDAY)
    assert again.papers.result.sheets == sheets - 1
    again.reject()


def test_the_shops_own_papers_are_in_the_language_chosen(around):
    dialog = opened(around, kind=Kind.PROMISE, language=Language.LV)
    assert dialog.making.offer.language is Language.LV
    latvian = text_of(dialog)
    add(around, dialog, language=Language.RU)
    assert dialog.papers.result.cards == 1
    assert text_of(dialog) != latvian
    fill(dialog.options.form, "copies", 12)
    made(around, dialog)
    assert dialog.summary.text().startswith("12 leaflets")
    turn_to(around, dialog, Kind.MISSION)
    assert dialog.summary.text().startswith("12 mission cards")
    dialog.reject()


def test_a_voucher_waits_for_its_code_and_worth(around):
    dialog = opened(around, customers=[1, 2], kind=Kind.VOUCHER)
    assert "Write the voucher’s code and what it is worth." in texts(dialog.content)
    assert not dialog.print_button.isEnabled()
    assert not dialog.preflight.isVisible()
    add(around, dialog, codes="SPRING, SUMMER", worth=Money(1500, "EUR"))
    assert dialog.summary.text().startswith("2 vouchers")
    assert "SPRING" in text_of(dialog)
    assert "SUMMER" in text_of(dialog)
    assert dialog.preflight.isVisible()
    dialog.reject()


def test_codes_that_are_too_many_or_too_few_are_said_at_the_field(around):
    dialog = opened(around, customers=[1, 2], kind=Kind.VOUCHER)
    add(around, dialog, worth=Money(1500, "EUR"), codes="A, B, C")
    assert "3 codes for 2 records" in dialog.options.extras.forms[0].box("codes").error
    assert not dialog.print_button.isEnabled()
    add(around, dialog, codes="A", percent="two")
    assert "from 1 to 100" in dialog.options.extras.forms[0].box("percent").error
    dialog.reject()


def test_a_gift_and_a_voucher_beside_a_birthday_card_are_folded_away(around):
    dialog = opened(around, customers=[1], kind=Kind.BIRTHDAY)
    assert dialog.options.extras.forms[0].isHidden()
    press(dialog.options.extras, "A gift or voucher with it")
    assert not dialog.options.extras.forms[0].isHidden()
    add(around, dialog, percent="10")
    assert dialog.options.extras.forms[0].box("codes").error == "Write the voucher’s code too."
    add(around, dialog, codes="HAPPY10")
    assert "HAPPY10" in text_of(dialog)
    add(around, dialog, codes="", percent="", gift="a packet of tea")
    assert "a packet of tea" in text_of(dialog)
    dialog.reject()


def test_an_apology_says_what_went_wrong_and_what_is_done(around):
    dialog = opened(around, [1], kind=Kind.APOLOGY)
    add(around, dialog, wrong="The mug came broken.", promised="A new one is on its way.")
    assert "The mug came broken." in text_of(dialog)
    assert "A new one is on its way." in text_of(dialog)
    dialog.reject()


def test_the_shops_own_designs_stand_among_the_others_by_their_titles(around):
    around.change(lambda shop, actor: duplicate_template(shop, Kind.THANK_YOU, "wave", "Sea", actor=actor))
    dialog = opened(around, [1])
    choice = dialog.options.form.box("design").input
    titles = [choice.itemText(row) for row in range(choice.count())]
    assert titles[:2] == ["The shop’s own choice", "Sea"]
    fill(dialog.options.form, "design", "own-1")
    made(around, dialog)
    assert dialog.papers.result.design.startswith("own-1@1 ")
    turn_to(around, dialog, Kind.PACKING_INSERT)
    assert dialog.options.choices.design is None
    assert "Sea" not in [choice.itemText(row) for row in range(choice.count())]
    dialog.reject()


def test_every_kind_has_a_name_to_choose_it_by(around):
    dialog = opened(around, [1])
    choice = dialog.options.what.box("kind").input
    named = [around.words.say(KIND_NAMES[kind]) for kind in dialog.making.offer.whose.kinds]
    assert [choice.itemText(row) for row in range(choice.count())] == named
    dialog.reject()

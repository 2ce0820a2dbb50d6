"""The Customers page: everybody, the regulars, and one person whole."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.customers import GreetingForms
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.ui.pages.customers.fields import customer_from, customer_values
from desktop_app.ui.pages.customers.page import CustomersPage
from tests.made import TODAY, bought, person
from tests.ui.pages.around import Around, press, texts, type_text


def fill(shop):
    soon = TODAY + dt.timedelta(3)
    agnese = person(shop, "Agnese", "Ķēniņa", email="agnese@pasts.example", birthday=Birthday(soon.month, soon.day))
    petr = person(shop, "Пётр", "Ёлкин", phone="+371 2612 3456", language=Language.RU)
    person(shop, company="Mazā kafejnīca")
    for _ in range(3):
        bought(shop, agnese, "Linen scarf", placed_at="2026-11-10")
    bought(shop, petr, "Mug", placed_at="2026-11-12")


@pytest.fixture
def filled():
    return fill


def opened(around: Around, **size: int) -> CustomersPage:
    page = CustomersPage(around.desk)
    around.show(page, **size)
    return page


def shown(page: CustomersPage) -> list[str]:
    return [page.model.row(place).name for place in range(page.model.rowCount())]


def column(page: CustomersPage, key: str) -> Any:
    return next(one for one in page.model.columns if one.key == key)


def open_first(around: Around, page: CustomersPage, name: str) -> None:
    page.open(customer=page.model.id_at(shown(page).index(name)))
    around.settle()


def test_who_was_found_by_the_search_above_has_the_keyboard_in_the_list(around):
    page = opened(around)
    assert page.header.search is not None
    page.header.search.take_focus()
    open_first(around, page, shown(page)[1])
    assert page.list.hasFocus()
    assert page.list.current_id() == page.open_id == page.model.id_at(1)


def test_people_stand_by_family_name(around):
    page = opened(around)
    assert shown(page) == ["Agnese Ķēniņa", "Mazā kafejnīca", "Пётр Ёлкин"]
    assert page.bar.text == "3 customers"


def test_regulars_and_birthdays_are_one_chip_away(around):
    page = opened(around)
    found = []
    for chip in ("regulars", "birthdays"):
        page.narrow_to(chip)
        around.settle()
        found.append(shown(page))
    assert found == [["Agnese Ķēniņa"], ["Agnese Ķēniņa"]]


def test_a_regular_and_a_first_order_carry_their_tag(around):
    page = opened(around)
    tags = {page.model.row(n).name: column(page, "tag").text(page.model.row(n)) for n in range(3)}
    assert tags == {"Agnese Ķēniņa": "Regular", "Пётр Ёлкин": "First order", "Mazā kafejnīca": ""}


def test_the_record_shows_the_person_and_their_orders(around):
    page = opened(around)
    open_first(around, page, "Agnese Ķēniņa")
    assert "3 orders · Regular · last order Tue 10 Nov" in texts(page.record)
    page.record.sections.show_part("orders")
    said = texts(page.record)
    assert sum(text.startswith("№") for text in said) == 3
    press(page.record, "Open")
    assert around.went[-1][0] == "orders"
    press(page.record, "New order")
    assert around.went[-1] == ("orders", {"new_for": page.record.record_id})


def test_a_new_person_is_kept_and_opened(around):
    page = opened(around)
    page.new()
    form = page.record.form
    type_text(form.box("given").input, "Şarlote")
    type_text(form.box("family").input, "Ēķe")
    form.box("birthday").input.set_value(Birthday(2, 29))
    page.record.save()
    around.settle()
    assert "Şarlote Ēķe" in shown(page)
    kept = around.ask(lambda shop: customer(shop, page.record.record_id)).fields
    assert kept.birthday == Birthday(2, 29)
    assert "Şarlote Ēķe" in texts(page.record)


def test_a_wrong_address_is_said_at_its_field_and_nothing_is_kept(around):
    page = opened(around)
    page.new()
    type_text(page.record.form.box("email").input, "not an address")
    page.record.save()
    around.settle()
    assert page.record.form.box("email").error.startswith("“not an address” is not a whole e-mail address")
    assert len(around.ask(customer_ids)) == 3


def test_an_address_somebody_has_already_is_refused_at_its_field(around):
    page = opened(around)
    page.new()
    type_text(page.record.form.box("email").input, "AGNESE@pasts.example")
    page.record.save()
    around.settle()
    assert page.record.form.box("email").error


def test_a_person_with_orders_is_not_deleted_and_that_is_said(around):
    page = opened(around)
    page.remove([page.model.id_at(0)])
    around.settle()
    assert len(shown(page)) == 3
    assert around.told


def test_a_person_without_orders_is_deleted_with_undo(around):
    page = opened(around)
    page.remove([page.model.id_at(1)])
    around.settle()
    assert shown(page) == ["Agnese Ķēniņa", "Пётр Ёлкин"]
    assert around.done[-1][1] == "1 customer removed"


def test_what_the_form_shows_is_what_it_keeps(around):
    page = opened(around)
    for place in range(3):
        page.open(customer=page.model.id_at(place))
        around.settle()
        kept = around.ask(lambda shop, place=place: customer(shop, page.model.id_at(place))).fields
        shown = page.record.form.customer()
        assert replace(shown, forms=GreetingForms()) == kept  # what the name comes to is kept with the next save
        assert bool(shown.forms.called) == bool(kept.given)
        assert not page.record.form.dirty
        assert customer_from(customer_values(kept)) == kept


@pytest.mark.parametrize("filled", [lambda shop: None])
def test_an_empty_shop_is_invited(around):
    page = opened(around)
    assert "No customers yet" in texts(page.content)
    press(page.content, "Import my orders")
    assert around.went == [("imports", {})]


def test_a_row_clicked_over_unsaved_words_leaves_the_mark_on_their_record(around):
    page = opened(around)
    open_first(around, page, "Mazā kafejnīca")
    type_text(page.record.form.box("given").input, "Zane")
    page.list.go_to(page.model.id_at(0))
    page.list.opened.emit(page.model.id_at(0))
    around.settle()
    assert page.list.selected_ids() == [page.open_id] == [page.model.id_at(1)]
    press(page.record, "Go on editing")
    assert page.list.selected_ids() == [page.open_id]
    assert page.record.form.box("given").input.text() == "Zane"


def test_another_record_is_shown_from_its_beginning(around):
    page = opened(around, height=420)
    open_first(around, page, "Agnese Ķēniņa")
    bar = page.record._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    open_first(around, page, "Пётр Ёлкин")
    assert bar.value() == 0


def test_somebody_new_is_shown_and_marked_in_the_list_whatever_was_filtered(around):
    page = opened(around)
    page.narrow_to("regulars", "Agn")
    around.settle()
    page.new()
    type_text(page.record.form.box("given").input, "Zoe")
    page.record.save()
    around.settle()
    assert "Zoe" in shown(page)
    assert page.model.row(page.list.currentIndex().row()).name == "Zoe"
    assert page.list.selected_ids() == [page.open_id]
    assert page.chips.value == "all"


def test_saving_is_said_with_undo_and_leaves_nothing_to_save(around):
    page = opened(around)
    open_first(around, page, "Пётр Ёлкин")
    save = page.record._save
    assert not save.isEnabled()
    type_text(page.record.form.box("note").input, "tea")
    assert save.isEnabled()
    save.click()
    around.settle()
    kept = around.ask(lambda shop: customer(shop, page.record.record_id)).fields
    assert (kept.note, kept.language) == ("tea", Language.RU)
    assert around.done[-1][1] == "Saved"
    assert around.done[-1][0].id
    assert not save.isEnabled()


def test_everything_wrong_is_said_at_once(around):
    page = opened(around)
    page.new()
    around.settle()
    form = page.record.form
    type_text(form.box("email").input, "not an address")
    type_text(form.box("phone").input, "12")
    form.box("birthday").input.day.setText("7")
    page.record.save()
    around.settle()
    assert [key for key in ("email", "phone", "birthday") if not form.box(key).error] == []
    assert len(around.ask(customer_ids)) == 3
    form.box("phone").input.setText("2612 3456")  # of the shop's country
    form.box("email").input.setText("zane@pasts.example")
    form.box("birthday").input.set_value(None)
    page.record.save()
    around.settle()
    assert len(around.ask(customer_ids)) == 4


def test_papers_for_customers_are_one_press_away(around):
    from desktop_app.domain.printing import Kind
    from desktop_app.ui.preview.dialog import PreviewDialog

    page = opened(around)
    page.list.selectAll()
    page.print_papers(Kind.CONTACTS, page.list.selected_ids())
    around.settle()
    (dialog,) = [one for one in around.window.findChildren(PreviewDialog) if one.isVisible()]
    assert dialog.making.offer.kind is Kind.CONTACTS
    assert len(dialog.making.offer.whose.customers) == 3
    dialog.reject()
    around.settle()
    page.narrow_to("birthdays")
    around.settle()
    assert first_paper(around, page) is Kind.BIRTHDAY


def first_paper(around, page):
    """The kind of paper that Ctrl+P begins with for the first in the list."""
    from desktop_app.ui.preview.dialog import PreviewDialog

    page.list.clearSelection()
    page.list.go_to_first()
    page.print()
    around.settle()
    (dialog,) = [one for one in around.window.findChildren(PreviewDialog) if one.isVisible()]
    kind = dialog.making.offer.kind
    dialog.reject()
    around.settle()
    return kind


def test_printing_begins_with_what_a_customer_can_have(around):
    """In a new shop nobody has an address yet, and a label would be nobody's."""
    from desktop_app.domain.printing import Kind

    page = opened(around)
    found = {}
    for text in [page.model.row(place).name for place in range(page.model.rowCount())]:
        page.narrow_to("all", text)
        around.settle()
        row = page.model.row(0)
        found[text] = (bool(row.orders), bool(row.street or row.city), first_paper(around, page))
    usual = {(True, True): Kind.THANK_YOU, (True, False): Kind.THANK_YOU, (False, True): Kind.ADDRESS}
    assert all(kind is usual.get((ordered, at), Kind.BIRTHDAY) for ordered, at, kind in found.values())
    assert len({kind for *_, kind in found.values()}) > 1

"""The Orders page: the list, its filters, several at once, and the record beside it."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from desktop_app.actions.history import undo
from desktop_app.actions.orders import edit_order, set_status
from desktop_app.domain.changes import Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderId, Status
from desktop_app.i18n import Language, Words, msg
from desktop_app.queries.orders import order, order_by_number
from desktop_app.store.tables import OrderTable
from desktop_app.ui.pages.orders.lines import Col
from desktop_app.ui.pages.orders.page import OrdersPage
from desktop_app.ui.preview.dialog import PreviewDialog
from desktop_app.ui.widgets.tag import Tag
from tests.made import TODAY, bought, person
from tests.ui.pages.around import Around, press, texts, type_text
from tests.ui.widgets.typing_in import press_key


def fill(shop):
    agnese = person(shop, "Agnese", "Ķēniņa", email="agnese@pasts.example")
    petr = person(shop, "Пётр", "Ёлкин")
    bought(shop, agnese, "Linen scarf", "Mug", number="10421", ship_by=TODAY - dt.timedelta(1), placed_at="2026-11-10")
    bought(shop, petr, "Soy candle", number="10437", ship_by=TODAY, paid=True, placed_at="2026-11-12")
    bought(shop, petr, number="10400", status=Status.SHIPPED, placed_at="2026-10-01")


@pytest.fixture
def filled():
    return fill


def opened(around: Around, **size: int) -> OrdersPage:
    page = OrdersPage(around.desk)
    around.show(page, **size)
    return page


def shown(page: OrdersPage) -> list[str]:
    return [page.model.row(place).number for place in range(page.model.rowCount())]


def id_of(around: Around, number: str) -> int:
    return int(around.ask(lambda shop: order_by_number(shop, number)).id)


def kept(around: Around, number: str):
    return around.ask(lambda shop: order_by_number(shop, number)).fields


def open_record(around: Around, page: OrdersPage, number: str) -> None:
    page.open(order=id_of(around, number))
    around.settle()


def set_printed(shop, order_id: int, *, actor: str):
    with shop.change(msg("Printed"), actor=actor, topics=(Topic.ORDERS,)) as change:
        change.update(OrderTable, order_id, version=None, values={"thank_you_printed": True, "insert_printed": True})
    return change.changes


def select(page: OrdersPage, *places: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for place in places:
        page.list.selectionModel().select(page.model.index(place, 0), flags.Select | flags.Rows)


def test_the_first_order_opened_in_a_small_window_is_not_taken_for_a_new_one(around):
    page = opened(around, width=640, height=600)
    open_record(around, page, "10421")
    assert page.beside.covers
    form = page.record.form
    around.qtbot.waitUntil(form.table.hasFocus)
    assert not form.choice.box.isVisible()


def test_the_newest_orders_stand_first_on_both_engines(around_both):
    page = opened(around_both)
    assert shown(page) == ["10437", "10421", "10400"]
    assert page.bar.text == "3 orders"


def test_chips_narrow_the_list(around):
    page = opened(around)
    found = {}
    for chip in ("to-pack", "late", "unprinted", "packed", "posted"):
        page.narrow_to(chip)
        around.settle()
        found[chip] = shown(page)
    assert found == {
        "to-pack": ["10437", "10421"], "late": ["10421"], "unprinted": ["10437", "10421"], "packed": [],
        "posted": ["10400"],
    }


def test_an_empty_chip_says_what_it_means_and_leads_back(around):
    page = opened(around)
    page.narrow_to("packed")
    around.settle()
    assert "Nothing is packed and waiting for the carrier." in texts(page.content)
    press(page.content, "Show all")
    around.settle()
    assert len(shown(page)) == 3


def test_typing_filters_by_name_in_any_spelling(around, qtbot):
    page = opened(around)
    page.focus_filter()
    type_text(page.filter_box.edit, "елкин")
    qtbot.waitUntil(lambda: around.work.idle and shown(page) == ["10437", "10400"], timeout=5000)
    page.filter_box.edit.clear()
    type_text(page.filter_box.edit, "zzz")
    qtbot.waitUntil(lambda: "Nothing found for “zzz”" in texts(page.content), timeout=5000)


def test_the_header_sorts(around, qtbot):
    page = opened(around)
    column = next(n for n, one in enumerate(page.model.columns) if one.key == "number")
    page.list.head.sectionClicked.emit(column)
    around.settle()
    assert shown(page) == ["10400", "10421", "10437"]


def test_enter_opens_the_record_and_escape_closes_it(around, qtbot):
    page = opened(around)
    page.focus_first()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    around.settle()
    assert page.record.isVisible()
    assert "№ 10421 · Agnese Ķēniņa" in texts(page.record)
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.record.isVisible()


def test_a_small_window_shows_the_record_instead_of_the_list(around):
    page = opened(around, width=640, height=400)
    open_record(around, page, "10421")
    assert page.record.isVisible()
    assert not page.list.isVisible()
    assert not page.filter_box.isVisible()
    assert page.record.isAncestorOf(around.window.focusWidget())
    page.record.leave()
    assert page.list.hasFocus()
    assert page.list.isVisible()
    assert page.filter_box.isVisible()


def test_the_record_shows_where_it_stands_whose_it_is_and_what_is_in_it(around):
    page = opened(around)
    open_record(around, page, "10421")
    said = texts(page.record)
    assert "1 working day late" in said
    assert "First order" in said
    assert "Agnese Ķēniņa" in said
    assert [line.name for line in page.record.form.model.lines()] == ["Linen scarf", "Mug"]


def test_a_step_is_one_button_and_can_be_undone(around):
    page = opened(around)
    open_record(around, page, "10437")
    press(page.record, "Mark packed")
    around.settle()
    assert kept(around, "10437").status is Status.PACKED
    changes, said = around.done[-1]
    assert said == "Order 10437: Packed"
    around.change(undo, changes.id)
    assert kept(around, "10437").status is not Status.PACKED
    assert "Mark packed" in [one.text() for one in page.record.steps.buttons.values()]


def test_only_save_saves(around, qtbot):
    page = opened(around)
    open_record(around, page, "10437")
    page.record.form.box("carrier").input.setFocus()
    type_text(page.record.form.box("carrier").input, "Omniva")
    assert page.record.form.dirty
    assert kept(around, "10437").carrier == ""
    qtbot.keyClick(page.record, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    around.settle()
    assert kept(around, "10437").carrier == "Omniva"
    assert not page.record.form.dirty


def test_unsaved_words_are_asked_about_before_another_record_opens(around):
    page = opened(around)
    open_record(around, page, "10437")
    type_text(page.record.form.box("carrier").input, "Omniva")
    open_record(around, page, "10421")
    assert "Not saved yet." in texts(page.record)
    assert page.record.record_id == id_of(around, "10437")
    press(page.record, "Drop changes")
    open_record(around, page, "10421")
    assert page.record.record_id == id_of(around, "10421")


def test_printing_goes_on_once_unsaved_words_are_dropped(around):
    page = opened(around)
    open_record(around, page, "10437")
    type_text(page.record.form.box("carrier").input, "Omniva")
    page.print_papers([id_of(around, "10437")])
    assert "Not saved yet." in texts(page.record)
    assert not around.window.findChildren(PreviewDialog)
    press(page.record, "Drop changes")
    around.settle()
    preview = around.window.findChild(PreviewDialog)
    assert preview is not None
    preview.reject()
    around.settle()


def test_a_conflict_is_shown_and_never_overwritten(around):
    page = opened(around)
    open_record(around, page, "10437")
    type_text(page.record.form.box("carrier").input, "Omniva")
    whole = around.ask(lambda shop: order(shop, OrderId(id_of_now(shop, "10437"))))
    around.change(edit_order, whole.id, whole.version, replace(whole.fields, tracking="LV1"))
    assert page.record.banner.text == "This was changed meanwhile. What you typed is not saved yet."
    page.record.save()
    around.settle()
    assert kept(around, "10437").carrier == ""
    press(page.record.banner, "See theirs")
    around.settle()
    assert page.record.form.value()["tracking"] == "LV1"
    assert page.record.form.value()["carrier"] == ""


def id_of_now(shop, number: str) -> int:
    return int(order_by_number(shop, number).id)


def test_a_wrong_value_is_said_at_its_field(around):
    page = opened(around)
    open_record(around, page, "10437")
    page.record.form.box("total").input.edit.setText("a lot")
    page.record.save()
    around.settle()
    assert page.record.form.box("total").error == "“a lot” is not an amount. Write it like 12.50."


def test_articles_are_edited_in_their_table_and_the_total_follows(around):
    page = opened(around)
    open_record(around, page, "10421")
    model = page.record.form.model
    model.setData(model.index(0, Col.PIECES), "3")
    model.setData(model.index(1, Col.PRICE), "9,90")
    model.setData(model.index(2, Col.NAME), "Ribbon")
    model.setData(model.index(2, Col.PRICE), "1")
    page.record.save()
    around.settle()
    fields = kept(around, "10421")
    assert [(line.quantity, line.name) for line in fields.lines] == [(3, "Linen scarf"), (1, "Mug"), (1, "Ribbon")]
    assert fields.total == Money(3 * 1250 + 990 + 100, "EUR")


def test_what_is_no_amount_is_refused_in_words(around):
    page = opened(around)
    open_record(around, page, "10421")
    model = page.record.form.model
    model.setData(model.index(0, Col.PRICE), "cheap")
    assert page.record.form.box("lines").error == "“cheap” is not a number that fits here."
    assert model.lines()[0].unit_price == Money(1250, "EUR")


def test_a_new_order_is_begun_for_a_customer_and_counted_by_the_shops_rules(around):
    page = opened(around)
    customer = kept(around, "10421").customer
    page.open(new_for=int(customer))
    around.settle()
    page.record.form.model.set_lines((Line("Card", 2, unit_price=Money(300, "EUR")),), "EUR")
    page.record.save()
    around.settle()
    made = kept(around, "10438")
    assert made.customer == customer
    assert made.total == Money(600, "EUR")
    assert made.ship_by is not None
    assert page.record.record_id == id_of(around, "10438")


def test_the_customer_is_found_while_typing(around, qtbot):
    page = opened(around)
    page.new()
    around.settle()
    choice = page.record.form.choice
    qtbot.waitUntil(lambda: choice.box.isVisible())
    type_text(choice.box.edit, "agn")
    qtbot.waitUntil(lambda: choice._popup is not None and choice._popup.isVisible(), timeout=5000)
    qtbot.keyClick(choice.box.edit, Qt.Key.Key_Return)
    assert choice.value() == CustomerId(int(kept(around, "10421").customer))
    assert "Agnese Ķēniņa" in texts(choice)


def test_several_orders_are_marked_together(around):
    page = opened(around)
    select(page, 0, 1)
    assert page.bar.text == "2 selected"
    page.mark(Status.PACKED, page.list.selected_ids())
    around.settle()
    assert {kept(around, number).status for number in ("10421", "10437")} == {Status.PACKED}


def test_deleting_shows_undo_and_undo_brings_everything_back(around, qtbot):
    page = opened(around)
    before = kept(around, "10437")
    page.list.go_to_first()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    around.settle()
    assert shown(page) == ["10421", "10400"]
    changes, said = around.done[-1]
    assert said == "1 order removed"
    around.change(undo, changes.id)
    assert shown(page) == ["10437", "10421", "10400"]
    assert kept(around, "10437") == before


def test_a_deleted_record_closes(around):
    page = opened(around)
    open_record(around, page, "10437")
    press(page.record, "Remove")
    around.settle()
    assert not page.record.isVisible()
    assert around.told == []


def test_the_list_hears_of_changes_made_elsewhere(around):
    page = opened(around)
    page.narrow_to("to-pack")
    around.settle()
    around.change(set_status, [OrderId(id_of(around, "10421"))], Status.PACKED)
    assert shown(page) == ["10437"]


def test_the_line_says_what_is_up(around):
    page = opened(around)
    assert page.header.line == "2 to pack · 1 late · 2 not printed yet"


def test_in_a_narrow_window_one_field_stands_for_the_chips(around):
    page = opened(around, width=640, height=400)
    assert not page.chips.isVisible()
    page.short_chips.set_value("late")
    page.short_chips.edited.emit()
    around.settle()
    assert shown(page) == ["10421"]
    around.window.resize(1100, 700)
    assert page.chips.isVisible()
    assert page.chips.value == "late"


def test_a_record_out_of_sight_is_fresh_when_one_comes_back(around):
    page = opened(around)
    open_record(around, page, "10437")
    page.hide()
    around.change(set_status, [OrderId(page.record.record_id)], Status.PACKED)
    page.show()
    around.settle()
    assert Status.SHIPPED in page.record.steps.buttons
    type_text(page.record.form.box("carrier").input, "Omniva")
    page.record.save()
    around.settle()
    assert kept(around, "10437").carrier == "Omniva"


@pytest.mark.parametrize("language", list(Language))
def test_a_record_is_no_wider_than_its_panel(around, language):
    around.desk.words = Words(language)
    page = opened(around, width=1072)  # what a window of 1280 leaves beside its sidebar
    around.change(set_printed, id_of(around, "10421"))
    open_record(around, page, "10421")
    panel = page.record
    assert len(panel.steps.findChildren(Tag)) == 5
    assert panel._body.minimumSizeHint().width() <= panel._area.viewport().width()
    parts = (*panel.steps.findChildren(Tag), *panel.steps.buttons.values(), panel.form.choice._change, panel.form.table)

    def inside() -> None:
        edge = panel._area.viewport().width()
        assert [one.mapTo(panel._body, one.rect().topRight()).x() < edge for one in parts] == [True] * len(parts)

    around.qtbot.waitUntil(inside, timeout=5_000)


def test_an_order_that_leaves_the_list_by_being_packed_stays_open_and_says_so(around):
    page = opened(around)
    page.narrow_to("to-pack")
    open_record(around, page, "10437")
    assert page.record.remarked == ""
    around.change(set_status, [OrderId(id_of(around, "10437"))], Status.PACKED)
    assert shown(page) == ["10421"]
    assert page.beside.is_open
    assert page.record.remarked == "The filter leaves it out of the list."
    press(page.record, "Show all")
    around.settle()
    assert (page.chips.value, page.record.remarked) == ("all", "")
    assert page.list.current_id() == id_of(around, "10437")


def test_a_filter_that_a_person_sets_closes_a_record_it_leaves_out(around):
    page = opened(around)
    open_record(around, page, "10400")
    page.focus_filter()
    type_text(page.filter_box.edit, "soy")
    around.qtbot.waitUntil(lambda: not page.beside.is_open, timeout=5_000)
    assert page.filter_box.edit.hasFocus()  # typing goes on


def test_a_filter_leaves_unsaved_words_alone(around):
    page = opened(around)
    open_record(around, page, "10400")
    type_text(page.record.form.box("note").input, "call first")
    page.narrow_to("late")
    around.settle()
    assert page.beside.is_open
    assert page.record.remarked == "The filter leaves it out of the list."
    page.record.form.mark_clean()


def test_the_record_follows_the_arrows_unless_words_would_be_lost(around):
    page = opened(around)
    open_record(around, page, "10437")  # the newest stands first
    page.list.setFocus()
    press_key(page.list, Qt.Key.Key_Down)
    around.qtbot.waitUntil(lambda: page.open_id == id_of(around, "10421"), timeout=5_000)
    assert page.list.hasFocus()
    type_text(page.record.form.box("note").input, "call first")
    page.list.setFocus()
    press_key(page.list, Qt.Key.Key_Down)
    around.qtbot.wait(300)
    assert page.open_id == id_of(around, "10421")
    page.record.form.mark_clean()


def test_a_record_opened_while_the_list_still_comes_is_not_left_for_its_first_row(around):
    page = opened(around)
    open_record(around, page, "10421")
    page.model.ready = False  # as long as only the first rows of a long list are there
    page.list.setFocus()
    page.list.go_to(page.model.id_at(0))  # where Qt puts the keyboard by itself
    around.qtbot.wait(300)
    assert page.open_id == id_of(around, "10421")
    page.refresh()
    around.settle()
    around.qtbot.wait(300)
    assert (page.open_id, page.list.current_id()) == (id_of(around, "10421"), id_of(around, "10421"))


@pytest.mark.parametrize("filled", [lambda shop: None], ids=["empty"])
def test_an_empty_list_gives_the_keyboard_to_its_invitation(around, filled):
    page = opened(around)
    page.focus_first()
    assert page.window().focusWidget().text() == "Import my orders"
    page.focus_filter()
    type_text(page.filter_box.edit, "a")
    around.settle()
    assert page.filter_box.edit.hasFocus()

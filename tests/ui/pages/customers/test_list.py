"""The customers list: narrowed, its columns chosen, kept as views, several tagged and written to files."""

import csv
import io

import pytest
from PySide6.QtCore import QPoint

from desktop_app.actions.views import save_view
from desktop_app.actions.words import tag_customers
from desktop_app.domain.customers import Address
from desktop_app.domain.listing import CustomerFilter, ListKind, Sort
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.views import ViewContent
from desktop_app.i18n import Language
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.views import views_of
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.customers.tagging import ask_tag
from desktop_app.ui.theme.tokens import ROW_TWO_LINES
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, bought, person
from tests.ui.pages.around import Around, button, press, texts, type_text


def fill(shop):
    anna = person(
        shop, "Anna", "Liepa", email="anna@b.example", language=Language.LV, address=Address(city="Rīga"),
        birthday=Birthday(3, 9, 1990),
    )  # fmt: skip
    boris = person(shop, "Boris", "Petrov", language=Language.RU, address=Address(city="Ogre"))
    person(shop, "Carl", "Zvirbulis", email="c@b.example", address=Address(city="Rīga"))
    for customer, day in ((anna, "2026-01-05"), (anna, "2026-03-05"), (boris, "2026-02-05")):
        bought(shop, customer, placed_at=day)
    tag_customers(shop, [anna], "VIP", add=True, actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def page(around: Around) -> CustomersPage:
    made = CustomersPage(around.desk)
    around.show(made)
    return made


def shown(page):
    return [page.model.row(place).given for place in range(page.model.rowCount())]


def answer(around, page, **values):
    """Answer questions of the panel as a person does, one after the other."""
    for key, value in values.items():
        given = page.narrowing.form.box(key).input
        given.set_value(value)
        given.edited.emit()
    around.qtbot.waitUntil(lambda: not page.narrowing._typing.isActive())
    around.settle()


def columns(page):
    head = page.list.head
    places = [head.logicalIndex(n) for n in range(head.count())]
    return [page.model.columns[place].key for place in places if not head.isSectionHidden(place)]


def menu(page):
    page.views.menu.aboutToShow.emit()
    return {action.text(): action for action in page.views.menu.actions() if action.text()}


def test_the_panel_opens_at_its_button_and_offers_what_the_shop_knows(around, page):
    assert not page.narrowing.is_open
    press(page, "Filter")
    around.settle()
    offered = page.narrowing.form.box("town").input.completer().model().stringList()
    tags = page.narrowing.form.box("tag").input.completer().model().stringList()
    assert (offered, tags) == (["Ogre", "Rīga"], ["VIP"])
    assert page.narrowing.isVisible()
    press(page, "Filter")
    assert not page.narrowing.isVisible()  # it takes no room while it says nothing


def test_in_a_very_low_window_a_question_is_seen_whole_and_so_is_a_row(around, page):
    around.show(page, width=420, height=220)
    page.focus_first()
    around.qtbot.waitUntil(lambda: page.list.head.isHidden() and page.list.viewport().height() >= ROW_TWO_LINES)
    page.narrowing.button.click()
    town = page.narrowing.form.box("town").input
    around.qtbot.waitUntil(lambda: town.visibleRegion().boundingRect().height() == town.height())
    page.narrowing.button.click()
    around.show(page, width=900, height=700)
    around.qtbot.waitUntil(page.list.head.isVisible)


def test_on_a_wide_screen_the_record_stands_on_free_ground(around, page):
    around.show(page, width=2300, height=800)
    around.qtbot.waitUntil(lambda: page.list.mapTo(page, QPoint()).x() > 400)
    left, wide = page.list.mapTo(page, QPoint()).x(), page.list.width()
    page.show_record(page.model.id_at(0))
    record = page.record
    around.qtbot.waitUntil(lambda: page.list.width() > wide - record.width() // 2)
    assert page.list.mapTo(page, QPoint()).x() == left
    assert record.mapTo(page, QPoint()).x() + record.width() > left + wide


def test_each_answer_narrows_and_stands_on_a_chip_that_takes_it_away(around, page):
    answer(around, page, town="Rīga", orders_from=1)
    assert shown(page) == ["Anna"]
    assert page.narrowing.chips.texts == ["City: Rīga", "Orders: from 1"]
    page.narrowing.chips.chips[1].click()
    around.settle()
    assert (shown(page), page.narrowing.chips.texts) == (["Anna", "Carl"], ["City: Rīga"])
    assert page.narrowing.form.box("orders_from").input.value() is None


def test_all_chips_go_at_once(around, page):
    answer(around, page, town="Rīga", no_email=True)
    assert shown(page) == []
    press(page, "Clear all")
    around.settle()
    assert shown(page) == ["Anna", "Boris", "Carl"]
    assert not page.narrowing.chips.isVisible()


@pytest.mark.parametrize(
    ("values", "said", "found"),
    [
        ({"language": Language.RU}, "Language: Русский", ["Boris"]),
        ({"tag": "vip"}, "Tag: vip", ["Anna"]),
        ({"birthday_month": 3}, "Birthday in: March", ["Anna"]),
        ({"no_email": True}, "No e-mail", ["Boris"]),
    ],
)
def test_answers_are_said_in_plain_words(around, page, values, said, found):
    answer(around, page, **values)
    assert (page.narrowing.chips.texts, shown(page)) == ([said], found)


def test_days_are_said_as_people_say_them(around, page):
    type_text(page.narrowing.form.box("last_from").input.edit, "1.2.2026")
    type_text(page.narrowing.form.box("last_to").input.edit, "28.2.2026")
    around.qtbot.waitUntil(lambda: not page.narrowing._typing.isActive())
    around.settle()
    assert page.narrowing.chips.texts == ["Last order: 1 Feb 2026 – 28 Feb 2026"]
    assert shown(page) == ["Boris"]


def test_what_is_no_date_is_said_at_its_field_and_the_list_stays(around, page):
    press(page, "Filter")
    answer(around, page, town="Rīga")
    type_text(page.narrowing.form.box("first_from").input.edit, "soon")
    around.qtbot.waitUntil(lambda: not page.narrowing._typing.isActive())
    around.settle()
    assert page.narrowing.form.box("first_from").error.startswith("“soon” is not a date")
    assert shown(page) == ["Anna", "Carl"]


def test_nobody_left_is_said_with_a_way_out(around, page):
    answer(around, page, town="Nowhere")
    assert "Nothing fits this filter" in texts(page.content)
    press(page.content, "Show all")
    around.settle()
    assert shown(page) == ["Anna", "Boris", "Carl"]


def test_a_chip_of_the_page_and_the_panel_narrow_together(around, page):
    answer(around, page, town="Rīga")
    page.chips.chosen.emit("regulars")
    around.settle()
    assert shown(page) == []
    assert page.wanted() == CustomerFilter(regular=True, town="Rīga")


def test_a_view_is_saved_under_a_name_and_chosen_again(around, page):
    answer(around, page, town="Rīga")
    page.list.show_as(("orders", True), ("name", "town", "tags"))
    page.refresh()
    menu(page)["Save this list as a view…"].trigger()
    dialog = page.window().findChild(FormDialog)
    type_text(dialog.form.box("name").input, "Rigans")
    dialog.save()
    around.settle()
    assert around.done[-1][1] == "View “Rigans” saved"
    assert page.views.button.text() == "Rigans"
    page.narrow_to("all")
    page.list.show_as(("name", False), ())
    page.refresh()
    around.settle()
    assert (shown(page), page.views.button.text()) == (["Anna", "Boris", "Carl"], "Views")
    menu(page)["Rigans"].trigger()
    around.settle()
    assert shown(page) == ["Anna", "Carl"]
    assert (page.list.sort, columns(page)) == (("orders", True), ["name", "town", "tags"])
    assert page.narrowing.chips.texts == ["City: Rīga"]
    assert menu(page)["Rigans"].isChecked()


def test_a_view_of_another_desk_appears_changed_renamed_and_removed(around, page):
    content = ViewContent(CustomerFilter(no_email=True), Sort("name"))
    around.change(save_view, ListKind.CUSTOMERS, "No mail", content)
    menu(page)["No mail"].trigger()
    around.settle()
    assert shown(page) == ["Boris"]
    answer(around, page, language=Language.RU)
    menu(page)["Save the changes to “No mail”"].trigger()
    around.settle()
    [kept] = around.ask(views_of)
    assert kept.content.filter == CustomerFilter(no_email=True, language=Language.RU)
    menu(page)["Remove “No mail”"].trigger()
    around.settle()
    assert (around.ask(views_of), around.done[-1][1]) == ([], "View “No mail” removed")
    assert "No views are saved yet" in menu(page)


def test_a_view_with_a_chips_filter_switches_to_that_chip(around, page):
    around.change(save_view, ListKind.CUSTOMERS, "Big", ViewContent(CustomerFilter(regular=True), Sort("name")))
    menu(page)["Big"].trigger()
    around.settle()
    assert (page.chips.value, page.narrowing.chips.texts, page.views.button.text()) == ("regulars", [], "Big")


def test_several_are_tagged_and_untagged_with_undo(around, page):
    page.list.selectAll()
    dialog = ask_tag(around.desk, page, page.list.selected_ids())
    around.settle()
    type_text(dialog.form.box("word").input, "Fair 2026")
    dialog.save()
    around.settle()
    assert around.done[-1][1] == "“Fair 2026” is on 3 customers now"
    assert len(around.ask(lambda shop: customer_ids(shop, CustomerFilter(tag="fair 2026")))) == 3
    assert page.list.selected_count() == 3  # what is marked stays so
    dialog = ask_tag(around.desk, page, page.list.selected_ids()[:1])
    dialog.form.box("word").input.set_value("Fair 2026")
    dialog.form.box("add").input.set_value(False)
    dialog.save()
    around.settle()
    assert len(around.ask(lambda shop: customer_ids(shop, CustomerFilter(tag="fair 2026")))) == 2


def test_a_tag_without_letters_is_refused_at_its_field(around, page):
    dialog = ask_tag(around.desk, page, page.list.selected_ids() or [1])
    dialog.save()
    around.settle()
    assert dialog.form.box("word").error
    dialog.form.mark_clean()
    dialog.reject()


def test_the_list_is_written_with_its_columns_in_its_order(around, page, tmp_path):
    page.list.show_as(("name", True), ("name", "orders", "tags"))
    page.refresh()
    around.settle()
    asked = []
    page.export.ask = lambda form, ids, columns: asked.append((form, ids, columns))
    page._export("csv", [])
    [(form, ids, keys)] = asked
    assert (form, keys) == ("csv", ("name", "email", "phone", "town", "orders", "tags"))
    page.export.write(tmp_path / "c.csv", ids, keys, form="csv")
    around.settle()
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Customer", "Carl Zvirbulis", "Boris Petrov", "Anna Liepa"]
    assert rows[3][4:] == ["2", "VIP"]
    assert around.told == [f"3 rows written to {tmp_path / 'c.csv'}"]


def test_everything_of_customers_goes_out_as_a_table_as_cards_and_as_a_calendar(around, page, tmp_path):
    menu = [action.text() for action in button(page.bar, "Export").menu().actions()]
    assert menu == [form.name.text for form in page.export.forms]
    ids = page.model.all_ids()
    for file, form in (("all.csv", "all-csv"), ("old.vcf", "old-cards"), ("new.vcf", "cards"), ("d.ics", "birthdays")):
        page.export.write(tmp_path / file, ids, ("name",), form=form)
        around.settle()
    head = next(csv.reader(io.StringIO((tmp_path / "all.csv").read_text("utf-8-sig"))))
    assert {"Customer", "Patronymic", "Further addresses", "Note", "Customer number"} <= set(head)
    assert "\r\nVERSION:3.0\r\n" in (tmp_path / "old.vcf").read_bytes().decode()
    assert (tmp_path / "new.vcf").read_bytes().count(b"BEGIN:VCARD") == 3
    assert (tmp_path / "d.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert around.told[1:3] == [f"3 contact cards written to {tmp_path / name}" for name in ("old.vcf", "new.vcf")]


def test_what_is_selected_is_written_alone(page):
    asked = []
    page.export.ask = lambda form, ids, columns: asked.append(ids)
    page.list.go_to(page.model.id_at(1))
    page._export("xlsx", [])
    page.list.selectAll()
    page._export("xlsx", [])
    assert [len(ids) for ids in asked] == [3, 3]
    flags = page.list.selectionModel().SelectionFlag
    page.list.selectionModel().select(page.model.index(0, 0), flags.Deselect | flags.Rows)
    page._export("xlsx", [])
    assert asked[-1] == [page.model.id_at(1), page.model.id_at(2)]


def test_a_place_that_cannot_be_written_is_said(around, page, tmp_path):
    page.export.write(tmp_path / "gone" / "c.csv", page.model.all_ids(), ("name",), form="csv")
    around.settle()
    assert len(around.told) == 1
    assert "gone" in around.told[0]


def test_export_is_offered_with_nothing_selected_and_the_rest_is_not(page):
    assert button(page.bar, "Export").isVisible()
    assert not [one for one in page.bar.buttons if one.isVisible() and one.text() != "Export"]


def test_a_file_that_is_stopped_is_not_there_and_the_list_goes_on(around, page, tmp_path):
    ids = page.model.all_ids() * 3000
    page.export.write(tmp_path / "c.xlsx", ids, ("name",), form="xlsx")
    page.export.line.stop()
    page.filter_box.edit.setText("anna")
    page.narrow_to("all", "anna")
    around.settle()
    assert shown(page) == ["Anna"]
    assert (list(tmp_path.glob("c.xlsx*")), around.told, page.export.line.under_way) == ([], [], False)


def test_a_long_file_is_whole(around, page, tmp_path):
    ids = page.model.all_ids() * 900
    page.export.write(tmp_path / "c.csv", ids, ("name", "town"), form="csv")
    page.export.write(tmp_path / "second.csv", ids, ("name",), form="csv")  # one at a time
    around.settle()
    assert len((tmp_path / "c.csv").read_text("utf-8-sig").splitlines()) == 2701
    assert not (tmp_path / "second.csv").exists()


def test_nothing_is_done_with_the_first_rows_as_if_they_were_all(around, page):
    seen = []
    page.model.begun.connect(lambda: seen.append((page.bar.isEnabled(), page.bar.text)))
    page.model.ready = False  # as while a long list is put in another order
    page.refresh()
    around.settle()
    assert seen == [(False, "Looking up")]
    assert (page.bar.isEnabled(), page.bar.text) == (True, "3 customers")

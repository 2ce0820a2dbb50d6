"""The Import page: a file, its plan in plain words, one button, done with Undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.customers import add_customer
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.file_guides import FILE_GUIDES
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import DateOrder
from desktop_app.queries.complaint_list import complaint_ids
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.imports import import_rows
from desktop_app.queries.orders import order_by_number, order_ids
from desktop_app.ui.pages.imports import refused_card
from desktop_app.ui.pages.imports.guide_card import GuideCard
from desktop_app.ui.pages.imports.page import ImportsPage
from desktop_app.ui.pages.imports.reading_card import ReadingCard
from tests.ui.pages.around import Around, button, press, texts
from tests.ui.widgets.typing_in import press_key

DATA = Path(__file__).parents[3] / "data"
SHOPIFY = DATA / "shopify_orders.csv"
TABLE = "Nr;Kunde;Pasts;Kopā;Datums\n{number};Anna Kalniņa;anna@example.lv;12,50;03/04/25\n"


def opened(around: Around, **size: int) -> ImportsPage:
    page = ImportsPage(around.desk)
    around.show(page, **size)
    return page


def given(around: Around, page: ImportsPage, *files: Path) -> None:
    page.open(paths=[str(file) for file in files])
    around.settle()


def orders(around: Around) -> int:
    return len(around.ask(order_ids))


def test_it_invites_to_drop_a_file(around):
    page = opened(around)
    assert "Drop your shop’s export here" in texts(page)
    assert "Nothing has been imported yet." in texts(page)
    assert not page.primary.isVisible()


def test_a_file_becomes_a_plan_before_anything_is_written(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    said = texts(page)
    assert page.header.title == "Import shopify_orders.csv"
    assert page.header.line == "nothing is written yet"
    new = page.plan.summary.new
    assert any(text.startswith(f"{new} new orders") for text in said)
    assert "Shopify, orders · UTF-8" in said
    assert page.primary.text() == f"Import {new} orders"
    assert orders(around) == 0


def test_one_button_imports_and_says_what_to_do_next(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    new = page.plan.summary.new
    page.primary.click()
    around.settle()
    assert orders(around) == new
    assert around.done[-1][1] == f"{new} orders imported"
    assert around.went == [("today", {})]
    assert not page.primary.isVisible()


def test_orders_that_are_all_done_are_shown_where_they_are(around, tmp_path):
    gone = tmp_path / "gone.csv"
    gone.write_text("Order number,Email,Status,Total,Currency\n7,anna@example.lv,delivered,10.00,EUR\n")
    page = opened(around)
    given(around, page, gone)
    page.primary.click()
    around.settle()
    assert around.went == [("orders", {})]


def test_a_second_enter_on_undo_spares_the_import_before_it(around, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("Order number,Email,Status,Total,Currency\n7,anna@example.lv,paid,10.00,EUR\n")
    page = opened(around)
    for file in (SHOPIFY, other):
        given(around, page, file)
        page.primary.click()
        around.settle()
    around.qtbot.waitUntil(lambda: button(page.start, "Undo").isVisible())
    button(page.start, "Undo").setFocus()
    press_key(page.focusWidget(), Qt.Key.Key_Return)
    around.settle()
    assert page.zone.invitation.button.hasFocus()
    assert [row.undone for row in around.ask(import_rows)] == [True, False]


def test_the_same_file_again_changes_nothing_and_says_when_it_was_imported(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    new = page.plan.summary.new
    page.primary.click()
    around.settle()
    given(around, page, SHOPIFY)
    said = texts(page)
    assert any(text.startswith(f"{new} the same") for text in said)
    assert any(text.startswith("This very file was imported today ") for text in said)
    assert page.header.line == "nothing in it is new"
    assert page.primary.text() == "Choose a file…"
    assert orders(around) == new


def test_an_import_is_taken_back_from_the_list(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    page.primary.click()
    around.settle()
    around.qtbot.waitUntil(lambda: button(page.start, "Undo").isVisible())
    undo = button(page.start, "Undo")
    undo.setFocus()
    undo.click()
    around.settle()
    assert orders(around) == 0
    assert around.done[-1][1] == "shopify_orders.csv taken back"
    assert "Taken back" in texts(page)
    assert page.zone.invitation.button.hasFocus()


def test_changes_are_shown_as_old_and_new(around, tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("Order number,Email,Status,Total,Currency\n7,anna@example.lv,paid,10.00,EUR\n")
    second.write_text("Order number,Email,Status,Total,Currency\n7,anna@example.lv,shipped,12.00,EUR\n")
    page = opened(around)
    for file in (first, second):
        given(around, page, file)
        if file is first:
            page.primary.click()
            around.settle()
    said = texts(page)
    assert "1 changed" in said
    detail = next(text for text in said if "→" in text)
    assert "Status: Paid → Shipped" in detail
    assert "Order total: €10.00 → €12.00" in detail
    page.primary.click()
    around.settle()
    assert around.ask(lambda shop: order_by_number(shop, "7")).fields.total.minor == 1200


def test_what_is_refused_is_named_with_its_place_and_the_rest_goes_in(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text(
        "Order number,Email,Date,Total,Currency\n7,anna@example.lv,2026-11-01,10.00,EUR\n"
        "8,petr@example.lv,2026-04-31,5.00,EUR\n"
    )
    page = opened(around)
    given(around, page, file)
    said = texts(page)
    assert "1 new order, 1 refused" in said
    assert "Row 3, column Date · “2026-04-31”" in said
    page.primary.click()
    around.settle()
    assert orders(around) == 1


def test_a_new_order_tells_its_total_as_the_totals_are_told(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    assert "Ilze Bērziņa · €49.90" in texts(page)


def test_what_is_odd_is_named_with_its_place(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Total,Product,Quantity\n7,10.00,Mug,1\n7,,Cup,0\n")
    page = opened(around)
    given(around, page, file)
    said = texts(page)
    assert "Worth a look" in said
    assert "Row 3, column Quantity · “0”" in said
    assert "The article was taken off its order; the line is left out." in said
    page.primary.click()
    around.settle()
    assert orders(around) == 1


def test_a_second_shop_on_the_platform_is_named_from_the_plan(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    new = page.plan.summary.new
    assert "From: Shopify" in texts(page)
    page.primary.click()
    around.settle()
    given(around, page, SHOPIFY)  # the same numbers, but of another shop
    press(page, "Another shop…")
    box = page.mapping_view.form.box("source")
    assert box.input.hasFocus() or box.input.isAncestorOf(page.focusWidget())
    box.input.set_value("Second shop")
    around.qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)  # no way to the button is needed
    around.settle()
    assert "From: Second shop" in texts(page)
    page.primary.click()
    around.settle()
    assert orders(around) == 2 * new


def test_a_report_that_lost_its_currency_in_a_spreadsheet_is_told_it(around, tmp_path):
    file = tmp_path / "ebay.csv"
    file.write_text(
        "Sales Record Number,Order Number,Buyer Username,Item Title,Quantity,Sold For,Total Price,Sale Date\n"
        "7,11-1,ann,Cup,1,13.00,14.00,2026-05-26\n"
    )
    page = opened(around)
    given(around, page, file)
    assert "Total in EUR" in texts(page)
    press(page, "Another shop…")
    page.mapping_view.form.box("currency").input.set_value("USD")
    around.qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    around.settle()
    assert "Total in USD" in texts(page)


def test_a_file_that_is_no_table_is_refused_in_words(around, tmp_path):
    file = tmp_path / "photo.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page = opened(around)
    given(around, page, file)
    assert page.banner.text.startswith("photo.csv ")
    assert page.zone.isVisible()
    assert page.zone.invitation.button.hasFocus()
    assert orders(around) == 0


def test_an_unknown_table_is_asked_about_column_by_column(around, tmp_path):
    file = tmp_path / "export.csv"
    file.write_text("A;B;C\n7;Anna Kalniņa;anna@example.lv\n", encoding="utf-8")
    page = opened(around)
    given(around, page, file)
    view = page.mapping_view
    assert page.header.line == "a question first"
    assert "Say at least which column holds the order number." in texts(view)
    assert "Anna Kalniņa" in texts(view)
    for heading, name in (("A", "number"), ("B", "name"), ("C", "email")):
        view._choices[heading].set_value(name)
    press(page, "Show the plan")
    around.settle()
    assert "1 new order" in texts(page)
    page.primary.click()
    around.settle()
    assert around.ask(lambda shop: order_by_number(shop, "7")).customer_name == "Anna Kalniņa"


def test_people_may_be_in_the_table_instead_of_orders(around, tmp_path):
    file = tmp_path / "export.csv"
    file.write_text("A;B\nAnna Kalniņa;anna@example.lv\n", encoding="utf-8")
    page = opened(around)
    given(around, page, file)
    press(page.mapping_view, "People")
    around.settle()
    view = page.mapping_view
    assert view.value().kind is FileKind.MAPPED_CUSTOMERS
    view._choices["A"].set_value("name")
    view._choices["B"].set_value("email")
    press(page, "Show the plan")
    around.settle()
    assert page.primary.text() == "Import 1 customer"
    page.primary.click()
    around.settle()
    assert len(around.ask(customer_ids)) == 1
    assert around.went == []


def test_dates_that_can_be_read_in_two_ways_are_asked_about(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Email,Date,Total,Currency\n7,anna@example.lv,03/04/25,10.00,EUR\n")
    page = opened(around)
    given(around, page, file)
    view = page.mapping_view
    assert "03/04/25" in view.form.box("date_order").error
    view.form.box("date_order").input.set_value(DateOrder.DAY_FIRST)
    press(page, "Show the plan")
    around.settle()
    assert "Thu 3 Apr" in " ".join(texts(page)) or "3 Apr 2025" in " ".join(texts(page))


def test_another_encoding_shows_other_letters(around):
    page = opened(around)
    given(around, page, DATA / "people_lv_cp1257.csv")
    assert any("Jānis" in text for text in texts(page))
    press(page, "Change")
    view = page.mapping_view
    box = view.form.box("encoding").input
    box.set_value("cp1251")
    box.edited.emit()
    around.settle()
    assert not any("Jānis" in text for text in texts(page.mapping_view))


def test_a_question_that_was_left_does_not_come_back_with_other_letters(around):
    page = opened(around)
    given(around, page, DATA / "people_lv_cp1257.csv")
    press(page, "Change")
    box = page.mapping_view.form.box("encoding").input
    box.set_value("cp1251")
    box.edited.emit()
    page.cancel.click()
    around.settle()
    assert page.mapping_view is None
    assert page.header.title == "Import"
    assert page.zone.isVisible()


def test_cancel_leads_back_and_writes_nothing(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    press(page, "Cancel")
    assert page.zone.isVisible()
    assert page.zone.invitation.button.hasFocus()
    assert page.plan is None
    assert orders(around) == 0
    given(around, page, SHOPIFY)
    around.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.plan is None


def test_several_files_come_one_after_the_other(around, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("Order number,Email,Total,Currency\n9001,zoe@example.lv,10.00,EUR\n")
    page = opened(around)
    given(around, page, SHOPIFY, other)
    assert page.header.line == "1 more file waits"
    page.primary.click()
    around.settle()
    assert page.header.title == "Import other.csv"
    page.primary.click()
    around.settle()
    assert len(around.ask(import_rows)) == 2


def test_a_bad_file_does_not_hold_up_the_next(around, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"")
    page = opened(around)
    given(around, page, bad, SHOPIFY)
    assert page.header.title == "Import shopify_orders.csv"


def test_while_importing_there_is_one_cancel_and_esc_is_it(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    assert page.cancel.isVisible()
    page.primary.click()
    assert not page.cancel.isVisible()
    job = page.progress._job
    press(page, "Change")  # nothing of the plan can be asked anew now
    press(page, "Another shop…")
    assert page.mapping_view is None
    around.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert job.cancelled
    assert page.plan is not None  # it is not left while it may still be written
    around.settle()
    assert page.cancel.isVisible() == (page.plan is not None)


def test_a_stopped_import_writes_nothing(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    page.primary.click()
    page.progress._job.cancel()
    around.settle()
    if orders(around) == 0:
        assert around.told == ["Stopped. Nothing was imported."]
        assert page.primary.isEnabled()
        assert page.columns.isEnabled()
        page.primary.click()
        around.settle()
    assert orders(around) > 0


@pytest.mark.parametrize("width", [480, 640, 1100])
def test_it_never_scrolls_sideways(around, width):
    page = opened(around, width=width, height=400)
    given(around, page, SHOPIFY)
    area = page.columns.parentWidget()
    assert area.width() <= page.width()


def test_the_file_after_one_with_nothing_new_is_one_press_away(around, tmp_path):
    page = opened(around)
    given(around, page, SHOPIFY)
    page.primary.click()
    around.settle()
    other = tmp_path / "other.csv"
    other.write_text(SHOPIFY.read_text(encoding="utf-8").replace("#1", "#9"), encoding="utf-8")
    given(around, page, SHOPIFY, other)
    assert (page.header.line, page.primary.text()) == ("1 more file waits", "Next file")
    page.primary.click()
    around.settle()
    assert page.header.title == "Import other.csv"


def test_every_refusal_of_a_drop_is_said(around, tmp_path):
    page = opened(around)
    empty, photo = tmp_path / "empty.csv", tmp_path / "photo.jpg"
    empty.write_bytes(b"")
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    given(around, page, empty, photo, SHOPIFY)
    assert page.header.title == "Import shopify_orders.csv"
    said = " ".join(texts(page))
    assert "empty.csv" in said
    assert "photo.jpg" in said


def test_a_file_dropped_on_a_plan_waits_until_that_is_left(around, tmp_path):
    page = opened(around)
    other = tmp_path / "other.csv"
    other.write_text(SHOPIFY.read_text(encoding="utf-8").replace("#1", "#9"), encoding="utf-8")
    given(around, page, SHOPIFY)
    given(around, page, other)
    assert (page.header.title, page.header.line) == ("Import shopify_orders.csv", "1 more file waits")
    page.cancel.click()
    around.settle()
    assert page.header.title == "Import other.csv"


def test_leaving_the_files_that_wait_asks_nothing_while_one_is_read(around, tmp_path):
    page = opened(around)
    page.open(paths=[str(SHOPIFY), str(tmp_path / "other.csv")])
    page.waiting.button.click()
    assert (page.header.title, page.header.line) == ("Import", "reading shopify_orders.csv")
    around.settle()
    assert (page.header.title, page.header.line) == ("Import shopify_orders.csv", "nothing is written yet")


MAIL = (
    "From: Anna Reed <anna@example.com>\r\nSubject: Broken cup\r\nMessage-ID: <{id}@example.com>\r\n{more}"
    "Date: Fri, 20 Nov 2026 10:15:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIt came in two.\r\n"
)


def mail(folder: Path, id: str = "one", more: str = "") -> Path:  # noqa: A002
    file = folder / f"{id}.eml"
    file.write_bytes(MAIL.format(id=id, more=more).encode())
    return file


def test_an_e_mail_is_recorded_as_a_complaint_and_shown(around, tmp_path):
    page = opened(around)
    given(around, page, mail(tmp_path))
    said = texts(page)
    assert "1 new complaint" in said
    assert "Broken cup" in said
    assert not any("encoding" in text for text in said)
    assert page.primary.text() == "Record it"
    assert not around.ask(complaint_ids)
    page.primary.click()
    around.settle()
    [number] = around.ask(complaint_ids)
    assert around.went == [("complaints", {"complaint": number})]


def test_a_reply_is_said_to_be_one_and_shows_its_thread(around, tmp_path):
    page = opened(around)
    given(around, page, mail(tmp_path))
    page.primary.click()
    around.settle()
    given(around, page, mail(tmp_path, "two", "In-Reply-To: <one@example.com>\r\n"))
    assert "A reply to a complaint you have" in texts(page)
    assert page.primary.text() == "Add the reply"
    page.primary.click()
    around.settle()
    [number] = around.ask(complaint_ids)
    assert around.went[-1] == ("complaints", {"complaint": number})


def test_a_table_of_reviews_leads_to_the_complaints(around, tmp_path):
    file = tmp_path / "reviews.csv"
    file.write_text("Review,Stars\nBroken,1\nLate,2\n")
    page = opened(around)
    given(around, page, file)
    assert page.primary.text() == "Import 2 reviews"
    page.primary.click()
    around.settle()
    assert around.went == [("complaints", {})]
    assert around.done[-1][1] == "2 reviews and complaints taken in"


def test_letters_chosen_by_the_eye_make_the_plan_anew_at_once(around, tmp_path):
    file = tmp_path / "people.csv"
    file.write_bytes("Vārds;E-pasts\nJānis;janis@example.lv\nŽanete;zanete@example.lv\n".encode("cp1257"))
    page = opened(around)
    given(around, page, file)
    choice = page.findChild(ReadingCard).letters
    assert choice.currentText() == "Jānis · Žanete · Baltic (CP1257)"
    choice.set_value("cp1252")
    choice.edited.emit()
    around.settle()
    assert page.plan.summary.encoding == "cp1252"
    assert any("Jânis" in text for text in texts(page))
    page.findChild(ReadingCard).letters.set_value("cp1257")
    page.findChild(ReadingCard).letters.edited.emit()
    around.settle()
    assert any("Jānis" in text for text in texts(page))
    page.primary.click()
    around.settle()
    assert len(around.ask(customer_ids)) == 2


def test_refused_rows_are_saved_with_their_reasons(around, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(refused_card, "ask_for_place", lambda *_, taken, **__: asked.append(taken))
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Date,Total,Currency\n7,2026-11-01,10.00,EUR\n8,2026-04-31,5.00,EUR\n")
    page = opened(around)
    given(around, page, file)
    press(page, "Save these rows…")
    asked[0](tmp_path / "refused.csv")
    around.settle()
    assert around.told == ["1 row saved in refused.csv"]
    assert "8,2026-04-31,5.00,EUR,3,Date: There is no such day" in (tmp_path / "refused.csv").read_text("utf-8")


def test_a_file_of_refused_rows_alone_does_not_speak_of_a_rest(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Date,Total,Currency\n8,2026-04-31,5.00,EUR\n")
    page = opened(around)
    given(around, page, file)
    assert page.header.line == "nothing in it can be imported as it is"
    assert "correct them and drop the file again" in texts(page)
    assert page.primary.text() == "Choose a file…"
    around.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.zone.isVisible()
    page.primary.show()
    page.primary.setFocus()
    page.open(paths=[str(file)])
    assert page.hasFocus()  # while it is read, Enter presses nothing that is gone
    around.settle()
    assert page.primary.hasFocus()


def test_a_mapping_is_saved_and_taken_from_a_file(around, tmp_path):
    file, kept = tmp_path / "export.csv", tmp_path / "kept.toml"
    file.write_text("A;B;C\n7;Anna Kalniņa;anna@example.lv\n", encoding="utf-8")
    page = opened(around)
    given(around, page, file)
    view = page.mapping_view
    assert view._choices["C"].value() == "email"  # told by its values
    for heading, name in (("A", "number"), ("B", "name")):
        view._choices[heading].set_value(name)
    view.files.save(kept)
    around.settle()
    assert around.told == ["How it is read is saved in kept.toml"]
    page.cancel.click()
    given(around, page, file)
    page.mapping_view.files.load(kept)
    around.settle()
    assert page.mapping_view._choices["B"].value() == "name"
    press(page, "Show the plan")
    around.settle()
    assert "1 new order" in texts(page)


def test_the_price_question_shows_an_order_worked_out_both_ways(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Article,Quantity,Amount,Total\n7,Mug,2,10.00,99.00\n8,Cup,3,4.00,77.00\n")
    page = opened(around)
    given(around, page, file)
    press(page, "Change")
    page.mapping_view._choices["Amount"].set_value("price")
    press(page, "Show the plan")
    around.settle()
    said = texts(page.mapping_view)
    assert "Order 7 came to 99.00" in said
    assert "For one piece: 2 × 10.00 = 20.00" in said
    assert "For the whole line: 10.00 = 10.00" in said
    assert "whole line" in page.mapping_view.form.box("price").error


def test_addresses_nobody_reads_and_unused_columns_are_pointed_out(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Total,Adr,Colour\n7,10.00,anna@example.lv,red\n")
    page = opened(around)
    given(around, page, file)
    said = texts(page)
    assert "“Adr” seems to hold e-mail addresses and is not used." in said
    assert "Not used: Adr · Colour" in said


def test_where_to_get_the_file_is_told_by_platform(around):
    page = opened(around)
    card = page.findChild(GuideCard)
    for guide in FILE_GUIDES:
        card.platform.set_value(guide.platform)
        card.platform.edited.emit()
        assert guide.where.text in texts(card)


def test_the_shops_there_are_are_offered_by_name(around):
    page = opened(around)
    given(around, page, SHOPIFY)
    page.primary.click()
    around.settle()
    given(around, page, SHOPIFY)
    press(page, "Another shop…")
    around.settle()
    assert page.mapping_view._source._known.stringList() == ["shopify"]


def test_letters_that_do_not_fit_leave_the_plan_as_it_was(around, tmp_path):
    file = tmp_path / "people.csv"
    file.write_bytes("Vārds;E-pasts\nJānis;janis@example.lv\nŅina;nina@example.lv\n".encode("cp1257"))
    page = opened(around)
    given(around, page, file)
    choice = page.findChild(ReadingCard).letters
    choice.set_value("utf-8")
    assert choice.value() == "utf-8"
    choice.edited.emit()
    around.settle()
    assert len(around.told) == 1
    assert page.plan.summary.encoding == "cp1257"
    assert page.plan.summary.new == 2


def test_a_table_without_headings_is_read_by_its_columns(around, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("Order number,Total,Name\n7,10.00,Anna\n8,12.00,Petr\n")
    page = opened(around)
    given(around, page, file)
    press(page, "Change")
    box = page.mapping_view.form.box("headless").input
    box.set_value(True)
    box.edited.emit()
    around.settle()
    assert {"(A)", "(B)", "(C)"} <= set(page.mapping_view._choices)
    assert "Order number · 7 · 8" in texts(page.mapping_view)


def test_birthdays_of_customers_with_the_same_name_are_theirs_once_that_is_said(around, tmp_path):
    around.change(add_customer, CustomerFields(given="Anna", family="Reed"))
    file = tmp_path / "birthdays.ics"
    file.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@example.com\nDTSTART;VALUE=DATE:20200503\n"
        "RRULE:FREQ=YEARLY\nSUMMARY:Anna Reed's Birthday\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    page = opened(around)
    given(around, page, file)
    assert page.plan.summary.new == 1
    assert "A calendar holds names and days only: no e-mail, no phone, no address." in texts(page)
    assert "3 May" in texts(page)
    press(page, "Change")
    assert "Letters (encoding)" in texts(page)
    assert "Dates like 03/04/25" not in texts(page)  # a calendar says its days in one way
    page.primary.click()
    around.settle()
    press(page, "They are the same")
    around.settle()
    assert (page.plan.summary.new, page.plan.summary.changed) == (0, 1)
    press(page, "Keep them apart")
    around.settle()
    assert page.plan.summary.new == 1
    press(page, "They are the same")
    around.settle()
    page.primary.click()
    around.settle()
    assert len(around.ask(customer_ids)) == 1


def test_a_heading_that_stands_twice_is_named(around, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("Name,Email,Email\nAnna,\"anna\n@example.lv\",a@example.lv\n")
    page = opened(around)
    given(around, page, file)
    said = texts(page.mapping_view)
    assert "This heading stands twice: say which of the columns is meant. Email (B)" in said
    assert "anna @example.lv" in said

"""The preview: the very PDF, the choices that make it, and the way to paper."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.actions.history import undo
from desktop_app.actions.printing import print_folder
from desktop_app.actions.settings import set_settings
from desktop_app.actions.templates import duplicate_template
from desktop_app.domain.paper_settings import DESIGNS
from desktop_app.domain.printing import Kind
from desktop_app.queries.orders import order_by_number
from desktop_app.queries.printing import print_rows
from desktop_app.ui.preview.system_dialog import Way
from desktop_app.ui.widgets.buttons import Button
from tests.made import bought, person
from tests.ui.pages.around import Around, press, texts
from tests.ui.preview.opening import choose, is_gone, made, opened, turn_to


def fill(shop):
    for number, (given, family) in enumerate([("Agnese", "Ķēniņa"), ("Пётр", "Ёлкин"), ("Anna", "Kalniņa")], 10421):
        bought(shop, person(shop, given, family), "Linen scarf", number=str(number))


def fill_with_a_bad_one(shop):
    fill(shop)
    bought(shop, person(shop, "\U00013080"), "Linen scarf", number="10424")  # a hieroglyph no face of ours has


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def preview(around, qtbot):
    orders = around.ask(lambda shop: [int(order_by_number(shop, str(n)).id) for n in range(10421, 10424)])
    dialog = opened(around, orders)
    yield dialog
    if isValid(dialog):
        dialog.reject()
    around.settle()


def sha(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_it_shows_everything_for_the_parcels(preview):
    assert preview.summary.text() == "6 cards and inserts · 2 sheets of paper · A6, four on an A4 sheet"
    assert preview.viewer.pages == 2
    assert preview.print_button.isEnabled()


def test_pages_are_turned_by_button_and_key(preview, qtbot):
    assert (preview.viewer.page, preview.viewer.pages) == (1, 2)
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.viewer.page == 2
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.viewer.page == 2
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.viewer.page == 1


def test_it_is_shown_larger_and_whole_again(preview, qtbot):
    whole = preview.viewer.view.zoomFactor()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.viewer.view.zoomFactor() == pytest.approx(whole * 1.25)
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.viewer.view.zoomFactor() == pytest.approx(whole)


def test_the_page_is_white_where_nothing_is_printed(preview, qtbot):
    view = preview.viewer.view

    def corner():
        picture = view.viewport().grab().toImage()
        return picture.pixelColor(picture.width() // 2 - 10, 20).name()

    qtbot.waitUntil(lambda: corner() == "#ffffff", timeout=5000)


def test_other_choices_make_other_papers(around, preview):
    before = sha(preview.papers.file)
    turn_to(around, preview, Kind.THANK_YOU)
    assert preview.summary.text() == "3 cards · 1 sheet of paper · A6, four on an A4 sheet"
    choose(around, preview, "stock", "a6")
    assert preview.summary.text() == "3 cards · 3 sheets of paper · A6 cards, one by one"
    choose(around, preview, "copies", 2)
    assert preview.viewer.pages == 6
    choose(around, preview, "design", "wave")
    assert sha(preview.papers.file) != before
    assert preview.papers.kind is Kind.THANK_YOU


def test_a_part_used_sheet_begins_where_it_is_free(around, preview, qtbot):
    sheet = preview.options.sheet
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.centre_of(4).toPoint())
    made(around, preview)
    assert sheet.accessibleName() == "Begin at place 4 of 4"
    assert preview.summary.text().startswith("6 cards and inserts · 3 sheets")
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    made(around, preview)
    assert preview.options.choices.start == 3


def test_a_sheet_of_one_card_has_no_places_to_choose(around, preview):
    assert preview.options.sheet.isVisible()
    choose(around, preview, "stock", "a5")
    assert not preview.options.sheet.isVisible()


@pytest.mark.parametrize("filled", [fill_with_a_bad_one])
def test_a_record_that_cannot_be_printed_is_named_and_the_rest_prints(around):
    orders = around.ask(lambda shop: [int(order_by_number(shop, str(n)).id) for n in range(10421, 10425)])
    dialog = opened(around, orders)
    line = dialog.preflight.list.rows.rows[1]
    assert line.title.startswith("№ 10424")
    dialog.preflight.list.go_to_first()
    assert dialog.summary.text().startswith("6 cards and inserts")
    press(dialog.preflight, "Open order")
    assert around.went == [("orders", {"order": orders[-1]})]
    assert is_gone(dialog)


@pytest.mark.parametrize("filled", [fill_with_a_bad_one])
def test_with_nothing_that_can_be_printed_it_says_so(around):
    order = around.ask(lambda shop: int(order_by_number(shop, "10424").id))
    dialog = opened(around, [order])
    assert "Nothing can be printed" in texts(dialog.content)
    assert not dialog.print_button.isEnabled()
    dialog.reject()


def test_what_is_saved_is_what_was_shown_and_is_marked_with_undo(around, preview, tmp_path):
    shown = preview.papers.file.read_bytes()
    press(preview, "Save as PDF…")
    files = preview.outlet.dialog
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(tmp_path / "cards.pdf"))
    around.settle()
    assert (tmp_path / "cards.pdf").read_bytes() == shown
    assert is_gone(preview)
    changes, said = around.done[-1]
    assert said == f"Saved to {tmp_path / 'cards.pdf'}: 6 cards and inserts"
    assert is_printed(around) == [True, True, True]
    assert around.ask(print_rows)[0].cards == 6
    around.change(undo, changes.id)
    assert is_printed(around) == [False, False, False]


def test_choosing_no_place_prints_nothing(around, preview):
    press(preview, "Save as PDF…")
    preview.outlet.dialog.reject()
    assert preview.print_button.isEnabled()
    assert is_printed(around) == [False, False, False]


def filled_buttons(dialog):
    return [one.text() for one in dialog.findChildren(Button) if one.property("kind") == "primary" and one.isVisible()]


def test_what_is_printed_is_byte_for_byte_what_was_shown(around, printer):
    dialog = opened(around, [1, 2, 3])
    shown = dialog.papers.file.read_bytes()
    assert filled_buttons(dialog) == ["Print"]
    press(dialog, "Print")
    around.settle()
    assert is_gone(dialog)
    assert printer.jobs() == [shown]
    assert around.done[-1][1] == f"Sent to {printer.name}: 6 cards and inserts"
    assert is_printed(around) == [True, True, True]
    assert around.ask(sha_of_last_run) == hashlib.sha256(shown).hexdigest()


def test_without_a_printer_it_says_so_and_offers_to_save(around, preview, no_printer):
    assert filled_buttons(preview) == ["Save as PDF…"]
    preview.print_button.setFocus()
    press(preview, "Print")
    around.settle()
    assert preview.banner.text.startswith("This computer has no printer yet.")
    assert preview.focusWidget() is preview.print_button
    assert is_printed(around) == [False, False, False]
    press(preview.banner, "Save as PDF…")
    assert isinstance(preview.outlet.dialog, QFileDialog)


def test_a_printer_that_takes_nothing_leaves_the_orders_unprinted(around, preview, printer):
    preview.outlet.send(preview.papers, Way("Gone"))
    around.settle()
    assert preview.banner.text.startswith("The printing system refused")
    assert preview.print_button.isEnabled()
    assert is_printed(around) == [False, False, False]
    assert around.ask(lambda shop: list(print_folder(shop).iterdir())) == []


def test_a_file_changed_behind_its_back_is_not_printed(around, preview, tmp_path):
    preview.papers.file.write_bytes(b"%PDF-1.7 something else")
    preview.outlet.save_to(preview.papers, tmp_path / "cards.pdf")
    around.settle()
    assert "changed on the disk" in preview.banner.text
    assert not (tmp_path / "cards.pdf").exists()


def test_the_making_can_be_stopped_and_begun_again(around, preview):
    preview.options.form.box("copies").input.set_value(2)
    preview._remake()
    preview.making._begin()
    preview.making._job.cancel()
    made(around, preview)
    if preview.papers is None or not preview.print_button.isEnabled():
        assert "Stopped. Nothing was printed." in texts(preview.content)
        press(preview.content, "Make the papers")
        made(around, preview)
    assert preview.print_button.isEnabled()


def test_leaving_takes_the_files_away(around, preview):
    file = preview.papers.file
    preview.reject()
    around.settle()
    assert not file.exists()


@pytest.mark.parametrize("size", [(640, 400), (480, 360)])
def test_a_small_window_shows_choices_and_pages_in_turn(preview, size):
    preview.resize(*size)
    assert preview.viewer.isVisible()
    assert not preview.side.isVisible()
    press(preview, "Choices")
    assert preview.side.isVisible()
    assert not preview.viewer.isVisible()
    press(preview, "Preview")
    assert preview.viewer.isVisible()


def is_printed(around: Around) -> list[bool]:
    return around.ask(lambda shop: [order_by_number(shop, str(n)).printed for n in range(10421, 10424)])


def sha_of_last_run(shop) -> str:
    from desktop_app.store.tables import PrintTable

    return shop.value(PrintTable.select(PrintTable.sha256).order_by(PrintTable.id.desc()).limit(1))


@pytest.mark.parametrize("typed", ["0", "99999", "", "two"])
def test_copies_that_are_no_number_are_said_at_their_field_and_nothing_is_printed(preview, around, typed, caplog):
    copies = preview.options.form.box("copies")
    copies.input.setText(typed)
    copies.input.edited.emit()
    made(around, preview)
    assert copies.error
    assert not preview.print_button.isEnabled()
    assert not preview.save_button.isEnabled()
    assert not caplog.records
    choose(around, preview, "copies", 2)
    assert not copies.error
    assert preview.summary.text().startswith("12 cards and inserts")
    assert preview.print_button.isEnabled()


def test_a_design_of_the_shops_own_is_printed(around):
    def choose(shop, *, actor):
        duplicate_template(shop, Kind.THANK_YOU, "wave", "Ours", actor=actor)
        return set_settings(shop, {DESIGNS[Kind.THANK_YOU]: "own-1"}, actor=actor)

    around.change(choose)
    dialog = opened(around, [1])
    assert dialog.papers.result.design.startswith("own-1@1 ")
    dialog.reject()
    around.settle()

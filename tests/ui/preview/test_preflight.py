"""The preflight list: everything found, every card within reach, and nothing that stops the others."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from shiboken6 import isValid

from desktop_app.actions.prints import log_print
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.queries.orders import order_by_number, order_ids
from desktop_app.ui.preview.finding_lines import Heading
from tests.made import BY, bought, person, printed_papers, printed_people
from tests.render.sheets import pages_of
from tests.ui.pages.around import Around, press, texts
from tests.ui.preview.opening import made, opened

HIEROGLYPH = "\U00013080"  # no face of ours has it
ODD = [
    "<b>Anna", "Ann & Co", '<img src="/dev/zero">', "Ķēniņš-Žagariņa", "אבי", "محمد", "李小龍", "{packer}", "%s%d\\n",
    "O’Neill", "a\u0304\u0323", "👩‍👩‍👧", "\u202eannA", "Ab" * 150, "\x00\ufffe",
]  # fmt: skip


def fill(shop):
    names = [("Agnese", "Ķēniņa"), (HIEROGLYPH, ""), ("Anna", "Kalniņa"), ("J.", "Lee"), ("Marta", "Ozola")]
    for number, (given, family) in enumerate(names, 1):
        bought(shop, person(shop, given, family), "Linen scarf", number=str(number))
    order = order_by_number(shop, "3").id
    log_print(shop, printed_papers([(order, Kind.THANK_YOU)]), kind=Kind.THANK_YOU, by="Maija", actor=BY)


def fill_plainly(shop):
    for number, given in enumerate(("Agnese", "Marta"), 1):
        bought(shop, person(shop, given, "Ozola"), "Linen scarf", number=str(number))


def fill_oddly(shop):
    for number, given in enumerate(ODD, 1):
        bought(shop, person(shop, given), "Linen scarf", number=str(number))


def fill_many(shop):
    for number in range(1, 61):
        bought(shop, person(shop, "", email=f"{number}@pasts.example"), "Mug", number=str(number))


def fill_twice(shop):
    order = bought(shop, person(shop, "", email="one@pasts.example"), "Mug", number="1")
    log_print(shop, printed_papers([(order, Kind.THANK_YOU)]), kind=Kind.THANK_YOU, by="Inese", actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def preview(around):
    dialog = open_all(around)
    yield dialog
    if isValid(dialog):
        dialog.reject()
    around.settle()


def open_all(around: Around, **more):
    orders = around.ask(lambda shop: order_ids(shop, OrderFilter(), Sort("number")))
    return opened(around, orders, **{"kind": Kind.THANK_YOU, **more})


def rows(preview) -> list[str]:
    """The list as it is read: headings with their count, lines with what is said of them."""
    shown = preview.preflight.list.rows.rows
    return [f"{row.title}: {row.count}" if isinstance(row, Heading) else f"{row.title} | {row.text}" for row in shown]


def titles(preview) -> list[str]:
    return [row.split(" | ")[0] for row in rows(preview)]


def choose(preview, title: str) -> None:
    """Click the line of a record."""
    found = preview.preflight.list
    place = next(n for n, row in enumerate(found.rows.rows) if not isinstance(row, Heading) and title in row.title)
    found.setCurrentIndex(found.rows.index(place, 0))


def words_on(preview) -> list[str]:
    return pages_of(preview.papers.file.read_bytes())


def title_of(preview) -> str:
    return preview.preflight._title.text()


def test_everything_found_stands_in_one_list_the_worst_first(preview):
    assert rows(preview) == [
        "Letters that cannot be printed: 1",
        f"№ 2 · {HIEROGLYPH} | These letters cannot be printed: {HIEROGLYPH}. Write the name in other letters.",
        "Printed already: 1",
        "№ 3 · Anna Kalniņa | This card was printed already, on 20 November 2026 by Maija.",
        "Doubtful names: 1",
        "№ 4 · J. Lee | “J.” is only one letter: the card greets by it.",
    ]
    assert title_of(preview) == "1 left out · Look at 2 cards"
    assert preview.summary.text().startswith("4 cards")
    QAbstractItemModelTester(preview.preflight.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


@pytest.mark.parametrize("filled", [fill_plainly])
def test_with_nothing_found_it_says_that_everything_fits(preview):
    assert title_of(preview) == "Everything fits"
    assert "Nothing was found that you should look at." in texts(preview.preflight)
    press(preview.preflight, "All cards 2")
    assert rows(preview)[1] == "№ 2 · Marta Ozola | Card 2 · Thank-you card"


def test_only_what_is_left_out(preview):
    press(preview.preflight, "Left out 1")
    assert titles(preview) == ["Letters that cannot be printed: 1", f"№ 2 · {HIEROGLYPH}"]


def test_choosing_a_line_turns_to_its_card_and_marks_it(around, preview, qtbot):
    preview.options.form.box("stock").input.set_value("a6")
    preview.options.form.box("stock").input.edited.emit()
    made(around, preview)
    found = preview.preflight.list
    found.go_to_first()
    qtbot.keyClick(found, Qt.Key.Key_End)
    assert found.line.title == "№ 4 · J. Lee"
    assert preview.viewer.page == 3
    box = preview.preflight.frame.box()
    view = preview.viewer.view.viewport().rect()
    assert box is not None
    assert view.contains(box.toRect())
    preview.viewer.go_to(1)
    assert preview.preflight.frame.box() is None
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert preview.viewer.page == 3


def test_a_card_clicked_on_the_page_is_found_in_the_list(preview, qtbot):
    frame = preview.preflight.frame
    frame.mark(4)
    where = frame.box().center().toPoint()
    frame.mark(0)
    qtbot.mouseClick(preview.viewer.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert preview.preflight.line.title == "№ 5 · Marta Ozola"
    assert preview.preflight.chips.value == "all"
    assert frame.card == 4
    menu = preview.preflight.menu_of(1)
    assert [action.text() for action in menu.actions()] == [
        "Change the words…", "Leave out", "Open order", "Open customer",
    ]  # fmt: skip
    assert preview.preflight.line.title == "№ 1 · Agnese Ķēniņa"
    menu.deleteLater()


def test_a_card_is_found_by_name_among_all(preview, qtbot):
    press(preview.preflight, "All cards 5")
    assert titles(preview) == [
        "№ 1 · Agnese Ķēniņa", f"№ 2 · {HIEROGLYPH}", "№ 3 · Anna Kalniņa", "№ 4 · J. Lee", "№ 5 · Marta Ozola",
    ]  # fmt: skip
    search = preview.preflight._search
    qtbot.keyClicks(search.edit, "kenin")
    assert titles(preview) == ["№ 1 · Agnese Ķēniņa"]
    qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    assert preview.preflight.line.title == "№ 1 · Agnese Ķēniņa"
    search.edit.setText("nobody")
    assert "No card has this number or name" in texts(preview.preflight)


def test_a_card_is_left_out_and_put_back(around, preview):
    choose(preview, "J. Lee")
    press(preview.preflight.card, "Leave out")
    made(around, preview)
    assert preview.summary.text().startswith("3 cards")
    assert title_of(preview) == "2 left out · Look at 1 card"
    assert "Left out by you: 1" in rows(preview)
    assert preview.preflight.line.title == "№ 4 · J. Lee"
    assert not any("J." in page for page in words_on(preview))
    press(preview.preflight.card, "Put back")
    made(around, preview)
    assert preview.summary.text().startswith("4 cards")
    assert not preview.preflight.changes


def test_all_that_were_printed_already_are_left_out_in_one_press(around, preview, tmp_path: Path):
    press(preview.preflight, "Leave out 1 reprint")
    made(around, preview)
    assert preview.summary.text().startswith("3 cards")
    assert preview.preflight.left_out == 2
    preview.outlet.save_to(preview.papers, tmp_path / "cards.pdf")
    around.settle()
    assert around.done[-1][1] == f"Saved to {tmp_path / 'cards.pdf'}: 3 cards; 2 left out"
    assert around.ask(lambda shop: [order_by_number(shop, str(n)).printed for n in (1, 2, 4, 5)]) == [
        False, False, False, False,
    ]  # fmt: skip


def test_the_words_of_one_card_are_changed_and_taken_back(around, preview):
    choose(preview, "J. Lee")
    press(preview.preflight.card, "Change the words…")
    dialog = preview.preflight.dialog
    around.settle()
    assert dialog.inputs["greeting"].value() == "Dear J.,"
    dialog.inputs["greeting"].setPlainText("Dear Jane,")
    press(dialog, "Change this card")
    around.settle()
    made(around, preview)
    assert set(preview.preflight.changes) == {preview.preflight.line.key}
    assert "Dear Jane," in words_on(preview)[0]
    assert "Dear Agnese," in words_on(preview)[0]
    assert "Words changed by you: 1" in rows(preview)
    assert preview.preflight.line.tag == "Words changed"
    press(preview.preflight.card, "As in the design")
    made(around, preview)
    assert "Dear J.," in words_on(preview)[0]
    assert not preview.preflight.changes


def test_words_that_cannot_be_printed_are_refused_while_they_are_written(around, preview):
    choose(preview, HIEROGLYPH)
    preview.preflight.change_words()
    dialog = preview.preflight.dialog
    around.settle()
    assert HIEROGLYPH in dialog.inputs["greeting"].value()
    dialog.inputs["greeting"].setPlainText(f"Dear {HIEROGLYPH * 2},")
    press(dialog, "Change this card")
    around.settle()
    assert dialog.isVisible()
    assert "cannot be printed" in dialog.banner.text
    dialog.inputs["greeting"].setPlainText("Dear pharaoh,")
    press(dialog, "Change this card")
    around.settle()
    made(around, preview)
    assert preview.summary.text().startswith("5 cards")
    assert any("Dear pharaoh," in page for page in words_on(preview))


def test_the_keyboard_does_it_too(around, preview, qtbot):
    choose(preview, "J. Lee")
    preview.preflight.list.setFocus()
    qtbot.keyClick(preview.preflight.list, Qt.Key.Key_Delete)
    made(around, preview)
    assert preview.summary.text().startswith("3 cards")
    qtbot.keyClick(preview.preflight.list, Qt.Key.Key_Delete)
    made(around, preview)
    assert preview.summary.text().startswith("4 cards")
    qtbot.keyClick(preview.preflight.list, Qt.Key.Key_F2)
    around.settle()
    assert preview.preflight.dialog.isVisible()
    preview.preflight.dialog.reject()


def test_a_line_leads_to_its_order_and_its_customer(around):
    for button, page in (("Open order", "orders"), ("Open customer", "customers")):
        dialog = open_all(around)
        choose(dialog, "J. Lee")
        press(dialog.preflight.card, button)
        assert around.went[-1] == (page, {page[:-1]: 4})
        around.settle()


@pytest.mark.parametrize("filled", [fill_many])
def test_hundreds_of_the_same_are_counted_and_folded(preview, qtbot):
    assert rows(preview) == ["Doubtful names: 60"]
    found = preview.preflight.list
    found.setFocus()
    found.setCurrentIndex(found.rows.index(0, 0))
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert len(rows(preview)) == 61
    qtbot.keyClick(found, Qt.Key.Key_Left)
    assert len(rows(preview)) == 1
    assert title_of(preview) == "Look at 60 cards"


@pytest.mark.parametrize("filled", [fill_twice])
def test_a_card_of_which_two_things_are_told_is_one_card(around):
    dialog = opened(around, [1], kind=Kind.THANK_YOU)
    assert len([line for line in rows(dialog) if line.endswith(": 1")]) == 2
    assert title_of(dialog) == "Look at 1 card"


@pytest.mark.parametrize("filled", [fill_oddly])
def test_odd_names_stop_nobody_and_stand_as_they_are_written(around, preview):
    refused = {"\x00\ufffe", "👩‍👩‍👧"}
    left = preview.preflight.left_out
    assert preview.papers.result.cards == len(ODD) - left
    assert left <= len(refused)
    press(preview.preflight, f"All cards {len(ODD)}")
    shown = " ".join(rows(preview))
    for name in ODD[:11]:
        assert unicodedata.normalize("NFC", name) in shown
    for place in range(len(ODD)):
        preview.preflight.list.setCurrentIndex(preview.preflight.list.rows.index(place, 0))
        preview.preflight.grab()


@pytest.mark.parametrize("duplex", [Duplex.LONG, Duplex.SHORT])
def test_a_card_is_found_on_its_back_too(around, duplex):
    preview = opened(around, customers=range(1, 6), kind=Kind.BIRTHDAY)
    choices = replace(preview.options.choices, duplex=duplex, stock="a6-4up-a4", design="sprig")
    preview.making.want(choices, now=True)
    made(around, preview)
    result, frame = preview.papers.result, preview.preflight.frame
    assert result.sides == 2
    preview.viewer.go_to(2)
    for card in range(1, result.cards + 1):
        frame.mark(card)
        assert frame.card_at(frame.box().center()) == card
    preview.viewer.go_to(1)
    for card in range(1, result.cards + 1):
        frame.mark(card)
        assert frame.card_at(frame.box().center()) == card
    preview.reject()


def test_the_frame_lies_around_the_card_whatever_the_size(preview, qtbot):
    """Held against where Qt finds the text of the card on the page."""
    frame, view = preview.preflight.frame, preview.viewer.view
    for factor in (1.0, 2.0, 0.5):
        preview.viewer.zoom(factor)
        for card, name in ((1, "Agnese"), (4, "Marta")):
            frame.mark(card)
            assert frame.box() is not None
            words = preview.viewer.document.getAllText(0).text()
            start = words.index(name)
            spot = preview.viewer.document.getSelectionAtIndex(0, start, len(name)).boundingRectangle()
            scale = view.zoomFactor() * view.logicalDpiX() / 72
            inside = frame.box().translated(-frame._on_view(QRectF(0, 0, 1, 1)).topLeft())
            assert inside.contains(QRectF(spot.topLeft() * scale, spot.size() * scale))


def fill_birthdays(shop):
    for given, family in (("Agnese", "Ķēniņa"), ("Marta", "Ozola")):
        person(shop, given, family, birthday=Birthday(11, 22))
    log_print(shop, printed_people(Kind.BIRTHDAY, [CustomerId(1)]), kind=Kind.BIRTHDAY, by="Maija", actor=BY)


@pytest.mark.parametrize("filled", [fill_birthdays])
def test_the_second_birthday_card_within_a_year_is_warned_of(around):
    dialog = opened(around, customers=[1, 2], kind=Kind.BIRTHDAY)
    assert rows(dialog)[:2] == [
        "Printed already: 1",
        "Agnese Ķēniņa | This is the second such card within a year: the last one was printed on 20 November 2026 by "
        "Maija.",
    ]
    press(dialog.preflight, "Leave out 1 reprint")
    made(around, dialog)
    assert dialog.summary.text().startswith("1 birthday card")
    dialog.reject()
    around.settle()


def test_words_written_are_not_lost_by_one_press_of_escape(around, preview, qtbot):
    choose(preview, "J. Lee")
    preview.preflight.change_words()
    dialog = preview.preflight.dialog
    around.settle()
    dialog.inputs["greeting"].setPlainText("Dear Jane,")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.banner.text == "These words are not on the card yet."
    press(dialog, "Change this card")
    around.settle()
    made(around, preview)
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert preview.isVisible()
    assert preview.banner.text == "The words you wrote on 1 card are lost when you leave."
    press(preview.preflight.card, "Open order")
    assert not preview.isVisible()
    assert around.went[-1] == ("orders", {"order": 4})


def test_words_that_were_only_looked_at_are_left_without_a_word(around, preview, qtbot):
    choose(preview, "J. Lee")
    preview.preflight.change_words()
    around.settle()
    qtbot.keyClick(preview.preflight.dialog, Qt.Key.Key_Escape)
    assert not preview.preflight.dialog.isVisible()
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_a_paper_about_the_shop_is_called_by_its_kind(around):
    dialog = opened(around, kind=Kind.PROMISE)
    press(dialog.preflight, "All cards 1")
    assert titles(dialog) == ["Our promise"]
    choose(dialog, "Our promise")
    dialog.preflight.change_words()
    around.settle()
    assert dialog.preflight.dialog.inputs
    dialog.preflight.dialog.reject()
    dialog.reject()
    around.settle()


def test_of_a_parcel_one_paper_is_left_out_and_the_other_mended(around):
    dialog = open_all(around, kind=Kind.PARCEL)
    assert dialog.summary.text().startswith("8 cards and inserts")
    choose(dialog, HIEROGLYPH)
    press(dialog.preflight.card, "Leave out")
    made(around, dialog)
    assert rows(dialog)[1].endswith("Write the name in other letters.")  # the insert names the customer too
    dialog.preflight.list.setCurrentIndex(dialog.preflight.list.rows.index(1, 0))
    assert dialog.preflight.line.kind is Kind.PACKING_INSERT
    dialog.preflight.change_words()
    around.settle()
    for field in dialog.preflight.dialog.inputs.values():
        field.setPlainText(field.toPlainText().replace(HIEROGLYPH, "friend"))
    press(dialog.preflight.dialog, "Change this card")
    around.settle()
    made(around, dialog)
    assert dialog.summary.text().startswith("9 cards and inserts")
    assert dialog.preflight.left_out == 1
    dialog.reject()
    dialog.reject()
    around.settle()


def fill_in_russian(shop):
    bought(shop, person(shop, "Пётр", "Ёлкин", language=Language.RU), "Linen scarf", number="1")


@pytest.mark.parametrize("filled", [fill_in_russian])
def test_words_keep_the_spaces_that_hold_them_together(around, preview):
    press(preview.preflight, "All cards 1")
    choose(preview, "Пётр")
    preview.preflight.change_words()
    around.settle()
    dialog = preview.preflight.dialog
    assert "\u00a0" in " ".join(dialog._design.values())
    assert not dialog.design_button.isEnabled()  # nothing was changed yet
    cursor = dialog.inputs["letter"].textCursor()
    cursor.insertText("Да. ")
    press(dialog, "Change this card")
    around.settle()
    [change] = preview.preflight.changes.values()
    assert list(change.words) == ["letter"]
    assert change.words["letter"] == "Да. " + dialog._design["letter"]
    made(around, preview)

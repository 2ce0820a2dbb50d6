"""A printer is calibrated through a real printing system: test page, ruler, correction, check page."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop_app.actions.printers import printer as real_printer
from desktop_app.actions.stocks import set_calibration
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.desk_settings import DESK_PRINTERS
from desktop_app.domain.printers import Binding, bound
from desktop_app.i18n import Language, Words
from desktop_app.queries.stocks import calibrations
from desktop_app.ui.pages.paper.calibrating import CalibrationDialog
from desktop_app.ui.pages.paper.ruler_input import RulerInput
from tests.cups import Cups
from tests.ui.pages.around import Around, button, press, texts, type_text


@pytest.fixture
def opened(around) -> Callable[[], CalibrationDialog]:
    return lambda: _opened(around)


def _opened(around: Around) -> CalibrationDialog:
    around.window.resize(1280, 860)
    with around.qtbot.waitExposed(around.window):
        around.window.show()
    made = CalibrationDialog(around.desk, around.window, stock="a6-4up-a4")
    made.open()
    around.settle()
    return made


def measure(dialog: CalibrationDialog, **typed: str) -> None:
    for key, text in typed.items():
        box = dialog.measuring.form.box(key).input
        box.selectAll()
        box.del_()
        type_text(box, text)


def text_of(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_printed_measured_kept_checked_and_forgotten(printer: Cups, around: Around, opened, qtbot) -> None:
    dialog = opened()
    assert dialog.printer == "Office"
    trays = dialog.choice.box("tray").input._values
    assert len(trays) == 3
    dialog.choice.box("tray").input.set_value(trays[1])
    press(dialog, "Print the test page")
    around.settle()
    (job,) = printer.jobs()
    assert "it should be 170 mm" in text_of(job)
    assert dialog.banner.text == "Test page sent to Office."
    measure(dialog, left="20.5", top="19", across="170,5", down="250")
    assert dialog.said.text().endswith("before it is printed: 0.4 mm to the left · 1 mm down · 0.3 % narrower.")
    press(dialog, "Keep the correction")
    around.settle()
    (kept,) = around.ask(calibrations)
    assert (kept.printer, kept.tray, kept.stock) == ("Office", trays[1], "a6-4up-a4")
    assert kept.measures.placed(20, 20) == pytest.approx(((20 - 0.44) / (170.5 / 170), 21), abs=0.02)
    assert dialog.said.text().startswith("Kept: ")
    press(dialog, "Print a check page")
    around.settle()
    assert len(printer.jobs()) == 2
    assert printer.jobs()[1] != printer.jobs()[0]
    measure(dialog, left="20.2", top="20")
    press(dialog, "Keep the correction")
    around.settle()
    assert around.ask(calibrations)[0].measures.dx == pytest.approx(kept.measures.dx - 0.2, abs=0.02)
    press(dialog, "Forget the correction")
    around.settle()
    assert around.ask(calibrations) == []
    qtbot.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
    around.settle()
    assert len(around.ask(calibrations)) == 1
    dialog.accept()


def test_it_begins_with_the_printer_and_tray_where_this_paper_lies(printer: Cups, around: Around, opened) -> None:
    trays = real_printer("Office").trays
    around.settings.set(DESK_PRINTERS, bound("", "a6-4up-a4", Binding("Office", trays[1])))
    dialog = opened()
    assert (dialog.printer, dialog.tray) == ("Office", trays[1])
    dialog.accept()


def test_both_sides_are_printed_and_measured(printer: Cups, around: Around, opened) -> None:
    dialog = opened()
    box = dialog.choice.box("sides").input
    box.set_value("long")
    box.edited.emit()
    press(dialog, "Print the test page")
    around.settle()
    assert "Back of the sheet" in text_of(printer.jobs()[0])
    measure(dialog, left="20", top="20", back_left="21", back_top="19.5")
    press(dialog, "Keep the correction")
    around.settle()
    measures = around.ask(calibrations)[0].measures
    assert (measures.dx, measures.dy, measures.back_dx, measures.back_dy) == pytest.approx((0, 0, -1, 0.5))
    assert dialog.said.text() == "Kept: front: nothing to correct; back: 1 mm to the left · 0.5 mm down."
    dialog.accept()


@pytest.mark.parametrize(("typed", "field", "said"), [
    ({"left": "60", "top": "20"}, "left", "more than 15 mm off"),
    ({"left": "20", "top": "20", "across": "120"}, "across", "actual size"),
    ({"left": "x", "top": "20"}, "left", "Give a number"),
])  # fmt: skip
def test_what_no_printer_does_is_refused_at_its_field(
    typed: dict[str, str], field: str, said: str, printer: Cups, around: Around, opened
) -> None:
    dialog = opened()
    measure(dialog, **typed)
    assert said in dialog.measuring.form.box(field).error
    press(dialog, "Keep the correction")
    around.settle()
    assert around.ask(calibrations) == []
    dialog.accept()


def test_the_length_that_is_wanted_is_asked_for_and_lit(printer: Cups, opened, around: Around) -> None:
    dialog = opened()
    measure(dialog, left="20")
    press(dialog, "Keep the correction")
    assert dialog.measuring.form.box("top").error == "Measure this length on the test page."
    with around.qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.measuring.form.box("across").input.setFocus()
    around.qtbot.waitUntil(lambda: dialog.drawing.lit == "across")
    dialog.accept()


def test_what_is_calibrated_stands_in_a_list_and_is_chosen_from_it(printer: Cups, around: Around, opened) -> None:
    around.change(set_calibration, "Cellar", "tray-2", "a5", Calibration(dx=1.5, back_dx=1.5))
    dialog = opened()
    assert {"Cellar · Tray 2"} < set(texts(dialog.list))
    assert any(text.endswith("A5 cards, one by one") for text in texts(dialog.list))
    row = dialog.list.rows[0]
    around.qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center() - row.rect().center() / 2)
    assert (dialog.printer, dialog.tray, dialog.stock.id) == ("Cellar", "tray-2", "a5")
    assert dialog.said.text() == "Kept: 1.5 mm to the right."
    assert not button(dialog, "Print the test page").isEnabled()
    assert "not connected" in dialog.page_said.text()
    press(dialog.list, "Forget")
    around.settle()
    assert around.ask(calibrations) == []
    dialog.accept()


def test_lengths_are_written_and_read_as_the_language_does(qtbot) -> None:
    words = Words(Language.RU)
    box = RulerInput(words, key="left", low=0, high=100, unit=words("mm"))
    qtbot.addWidget(box)
    assert (box.text(), box.value()) == ("", None)
    box.set_value(20.5)
    assert (box.text(), box.value()) == ("20,5 мм", 20.5)


def test_in_a_small_window_the_list_is_below_the_steps(no_printer: None, around: Around, opened) -> None:
    around.change(set_calibration, "Cellar", "", "a5", Calibration(dx=1.5, back_dx=1.5))
    dialog = opened()
    for wide, below in ((640, True), (1080, False), (640, True)):
        dialog.resize(wide, 700)
        around.qtbot.waitUntil(lambda wide=wide: dialog.width() == wide)
        assert dialog.measuring.window() is dialog.list.window() is dialog
        steps = dialog.measuring.parentWidget().parentWidget().parentWidget()
        around.qtbot.waitUntil(lambda steps=steps, below=below: steps.isAncestorOf(dialog.list) is below)
        around.qtbot.waitUntil(dialog.list.isVisible)
    dialog.accept()


def test_without_a_printer_the_page_is_saved_as_a_pdf(
    no_printer: None, around: Around, opened, tmp_path: Path
) -> None:
    dialog = opened()
    assert "no printer yet" in dialog.page_said.text()
    assert not dialog.keep_button.isEnabled()
    dialog.save_to(tmp_path / "test.pdf")
    around.settle()
    assert "it should be 250 mm" in text_of((tmp_path / "test.pdf").read_bytes())
    dialog.accept()

"""What the bench tells a packer who has never stood there: what a key does now, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.bench.around import ESC, SPACE, Packing
from tests.ui.bench.orders import CANDLE, CLOTH, MUG
from tests.ui.bench.test_packing import begin, first_parcel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
DOWN, F2, F4, F9 = Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F9


def keys(packing: Packing) -> dict[str, str]:
    """What the foot says of each key."""
    return dict(packing.window.foot._hints)


def test_enter_says_who_it_takes_for_the_packer(packing: Packing) -> None:
    assert packing.step.hints[0].text == "That’s me: Inese Š."
    packing.key(DOWN)
    assert packing.step.hints[0].text == "That’s me: Oskars"


def test_a_printer_is_chosen_from_wherever_the_foot_names_the_key(
    packing: Packing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.ui.bench import printer_step

    monkeypatch.setattr(printer_step, "printers", lambda: ["Canon"])
    packing.scan("2")
    for name in ("pin", "packer"):
        assert packing.step.name == name
        packing.key(F4)
        assert packing.step.name == "printer"
        packing.key(ESC)
        assert packing.step.name == name
        packing.key(ESC)


def test_the_next_order_is_in_sight_however_far_one_looked_ahead(packing: Packing) -> None:
    packing.window.resize(480, 360)
    begin(packing)
    packing.until(lambda: packing.queue._area.verticalScrollBar().maximum() > 0)
    packing.key(DOWN)
    packing.key(DOWN)
    assert packing.queue._area.verticalScrollBar().value() > 0
    packing.scan("10439")
    packing.key(ESC)
    assert packing.queue._area.verticalScrollBar().value() == 0


def test_what_is_next_is_told_until_everything_is_ticked(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    assert packing.step.asking == "Scan each article"
    packing.scan(MUG, MUG, CLOTH)
    assert packing.step.asking == "All articles are there. Space ticks each step"
    packing.key(SPACE, text=" ")
    packing.key(SPACE, text=" ")
    assert packing.step.asking == "Everything is ticked"


def test_the_number_of_another_order_is_no_article(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.scan("10438")
    assert packing.alarm.startswith("Another order: “10438” is another order’s number. Finish this order first")


def test_an_article_is_no_order(packing: Packing) -> None:
    begin(packing)
    packing.scan(CANDLE)
    assert packing.alarm == "Not opened: “Soy candle” is an article. Scan or type the number of an order."


def test_a_code_nobody_knows_is_named_as_it_was_scanned(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.scan("4006381333931")
    assert packing.alarm.startswith("Wrong article: “4006381333931” is not in this parcel.")


def test_while_a_message_stays_esc_says_that_it_closes_it(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    assert keys(packing)["Esc"] == "put it back"
    packing.enter()  # not everything is ticked
    assert keys(packing)["Esc"] == "close the message"
    packing.key(ESC)
    assert packing.step.name == "parcel"
    assert keys(packing)["Esc"] == "put it back"


def test_f9_says_which_order_it_takes_back_and_only_where_it_does(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    assert keys(packing)["F9"] == "take № 10437 back"
    packing.enter()
    assert keys(packing)["F9"] == "take № 10437 back"
    packing.enter()
    assert "F9" not in keys(packing)


def test_an_order_set_aside_is_opened_with_its_reason_and_stays_aside(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.key(F2)
    packing.scan("Krūze saplīsa")
    assert packing.said.endswith("Its number opens it again.")
    packing.scan("10437")
    assert packing.said == "This order was set aside: Krūze saplīsa"
    packing.key(ESC)
    packing.key(ESC)
    assert packing.said == "Order 10437 is still set aside."


def test_of_a_printer_that_stands_still_it_is_told_that_the_papers_wait(
    packing: Packing, no_printer: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.domain.printers import Printer
    from desktop_app.ui.bench import printer

    first_parcel(packing)
    monkeypatch.setattr(printer, "printer", lambda name: Printer(name, ready=False))
    packing.bench.printer.look()
    packing.settle()
    packing.enter()
    assert packing.said == "Order 10437 is packed. Its papers wait: Office is stopped."


def test_the_customers_wish_stands_above_the_steps(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    aside = packing.parcel.aside
    aside.notes.setText("In a large box")
    aside.notes.show()
    packing.settle()
    first = next(iter(aside._rows.values()))
    assert aside.notes.mapTo(aside, QPoint()).y() < first.mapTo(aside, QPoint()).y()


def test_in_next_to_no_room_the_articles_and_their_steps_scroll_as_one(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    theme = packing.bench.window.measure.theme
    try:
        theme.set_text_size(200)
        packing.window.resize(640, 400)
        packing.settle()
        step = packing.parcel
        packing.until(lambda: step._area.viewport().height() >= 180)  # some rows, not half a one
        assert step._area.widget().isAncestorOf(step.aside)
        packing.scan(MUG)
        assert "1 of 2" in step.lines._rows[1].accessibleName()
    finally:
        theme.set_text_size(100)
    packing.window.resize(1280, 800)
    packing.settle()
    assert step._beside.widget() is step.aside


def test_under_red_the_foot_says_what_esc_does_and_that_enter_does_nothing(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    kept = keys(packing)
    packing.scan(CANDLE)
    assert packing.alarm
    assert keys(packing)["Esc"] == "close the message"
    assert "Enter" not in keys(packing)
    packing.key(ESC)
    assert keys(packing) == kept

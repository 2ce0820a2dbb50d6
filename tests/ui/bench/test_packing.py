"""A packer's way through the bench, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.actions.chimes import Chime
from desktop_app.actions.orders import set_status
from desktop_app.actions.words_of_day import set_day_word
from desktop_app.domain.desk_settings import BENCH_PREFIX, DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.printers import Binding, bound, kind_key
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.orders import order
from desktop_app.queries.packing import queue_count
from desktop_app.store.connect import open_shop
from desktop_app.ui.handbook.reader import Reader
from tests.made import TODAY
from tests.ui.bench.around import ALT, CONTROL, ENTER, ESC, SPACE, Packing
from tests.ui.bench.orders import CANDLE, CLOTH, MUG

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
F2, F4, F9 = Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F9


def begin(packing: Packing, *, printer: str = "Office") -> None:
    """Inese is chosen, reads what there is to read, and sees the queue."""
    packing.house.settings.set(DESK_PRINTER, printer)
    packing.enter()
    while packing.step.name == "read":
        packing.enter()
    assert packing.queue.now is not None


def first_parcel(packing: Packing) -> None:
    """The first order is open and all of it ticked."""
    begin(packing)
    packing.enter()
    packing.scan(MUG, MUG, CLOTH)
    packing.key(SPACE, text=" ")
    packing.key(SPACE, text=" ")


def asked(packing: Packing, question: object, *args: object) -> object:
    """What the shop says."""
    found: list[object] = []
    packing.house.window.work.ask(question, *args, then=found.append)  # type: ignore[arg-type]
    packing.settle()
    return found[0]


def test_the_queue_stands_in_the_order_of_promise_with_its_count(packing: Packing) -> None:
    begin(packing)
    assert packing.queue.now is not None
    assert [row.number for row in packing.queue.now.rows] == ["10437", "10438", "10439"]
    assert packing.window.head.count.text() == "0 packed · 3 left"
    assert packing.window.head.who.text() == "Inese Š."


def test_one_parcel_from_enter_to_its_tracking_number(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    assert packing.parcel.parcel is not None
    assert packing.parcel.parcel.unchecked == 0
    packing.enter()
    assert packing.step.name == "tracking"
    assert [file.read_bytes()[:5] for file in no_printer] == [b"%PDF-"]
    packing.scan("CE123456789LV")
    assert packing.step.name == "queue"
    assert packing.window.head.count.text() == "1 packed · 2 left"
    packed = asked(packing, order, OrderId(1))
    assert (packed.fields.status, packed.packed_by, packed.fields.tracking) == (  # type: ignore[attr-defined]
        Status.PACKED, "Inese Š.", "CE123456789LV",
    )  # fmt: skip


def test_the_printed_file_is_kept_and_is_the_one_in_the_log(packing: Packing, no_printer: list[Path]) -> None:
    from desktop_app.queries.printing import print_rows
    from desktop_app.queries.prints import print_run

    first_parcel(packing)
    packing.enter()
    rows = asked(packing, print_rows)
    run = asked(packing, print_run, rows[0].id)  # type: ignore[index]
    assert [run.file, run.printer, run.by] == [str(no_printer[0]), "Office", "Inese Š."]
    import hashlib

    assert run.sha256 == hashlib.sha256(no_printer[0].read_bytes()).hexdigest()


def test_a_wrong_article_is_told_in_red_until_the_right_one_comes(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.scan(CANDLE)
    assert packing.alarm.startswith("Wrong article")
    assert "“Soy candle” is not in this parcel. Put it back on shelf C 7" in packing.alarm
    assert packing.bench.shift.sounds.last is Chime.WRONG
    packing.enter()  # nothing is packed under a red sheet
    assert packing.alarm
    packing.scan(MUG)
    assert packing.alarm == ""
    packing.scan(CANDLE)
    packing.key(ESC)
    assert packing.alarm == ""
    assert packing.step.name == "parcel"


def test_one_too_many_is_told(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.scan(CLOTH, CLOTH)
    assert packing.alarm.startswith("One too many")
    assert "Linen cloth" in packing.alarm


def test_scans_faster_than_the_shop_answers_are_not_lost(packing: Packing) -> None:
    begin(packing)
    packing.scan("10439", CLOTH, CANDLE, CLOTH, CLOTH)
    assert packing.parcel.parcel is not None
    assert [line.checked for line in packing.parcel.parcel.lines] == [3, 1]
    assert packing.alarm == ""


def test_an_enter_that_was_meant_for_the_step_before_does_nothing_in_the_next(packing: Packing) -> None:
    begin(packing)
    packing.key(ENTER, wait=False)
    packing.key(ENTER, wait=False)
    packing.key(ENTER, wait=False)
    packing.settle()
    assert packing.step.name == "parcel"
    assert packing.said == ""


def test_a_key_held_down_is_one_answer(packing: Packing) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    first_parcel(packing)
    packing.enter()
    again = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(packing.window, again)
    packing.settle()
    assert packing.step.name == "tracking"


def test_enter_says_what_is_not_ticked_and_only_the_second_key_packs_it(
    packing: Packing, no_printer: list[Path]
) -> None:
    begin(packing)
    packing.enter()
    packing.scan(MUG)
    packing.key(ENTER, CONTROL)  # before anything was said it only says
    assert "1 × Ceramic mug" in packing.said
    assert "Ctrl+Enter" in packing.said
    assert no_printer == []
    packing.key(ENTER, CONTROL)
    assert packing.step.name == "tracking"


def test_a_scan_through_the_russian_layout_finds_order_and_article(packing: Packing) -> None:
    begin(packing)
    packing.scan("10438", "ЫМ-030")  # SV-030
    assert packing.parcel.parcel is not None
    assert packing.parcel.parcel.unchecked == 0
    assert packing.alarm == ""


def test_what_the_scanner_puts_before_a_code_is_taken_off(packing: Packing) -> None:
    packing.window.scanner.prefix = "~"
    begin(packing)
    packing.scan("~10438", f"~{CANDLE}")
    assert packing.parcel.parcel is not None
    assert packing.parcel.parcel.unchecked == 0


def test_steps_are_ticked_by_space_and_by_their_number(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.key(Qt.Key.Key_2, ALT)
    assert len(packing.parcel.steps_done) == 1
    packing.key(SPACE, text=" ")
    assert len(packing.parcel.steps_done) == 2
    packing.key(Qt.Key.Key_1, ALT)
    assert len(packing.parcel.steps_done) == 1


def test_a_missing_article_sets_the_order_aside_with_the_reason(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.scan(MUG)
    packing.key(F2)
    packing.scan("1")
    assert packing.step.name == "queue"
    assert asked(packing, order, OrderId(1)).set_aside == "Not there: 1 × Ceramic mug"  # type: ignore[attr-defined]
    assert packing.window.head.count.text() == "0 packed · 2 left"


@pytest.mark.parametrize(("typed", "kept"), [("Krūze saplīsa", "Krūze saplīsa"), (CLOTH, "Not there: 1 × Linen cloth")])
def test_the_reason_may_be_typed_or_be_the_code_of_what_is_missing(packing: Packing, typed: str, kept: str) -> None:
    begin(packing)
    packing.enter()
    packing.key(F2)
    packing.scan(typed)
    assert asked(packing, order, OrderId(1)).set_aside == kept  # type: ignore[attr-defined]


def test_a_scan_that_is_no_reason_sets_nothing_aside(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.key(F2)
    packing.scan("4006381333931")
    assert packing.step.name == "missing"
    assert "no reason" in packing.alarm


def test_esc_puts_the_order_back_for_another_bench(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.scan("12")  # half a number, then thought better of
    packing.key(ESC)
    packing.type("99")
    packing.key(ESC)  # first what was typed
    assert packing.window.scanner.text == ""
    assert packing.step.name == "parcel"
    packing.key(ESC)
    assert packing.step.name == "queue"
    assert packing.queue.now is not None
    assert all(not row.claimed_by for row in packing.queue.now.rows)


def test_f9_takes_back_one_after_another(packing: Packing) -> None:
    first_parcel(packing)
    packing.enter()
    packing.enter()
    packing.scan("10438", CANDLE)
    packing.key(SPACE, text=" ")
    packing.enter()
    packing.enter()
    assert asked(packing, queue_count).packed_today == 2  # type: ignore[attr-defined]
    packing.key(F9)
    assert packing.parcel.title == "№ 10438"
    packing.key(ESC)
    packing.key(F9)
    assert packing.parcel.title == "№ 10437"
    assert packing.parcel.parcel is not None
    assert packing.parcel.parcel.unchecked == 3  # to be checked anew
    packing.key(ESC)
    packing.key(F9)
    assert "Nothing was packed" in packing.said
    assert asked(packing, queue_count).packed_today == 0  # type: ignore[attr-defined]


def test_the_count_follows_at_once(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    assert packing.window.head.count.text() == "1 packed · 2 left"
    packing.key(F9)
    assert packing.step.name == "parcel"
    assert packing.window.head.count.text().startswith("0 packed")


def test_a_number_that_no_order_has_is_told(packing: Packing) -> None:
    begin(packing)
    packing.scan("99999")
    assert "99999" in packing.alarm
    assert packing.step.name == "queue"


def test_an_order_cancelled_meanwhile_is_told_and_left(packing: Packing) -> None:
    begin(packing)
    packing.enter()
    packing.house.window.work.change(set_status, [OrderId(1)], Status.CANCELLED)
    packing.until(lambda: packing.step.name == "queue")
    assert "Cancelled" in packing.said


def test_an_order_another_bench_took_after_the_lease_is_told(packing: Packing) -> None:
    from desktop_app.actions.packing import claim, release

    begin(packing)
    packing.enter()
    asked(packing, release, OrderId(1), packing.bench.shift.bench)
    asked(packing, claim, OrderId(1), "Oskars", "another bench")
    packing.scan(MUG)
    assert packing.step.name == "queue"
    assert "Oskars" in packing.said


def test_without_a_printer_it_says_how_and_keeps_the_pdf(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.house.settings.set(DESK_PRINTER, "")
    packing.enter()
    assert "F4" in packing.said
    assert packing.step.name == "parcel"
    assert packing.step.hints[0].text == "Pack without printing"
    packing.enter()
    assert packing.step.name == "tracking"
    assert no_printer == []
    kept = Path(packing.house.location).parent / "printed"
    assert [file.suffix for file in kept.iterdir()] == [".pdf"]
    assert str(kept) in packing.said


def test_without_any_printer_enter_leads_back(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.ui.bench import printer_step

    monkeypatch.setattr(printer_step, "printers", list)
    begin(packing, printer="")
    packing.key(F4)
    assert [(hint.key, hint.text) for hint in packing.step.hints] == [("Enter", "Back")]
    packing.enter()
    assert packing.step.name == "queue"


def test_a_printer_is_chosen_by_its_number(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.ui.bench import printer_step

    monkeypatch.setattr(printer_step, "printers", lambda: ["Canon", "Office"])
    begin(packing, printer="")
    packing.key(F4)
    assert packing.window.foot.printer.text() == "No printer yet · F4"
    packing.scan("2")
    assert packing.house.settings.get(DESK_PRINTER) == "Office"
    assert packing.step.name == "queue"
    assert packing.window.foot.printer.text() == "Office · ready"


def test_the_chosen_printer_goes_before_one_bound_to_a_paper(
    packing: Packing, no_printer: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.ui.bench import printer_step

    monkeypatch.setattr(printer_step, "printers", lambda: ["Canon", "Office"])
    packing.house.settings.set(DESK_PRINTERS, bound("", kind_key(Kind.PARCEL), Binding("Canon", "Tray-2")))
    first_parcel(packing)
    packing.key(F4)
    packing.scan("2")
    assert packing.step.name == "parcel"
    assert packing.bench.printer.bound("a4") == Binding("Office")
    packing.enter()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 1


def test_a_printer_chosen_while_something_is_missing_prints_papers_made_for_it(
    packing: Packing, no_printer: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.ui.bench import papers, printer_step

    made_for: list[str] = []
    usual = papers.sheets_of

    def sheets_of(shop: Shop, number: OrderId, place: tuple[str, str]) -> papers.Sheets:
        made_for.append(place[1])
        return usual(shop, number, place)

    monkeypatch.setattr(papers, "sheets_of", sheets_of)
    monkeypatch.setattr(printer_step, "printers", lambda: ["Canon", "Office"])
    first_parcel(packing)
    packing.key(F2)
    packing.key(F4)
    packing.scan("1")
    packing.key(ESC)
    assert packing.step.name == "parcel"
    assert made_for == ["Office", "Canon"]


def test_a_printer_that_takes_nothing_leaves_the_order_open(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.domain.errors import DeliveryFailed
    from desktop_app.i18n import msg
    from desktop_app.ui.bench import papers

    def broken(*_: object, **__: object) -> str:
        raise DeliveryFailed(msg("The printing system does not answer. Check the printer and try again."))

    first_parcel(packing)
    with monkeypatch.context() as patch:
        patch.setattr(papers, "print_file", broken)
        packing.enter()
    assert packing.step.name == "parcel"
    assert packing.said.startswith("Not packed.")
    assert list((Path(packing.house.location).parent / "printed").iterdir()) == []
    packing.enter()
    assert packing.step.name == "tracking"


def test_an_article_is_no_tracking_number(packing: Packing) -> None:
    first_parcel(packing)
    packing.enter()
    packing.scan(MUG)
    assert packing.alarm.startswith("That is an article")
    packing.scan("СУ123456789ДМ")  # CE123456789LV through the Russian layout
    assert asked(packing, order, OrderId(1)).fields.tracking == "CE123456789LV"  # type: ignore[attr-defined]


def test_a_pin_is_asked_in_dots_and_a_wrong_one_is_told(packing: Packing) -> None:
    packing.key(Qt.Key.Key_Down)
    packing.enter()
    assert packing.step.name == "pin"
    packing.type("1111")
    assert packing.window.foot.typed.text() == "••••▏"
    packing.enter()
    assert "not the PIN of Oskars" in packing.said
    packing.scan("2580")
    assert packing.bench.shift.who == "Oskars"


def test_the_word_of_the_day_is_read_once(packing: Packing) -> None:
    packing.house.window.work.change(set_day_word, TODAY, {Language.EN: "Blue ribbons are out."})
    packing.settle()
    packing.enter()
    texts = []
    while packing.step.name == "read":
        texts.append(packing.step.text.text())
        packing.enter()
    assert texts[-1] == "Blue ribbons are out."
    packing.key(ESC)
    packing.enter()  # Inese again
    assert packing.step.name == "queue"


def test_another_word_of_the_day_is_read_before_the_next_order(packing: Packing) -> None:
    begin(packing)
    packing.type("10")  # half a number: it is not taken away
    packing.house.window.work.change(set_day_word, TODAY, {Language.EN: "Wrap the glasses twice."})
    packing.settle()
    assert packing.step.name == "queue"
    assert "Wrap the glasses twice." in packing.queue.word.text.text()
    packing.key(Qt.Key.Key_Backspace)
    packing.key(Qt.Key.Key_Backspace)
    packing.bench.look()
    packing.settle()
    assert (packing.step.name, packing.step.text.text()) == ("read", "Wrap the glasses twice.")
    packing.enter()
    packing.settle()
    assert packing.step.name == "queue"


def test_who_leaves_while_papers_come_out_leaves_a_packed_order(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.key(ENTER, wait=False)
    packing.key(Qt.Key.Key_Q, CONTROL, wait=False)
    packing.until(lambda: packing.house.window.bench is None and packing.work.idle)
    found: list[object] = []
    packing.work.ask(order, OrderId(1), then=found.append)
    packing.until(lambda: bool(found))
    assert found[0].fields.status is Status.PACKED  # type: ignore[attr-defined]
    assert len(no_printer) == 1


def test_the_bench_that_closes_gives_its_order_back(packing: Packing) -> None:
    from desktop_app.queries.packing import queue

    begin(packing)
    packing.enter()
    packing.key(Qt.Key.Key_Q, CONTROL, "\x11")
    assert packing.house.window.bench is None
    packing.until(lambda: packing.house.window.work.idle)
    found: list[object] = []
    packing.house.window.work.ask(queue, then=found.append)
    packing.house.settle()
    assert all(not row.claimed_by for row in found[0])  # type: ignore[attr-defined]


def test_the_shop_stays_open_for_the_bench_when_the_window_is_closed(packing: Packing) -> None:
    begin(packing)
    packing.house.shell.close()
    assert packing.house.shell.isHidden()
    packing.enter()
    assert packing.step.name == "parcel"
    packing.window.close()
    shop = open_shop(packing.house.location, today=lambda: TODAY)  # it was let go of
    shop.close()


def test_a_shop_that_does_not_answer_keeps_what_was_typed(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.domain.errors import StoreUnavailable
    from desktop_app.i18n import msg
    from desktop_app.ui.bench import deeds

    def away(*_: object, **__: object) -> object:
        raise StoreUnavailable(msg("The server does not answer."))

    begin(packing)
    with monkeypatch.context() as patch:
        patch.setattr(deeds, "order_by_number", away)
        packing.scan("10438")
    assert packing.said.startswith("The server does not answer. What you typed is kept")
    assert packing.window.scanner.text == "10438"
    packing.enter()
    assert packing.parcel.title == "№ 10438"


def test_nothing_of_the_customer_is_on_it_but_what_the_parcel_needs(packing: Packing) -> None:
    from PySide6.QtWidgets import QLabel

    begin(packing)
    packing.enter()
    shown = " ".join(label.text() for label in packing.window.findChildren(QLabel))
    assert "Linen cloth" in shown
    assert not any(secret in shown for secret in ("anna@example.lv", "20000001", "12.50", "25.00"))


def test_every_key_is_told_by_f1(packing: Packing) -> None:
    begin(packing)
    packing.key(Qt.Key.Key_F1)
    assert packing.window.keys.isVisible()
    packing.key(ESC)
    assert not packing.window.keys.isVisible()
    assert packing.step.name == "queue"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")
def test_f1_once_more_opens_the_page_of_the_step_in_the_packers_language(packing: Packing) -> None:
    begin(packing)
    packing.key(Qt.Key.Key_F1)
    packing.key(Qt.Key.Key_F1)
    assert not packing.window.keys.isVisible()
    reader = packing.window.findChild(Reader)
    assert reader is not None
    assert (reader.page, reader.windowTitle()) == ("bench-begin", packing.window.shift.words("Handbook"))
    reader.close()
    assert packing.step.name == "queue"


def test_the_settings_of_the_scanner_are_taken_on(packing: Packing) -> None:
    packing.house.settings.set(BENCH_PREFIX, "]E0")
    packing.window.close()
    again = Packing(packing.house)
    assert again.window.scanner.prefix == "]E0"


def test_a_packer_named_at_the_start_need_not_choose(packing: Packing) -> None:
    packing.window.close()
    again = Packing(packing.house, packer="oskars")
    assert again.step.name == "pin"


def test_an_order_that_is_packed_or_set_aside_is_not_taken_again_by_news_of_it(packing: Packing) -> None:
    first_parcel(packing)
    packing.enter()
    assert packing.step.name == "tracking"
    packing.house.window.work.change(set_status, [OrderId(3)], Status.CANCELLED)  # news
    packing.settle()
    assert packing.step.name == "tracking"
    packing.enter()
    packing.enter()
    packing.key(F2)
    packing.scan("1")
    packing.bench.look()
    packing.settle()
    assert packing.queue.now is not None
    assert packing.queue.now.rows == ()
    assert asked(packing, order, OrderId(2)).set_aside  # type: ignore[attr-defined]


def test_papers_are_not_printed_twice_when_the_shop_goes_away_after_them(
    packing: Packing, no_printer: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.domain.errors import StoreUnavailable
    from desktop_app.i18n import msg
    from desktop_app.ui.bench import packing_off

    def away(*_: object, **__: object) -> object:
        raise StoreUnavailable(msg("The server does not answer."))

    first_parcel(packing)
    with monkeypatch.context() as patch:
        patch.setattr(packing_off, "done", away)
        packing.enter()
    assert packing.step.name == "parcel"
    assert packing.said.startswith("The server does not answer.")
    packing.enter()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 1


def test_a_printer_can_be_chosen_before_anybody_packs(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.ui.bench import printer_step

    monkeypatch.setattr(printer_step, "printers", lambda: ["Canon"])
    packing.key(F4)
    packing.enter()
    assert packing.house.settings.get(DESK_PRINTER) == "Canon"
    assert packing.step.name == "packer"


def test_an_enter_right_behind_the_last_scan_counts(packing: Packing, no_printer: list[Path]) -> None:
    begin(packing)
    packing.scan("10438")
    packing.key(SPACE, text=" ")
    packing.type(CANDLE)
    packing.key(ENTER, wait=False)
    packing.key(ENTER, wait=False)
    packing.settle()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 1


@pytest.mark.parametrize(("later", "step"), [(9, "parcel"), (300, "tracking")])
def test_a_scanner_that_ends_with_two_enters_prints_nothing_by_the_second(
    packing: Packing, no_printer: list[Path], later: int, step: str
) -> None:
    begin(packing)
    packing.scan("10438")
    packing.key(SPACE, text=" ")
    packing.type(CANDLE)
    packing.key(ENTER, at=5_000, wait=False)
    packing.key(ENTER, at=5_000 + later)
    assert packing.step.name == step
    assert len(no_printer) == (step == "tracking")

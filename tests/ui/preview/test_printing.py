"""From the preview to a real printing system: printer and tray of the paper, its correction, some sheets, the job."""

import subprocess

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSpinBox

from desktop_app.actions.handed import left_handed
from desktop_app.actions.history import undo
from desktop_app.actions.stocks import set_begun, set_calibration
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.customers import Address
from desktop_app.domain.desk_settings import DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_outcome import Outcome
from desktop_app.domain.printers import Binding, JobState, bindings, bound
from desktop_app.domain.printing import Kind
from desktop_app.i18n import msg
from desktop_app.queries.orders import order
from desktop_app.queries.printing import print_rows
from desktop_app.queries.prints import print_items
from desktop_app.queries.stocks import kept_stocks
from desktop_app.ui.preview.following import Following
from desktop_app.ui.preview.printer import Printers
from tests.made import bought, person
from tests.ui.pages.around import press
from tests.ui.preview.opening import choose, fill, is_gone, made, opened, turn_to


def ten_orders(shop):
    for n in range(1, 11):
        home = Address(street=f"Liela iela {n}", city="Cēsis", postcode="LV-4101", country="LV")
        bought(shop, person(shop, "Anna", f"Kalniņa {n}", address=home), "Linen scarf", number=str(n))


@pytest.fixture
def filled():
    return ten_orders


@pytest.fixture
def preview(around, printer):
    dialog = opened(around, range(1, 11), kind=Kind.THANK_YOU)  # ten cards: two sheets of four, one of two
    yield dialog
    if not is_gone(dialog):
        dialog.reject()
    around.settle()


def sent(around, dialog):
    """Press Print and wait until it is logged; the window that follows the job."""
    press(dialog, "Print")
    around.settle()
    assert is_gone(dialog)
    return next(one for one in around.window.findChildren(Following) if one.isVisible())


def options_of(printer) -> str:
    """What the printing system noted of the last job's options."""
    control = sorted((printer.folder / "spool").glob("c*"))[-1]
    return control.read_bytes().decode("latin-1")


def test_the_printer_with_its_trays_stands_beside_the_choices(around, preview, printer):
    shown = preview.options.printer
    assert shown.printer == printer.name
    trays = shown.form.box("tray").input
    assert [trays.itemText(n) for n in range(trays.count())] == ["The printer’s own choice", "Tray 1", "By hand"]
    assert not shown.state.isVisible()


def test_the_printer_of_a_paper_is_remembered_with_its_tray(around, preview, printer):
    fill(preview.options.printer.form, "tray", "manual")
    preview.options.printer.always.click()
    made(around, preview)
    sent(around, preview).close()
    assert around.settings.get(DESK_PRINTER) == printer.name
    assert bindings(around.settings.get(DESK_PRINTERS))["a6-4up-a4"].tray == "manual"
    assert "manual" in options_of(printer)
    again = opened(around, [1], kind=Kind.THANK_YOU)
    assert (again.options.printer.tray, again.options.printer.always.value()) == ("manual", True)
    choose(around, again, "stock", "a6")
    assert (again.options.printer.tray, again.options.printer.always.value()) == ("", False)
    again.reject()


def test_another_tray_for_once_leaves_the_papers_own(around, preview):
    around.settings.set(DESK_PRINTERS, bound("", "a6-4up-a4", Binding("Office", "manual")))
    shown = preview.options.printer
    shown.show_printers(Printers(("Office",), "Office"))
    made(around, preview)
    assert (shown.tray, shown.always.value()) == ("manual", True)
    fill(shown.form, "tray", "tray-1")
    made(around, preview)
    assert shown.always.value() is False
    sent(around, preview).close()
    assert bindings(around.settings.get(DESK_PRINTERS))["a6-4up-a4"].tray == "manual"


def test_a_kind_of_paper_has_its_own_printer_before_the_paper_has(around, preview, printer):
    around.settings.set(DESK_PRINTERS, bound("", "a6-4up-a4", Binding("Office", "tray-1")))
    shown = preview.options.printer
    shown.show_printers(Printers(("Office",), "Office"))
    made(around, preview)
    assert (shown.tray, shown.always_kind.text()) == ("tray-1", "Always print here: Thank-you card")
    fill(shown.form, "tray", "manual")
    shown.always_kind.click()
    made(around, preview)
    sent(around, preview).close()
    kept = bindings(around.settings.get(DESK_PRINTERS))
    assert {key: one.tray for key, one in kept.items()} == {"a6-4up-a4": "tray-1", "kind:thank-you": "manual"}
    again = opened(around, [1], kind=Kind.THANK_YOU)
    assert (again.options.printer.tray, again.options.printer.always_kind.value()) == ("manual", True)
    again.reject()
    insert = opened(around, [1], kind=Kind.PACKING_INSERT)
    assert (insert.options.printer.tray, insert.options.printer.always_kind.value()) == ("tray-1", False)
    insert.reject()


def test_a_printer_that_stands_still_is_named_before_and_after(around, printer, qtbot):
    printer.command("cupsdisable", "-r", "Out of cards", printer.name)
    dialog = opened(around, [1])
    said = dialog.options.printer.state.text()
    assert said.startswith("The printer is stopped: papers wait there until it goes on.")
    assert "Out of cards" in said
    follows = sent(around, dialog)
    qtbot.waitUntil(lambda: follows.now is not None and follows.now.state is JobState.STOPPED, timeout=20_000)
    assert "Stopped: the papers wait at the printer" in follows.state.text()
    assert "Out of cards" in follows.state.text()
    press(follows, "Cancel printing")
    qtbot.waitUntil(lambda: follows.now.state is JobState.CANCELLED, timeout=20_000)
    around.settle()
    assert follows.state.text() == "Taken back. Its papers count as not printed."
    assert around.ask(lambda shop: print_rows(shop)[0].outcome.state) is Outcome.CANCELLED
    assert around.ask(lambda shop: order(shop, OrderId(1)).printed) is False
    press(follows, "They came out: count them as printed")
    around.settle()
    assert around.ask(lambda shop: order(shop, OrderId(1)).printed) is True
    assert around.told == ["They count as printed again."]


def test_what_is_printed_is_followed_and_leads_to_its_run(around, preview, qtbot):
    follows = sent(around, preview)
    assert follows.title.text() == "10 cards on Office"
    qtbot.waitUntil(lambda: follows.now is not None and follows.now.state is JobState.DONE, timeout=20_000)
    assert follows.state.text() == "Done."
    press(follows, "Something went wrong…")
    around.settle()
    assert around.went == [("paper", {"run": 1})]


def test_what_went_out_and_could_not_be_logged_is_not_called_unprinted(around, preview, printer, monkeypatch):
    from desktop_app.ui.preview import outlet

    def gone(*_args, **_named):
        raise StoreUnavailable(msg("The server does not answer."))

    monkeypatch.setattr(outlet, "log_print", gone)
    press(preview, "Print")
    around.settle()
    assert preview.banner.text.startswith("The server does not answer. The papers went to Office all the same")
    assert len(list((printer.folder / "spool").glob("c*"))) == 1
    [left] = around.ask(lambda shop: left_handed(shop, own=True))
    assert len(left.orders) == 10  # asked about at the next start


def test_the_correction_of_the_tray_is_in_the_papers_and_named(around, printer):
    fix = Calibration(dx=0.4, dy=-1.25)
    around.change(
        lambda shop, actor: set_calibration(shop, printer.name, "manual", "a6-4up-a4", fix, actor=actor)
    )
    dialog = opened(around, [1], kind=Kind.THANK_YOU)
    plain = dialog.papers.file.read_bytes()
    assert "moved" not in dialog.summary.text()
    fill(dialog.options.printer.form, "tray", "manual")
    made(around, dialog)
    assert "1 sheet of paper · moved 0.4 mm right, 1.2 mm up · A6" in dialog.summary.text()
    assert dialog.papers.result.layout.calibration == fix
    assert dialog.papers.file.read_bytes() != plain
    dialog.reject()


def test_another_printer_as_straight_makes_nothing_anew(around, preview):
    before = preview.papers.file
    fill(preview.options.printer.form, "tray", "tray-1")
    made(around, preview)
    assert preview.papers.file == before
    assert preview.print_button.isEnabled()


def test_of_some_sheets_only_their_cards_are_printed_and_logged(around, preview, printer):
    shown = preview.papers.file.read_bytes()
    fill(preview.options.sides.form, "sheets", "2-3")
    assert preview.summary.text().startswith("6 cards · sheets 2–3 of 3 · A6")
    follows = sent(around, preview)
    assert follows.title.text() == "6 cards on Office"
    follows.close()
    assert printer.jobs() == [shown]
    assert "page-ranges" in options_of(printer)
    assert pages_out(printer) == 2
    run = around.ask(print_rows)[0]
    cards = around.ask(lambda shop: print_items(shop, run.id))
    assert [(card.title, card.sheet) for card in cards] == [
        *((str(n), 2) for n in range(5, 9)), ("9", 3), ("10", 3),
    ]  # fmt: skip
    assert run.sheets == 2


def pages_out(printer) -> int:
    """How many pages came out of the printer."""
    file = printer.folder / "out.pdf"
    file.write_bytes(printer.came_out())
    return int(subprocess.run(["qpdf", "--show-npages", file], capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("typed", ["4", "0", "x"])
def test_sheets_that_are_not_there_are_said_at_their_field_and_nothing_is_printed(preview, printer, typed):
    fill(preview.options.sides.form, "sheets", typed)
    press(preview, "Print")
    assert "sheets 1 to 3" in preview.options.sides.form.box("sheets").error
    assert preview.options.sides.more.is_open
    assert preview.isVisible()
    assert printer.jobs() == []


def test_both_sides_go_to_the_printer_as_they_are_laid(around, printer):
    dialog = opened(around, customers=range(1, 11), kind=Kind.BIRTHDAY)
    fill(dialog.options.sides.form, "duplex", Duplex.SHORT)
    made(around, dialog)
    sent(around, dialog).close()
    assert "two-sided-short-edge" in options_of(printer)


@pytest.mark.parametrize("duplex", [Duplex.SHORT, Duplex.FOLD])
def test_no_empty_backs_are_printed(around, preview, printer, duplex):
    fill(preview.options.sides.form, "duplex", duplex)
    made(around, preview)
    assert "one side: nothing is on the backs" in preview.summary.text()
    sent(around, preview).close()
    assert "one-sided" in options_of(printer)
    assert pages_out(printer) == 3


def test_folded_cards_are_printed_on_the_sheet_they_need(around, printer):
    dialog = opened(around, customers=[1], kind=Kind.BIRTHDAY)  # which has a back
    choose(around, dialog, "stock", "a6")
    fill(dialog.options.sides.form, "duplex", Duplex.FOLD)
    made(around, dialog)
    assert dialog.papers.stock.sheet == (210.0, 148.0)
    assert dialog.options.printer.problem == ""
    sent(around, dialog).close()
    assert "iso_a5_148x210mm" in options_of(printer)


def test_begun_sheets_are_filled_first_and_noted_anew(around, printer, qtbot):
    around.change(lambda shop, actor: set_begun(shop, "avery-l7163", [(13, 14), (1, 2, 3)], actor=actor))
    dialog = opened(around, [1, 2, 3], kind=Kind.ADDRESS)
    begun = dialog.options.begun
    assert begun.isVisible()
    assert [sheet.accessibleName() for sheet in begun.sheets] == ["2 places free", "3 places free"]
    begun.check.click()
    made(around, dialog)
    assert dialog.options.choices.begun == ((13, 14), (1, 2, 3))
    places = [(card.sheet, card.place) for card in dialog.papers.result.placed]
    assert places == [(1, 13), (1, 14), (2, 1)]
    begun.sheets[0].click()
    made(around, dialog)
    assert [card.place for card in dialog.papers.result.placed] == [1, 2, 3]
    begun.sheets[0].click()
    made(around, dialog)
    sent(around, dialog).close()
    assert around.ask(kept_stocks)["avery-l7163"].begun == ((2, 3),)
    around.change(undo, around.done[-1][0].id)
    assert around.ask(kept_stocks)["avery-l7163"].begun == ((13, 14), (1, 2, 3))


def test_the_last_sheet_of_labels_is_kept_that_of_cut_cards_only_where_wished(around, preview):
    keep = preview.options.keep
    assert (keep.text(), keep.value()) == ("Keep the last sheet: 2 places are free", False)
    turn_to(around, preview, Kind.THANK_YOU)
    keep.click()
    sent(around, preview).close()
    assert around.ask(kept_stocks)["a6-4up-a4"].begun == ((3, 4),)
    again = opened(around, [1], kind=Kind.THANK_YOU)
    assert again.options.keep.value() is True  # this desk keeps them from now on
    assert again.options.begun.isVisible()
    again.reject()


def test_the_systems_dialog_is_obeyed(around, preview, printer):
    press(preview, "System dialog…")
    around.settle()
    dialog = preview.outlet.dialog
    assert isinstance(dialog, QPrintDialog)
    assert dialog.printer().printerName() == printer.name
    dialog.findChild(QSpinBox, "copies").setValue(2)
    dialog.findChild(QCheckBox, "reverse").setChecked(True)
    dialog.findChild(QRadioButton, "duplexLong").setChecked(True)
    dialog.findChild(QRadioButton, "pagesRadioButton").setChecked(True)
    dialog.findChild(QLineEdit, "pagesLineEdit").setText("2")
    press(dialog, "&Print")
    around.settle()
    said = options_of(printer)
    assert all(word in said for word in ("page-ranges", "outputorder", "two-sided-long-edge", "copies"))
    run = around.ask(print_rows)[0]
    assert (run.cards, run.sheets) == (4, 1)
    assert around.done[-1][1] == "Sent to Office: 4 cards"


def test_leaving_the_systems_dialog_gives_the_keyboard_back(around, preview):
    preview.options.printer.system_button.setFocus()
    press(preview, "System dialog…")
    around.settle()
    preview.outlet.dialog.reject()
    assert preview.print_button.isEnabled()
    assert preview.focusWidget() is preview.options.printer.system_button

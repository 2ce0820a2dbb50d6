"""The preview of papers: choices at the left, the very PDF at the right, and the way to the printer or the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.kinds import KIND_NAMES, Kind, counted
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.sheet_choice import card_sheets, only_sheets, ranges_said
from desktop_app.i18n import Language, Message, Words, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.preview.choices import Choices, Offer, offer
from desktop_app.ui.preview.following import Sent, follow
from desktop_app.ui.preview.frame import PreviewFrame
from desktop_app.ui.preview.making import Making
from desktop_app.ui.preview.options import Options
from desktop_app.ui.preview.outlet import Outlet, Papers
from desktop_app.ui.preview.printer_words import moved
from desktop_app.ui.preview.records import Whose
from desktop_app.ui.preview.system_dialog import Way
from desktop_app.ui.preview.wording import with_left_out
from desktop_app.ui.theme.tokens import Tone


def open_preview(
    desk: Desk, parent: QWidget, *, orders: Sequence[int] = (), customers: Sequence[int] = (),
    days: Sequence[Sequence[DayKey]] = (), kind: Kind | None = None, language: Language | None = None,
    complaint: ComplaintId | None = None,
) -> PreviewDialog:
    """Open the preview of papers for these orders, customers or people's days over the window, else of the shop's own.

    It begins with the `kind` wanted where there is one for them; `language` is that of a paper about the shop.
    With `complaint` it is what was placed for its customer's next parcel, by itself.
    """
    whose = Whose(tuple(dict.fromkeys(orders)), tuple(dict.fromkeys(customers)), tuple(map(tuple, days)), complaint)
    dialog = PreviewDialog(desk, parent.window(), whose, kind=whose.kind(kind), language=language)
    dialog.open()
    return dialog


class PreviewDialog(PreviewFrame):
    """One print run from its records to paper; nothing is marked as printed before it went out.

    `went_out(placed)` tells then which cards are on the paper: some may be of another kind, or left out.
    """

    went_out = Signal(object)

    def __init__(
        self, desk: Desk, parent: QWidget, whose: Whose, *, kind: Kind, language: Language | None = None
    ) -> None:
        super().__init__(desk, parent, _title(desk.words, whose))
        self.options: Options | None = None
        self.making: Making | None = None
        self.papers: Papers | None = None
        self.outlet = Outlet(desk, self)
        self._news = ""  # said with the papers that are made next
        self._told_of: frozenset[str] = frozenset()  # cards whose words would be lost
        self._paper = ""  # what they are on, as the summary says it
        self._held: QWidget | None = None  # what had the keyboard before the papers went out
        self._allow(False)
        self.content.wait()
        self._connect()
        desk.work.ask(
            offer, whose, kind=kind, language=language, then=self._begin, failed=self._fail, owner=self
        )

    def done(self, result: int) -> None:
        """Leave: let go of the file and remember the size."""
        self._let_go()
        super().done(result)

    def reject(self) -> None:
        """Leave; of words written for single cards, which are nowhere else, it tells once first."""
        written = self.preflight.reworded
        if written == self._told_of or not self.isVisible():
            super().reject()
            return
        self._told_of = written
        self.banner.say(
            self.words.n(
                "The words you wrote on {n} card are lost when you leave.",
                "The words you wrote on {n} cards are lost when you leave.", len(written),
            ),
            Tone.WARN, button=(self.words("Leave"), self.reject),
        )

    def _connect(self) -> None:
        self.outlet.printed.connect(self._printed)
        self.outlet.saved.connect(self._saved)
        self.outlet.failed.connect(self._refused)
        self.outlet.held.connect(self._make_anew)
        self.outlet.cancelled.connect(self._free)
        self.outlet.no_printer.connect(self._say_no_printer)
        self.preflight.changed.connect(self._remake)
        self.preflight.open_order.connect(lambda order: self._go("orders", order=order))
        self.preflight.open_customer.connect(lambda customer: self._go("customers", customer=customer))

    def _begin(self, found: Offer) -> None:
        first = found.first(self.desk.settings.get(DESK_PERSON))
        self.options = Options(self.desk, found, first)
        self.column.insertWidget(0, self.options)
        self.making = Making(self.desk.work, found, language=self.words.language, parent=self)
        self.making.began.connect(self._began)
        self.making.moved.connect(self.progress.report)
        self.making.made.connect(self._made)
        self.making.failed.connect(self._fail)
        self.making.stopped.connect(self._stopped)
        self.options.changed.connect(self._remake)
        self.options.picked.connect(self._pick)
        self.options.printer.looked.connect(self._know_printers)
        self.options.printer.system_button.clicked.connect(lambda _=False: self._print_by_system())
        self._remake(now=True)
        self.options.what.focus_first()

    def _know_printers(self) -> None:
        """Print, or save where there is nothing to print with, is what is done next."""
        assert self.options is not None
        self._allow(True)
        none = self.options.printer.none_here
        self.print_button.lead(not none)
        self.save_button.lead(none)

    def _remake(self, *, now: bool = False) -> None:
        assert self.options is not None
        assert self.making is not None
        self._allow(False)
        choices = self.options.choices
        if choices is not None:
            self.making.want(replace(choices, changes=dict(self.preflight.changes)), now=now)
            return
        self.making.drop()  # the field says why; what is shown is not what would be printed
        self.progress.finish()
        lacking = self.options.lacking
        if lacking is not None:
            self._drop_papers()
            self.show_checks(False)
            self.content.show_empty(self.words.say(lacking), icon="edit")

    def _began(self, job: Job) -> None:
        self.progress.follow(job, self.words("Making the papers"))
        self.content.wait()

    def _made(self, result: PrintResult, file: object, choices: Choices) -> None:
        self.progress.finish()
        self.banner.dismiss()
        if self._news:
            self.banner.say(self._news, Tone.WARN)
            self._news = ""
        assert self.making is not None
        assert self.options is not None
        found = self.making.offer
        self.preflight.show_result(result, found, choices)
        self.show_checks(True)
        self.options.show_result(result)
        if not result.pages:
            self._show_nothing()
            return
        assert isinstance(file, Path)
        old, stock = self.papers, found.stock(choices.stock)
        sheets = result.layout.stock if result.layout else stock  # folded cards lie on double ones
        once_printed = partial(self.options.begun_once_printed, result, choices)
        self.papers = Papers(file, result, choices.kind, sheets, choices.by, begun=once_printed)
        self.viewer.show_file(file)
        if old is not None and old.file != file:
            old.file.unlink(missing_ok=True)
        self.content.show_content()
        one_sided = choices.duplex is not Duplex.OFF and result.sides == 1 and not result.folded
        self._paper = joined(
            moved(self.words, found.correction(choices)), stock.title[self.words.language],
            self.words("one side: nothing is on the backs") if one_sided else "",
        )
        self._pick()
        self._allow(True)

    def _show_nothing(self) -> None:
        words = self.words
        self._drop_papers()
        self.content.show_empty(
            words("Nothing can be printed"), words("The reasons stand beside each order. Mend them and try again."),
            icon="warning",
        )

    def _fail(self, error: AppError) -> None:
        self.progress.finish()
        self._drop_papers()
        self.content.show_failure(self.words.say(error.message))

    def _drop_papers(self) -> None:
        self.papers = None
        self.viewer.clear()
        self.summary.setText("")

    def _stopped(self) -> None:
        self.progress.finish()
        self.content.show_failure(
            self.words("Stopped. Nothing was printed."), button=(self.words("Make the papers"), self._remake)
        )

    def _pick(self) -> None:
        """Say what is going to be printed, of the sheets a person wants; what is wrong is said at their field."""
        if self.options is None or self.papers is None:
            return
        words, whole, sheets = self.words, self.papers.result, self.options.sides.pick() or ()
        printed = only_sheets(whole, sheets)
        self.summary.setText(joined(
            words.say(counted(self.papers.kind, printed.cards)),
            words("sheets {sheets} of {n}", sheets=ranges_said(sheets), n=card_sheets(whole)) if sheets
            else words.n("{n} sheet of paper", "{n} sheets of paper", whole.sheets),
            self._paper,
        ))

    def _chosen(self) -> Papers | None:
        """The papers with the sheets a person wants of them; None where these cannot be read, said at their field."""
        assert self.options is not None
        assert self.papers is not None
        sheets = self.options.sides.pick(go=True)
        return None if sheets is None else replace(self.papers, sheets=sheets)

    def print(self) -> None:
        """Send the papers to the printer that is chosen."""
        if self.papers is None or self.options is None or not self.print_button.isEnabled():
            return
        printer, papers = self.options.printer, self._chosen()
        if not printer.printer:
            self._say_no_printer()
        elif papers is not None:
            self._hold()
            self.outlet.send(papers, Way(printer.printer, printer.tray))

    def _print_by_system(self) -> None:
        if self.papers is None or self.options is None or not self.print_button.isEnabled():
            return
        self._hold()
        self.outlet.print(self.papers, wanted=self.options.printer.printer)

    def save(self) -> None:
        """Keep the papers as a PDF."""
        if self.papers is not None and self.save_button.isEnabled():
            self._hold()
            name = self.words.say(KIND_NAMES[self.papers.kind])
            self.outlet.save(self.papers, f"{name} {self.desk.today():%Y-%m-%d}.pdf")

    def _say_no_printer(self) -> None:
        self._free()
        self.banner.say(
            self.words("This computer has no printer yet. Save the papers as a PDF and print them elsewhere."),
            Tone.WARN, button=(self.words("Save as PDF…"), self.save),
        )

    def _refused(self, error: AppError) -> None:
        self._free()
        self.banner.say(self.words.say(error.message), Tone.BAD)

    def _make_anew(self, error: AppError) -> None:
        """A complaint came in since the papers were made: they are made anew, to be looked at before they go."""
        assert self.options is not None
        assert self.making is not None
        self._free()
        choices = self.options.choices
        if choices is None:
            self._refused(error)
            return
        words = self.words
        self._news = words("Nothing was printed: meanwhile a card may not be given any more. Look at what is left.")
        self._allow(False)
        self.making.anew(replace(choices, changes=dict(self.preflight.changes)))

    def _printed(self, changes: Changes, printer: str, job: str, printed: PrintResult) -> None:
        assert self.papers is not None
        assert self.options is not None
        if printer == self.options.printer.printer:
            self.options.printer.keep()
        papers, parent = counted(self.papers.kind, printed.cards), self.parentWidget()
        said = msg("Sent to {printer}: {papers}", papers=papers, printer=printer)
        self._leave(changes, said, printed)
        if job and parent is not None:
            follow(self.desk, parent, Sent(job, printer, papers, printed.sheets, changes.id))

    def _saved(self, changes: Changes, file: Path) -> None:
        assert self.papers is not None
        result = self.papers.result
        papers = counted(self.papers.kind, result.cards)
        self._leave(changes, msg("Saved to {file}: {papers}", papers=papers, file=str(file)), result, file)

    def _leave(self, changes: Changes, said: Message, out: PrintResult, file: Path | None = None) -> None:
        self.accept()
        self.went_out.emit(out.placed)
        told = with_left_out(said, self.preflight.left_out)
        self.desk.tell_done(changes, told) if file is None else self.desk.tell_file(told, file, changes)

    def _go(self, page: str, **what: int) -> None:
        self.reject()
        if not self.isVisible():
            self.desk.navigate(page, **what)

    def _allow(self, allowed: bool) -> None:
        """Print and save only what is on the screen."""
        self.side.setEnabled(True)
        here = allowed and self.papers is not None and not (self.making is not None and self.making.under_way)
        self.print_button.setEnabled(here and self.options is not None and self.options.printer.known)
        self.save_button.setEnabled(here)

    def _hold(self) -> None:
        """What is on its way to paper does not change under way; the keyboard stays in this window."""
        self._held = self.focusWidget()
        self.cancel_button.setFocus()
        self._allow(False)
        self.side.setEnabled(False)

    def _free(self) -> None:
        """Nothing went out: everything is as it was before, the keyboard too."""
        self._allow(True)
        if self._held is not None and self._held.isEnabled():
            self._held.setFocus()
        self._held = None

    def _let_go(self) -> None:
        self.desk.settings.remember("preview.geometry", self.saveGeometry().toBase64().toStdString())
        self.viewer.clear()
        if self.making is not None:
            self.making.close()
            self.making = None


def _title(words: Words, whose: Whose) -> str:
    if whose.orders:
        return words.n("Print for {n} order", "Print for {n} orders", len(whose.orders))
    people = len(whose.customers or whose.days)
    if people:
        return words.n("Print for {n} customer", "Print for {n} customers", people)
    return words("Print")

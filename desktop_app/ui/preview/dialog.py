"""The preview of papers: choices at the left, the very PDF at the right, and the way to the printer or the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import DESK_PERSON
from desktop_app.i18n import Message, nmsg
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.preview.choices import Choices, Offer, offer
from desktop_app.ui.preview.making import Making
from desktop_app.ui.preview.options import Options
from desktop_app.ui.preview.outlet import Outlet, Papers
from desktop_app.ui.preview.preflight import Preflight
from desktop_app.ui.preview.viewer import Viewer
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import Scroll

_SIDE = 288  # points at 100 % text
_BOTH_FROM = 760  # narrower, the choices, the pages and the list take turns
_ALL_FROM = 1040  # narrower, the list is below the pages
_ANY = 16777215  # Qt's word for no limit
_CHOICES, _CHECKS = "choices", "checks"


def open_preview(desk: Desk, parent: QWidget, *, orders: Sequence[int]) -> PreviewDialog:
    """Open the preview of these orders' papers over the window."""
    dialog = PreviewDialog(desk, parent.window(), orders=orders)
    dialog.open()
    return dialog


class PreviewDialog(QDialog):
    """One print run from its records to paper; nothing is marked as printed before it went out."""

    def __init__(self, desk: Desk, parent: QWidget, *, orders: Sequence[int]) -> None:
        super().__init__(parent)
        self.desk, self.words = desk, desk.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.words("Print cards and inserts"))
        self.setMinimumSize(480, 360)  # else what stands side by side keeps it wide
        self._orders = tuple(dict.fromkeys(orders))
        self.options: Options | None = None
        self.making: Making | None = None
        self.papers: Papers | None = None
        self.outlet = Outlet(desk, self)
        self._turned = ""  # what a small window shows in the pages' place
        self._build()
        self._connect()
        self._place(parent)
        desk.work.ask(offer, self._orders, then=self._begin, failed=self._fail, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn pages, Ctrl+P prints, Ctrl+S saves, Ctrl and + − 0 change the size."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_PageUp: lambda: self.viewer.turn(-1), Qt.Key.Key_PageDown: lambda: self.viewer.turn(1),
        }
        held: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_P: self._print, Qt.Key.Key_S: self._save, Qt.Key.Key_0: self.viewer.fit,
            Qt.Key.Key_Plus: lambda: self.viewer.zoom(1.25), Qt.Key.Key_Equal: lambda: self.viewer.zoom(1.25),
            Qt.Key.Key_Minus: lambda: self.viewer.zoom(0.8),
        }
        deed = (held if control else plain).get(Qt.Key(event.key()))
        if deed is not None:
            deed()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def done(self, result: int) -> None:
        """Leave: let go of the file and remember the size."""
        self._let_go()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        super().closeEvent(event)

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.banner = Banner(theme, close=words("Close"))
        self.viewer = Viewer(self.desk)
        self.content = Content(theme, self.viewer, waiting=words("Making the papers"))
        self.progress = ProgressRow(words)
        self.preflight = Preflight(self.desk)
        inside = QWidget()
        self._side = QVBoxLayout(inside)
        self._side.setContentsMargins(0, 0, SPACE_3, 0)
        self._side.setSpacing(SPACE_6)
        self._side.addStretch(1)
        self.side = Scroll(inside)
        self.summary = Elided("", tone=Tone.MUTED)
        self.turn_button = quiet(words("Choices"), lambda: self._turn(_CHOICES))
        self.check_button = quiet(words("Check"), lambda: self._turn(_CHECKS))
        self.save_button = quiet(words("Save as PDF…"), self._save, shortcut="Ctrl+S")
        self.print_button = primary(words("Print"), self._print, shortcut="Ctrl+P")
        self._title = Label(words("Print cards and inserts"), Size.TITLE, weight=Weight.BOLD)
        right = QVBoxLayout()
        right.setSpacing(SPACE_2)
        right.addWidget(self.progress)
        right.addWidget(self.content, 1)
        self._pages = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pages.setSpacing(SPACE_4)
        self._pages.addLayout(right, 1)
        self._pages.addWidget(self.preflight)
        both = QHBoxLayout()
        both.setSpacing(SPACE_4)
        both.addWidget(self.side)
        both.addLayout(self._pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.summary, 1)
        for button in (
            self.turn_button, self.check_button, quiet(words("Cancel"), self.reject, shortcut="Esc"),
            self.save_button, self.print_button,
        ):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_3)
        for part in (self._title, self.banner):
            column.addWidget(part)
        column.addLayout(both, 1)
        column.addLayout(foot)
        self._allow(False)
        self.content.wait()

    def _connect(self) -> None:
        self.outlet.printed.connect(self._printed)
        self.outlet.saved.connect(self._saved)
        self.outlet.failed.connect(self._refused)
        self.outlet.cancelled.connect(lambda: self._allow(True))
        self.outlet.no_printer.connect(self._say_no_printer)
        self.preflight.changed.connect(self._remake)
        self.preflight.jump.connect(self._jump)
        self.preflight.open_order.connect(lambda order: self._go("orders", order=order))
        self.preflight.open_customer.connect(lambda customer: self._go("customers", customer=customer))

    def _begin(self, found: Offer) -> None:
        self._offer = found
        first = found.first(self.desk.settings.get(DESK_PERSON))
        self.options = Options(self.desk, found, first)
        self._side.insertWidget(0, self.options)
        self.making = Making(self.desk.work, found, self)
        self.making.began.connect(self._began)
        self.making.moved.connect(self.progress.report)
        self.making.made.connect(self._made)
        self.making.failed.connect(self._fail)
        self.making.stopped.connect(self._stopped)
        self.options.changed.connect(self._remake)
        self.making.want(first, now=True)
        self.options.form.focus_first()

    def _remake(self) -> None:
        assert self.options is not None
        assert self.making is not None
        self._allow(False)
        choices = self.options.choices
        if choices is None:  # the field says why; what is shown is not what would be printed
            self.making.drop()
            self.progress.finish()
        else:
            self.making.want(replace(choices, changes=dict(self.preflight.changes)))

    def _began(self, job: Job) -> None:
        self.progress.follow(job, self.words("Making the papers"))
        self.content.wait()

    def _made(self, result: PrintResult, file: object, choices: Choices) -> None:
        self.progress.finish()
        self.banner.dismiss()
        self.preflight.show_result(result, self._offer, choices)
        if not result.pages:
            self._show_nothing()
            return
        assert isinstance(file, Path)
        old = self.papers
        stock = self._offer.stock(choices.stock)
        self.papers = Papers(file, result, choices.kind, stock, choices.by)
        self.viewer.show_file(file)
        if old is not None:
            old.file.unlink(missing_ok=True)
        self.content.show_content()
        self.summary.setText(self._summary(result, stock.title[self.words.language]))
        self._allow(True)

    def _summary(self, result: PrintResult, paper: str) -> str:
        words = self.words
        return joined(
            self._count(result.cards),
            words.n("{n} sheet of paper", "{n} sheets of paper", result.sheets), paper,
        )

    def _count(self, n: int) -> str:
        words, kind = self.words, self.papers.kind if self.papers else Kind.PARCEL
        if kind is Kind.THANK_YOU:
            return words.n("{n} card", "{n} cards", n)
        if kind is Kind.PACKING_INSERT:
            return words.n("{n} insert", "{n} inserts", n)
        return words.n("{n} card or insert", "{n} cards and inserts", n)

    def _show_nothing(self) -> None:
        words = self.words
        self.papers = None
        self.viewer.clear()
        self.summary.setText("")
        self.content.show_empty(
            words("Nothing can be printed"), words("The reasons stand beside each order. Mend them and try again."),
            icon="warning",
        )

    def _fail(self, error: AppError) -> None:
        self.progress.finish()
        self.papers = None
        self.viewer.clear()
        self.summary.setText("")
        self.content.show_failure(self.words.say(error.message))

    def _stopped(self) -> None:
        self.progress.finish()
        self.content.show_failure(
            self.words("Stopped. Nothing was printed."), button=(self.words("Make the papers"), self._remake)
        )

    def _print(self) -> None:
        if self.papers is not None and self.print_button.isEnabled():
            self._hold()
            self.outlet.print(self.papers)

    def _save(self) -> None:
        if self.papers is not None and self.save_button.isEnabled():
            self._hold()
            kinds = {Kind.THANK_YOU: self.words("Cards"), Kind.PACKING_INSERT: self.words("Inserts")}
            name = kinds.get(self.papers.kind, self.words("Cards and inserts"))
            self.outlet.save(self.papers, f"{name} {self.desk.today():%Y-%m-%d}.pdf")

    def _say_no_printer(self) -> None:
        self._allow(True)
        self.banner.say(
            self.words("This computer has no printer yet. Save the papers as a PDF and print them elsewhere."),
            Tone.WARN, button=(self.words("Save as PDF…"), self._save),
        )

    def _refused(self, error: AppError) -> None:
        self._allow(True)
        self.banner.say(self.words.say(error.message), Tone.BAD)

    def _printed(self, changes: Changes, printer: str) -> None:
        self._leave(changes, nmsg(
            "{n} card sent to {printer}", "{n} cards sent to {printer}", n=self._cards(), printer=printer
        ))

    def _saved(self, changes: Changes, file: object) -> None:
        n = self._cards()
        self._leave(changes, nmsg("{n} card saved to {file}", "{n} cards saved to {file}", n=n, file=str(file)))

    def _leave(self, changes: Changes, said: Message) -> None:
        self.accept()
        self.desk.tell_done(changes, said)

    def _cards(self) -> int:
        return self.papers.result.cards if self.papers is not None else 0

    def _jump(self, card: int) -> None:
        """Turn to the page of a card, counted from 1."""
        if self.papers is not None:
            result = self.papers.result
            self.viewer.go_to(result.pages_of(result.placed[card - 1].sheet)[0])

    def _go(self, page: str, **what: int) -> None:
        self.reject()
        self.desk.navigate(page, **what)

    def _allow(self, allowed: bool) -> None:
        """Print and save only what is on the screen."""
        self.side.setEnabled(True)
        here = allowed and self.papers is not None and not (self.making is not None and self.making.under_way)
        self.print_button.setEnabled(here)
        self.save_button.setEnabled(here)

    def _hold(self) -> None:
        """What is on its way to paper does not change under way."""
        self._allow(False)
        self.side.setEnabled(False)

    def _turn(self, part: str) -> None:
        self._turned = "" if self._turned == part else part
        self._fit()

    def _fit(self) -> None:
        """All side by side, the list below the pages where that is too narrow, or one of the three at a time."""
        both, turned = self.width() >= scaled(_BOTH_FROM), self._turned
        wide = self.width() >= scaled(_ALL_FROM)
        words = self.words
        for button, part, name in (
            (self.turn_button, _CHOICES, words("Choices")), (self.check_button, _CHECKS, words("Check")),
        ):
            button.setVisible(not both)
            button.setText(words("Preview") if turned == part else name)
        self.side.setVisible(both or turned == _CHOICES)
        self.content.setVisible(both or not turned)
        self.preflight.setVisible(both or turned == _CHECKS)
        self._pages.setDirection(
            QBoxLayout.Direction.LeftToRight if wide or not both else QBoxLayout.Direction.TopToBottom
        )
        for column, beside in ((self.side, both), (self.preflight, wide)):
            column.setMinimumWidth(scaled(_SIDE) if beside else 0)
            column.setMaximumWidth(scaled(_SIDE) if beside else _ANY)
        self.preflight.setMaximumHeight(_ANY if wide or not both else self.height() // 3)
        self._title.setVisible(self.height() >= scaled(420))

    def _place(self, parent: QWidget) -> None:
        geometry = self.desk.settings.recall("preview.geometry")
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(max(480, parent.width() - 64), max(360, parent.height() - 48))

    def _let_go(self) -> None:
        self.desk.settings.remember("preview.geometry", self.saveGeometry().toBase64().toStdString())
        self.viewer.clear()
        if self.making is not None:
            self.making.close()
            self.making = None

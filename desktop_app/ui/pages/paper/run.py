"""One print run of the log: its cards beside the very sheets that were printed, and some of them printed once more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.prints import kept_file, reprint, run_layout
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.print_run import PlacedCard, PrintResult
from desktop_app.domain.printing import KIND_NAMES, PrintId
from desktop_app.domain.prints import PrintRun, RunLayout
from desktop_app.i18n import Words, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.prints import print_items, print_run
from desktop_app.ui.desk import Desk
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.preview.outlet import Outlet, Papers
from desktop_app.ui.preview.sheet import SheetChoice
from desktop_app.ui.preview.viewer import Viewer
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.list_view import ListView

_SIDE = 320  # points at 100 % text


@dataclass(frozen=True, slots=True)
class Logged:
    """A run as it is kept; where nothing can be reprinted `file` and `layout` are None, and `problem` tells why."""

    run: PrintRun
    cards: tuple[PlacedCard, ...]
    file: Path | None = None
    layout: RunLayout | None = None
    problem: AppError | None = None


def logged(shop: Shop, run_id: PrintId) -> Logged:
    """Everything the log knows of a run."""
    run, cards = print_run(shop, run_id), tuple(print_items(shop, run_id))
    try:
        return Logged(run, cards, kept_file(run), run_layout(run))
    except AppError as problem:
        return Logged(run, cards, problem=problem)


class RunDialog(QDialog):
    """Shown from the print log; what is printed again is seen first."""

    def __init__(self, desk: Desk, parent: QWidget, run_id: PrintId) -> None:
        super().__init__(parent)
        self.desk, self.words, self._id = desk, desk.words, run_id
        self._now: Logged | None = None
        self._papers: Papers | None = None
        self._folder = QTemporaryDir()
        self._made = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.words("Printed"))
        self.outlet = Outlet(desk, self)
        self._build()
        self.outlet.printed.connect(self._printed)
        self.outlet.saved.connect(self._saved)
        self.outlet.failed.connect(self._refused)
        self.outlet.cancelled.connect(self._renew)
        self.outlet.no_printer.connect(lambda: self._refused(AppError(_NO_PRINTER)))
        room = parent.size()
        self.resize(max(480, room.width() - 96), max(360, room.height() - 64))
        self.content.wait()
        desk.work.ask(logged, run_id, then=self._show, failed=self._fail, owner=self)

    def done(self, result: int) -> None:
        """Leave: let go of the files."""
        self.viewer.clear()
        self._folder.remove()
        super().done(result)

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.title = Label(words("Printed"), Size.TITLE, weight=Weight.BOLD)
        self.line = Elided("", tone=Tone.MUTED)
        self.banner = Banner(theme, close=words("Close"))
        columns = (
            Column[PlacedCard]("title", words("Card"), lambda card: _name(words, card), Kind.LEAD,
                               detail=lambda card: _place(words, card), stretch=True),
        )
        self.model: RowsModel[PlacedCard] = RowsModel(columns, self, key=lambda card: card.card)
        self.list = ListView(theme, self.desk.settings, self.model, name="printed cards", title=words("Cards"))
        self.list.head.hide()
        self.list.marked.connect(self._marked)
        self.list.current.connect(self._look_at)
        self.what = FilterChips(
            [("cards", words("These cards")), ("sheets", words("Their sheets")), ("onward", words("From here on"))],
            name=words("What to print again"),
        )
        self.what.chosen.connect(lambda _: self._marked())
        self.sheet = SheetChoice(theme, words)
        self.sheet.chosen.connect(lambda _: self._marked())
        self.viewer = Viewer(self.desk)
        self.content = Content(theme, self.viewer, waiting=words("Opening the file"))
        self.make = quiet(words("Show them"), self._make)
        self.save = quiet(words("Save as PDF…"), self._save, shortcut="Ctrl+S")
        self.print = primary(words("Print again"), self._print, shortcut="Ctrl+P")
        self._lay()
        self._marked()

    def _lay(self) -> None:
        words = self.words
        self.side = QWidget()
        self.side.setFixedWidth(scaled(_SIDE))
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.list, 1)
        column.addWidget(Label(words("Print again"), weight=Weight.BOLD))
        column.addWidget(self.what)
        self._start = QWidget()
        row = QHBoxLayout(self._start)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self.sheet)
        hint = words("A part-used sheet? Choose the first free place.")
        row.addWidget(Label(hint, Size.SMALL, tone=Tone.MUTED, wrap=True), 1)
        column.addWidget(self._start)
        both = QHBoxLayout()
        both.setSpacing(SPACE_4)
        both.addWidget(self.side)
        both.addWidget(self.content, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        foot.addStretch(1)
        for button in (quiet(words("Close"), self.reject, shortcut="Esc"), self.make, self.save, self.print):
            button.setAutoDefault(False)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        whole.setSpacing(SPACE_3)
        for part in (self.title, self.line, self.banner):
            whole.addWidget(part)
        whole.addLayout(both, 1)
        whole.addLayout(foot)

    def _show(self, now: Logged) -> None:
        words, run = self.words, now.run
        self._now = now
        self.title.setText(words("Print run {number}", number=run.id))
        cards = words.n("{n} card", "{n} cards", len(now.cards))
        sheets = words.n("{n} sheet of paper", "{n} sheets of paper", run.sheets)
        self.line.setText(joined(cards, sheets, run.by, run.printer))
        self.model.set_rows(now.cards)
        if now.file is None or now.layout is None:
            assert now.problem is not None
            self.content.show_failure(
                words.say(now.problem.message), button=(words("Print these cards anew"), self._anew)
            )
            self._marked()
            return
        self.sheet.show_stock(now.layout.stock)
        self.viewer.show_file(now.file)
        self.content.show_content()
        self.list.setFocus()
        self._marked()

    def _chosen(self) -> list[PlacedCard]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [card for card in map(self.model.row, rows) if card is not None]

    def _look_at(self, number: int) -> None:
        """The sheet of the card the keyboard is on, in the file as it was printed."""
        now = self._now
        if now is None or now.file is None or now.layout is None or not number:
            return
        if self._papers is not None:
            self._papers = None
            self.viewer.show_file(now.file)
        card = next((card for card in now.cards if card.card == number), None)
        if card is not None:
            self.viewer.go_to(now.layout.pages_of(card.sheet)[0] + 1)

    def _marked(self) -> None:
        """Other cards or another way: what was made of them no longer counts."""
        ready = self._now is not None and self._now.file is not None and bool(self._chosen())
        self._papers = None
        places = self._now.layout.stock.places if self._now and self._now.layout else 1
        self._start.setVisible(self.what.value != "sheets" and places > 1)
        for button in (self.make, self.save, self.print):
            button.setEnabled(ready)

    def _renew(self) -> None:
        for button in (self.make, self.save, self.print):
            button.setEnabled(True)

    def _make(self) -> None:
        self._then(lambda _: self._renew())

    def _print(self) -> None:
        self._then(self.outlet.print)

    def _save(self) -> None:
        name = f"{self.words('Cards')} {self.desk.today():%Y-%m-%d}.pdf"
        self._then(lambda papers: self.outlet.save(papers, name))

    def _then(self, go: object) -> None:
        """Make the papers anew unless they are on the screen, show them, and go on."""
        assert callable(go)
        if self._papers is not None:
            go(self._papers)
            return
        chosen, way = self._chosen(), self.what.value
        if not chosen or self._now is None:
            return
        for button in (self.make, self.save, self.print):
            button.setEnabled(False)
        self._made += 1
        file = Path(self._folder.filePath(f"again-{self._made}.pdf"))
        self.desk.work.ask(
            reprint, self._id, file, cards=[card.card for card in chosen[: 1 if way == "onward" else None]],
            sheets=[card.sheet for card in chosen] if way == "sheets" else (), onward=way == "onward",
            imposing=Imposing(start=self.sheet.start),
            then=lambda result: self._come(result, file, go), failed=self._refused, owner=self,
        )

    def _come(self, result: PrintResult, file: Path, go: object) -> None:
        assert self._now is not None
        assert self._now.layout is not None
        assert callable(go)
        run = self._now.run
        self._papers = Papers(file, result, run.kind, self._now.layout.stock, run.by, again=run.id)
        self.viewer.show_file(file)
        self.viewer.go_to(1)
        self._renew()
        go(self._papers)

    def _printed(self, changes: Changes, printer: str) -> None:
        n = self._papers.result.cards if self._papers else 0
        self.accept()
        said = nmsg("{n} card sent to {printer}", "{n} cards sent to {printer}", n=n, printer=printer)
        self.desk.tell_done(changes, said)

    def _saved(self, changes: Changes, file: object) -> None:
        n = self._papers.result.cards if self._papers else 0
        self.accept()
        said = nmsg("{n} card saved to {file}", "{n} cards saved to {file}", n=n, file=str(file))
        self.desk.tell_done(changes, said)

    def _refused(self, error: AppError) -> None:
        self._renew()
        self.banner.say(self.words.say(error.message), Tone.BAD)

    def _fail(self, error: AppError) -> None:
        self.content.show_failure(self.words.say(error.message))

    def _anew(self) -> None:
        """The file is gone: the cards are made again from what the shop holds now."""
        from desktop_app.ui.preview.dialog import open_preview

        assert self._now is not None
        orders = [int(card.order) for card in self._now.cards if card.order is not None]
        parent = self.parentWidget()
        self.accept()
        if orders and parent is not None:
            open_preview(self.desk, parent, orders=orders)


_NO_PRINTER = msg("This computer has no printer yet. Save the papers as a PDF and print them elsewhere.")


def _name(words: Words, card: PlacedCard) -> str:
    return number_text(card.title) if card.order is not None else card.title or words.say(KIND_NAMES[card.kind])


def _place(words: Words, card: PlacedCard) -> str:
    where = words("sheet {sheet}, place {place}", sheet=card.sheet, place=card.place)
    return joined(f"{card.card}", words.say(KIND_NAMES[card.kind]), where)

"""One print run of the log: its cards beside the very sheets that were printed, and some of them printed once more."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.prints import reprint
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.kinds import counted
from desktop_app.domain.print_run import PlacedCard, PrintResult
from desktop_app.domain.printing import PrintId
from desktop_app.domain.sheet_choice import begun_after
from desktop_app.domain.text import fold
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.pages.paper.run_log import Logged, anew, logged
from desktop_app.ui.pages.paper.run_words import answers, card_name, card_place, made_of, run_title, when_and_who
from desktop_app.ui.preview.begun import BegunChoice
from desktop_app.ui.preview.following import Sent, follow
from desktop_app.ui.preview.outlet import Begun, Outlet, Papers
from desktop_app.ui.preview.sheet import SheetChoice
from desktop_app.ui.preview.viewer import Viewer
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import plain, primary, quiet
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.list_view import ListView
from desktop_app.ui.widgets.more_button import MoreButton
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.search_box import SearchBox

_SIDE = 340  # points at 100 % text
_LIST = 168  # the least of the list
_BOTH_FROM, _LOW = 760, 420
_FEET_FROM = 400  # narrower, most of what can be done lies in a menu
_FEW = 8  # cards one sees at a glance
_ANY = 16777215  # Qt's word for no limit


class RunDialog(QDialog):
    """Shown from the print log; what is printed again is seen first."""

    def __init__(self, desk: Desk, parent: QWidget, run_id: PrintId) -> None:
        super().__init__(parent)
        self.desk, self.words, self._id = desk, desk.words, run_id
        self._now: Logged | None = None
        self._papers: Papers | None = None
        self._folder = QTemporaryDir()
        self._made = 0
        self._turned = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.words("Printed"))
        self.outlet = Outlet(desk, self)
        self._build()
        self.outlet.printed.connect(self._printed)
        self.outlet.saved.connect(self._saved)
        self.outlet.failed.connect(self._refused)
        self.outlet.held.connect(self._refused)
        self.outlet.cancelled.connect(self._renew)
        self.outlet.no_printer.connect(lambda: self._refused(AppError(_NO_PRINTER)))
        self.setMinimumSize(480, 360)  # else what stands side by side keeps it wide
        room = parent.size()
        self.resize(max(480, room.width() - 64), max(360, room.height() - 48))
        self.content.wait()
        desk.bus.changed.connect(self._hear)
        desk.work.ask(logged, run_id, then=self._show, failed=self._fail, owner=self)

    def done(self, result: int) -> None:
        """Leave: let go of the files."""
        self.viewer.clear()
        self._folder.remove()
        super().done(result)

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.title = Elided(words("Printed"), Size.TITLE, weight=Weight.BOLD)
        self.line = Elided("", tone=Tone.MUTED)
        self.made = Elided("", Size.SMALL, tone=Tone.MUTED)
        self.banner = Banner(theme, close=words("Close"))
        columns = (
            Column[PlacedCard]("title", words("Card"), lambda card: card_name(words, card), Kind.LEAD,
                               detail=lambda card: card_place(words, card), stretch=True),
        )
        self.model: RowsModel[PlacedCard] = RowsModel(columns, self, key=lambda card: card.card)
        self.list = ListView(theme, self.desk.settings, self.model, name="printed cards", title=words("Cards"))
        self.list.head.hide()
        self.search = SearchBox(theme, words("Find an order, a card or a sheet"), clear=words("Clear"))
        self.search.typed.connect(lambda _: self._sift())
        self.search.down.connect(self.list.go_to_first)
        self.list.marked.connect(self._marked)
        self.list.current.connect(self._look_at)
        self.what = FilterChips(
            [("cards", words("These cards")), ("sheets", words("Their sheets")), ("onward", words("From here on"))],
            name=words("What to print again"),
        )
        self.what.chosen.connect(lambda _: self._marked())
        self.sheet = SheetChoice(theme, words)
        self.sheet.chosen.connect(lambda _: self._marked())
        self.begun = BegunChoice(self.desk)
        self.begun.changed.connect(self._marked)
        self.viewer = Viewer(self.desk)
        self.content = Content(theme, self.viewer, waiting=words("Opening the file"))
        self.make = quiet(words("Show them"), self._make)
        self.save = quiet(words("Save as PDF…"), self._save, shortcut="Ctrl+S")
        self.print = primary(words("Print again"), self._print, shortcut="Ctrl+P")
        self._lay()
        self._marked()

    def _lay(self) -> None:
        words = self.words
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE_2, 0)
        column.setSpacing(SPACE_3)
        self.list.setMinimumHeight(scaled(_LIST))
        column.addWidget(self.search)
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
        column.addWidget(self.begun)
        self.keep = CheckInput(self.desk.theme, words("Keep the last sheet"))
        column.addWidget(self.keep)
        self.rest = Label(
            words("These sheets come out whole, as they were. Throw the spoiled ones away."), Size.SMALL,
            tone=Tone.MUTED, wrap=True,
        )
        column.addWidget(self.rest)
        self.jam = plain(words("A sheet was spoiled…"), self._put_right)
        column.addWidget(self.jam, 0, Qt.AlignmentFlag.AlignLeft)
        self.side = Scroll(inside)
        self.side.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        both = QHBoxLayout()
        both.setSpacing(SPACE_4)
        both.addWidget(self.side)
        both.addWidget(self.content, 1)
        self.turn_button = quiet(words("Preview"), self._turn)
        self._close = quiet(words("Close"), self.reject, shortcut="Esc")
        self.more = MoreButton(self.desk.theme, words("More"), [])
        self.more.entries.aboutToShow.connect(self._offer)
        foot = Feet(self.turn_button, self._close, self.more, self.make, self.save, self.print)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        whole.setSpacing(SPACE_3)
        head = QVBoxLayout()
        head.setSpacing(2)
        for part in (self.title, self.line, self.made):
            head.addWidget(part)
        whole.addLayout(head)
        whole.addWidget(self.banner)
        whole.addLayout(both, 1)
        whole.addWidget(foot)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _turn(self, *, pages: bool | None = None) -> None:
        """Show the pages instead of the choices or the other way, where there is room for one of them."""
        self._turned = not self._turned if pages is None else pages
        self._fit()

    @property
    def _turn_text(self) -> str:
        return self.words("Choices") if self._turned else self.words("Preview")

    def _offer(self) -> None:
        """What has no button where there is little room."""
        words, ready = self.words, self.print.isEnabled()
        deeds = [(words("Show them"), self._make), (words("Save as PDF…"), self._save)] if ready else []
        self.more.offer([(self._turn_text, self._turn), *deeds, None, (words("Close"), self.reject)])

    def _fit(self) -> None:
        """Where there is little room, the cards and the pages take turns."""
        both = self.width() >= scaled(_BOTH_FROM)
        cramped = self.width() < scaled(_FEET_FROM)
        self.turn_button.setVisible(not both and not cramped)
        self.turn_button.setText(self._turn_text)
        for button in (self._close, self.make, self.save):
            button.setVisible(not cramped)
        self.more.setVisible(cramped)
        self.side.setVisible(both or not self._turned)
        self.content.setVisible(both or self._turned)
        self.side.setMinimumWidth(scaled(_SIDE) if both else 0)
        self.side.setMaximumWidth(scaled(_SIDE) if both else _ANY)
        for part in (self.line, self.made):
            part.setVisible(self.height() >= scaled(_LOW))

    def _show(self, now: Logged) -> None:
        words, run = self.words, now.run
        self._now = now
        today = self.desk.today()
        self.title.setText(run_title(words, run))
        self.line.setText(when_and_who(words, now, today))
        self.made.setText(made_of(words, now, today))
        self._sift()
        if now.file is None or now.layout is None:
            assert now.problem is not None
            self._turn(pages=True)
            self.content.show_failure(
                words.say(now.problem.message), button=(words("Print these cards anew"), self._anew)
            )
            self._marked()
            return
        self.sheet.show_stock(now.layout.stock)
        if now.stock is not None:
            self.begun.show_sheets(now.stock, now.begun)
            usual = now.stock.labels or not now.stock.crop_marks  # what is cut by hand is not printed on again
            self.keep.set_value(self.desk.settings.recall(f"preview.keep.{now.stock.id}", usual))
        self.viewer.show_file(now.file)
        self.content.show_content()
        self.list.setFocus()
        self._marked()

    def _sift(self) -> None:
        """The cards that answer to the words typed."""
        cards = self._now.cards if self._now else ()
        wanted = [fold(word) for word in self.search.text().split()]
        self.search.setVisible(len(cards) > _FEW)
        self.model.set_rows([card for card in cards if answers(self.words, card, wanted)] if wanted else cards)
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
        sheets = self.what.value == "sheets"
        several = self._several() > 1
        self._start.setVisible(not sheets and several and not self.begun.chosen)
        self.begun.setVisible(not sheets and several and bool(self.begun.sheets))
        self.jam.setVisible(several and bool(self._now and self._now.stock))
        self.keep.setVisible(not sheets and several)
        self.rest.setVisible(sheets and several)
        for button in (self.make, self.save, self.print):
            button.setEnabled(ready)

    def _several(self) -> int:
        """How many cards a sheet of the run holds."""
        return self._now.layout.stock.places if self._now and self._now.layout else 1

    def _imposing(self) -> Imposing:
        """Where the cards go: on begun sheets first, or from a place of the first sheet."""
        begun = self.begun.chosen if self.what.value != "sheets" else ()
        return Imposing(left_over=begun) if begun else Imposing(start=self.sheet.start)

    def _begun_once_printed(self, result: PrintResult, imposing: Imposing, sheets: tuple[int, ...]) -> Begun | None:
        """The paper with its begun sheets after these are printed; None where they stay as they are."""
        now = self._now
        if now is None or now.stock is None or now.layout is None or now.layout.fold or self.what.value == "sheets":
            return None
        begun = (*self.begun.left, *begun_after(result, sheets, imposing, last=bool(self.keep.value())))
        return None if begun == now.begun else (now.stock.id, begun)

    def _put_right(self) -> None:
        from desktop_app.ui.pages.paper.begun_dialog import BegunDialog

        if self._now is not None and self._now.stock is not None:
            BegunDialog(self.desk, self, self._now.stock.id).open()

    def _hear(self, changes: Changes, _who: object) -> None:
        """Begun sheets were put right, here or at another desk."""
        if Topic.CARDS in changes.topics and self._now is not None and self._now.file is not None:
            self.desk.work.ask(logged, self._id, then=self._take_begun, owner=self, latest=f"run {id(self)}")

    def _take_begun(self, now: Logged) -> None:
        self._now = now
        if now.stock is not None:
            self.begun.show_sheets(now.stock, now.begun)
        self._marked()

    def _renew(self) -> None:
        for button in (self.make, self.save, self.print):
            button.setEnabled(True)

    def _make(self) -> None:
        self._then(lambda _: self._renew())

    def _print(self) -> None:
        usual = self._now.run.printer if self._now else ""  # its correction is in the file
        self._then(partial(self.outlet.print, wanted=usual))

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
        imposing = self._imposing()
        self.desk.work.ask(
            reprint, self._id, file, cards=[card.card for card in chosen[: 1 if way == "onward" else None]],
            sheets=[card.sheet for card in chosen] if way == "sheets" else (), onward=way == "onward",
            imposing=imposing, then=lambda result: self._come(result, file, imposing, go), failed=self._refused,
            owner=self,
        )

    def _come(self, result: PrintResult, file: Path, imposing: Imposing, go: object) -> None:
        assert self._now is not None
        assert self._now.layout is not None
        assert callable(go)
        run = self._now.run
        self._papers = Papers(
            file, result, run.kind, self._now.layout.stock, run.by, again=run.id,
            begun=partial(self._begun_once_printed, result, imposing),
        )
        self.viewer.show_file(file)
        self.viewer.go_to(1)
        self._renew()
        self._turn(pages=True)
        go(self._papers)

    def _printed(self, changes: Changes, printer: str, job: str, printed: PrintResult) -> None:
        assert self._papers is not None
        papers, parent = counted(self._papers.kind, printed.cards), self.parentWidget()
        self.accept()
        self.desk.tell_done(changes, msg("Sent to {printer}: {papers}", papers=papers, printer=printer))
        if job and parent is not None:
            follow(self.desk, parent, Sent(job, printer, papers, printed.sheets, changes.id))

    def _saved(self, changes: Changes, file: Path) -> None:
        assert self._papers is not None
        papers = counted(self._papers.kind, self._papers.result.cards)
        self.accept()
        self.desk.tell_file(msg("Saved to {file}: {papers}", papers=papers, file=str(file)), file, changes)

    def _refused(self, error: AppError) -> None:
        self._renew()
        self.banner.say(self.words.say(error.message), Tone.BAD)

    def _fail(self, error: AppError) -> None:
        self._turn(pages=True)
        self.content.show_failure(self.words.say(error.message))

    def _anew(self) -> None:
        """The file is gone: the cards are made again from what the shop holds now."""
        from desktop_app.ui.preview.dialog import open_preview

        assert self._now is not None
        orders, customers, kind = anew(self._now)
        parent = self.parentWidget()
        self.accept()
        if (orders or customers) and parent is not None:
            open_preview(self.desk, parent, orders=orders, customers=customers, kind=kind)


_NO_PRINTER = msg("This computer has no printer yet. Save the papers as a PDF and print them elsewhere.")

"""The preflight list beside the preview: all that was found, every card, and what a person does about single ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.actions.card_words import OneCard
from desktop_app.domain.print_run import CardChange, PrintResult
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.preview.card_box import CardBox
from desktop_app.ui.preview.card_changes import CardChanges
from desktop_app.ui.preview.card_frame import CardFrame
from desktop_app.ui.preview.card_words import CardWords
from desktop_app.ui.preview.choices import Choices, Offer
from desktop_app.ui.preview.finding_lines import Line, rows_of
from desktop_app.ui.preview.finding_run import FindingRun
from desktop_app.ui.preview.findings import Findings
from desktop_app.ui.preview.viewer import Viewer
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.search_box import SearchBox

_FOUND, _OUT, _ALL = "found", "out", "all"
_BESIDE_FROM = 520  # points; wider than high, the card is shown beside the list


class Preflight(QWidget):
    """`changed` when a person changed a card's words or left it out: the papers are then made anew with `changes`.

    The card the list is on is shown and marked in the viewer, and the card that is clicked there is found in the list.
    `open_order(id)` and `open_customer(id)` ask for a record.
    """

    changed = Signal()
    open_order = Signal(int)
    open_customer = Signal(int)

    def __init__(self, desk: Desk, viewer: Viewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.frame = CardFrame(desk.theme, viewer)
        self._desk, self._words = desk, desk.words
        self._changes = CardChanges()
        self._turned: set[str] = set()
        self._made: tuple[PrintResult, Offer, Choices] | None = None
        self._run: FindingRun | None = None
        self.dialog: CardWords | None = None
        self._build()
        self._connect()

    @property
    def changes(self) -> Mapping[str, CardChange]:
        """A person's changes to single cards, by the keys `RecordKey.of` gives them."""
        return self._changes.all

    @property
    def reworded(self) -> frozenset[str]:
        """The keys of the cards with words of their own."""
        return frozenset(key for key, change in self.changes.items() if change.words)

    @property
    def left_out(self) -> int:
        """How many cards are not printed, be it for what was found or by a person's wish."""
        return self._run.left_out if self._run is not None else 0

    @property
    def line(self) -> Line | None:
        """The card a person is on."""
        return self.list.line

    def show_result(self, result: PrintResult, offer: Offer, choices: Choices) -> None:
        """Say what the press found in the run made of these records by these choices."""
        self._made = (result, offer, choices)
        self.frame.show_result(result)
        self._renew()

    def go_to(self, card: int) -> None:
        """Put the list on a card by its number in the run, among all cards where nothing was found on it."""
        if self._run is None:
            return
        key = self._run.line_of(card).key
        if not self.list.go_to(key):
            self._search.edit.clear()
            self.chips.choose(_ALL)
            self._show()
            self.list.go_to(key)
        self._show_card()

    def menu_of(self, card: int) -> QMenu:
        """What may be done about a card, by its number in the run; the list goes to it."""
        self.go_to(card)
        menu = QMenu(self)
        for button in self.card.offered:
            menu.addAction(button.text()).triggered.connect(button.click)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def change_words(self) -> None:
        """Ask for other words for the card the list is on."""
        line, asked = self.line, self._asked()
        if line is None or asked is None:
            return
        words = self._changes.of(line.key).words
        self.dialog = CardWords(self._desk, self.window(), asked, title=line.title, words=words)
        self.dialog.chosen.connect(lambda words: self._reword(line, words))
        self.dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 changes the words of a card, Delete leaves it out or puts it back."""
        box = self.card
        deeds = {Qt.Key.Key_F2: (box.words_button,), Qt.Key.Key_Delete: (box.aside_button, box.back_button)}
        button = next((one for one in deeds.get(Qt.Key(event.key()), ()) if one in box.offered), None)
        if button is not None:
            button.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low, wide list has its card beside it."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE_FROM) and self.width() > self.height()
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.card.setMaximumWidth(self.width() // 2 if beside else 16777215)

    def _build(self) -> None:
        words, theme = self._words, self._desk.theme
        self._title = Label("", weight=Weight.BOLD, wrap=True)
        self.chips = FilterChips(
            [(_FOUND, words("Found")), (_OUT, words("Left out")), (_ALL, words("All cards"))],
            name=words("Cards to see"),
        )
        self._search = SearchBox(theme, words("Number or name"))
        self._aside_all = small(
            "", lambda: self._leave_out(self._run.printed_before if self._run else ()),
            tip=words("Leave out all cards that were printed already"),
        )
        self._back_all = small("", lambda: self._leave_out(self._run.put_aside if self._run else (), out=False))
        self.list = Findings(theme, words)
        self._content = Content(theme, self.list)
        self.card = CardBox(words)
        upper = QVBoxLayout()
        upper.setSpacing(SPACE_2)
        for widget in (self.chips, self._search, self._aside_all, self._back_all):
            upper.addWidget(widget)
        upper.addWidget(self._content, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(SPACE_3)
        self._both.addLayout(upper, 1)
        self._both.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self._title)
        column.addLayout(self._both, 1)
        for button in (self._aside_all, self._back_all):
            button.setAutoDefault(False)
            button.hide()
        self._search.hide()

    def _connect(self) -> None:
        self.chips.chosen.connect(lambda _: self._show())
        self._search.typed.connect(lambda _: self._show())
        self._search.down.connect(self.list.go_to_first)
        self._search.entered.connect(self.list.go_to_first)
        self.frame.picked.connect(self.go_to)
        self.frame.opened.connect(self._open)
        self.frame.asked.connect(lambda card, point: self.menu_of(card).popup(point))
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._choose)
        self.list.turned.connect(self._turn)
        self.card.words.connect(lambda _: self.change_words())
        self.card.aside.connect(lambda line: self._leave_out([line]))
        self.card.back.connect(lambda line: self._leave_out([line], out=False))
        self.card.as_designed.connect(lambda line: self._reword(line, {}))
        self.card.order.connect(lambda line: self.open_order.emit(int(line.record.order)))
        self.card.customer.connect(lambda line: self.open_customer.emit(int(line.record.customer)))

    def _renew(self) -> None:
        """Look at the run again: it was made anew, or a person changed a card of it."""
        if self._made is None:
            return
        result, offer, choices = self._made
        run = self._run = FindingRun(
            self._words, result, offer.papers(choices), kind=choices.kind, changes=self._changes,
            unknown=offer.unknown,
        )
        words, left, look = self._words, run.left_out, run.doubtful
        said = joined(
            words.n("{n} left out", "{n} left out", left) if left else "",
            words.n("Look at {n} card", "Look at {n} cards", look) if look else "",
        ) or words("Everything fits")
        self._title.setText(said[:1].upper() + said[1:])
        self._title.set_tone(Tone.BAD if run.refused else Tone.WARN if left or look else Tone.GOOD)
        self.chips.set_count(_FOUND, str(left + look + len(run.reworded) or ""))
        self.chips.set_count(_OUT, str(left or ""))
        self.chips.set_count(_ALL, str(run.count))
        before, aside = len(run.printed_before), len(run.put_aside)
        self._aside_all.setText(words.n("Leave out {n} reprint", "Leave out {n} reprints", before))
        self._aside_all.setVisible(before > 0)
        self._back_all.setText(words.n("Put {n} back", "Put all {n} back", aside))
        self._back_all.setVisible(aside > 1)
        self._show()

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        every = self.chips.value == _ALL
        self._search.setVisible(every)
        if every:
            self.list.show_rows(run.cards(self._search.text()), alike=True)
        else:
            groups = run.out() if self.chips.value == _OUT else run.findings()
            self.list.show_rows(rows_of(groups, self._turned), alike=False)
        self._show_card()
        if self.list.rows.rowCount():
            self._content.show_content()
        elif every:
            self._content.show_empty(self._words("No card has this number or name"), icon="search")
        else:
            self._content.show_empty(
                self._words("Everything fits"), self._words("Nothing was found that you should look at."), icon="check"
            )

    def _show_card(self) -> None:
        line, run = self.line, self._run
        self.frame.mark(line.card if line is not None else 0)
        if line is None or run is None:
            self.card.clear()
            return
        known = run.record(line) is not None
        self.card.show_line(line, run.sentences(line.key), self._changes.of(line.key), known=known)

    def _choose(self, line: Line) -> None:
        self._show_card()
        if line.card and self._made is not None:
            result = self._made[0]
            self._viewer.go_to(result.pages_of(result.placed[line.card - 1].sheet)[0])

    def _open(self, card: int) -> None:
        self.go_to(card)
        self.change_words()

    def _turn(self, name: str) -> None:
        self._turned ^= {name}
        self._show()

    def _asked(self) -> OneCard | None:
        """The card the list is on, with all that makes it look as it does."""
        line = self.line
        record = self._run.record(line) if self._run is not None and line is not None else None
        if self._made is None or line is None or record is None:
            return None
        _, offer, choices = self._made
        return OneCard(
            line.key, choices.kind, record, offer.shop, offer.values, offer.stock(choices.stock), choices.design,
            offer.own, choices.by, choices.duplex,
        )

    def _reword(self, line: Line, words: Mapping[str, str]) -> None:
        self._changes.reword(line, words)
        self._tell()

    def _leave_out(self, lines: Iterable[Line], *, out: bool = True) -> None:
        self._changes.leave_out(lines, out=out)
        self._tell()

    def _tell(self) -> None:
        self._renew()
        self.changed.emit()

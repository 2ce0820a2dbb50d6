"""“Papers and labels”: every stock there is in groups, with what the shop has ticked; one of them in detail beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.settings import set_settings
from desktop_app.actions.stocks import StockChoice, remove_stock, set_begun, set_owned, stock_choices
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.domain.paper_settings import ONLY_OWNED
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.paper.stock_card import StockPanel
from desktop_app.ui.pages.paper.stock_row import StockRow
from desktop_app.ui.pages.paper.stock_words import USES, answers, grouped
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.beside import Beside
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.folding import Folding
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.search_box import SearchBox

_WIDE, _HIGH = 1080, 760
_SEARCH, _LEAST = 160, 140  # points at 100 % text, of a name one looks for and of the papers
_AROUND = 160  # points that are seen around the row one came for


@dataclass(frozen=True, slots=True)
class Papers:
    """Every stock and what the shop has set."""

    choices: tuple[StockChoice, ...]
    values: SettingValues

    def choice(self, key: str) -> StockChoice | None:
        """A stock by its key."""
        return next((one for one in self.choices if one.stock.id == key), None)


def papers(shop: Shop) -> Papers:
    """Everything the dialog shows."""
    return Papers(tuple(stock_choices(shop)), settings(shop))


class StocksDialog(DeedDialog):
    """Everything done here is kept at once, with [Undo]."""

    def __init__(self, desk: Desk, parent: QWidget, *, stock: str = "") -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Papers and labels"),
            line=words("Tick what you have. Where paper is chosen, that is what you will be offered."),
            wide=_WIDE, high=_HIGH,
        )
        self._now: Papers | None = None
        self._shown = stock
        self._rows: dict[str, StockRow] = {}
        self._cards: list[tuple[Card, list[str]]] = []
        self._build()
        desk.bus.changed.connect(self._hear)
        self.content.wait()
        self._ask()

    def open_stock(self, key: str) -> None:
        """Show a paper in detail."""
        choice = self._now.choice(key) if self._now else None
        if choice is None or self._now is None:
            return
        for one, row in self._rows.items():
            row.choose(one == key)
        self._shown = key
        self.panel.show_choice(choice, self._now.values)
        self.beside.open()

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.search = SearchBox(theme, words("Find by name, maker or size"), clear=words("Clear"))
        self.search.typed.connect(lambda _: self._sift())
        self.search.down.connect(lambda: self._step("", 1))
        self.only = CheckInput(theme, words("Offer only paper I have"))
        self.only.edited.connect(lambda: self.change(set_settings, {ONLY_OWNED: self.only.value()}))
        row = Folding(space=SPACE_4, least=lambda: scaled(_SEARCH))
        self.body.addLayout(row)
        row.hold(self.search, after=[self.only])
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, SPACE_4)
        self._list.setSpacing(SPACE_4)
        self._list.addStretch(1)
        self._area = Scroll(inside)
        self.content = Content(theme, self._area, waiting=words("Reading the papers"))
        self.panel = StockPanel(self.desk)
        self.beside = Beside(self.content, self.panel)
        self.beside.setMinimumHeight(scaled(_LEAST))
        self.body.addWidget(self.beside, 1)
        self.panel.owned.connect(lambda key, has: self.change(set_owned, {key: has}))
        self.panel.used.connect(lambda setting, key: self.change(set_settings, {setting: key}))
        self.panel.begun.connect(partial(self.change, set_begun))
        self.panel.remove.connect(self._remove)
        self.panel.change.connect(lambda choice: self._own(choice.stock, key=choice.stock.id))
        self.panel.copy.connect(lambda choice: self._own(choice.stock))
        self.panel.calibrate.connect(self._calibrate)
        self.panel.left.connect(self._leave_stock)
        self.add_feet(
            quiet(words("A paper of your own…"), lambda: self._own(None)),
            quiet(words("Calibrate a printer…"), lambda: self._calibrate(self._shown)),
            None, quiet(words("Close"), self.accept, shortcut="Esc"),
        )

    def _ask(self) -> None:
        self.desk.work.ask(papers, then=self._show, failed=self._fail, owner=self, latest=f"papers {id(self)}")

    def _hear(self, changes: Changes, _who: object) -> None:
        if changes.topics & {Topic.CARDS, Topic.SETTINGS}:
            self._ask()

    def _show(self, now: Papers) -> None:
        same = self._now is not None and [one.stock for one in self._now.choices] == [one.stock for one in now.choices]
        self._now = now
        self.only.set_value(now.values[ONLY_OWNED])
        if not same:
            self._fill(now)
        for choice in now.choices:
            self._rows[choice.stock.id].show_choice(choice, now.values)
        self.content.show_content()
        if self._shown and now.choice(self._shown) is not None:
            self.open_stock(self._shown)
        elif self.beside.is_open:
            self._leave_stock()
        elif not same and not self.beside.covers:
            self.open_stock(self._first(now))
        self._sift()
        if not same and self._shown in self._rows:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self._rows[self._shown], 0, _AROUND))

    def _first(self, now: Papers) -> str:
        """What the shop prints its cards on, else whatever is there."""
        key = now.values[next(iter(USES))]
        return key if now.choice(key) else now.choices[0].stock.id

    def _fill(self, now: Papers) -> None:
        for card, _ in self._cards:
            card.hide()
            card.deleteLater()
        self._rows, self._cards = {}, []
        for place, (heading, maker, choices) in enumerate(grouped(self.words, now.choices)):
            card = Card(heading, maker)
            for choice in choices:
                row = StockRow(self.desk, choice)
                key = choice.stock.id
                row.opened.connect(partial(self.open_stock, key))
                row.ticked.connect(lambda has, key=key: self.change(set_owned, {key: has}))
                row.stepped.connect(partial(self._step, key))
                card.add_row(row)
                self._rows[key] = row
            self._list.insertWidget(place, card)
            self._cards.append((card, [choice.stock.id for choice in choices]))

    def _sift(self) -> None:
        """Leave what answers to the words typed."""
        text, now = self.search.text(), self._now
        if now is None:
            return
        there = {one.stock.id for one in now.choices if answers(one, text, self.words)}
        for key, row in self._rows.items():
            row.setVisible(key in there)
        for card, keys in self._cards:
            card.setVisible(bool(there.intersection(keys)))
        if there:
            self.content.show_content()
        else:
            self.content.show_empty(
                self.words("No paper answers to “{text}”", text=text),
                self.words("Its measures can be entered as a paper of your own."),
                button=(self.words("A paper of your own…"), lambda: self._own(None)),
            )

    def _step(self, key: str, step: int) -> None:
        """The keyboard to the row before or after one, of those that are seen; above the first is the search."""
        seen = [one for one, row in self._rows.items() if not row.isHidden()]
        place = (seen.index(key) if key in seen else -1) + step
        if place < 0:
            self.search.take_focus()
        elif place < len(seen):
            box = self._rows[seen[place]].box
            box.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(box)

    def _leave_stock(self) -> None:
        self._shown = ""
        self.beside.close_second()
        for row in self._rows.values():
            row.choose(False)

    def _own(self, stock: Stock | None, *, key: str = "") -> None:
        from desktop_app.ui.pages.paper.own_stock import OwnStockDialog

        dialog = OwnStockDialog(self.desk, self, stock=stock, key=key)
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, kept: tuple[str, Changes]) -> None:
        self._shown = kept[0]
        self.search.edit.clear()
        self.tell_done(kept[1])
        self._ask()

    def _remove(self, key: str) -> None:
        self.change(remove_stock, key)

    def _calibrate(self, key: str) -> None:
        from desktop_app.ui.pages.paper.calibrating import CalibrationDialog

        CalibrationDialog(self.desk, self, stock=key).open()

    def _fail(self, error: AppError) -> None:
        self.content.show_failure(self.words.say(error.message), button=(self.words("Try again"), self._ask))

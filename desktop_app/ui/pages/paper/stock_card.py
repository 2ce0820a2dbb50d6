"""One paper in detail: its drawing and measures, whether the shop has it, what for it is used, its begun sheets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.actions.stocks import StockChoice
from desktop_app.domain.settings import SettingValues
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.paper.begun import BegunSheets
from desktop_app.ui.pages.paper.sheet_drawing import SheetDrawing
from desktop_app.ui.pages.paper.stock_uses import StockUses
from desktop_app.ui.pages.paper.stock_words import facts
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, icon_button, small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import Scroll

_WIDE, _HIGH, _LEAST = 140, 164, 64  # points at 100 % text


class StockPanel(Scroll):
    """Asks for what a person wants: `owned(key, has)`, `used(setting, key)`, `begun(key, sheets)` and the deeds."""

    owned = Signal(str, bool)
    used = Signal(object, str)
    begun = Signal(str, object)
    change = Signal(object)
    copy = Signal(object)
    remove = Signal(str)
    calibrate = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent=parent)
        self._desk, self._words = desk, desk.words
        self._choice: StockChoice | None = None
        self.sheets = BegunSheets(desk)
        self.sheets.changed.connect(self._keep_begun)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, SPACE_4)
        self._column.setSpacing(SPACE_4)
        self._facts: Card | None = None
        begun = Card(self._words("Begun sheets"))
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        inner.addWidget(self.sheets)
        begun.add_row(room)
        self._begun = begun
        self._column.addWidget(begun)
        self._column.addStretch(1)

    def show_choice(self, choice: StockChoice, values: SettingValues) -> None:
        """Show a stock as the shop has it now."""
        self._choice = choice
        if self._facts is not None:
            self._column.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = self._card(choice, values)
        self._column.insertWidget(0, self._facts)
        self._begun.setVisible(choice.stock.places > 1)
        if choice.stock.places > 1:
            self.sheets.show_begun(choice.stock, choice.begun)

    def _keep_begun(self, begun: object) -> None:
        if self._choice is not None:
            self.begun.emit(self._choice.stock.id, begun)

    def _card(self, choice: StockChoice, values: SettingValues) -> Card:
        words, stock = self._words, choice.stock
        card = Card()
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_2, SPACE_2)
        row.addWidget(Label(stock.title[words.language], weight=Weight.BOLD, wrap=True), 1)
        row.addWidget(icon_button(self._desk.theme, "close", self.left.emit, tip=words("Back to the list")))
        card.add_row(head)
        card.add_row(self._measures(choice))
        uses = StockUses(self._desk, choice, values)
        uses.owned.connect(lambda has: self.owned.emit(stock.id, has))
        uses.used.connect(lambda setting: self.used.emit(setting, stock.id))
        card.add_row(uses)
        card.add_row(self._buttons(choice))
        return card

    def _measures(self, choice: StockChoice) -> QWidget:
        words, stock = self._words, choice.stock
        row = QWidget()
        lay = QHBoxLayout(row)
        lay.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        lay.setSpacing(SPACE_4)
        drawing = SheetDrawing(self._desk.theme, words, wide=_WIDE, high=_HIGH, measures=True)
        drawing.show_stock(stock)
        drawing.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # smaller where it is narrow
        drawing.setMinimumWidth(scaled(_LEAST))
        lay.addWidget(drawing)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_2)
        top = Qt.AlignmentFlag.AlignTop
        for line, (name, value) in enumerate(facts(words, stock)):
            grid.addWidget(Label(name, tone=Tone.MUTED), line, 0, top)
            grid.addWidget(Label(value, wrap=True), line, 1, top)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        lay.addLayout(grid, 1)
        return row

    def _buttons(self, choice: StockChoice) -> QWidget:
        words, stock = self._words, choice.stock
        deeds: list[tuple[str, Callable[[], object]]] = [
            (words("Copy as my own…"), lambda: self.copy.emit(choice)),
            (words("Calibrate a printer for it…"), lambda: self.calibrate.emit(stock.id)),
        ]
        if choice.own:
            deeds[:0] = [(words("Change…"), lambda: self.change.emit(choice))]
            deeds.append((words("Remove"), lambda: self.remove.emit(stock.id)))
        row = QWidget()
        flow = FlowLayout(row, space=SPACE_2)
        flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        for text, pressed in deeds:
            button: Button = small(text, pressed)
            button.setAutoDefault(False)
            flow.addWidget(button)
        return row

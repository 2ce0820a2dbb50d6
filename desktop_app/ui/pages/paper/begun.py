"""The begun sheets of a paper as drawings: a click says of a place whether it is free; one thrown away, a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.stock import Stock
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.paper.sheet_drawing import SheetDrawing
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import plain, small
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_WIDE, _HIGH = 116, 148  # points at 100 % text


class BegunSheets(QWidget):
    """`changed(begun)` asks to keep other begun sheets: a tuple with the free places of each; shown by `show_begun`."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self._words = desk, words
        self._stock: Stock | None = None
        self._begun: tuple[tuple[int, ...], ...] = ()
        self.sheets: list[SheetDrawing] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self.hint = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._column.addWidget(self.hint)
        self._tiles = QWidget()
        self._column.addWidget(self._tiles)
        self.new_button = small(words("Another begun sheet"), self._new)
        self._column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_begun(self, stock: Stock, begun: Sequence[Sequence[int]]) -> None:
        """Draw these begun sheets of a stock, in the order in which they are filled."""
        self._stock, self._begun = stock, tuple(tuple(free) for free in begun)
        place = self._keyboard()
        self._column.removeWidget(self._tiles)
        self._tiles.hide()
        self._tiles.deleteLater()
        self._tiles = QWidget()
        flow = FlowLayout(self._tiles, space=SPACE_4)
        self.sheets = []
        for number in range(len(self._begun)):
            flow.addWidget(self._tile(number))
        self._column.insertWidget(1, self._tiles)
        self._tiles.setVisible(bool(self._begun))
        self.hint.setText(self._said())
        if 0 <= place < len(self.sheets):
            self.sheets[place].setFocus()

    def _said(self) -> str:
        words = self._words
        if self._begun:
            return words("The preview can fill them first. Click a place that is used, or free after all.")
        return words("None. A sheet that was not filled can be kept here for the next run.")

    def _tile(self, number: int) -> QWidget:
        words, stock, free = self._words, self._stock, self._begun[number]
        assert stock is not None
        tile = QWidget()
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        drawing = SheetDrawing(self._desk.theme, words, wide=_WIDE, high=_HIGH, clicks=True)
        drawing.show_stock(stock, free=free)
        drawing.toggled.connect(lambda place: self._toggle(number, place))
        self.sheets.append(drawing)
        column.addWidget(drawing)
        said = Label(words.n("{n} place free", "{n} places free", len(free)), Size.SMALL, tone=Tone.MUTED)
        column.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        away = plain(words("Throw away"), lambda: self._throw(number))
        away.setAccessibleName(words("Throw away begun sheet {number}", number=number + 1))
        column.addWidget(away, 0, Qt.AlignmentFlag.AlignHCenter)
        return tile

    def _keyboard(self) -> int:
        """Which drawing the keyboard is on."""
        return next((place for place, sheet in enumerate(self.sheets) if sheet.hasFocus()), -1)

    def _toggle(self, number: int, place: int) -> None:
        free = set(self._begun[number]) ^ {place}
        self.changed.emit((*self._begun[:number], tuple(sorted(free)), *self._begun[number + 1 :]))

    def _throw(self, number: int) -> None:
        self.changed.emit((*self._begun[:number], *self._begun[number + 1 :]))

    def _new(self) -> None:
        """A sheet whose first place is used: where more are, a person clicks them."""
        assert self._stock is not None
        self.changed.emit((*self._begun, tuple(range(2, self._stock.places + 1))))

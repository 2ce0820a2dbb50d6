"""One stock in the list of papers: its box to tick, its drawing, its measures, what it is used for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.actions.stocks import StockChoice
from desktop_app.domain.settings import SettingValues
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.paper.sheet_drawing import SheetDrawing
from desktop_app.ui.pages.paper.stock_words import USES, in_short, uses_of
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.task_row import TaskRow

_SMALL = 44  # points of its drawing


class StockRow(TaskRow):
    """`ticked(has)` when a person says whether the shop has it, `opened` for more of it, `stepped(±1)` away."""

    ticked = Signal(bool)
    stepped = Signal(int)

    def __init__(self, desk: Desk, choice: StockChoice, parent: QWidget | None = None) -> None:
        words, stock = desk.words, choice.stock
        box = CheckInput(desk.theme)
        box.setAccessibleName(words("I have “{title}”", title=stock.title[words.language]))
        drawing = SheetDrawing(desk.theme, words, wide=_SMALL, high=_SMALL)
        drawing.show_stock(stock)
        super().__init__(desk.theme, stock.title[words.language], " ", lead=box, picture=drawing, parent=parent)
        self._desk, self._here, self.box = desk, False, box
        self.box.edited.connect(lambda: self.ticked.emit(self.box.value()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_choice(self, choice: StockChoice, values: SettingValues) -> None:
        """Say how the shop has it now."""
        words = self._desk.words
        self.box.set_value(choice.owned)
        uses = [words("for {what}", what=words.say(USES[setting])) for setting in uses_of(values, choice.stock.id)]
        begun = [words.n("{n} begun sheet", "{n} begun sheets", len(choice.begun))] if choice.begun else []
        said = joined(in_short(words, choice.stock), *uses, *begun)
        self.detail.setText(said)
        self.setAccessibleName(f"{self.title.text()}, {said}")

    def choose(self, here: bool) -> None:
        """Whether it is the one in detail."""
        if here == self._here:
            return
        self._here = here
        self.title.set_tone(Tone.ACCENT if here else Tone.TEXT)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the row before and after, whatever card it stands in."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._here:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._desk.theme.colour("soft"))
            painter.end()
        super().paintEvent(event)

"""A paper of the shop's own: its measures in a form, beside them the sheet as it comes out and what does not fit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.stocks import save_stock
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.own_stock import as_many_as_fit, centred, stock_of, values_of
from desktop_app.domain.stock import MOST_PLACES, Stock, check_stock
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.paper.own_stock_fields import own_stock_fields
from desktop_app.ui.pages.paper.sheet_drawing import SheetDrawing
from desktop_app.ui.pages.paper.stock_words import in_short
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_6, Tone
from desktop_app.ui.widgets.buttons import primary, quiet, small
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.record_parts import AskBar
from desktop_app.ui.widgets.scroll import Scroll

_WIDE, _HIGH = 960, 700
_PICTURE = (288, 320)
_BOTH_FROM = 720  # narrower, the drawing makes room for the form
_FIRST = Stock("own", {}, (210.0, 297.0), (105.0, 148.5), columns=2, rows=2, crop_marks=True)
_AT = {"sheet": "sheet_width", "card": "card_width"}  # where an error of the stock's check stands


class OwnStockDialog(DeedDialog):
    """`kept((key, Changes))` when it was saved; without `stock` a new one begins as A6, four on A4."""

    kept = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, *, stock: Stock | None = None, key: str = "") -> None:
        words = desk.words
        title = words("Change this paper") if key else words("A paper of your own")
        super().__init__(
            desk, parent, title=title, wide=_WIDE, high=_HIGH,
            line=words("Measure one sheet with a ruler; half a millimetre is near enough."),
        )
        self._key = key
        self._build()
        values = values_of(stock or _FIRST)
        named = stock.title[words.language] if stock else ""
        values["title"] = named if key or not stock else words("{title}, copy", title=named)
        self.form.set_value(values)
        self._look()
        self.form.edited.connect(lambda _: self._look())

    def reject(self) -> None:
        """Esc asks only if something would be lost."""
        if self.form.dirty and self.ask.isHidden():
            self.ask.show()
            self.ask.first.setFocus()
        else:
            super().reject()

    def save(self) -> None:
        """Keep it."""
        try:
            values = self.form.value()
            stock = stock_of(values)
            check_stock(stock)
        except Invalid as error:
            self.form.show_error(_placed(error))
            self.ask.hide()
            return
        self.save_button.setEnabled(False)
        self.desk.work.change(
            save_stock, stock, values["title"], key=self._key, then=self._kept, failed=self._refused, owner=self
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._side.setVisible(self.width() >= scaled(_BOTH_FROM))

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.form = Form(theme, words, own_stock_fields(words), today=self.desk.today())
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 0, SPACE_3, 0)
        inner.addWidget(self.form)
        inner.addStretch(1)
        self.drawing = SheetDrawing(theme, words, wide=_PICTURE[0], high=_PICTURE[1], measures=True)
        self.said = Label("", wrap=True)
        self._side = QWidget()
        self._side.setFixedWidth(scaled(_PICTURE[0]))
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.drawing)
        column.addWidget(self.said)
        tools = QWidget()
        flow = FlowLayout(tools, space=SPACE_2)
        flow.addWidget(small(words("As many as fit"), self._fit))
        flow.addWidget(small(words("In the middle"), self._centre))
        column.addWidget(tools)
        column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(SPACE_6)
        both.addWidget(Scroll(room), 1)
        both.addWidget(self._side)
        self.body.addLayout(both, 1)
        self.ask = AskBar(words, save=self.save, discard=lambda: DeedDialog.reject(self), stay=self._stay)
        self.body.addWidget(self.ask)
        self.save_button = primary(words("Save"), self.save, shortcut="Ctrl+S")
        self._arrange()
        self.add_feet(None, quiet(words("Cancel"), self.reject, shortcut="Esc"), self.save_button)

    def _look(self) -> None:
        """Draw what stands in the form and say whether it fits."""
        words = self.words
        values = self.form.readable()
        if values is None:
            self._say(words("A number cannot be read."), Tone.BAD)
            return
        for key in ("card_width", "card_height", "columns", "rows", "left", "top", "gap_x", "gap_y"):
            self.form.box(key).setEnabled(not values["roll"])
        stock = stock_of(values)
        try:
            check_stock(stock)
        except Invalid as error:
            self.form.box(_AT.get(error.field, error.field)).set_error(words.say(error.message))
            self._say(words.say(error.message), Tone.BAD)
            if _drawable(stock):
                self.drawing.show_stock(stock)
            return
        self.drawing.show_stock(stock)
        self._say(joined(words("It fits"), in_short(words, stock)), Tone.GOOD)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.setText(text)
        self.said.set_tone(tone)

    def _fit(self) -> None:
        self._put(as_many_as_fit)

    def _centre(self) -> None:
        self._put(centred)

    def _put(self, change: Any) -> None:
        """Take a change of the stock into the form, as if a person had typed it."""
        values = self.form.readable()
        if values is None:
            return
        wanted = values_of(change(stock_of(values)))
        for key in ("columns", "rows", "left", "top"):
            self.form.box(key).input.set_value(wanted[key])
        self.form.edited.emit("columns")

    def _kept(self, kept: tuple[str, Changes]) -> None:
        self.form.mark_clean()
        self.kept.emit(kept)
        self.accept()

    def _refused(self, error: AppError) -> None:
        self.save_button.setEnabled(True)
        if not (isinstance(error, Invalid) and self.form.show_error(_placed(error))):
            self.tell(error)

    def _stay(self) -> None:
        self.ask.hide()
        self.form.focus_first()


def _placed(error: Invalid) -> Invalid:
    return Invalid(_AT.get(error.field, error.field), error.message)


def _drawable(stock: Stock) -> bool:
    """Whether there is any sense in drawing a stock that cannot be."""
    return min(*stock.sheet, *stock.card) > 0 and stock.places <= MOST_PLACES

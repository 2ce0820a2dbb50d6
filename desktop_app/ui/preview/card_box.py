"""The card a person is on in the preflight list: all that was found on it, and what may be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.domain.concerns import Concern
from desktop_app.domain.print_run import CardChange
from desktop_app.i18n import Words
from desktop_app.ui.preview.finding_lines import Line
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, small
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Elided, Label


class CardBox(QFrame):
    """`words`, `aside`, `back`, `as_designed`, `order` and `customer` carry the line they are pressed for."""

    words = Signal(object)
    aside = Signal(object)
    back = Signal(object)
    as_designed = Signal(object)
    order = Signal(object)
    customer = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._title = Elided("", weight=Weight.BOLD)
        self._about = Elided("", Size.SMALL, tone=Tone.MUTED)
        self._said = Label("", Size.SMALL, wrap=True)
        self.words_button = small(words("Change the words…"), partial(self._press, self.words), shortcut="F2")
        self.aside_button = small(words("Leave out"), partial(self._press, self.aside), shortcut="Del")
        self.back_button = small(words("Put back"), partial(self._press, self.back), shortcut="Del")
        self.design_button = small(words("As in the design"), partial(self._press, self.as_designed))
        self.order_button = small(words("Open order"), partial(self._press, self.order))
        self.customer_button = small(words("Open customer"), partial(self._press, self.customer))
        buttons = QWidget()
        flow = FlowLayout(buttons, space=SPACE_2)
        self._buttons = (
            self.words_button, self.design_button, self.aside_button, self.back_button, self.order_button,
            self.customer_button,
        )
        for button in self._buttons:
            button.setAutoDefault(False)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_2, 0, 0)
        column.setSpacing(SPACE_2)
        for widget in (self._title, self._about, self._said, buttons):
            column.addWidget(widget)
        column.addStretch(1)
        self.hide()

    @property
    def offered(self) -> list[Button]:
        """What may be done about the card shown."""
        return [button for button in self._buttons if not button.isHidden()] if self._line is not None else []

    def clear(self) -> None:
        """Show no card."""
        self._line = None
        self.hide()

    def show_line(self, line: Line, sentences: Sequence[str], change: CardChange, *, known: bool) -> None:
        """Show a card; `known` tells whether its record is among those of the run."""
        self._line = line
        self._title.setText(line.title)
        self._about.setText(line.text if line.text not in sentences else "")
        self._about.setVisible(bool(self._about.text()))
        self._said.setText("\n".join(sentences))
        self._said.setVisible(bool(sentences))
        is_card = known and bool(line.key)
        wordless = line.concern in (Concern.LACKING, Concern.HELD)
        self.words_button.setVisible(is_card and not change.leave_out and not wordless)
        self.design_button.setVisible(bool(change.words) and not change.leave_out)
        self.aside_button.setVisible(is_card and not change.leave_out and line.concern is not Concern.HELD)
        self.back_button.setVisible(change.leave_out)
        self.order_button.setVisible(line.record.order is not None)
        self.customer_button.setVisible(line.record.customer is not None)
        self.show()

    def _press(self, signal: SignalInstance) -> None:
        if self._line is not None:
            signal.emit(self._line)

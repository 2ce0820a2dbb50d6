"""The articles of an order side by side, one of which a complaint may be about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.orders import Line
from desktop_app.i18n import Words
from desktop_app.ui.theme.tokens import SPACE_1
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.flow import FlowLayout

_MOST = 12  # articles offered to choose of


class ArticleChips(QWidget):
    """`meant(line)` when a person says which, None for the whole order; hidden where there is nothing to choose."""

    meant = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = words("The whole order")
        self._flow = FlowLayout(self, space=SPACE_1)
        self.buttons: list[Button] = []

    def offer(self, lines: Sequence[Line], article: str) -> None:
        """The articles of an order, the one called `article` being meant; the only one is meant anyway."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        if len(lines) > 1:
            self._add(self._whole, None, on=not article)
            for line in lines[:_MOST]:
                self._add(line.name, line, on=line.name == article)
        self.setVisible(bool(self.buttons))

    def _add(self, text: str, line: Line | None, *, on: bool) -> None:
        button = Button(text, look=Look.CHIP, small=True)
        button.setCheckable(True)
        button.setChecked(on)
        button.clicked.connect(partial(self._mean, button, line))
        self._flow.addWidget(button)
        button.show()
        self.buttons.append(button)

    def _mean(self, pressed: Button, line: Line | None, _checked: bool = False) -> None:
        for button in self.buttons:
            button.setChecked(button is pressed)
        self.meant.emit(line)

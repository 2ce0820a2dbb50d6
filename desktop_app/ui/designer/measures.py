"""Inputs for numbers with a part after the point: millimetres, points, degrees, parts of a hundred."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words, msg


class MeasureInput(QLineEdit):
    """A number between bounds, its unit behind it; the arrows count by a step, with Shift by ten of them."""

    edited = Signal()

    def __init__(
        self,
        words: Words,
        *,
        key: str,
        low: float,
        high: float,
        unit: str = "mm",
        step: float = 0.5,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._key, self._low, self._high = words, key, low, high
        self._unit, self._step = unit, step
        self.setMaxLength(12)
        self.textEdited.connect(lambda _: self.edited.emit())
        self.editingFinished.connect(self._tidy)

    def value(self) -> Any:
        """The number; raises Invalid when it is none or out of bounds."""
        text = self.text().removesuffix(self._unit).strip().replace(",", ".").replace("−", "-")
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if self._low <= number <= self._high:
            return number
        low, high = self._words.number(self._low), self._words.number(self._high)
        raise Invalid(self._key, msg("Give a number from {low} to {high}.", low=low, high=high))

    def set_value(self, value: Any) -> None:
        """Show a number with its unit."""
        self.setText(f"{self._words.number(round(float(value or 0), 2))} {self._unit}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1.0, Qt.Key.Key_Down: -1.0}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        try:
            number = self.value() + step * self._step * (10 if far else 1)
        except Invalid:
            return
        self.set_value(min(self._high, max(self._low, number)))
        self.edited.emit()

    def _tidy(self) -> None:
        try:
            self.set_value(self.value())
        except Invalid:
            return

"""Texts on a page: plain text always (a customer's name is never markup), in the house's sizes, weights and tones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme.faces import dress
from desktop_app.ui.theme.tokens import Big, Size, Tone, Weight


class Label(QLabel):
    """A text; `wrap` lets it break into lines."""

    def __init__(
        self, text: str = "", size: Size | Big = Size.BODY, *, weight: Weight = Weight.REGULAR, tone: Tone = Tone.TEXT,
        wrap: bool = False, parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone.value)
        dress(self, size, weight)

    def set_tone(self, tone: Tone) -> None:
        """Say it in another tone."""
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


class Elided(Label):
    """A text of one line that shortens with … where room ends; the whole text is then its tooltip."""

    def __init__(
        self, text: str = "", size: Size | Big = Size.BODY, *, weight: Weight = Weight.REGULAR, tone: Tone = Tone.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size, weight=weight, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._remark()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the rest may be elided."""
        wide = super().minimumSizeHint()
        return QSize(min(wide.width(), self.fontMetrics().averageCharWidth() * 8), wide.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A shortened text gets a tooltip."""
        super().resizeEvent(event)
        self._remark()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, shortened where it does not fit."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _remark(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else self.text())

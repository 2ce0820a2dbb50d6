"""The red sheet over the work, which nobody overlooks."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure, Sign
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, Big, Tone, Weight


class Alarm(QFrame):
    """A wrong article, or too many: large, red, with a sign; gone at the next right scan or Esc."""

    def __init__(self, measure: Measure, parent: QWidget, *, way_out: str) -> None:
        super().__init__(parent)
        self._measure = measure
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = Sign(measure, "warning", Tone.ON_ACCENT, size=72)
        self._title = BigText(measure, "", Big.NUMBER, weight=Weight.BOLD, wrap=True)
        self._text = BigText(measure, "", Big.LINE, wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_4)
        self._column.addStretch(1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addWidget(BigText(measure, way_out, Big.NOTE, wrap=True))
        self._column.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._column, 1)
        self.hide()

    @property
    def title(self) -> str:
        """What is wrong, in a word or two."""
        return self._title.text()

    @property
    def text(self) -> str:
        """What it is about, and what to do."""
        return self._text.text()

    def say(self, title: str, text: str) -> None:
        """Show it over everything."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title} {text}")
        self._sign.setVisible(not self._measure.tight)
        room = self._measure.room(SPACE_6 * 2)
        self._row.setContentsMargins(room, room // 2, room, room // 2)
        self._row.setSpacing(room)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self, window: QRect) -> None:
        """Over the middle of the window; the foot with its keys stays free."""
        width = min(window.width() - 2 * SPACE_4, 1100)
        least = self._row.heightForWidth(width) if self._row.hasHeightForWidth() else self.sizeHint().height()
        height = min(max(least, round(window.height() * 0.42)), window.height() - 2 * SPACE_4)
        self.setGeometry((window.width() - width) // 2, round((window.height() - height) * 0.4), width, height)

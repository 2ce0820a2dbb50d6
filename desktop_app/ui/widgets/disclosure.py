"""What is seldom wanted, folded away under a word; beside the word stands what is set inside."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import BUTTON_IN_ROW, SPACE_3, Size, Tone, Weight

_ICON, _GAP = 16, 6  # points


class Disclosure(QWidget):
    """Holds one widget; `opened(bool)` when a person opens or folds it."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, title: str, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = DisclosureHead(theme, title)
        self.button.clicked.connect(lambda _=False: self._turn())
        self.content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.button)
        column.addWidget(content)
        content.hide()

    @property
    def is_open(self) -> bool:
        """Whether its content is shown."""
        return self.button.isChecked()

    def open(self, *, wide: bool = True) -> None:
        """Show the content, or fold it away."""
        self.button.setChecked(wide)
        self.content.setVisible(wide)

    def say(self, text: str) -> None:
        """What is set inside, in a few words; empty where nothing is unusual."""
        self.button.say(text)

    def _turn(self) -> None:
        self.open(wide=self.button.isChecked())
        self.opened.emit(self.is_open)


class DisclosureHead(QAbstractButton):
    """An arrow, the word, and what is said of the inside; shortened with … where room ends."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme, self._said = theme, ""
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        theme.changed.connect(self.update)

    def say(self, text: str) -> None:
        """What is set inside."""
        self._said = text
        self.setAccessibleDescription(text)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._face).horizontalAdvance(self.text()) + scaled(_ICON + _GAP)
        return QSize(wide + 2, scaled(BUTTON_IN_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(96), scaled(BUTTON_IN_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour(Tone.ACCENT), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icon = scaled(_ICON)
        arrow = "down" if self.isChecked() else "right"
        pixmap = self._theme.pixmap(arrow, Tone.ACCENT, size=icon, ratio=self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - icon) // 2, pixmap)
        left = self._write(painter, self.text(), icon + scaled(_GAP), Tone.ACCENT)
        if self._said:
            self._write(painter, self._said, left + scaled(2 * _GAP), Tone.MUTED)
        painter.end()

    @property
    def _face(self) -> QFont:
        return face(Size.SMALL, Weight.MEDIUM)

    def _write(self, painter: QPainter, text: str, left: int, tone: Tone) -> int:
        """Writes as much as fits; returns where it ends."""
        font = self._face if tone is Tone.ACCENT else face(Size.SMALL)
        metrics, room = QFontMetrics(font), self.width() - left - 2
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, max(0, room), self.height()), flags, shown)
        return left + metrics.horizontalAdvance(shown)

    def _tell(self) -> None:
        """What does not fit is the tooltip."""
        whole = " · ".join(part for part in (self.text(), self._said) if part)
        wide = QFontMetrics(self._face).horizontalAdvance(whole) + scaled(_ICON + 3 * _GAP)
        self.setToolTip(whole if wide > self.width() else "")

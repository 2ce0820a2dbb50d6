"""One input for each kind of field; all of them read and set a plain value and tell only what a person edits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg
from desktop_app.ui.theme.faces import dress, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.ticks import paint_tick

_LONGEST = 30_000  # what is longer than may be kept is refused in words, not cut while it is pasted
_PAD = 12  # points at 100 % text between the field's edge and its words, and between them and the arrow
_PARAGRAPH, _LINE = "\u2029", "\u2028"  # how Qt keeps the ends of lines


class TextInput(LineEdit):
    """One line of text; spaces at its ends are not part of it."""

    edited = Signal()

    def __init__(self, *, hint: str = "", limit: int = _LONGEST, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setPlaceholderText(hint)
        self.setMaxLength(limit)
        self.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> Any:
        """The text without spaces around it."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text from its beginning."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)


class LongInput(QPlainTextEdit):
    """Several lines of text; Tab leaves the field."""

    edited = Signal()

    def __init__(self, *, hint: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines break wherever room ends
        self.setAcceptDrops(False)  # as a LineEdit
        self._loading = False
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + scaled(22))
        self.textChanged.connect(self._tell)

    def value(self) -> Any:
        """The text without empty lines around it; spaces that hold words together stay so, as Qt's own would not."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n").strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self._loading = True
        self.setPlainText("" if value is None else str(value))
        self._loading = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves a text one works in; one that only passes below the pointer leaves it to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        if not self._loading:
            self.edited.emit()


class NumberInput(LineEdit):
    """A whole number between bounds, or with `empty` none; the arrow keys count, the wheel only scrolls the page."""

    edited = Signal()

    def __init__(
        self, *, key: str, low: int = 0, high: int = 0, empty: bool = False, hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._key, self._low, self._high, self._empty = key, low, high or 1_000_000, empty
        self.setMaxLength(9)
        self.setPlaceholderText(hint)
        self.set_value(None if empty else low)
        self.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> Any:
        """The number; raises Invalid when it is none or out of bounds."""
        text = self.text().strip()
        if self._empty and not text:
            return None
        if text.isdecimal() and self._low <= int(text) <= self._high:
            return int(text)
        raise Invalid(self._key, msg("Give a number from {low} to {high}.", low=self._low, high=self._high))

    def set_value(self, value: Any) -> None:
        """Show a number, or none where it may be left out."""
        self.setText("" if self._empty and value is None else str(int(value or 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or not self.text().strip().isdecimal():
            super().keyPressEvent(event)
            return
        self.set_value(min(self._high, max(self._low, int(self.text()) + step)))
        self.edited.emit()


class ChoiceInput(QComboBox):
    """One of several; choices are (value, text). The wheel only scrolls the page and leaves the keyboard alone."""

    edited = Signal()

    def __init__(self, theme: Theme, choices: Sequence[tuple[Any, str]] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.set_choices(choices)
        self.activated.connect(lambda _: self.edited.emit())
        theme.changed.connect(self.update)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices, keeping the value if it is still there."""
        value = self.value()
        self._values = [choice[0] for choice in choices]
        self.clear()
        self.addItems([choice[1] for choice in choices])
        if value in self._values:
            self.set_value(value)

    def value(self) -> Any:
        """The value chosen; None without choices."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < self.count() else None

    def set_value(self, value: Any) -> None:
        """Choose a value; the first where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never change a choice by scrolling past it."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The field, its text shortened where room ends, and our own arrow (the sheet takes one from a file only)."""
        painter, size, option = QStylePainter(self), scaled(12), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - size - scaled(2 * _PAD)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = self._theme.pixmap("down", Tone.MUTED, size=size, ratio=self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - 10, (self.height() - size) // 2, arrow)
        painter.end()


class CheckInput(QCheckBox):
    """Yes or no, its text beside the box; `wrap` lets it break into lines."""

    edited = Signal()

    def __init__(self, theme: Theme, text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme, self._wrap = theme, wrap
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.setMinimumHeight(scaled(24))
        self.clicked.connect(lambda _: self.edited.emit())
        theme.changed.connect(self.update)

    def value(self) -> Any:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, up and down belong to what the box stands in, Space ticks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Box, gap, text."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + scaled(26) if self.text() else scaled(20)
        return QSize(width, scaled(24))

    def minimumSizeHint(self) -> QSize:
        """A text that may break needs room for a word."""
        return QSize(scaled(96), scaled(24)) if self._wrap else self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return max(scaled(24), self._lines(width) + scaled(6)) if self._wrap else -1

    def _lines(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - scaled(26)), 10_000)
        said = self.text().replace("&&", "&")
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, said).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Our own box in the theme's colours, beside the first line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(16)
        first = scaled(24) if self._wrap else self.height()
        box = QRectF(1.5, (first - side) / 2 + 0.5, side - 1, side - 1)
        paint_tick(
            painter, box, self._theme, self.checkState(), marked=self.underMouse(), focused=self.hasFocus()
        )  # fmt: skip
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = side + scaled(8)
        text = self.text().replace("&&", "&")
        over = (scaled(24) - self.fontMetrics().height()) / 2 if self._wrap else 0
        room = QRectF(left, over, self.width() - left, self.height() - over)
        flags = Qt.TextFlag.TextWordWrap if self._wrap else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, text)
        painter.end()


def small_text(widget: QWidget) -> QWidget:
    """Give an input the small type, for use in rows."""
    dress(widget, Size.SMALL)
    return widget

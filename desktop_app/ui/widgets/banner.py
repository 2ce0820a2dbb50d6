"""One sentence to a person: what went wrong and the way out, or what was just done with [Undo]."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import BUTTON, SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.buttons import Button, icon_button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

DONE_STAYS = 12_000  # ms an undo bar is shown; Ctrl+Z works ever after
_ICONS = {Tone.BAD: "warning", Tone.WARN: "warning", Tone.GOOD: "check", Tone.MUTED: "info"}


class Banner(QFrame):
    """Hidden until `say`; a failure stays until it is closed, a note goes by itself. `seen` tells which."""

    seen = Signal(bool)

    def __init__(self, theme: Theme, *, close: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.MUTED
        self._stays = 0
        self._pressed: Callable[[], object] | None = None
        self._icon = QLabel()
        self._text = Label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = Button("", self._press, small=True)
        self._ways: list[Button] = []  # more than one: they stand below the sentence
        self._below = QWidget()
        self._flow = FlowLayout(self._below, space=SPACE_2)
        self._below.hide()
        self._close = icon_button(theme, "close", self.dismiss, tip=close)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        for widget in (self._icon, self._text, self._button, self._close):
            row.addWidget(widget, 1 if widget is self._text else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_2)
        column.addLayout(row)
        column.addWidget(self._below)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._least = scaled(BUTTON) + 10
        self.setMinimumHeight(self._least)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        theme.changed.connect(self._renew)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" when hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self, text: str, tone: Tone = Tone.BAD, *, button: tuple[str, Callable[[], object]] | None = None,
        ways: Sequence[tuple[str, Callable[[], object]]] = (), stays: int = 0,
    ) -> None:
        """Show a sentence, perhaps with a button beside it or several `ways` below; `stays` ms, 0 until closed."""
        self._tone = tone
        self._text.setText(text)
        self._pressed = button[1] if button else None
        self._button.setVisible(button is not None)
        if button:
            self._button.setText(button[0])
            self._button.setAccessibleName(button[0])
        self._offer(ways)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self._renew()
        self.show()
        self.seen.emit(True)
        self._stays = stays
        self._timer.start(stays) if stays and not self.underMouse() else self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self._stays = 0
        self.hide()
        self.seen.emit(False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It does not go from under the mouse."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere: its time runs again."""
        super().leaveEvent(event)
        if self._stays:
            self._timer.start(self._stays)

    def _press(self) -> None:
        pressed = self._pressed
        self.dismiss()
        if pressed is not None:
            pressed()

    def _offer(self, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for old in self._ways:
            old.setParent(None)
            old.deleteLater()
        self._ways = [Button(text, partial(self._go, pressed), small=True) for text, pressed in ways]
        for way in self._ways:
            self._flow.addWidget(way)
        self._below.setVisible(bool(ways))
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With several ways it is never pressed together, however low the window."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        high = self.heightForWidth(self.width()) if self._ways else 0
        self.setMinimumHeight(max(self._least, high))

    def _go(self, pressed: Callable[[], object]) -> None:
        self.dismiss()
        pressed()

    def _renew(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(_ICONS.get(self._tone, "info"), self._tone, ratio=ratio))

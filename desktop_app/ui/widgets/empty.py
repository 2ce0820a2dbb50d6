"""An empty place is an invitation: what belongs here, and one button to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import Label

_MEASURE = 440  # points at 100 % text
_LOW = 200  # below this the icon makes room for the words


class EmptyState(QWidget):
    """Icon, a title, a sentence, perhaps one button, in the middle of the place."""

    def __init__(
        self, theme: Theme, title: str, text: str = "", *, icon: str = "",
        button: tuple[str, Callable[[], object]] | None = None, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addStretch(2)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.hide()
        column.addWidget(self._picture)
        column.addLayout(_middle(title, text))
        self.button = Button(*button) if button is not None else None
        if self.button is not None:
            column.addSpacing(SPACE_2)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._renew)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low place has no room for the icon."""
        super().resizeEvent(event)
        self._picture.setVisible(bool(self._icon) and self.height() >= scaled(_LOW))

    def _renew(self) -> None:
        if self._icon:
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(self._theme.pixmap(self._icon, Tone.ACCENT, size=scaled(32), ratio=ratio))


def _middle(title: str, text: str) -> QHBoxLayout:
    """The texts in a measure of their own (aligned one by one, a wrapped label is given too little height)."""
    texts = QWidget()
    texts.setMaximumWidth(scaled(_MEASURE))
    column = QVBoxLayout(texts)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_2)
    for label in (Label(title, Size.LARGE, weight=Weight.BOLD, wrap=True), Label(text, tone=Tone.MUTED, wrap=True)):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if not label.text():
            label.hide()
        column.addWidget(label)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(texts, 100)
    row.addStretch(1)
    return row

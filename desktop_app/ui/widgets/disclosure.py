"""What is seldom wanted, folded away under a word; beside the word stands what is set inside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Size, Tone
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.labels import Elided

_INSIDE = 7  # padding and edge of a plain button: its arrow stands under the fields above


class Disclosure(QWidget):
    """Holds one widget; `opened(bool)` when a person opens or folds it."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, title: str, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self.button = Button(title, self._turn, look=Look.PLAIN, small=True)
        self.button.setCheckable(True)
        self._said = Elided("", Size.SMALL, tone=Tone.MUTED)
        self.content = content
        head = QHBoxLayout()
        head.setContentsMargins(-_INSIDE, 0, 0, 0)
        head.setSpacing(SPACE_2)
        head.addWidget(self.button)
        head.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(head)
        column.addWidget(content)
        content.hide()
        self._dress()

    @property
    def is_open(self) -> bool:
        """Whether its content is shown."""
        return self.button.isChecked()

    def open(self, *, wide: bool = True) -> None:
        """Show the content, or fold it away."""
        self.button.setChecked(wide)
        self.content.setVisible(wide)
        self._dress()

    def say(self, text: str) -> None:
        """What is set inside, in a few words; empty where nothing is unusual."""
        self._said.setText(text)
        self.button.setAccessibleDescription(text)

    def _turn(self) -> None:
        self.open(wide=self.button.isChecked())
        self.opened.emit(self.is_open)

    def _dress(self) -> None:
        self.button.wear(self._theme, "down" if self.is_open else "right")

"""A shop that does not open: why, in a sentence, and what can be done about it from here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_8, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_WIDE = 560


class NotOpened(QWidget):
    """Try again, bring a backup back, or leave."""

    def __init__(
        self, desk: Desk, error: AppError, *, again: Callable[[], object], restore: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        words = desk.words
        box = QWidget()
        box.setMaximumWidth(scaled(_WIDE))
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        line.addStretch(1)
        line.addWidget(box, 20)
        line.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addStretch(2)
        title = Label(words("Your shop did not open"), Size.TITLE, weight=Weight.BOLD, wrap=True)
        self.sentence = Label(words.say(error.message), wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place = Label(desk.location, Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.again = primary(words("Try again"), again)
        row = QWidget()
        buttons = FlowLayout(row, space=SPACE_2)
        buttons.addWidget(self.again)
        buttons.addWidget(quiet(words("Restore a backup"), restore))
        buttons.addWidget(quiet(words("Quit"), leave, shortcut="Ctrl+Q"))
        for label in (title, self.sentence, place):
            column.addWidget(label)
        column.addSpacing(SPACE_2)
        column.addWidget(row)
        column.addStretch(3)
        self.setAccessibleName(title.text())
        self.again.setFocus()

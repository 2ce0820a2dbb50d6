"""What stands in the window's place while its shop is not open or not ready: a title, a sentence, perhaps ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_8, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import Scroll

_WIDE = 560


class Notice(QWidget):
    """`below` takes what else is to stand between the sentence and the buttons that `offer` puts there; `place` is
    said where the sentence does not.
    """

    def __init__(self, desk: Desk, title: str, message: Message, *, place: str = "") -> None:
        super().__init__()
        box, inside = QWidget(), QWidget()
        box.setMaximumWidth(scaled(_WIDE))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inside))
        line = QHBoxLayout(inside)
        line.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        line.addStretch(1)
        line.addWidget(box, 20)
        line.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addStretch(2)
        self.sentence = Label(desk.words.say(message), wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(Label(title, Size.TITLE, weight=Weight.BOLD, wrap=True))
        column.addWidget(self.sentence)
        self.below = QVBoxLayout()
        self.below.setSpacing(SPACE_3)
        column.addLayout(self.below)
        if place not in self.sentence.text():
            column.addWidget(Label(place, Size.SMALL, tone=Tone.MUTED, wrap=True))
        column.addSpacing(SPACE_2)
        row = QWidget()
        self._buttons = FlowLayout(row, space=SPACE_2)
        column.addWidget(row)
        column.addStretch(3)
        self.setAccessibleName(title)

    def offer(self, buttons: Sequence[Button]) -> None:
        """The ways out, the likeliest first."""
        for button in buttons:
            self._buttons.addWidget(button)
            button.show()

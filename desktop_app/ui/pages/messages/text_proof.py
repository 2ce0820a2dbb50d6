"""A text as a customer will read it, on a real record of the shop; the next one is a press away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.message_fields import FIELDS
from desktop_app.i18n import Words
from desktop_app.queries.text_preview import Preview
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.scroll import Scroll

_LABELS = {info.field.value: info.label for info in FIELDS}


class TextProof(QWidget):
    """`turned(step)` asks for the next or the last record."""

    turned = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = self._words = desk.words
        self.about = Elided("", Size.SMALL, tone=Tone.MUTED)
        self.before = icon_button(desk.theme, "left", lambda: self.turned.emit(-1), tip=words("The record before"))
        self.after = icon_button(desk.theme, "right", lambda: self.turned.emit(1), tip=words("The next record"))
        self.subject = Label("", weight=Weight.BOLD, wrap=True)
        self.text = Label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.left_out = Label("", Size.SMALL, tone=Tone.WARN, wrap=True)
        self.left_out.hide()
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.about, 1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3)
        inside.setSpacing(SPACE_3)
        inside.addWidget(self.subject)
        inside.addWidget(self.text)
        inside.addWidget(self.left_out)
        inside.addStretch(1)
        room = Scroll(sheet)
        room.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(head)
        column.addWidget(room, 1)

    def show_preview(self, found: Preview) -> None:
        """How it comes out for a record."""
        words, made = self._words, found.composed
        said = words.say(found.title)
        self.about.setText(said if not found.of else words("For {record}", record=said))
        for button in (self.before, self.after):
            button.setVisible(found.of > 1)
        self.subject.setText(made.subject)
        self.subject.setVisible(bool(made.subject))
        self.text.setText(made.text)
        self.left_out.setText(left_out_text(words, made.empty))
        self.left_out.setVisible(bool(self.left_out.text()))


def left_out_text(words: Words, empty: tuple[str, ...]) -> str:
    """Which lines a text lost, as a field of theirs is empty; "" when none did."""
    names = [words.say(_LABELS[name.partition(":")[0]]) for name in empty if name.partition(":")[0] in _LABELS]
    return words("Not known, so the line is left out: {fields}", fields=", ".join(names)) if names else ""

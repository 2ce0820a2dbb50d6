"""A text as a customer will read it, on a real record of the shop; the next one is a press away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.message_fields import FIELDS
from desktop_app.i18n import Words
from desktop_app.queries.text_preview import Preview
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.read_text import ReadText

_LABELS = {info.field.value: info.label for info in FIELDS}


class TextProof(QWidget):
    """`turned(step)` asks for the next record or the one before, with 0 for the same in another way."""

    turned = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = self._words = desk.words
        self.about = Elided("", Size.SMALL, tone=Tone.MUTED)
        self.before = icon_button(desk.theme, "left", lambda: self.turned.emit(-1), tip=words("The record before"))
        self.after = icon_button(desk.theme, "right", lambda: self.turned.emit(1), tip=words("The next record"))
        self.subject = Label("", weight=Weight.BOLD, wrap=True)
        self.subject.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text = ReadText()
        self.text.setAccessibleName(words("How it comes out"))
        self.ways = FilterChips(
            [("mail", words("E-mail")), ("short", words("Text message"))], name=words("How it goes"), space=SPACE_1
        )
        self.ways.chosen.connect(lambda _: self.turned.emit(0))
        self.left_out = Label("", Size.SMALL, tone=Tone.WARN, wrap=True)
        self.left_out.hide()
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.about, 1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        sheet = Card()
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(SPACE_3, SPACE_3, SPACE_2, SPACE_3)
        lines.setSpacing(SPACE_2)
        lines.addWidget(self.subject)
        lines.addWidget(self.text, 1)
        lines.addWidget(self.left_out)
        sheet.add_row(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(head)
        column.addWidget(sheet, 1)
        column.addWidget(self.ways)

    @property
    def short(self) -> bool:
        """Whether it is shown as a text message or a messenger has it."""
        return self.ways.value == "short"

    def show_preview(self, found: Preview) -> None:
        """How it comes out for a record."""
        words, made = self._words, found.composed
        said = words.say(found.title)
        self.about.setText(said if not found.of else words("For {record}", record=said))
        for button in (self.before, self.after):
            button.setVisible(found.of > 1)
        self.subject.setText(made.subject)
        self.subject.setVisible(bool(made.subject) and not self.short)
        self.text.set_value(made.text)
        self.left_out.setText(left_out_text(words, made.empty))
        self.left_out.setVisible(bool(self.left_out.text()))


def left_out_text(words: Words, empty: tuple[str, ...]) -> str:
    """Which lines a text lost, as a field of theirs is empty; "" when none did."""
    names = [words.say(_LABELS[name.partition(":")[0]]) for name in empty if name.partition(":")[0] in _LABELS]
    return words("Not known, so the line is left out: {fields}", fields=", ".join(names)) if names else ""

"""The words of one text in one language: subject, text, and the buttons that put fields and conditions into it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.message_texts import MessageText
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.messages.text_picker import TextPicker, condition_picker, field_picker
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.inputs import LongInput, TextInput
from desktop_app.ui.widgets.labels import Label

_ANY = 16_777_215  # Qt's own bound: as high as the window lets it


class TextEditor(QWidget):
    """`edited` when a person changes something."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        self._desk = desk
        self._kind, self._language = MessageKind.FREE, Language.EN
        self.subject = TextInput(hint=words("Subject"))
        self.subject.setAccessibleName(words("Subject"))
        self.text = LongInput(lines=4)
        self.text.setMaximumHeight(_ANY)
        self.text.setMinimumHeight(scaled(80))
        self.text.setAccessibleName(words("Text"))
        self.field_button = small(words("Insert field…"), self.insert_field, shortcut="Ctrl+I")
        self.when_button = small(words("Only if…"), self.insert_condition)
        self.wrong = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self.wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.field_button)
        row.addWidget(self.when_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.subject)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        column.addWidget(self.wrong)
        self.subject.edited.connect(self.edited)
        self.text.edited.connect(self.edited)

    def show_text(self, text: MessageText) -> None:
        """Show a text from its beginning."""
        self._kind, self._language = text.key.kind, text.language
        self.subject.set_value(text.subject)
        self.text.set_value(text.text)
        self.say_wrong("")

    @property
    def value(self) -> tuple[str, str]:
        """Subject and text as they stand here."""
        return self.subject.value(), self.text.value()

    def say_wrong(self, sentence: str) -> None:
        """Why the text cannot be kept as it is; "" takes it away."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def insert_field(self) -> TextPicker:
        """Ask for a field, and put it where the cursor stands, in the subject or the text."""
        into = self.subject if self.subject.hasFocus() else self.text
        picker = field_picker(self._desk, self, self._kind, self._language)
        picker.chosen.connect(lambda field: self._put(into, field))
        return picker

    def insert_condition(self) -> TextPicker:
        """Ask for a condition, and put it around what is selected."""
        picker = condition_picker(self._desk, self, self._kind)
        picker.chosen.connect(self._surround)
        return picker

    def _put(self, into: TextInput | LongInput, field: str) -> None:
        if isinstance(into, TextInput):
            into.insert(field)
            self.edited.emit()
        else:
            into.insertPlainText(field)
        into.setFocus()

    def _surround(self, opening: str) -> None:
        cursor = self.text.textCursor()
        inside = cursor.selectedText()
        cursor.insertText(f"{opening}{inside}]")
        if not inside:
            cursor.movePosition(cursor.MoveOperation.Left)
            self.text.setTextCursor(cursor)
        self.text.setFocus()

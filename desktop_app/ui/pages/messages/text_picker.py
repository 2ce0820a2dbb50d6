"""The fields and conditions a message may use, searched while typing: one is put where the cursor stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.message_fields import FACTS, facts_for, fields_for
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language
from desktop_app.ui.designer.searched_list import Entry, SearchedList
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.within import within


class TextPicker(QDialog):
    """`chosen(value)` with the value of the line that was taken."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, hint: str, entries: Sequence[Entry]) -> None:
        super().__init__(parent)
        words = desk.words
        self.setWindowTitle(title)
        self.found = SearchedList(desk.theme, words, hint=hint, name=title)
        self.found.taken.connect(self.take)
        self.found.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addWidget(self.found, 1)
        buttons = quiet(words("Cancel"), self.reject, shortcut="Esc"), primary(words("Insert"), self.take)
        for button in buttons:
            button.setAutoDefault(False)
        column.addWidget(Feet(*buttons))
        self.resize(within(parent, 460, 520))
        self.found.offer(entries)
        self.found.search.take_focus()
        self.finished.connect(self.deleteLater)

    def take(self) -> None:
        """Put in what is marked."""
        value = self.found.value
        if value is not None:
            self.accept()
            self.chosen.emit(value)


def field_picker(desk: Desk, parent: QWidget, kind: MessageKind, language: Language) -> TextPicker:
    """The fields a message of a kind may name, each with how it may come out."""
    words = desk.words
    entries = [
        Entry(
            info.written,
            f"{words.say(info.label)}\n{info.samples[language].splitlines()[0]}",
            f"{info.field.value} {info.samples[language]}",
        )
        for info in fields_for(kind)
    ]  # fmt: skip
    return _opened(TextPicker(desk, parent, title=words("Insert field"), hint=words("Search fields"), entries=entries))


def condition_picker(desk: Desk, parent: QWidget, kind: MessageKind) -> TextPicker:
    """What a part of a message may depend on; “[” alone is a part that stays away when its field is empty."""
    words = desk.words
    entries = [Entry("[", words("Only if the fields in it are known"))]
    for fact in facts_for(kind):
        for said, wanted in zip(FACTS[fact], (True, False), strict=True):
            entries.append(Entry(f"[if {'' if wanted else '!'}{fact.value}: ", words.say(said), fact.value))
    title = words("When this part is said")
    return _opened(TextPicker(desk, parent, title=title, hint=words("Search conditions"), entries=entries))


def _opened(picker: TextPicker) -> TextPicker:
    picker.open()
    return picker

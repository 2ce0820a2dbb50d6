"""The list of fields to insert: searched while typing, each with how it may come out; Enter writes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.card_fields import FIELDS, FieldInfo
from desktop_app.domain.text import fold
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.search_box import SearchBox

_FIELD = Qt.ItemDataRole.UserRole


class FieldList(QDialog):
    """`chosen(text)` with the field as a text has it."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        words = self._words = desk.words
        self._language = language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("Insert field"))
        self.search = SearchBox(desk.theme, words("Search fields"), clear=words("Clear"))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(words("Fields"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.search.typed.connect(self._show)
        self.search.down.connect(lambda: self._step(1))
        self.search.up.connect(lambda: self._step(-1))
        self.search.entered.connect(self.take)
        self.search.escaped.connect(self.reject)
        self.list.itemActivated.connect(lambda _: self.take())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (quiet(words("Cancel"), self.reject, shortcut="Esc"), primary(words("Insert"), self.take)):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.resize(scaled(460), scaled(460))
        self._show("")
        self.search.take_focus()

    def take(self) -> None:
        """Insert the field that is marked."""
        line = self.list.currentItem()
        if line is not None:
            self.accept()
            self.chosen.emit(line.data(_FIELD))

    def _show(self, text: str) -> None:
        self.list.clear()
        wanted = fold(text).split()
        for info in FIELDS:
            said = fold(f"{self._words.say(info.label)} {info.name} {info.samples[self._language]}")
            if all(part in said for part in wanted):
                self.list.addItem(self._line(info))
        self.list.setCurrentRow(0)

    def _line(self, info: FieldInfo) -> QListWidgetItem:
        label, sample = self._words.say(info.label), info.samples[self._language]
        line = QListWidgetItem(f"{label}\n{info.written}  →  {sample}")
        line.setData(_FIELD, info.written)
        return line

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))

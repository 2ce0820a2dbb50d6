"""The list of fields to insert: searched while typing, each with how it may come out, and its forms below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.card_fields import CASES, FieldInfo, fields_of, in_case
from desktop_app.domain.kinds import Kind
from desktop_app.i18n import Language
from desktop_app.ui.designer.field_forms import FieldForms
from desktop_app.ui.designer.searched_list import Entry, SearchedList
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.card import Line
from desktop_app.ui.widgets.within import within


class FieldList(QDialog):
    """`chosen(text)` with the field as a text has it."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, kind: Kind, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        words = self._words = desk.words
        self._language = language
        self.setWindowTitle(words("Insert field"))
        self.found = SearchedList(desk.theme, words, hint=words("Search fields"), name=words("Fields"))
        self.forms = FieldForms(desk.theme, words, language)
        self.found.taken.connect(self.take)
        self.found.left.connect(self.reject)
        self.found.marked.connect(self._show_forms)
        self.forms.entered.connect(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        column.addWidget(self.found, 1)
        column.addWidget(Line())
        column.addWidget(self.forms)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (quiet(words("Cancel"), self.reject, shortcut="Esc"), primary(words("Insert"), self.take)):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.resize(within(parent, 480, 560))
        self.found.offer([self._entry(info) for info in fields_of(kind)])
        self.found.search.take_focus()
        self.finished.connect(self.deleteLater)

    def take(self) -> None:
        """Insert the field that is marked, in the form that is chosen."""
        info = self.found.value
        if info is not None:
            self.accept()
            self.chosen.emit(self.forms.written)

    def _entry(self, info: FieldInfo) -> Entry:
        words = self._words
        sample = info.samples[self._language]
        forms = [f"{words.say(CASES[case])} {in_case(info, case, self._language)}" for case in info.cases]
        counts = info.counts.get(self._language, ())
        return Entry(info, f"{words.say(info.label)}\n{sample}", " ".join((info.field.value, *forms, *counts)))

    def _show_forms(self) -> None:
        self.forms.show_field(self.found.value)

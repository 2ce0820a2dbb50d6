"""What belongs to this desk only: language, appearance and size of text, each in force at once."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.settings import DESK_LANGUAGE, DESK_TEXT, DESK_THEME, Setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Mode, Size, Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Label


class DeskCard(Card):
    """Three choices that need no Save."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.words("This desk"), desk.words("changes at once"))
        self._desk = desk
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_3)
        self.language = self._choice(DESK_LANGUAGE, desk.words.language.value)
        self.theme = self._choice(DESK_THEME, desk.settings.get(DESK_THEME))
        self.text = self._choice(DESK_TEXT, desk.settings.get(DESK_TEXT))
        self._grid.setColumnStretch(1, 1)
        self.language.edited.connect(lambda: self._set(DESK_LANGUAGE, self.language))
        self.theme.edited.connect(lambda: self._set(DESK_THEME, self.theme))
        self.text.edited.connect(lambda: self._set(DESK_TEXT, self.text))
        self.add_row(inside)

    def _choice(self, setting: Setting[str], value: str) -> ChoiceInput:
        words = self._desk.words
        choice = ChoiceInput(self._desk.theme, [(key, words.say(text)) for key, text in setting.choices])
        choice.set_value(value)
        choice.setAccessibleName(words.say(setting.label))
        row = self._grid.rowCount()
        self._grid.addWidget(Label(words.say(setting.label), Size.SMALL, tone=Tone.MUTED, wrap=True), row, 0)
        self._grid.addWidget(choice, row, 1)
        return choice

    def _set(self, setting: Setting[str], choice: ChoiceInput) -> None:
        self._desk.settings.set(setting, choice.value())
        if setting is DESK_THEME:
            self._desk.theme.choose(Mode(choice.value()))
        else:
            self._desk.rebuild()

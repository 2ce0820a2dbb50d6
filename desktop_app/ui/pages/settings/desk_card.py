"""What belongs to this desk only: language, appearance and size of text, each in force at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_TEXT, DESK_THEME
from desktop_app.domain.settings import Setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Mode, Size, Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Label


class DeskCard(Card):
    """Three choices that need no Save; `may_rebuild` says whether nothing would be lost by making the pages anew."""

    def __init__(self, desk: Desk, *, may_rebuild: Callable[[], bool]) -> None:
        super().__init__(desk.words("This desk"), desk.words("changes at once"))
        self._desk, self._may_rebuild = desk, may_rebuild
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

    def take_focus(self, key: str) -> None:
        """Put the keyboard on a setting's choice."""
        {DESK_LANGUAGE.key: self.language, DESK_THEME.key: self.theme, DESK_TEXT.key: self.text}[key].setFocus()

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
        desk, value = self._desk, choice.value()
        if setting is DESK_THEME:
            desk.settings.set(setting, value)
            desk.theme.choose(Mode(value))
        elif self._may_rebuild():
            desk.settings.set(setting, value)
            desk.rebuild()
            desk.navigate("settings", at=setting.key)  # the keyboard stays where it was
        else:
            choice.set_value(desk.words.language.value if setting is DESK_LANGUAGE else desk.settings.get(setting))

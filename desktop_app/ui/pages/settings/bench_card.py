"""The packing bench at this desk: what its scanner puts around a code, and whether it is heard; in force at once."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.desk_settings import BENCH_PREFIX, BENCH_SOUND, BENCH_SUFFIX
from desktop_app.domain.settings import Setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.line_edit import LineEdit

_LONGEST = 12  # signs around a code


class BenchCard(Card):
    """Three settings that need no Save, and the way to the bench."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.words("Packing bench"), desk.words("on this desk only"))
        self._desk = desk
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_3)
        self._grid.setColumnStretch(1, 1)
        self.prefix, self.suffix = self._text(BENCH_PREFIX), self._text(BENCH_SUFFIX)
        self.sound = CheckInput(desk.theme, desk.words.say(BENCH_SOUND.label), wrap=True)
        self.sound.set_value(desk.settings.get(BENCH_SOUND))
        self.sound.edited.connect(lambda: desk.settings.set(BENCH_SOUND, bool(self.sound.value())))
        self.open_button = quiet(
            desk.words("Open the packing bench"), lambda: desk.navigate("bench"), shortcut="Ctrl+B"
        )
        for part in (self.sound, self.open_button):
            self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2)
        self.add_row(inside)

    def _text(self, setting: Setting[str]) -> LineEdit:
        words = self._desk.words
        edit = LineEdit(self._desk.settings.get(setting))
        edit.setMaxLength(_LONGEST)
        edit.setAccessibleName(words.say(setting.label))
        edit.setToolTip(words.say(setting.help))
        edit.textEdited.connect(lambda text: self._desk.settings.set(setting, text.strip()))
        row = self._grid.rowCount()
        self._grid.addWidget(Label(words.say(setting.label), Size.SMALL, tone=Tone.MUTED, wrap=True), row, 0)
        self._grid.addWidget(edit, row, 1)
        return edit

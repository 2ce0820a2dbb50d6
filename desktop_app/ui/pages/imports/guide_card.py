"""Where to get the file: a platform is chosen, and the card says where in it to press."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.file_guides import FILE_GUIDES
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.labels import Label

_LAST = "imports.guide"


class GuideCard(Card):
    """Remembers the platform a person looked at last."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(words("Where do I get the file?"))
        self._desk = desk
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_2)
        self.platform = ChoiceInput(desk.theme, [(guide.platform, guide.platform) for guide in FILE_GUIDES])
        self.platform.set_value(desk.settings.recall(_LAST))
        self.platform.setAccessibleName(words("Platform or program"))
        self.platform.edited.connect(self._choose)
        self.where = Label("", tone=Tone.MUTED, wrap=True)
        column.addWidget(self.platform)
        column.addWidget(self.where)
        self.add_row(inside)
        self._say()

    def _choose(self) -> None:
        self._desk.settings.remember(_LAST, self.platform.value())
        self._say()

    def _say(self) -> None:
        guide = next(each for each in FILE_GUIDES if each.platform == self.platform.value())
        self.where.setText(self._desk.words.say(guide.where))

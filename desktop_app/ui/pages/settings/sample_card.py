"""The way from the sample shop to one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Label


class SampleCard(Card):
    """Says that nothing here is real, and leads home."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(words("Sample shop"), words("nothing here is real"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        text = words("Try everything: print, change, delete. Your own shop lies in another file and stays as it is.")
        column.addWidget(Label(text, wrap=True))
        home = quiet(words("Start my own shop"), lambda: desk.switch(desk.home))
        column.addWidget(home, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row(inside)

"""The keys: every key of the window in one place, and where the shop lies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.keys import COMMANDS
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.tag import Tag
from desktop_app.ui.widgets.within import within


class HelpDialog(QDialog):
    """Shown by Ctrl+F1, and from the handbook."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        words = desk.words
        self.setWindowTitle(words("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(words("Everything has a key"), Size.TITLE, weight=Weight.BOLD))
        column.addWidget(self._keys(desk), 1)
        place = Label(words("This shop lies in {place}", place=desk.place), Size.SMALL, tone=Tone.MUTED, wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(place)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = quiet(words("Close"), self.accept, shortcut="Esc")
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(within(parent, 460, 620))
        close.setFocus()

    def _keys(self, desk: Desk) -> QScrollArea:
        words = desk.words
        inside = QWidget()
        inside.setObjectName("ground")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, SPACE_4, 0)
        grid.setVerticalSpacing(SPACE_2)
        lines = [(words.say(key.title), key.keys[0]) for key in COMMANDS]
        lines += [(words("Open the row"), "Return"), (words("Select all"), "Ctrl+A"),
                  (words("Save the record"), "Ctrl+S"), (words("Leave the record"), "Esc")]
        lines += [(words.say(entry.title), f"Ctrl+{number}") for number, entry in enumerate(ENTRIES, 1)]
        for row, (text, keys) in enumerate(lines):
            grid.addWidget(Label(text, wrap=True), row, 0)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(Tag(shown), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

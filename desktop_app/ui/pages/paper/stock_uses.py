"""Whether the shop has a paper, and what it prints on it: a box and a chip for each use."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.stocks import StockChoice
from desktop_app.domain.settings import SettingValues
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.paper.stock_words import USES
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import BUTTON_IN_ROW, SPACE_2, SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label


class StockUses(QWidget):
    """`owned(has)` when the box was ticked or not, `used(setting)` when it shall be printed on for that."""

    owned = Signal(bool)
    used = Signal(object)

    def __init__(self, desk: Desk, choice: StockChoice, values: SettingValues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        has = CheckInput(desk.theme, words("I have this paper"))
        has.set_value(choice.owned)
        has.edited.connect(lambda: self.owned.emit(has.value()))
        column.addWidget(has)
        chips = QWidget()
        flow = FlowLayout(chips, space=SPACE_2)
        for setting, what in USES.items():
            said, here = words.say(what), values[setting] == choice.stock.id
            chip = Button(said, look=Look.CHIP, small=True, tip=words("Print {what} on it", what=said))
            chip.setCheckable(True)
            chip.setChecked(here)
            chip.setEnabled(not here)  # another paper is chosen there, not none here
            chip.setAccessibleName(chip.toolTip())
            chip.clicked.connect(partial(self.used.emit, setting))
            flow.addWidget(chip)
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        used = Label(words("Used for"), tone=Tone.MUTED)
        used.setMinimumHeight(scaled(BUTTON_IN_ROW))
        line.addWidget(used, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(chips, 1)
        column.addLayout(line)

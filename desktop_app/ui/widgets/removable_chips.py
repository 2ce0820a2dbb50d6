"""What a list is narrowed by, each said on a chip that takes it away when pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import Button, Look, plain
from desktop_app.ui.widgets.flow import FlowLayout


class RemovableChips(QWidget):
    """`removed(key)` when a chip was pressed, `cleared` when all are to go; hidden while there is none."""

    removed = Signal(int)
    cleared = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setAccessibleName(words("Filter"))
        self._flow = FlowLayout(self, space=SPACE_2)
        self.chips: list[Button] = []
        self._clear = plain(words("Clear all"), self.cleared.emit)
        self._clear.setParent(self)
        self._flow.addWidget(self._clear)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.text().replace("&&", "&") for chip in self.chips]

    def show_chips(self, chips: Sequence[tuple[int, str]]) -> None:
        """Show these, as (key, text)."""
        held = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._clear)
        self.chips = [self._made(key, text) for key, text in chips]
        for chip in self.chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self._clear)
        self._clear.setVisible(len(self.chips) > 1)
        self.setVisible(bool(self.chips))
        if held and self.chips:
            self.chips[0].setFocus()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest chip: chips wrap."""
        return QSize(max((chip.sizeHint().width() for chip in self.chips), default=0), 0)

    def _made(self, key: int, text: str) -> Button:
        said = self._words("Take out “{word}”", word=text)
        chip = Button(text, lambda: self.removed.emit(key), look=Look.CHIP, small=True, tip=said)
        chip.setAccessibleName(said)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        chip.wear(self._theme, "close")
        chip.setParent(self)
        chip.show()
        return chip

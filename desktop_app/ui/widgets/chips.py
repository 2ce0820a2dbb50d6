"""Filter chips above a list: one is on, each may show how many it would leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.flow import FlowLayout


class FilterChips(QWidget):
    """`chosen` carries the key of the chip a person switched to; setting it by `choose` emits nothing."""

    chosen = Signal(str)

    def __init__(
        self, chips: Sequence[tuple[str, str]], *, name: str = "", space: int = SPACE_2, parent: QWidget | None = None
    ) -> None:
        """`chips` are (key, text); the first is on. `name` is said by screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        flow = FlowLayout(self, space=space)
        group = QButtonGroup(self)
        group.setExclusive(True)
        self._chips: dict[str, tuple[Button, str]] = {}
        for key, text in chips:
            chip = Button(text, look=Look.CHIP, small=True)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addButton(chip)
            flow.addWidget(chip)
            self._chips[key] = (chip, text)
        if chips:
            self.choose(chips[0][0])

    @property
    def value(self) -> str:
        """The key of the chip that is on."""
        return next((key for key, (chip, _) in self._chips.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Switch a chip on without telling anyone."""
        self._chips[key][0].setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the chip that is on."""
        self._chips[self.value][0].setFocus()

    def set_count(self, key: str, count: str) -> None:
        """Show a count after the text of a chip ("" for none)."""
        chip, text = self._chips[key]
        chip.setText(f"{text} {count}".strip().replace("&", "&&"))

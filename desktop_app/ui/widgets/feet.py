"""Buttons at a dialog's foot: from the right, in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout


class _FromTheRight(FlowLayout):
    """A flow whose lines end at the right edge."""

    def places(self, width: int) -> list[QRect]:
        found = super().places(width)
        ends: dict[int, int] = {}
        for place in found:
            ends[place.y()] = max(ends.get(place.y(), 0), place.x() + place.width())
        return [place.translated(max(0, width - ends[place.y()]), 0) for place in found]


class Feet(QWidget):
    """Holds buttons; none of them is pressed by Enter from elsewhere."""

    def __init__(self, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = _FromTheRight(self, space=SPACE_2)
        for button in buttons:
            button.setAutoDefault(False)
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

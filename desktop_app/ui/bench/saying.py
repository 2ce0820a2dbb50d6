"""Words of the owner beside the work, with a line of the accent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure
from desktop_app.ui.theme.tokens import SPACE_4, Big, Tone


class Saying(QFrame):
    """Words of the owner, with a line of the accent beside them."""

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = BigText(measure, "", Big.NOTE, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, 0, 0, 0)
        column.addWidget(self.text)
        self.hide()

    def say(self, text: str) -> None:
        """Show it, or nothing."""
        self.text.setText(text)
        self.setVisible(bool(text))

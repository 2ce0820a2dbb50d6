"""A state in one or two words: an outlined pill whose colour repeats what the word says, as a label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.tokens import Size, Tone, Weight
from desktop_app.ui.widgets.labels import Label


class Tag(Label):
    """The pill as a label."""

    def __init__(self, text: str, tone: Tone = Tone.MUTED, *, parent: QWidget | None = None) -> None:
        super().__init__(text, Size.SMALL, weight=Weight.BOLD, tone=tone, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

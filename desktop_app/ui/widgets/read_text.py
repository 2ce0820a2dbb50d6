"""Several lines to read and to copy, not to write: without a frame, broken wherever room ends, scrolled where long."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.ui.widgets.inputs import LongInput

_ANY = 16_777_215  # Qt's own bound: as high as there is room


class ReadText(LongInput):
    """`lines` high, or with 0 as high as there is room."""

    def __init__(self, *, lines: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(lines=max(lines, 1), parent=parent)
        self.setReadOnly(True)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.set_lines(lines)

    def set_lines(self, lines: int) -> None:
        """Make it so many lines high."""
        high = self.fontMetrics().lineSpacing() * max(lines, 1) + 2
        self.setMinimumHeight(high)
        self.setMaximumHeight(high if lines else _ANY)

"""A place that scrolls up and down only, with room kept for its bar so that contents do not jump when it appears."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

BAR = 12  # how wide a scroll bar is (see the style sheet)


class Scroll(QScrollArea):
    """Holds one widget; a page gives it BAR more width than other bodies, so the bar stands in the page's margin."""

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setObjectName("ground")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # PgUp and PgDn reach it from any control inside
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Follow the Tab key; where the keyboard moves on because what had it went away, stay where one was looking."""
        here, bar = self.focusWidget(), self.verticalScrollBar()
        gone = here is not None and not (here.isVisible() and here.isEnabled())
        place = bar.value()
        moved = super().focusNextPrevChild(onwards)
        if gone:
            bar.setValue(place)
        return moved

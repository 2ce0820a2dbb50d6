"""A place that scrolls up and down only, with room kept for its bar so that contents do not jump when it appears."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

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
        self._led: QWidget | None = None
        self._laid_out = QTimer(self)  # the range changes before what is inside has its new places
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(lambda: self._laid_out.start() if self._led else None)
        self.verticalScrollBar().actionTriggered.connect(lambda _: self.lead_to(None))

    def lead_to(self, widget: QWidget | None) -> None:
        """Bring this to the top, and keep it there while what lies above is being filled, until a person scrolls."""
        self._led = widget
        self._follow()

    def _follow(self) -> None:
        inside = self.widget()
        if self._led is not None and inside is not None:
            self.verticalScrollBar().setValue(self._led.mapTo(inside, QPoint(0, 0)).y())

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Follow the Tab key; where the keyboard moves on because what had it went away, stay where one was looking."""
        here, bar = self.focusWidget(), self.verticalScrollBar()
        gone = here is not None and not (here.isVisible() and here.isEnabled())
        place = bar.value()
        moved = super().focusNextPrevChild(onwards)
        if gone:
            bar.setValue(place)
        return moved


class IntoMargin(QVBoxLayout):
    """A place for a scrolled area: its bar stands in the margin right of it, so that contents end where others do."""

    def __init__(self, area: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(area)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect.adjusted(0, 0, BAR, 0))

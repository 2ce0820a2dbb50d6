"""A place that scrolls up and down only, with room kept for its bar so that contents do not jump when it appears."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
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
        """Bring this to the top, and keep it there while what lies above fills, until a person scrolls or tabs on."""
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
        if not gone:
            self._led = None
        place = bar.value()
        moved = super().focusNextPrevChild(onwards)
        if gone:
            bar.setValue(place)
        return moved


class Yielding(Scroll):
    """A place that fills its room as any other, and scrolls only where its contents would be squeezed together.

    Its contents keep their own margin right of them for the bar.
    """

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(content, parent=parent)
        self.setWidgetResizable(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        content.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The contents follow the room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown or hidden inside may ask for more."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As its contents would like it."""
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """It never forces the window larger."""
        return QSize(0, 0)

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None:
            wide = self.viewport().width()
            least = layout.totalMinimumHeightForWidth(wide) if layout.hasHeightForWidth() else 0
            inside.resize(wide, max(self.viewport().height(), least, layout.totalMinimumSize().height()))


class IntoMargin(QVBoxLayout):
    """A place for a scrolled area: its bar stands in the margin right of it, so that contents end where others do."""

    def __init__(self, area: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(area)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect.adjusted(0, 0, BAR, 0))


def yielding_part(column: QVBoxLayout, *, space: int) -> QVBoxLayout:
    """Put a place that scrolls where it is low into a dialog's column; a layout for its contents."""
    inside = QWidget()
    made = QVBoxLayout(inside)
    made.setContentsMargins(0, 0, BAR, 0)
    made.setSpacing(space)
    column.addLayout(IntoMargin(Yielding(inside)), 1)
    return made

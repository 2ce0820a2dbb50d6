"""Every key of the bench over the work, by F1; F1 once more opens the handbook, any other key takes it away."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Step
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.scroll import Scroll


class KeysCover(QFrame):
    """Hidden until F1."""

    def __init__(self, shift: Shift, measure: Measure, parent: QWidget) -> None:
        super().__init__(parent)
        self._shift, self._measure = shift, measure
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = BigText(measure, shift.words("Keys"), Big.LINE, weight=Weight.BOLD)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, SPACE_4, 0)
        self._grid.setHorizontalSpacing(SPACE_6)
        self._grid.setVerticalSpacing(SPACE_2)
        self._grid.setColumnStretch(1, 1)
        self._area = Scroll(inside)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        self.setAccessibleName(shift.words("Keys"))
        self._fill()
        self.hide()

    def show_keys(self, _step: Step) -> None:
        """Lay it over the work."""
        self.show()
        self.raise_()

    def place(self, window: QRect) -> None:
        """In the middle, as large as there is room."""
        width, height = min(window.width() - 2 * SPACE_4, 860), min(window.height() - 2 * SPACE_4, 640)
        self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    def _fill(self) -> None:
        words = self._shift.words
        lines = (
            ("Enter", words("the next thing: take an order, print, go on")),
            (words("scanner"), words("an order’s number opens it; an article’s code ticks it")),
            (words("Space"), words("the next step of the checklist is done")),
            ("Alt+1 … 9", words("one step of the checklist, done or not")),
            ("↑ ↓", words("choose in a list")),
            ("F2", words("something is missing: set the order aside")),
            ("F4", words("choose the printer of this desk")),
            ("F9", words("take the last packed order back")),
            ("Ctrl+Enter", words("pack although not everything is ticked")),
            ("Esc", words("close a message, or put the order back")),
            ("F1", words("once more: the handbook")),
            ("F11", words("fill the screen, or not")),
            ("Ctrl+Q", words("leave the bench")),
        )
        for row, (key, text) in enumerate(lines):
            self._grid.addWidget(BigText(self._measure, key, Big.NOTE, weight=Weight.BOLD), row, 0)
            self._grid.addWidget(BigText(self._measure, text, Big.NOTE, tone=Tone.MUTED, wrap=True), row, 1)
        self._grid.setRowStretch(len(lines), 1)

"""Every key of the bench over the work, by F1; F1 once more opens the handbook, any other key takes it away."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractSlider, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Step
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.scroll import BAR, Scroll

_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


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
        close = BigText(measure, shift.words("Any key closes this; F1 opens the handbook."), Big.NOTE, wrap=True)
        self._inside = inside
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(close)
        self.setAccessibleName(shift.words("Keys"))
        self._fill()
        self.hide()

    def show_keys(self, _step: Step) -> None:
        """Lay it over the work."""
        self.show()
        self.raise_()

    def more(self, key: Qt.Key) -> bool:
        """Show more of it by an arrow; whether there is more and this is one."""
        bar = self._area.verticalScrollBar()
        if key not in _MOVES or not bar.maximum():
            return False
        bar.triggerAction(_MOVES[key])
        return True

    def place(self, window: QRect) -> None:
        """In the middle, as high as its lines, or as there is room."""
        side, gap = self._measure.room(SPACE_6), self._measure.room(SPACE_4)
        self._column.setContentsMargins(side, gap, side, gap)
        self._column.setSpacing(gap)
        width = min(window.width() - 2 * SPACE_4, scaled(860))
        inside = self._inside.heightForWidth(width - 2 * side - BAR)
        height = min(window.height() - 2 * SPACE_4, inside + self._column.minimumSize().height())
        self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    def _fill(self) -> None:
        words = self._shift.words
        lines = (
            ("Enter", words("the next thing: take an order, print, go on")),
            (words("scanner"), words("an order’s number opens it; an article’s code ticks it")),
            (words("Space"), words("the next step of the checklist is done")),
            ("Alt+1 … 9", words("one step of the checklist, done or not")),
            ("↑ ↓", words("choose in a list, or see more of it")),
            ("F2", words("something is missing: set the order aside")),
            ("F3", words("papers that came out before are here: pack with them")),
            ("F4", words("choose the printer of this desk")),
            ("F9", words("take the last packed order back")),
            ("Ctrl+Enter", words("pack although not everything is ticked, once that was told")),
            ("Esc", words("close a message, or put the order back")),
            ("F1", words("once more: the handbook")),
            ("F11", words("fill the screen, or not")),
            ("Ctrl+Q", words("leave the bench")),
        )
        for row, (key, text) in enumerate(lines):
            self._grid.addWidget(BigText(self._measure, key, Big.NOTE, weight=Weight.BOLD), row, 0)
            self._grid.addWidget(BigText(self._measure, text, Big.NOTE, tone=Tone.MUTED, wrap=True), row, 1)
        self._grid.setRowStretch(len(lines), 1)

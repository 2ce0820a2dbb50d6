"""The preflight list: headings that fold, lines about cards, by keyboard and mouse; as long as a season's run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.preview.finding_delegate import FindingDelegate
from desktop_app.ui.preview.finding_lines import Heading, Line, Row
from desktop_app.ui.preview.findings_model import ROW, FindingsModel, Index
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_TWO_LINES


class Findings(QListView):
    """`chosen(line)` when a person goes to a line, `opened(line)` by Enter, `turned(name)` for a heading."""

    chosen = Signal(object)
    opened = Signal(object)
    turned = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placing = False
        self._high = 0
        self._sight = QTimer(self)
        self._sight.setSingleShot(True)
        self._sight.setInterval(0)
        self._sight.timeout.connect(lambda: self.scrollTo(self.currentIndex()))
        self.rows = FindingsModel(self)
        self._delegate = FindingDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.rows)
        self.setAccessibleName(words("Cards to look at"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumHeight(scaled(ROW_TWO_LINES))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        theme.changed.connect(self.viewport().update)

    @property
    def line(self) -> Line | None:
        """The line the keyboard is on."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Line) else None

    def show_rows(self, rows: Sequence[Row], *, alike: bool) -> None:
        """Show other rows, staying on the card where the keyboard was; `alike` rows are of one height."""
        place, was = self.currentIndex().row(), self.currentIndex().data(ROW)
        self._placing = True
        self.setUniformItemSizes(alike)
        self.rows.set_rows(rows)
        if was is not None:
            again = self._again(was)
            self._go(again if again >= 0 else min(place, len(rows) - 1))
        self._placing = False

    def go_to(self, key: str) -> bool:
        """Put the keyboard on the first line about a card; False when there is none."""
        place = next((n for n, row in enumerate(self.rows.rows) if isinstance(row, Line) and row.key == key), -1)
        if place >= 0:
            self._placing = True
            self._go(place)
            self._placing = False
        return place >= 0

    def go_to_first(self) -> None:
        """Take the keyboard, on the first line if it is on none yet."""
        self.setFocus()
        if self.line is None:
            place = next((n for n, row in enumerate(self.rows.rows) if isinstance(row, Line)), -1)
            if place >= 0:
                self.setCurrentIndex(self.rows.index(place, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which card a person went to."""
        super().currentChanged(current, previous)
        line = self.line
        if line is not None and not self._placing:
            self.chosen.emit(line)

    def updateGeometries(self) -> None:
        """The card the keyboard is on stays in sight when the list gets lower."""
        super().updateGeometries()
        if self.viewport().height() != self._high:
            self._high = self.viewport().height()
            self._sight.start()  # the scroll bar knows the new height only later

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a line or turns a heading; left and right fold."""
        row = self.currentIndex().data(ROW)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(row)
        elif isinstance(row, Heading) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.open is (event.key() == Qt.Key.Key_Left):
                self.turned.emit(row.name)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._delegate.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._delegate.focused = False
        self.viewport().update()

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Heading):
            self.turned.emit(row.name)
        elif row is not None:
            self.chosen.emit(row)

    def _open(self, row: Row | None) -> None:
        if isinstance(row, Heading):
            self.turned.emit(row.name)
        elif row is not None:
            self.opened.emit(row)

    def _go(self, place: int) -> None:
        if place >= 0:
            index = self.rows.index(place, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _again(self, was: Row) -> int:
        """Where a row stands now: the same finding, else the same card, else nowhere (-1)."""
        alike = -1
        for place, row in enumerate(self.rows.rows):
            if isinstance(was, Heading) or isinstance(row, Heading):
                if isinstance(was, Heading) and isinstance(row, Heading) and was.name == row.name:
                    return place
            elif row.key == was.key:
                if row.concern is was.concern:
                    return place
                alike = place if alike < 0 else alike
        return alike

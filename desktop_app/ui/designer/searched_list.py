"""A list that is searched while typing: the arrows go through it from the search field, Enter takes a line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.text import fold
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.ticks import TickDelegate

_VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its value, its text, and what else it is found by; `ticked` is None where nothing is to be ticked."""

    value: Any
    text: str
    found_by: str = ""
    ticked: bool | None = None


class SearchedList(QWidget):
    """`taken` by Enter or a double click, `marked` with another line, `left` with Esc, `ticked(value, on)`."""

    taken = Signal()
    marked = Signal()
    left = Signal()
    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, words: Words, *, hint: str, name: str) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._filling = False
        self.search = SearchBox(theme, hint, clear=words("Clear"))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TickDelegate(theme, self.list))
        self.list.setStyleSheet(f"QListView::indicator {{ width: {scaled(16)}px; height: {scaled(16)}px; }}")
        self.search.typed.connect(lambda _: self._fill())
        self.search.down.connect(lambda: self._step(1))
        self.search.up.connect(lambda: self._step(-1))
        self.search.entered.connect(self.taken)
        self.search.escaped.connect(self.left)
        self.list.itemActivated.connect(lambda _: self.taken.emit())
        self.list.currentRowChanged.connect(lambda _: self.marked.emit())
        self.list.itemChanged.connect(self._changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.search)

    @property
    def value(self) -> Any:
        """The value of the line that is marked, None without any."""
        line = self.list.currentItem()
        return line.data(_VALUE) if line is not None else None

    def choose(self, value: Any) -> None:
        """Mark the line of a value where it is among those shown."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_VALUE) == value:
                self.list.setCurrentRow(place)
                return

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer these, the marked one staying so where it is still there."""
        self._entries = tuple(entries)
        self._fill()

    def show_ticked(self, values: Collection[Any]) -> None:
        """Tick these and no others; the lines stay, since one of them may just be telling of its tick."""
        self._entries = tuple(replace(entry, ticked=entry.value in values) for entry in self._entries)
        self._filling = True
        for row in range(self.list.count()):
            on = self.list.item(row).data(_VALUE) in values
            self.list.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._filling = False

    def tick_marked(self) -> None:
        """Tick the line that is marked, or take its tick away."""
        line = self.list.currentItem()
        if line is not None:
            on = line.checkState() is Qt.CheckState.Checked
            line.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _fill(self) -> None:
        wanted, marked = fold(self.search.text()).split(), self.value
        self._filling = True
        self.list.clear()
        for entry in self._entries:
            said = fold(f"{entry.text} {entry.found_by}")
            if all(part in said for part in wanted):
                line = QListWidgetItem(entry.text)
                line.setData(_VALUE, entry.value)
                if entry.ticked is not None:
                    line.setCheckState(Qt.CheckState.Checked if entry.ticked else Qt.CheckState.Unchecked)
                self.list.addItem(line)
                if marked is not None and entry.value == marked:
                    self.list.setCurrentItem(line)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._filling = False
        self.marked.emit()

    def _changed(self, line: QListWidgetItem) -> None:
        if not self._filling:
            self.ticked.emit(line.data(_VALUE), line.checkState() is Qt.CheckState.Checked)

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))

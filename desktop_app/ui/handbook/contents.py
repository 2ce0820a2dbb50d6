"""The contents of the handbook at the left of its page: what there is by reader and chapter, or what a search found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.handbook.book import Book
from desktop_app.ui.handbook.contents_lines import AROUND, KIND, ContentsLines, Line
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.search_box import SearchBox

_NAME = Qt.ItemDataRole.UserRole


class Contents(QWidget):
    """`chosen(name)` with the page that is marked, `taken` by Enter or a click, `left` with Esc."""

    chosen = Signal(str)
    taken = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: Words, book: Book) -> None:
        super().__init__()
        self._words, self._book, self._page = words, book, ""
        self._emptied = False  # the search, by the key that would leave
        self.search = SearchBox(theme, words("Search the handbook"), shortcut="Ctrl+F", clear=words("Clear"))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(words("Contents"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(ContentsLines(theme, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.search.typed.connect(self._typed)
        self.search.down.connect(lambda: self._step(1))
        self.search.up.connect(lambda: self._step(-1))
        self.search.entered.connect(self.taken)
        self.search.escaped.connect(self._leave)
        self.list.itemActivated.connect(lambda _: self.taken.emit())
        self.list.itemClicked.connect(lambda _: self.taken.emit())
        self.list.currentItemChanged.connect(self._marked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        theme.changed.connect(self.list.viewport().update)
        self.fill()

    def show_page(self, name: str) -> None:
        """Mark the page that is open, where it is among those shown."""
        self._page = name
        blocked = self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)
        self.list.blockSignals(blocked)
        if not self.list.hasFocus():
            self._bring_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is open stays in sight."""
        super().resizeEvent(event)
        self._bring_up()

    def fill(self) -> None:
        """Everything there is, or what has the words that are typed."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        if self.search.text().strip():
            self._fill_found()
        else:
            self._fill_all()
        self.list.blockSignals(blocked)
        self.show_page(self._page)

    def _fill_all(self) -> None:
        for part in self._book.parts:
            self._head(part.title, Line.PART)
            for chapter in part.chapters:
                self._head(chapter.title, Line.CHAPTER)
                for leaf in chapter.leaves:
                    self._line(leaf.name, leaf.title)

    def _fill_found(self) -> None:
        found = self._book.find(self.search.text())
        for hit in found:
            self._line(hit.leaf.name, hit.leaf.title, hit.around)
        if found:
            self.list.blockSignals(False)
            self.list.setCurrentRow(0)
        else:
            self._head(self._words("No page has these words. Try another one, or fewer letters."), Line.NOTE)

    def _head(self, text: str, kind: Line) -> None:
        line = QListWidgetItem(text)
        line.setFlags(Qt.ItemFlag.NoItemFlags)
        line.setData(KIND, kind)
        self.list.addItem(line)

    def _line(self, name: str, text: str, around: str = "") -> None:
        line = QListWidgetItem(text)
        line.setData(_NAME, name)
        line.setData(KIND, Line.PAGE)
        line.setData(AROUND, around)
        line.setData(Qt.ItemDataRole.AccessibleDescriptionRole, around)
        self.list.addItem(line)

    def _marked(self, line: QListWidgetItem | None) -> None:
        name = line.data(_NAME) if line is not None else None
        if name and name != self._page:
            self._page = name
            self.chosen.emit(name)

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count() and not self.list.item(row).data(_NAME):
            row += step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _bring_up(self) -> None:
        line = self.list.currentItem()
        if line is not None:
            self.list.doItemsLayout()
            self.list.scrollToItem(line, QListView.ScrollHint.PositionAtCenter)

    def _typed(self, text: str) -> None:
        self._emptied = not text
        self.fill()

    def _leave(self) -> None:
        emptied, self._emptied = self._emptied, False
        if not emptied:
            self.left.emit()

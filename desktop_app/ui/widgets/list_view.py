"""The list of a page: two-line rows, sortable columns, remembered sizes, keyboard throughout, buttons on the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.models.rows import Index, RowsModel
from desktop_app.ui.models.windowed import WindowedRowsModel
from desktop_app.ui.theme.faces import dress, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import NARROW, ROW_ONE_LINE, ROW_TWO_LINES, Size, Weight
from desktop_app.ui.widgets.list_header import ListHeader
from desktop_app.ui.widgets.row_actions import RowActions
from desktop_app.ui.widgets.row_delegate import RowDelegate


@dataclass(frozen=True, slots=True)
class RowAction:
    """A quiet button on the row under the mouse or keyboard, also in its context menu; called with the record's id."""

    text: str
    pressed: Callable[[int], object]
    key: str = ""


class ListView(QTableView):
    """`opened(id)` on Enter or click, `current(id)` when the keyboard moves (0: none), `marked` on other selections.

    `sorted_by(key, descending)` comes from the header; `name` is the key under which widths and sort are remembered.
    """

    opened = Signal(int)
    current = Signal(int)
    marked = Signal()
    sorted_by = Signal(str, bool)

    def __init__(
        self, theme: Theme, settings: DeskSettings, model: RowsModel[Any], *, name: str, title: str,
        sort: tuple[str, bool] = ("", False), actions: Sequence[RowAction] = (), several: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._name = name
        self._settings = settings
        self._restoring = 0
        self._delegate = RowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(title)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self._look_like_a_list()
        remembered = settings.recall(f"sort.{name}")
        if isinstance(remembered, list) and len(remembered) == 2:
            sort = (str(remembered[0]), bool(remembered[1]))
        self.head = ListHeader(theme, model.columns, sort=sort, parent=self)
        self.head.setAccessibleName(title)
        self.setHorizontalHeader(self.head)
        dress(self.head, Size.SMALL, Weight.MEDIUM)
        self.head.setFixedHeight(scaled(ROW_ONE_LINE))
        self.head.sorted_by.connect(self._sort)
        self._actions = tuple(actions)
        self.row_actions = RowActions(actions, self)
        self.head.cover(self.row_actions.covers)
        self.setModel(model)
        self.head.fit(settings.recall(f"columns.{name}"))
        shown = settings.recall(f"shown.{name}")
        self.head.choose([str(key) for key in shown] if isinstance(shown, list) else ())
        self.head.resized.connect(self._remember)
        self.head.chose.connect(self._chose)
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._restore)
        if isinstance(model, WindowedRowsModel):
            model.begun.connect(self.viewport().repaint)
        self._room = -1
        self.verticalScrollBar().valueChanged.connect(self._want)
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        theme.changed.connect(self.viewport().update)

    def _look_like_a_list(self) -> None:
        """Whole rows of one height, without a grid; the keyboard leaves it by Tab."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(ROW_TWO_LINES))
        rows.setMinimumSectionSize(scaled(ROW_ONE_LINE))

    @property
    def sort(self) -> tuple[str, bool]:
        """The sort in force: key and whether it descends."""
        return self.head.sort

    def current_id(self) -> int:
        """The record the keyboard is on; 0 without one."""
        place = self.currentIndex().row()
        return self._rows_model.id_at(place) if place >= 0 else 0

    def record_at(self, place: int) -> int:
        """The id of the record at a row."""
        return self._rows_model.id_at(place)

    def selected_ids(self) -> list[int]:
        """The marked records, in the list's order."""
        return [record for rows in self._marked() for record in self._rows_model.ids_at(rows)]

    def selected_count(self) -> int:
        """How many records are marked; a million of them cost no more than one."""
        return sum(len(rows) for rows in self._marked())

    def show_as(self, sort: tuple[str, bool], columns: Sequence[str]) -> None:
        """Sort and show these columns (none: as at first), remembering both; nothing is emitted."""
        self.head.set_sort(*sort)
        self._settings.remember(f"sort.{self._name}", list(sort))
        self.head.choose(columns)
        self._chose()

    def ground_of(self, place: int) -> QColor:
        """The colour a row stands on, for what lies over it."""
        selected = self.selectionModel().isRowSelected(place)
        return self._delegate.ground(place, selected=selected)

    def cover_row(self, place: int, left: int) -> None:
        """Something lies over a row (-1: none) from here on: its texts end before it."""
        if self._delegate.covered != (place, left):
            self._delegate.covered = (place, left)
            self.viewport().update()

    def go_to(self, record: int) -> bool:
        """Put the keyboard on a record and show it, without opening it; False when it is not in the list."""
        place = self._rows_model.place_of(record)
        if place < 0:
            return False
        index = self._rows_model.index(place, 0)
        both = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, both)
        self.scrollTo(index)
        return True

    def go_to_first(self) -> None:
        """Put the keyboard on the first row if it is nowhere yet."""
        self.setFocus()  # Qt makes the first row current here, without marking it
        if self._rows_model.rowCount() and not self.selectionModel().hasSelection():
            self.go_to(self.current_id() or self._rows_model.id_at(0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which record the keyboard is on."""
        super().currentChanged(current, previous)
        self.row_actions.follow(current.row())
        if not self._restoring:
            self.current.emit(self.current_id())

    def selectionChanged(self, selected: Any, deselected: Any) -> None:
        """Tell that other rows are marked."""
        super().selectionChanged(selected, deselected)
        self.marked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are not taken, so that / and the window's keys reach their place."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.opened.emit(self.current_id())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMAND:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click opens, one with Ctrl or Shift only marks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        alone = self.selected_count() == 1
        if index.isValid() and plain and alone and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._rows_model.id_at(index.row()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse is tinted and shows its buttons."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse left: no row is tinted."""
        if event.type() is QEvent.Type.Leave and not self.row_actions.underMouse():
            self._hover(-1)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row's buttons as a menu, also by the menu key."""
        if not self._actions or not self.current_id():
            return
        menu, record = QMenu(self), self.current_id()
        for action in self._actions:
            menu.addAction(action.text).triggered.connect(
                lambda _=False, pressed=action.pressed: pressed(record)
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(QPoint(20, 20)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._focus(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that matter less go away when it gets narrow."""
        super().resizeEvent(event)
        self._arrange()
        self._want()

    def _fit(self) -> None:
        """The bar that came with more rows takes from the room for the columns; Qt resizes nothing then."""
        if self._room != self.viewport().width():
            self._arrange()

    def _arrange(self) -> None:
        self._room = self.viewport().width()
        self.head.arrange(self._room, narrow=self._room < scaled(NARROW - 260))
        bar = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bar.ScrollBarAsNeeded if self.head.own_choice else bar.ScrollBarAlwaysOff)
        self.row_actions.follow()

    def _marked(self) -> list[range]:
        """The marked rows as ranges in order. Qt keeps one for each run of rows, and may keep it once a column."""
        found: list[range] = []
        parts: Any = self.selectionModel().selection()
        for top, bottom in sorted({(part.top(), part.bottom()) for part in parts}):
            if found and top < found[-1].stop:
                found[-1] = range(found[-1].start, max(found[-1].stop, bottom + 1))
            else:
                found.append(range(top, bottom + 1))
        return found

    def _focus(self, here: bool) -> None:
        self._delegate.focused = here
        self.viewport().update()

    def _hover(self, place: int) -> None:
        if place != self._delegate.hovered:
            self._delegate.hovered = place
            self.row_actions.follow(place if place >= 0 else self.currentIndex().row())
            self.viewport().update()

    def _want(self) -> None:
        self.row_actions.follow()
        if isinstance(self._rows_model, WindowedRowsModel):
            height = self.viewport().height()
            first, last = self.rowAt(0), self.rowAt(height - 1)
            if first >= 0:
                self._rows_model.want(first, last if last >= 0 else first + height // scaled(ROW_TWO_LINES))

    def _sort(self, key: str, descending: bool) -> None:
        self._settings.remember(f"sort.{self._name}", [key, descending])
        self.sorted_by.emit(key, descending)

    def _chose(self) -> None:
        if self.head.own_choice:
            self._settings.remember(f"shown.{self._name}", list(self.head.chosen))
        else:
            self._settings.forget(f"shown.{self._name}")
        self._arrange()
        self.viewport().update()

    def _remember(self) -> None:
        self._settings.remember(f"columns.{self._name}", self.head.widths())

    def _note(self) -> None:
        self._restoring = self.current_id() or -1
        self._scrolled = self.verticalScrollBar().value()

    def _restore(self) -> None:
        if self._restoring > 0 and self.go_to(self._restoring):
            self.verticalScrollBar().setValue(self._scrolled)
        self._restoring = 0
        self._want()


_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

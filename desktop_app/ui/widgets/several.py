"""A field that holds several of a kind: a row for each with a cross, and a small “Add …” below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_4
from desktop_app.ui.widgets.buttons import Button, icon_button, plain
from desktop_app.ui.widgets.record_parts import let_tab_come_before, stops


class Row(Protocol):
    """What a row is: a widget with the signal `edited` that reads and shows one value; None stands for a blank one."""

    edited: Any

    def value(self) -> Any:
        """The value, None when nothing was typed; raises Invalid."""
        ...

    def raw(self) -> Any:
        """What stands in it, readable or not, for comparison; None when nothing was typed."""
        ...

    def set_value(self, value: Any) -> None:
        """Show a value."""
        ...

    def take_focus(self) -> None:
        """Put the keyboard where a person begins."""
        ...


class Several(QWidget):
    """`value()` is the tuple of all rows' values; blank rows are left out. `edited` when a person changed any.

    `row_added(row)` tells of every new row, so that its own signals can be heard.
    """

    edited = Signal()
    row_added = Signal(object)

    def __init__(
        self, theme: Theme, make: Callable[[], Any], *, add: str, remove: str, tall: bool = False,
        parent: QWidget | None = None
    ) -> None:
        """`make` makes an empty row, `add` and `remove` are what the buttons say; `tall` rows are of several lines."""
        super().__init__(parent)
        self._theme, self._make, self._remove = theme, make, remove
        self.rows: list[Any] = []
        self._crosses: list[Button] = []
        self._wrong: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4 if tall else SPACE_2)
        self._side = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        self.add_button = plain(add, self.add)
        self.add_button.setProperty("flush", True)
        self.add_button.wear(theme, "plus")
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> Any:
        """What stands in the rows; raises Invalid of the first that cannot be read, which then gets the keyboard."""
        self._wrong = None
        found = []
        for row in self.rows:
            try:
                found.append(row.value())
            except Invalid:
                self._wrong = row
                raise
        return tuple(one for one in found if one is not None)

    def raw(self) -> Any:
        """What stands in the rows, readable or not; blank ones are nothing."""
        return tuple(raw for row in self.rows if (raw := row.raw()) is not None)

    def set_value(self, value: Any) -> None:
        """Show these, a row each."""
        wanted = tuple(value or ())
        while len(self.rows) > len(wanted):
            self._drop(len(self.rows) - 1)
        for place, one in enumerate(wanted):  # rows that are there take other values: making one costs time
            (self.rows[place] if place < len(self.rows) else self._append()).set_value(one)

    def add(self) -> None:
        """A blank row at the end, with the keyboard in it."""
        self._append().take_focus()

    def setFocus(self, *_: Any) -> None:
        """To the row that could not be read, else to the first, else where one is added."""
        if self.rows:
            (self._wrong if self._wrong in self.rows else self.rows[0]).take_focus()
        else:
            self.add_button.setFocus()

    def remove(self, row: Any) -> None:
        """Take a row out; the keyboard goes to the cross of the next one."""
        place = self.rows.index(row)
        self._drop(place)
        (self._crosses[min(place, len(self.rows) - 1)] if self.rows else self.add_button).setFocus()
        self.edited.emit()

    def _append(self) -> Any:
        row = self._make()
        row.edited.connect(lambda *_: self.edited.emit())
        cross = icon_button(self._theme, "close", lambda: self.remove(row), tip=self._remove)
        line = QWidget(self)
        inner = QHBoxLayout(line)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_1)
        inner.addWidget(row, 1)
        inner.addWidget(cross, 0, self._side)
        self._column.insertWidget(len(self.rows), line)
        self.rows.append(row)
        self._crosses.append(cross)
        self._order(line)
        self.row_added.emit(row)
        return row

    def _order(self, line: QWidget) -> None:
        """Let Tab come to a new row after the ones before it, and to the button after all of them."""
        let_tab_come_before(self.add_button, *stops(line))
        self.add_button.raise_()  # whoever orders a whole panel goes by the order of children

    def _drop(self, place: int) -> None:
        line = self.rows.pop(place).parentWidget()
        self._crosses.pop(place)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

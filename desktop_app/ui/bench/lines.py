"""The articles of a parcel in their order; the one that was scanned last is lit."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.packing import Parcel
from desktop_app.i18n import Words
from desktop_app.ui.bench.line_row import GiftRow, LineRow
from desktop_app.ui.bench.parts import Measure


class Lines(QWidget):
    """All of them in their order; `wanted(row)` is the one to be seen, `clicked(position)` one that was clicked."""

    wanted = Signal(object)
    clicked = Signal(int)

    def __init__(self, measure: Measure, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure, self._words = measure, words
        self._rows: dict[int, LineRow] = {}
        self._gift: GiftRow | None = None
        self._pictures: Mapping[int, bytes] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def show_parcel(self, parcel: Parcel) -> None:
        """Show another order's."""
        for old in (*self._rows.values(), self._gift):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows, self._gift = {}, None
        for place, line in enumerate(parcel.lines):
            row = LineRow(self._measure, self._words, line)
            row.clicked.connect(lambda position=line.position: self.clicked.emit(position))
            self._rows[line.position] = row
            self._column.insertWidget(place, row)
        self.show_pictures(self._pictures)
        if parcel.surprise:
            self._gift = GiftRow(self._measure, self._words, parcel)
            self._column.insertWidget(len(parcel.lines), self._gift)

    def show_checked(self, parcel: Parcel, position: int | None) -> None:
        """How far the parcel is now; the line that was just scanned is lit and in sight."""
        for line in parcel.lines:
            row = self._rows.get(line.position)
            if row is not None:
                row.show_line(line)
                row.light(line.position == position)
        if position in self._rows:
            self.wanted.emit(self._rows[position])

    def show_pictures(self, found: Mapping[int, bytes]) -> None:
        """The pictures of the articles that have one, by the pictures' ids."""
        self._pictures = found
        for row in self._rows.values():
            if row.line.picture is not None and row.line.picture in found:
                row.show_picture(found[row.line.picture])

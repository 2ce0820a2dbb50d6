"""How a line of the handbook's contents is painted: a heading, a page's title, or a title with what was found below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.states import StrEnum
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_4, SPACE_6, Size, Tone, Weight

KIND = Qt.ItemDataRole.UserRole + 1
AROUND = Qt.ItemDataRole.UserRole + 2
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
_ANY = 10_000

Index = QModelIndex | QPersistentModelIndex


class Line(StrEnum):
    """What a line is."""

    PART = "part"
    CHAPTER = "chapter"
    PAGE = "page"
    NOTE = "note"


class ContentsLines(QStyledItemDelegate):
    """Lines wrap and are never shortened; what was found stands muted below its title."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need at the width of the list."""
        width = self._view.viewport().width()
        above, below = self._room(index)
        return QSize(0, above + below + sum(high for _, _, high in self._texts(index, width)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground where it is marked, then the words."""
        rect: QRect = option.rect
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if marked:
            painter.fillRect(rect, self._theme.colour("soft"))
        top = rect.top() + self._room(index)[0]
        for place, (text, font, high) in enumerate(self._texts(index, rect.width())):
            painter.setFont(font)
            painter.setPen(self._theme.colour(self._tone(index, marked=marked and not place, below=bool(place))))
            painter.drawText(
                QRect(rect.left() + scaled(SPACE_2), top, rect.width() - 2 * scaled(SPACE_2), high), _WRAPPED, text
            )
            top += high

    def _texts(self, index: Index, width: int) -> list[tuple[str, QFont, int]]:
        found = [(str(index.data()), _font(index.data(KIND)))]
        if index.data(AROUND):
            found.append((str(index.data(AROUND)), face(Size.SMALL)))
        room = QRect(0, 0, width - 2 * scaled(SPACE_2), _ANY)
        return [(text, font, QFontMetrics(font).boundingRect(room, _WRAPPED, text).height()) for text, font in found]

    def _room(self, index: Index) -> tuple[int, int]:
        first = index.row() == 0
        above = {Line.PART: SPACE_6, Line.CHAPTER: SPACE_4}.get(index.data(KIND), SPACE_1)
        return scaled(SPACE_2 if first else above), scaled(SPACE_1)

    def _tone(self, index: Index, *, marked: bool, below: bool) -> Tone:
        if marked:
            return Tone.ACCENT
        return Tone.MUTED if below or index.data(KIND) in (Line.CHAPTER, Line.NOTE) else Tone.TEXT


def _font(kind: str) -> QFont:
    if kind == Line.PART:
        return face(Size.LARGE, Weight.BOLD)
    return face(Size.SMALL, Weight.BOLD) if kind == Line.CHAPTER else face()

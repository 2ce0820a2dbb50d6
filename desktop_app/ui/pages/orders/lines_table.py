"""The table on which articles are edited, as high as its lines: the record scrolls and not the table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.lines import Col, LinesModel
from desktop_app.ui.theme.faces import dress, face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_ONE_LINE, Size, Tone, Weight

_WIDTHS = {Col.PIECES: 46, Col.SKU: 104, Col.PRICE: 66, Col.LESS: 74, Col.TOTAL: 70}
_NAME = 160  # points below which a name stands in two lines
_TWO_LINES = 48
_WITH_SKU = 540  # points at 100 % text: narrower, the article code is left to the tooltip


class LinesTable(QTableView):
    """Shows a LinesModel; Del takes the line out."""

    def __init__(self, theme: Theme, words: Words, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setAccessibleName(words("Articles"))
        self.setObjectName("lines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(_Cells(theme, self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        head = _Titles(theme, self)
        self.setHorizontalHeader(head)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(ROW_ONE_LINE))
        dress(head, Size.SMALL, Weight.MEDIUM)
        head.setFixedHeight(scaled(30))
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(scaled(30))
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(lambda *_: self._fit())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the line out, Enter edits, Tab leaves the table."""
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self._lines.remove(self.currentIndex().row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which cell the keyboard is on."""
        super().focusInEvent(event)  # Qt makes a cell current here, without marking it
        if not self.selectionModel().hasSelection():
            here = self.currentIndex()
            self.setCurrentIndex(here if here.column() > 0 else self._lines.index(max(0, here.row()), Col.NAME))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The record scrolls, not the table."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        with_sku = room >= scaled(_WITH_SKU)
        self.setColumnHidden(Col.SKU, not with_sku)
        taken = 0
        for column, width in _WIDTHS.items():
            if column is not Col.SKU or with_sku:
                self.setColumnWidth(column, scaled(width))
                taken += scaled(width)
        self.setColumnWidth(Col.NAME, max(scaled(90), room - taken))
        self._high(scaled(_TWO_LINES if room - taken < scaled(_NAME) else ROW_ONE_LINE))

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), self.height())

    def _high(self, row: int) -> None:
        if self.verticalHeader().defaultSectionSize() != row:
            self.verticalHeader().setDefaultSectionSize(row)
            self._fit()

    def _fit(self) -> None:
        rows = self._lines.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().height() + 2)


class _Titles(QHeaderView):
    """Quiet titles over a line (the style sheet cannot give them the house's type)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        theme.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        model, across = self.model(), Qt.Orientation.Horizontal
        side = Qt.AlignmentFlag(model.headerData(logicalIndex, across, Qt.ItemDataRole.TextAlignmentRole))
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._theme.colour(Tone.MUTED))
        painter.setFont(self.font())
        inner = rect.adjusted(scaled(8), 0, -scaled(8), 0)
        painter.drawText(inner, side, str(model.headerData(logicalIndex, across, Qt.ItemDataRole.DisplayRole)))
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Paints a cell in the house's type and opens a plain text field on it."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        box = option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        painter.fillRect(box, self._theme.colour("soft" if here else "surface"))  # over what Qt paints of a selection
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        last = index.row() == index.model().rowCount() - 1
        quiet = last or index.column() in (Col.PIECES, Col.SKU)
        painter.setPen(self._theme.colour(Tone.ACCENT if last else Tone.MUTED if quiet else Tone.TEXT))
        painter.setFont(face())
        inner = box.adjusted(scaled(8), 0, -scaled(8), 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        if index.column() == Col.NAME and inner.height() >= scaled(_TWO_LINES) - 2:
            painter.drawText(inner, side, "\n".join(_two_lines(text, painter, inner.width())))
        else:
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, side, shown)
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))


def _two_lines(text: str, painter: QPainter, width: int) -> list[str]:
    """A text broken after whole words into two lines at most, the second shortened with … where room ends."""
    layout = QTextLayout(text, painter.font())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    cut = first.textLength() if first.isValid() else len(text)
    lines = [text[:cut].strip(), text[cut:].strip()]
    elided = painter.fontMetrics().elidedText
    return [elided(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]

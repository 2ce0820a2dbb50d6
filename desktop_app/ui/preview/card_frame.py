"""A frame around one card of the page shown, and which card lies under the mouse; laid over the viewer, over no pixel
of the PDF.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.domain.imposing import Duplex
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.stock import Stock
from desktop_app.ui.preview.viewer import Viewer
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone

_MM = 72 / 25.4  # points
_CLICKS = (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
_AROUND = 3  # pixels between a card and its frame


class CardFrame(QWidget):
    """`picked(card)` when a person clicks a card, `opened(card)` on a double click, `asked(card, point)` for its menu.

    Cards are counted from 1.
    """

    picked = Signal(int)
    opened = Signal(int)
    asked = Signal(int, object)

    def __init__(self, theme: Theme, viewer: Viewer) -> None:
        super().__init__(viewer.view.viewport())
        self._theme, self._viewer = theme, viewer
        self._result: PrintResult | None = None
        self._card = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view = viewer.view
        view.viewport().installEventFilter(self)
        view.zoomFactorChanged.connect(self.update)
        view.pageNavigator().currentPageChanged.connect(self.update)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)
        theme.changed.connect(self.update)

    @property
    def card(self) -> int:
        """The card that is marked, 0 for none."""
        return self._card

    def show_result(self, result: PrintResult | None) -> None:
        """The papers were made anew: no card of them is marked."""
        self._result, self._card = result, 0
        self.update()

    def mark(self, card: int) -> None:
        """Draw the frame around a card by its number in the run."""
        self._card = card
        self._follow()

    def box(self) -> QRectF | None:
        """Where the card marked is on the view; None while another page is shown."""
        result = self._result
        if result is None or not 0 < self._card <= len(result.placed):
            return None
        placed = result.placed[self._card - 1]
        front, back = result.pages_of(placed.sheet)
        if self._viewer.page not in (front, back) or result.layout is None:
            return None
        duplex = result.layout.duplex if self._viewer.page != front else Duplex.OFF
        return self._on_view(place_box(result.layout.stock, placed.place, duplex))

    def card_at(self, point: QPointF) -> int:
        """The card under a point of the view, 0 where there is none."""
        result = self._result
        if result is None or result.layout is None or not 0 < self._viewer.page <= result.pages - result.guide:
            return 0
        page = self._viewer.page - 1
        sheet, side = page // result.sides + 1, page % result.sides
        stock, duplex = result.layout.stock, result.layout.duplex if side else Duplex.OFF
        places = range(1, stock.places + 1)
        place = next((n for n in places if self._on_view(place_box(stock, n, duplex)).contains(point)), 0)
        found = result.placed.at(sheet, place) if place else None
        return found.card if found is not None else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The view was resized, clicked, or asked for a menu."""
        kind = event.type()
        if kind is QEvent.Type.Resize:
            self._follow()
        elif kind in _CLICKS and isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            card = self.card_at(event.position())
            if card:
                (self.picked if kind is QEvent.Type.MouseButtonRelease else self.opened).emit(card)
        elif kind is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            card = self.card_at(QPointF(event.pos()))
            if card:
                self.asked.emit(card, event.globalPos())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame, outside the card."""
        box = self.box()
        if box is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT), 2))
        painter.drawRoundedRect(box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), 4, 4)
        painter.end()

    def _follow(self) -> None:
        self.setGeometry(self._viewer.view.viewport().rect())
        self.raise_()
        self.update()

    def _on_view(self, box: QRectF) -> QRectF:
        """A box of the sheet in mm as it lies on the view: pages are centred, as Qt's viewer lays them."""
        view = self._viewer.view
        scale = view.zoomFactor() * view.logicalDpiX() / 72
        size = view.document().pagePointSize(self._viewer.page - 1)
        margins = view.documentMargins()
        wide = round(size.width() * scale)
        whole = max(wide + margins.left() + margins.right(), view.viewport().width())
        left = (whole - wide) // 2 - view.horizontalScrollBar().value()
        top = margins.top() - view.verticalScrollBar().value()
        mm = scale * _MM
        return QRectF(left + box.left() * mm, top + box.top() * mm, box.width() * mm, box.height() * mm)


def place_box(stock: Stock, place: int, duplex: Duplex) -> QRectF:
    """Where the card of a place, counted from 1, lies on the front, or on the back of a sheet turned so; in mm."""
    (left, top), (wide, high) = stock.corner(place - 1), stock.card
    if duplex in (Duplex.LONG, Duplex.SHORT):
        across = (stock.sheet[1] >= stock.sheet[0]) is (duplex is Duplex.LONG)  # turned like the page of a book
        left, top = (stock.sheet[0] - left - wide, top) if across else (left, stock.sheet[1] - top - high)
    return QRectF(left, top, wide, high)

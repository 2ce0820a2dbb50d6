"""Paints the search's hits: a quiet heading for each kind, then title and muted detail on one line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.i18n import Words
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.models.rows import Role
from desktop_app.ui.pages.orders.wording import number_text
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, ROW_ONE_LINE, SPACE_3, Size, Tone, Weight

_ICONS = {
    HitKind.CUSTOMER: "customers", HitKind.PERSON: "heart", HitKind.ORDER: "orders", HitKind.PRODUCT: "products",
    HitKind.COMPLAINT: "complaint",
}  # fmt: skip
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def hit_height() -> int:
    """How tall the row of a hit is."""
    return scaled(ROW_ONE_LINE)


def heading_height() -> int:
    """How tall the heading of a group of hits is."""
    return scaled(28)


class HitDelegate(QStyledItemDelegate):
    """One per list of hits."""

    def __init__(self, theme: Theme, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._faces: dict[tuple[Size, Weight, int], tuple[QFont, QFontMetrics]] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, hit_height() if index.data(Role.ROW) else heading_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        hit = index.data(Role.ROW)
        if hit is None:
            painter.setFont(self._face(Size.SMALL, Weight.MEDIUM)[0])
            painter.setPen(self._theme.colour(Tone.MUTED))
            inner = box.adjusted(SPACE_3, 4, -SPACE_3, 0)
            painter.drawText(inner, _MIDDLE, str(index.data(Qt.ItemDataRole.DisplayRole)))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._hit(painter, box, hit, str(index.data(Role.DETAIL)), chosen=chosen)
        painter.restore()

    def _hit(self, painter: QPainter, box: QRectF, hit: Hit, beside: str, *, chosen: bool) -> None:
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("soft"))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        tone = Tone.ACCENT if chosen else Tone.MUTED
        icon = self._theme.pixmap(_ICONS[hit.kind], tone, ratio=painter.device().devicePixelRatioF())
        side = icon.deviceIndependentSize().width()
        painter.drawPixmap(QPointF(box.left() + SPACE_3, round(box.center().y() - side / 2)), icon)
        left, right = box.left() + SPACE_3 + side + 10, box.right() - SPACE_3
        title = number_text(self._words, hit.title) if hit.kind is HitKind.ORDER else hit.title
        font, sizes = self._face(Size.BODY, Weight.MEDIUM)
        room = right - left if not beside else min(right - left, (right - left) * 0.6)
        shown, wide = _elided(sizes, title, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Tone.TEXT))
        painter.drawText(QRectF(left, box.top(), room, box.height()), _MIDDLE, shown)
        if beside:
            left += wide + 10
            small, sizes = self._face(Size.SMALL, Weight.REGULAR)
            painter.setFont(small)
            painter.setPen(self._theme.colour(Tone.MUTED))
            detail, _ = _elided(sizes, beside, right - left)
            painter.drawText(QRectF(left, box.top(), right - left, box.height()), _MIDDLE, detail)

    def _face(self, size: Size, weight: Weight) -> tuple[QFont, QFontMetrics]:
        """A font with its measures, made once for each size of text: rows are painted at every key."""
        known = (size, weight, scaled(size))
        if known not in self._faces:
            font = face(size, weight)
            self._faces[known] = font, QFontMetrics(font)
        return self._faces[known]


def _elided(sizes: QFontMetrics, text: str, room: float) -> tuple[str, int]:
    """A text as it fits, and how wide it is then."""
    wide = sizes.horizontalAdvance(text)
    if wide <= int(room):
        return text, wide
    text = sizes.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    return text, sizes.horizontalAdvance(text)

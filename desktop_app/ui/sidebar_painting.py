"""How the sidebar's parts are painted."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, Size, Tone, Weight

_ICON = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class NavLook(NamedTuple):
    """One page's button as it stands."""

    icon: str
    text: str
    waiting: str  # how many things, "" for none
    here: bool
    hovered: bool
    focused: bool
    slim: bool


def paint_nav(painter: QPainter, rect: QRect, look: NavLook, theme: Theme) -> None:
    """Paint a page's button: ground, ring, icon, word and count."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours, box = theme.colours, QRectF(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.here or look.hovered:
        painter.setBrush(QColor(colours.soft if look.here else colours.mixed(colours.text, colours.ground, 0.05)))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
    if look.focused:
        painter.setPen(QPen(theme.colour(Tone.ACCENT), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
    tone = Tone.ACCENT if look.here else Tone.MUTED
    size = scaled(_ICON)
    left = (rect.width() - size) // 2 if look.slim else 10
    icon = theme.pixmap(look.icon, tone, size=size, ratio=painter.device().devicePixelRatioF())
    painter.drawPixmap(left, (rect.height() - size) // 2, icon)
    painter.setPen(theme.colour(tone))
    if not look.slim:
        _words(painter, box, look)
    elif look.waiting:
        painter.setBrush(theme.colour(Tone.ACCENT))
        dot = scaled(5)
        painter.drawEllipse(QRectF(left + size - dot / 5, (rect.height() - size) / 2 - 3, dot, dot))


def paint_head(painter: QPainter, rect: QRect, name: str, logo: bytes, theme: Theme) -> None:
    """Paint the shop's mark, and its name beside it where there is room for words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = scaled(20)
    mark = QRectF(10 if name else (rect.width() - side) / 2, 0, side, side)
    if not (logo and _paint_logo(painter, mark, logo)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Tone.ACCENT))
        painter.drawRoundedRect(mark, 5, 5)
    painter.setPen(theme.colour(Tone.TEXT))
    painter.setFont(face(Size.LARGE, Weight.BOLD))
    room = QRectF(mark.right() + 8, 0, rect.width() - mark.right() - 8, side)
    painter.drawText(room, _MIDDLE, elided(painter, name, room.width()))


def paint_way_home(painter: QPainter, rect: QRect, text: str, theme: Theme, *, lit: bool) -> None:
    """Paint the sample shop's pill, accented under the mouse or keyboard."""
    from desktop_app.ui.widgets.pill import paint_pill

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tone = Tone.ACCENT if lit else Tone.WARN
    paint_pill(painter, rect.width(), rect.height() / 2, text, theme.colour(tone))


def _words(painter: QPainter, box: QRectF, look: NavLook) -> None:
    weight = Weight.BOLD if look.here else Weight.MEDIUM
    painter.setFont(face(Size.SMALL, weight))
    room = painter.fontMetrics().horizontalAdvance(look.waiting) + 16
    painter.drawText(box.adjusted(0, 0, -10, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, look.waiting)
    painter.setFont(face(Size.BODY, weight))
    text = box.adjusted(20 + scaled(_ICON), 0, -room, 0)
    painter.drawText(text, _MIDDLE, elided(painter, look.text, text.width()))


def _paint_logo(painter: QPainter, mark: QRectF, logo: bytes) -> bool:
    from desktop_app.ui.pictures import picture

    shown = picture(logo, mark.width(), ratio=painter.device().devicePixelRatioF())
    if shown is None or shown.width() > 1.5 * shown.height():  # a lettering is no mark
        return False
    painter.drawPixmap(mark.topLeft(), shown)
    return True


def elided(painter: QPainter, text: str, room: float) -> str:
    """The text, shortened with … where it does not fit."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))

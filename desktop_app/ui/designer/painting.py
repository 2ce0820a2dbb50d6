"""What is drawn over the rendered page: card and bleed, frames, handles, lines, guides, what is wrong with an item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from desktop_app.domain.design import Frame
from desktop_app.domain.design_handles import Handle, from_local, point_of
from desktop_app.domain.design_snap import Snapped
from desktop_app.ui.designer.view import BLEED, View
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import LIGHT, Size, Tone, Weight

PAD = 3.0  # points between a thing and its frame
KNOB, STEM = 9.0, 22.0  # points: the side of a handle, and how far the turning one stands off


def paint_card(painter: QPainter, theme: Theme, view: View, *, card: tuple[float, float], image: QImage | None) -> None:
    """The paper with its bleed, the rendered page on it, and where it will be trimmed."""
    whole = view.rect(Frame(-BLEED, -BLEED, card[0] + 2 * BLEED, card[1] + 2 * BLEED))
    trimmed = view.rect(Frame(0, 0, *card))
    painter.fillRect(whole, QColor(LIGHT.surface))
    if image is not None and not image.isNull():
        ratio = painter.device().devicePixelRatioF()
        if abs(image.width() / ratio - whole.width()) < 1:  # pixel for pixel, as sharp as it was rendered
            painter.drawImage(QRectF(whole.topLeft(), image.size().toSizeF() / ratio), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(whole, image)
    veil = QColor(theme.colour("line"))
    veil.setAlpha(150)
    for edge in (
        QRectF(whole.left(), whole.top(), whole.width(), trimmed.top() - whole.top()),
        QRectF(whole.left(), trimmed.bottom(), whole.width(), whole.bottom() - trimmed.bottom()),
        QRectF(whole.left(), trimmed.top(), trimmed.left() - whole.left(), trimmed.height()),
        QRectF(trimmed.right(), trimmed.top(), whole.right() - trimmed.right(), trimmed.height()),
    ):
        painter.fillRect(edge, veil)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(Tone.MUTED), 1))
    painter.drawRect(trimmed)


def paint_margin(painter: QPainter, view: View, *, card: tuple[float, float], margin: float) -> None:
    """The margin as a fine dotted line; the paper is white in the dark too."""
    painter.setPen(QPen(QColor(LIGHT.line), 1, Qt.PenStyle.DotLine))
    painter.drawRect(view.rect(Frame(margin, margin, card[0] - 2 * margin, card[1] - 2 * margin)))


def paint_grid(painter: QPainter, view: View, *, card: tuple[float, float], grid: float) -> None:
    """The grid that things are drawn to."""
    painter.setPen(QPen(QColor(LIGHT.line), 1, Qt.PenStyle.SolidLine))
    for step in range(1, int(card[0] / grid) + 1):
        painter.drawLine(view.to_points(step * grid, 0), view.to_points(step * grid, card[1]))
    for step in range(1, int(card[1] / grid) + 1):
        painter.drawLine(view.to_points(0, step * grid), view.to_points(card[0], step * grid))


def paint_guides(
    painter: QPainter, theme: Theme, view: View, *, upright: Iterable[float], level: Iterable[float], room: QRectF
) -> None:
    """The guides pulled out of the rulers."""
    painter.setPen(QPen(theme.colour(Tone.GOOD), 1))
    for at in upright:
        x = round(view.to_points(at, 0).x()) + 0.5
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
    for at in level:
        y = round(view.to_points(0, at).y()) + 0.5
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))


def paint_snapped(painter: QPainter, theme: Theme, view: View, *, snapped: Snapped, room: QRectF) -> None:
    """The lines that what is moved lies on now."""
    painter.setPen(QPen(theme.colour(Tone.ACCENT), 1, Qt.PenStyle.DashLine))
    for line in snapped.upright:
        x = view.to_points(line.at, 0).x()
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
    for line in snapped.level:
        y = view.to_points(0, line.at).y()
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))


def paint_frame(painter: QPainter, theme: Theme, view: View, *, frame: Frame, quiet: bool = False) -> None:
    """The outline of an item as it is turned; `quiet` for what is not shown for this record."""
    style = Qt.PenStyle.DotLine if quiet else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.colour(Tone.MUTED if quiet else Tone.ACCENT), 1.2, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(corners(view, padded(frame, view)))


def paint_handles(painter: QPainter, theme: Theme, view: View, *, frame: Frame, names: Iterable[Handle]) -> None:
    """The handles around a frame, the turning one on its stem."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(Tone.ACCENT), 1.4))
    painter.setBrush(QBrush(QColor(LIGHT.surface)))  # on paper, which is white in the dark too
    for handle in names:
        at = handle_point(view, frame, handle)
        if handle is Handle.TURN:
            painter.drawLine(handle_point(view, frame, Handle.N), at)
            painter.drawEllipse(at, KNOB / 2 + 0.5, KNOB / 2 + 0.5)
        else:
            painter.drawRect(QRectF(at.x() - KNOB / 2, at.y() - KNOB / 2, KNOB, KNOB))


def paint_band(painter: QPainter, theme: Theme, view: View, *, band: Frame) -> None:
    """The band that selects."""
    soft = QColor(theme.colour(Tone.ACCENT))
    soft.setAlpha(40)
    painter.setPen(QPen(theme.colour(Tone.ACCENT), 1))
    painter.setBrush(soft)
    painter.drawRect(view.rect(band))


def paint_remark(painter: QPainter, theme: Theme, view: View, *, frame: Frame, said: Mapping[str, Tone]) -> None:
    """What is wrong with an item, in words, at its upper right corner."""
    painter.setFont(face(Size.SMALL, Weight.BOLD))
    metrics = QFontMetricsF(painter.font())
    box = frame.outline()
    at = view.to_points(box.right, box.y)
    y = at.y() - metrics.height() - 6
    for text, tone in said.items():
        width = metrics.horizontalAdvance(text) + scaled(14)
        pill = QRectF(max(2.0, at.x() - width), max(2.0, y), width, metrics.height() + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(tone), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        y -= pill.height() + 2


def handle_point(view: View, frame: Frame, handle: Handle) -> QPointF:
    """Where a handle is on the canvas."""
    return view.to_points(*point_of(padded(frame, view), handle, stem=STEM / view.scale))


def padded(frame: Frame, view: View) -> Frame:
    """A frame a little off its thing, so that letters are not crossed."""
    pad = PAD / view.scale
    return Frame(frame.x - pad, frame.y - pad, frame.width + 2 * pad, frame.height + 2 * pad, frame.rotate)


def corners(view: View, frame: Frame) -> QPolygonF:
    """A frame's corners on the canvas as it is turned."""
    wide, high = frame.width / 2, frame.height / 2
    ways = ((-wide, -high), (wide, -high), (wide, high), (-wide, high))
    return QPolygonF([view.to_points(*from_local(frame, dx, dy)) for dx, dy in ways])

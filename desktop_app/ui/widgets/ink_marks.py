"""What stands on a sheet that is signed: strokes and written names, drawn for the screen and as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from desktop_app.domain.strokes import Inked, spread
from desktop_app.ui.theme.hand_face import hand_face, ink

_NAME = 62  # pixels a name is written in, less where it is long
_FINE = 4  # pixels of the picture for each point: 45 mm of a card at 900 dots to the inch
_EDGE = 2  # points kept around the ink
_LEAST = 6  # points; a smaller thing is a slip, not a signature

Mark = list[Inked] | QPainterPath


def written(name: str, at: QPointF, *, wide: float) -> QPainterPath:
    """A name in the hand of the papers from a point on, no wider than `wide` points."""
    font = hand_face(_NAME)
    asked = QFontMetricsF(font).horizontalAdvance(name)
    path = QPainterPath()
    path.addText(at, font if asked <= wide else hand_face(_NAME * wide / asked), name)
    return path


def paint(painter: QPainter, marks: Iterable[Mark]) -> None:
    """Draw them in the colour of ink."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink(), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    for mark in marks:
        if isinstance(mark, QPainterPath):
            painter.fillPath(mark, ink())
            continue
        for one, other in pairwise(mark):
            pen.setWidthF((one.width + other.width) / 2)
            painter.setPen(pen)
            painter.drawLine(QPointF(one.x, one.y), QPointF(other.x, other.y))


def as_png(marks: Sequence[Mark]) -> bytes:
    """Them on clear ground, trimmed to the ink, as a PNG file's content; empty where there is no more than a slip."""
    covered = QRectF()
    for mark in marks:
        covered = covered.united(_covered(mark))
    if max(covered.width(), covered.height()) < _LEAST:
        return b""
    covered.adjust(-_EDGE, -_EDGE, _EDGE, _EDGE)
    image = QImage((covered.size() * _FINE).toSize(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(_FINE, _FINE)
    painter.translate(-covered.topLeft())
    paint(painter, marks)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _covered(mark: Mark) -> QRectF:
    if isinstance(mark, QPainterPath):
        return mark.boundingRect()
    left, top, right, bottom = spread(mark)
    return QRectF(QPointF(left, top), QPointF(right, bottom))

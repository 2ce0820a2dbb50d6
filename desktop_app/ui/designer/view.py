"""How the card lies on the canvas: millimetres to points and back, zoom about a point, fitted into a room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop_app.domain.design import Frame

LEAST, MOST = 0.4, 40.0  # points a millimetre
BLEED = 3.0  # mm shown around the card


class View:
    """`scale` points a millimetre, `origin` the card's top left corner on the canvas; `fits` until somebody zooms."""

    def __init__(self) -> None:
        self.scale = 3.0
        self.origin = QPointF(40, 40)
        self.fits = True

    def to_points(self, x: float, y: float) -> QPointF:
        """A place of the card on the canvas."""
        return QPointF(self.origin.x() + x * self.scale, self.origin.y() + y * self.scale)

    def to_mm(self, point: QPointF) -> tuple[float, float]:
        """A point of the canvas on the card."""
        return (point.x() - self.origin.x()) / self.scale, (point.y() - self.origin.y()) / self.scale

    def rect(self, frame: Frame) -> QRectF:
        """An upright frame on the canvas."""
        size = QSizeF(frame.width * self.scale, frame.height * self.scale)
        return QRectF(self.to_points(frame.x, frame.y), size)

    def zoom(self, factor: float, about: QPointF) -> None:
        """Show it larger or smaller; what lies at a point stays there."""
        scale = min(MOST, max(LEAST, self.scale * factor))
        x, y = self.to_mm(about)
        self.scale, self.fits = scale, False
        self.origin = QPointF(about.x() - x * scale, about.y() - y * scale)

    def pan(self, dx: float, dy: float) -> None:
        """Push the card along."""
        self.origin = QPointF(self.origin.x() + dx, self.origin.y() + dy)
        self.fits = False

    def fit(self, card: tuple[float, float], room: QSizeF, *, margin: float = 20.0) -> None:
        """The whole card with its bleed in the middle of the room."""
        wide, high = card[0] + 2 * BLEED, card[1] + 2 * BLEED
        across = (room.width() - 2 * margin) / wide
        down = (room.height() - 2 * margin) / high
        self.scale, self.fits = min(MOST, max(LEAST, min(across, down))), True
        x, y = (room.width() - card[0] * self.scale) / 2, (room.height() - card[1] * self.scale) / 2
        bleed = BLEED * self.scale  # the rendered page begins there: on a whole pixel it is sharp
        self.origin = QPointF(round(x - bleed) + bleed, round(y - bleed) + bleed)

"""Cutting a picture on the card: the whole of it is seen, what is cut off dimmed; its edges are pulled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from desktop_app.domain.cards import PictureItem, Template
from desktop_app.domain.design import Frame
from desktop_app.domain.design_crop import crop_to, drawn_in, slid, whole_of
from desktop_app.domain.design_handles import Handle, contains, pulled
from desktop_app.domain.picture_fit import Crop
from desktop_app.i18n import Words, msg
from desktop_app.ui.designer import painting
from desktop_app.ui.designer.gestures import Gesture, Held, Point
from desktop_app.ui.designer.grips import CURSORS
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.view import View
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import LIGHT, Size, Tone, Weight

EDGES = tuple(handle for handle in Handle if handle is not Handle.TURN)
_NEAR = 9.0  # points around an edge's handle that are still it
_DIM = 0.35  # how much of what is cut off is seen


class Cropping:
    """One picture being cut; every pull is a step of the history."""

    def __init__(self, session: Session, name: str, image: QImage, *, pixels: tuple[int, int]) -> None:
        self._session, self.name, self.image, self._pixels = session, name, image, pixels
        self._before = len(session.history.past)

    @property
    def going(self) -> bool:
        """Whether the picture is still there and selected."""
        return isinstance(self._session.only, PictureItem) and self._session.only.id == self.name

    @property
    def frame(self) -> Frame:
        """Through which the picture is seen."""
        return self._drawn()[0]

    @property
    def whole(self) -> Frame:
        """Where all of it lies."""
        return whole_of(*self._drawn())

    def begin(self, point: QPointF, view: View) -> Gesture | None:
        """What a drag from here does; None beside the picture."""
        start = view.to_mm(point)
        handle = self.handle_at(point, view)
        if handle is not None:
            return EdgeGesture(self, handle)
        return SlideGesture(self, start) if contains(self.whole, *start) else None

    def handle_at(self, point: QPointF, view: View) -> Handle | None:
        """The edge or corner under a point."""
        for handle in EDGES:
            at = painting.handle_point(view, self.frame, handle)
            if abs(at.x() - point.x()) <= _NEAR and abs(at.y() - point.y()) <= _NEAR:
                return handle
        return None

    def cursor(self, point: QPointF, view: View) -> Qt.CursorShape:
        """What a press here would do."""
        handle = self.handle_at(point, view)
        if handle is not None:
            return CURSORS[handle]
        return Qt.CursorShape.SizeAllCursor if contains(self.whole, *view.to_mm(point)) else Qt.CursorShape.ArrowCursor

    def slide(self, dx: float, dy: float) -> None:
        """Push the picture along by mm, by the keyboard."""
        whole = slid(self.whole, self.frame, (dx, dy))
        self.keep(whole, self.frame, merge=f"slide {self.name}")

    def show(self, whole: Frame, frame: Frame) -> None:
        """How it would be, in the middle of a drag."""
        self._session.draft(self._made(whole, frame))

    def keep(self, whole: Frame, frame: Frame, *, merge: str = "") -> None:
        """It becomes a step."""
        self._session.edit(msg("Cut the picture"), self._made(whole, frame), merge=merge)

    def drop(self) -> None:
        """As it was before the drag."""
        self._session.draft(None)

    def take_back(self) -> None:
        """As it was before it was begun."""
        while len(self._session.history.past) > self._before:
            self._session.undo()

    def paint(self, painter: QPainter, theme: Theme, view: View, words: Words, room: QRectF) -> None:
        """What is cut off dimmed, the frame with its edges, and what can be done in words."""
        whole, frame = painting.corners(view, self.whole), painting.corners(view, self.frame)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addPolygon(whole)
        inside.addPolygon(frame)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(outside.subtracted(inside))
        painter.fillRect(room, QColor(LIGHT.surface))
        painter.setOpacity(_DIM)
        middle = view.to_points(*self.whole.centre)
        painter.translate(middle)
        painter.rotate(self.whole.rotate)
        wide, high = self.whole.width * view.scale, self.whole.height * view.scale
        painter.drawImage(QRectF(-wide / 2, -high / 2, wide, high), self.image)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(Tone.MUTED), 1, Qt.PenStyle.DashLine))
        painter.drawPolygon(whole)
        painter.setPen(QPen(theme.colour(Tone.ACCENT), 2))
        painter.drawPolygon(frame)
        painting.paint_handles(painter, theme, view, frame=self.frame, names=EDGES)
        _say(
            painter, theme, words("Pull the edges to cut, push the picture along. Enter is done, Esc as it was."), room
        )

    def _drawn(self) -> tuple[Frame, Crop]:
        item = self._session.only
        assert isinstance(item, PictureItem)
        return drawn_in(item, self._session.frame(item), self._pixels)

    def _made(self, whole: Frame, frame: Frame) -> Template:
        session = self._session
        return crop_to(session.history.now, self.name, whole=whole, frame=frame, stand=session.stand)


class EdgeGesture(Gesture):
    """Pulling an edge or a corner of what is seen."""

    def __init__(self, cropping: Cropping, handle: Handle) -> None:
        self._cropping, self._handle = cropping, handle
        self._whole = cropping.whole
        self._frame = cropping.frame
        self._pulled = self._frame

    def pull(self, to: Point, held: Held) -> None:
        """The edge is here now; with Shift the shape is kept."""
        self._pulled = pulled(self._frame, self._handle, to=to, keep=held.shift)
        self._cropping.show(self._whole, self._pulled)

    def finish(self) -> None:
        """It becomes a step."""
        self._cropping.keep(self._whole, self._pulled)

    def cancel(self) -> None:
        """As it was."""
        self._cropping.drop()


class SlideGesture(Gesture):
    """Pushing the picture along behind what is seen of it."""

    def __init__(self, cropping: Cropping, start: Point) -> None:
        self._cropping, self._start = cropping, start
        self._whole, self._frame = cropping.whole, cropping.frame
        self._slid = self._whole

    def pull(self, to: Point, held: Held) -> None:
        """It is here now; with Shift it keeps to one direction."""
        dx, dy = to[0] - self._start[0], to[1] - self._start[1]
        if held.shift:
            dx, dy = (dx, 0.0) if abs(dx) > abs(dy) else (0.0, dy)
        self._slid = slid(self._whole, self._frame, (dx, dy))
        self._cropping.show(self._slid, self._frame)

    def finish(self) -> None:
        """It becomes a step."""
        self._cropping.keep(self._slid, self._frame)

    def cancel(self) -> None:
        """As it was."""
        self._cropping.drop()


def _say(painter: QPainter, theme: Theme, text: str, room: QRectF) -> None:
    painter.setFont(face(Size.SMALL, Weight.MEDIUM))
    metrics = QFontMetricsF(painter.font())
    width = min(room.width() - scaled(16), metrics.horizontalAdvance(text) + scaled(28))
    place = QRectF((room.width() - width) / 2, room.bottom() - scaled(40), width, scaled(28))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(theme.colour(Tone.TEXT))
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - scaled(20))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)

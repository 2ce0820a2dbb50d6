"""What lies under the mouse on the canvas: a handle, an item, a guide; and the cursor that tells it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from desktop_app.domain.cards import Item
from desktop_app.domain.design import Frame, around
from desktop_app.domain.design_handles import Handle, contains
from desktop_app.ui.designer.guides import Guides
from desktop_app.ui.designer.painting import handle_point
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.view import View

_NEAR = 7.0  # points around a handle that are still it
_GUIDE = 4.0
_SLACK = 3.0
_SMALL, _FLAT = 28.0, 12.0  # points; below them there is no room for all handles
CURSORS = {
    Handle.NW: Qt.CursorShape.SizeFDiagCursor, Handle.SE: Qt.CursorShape.SizeFDiagCursor,
    Handle.NE: Qt.CursorShape.SizeBDiagCursor, Handle.SW: Qt.CursorShape.SizeBDiagCursor,
    Handle.N: Qt.CursorShape.SizeVerCursor, Handle.S: Qt.CursorShape.SizeVerCursor,
    Handle.E: Qt.CursorShape.SizeHorCursor, Handle.W: Qt.CursorShape.SizeHorCursor,
    Handle.TURN: Qt.CursorShape.PointingHandCursor,
}  # fmt: skip


class Grips:
    """Asks the session and the view; knows nothing of events."""

    def __init__(self, session: Session, view: View, guides: Guides) -> None:
        self._session, self._view, self._guides = session, view, guides

    @property
    def selection(self) -> Frame | None:
        """The frame the handles are around; None when nothing selected can be changed."""
        items = [item for item in self._session.chosen if not item.locked]
        frames = [self._session.frame(item) for item in items]
        if not frames:
            return None
        return frames[0] if len(frames) == 1 else around(frames)

    @property
    def handles(self) -> tuple[Handle, ...]:
        """The handles there is room for."""
        frame = self.selection
        if frame is None:
            return ()
        wide, high = frame.width * self._view.scale, frame.height * self._view.scale
        if high < _FLAT:
            return (Handle.W, Handle.E, Handle.S, Handle.TURN)
        return (Handle.NW, Handle.SE, Handle.TURN) if min(wide, high) < _SMALL else tuple(Handle)

    def item_at(self, point: QPointF) -> Item | None:
        """The foremost item under a point that can be taken."""
        x, y = self._view.to_mm(point)
        for item in reversed(self._session.items):
            seen = self._session.seen_of(item.id)
            gone = item.locked or (seen is not None and seen.hidden)
            if not gone and contains(self._session.frame(item), x, y, slack=_SLACK / self._view.scale):
                return item
        return None

    def handle_at(self, point: QPointF) -> Handle | None:
        """The handle under a point."""
        frame = self.selection
        if frame is None:
            return None
        for handle in reversed(self.handles):
            at = handle_point(self._view, frame, handle)
            if abs(at.x() - point.x()) <= _NEAR and abs(at.y() - point.y()) <= _NEAR:
                return handle
        return None

    def guide_at(self, point: QPointF) -> tuple[bool, int] | None:
        """The guide under a point: whether it is an upright one, and its number."""
        for upright, of in ((True, self._guides.upright), (False, self._guides.level)):
            for number, at in enumerate(of):
                there = self._view.to_points(at, at)
                away = there.x() - point.x() if upright else there.y() - point.y()
                if abs(away) <= _GUIDE:
                    return upright, number
        return None

    def cursor(self, point: QPointF) -> Qt.CursorShape:
        """What a press here would do."""
        handle = self.handle_at(point)
        if handle is not None:
            return CURSORS[handle]
        if self.item_at(point) is not None:
            return Qt.CursorShape.SizeAllCursor
        guide = self.guide_at(point)
        if guide is None:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.SplitHCursor if guide[0] else Qt.CursorShape.SplitVCursor

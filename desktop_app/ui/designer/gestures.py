"""What the mouse does on the card between press and release: move, resize, turn, draw a band, pull a guide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.cards import Template
from desktop_app.domain.design import Frame, around, is_square
from desktop_app.domain.design_handles import WAYS, Handle, point_of, pulled, turned_to
from desktop_app.domain.design_place import move, resize, rotate
from desktop_app.domain.design_snap import Lines, Snapped, lines_of, snap_move, snap_point
from desktop_app.i18n import msg
from desktop_app.ui.designer.guides import Guides
from desktop_app.ui.designer.session import Session

Point = tuple[float, float]
STEP = 15.0  # degrees in which a thing turns with Shift


@dataclass(frozen=True, slots=True)
class Held:
    """What is held down, and how far a line draws, in mm."""

    shift: bool = False
    free: bool = False  # the lines are left alone
    reach: float = 1.0


class Gesture:
    """Base: `pull` as the mouse moves, `finish` when it is let go, `cancel` with Esc."""

    snapped = Snapped(0.0, 0.0)
    band: Frame | None = None

    def pull(self, to: Point, held: Held) -> None:
        """The mouse is here now."""

    def finish(self) -> None:
        """It was let go."""

    def cancel(self) -> None:
        """Nothing of it."""


class _Changing(Gesture):
    """One that shows what it would make, and makes it a step of the history at the end."""

    title = msg("Move")

    def __init__(self, session: Session, guides: Guides, start: Point) -> None:
        self._session, self._start = session, start
        self._template = session.template
        self._ids = session.ids
        self._stand = session.stand  # proofs of what is only tried come meanwhile
        self._frames = [session.frame(item) for item in session.chosen if not item.locked]
        self._lines = lines_for(session, guides)
        self._made: Template | None = None

    def _show(self, made: Template) -> None:
        self._made = made
        self._session.draft(made)

    def finish(self) -> None:
        """It becomes a step."""
        made, self._made = self._made, None
        if made is not None:
            self._session.edit(self.title, made)

    def cancel(self) -> None:
        """As it was."""
        self._session.draft(None)


class MoveGesture(_Changing):
    """Moving what is selected; Shift keeps to one direction, Alt leaves the lines alone."""

    def pull(self, to: Point, held: Held) -> None:
        """Moved to here."""
        dx, dy = to[0] - self._start[0], to[1] - self._start[1]
        if held.shift:
            dx, dy = (dx, 0.0) if abs(dx) > abs(dy) else (0.0, dy)
        frame = around(self._frames).moved(dx, dy)
        self.snapped = Snapped(0.0, 0.0) if held.free else snap_move(frame, self._lines, reach=held.reach)
        by = (dx + self.snapped.dx, dy + self.snapped.dy)
        if held.shift:
            by = (by[0] if dx else 0.0, by[1] if dy else 0.0)
        self._show(move(self._template, self._ids, by=by, stand=self._stand))


class ResizeGesture(_Changing):
    """Pulling a handle; pictures, codes and drawings keep their shape at the corners, Shift is the other way round."""

    title = msg("Resize")

    def __init__(self, session: Session, guides: Guides, start: Point, *, handle: Handle) -> None:
        super().__init__(session, guides, start)
        self._handle = handle
        self._frame = self._frames[0] if len(self._frames) == 1 else around(self._frames)
        across, down = WAYS[handle]
        shaped = any(is_square(item) for item in session.chosen) or len(self._frames) > 1
        self._keeps = shaped and bool(across and down)
        at = point_of(self._frame, handle)
        self._off = (at[0] - start[0], at[1] - start[1])

    def pull(self, to: Point, held: Held) -> None:
        """The handle is pulled to here."""
        x, y = to[0] + self._off[0], to[1] + self._off[1]
        across, down = WAYS[self._handle]
        self.snapped = Snapped(0.0, 0.0)
        if not held.free and not self._frame.rotate:
            free_x, free_y = x if across else None, y if down else None
            self.snapped = snap_point(free_x, free_y, self._lines, reach=held.reach)
        keep = self._keeps is not held.shift
        made = pulled(self._frame, self._handle, to=(x + self.snapped.dx, y + self.snapped.dy), keep=keep)
        self._show(resize(self._template, self._ids, to=made, stand=self._stand))


class TurnGesture(_Changing):
    """Turning what is selected; Shift turns in steps."""

    title = msg("Turn")

    def __init__(self, session: Session, guides: Guides, start: Point) -> None:
        super().__init__(session, guides, start)
        self._frame = self._frames[0] if len(self._frames) == 1 else around(self._frames)

    def pull(self, to: Point, held: Held) -> None:
        """Its head looks to here."""
        degrees = turned_to(self._frame, to, step=STEP if held.shift else 0.0)
        by = degrees - self._frame.rotate
        self._show(rotate(self._template, self._ids, by=by, stand=self._stand))


class BandGesture(Gesture):
    """Drawing a band: what it touches is selected, besides what was (with Shift)."""

    def __init__(self, session: Session, start: Point, *, keep: bool) -> None:
        self._session, self._start = session, start
        self._before = session.ids if keep else ()

    def pull(self, to: Point, _held: Held) -> None:
        """The band reaches to here."""
        (x, y), (other_x, other_y) = self._start, to
        self.band = Frame(min(x, other_x), min(y, other_y), abs(x - other_x), abs(y - other_y))
        touched = [item.id for item in self._session.items if not item.locked and self._touches(item.id)]
        self._session.select((*self._before, *touched))

    def finish(self) -> None:
        """The band goes, the selection stays."""
        self.band = None

    def cancel(self) -> None:
        """Select what was selected before."""
        self.band = None
        self._session.select(self._before)

    def _touches(self, name: str) -> bool:
        seen = self._session.seen_of(name)
        item = next(item for item in self._session.items if item.id == name)
        band, box = self.band, self._session.frame(item).outline()
        if band is None or (seen is not None and seen.hidden):
            return False
        return band.x < box.right and box.x < band.right and band.y < box.bottom and box.y < band.bottom


class GuideGesture(Gesture):
    """Pulling a guide out of a ruler or along; back over the ruler it is gone."""

    def __init__(
        self, session: Session, guides: Guides, *, upright: bool, number: int, tell: Callable[[], object]
    ) -> None:
        self._session, self._tell = session, tell
        self._of = guides.upright if upright else guides.level
        self._upright, self._number = upright, number
        self._before = self._of[number]
        self._lines = lines_for(session, Guides(grid=guides.grid))

    def pull(self, to: Point, held: Held) -> None:
        """It is here now."""
        at = to[0] if self._upright else to[1]
        if not held.free:
            snapped = snap_point(at, None, self._lines, reach=held.reach)
            other = snap_point(None, at, self._lines, reach=held.reach)
            at += snapped.dx if self._upright else other.dy
        self._of[self._number] = round(at, 1)
        self._tell()

    def finish(self) -> None:
        """Off the card it is taken away."""
        length = self._session.card[0 if self._upright else 1]
        if not -3.0 <= self._of[self._number] <= length + 3.0:
            del self._of[self._number]
        self._tell()

    def cancel(self) -> None:
        """Where it was."""
        self._of[self._number] = self._before
        self._tell()


def lines_for(session: Session, guides: Guides) -> Lines:
    """What something selected may snap to: everything that stands still."""
    others = []
    for item in session.items:
        seen = session.seen_of(item.id)
        if item.id not in session.ids and not item.locked and not (seen is not None and seen.hidden):
            others.append(session.frame(item))
    return lines_of(
        session.card, others, margin=session.template.margin[session.form], guides_x=guides.upright,
        guides_y=guides.level, grid=guides.grid,
    )  # fmt: skip

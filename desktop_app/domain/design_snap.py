"""Snapping: the lines a moved edge is drawn to - page, margin, centre, other items, guides, grid - as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.design import Frame
from desktop_app.domain.states import StrEnum


class Pull(StrEnum):
    """What a line is."""

    PAGE = "page"
    MARGIN = "margin"
    CENTRE = "centre"
    ITEM = "item"
    GUIDE = "guide"


class Line(NamedTuple):
    """A line at a distance in mm from the card's left or upper edge."""

    at: float
    pull: Pull


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a card: upright ones by x, level ones by y; `grid` in mm, 0 for none."""

    upright: tuple[Line, ...]
    level: tuple[Line, ...]
    grid: float = 0.0


class Snapped(NamedTuple):
    """How far a frame is drawn, and the lines it then lies on."""

    dx: float
    dy: float
    upright: tuple[Line, ...] = ()
    level: tuple[Line, ...] = ()


def lines_of(
    card: tuple[float, float], others: Iterable[Frame], *, margin: float, guides_x: Sequence[float] = (),
    guides_y: Sequence[float] = (), grid: float = 0.0,
) -> Lines:  # fmt: skip
    """Every line of a card that something moved may snap to; `others` are the items that stand still."""
    frames = [frame.outline() for frame in others]
    upright = _lines(card[0], margin, [at for one in frames for at in (one.x, one.centre[0], one.right)], guides_x)
    level = _lines(card[1], margin, [at for one in frames for at in (one.y, one.centre[1], one.bottom)], guides_y)
    return Lines(upright, level, grid)


def snap_move(frame: Frame, lines: Lines, *, reach: float) -> Snapped:
    """A frame being moved drawn to the nearest lines within `reach` mm: by an edge or its centre, else to the grid."""
    box = frame.outline()
    dx = _nearest((box.x, box.centre[0], box.right), lines.upright, reach)
    dy = _nearest((box.y, box.centre[1], box.bottom), lines.level, reach)
    return _drawn(box, lines, dx=_or_grid(dx, box.x, lines, reach), dy=_or_grid(dy, box.y, lines, reach))


def snap_point(x: float | None, y: float | None, lines: Lines, *, reach: float) -> Snapped:
    """A corner or an edge being pulled drawn to the nearest lines; None for the direction it does not move in."""
    dx = _or_grid(_nearest((x,), lines.upright, reach), x, lines, reach) if x is not None else 0.0
    dy = _or_grid(_nearest((y,), lines.level, reach), y, lines, reach) if y is not None else 0.0
    upright = _on(() if x is None else (x + dx,), lines.upright)
    return Snapped(dx, dy, upright, _on(() if y is None else (y + dy,), lines.level))


def _lines(length: float, margin: float, items: Iterable[float], guides: Iterable[float]) -> tuple[Line, ...]:
    own = [Line(0.0, Pull.PAGE), Line(length, Pull.PAGE), Line(length / 2, Pull.CENTRE)]
    own += [Line(margin, Pull.MARGIN), Line(length - margin, Pull.MARGIN)]
    own += [Line(at, Pull.GUIDE) for at in guides]
    return (*own, *(Line(at, Pull.ITEM) for at in items))


def _nearest(edges: Iterable[float], lines: Iterable[Line], reach: float) -> float | None:
    ways = [line.at - edge for edge in edges for line in lines]
    near = min(ways, key=abs, default=reach + 1)
    return near if abs(near) <= reach else None


def _or_grid(way: float | None, edge: float, lines: Lines, reach: float) -> float:
    if way is not None:
        return way
    if not lines.grid:
        return 0.0
    to_grid = round(edge / lines.grid) * lines.grid - edge
    return to_grid if abs(to_grid) <= max(reach, lines.grid / 2) else 0.0


def _drawn(box: Frame, lines: Lines, *, dx: float, dy: float) -> Snapped:
    moved = box.moved(dx, dy)
    upright = _on((moved.x, moved.centre[0], moved.right), lines.upright)
    return Snapped(dx, dy, upright, _on((moved.y, moved.centre[1], moved.bottom), lines.level))


def _on(edges: Iterable[float], lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines an edge lies on, each place once."""
    found: dict[float, Line] = {}
    for edge in edges:
        for line in lines:
            if abs(line.at - edge) < 0.005:
                found.setdefault(round(line.at, 2), line)
    return tuple(found.values())

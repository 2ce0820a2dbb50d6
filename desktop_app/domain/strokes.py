"""Ink strokes of a hand: points as a pen or mouse gave them become a smooth line of changing width, for any painter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

_STEP = 1.5  # points between what is drawn
_THIN, _THICK = 0.45, 1.35  # of the pen's width
_FAST = 2.5  # points a millisecond, by which a mouse's line is at its thinnest
_NEW = 0.35  # of a width that a new point brings; the rest is what was, so that a line swells slowly


@dataclass(frozen=True, slots=True)
class Touched:
    """Where a pen or mouse was: points from the left top, milliseconds, and its pressure 0–1 (None: it has none)."""

    x: float
    y: float
    at: float = 0.0
    pressure: float | None = None


@dataclass(frozen=True, slots=True)
class Inked:
    """A place the ink reaches, with the width of the line there."""

    x: float
    y: float
    width: float


def inked(touched: Sequence[Touched], pen: float) -> list[Inked]:
    """The line through what was touched, every 1.5 points or closer; it never leaves the hull of the points.

    Between the middles of neighbouring points runs a quadratic Bézier curve with the point as its handle. `pen` is the
    usual width: pressure changes it, and where there is none the hand's speed.
    """
    if not touched:
        return []
    points = [Inked(one.x, one.y, width) for one, width in zip(touched, _widths(touched, pen), strict=True)]
    found = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        _curve(found, _middle(before, here) if before is not points[0] else before, here, _middle(here, after))
    last = points[-1]
    _curve(found, found[-1], _middle(found[-1], last), last)
    return found


def spread(line: Sequence[Inked]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what the ink covers."""
    return (
        min(one.x - one.width / 2 for one in line),
        min(one.y - one.width / 2 for one in line),
        max(one.x + one.width / 2 for one in line),
        max(one.y + one.width / 2 for one in line),
    )


def _widths(touched: Sequence[Touched], pen: float) -> list[float]:
    found: list[float] = []
    before: Touched | None = None
    for one in touched:
        wanted = pen * (_pressed(one.pressure) if one.pressure is not None else _hurried(before, one))
        found.append(found[-1] * (1 - _NEW) + wanted * _NEW if found else wanted)
        before = one
    return found


def _pressed(pressure: float) -> float:
    return _THIN + (_THICK - _THIN) * min(1.0, max(0.0, pressure))


def _hurried(before: Touched | None, here: Touched) -> float:
    if before is None or here.at <= before.at:
        return 1.0
    speed = hypot(here.x - before.x, here.y - before.y) / (here.at - before.at)
    return _THICK - (_THICK - _THIN) * min(1.0, speed / _FAST)


def _middle(one: Inked, other: Inked) -> Inked:
    return Inked((one.x + other.x) / 2, (one.y + other.y) / 2, (one.width + other.width) / 2)


def _curve(found: list[Inked], start: Inked, handle: Inked, end: Inked) -> None:
    """Appends the curve after its start."""
    way = hypot(handle.x - start.x, handle.y - start.y) + hypot(end.x - handle.x, end.y - handle.y)
    steps = max(1, int(way / _STEP) + 1)
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        found.append(
            Inked(
                a * start.x + b * handle.x + c * end.x,
                a * start.y + b * handle.y + c * end.y,
                start.width + (end.width - start.width) * t,
            )
        )

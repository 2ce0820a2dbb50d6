"""The strokes ornaments are made of, in millimetres: leaves, stars, dots, rings and smooth lines; see ornaments.py."""

from __future__ import annotations

import math
from typing import TypeAlias

from desktop_app.documents.model import CurveTo, Path

Point: TypeAlias = tuple[float, float]


def on_curve(curve: tuple[Point, Point, Point, Point], t: float) -> tuple[Point, float]:
    """The point of a cubic Bézier curve at `t`, and the direction in which the curve runs there."""
    u = 1.0 - t
    weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
    slopes = -3 * u * u, 3 * u * u - 6 * u * t, 6 * u * t - 3 * t * t, 3 * t * t
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    dx, dy = (sum(w * p[axis] for w, p in zip(slopes, curve, strict=True)) for axis in (0, 1))
    return (x, y), math.atan2(dy, dx)


def leaf(foot: Point, heading: float, length: float, *, tint: float) -> Path:
    """A pointed leaf from its foot, widest before the middle, one flank fuller than the other."""

    def at(along: float, across: float) -> Point:
        cos, sin = math.cos(heading), math.sin(heading)
        return foot[0] + length * (along * cos - across * sin), foot[1] + length * (along * sin + across * cos)

    tip = at(1.0, 0.0)
    return Path(
        foot,
        ((*at(0.22, 0.26), *at(0.68, 0.22), *tip), (*at(0.62, -0.12), *at(0.20, -0.14), *foot)),
        closed=True,
        filled=True,
        tint=tint,
    )


def smooth(points: list[Point]) -> tuple[CurveTo, ...]:
    """Cubic curves through all points, without a corner (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    return tuple(
        (
            b[0] + (c[0] - a[0]) / 6,
            b[1] + (c[1] - a[1]) / 6,
            c[0] - (d[0] - b[0]) / 6,
            c[1] - (d[1] - b[1]) / 6,
            c[0],
            c[1],
        )
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    )


def room(spot: Point, placed: list[tuple[float, float, float]], *, corner: Point) -> float:
    """How free a spot is, in mm to its nearest neighbour's edge, less a little for every mm away from the corner."""
    nearest = min((math.dist(spot, other[:2]) - 1.6 * other[2] for other in placed), default=0.0)
    return min(nearest, 9.0) - 0.10 * math.dist(spot, corner)


def star(centre: Point, size: float, *, tint: float) -> Path:
    """A four-pointed star with hollow sides."""
    x, y = centre
    waist = 0.13 * size
    points = (x, y - size), (x + size * 0.72, y), (x, y + size), (x - size * 0.72, y)
    corners = (x + waist, y - waist), (x + waist, y + waist), (x - waist, y + waist), (x - waist, y - waist)
    segments = tuple(
        (*corner, *corner, *point) for corner, point in zip(corners, (*points[1:], points[0]), strict=True)
    )
    return Path(points[0], segments, closed=True, filled=True, tint=tint)


def dot(centre: Point, radius: float, *, tint: float) -> Path:
    """A filled circle."""
    x, y = centre
    k = 0.5523 * radius  # four Bézier curves make a circle
    return Path(
        (x + radius, y),
        (
            (x + radius, y + k, x + k, y + radius, x, y + radius),
            (x - k, y + radius, x - radius, y + k, x - radius, y),
            (x - radius, y - k, x - k, y - radius, x, y - radius),
            (x + k, y - radius, x + radius, y - k, x + radius, y),
        ),
        closed=True,
        filled=True,
        tint=tint,
    )


def ring(centre: Point, radius: float, *, stroke: float, tint: float) -> Path:
    """A circle's line."""
    full = dot(centre, radius, tint=tint)
    return Path(full.start, full.segments, closed=True, stroke=stroke, tint=tint)


def line(start: Point, end: Point, *, stroke: float, tint: float = 1.0) -> Path:
    """A straight line."""
    return Path(start, (end,), stroke=stroke, tint=tint)


def around(centre: Point, angle: float, distance: float) -> Point:
    """The point at an angle (radians, 0 to the right, clockwise) and a distance from another."""
    return centre[0] + distance * math.cos(angle), centre[1] + distance * math.sin(angle)

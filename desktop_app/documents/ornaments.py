"""Ornaments of the cards as vector paths in millimetres, one drawing per size and seed; layout places, render draws."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from typing import TypeAlias

from desktop_app.documents.model import CurveTo, Path

Ornament: TypeAlias = Callable[[float, float, int], tuple[Path, ...]]
_Point: TypeAlias = tuple[float, float]


def sprig(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """A leafy twig that rises from the lower left corner and bows over towards the right edge."""
    rng = random.Random(seed)
    bow = (0.0, height), (width * 0.20, height * 0.52), (width * 0.52, height * 0.16), (width, height * 0.10)
    pen = 0.014 * height
    paths = [Path(bow[0], ((*bow[1], *bow[2], *bow[3]),), stroke=pen)]
    pairs = 7
    longest = height * 0.34
    for index in range(2 * pairs):
        t = 0.14 + 0.80 * index / (2 * pairs - 1)
        at, heading = _on_curve(bow, t)
        side = 1 if index % 2 else -1
        size = (
            longest * (0.62 + 0.38 * math.sin(math.pi * min(1.0, t * 1.15))) * (1 - 0.45 * t) * rng.uniform(0.92, 1.06)
        )
        lean = side * (math.radians(46) - math.radians(14) * t) + rng.uniform(-0.07, 0.07)
        paths.append(_leaf(at, heading + lean, size, tint=1.0 if side < 0 else 0.55))
    tip, heading = _on_curve(bow, 1.0)
    paths.append(_leaf(tip, heading, longest * 0.5, tint=1.0))
    return tuple(paths)


def wave(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """A sheaf of fine lines across the whole box and its bleed: drawn together in the hollows, spread on the crests."""
    rng = random.Random(seed)
    lines = 11
    knots = 7
    middle = [0.62, 0.50, 0.66, 0.56, 0.36, 0.52, 0.30]
    spread = [0.30, 0.16, 0.05, 0.26, 0.34, 0.12, 0.40]
    shift = [rng.uniform(-0.03, 0.03) for _ in range(knots)]
    paths = []
    for line in range(lines):
        across = line / (lines - 1)  # 0 the highest line, 1 the lowest
        points = [
            (width * (-0.06 + 1.12 * k / (knots - 1)), height * (middle[k] + shift[k] + spread[k] * (across - 0.5)))
            for k in range(knots)
        ]
        paths.append(Path(points[0], _smooth(points), stroke=0.16, tint=0.35 + 0.65 * across))
    return tuple(paths)


def stars(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """A drift of stars and dots, large and close in the upper right corner, thinning out to the left and down."""
    rng = random.Random(seed)
    unit = math.sqrt(width * height)
    sizes = [0.105, 0.08, 0.066, 0.058, 0.05, 0.046, *(0.036,) * 4, *(0.013,) * 8, *(0.009,) * 8]
    placed: list[tuple[float, float, float]] = []
    paths: list[Path] = []
    for index, share in enumerate(sizes):
        reach = 0.30 + 0.70 * index / len(sizes)
        tries = [(width * (1 - reach * rng.random() ** 0.8), height * reach * rng.random() ** 1.1) for _ in range(24)]
        x, y = max(tries, key=lambda spot: _room(spot, placed, corner=(width, 0.0)))
        size = unit * share
        placed.append((x, y, size))
        tint = 0.45 if index % 3 == 1 else 1.0
        paths.append(_dot((x, y), size, tint=tint) if share < 0.02 else _star((x, y), size, tint=tint))
    return tuple(paths)


def _on_curve(curve: tuple[_Point, _Point, _Point, _Point], t: float) -> tuple[_Point, float]:
    """The point of a cubic Bézier curve at `t`, and the direction in which the curve runs there."""
    u = 1.0 - t
    weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
    slopes = -3 * u * u, 3 * u * u - 6 * u * t, 6 * u * t - 3 * t * t, 3 * t * t
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    dx, dy = (sum(w * p[axis] for w, p in zip(slopes, curve, strict=True)) for axis in (0, 1))
    return (x, y), math.atan2(dy, dx)


def _leaf(foot: _Point, heading: float, length: float, *, tint: float) -> Path:
    """A pointed leaf from its foot, widest before the middle, one flank fuller than the other."""

    def at(along: float, across: float) -> _Point:
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


def _smooth(points: list[_Point]) -> tuple[CurveTo, ...]:
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


def _room(spot: _Point, placed: list[tuple[float, float, float]], *, corner: _Point) -> float:
    """How free a spot is, in mm to its nearest neighbour's edge, less a little for every mm away from the corner."""
    nearest = min((math.dist(spot, other[:2]) - 1.6 * other[2] for other in placed), default=0.0)
    return min(nearest, 9.0) - 0.10 * math.dist(spot, corner)


def _star(centre: _Point, size: float, *, tint: float) -> Path:
    """A four-pointed star with hollow sides."""
    x, y = centre
    waist = 0.13 * size
    points = (x, y - size), (x + size * 0.72, y), (x, y + size), (x - size * 0.72, y)
    corners = (x + waist, y - waist), (x + waist, y + waist), (x - waist, y + waist), (x - waist, y - waist)
    segments = tuple(
        (*corner, *corner, *point) for corner, point in zip(corners, (*points[1:], points[0]), strict=True)
    )
    return Path(points[0], segments, closed=True, filled=True, tint=tint)


def _dot(centre: _Point, radius: float, *, tint: float) -> Path:
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


ORNAMENTS: Mapping[str, Ornament] = {"sprig": sprig, "stars": stars, "wave": wave}

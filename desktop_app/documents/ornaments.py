"""Ornaments of the cards as vector paths in millimetres, one drawing per size and seed; layout places, render draws."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from typing import TypeAlias

from desktop_app.documents.model import Path
from desktop_app.documents.seasons import berries, blossom, leaves, snow
from desktop_app.documents.strokes import dot, leaf, on_curve, ring, room, smooth, star

Ornament: TypeAlias = Callable[[float, float, int], tuple[Path, ...]]


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
        at, heading = on_curve(bow, t)
        side = 1 if index % 2 else -1
        size = (
            longest * (0.62 + 0.38 * math.sin(math.pi * min(1.0, t * 1.15))) * (1 - 0.45 * t) * rng.uniform(0.92, 1.06)
        )
        lean = side * (math.radians(46) - math.radians(14) * t) + rng.uniform(-0.07, 0.07)
        paths.append(leaf(at, heading + lean, size, tint=1.0 if side < 0 else 0.55))
    tip, heading = on_curve(bow, 1.0)
    paths.append(leaf(tip, heading, longest * 0.5, tint=1.0))
    return tuple(paths)


def wave(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """A sheaf of fine lines across the whole box and its bleed: drawn together in the hollows, spread on the crests."""
    rng = random.Random(seed)
    lines = max(6, min(11, round(height / 1.4)))
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
        paths.append(Path(points[0], smooth(points), stroke=0.16, tint=0.35 + 0.65 * across))
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
        x, y = max(tries, key=lambda spot: room(spot, placed, corner=(width, 0.0)))
        size = unit * share
        placed.append((x, y, size))
        tint = 0.45 if index % 3 == 1 else 1.0
        paths.append(dot((x, y), size, tint=tint) if share < 0.02 else star((x, y), size, tint=tint))
    return tuple(paths)


def dots(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """Confetti: dots and rings of few sizes that fall from the upper edge and thin out downwards."""
    rng = random.Random(seed)
    unit = math.sqrt(width * height)
    sizes = [0.034] * 4 + [0.026] * 7 + [0.018] * 12 + [0.011] * 22
    placed: list[tuple[float, float, float]] = []
    paths: list[Path] = []
    for index, share in enumerate(sizes):
        tries = [(width * rng.random(), height * rng.random() ** 1.7) for _ in range(18)]
        x, y = max(tries, key=lambda spot: room(spot, placed, corner=(spot[0], 0.0)))
        radius = unit * share * rng.uniform(0.85, 1.1)
        placed.append((x, y, radius * 1.3))
        tint = (1.0, 0.55, 0.3)[index % 3]
        is_ring = share > 0.02 and index % 4 == 1
        paths.append(ring((x, y), radius, stroke=0.3, tint=1.0) if is_ring else dot((x, y), radius, tint=tint))
    return tuple(paths)


def ribbon(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """A ribbon tied across the whole box and its bleed, its bow a little right of the middle."""
    rng = random.Random(seed)
    knot = width * rng.uniform(0.66, 0.72), height * 0.46
    loop = min(height * 0.62, width * 0.26)
    band = loop * 0.18
    paths = [_strip((-4.0, knot[1]), (width + 4.0, knot[1]), band, tint=0.35)]
    for side in (-1.0, 1.0):
        lift = rng.uniform(0.9, 1.05)
        paths.append(_tail(knot, side, band, length=loop, spread=rng.uniform(0.85, 1.1)))
        paths.append(_bow_loop(knot, side * loop, -0.36 * loop * lift, tint=0.75))
        paths.append(_bow_loop(knot, side * loop * 0.72, -0.22 * loop * lift, tint=0.45))
    paths.append(dot(knot, band * 0.78, tint=1.0))
    return tuple(paths)


def _strip(start: tuple[float, float], end: tuple[float, float], band: float, *, tint: float) -> Path:
    half = band / 2
    corners = (end[0], end[1] - half), (end[0], end[1] + half), (start[0], start[1] + half)
    return Path((start[0], start[1] - half), corners, closed=True, filled=True, tint=tint)


def _bow_loop(knot: tuple[float, float], out: float, lift: float, *, tint: float) -> Path:
    """One loop of the bow, from the knot out and back."""
    x, y = knot
    top = (x + out * 0.30, y + lift * 1.5, x + out * 1.02, y + lift * 1.9, x + out, y + lift * 0.55)
    back = (x + out * 0.98, y - lift * 0.45, x + out * 0.42, y - lift * 0.10, x, y)
    return Path(knot, (top, back), closed=True, filled=True, tint=tint)


def _tail(knot: tuple[float, float], side: float, band: float, *, length: float, spread: float) -> Path:
    """One end of the ribbon, hanging from the knot and cut like a swallow's tail."""
    x, y = knot
    end, low, wide = x + side * length * 0.62 * spread, y + length * 0.82, band * 1.25
    outer = (x + side * length * 0.10, y + length * 0.30, end - side * wide * 0.2, y + length * 0.45, end, low)
    inner = (
        end - side * wide * 1.3, low - length * 0.28, x + side * length * 0.02, y + length * 0.42, x, y + band * 0.4,
    )  # fmt: skip
    notch = (end - side * wide * 0.55, low - wide * 0.55), (end - side * wide * 1.25, low + wide * 0.15)
    return Path(knot, (outer, *notch, inner), closed=True, filled=True, tint=0.6)


ORNAMENTS: Mapping[str, Ornament] = {
    "sprig": sprig,
    "stars": stars,
    "wave": wave,
    "dots": dots,
    "ribbon": ribbon,
    "blossom": blossom,
    "berries": berries,
    "leaves": leaves,
    "snow": snow,
}

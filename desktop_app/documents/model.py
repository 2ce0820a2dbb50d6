"""A laid-out card in plain data: shapes and lines of text in millimetres from its top left corner, y down; render/ draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

MoveTo: TypeAlias = tuple[float, float]
LineTo: TypeAlias = tuple[float, float]
CurveTo: TypeAlias = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """One drawn path of an ornament: a start point, then lines (x, y) and cubic Bézier curves (x1, y1, x2, y2, x, y), in mm.

    `stroke` is the pen's width in mm (0: no outline), round at its ends; `filled` fills it; `tint` lightens the colour towards the paper (1 = full colour).
    """

    start: MoveTo
    segments: tuple[LineTo | CurveTo, ...]
    closed: bool = False
    filled: bool = False
    stroke: float = 0.0
    tint: float = 1.0

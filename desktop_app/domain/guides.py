"""A drawing of a sheet in plain data, mm from its top left; the press prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Stroke(NamedTuple):
    """A straight line; `weight` is its width in mm."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = 0.15
    dashed: bool = False


class Outline(NamedTuple):
    """The edge of a place: its box, the radius of its corners (`round`: an ellipse), its number from 1."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    round: bool
    number: int


class Label(NamedTuple):
    """A line of text of `size` points; x is its left edge, its middle where it is centred, y its baseline."""

    x: float
    y: float
    size: float
    text: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """What is drawn on one side of a sheet."""

    sheet: tuple[float, float]
    outlines: tuple[Outline, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()

"""The handles around what is selected: where they are, and what pulling one makes of a frame, turned ones too."""

from __future__ import annotations

import math
from collections.abc import Mapping

from desktop_app.domain.design import LEAST, Frame
from desktop_app.domain.states import StrEnum


class Handle(StrEnum):
    """The eight handles of a frame by the compass, and the one that turns it."""

    NW = "nw"
    N = "n"
    NE = "ne"
    E = "e"
    SE = "se"
    S = "s"
    SW = "sw"
    W = "w"
    TURN = "turn"


# Which way a handle lies from the middle: across and down.
WAYS: Mapping[Handle, tuple[int, int]] = {
    Handle.NW: (-1, -1), Handle.N: (0, -1), Handle.NE: (1, -1), Handle.E: (1, 0), Handle.SE: (1, 1),
    Handle.S: (0, 1), Handle.SW: (-1, 1), Handle.W: (-1, 0), Handle.TURN: (0, -1),
}  # fmt: skip


def point_of(frame: Frame, handle: Handle, *, stem: float = 0.0) -> tuple[float, float]:
    """Where a handle is, in mm; the turning one stands `stem` mm off the upper edge."""
    across, down = WAYS[handle]
    away = stem if handle is Handle.TURN else 0.0
    return from_local(frame, across * frame.width / 2, down * frame.height / 2 - away)


def from_local(frame: Frame, dx: float, dy: float) -> tuple[float, float]:
    """A point given from the frame's middle along its own edges, on the card."""
    (x, y), turn = frame.centre, math.radians(frame.rotate)
    return x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(turn) + dy * math.cos(turn)


def to_local(frame: Frame, x: float, y: float) -> tuple[float, float]:
    """A point of the card from the frame's middle along its own edges."""
    (cx, cy), turn = frame.centre, math.radians(-frame.rotate)
    dx, dy = x - cx, y - cy
    return dx * math.cos(turn) - dy * math.sin(turn), dx * math.sin(turn) + dy * math.cos(turn)


def contains(frame: Frame, x: float, y: float, *, slack: float = 0.0) -> bool:
    """Whether a point lies in a frame as it is turned, or within `slack` mm of it."""
    dx, dy = to_local(frame, x, y)
    return abs(dx) <= frame.width / 2 + slack and abs(dy) <= frame.height / 2 + slack


def pulled(frame: Frame, handle: Handle, *, to: tuple[float, float], keep: bool = False) -> Frame:
    """The frame with a handle pulled to a point; what lies across from it stays, `keep` keeps the shape."""
    across, down = WAYS[handle]
    dx, dy = to_local(frame, *to)
    width = max(LEAST, frame.width / 2 + across * dx) if across else frame.width
    height = max(LEAST, frame.height / 2 + down * dy) if down else frame.height
    if keep and frame.width and frame.height:
        scale = max(width / frame.width, height / frame.height) if across and down else 0.0
        scale = scale or (width / frame.width if across else height / frame.height)
        width, height = frame.width * scale, frame.height * scale
    x, y = from_local(frame, across * (width - frame.width) / 2, down * (height - frame.height) / 2)
    return Frame(x - width / 2, y - height / 2, width, height, frame.rotate)


def turned_to(frame: Frame, point: tuple[float, float], *, step: float = 0.0) -> float:
    """The degrees at which a frame's upper edge looks to a point, in steps of `step` degrees."""
    x, y = frame.centre
    degrees = math.degrees(math.atan2(point[0] - x, y - point[1])) % 360
    return round(degrees / step) * step % 360 if step else round(degrees, 1)

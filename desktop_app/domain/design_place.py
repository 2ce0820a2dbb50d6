"""Moving, resizing, turning, aligning and spreading the items of a design; each returns a new design."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.cards import Format, Item, Template
from desktop_app.domain.design import (
    LEAST,
    Frame,
    Places,
    around,
    chosen,
    frame_of,
    growing,
    hangs_on,
    held,
    put,
    with_items,
)
from desktop_app.domain.states import StrEnum


class Edge(StrEnum):
    """Where items are brought to one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Axis(StrEnum):
    """Across or down."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Stand:
    """What an edit needs to know of the card: its class of size, its size, and where everything stands on it."""

    form: Format
    card: tuple[float, float]
    places: Places

    def frame(self, item: Item) -> Frame:
        """Where an item stands."""
        return frame_of(item, self.form, self.places)

    def put(self, item: Item, frame: Frame) -> Item:
        """The item standing there."""
        return put(item, frame, form=self.form, places=self.places)


def move(template: Template, ids: Iterable[str], *, by: tuple[float, float], stand: Stand) -> Template:
    """Items moved by mm across and down; locked ones stay."""
    return _put(template, [stand.put(one, stand.frame(one).moved(*by)) for one in chosen(template, ids)], stand)


def place(template: Template, name: str, *, frame: Frame, stand: Stand) -> Template:
    """One item put at a frame."""
    return _put(template, [stand.put(one, frame) for one in chosen(template, (name,))], stand)


def grow(template: Template, name: str, *, stand: Stand) -> Template:
    """A text as high as its words again."""
    return _put(template, [growing(one, stand.form, stand.places) for one in chosen(template, (name,))], stand)


def resize(template: Template, ids: Iterable[str], *, to: Frame, stand: Stand) -> Template:
    """Items brought from the rectangle around them into another: one takes it, several keep their shares of it."""
    items = chosen(template, ids)
    if len(items) == 1:
        return place(template, items[0].id, frame=to, stand=stand)
    before = around(stand.frame(item) for item in items)
    if not items or not before.width or not before.height:
        return template
    across, down = max(LEAST, to.width) / before.width, max(LEAST, to.height) / before.height
    changed = []
    for item in items:
        frame = stand.frame(item)
        x, y = to.x + (frame.x - before.x) * across, to.y + (frame.y - before.y) * down
        changed.append(
            stand.put(item, frame._replace(x=x, y=y, width=frame.width * across, height=frame.height * down))
        )
    return _put(template, changed, stand)


def rotate(template: Template, ids: Iterable[str], *, by: float, stand: Stand) -> Template:
    """Items turned clockwise by degrees, several about the middle of the rectangle around them."""
    items = chosen(template, ids)
    x, y = around(stand.frame(item) for item in items).centre
    cos, sin = math.cos(math.radians(by)), math.sin(math.radians(by))
    changed = []
    for item in items:
        frame = stand.frame(item)
        dx, dy = frame.centre[0] - x, frame.centre[1] - y
        moved = frame.moved(dx * cos - dy * sin - dx, dx * sin + dy * cos - dy) if len(items) > 1 else frame
        changed.append(stand.put(item, moved._replace(rotate=frame.rotate + by)))
    return _put(template, changed, stand)


def align(template: Template, ids: Iterable[str], *, edge: Edge, stand: Stand) -> Template:
    """Items brought to one line: to the outermost of several, one alone to the card."""
    groups = units(chosen(template, ids))
    frames = [around(stand.frame(item) for item in group) for group in groups]
    goal = around(frames) if len(groups) > 1 else Frame(0, 0, *stand.card)
    changed = []
    for group, frame in zip(groups, frames, strict=True):
        dx, dy = _to_edge(frame, goal, edge)
        changed += [stand.put(item, stand.frame(item).moved(dx, dy)) for item in group]
    return _put(template, changed, stand)


def distribute(template: Template, ids: Iterable[str], *, axis: Axis, stand: Stand) -> Template:
    """Three or more items with equal distances between them; the outermost stay."""
    groups = units(chosen(template, ids))
    if len(groups) < 3:
        return template
    down = axis is Axis.DOWN
    frames = [around(stand.frame(item) for item in group) for group in groups]
    order = sorted(range(len(groups)), key=lambda n: (frames[n].y, n) if down else (frames[n].x, n))
    sizes = [frames[n].height if down else frames[n].width for n in order]
    first, last = frames[order[0]], frames[order[-1]]
    room = last.bottom - first.y if down else last.right - first.x
    gap = (room - sum(sizes)) / (len(groups) - 1)
    at, changed = (first.y if down else first.x), []
    for n, size in zip(order, sizes, strict=True):
        by = (0.0, at - frames[n].y) if down else (at - frames[n].x, 0.0)
        changed += [stand.put(item, stand.frame(item).moved(*by)) for item in groups[n]]
        at += size + gap
    return _put(template, changed, stand)


def units(items: Sequence[Item]) -> list[list[Item]]:
    """Items as they move together: groups whole, the others alone."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(f"group {item.group}" if item.group else f"item {item.id}", []).append(item)
    return list(found.values())


def _put(template: Template, changed: Sequence[Item], stand: Stand) -> Template:
    """The design with these items where they were put; what hangs on them stays: only what was grabbed moves."""
    moved = {item.id for item in changed}
    hung = [item for item in template.items if item.id not in moved and moved.intersection(hangs_on(item))]
    stay = [held(item, stand.form, stand.places) for item in hung if stand.form not in item.free]
    return with_items(template, [*changed, *stay])


def _to_edge(frame: Frame, goal: Frame, edge: Edge) -> tuple[float, float]:
    (x, y), (goal_x, goal_y) = frame.centre, goal.centre
    return {
        Edge.LEFT: (goal.x - frame.x, 0.0),
        Edge.CENTRE: (goal_x - x, 0.0),
        Edge.RIGHT: (goal.right - frame.right, 0.0),
        Edge.TOP: (0.0, goal.y - frame.y),
        Edge.MIDDLE: (0.0, goal_y - y),
        Edge.BOTTOM: (0.0, goal.bottom - frame.bottom),
    }[edge]

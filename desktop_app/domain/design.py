"""Where a design's items stand, as rectangles in millimetres, and how one is put; every edit rests on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from desktop_app.domain.cards import (
    BarcodeItem,
    Box,
    FillItem,
    Format,
    Item,
    LinesItem,
    QrItem,
    RuleItem,
    Sized,
    Spot,
    Symbology,
    Template,
    TextItem,
)

CARDS: Mapping[Format, tuple[float, float]] = {
    Format.SMALL: (85.0, 55.0), Format.MEDIUM: (105.0, 148.0), Format.TALL: (99.0, 210.0),
    Format.WIDE: (148.0, 105.0), Format.ENVELOPE: (220.0, 110.0), Format.LARGE: (148.0, 210.0),
    Format.PAGE: (210.0, 297.0),
}  # fmt: skip
LEAST = 1.0  # mm; nothing is made smaller
_FARTHEST = 500.0  # mm from the card; nothing is lost out of reach


class Frame(NamedTuple):
    """A rectangle in mm from the card's trimmed top left corner, turned clockwise by degrees about its centre."""

    x: float
    y: float
    width: float
    height: float
    rotate: float = 0.0

    @property
    def right(self) -> float:
        """The right edge before turning."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge before turning."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> Frame:
        """The same elsewhere."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def outline(self) -> Frame:
        """The upright rectangle around it as it is turned."""
        if not self.rotate % 180:
            return self._replace(rotate=0.0)
        turn = math.radians(self.rotate)
        cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
        width, height = self.width * cos + self.height * sin, self.width * sin + self.height * cos
        x, y = self.centre
        return Frame(x - width / 2, y - height / 2, width, height)


Places: TypeAlias = Mapping[Format, Mapping[str, Frame]]  # where the proof says the items stand, by class of size


def around(frames: Iterable[Frame]) -> Frame:
    """The upright rectangle around several; an empty one without any."""
    outlines = [frame.outline() for frame in frames]
    if not outlines:
        return Frame(0, 0, 0, 0)
    x, y = min(one.x for one in outlines), min(one.y for one in outlines)
    return Frame(x, y, max(one.right for one in outlines) - x, max(one.bottom for one in outlines) - y)


def item_of(template: Template, name: str) -> Item | None:
    """An item by its id."""
    return next((item for item in template.items if item.id == name), None)


def chosen(template: Template, ids: Iterable[str], *, locked: bool = False) -> list[Item]:
    """The items of these ids in drawing order; locked ones only when asked for."""
    wanted = set(ids)
    return [item for item in template.items if item.id in wanted and (locked or not item.locked)]


def with_items(template: Template, changed: Iterable[Item]) -> Template:
    """The design with these items in place of those of the same ids."""
    new = {item.id: item for item in changed}
    return replace(template, items=tuple(new.get(item.id, item) for item in template.items)) if new else template


def fresh(stem: str, taken: Iterable[str]) -> str:
    """A name nobody has: the stem, else with a number."""
    known = set(taken)
    number, name = 1, stem
    while name in known:
        number += 1
        name = f"{stem}-{number}"
    return name


def frame_of(item: Item, form: Format, places: Places) -> Frame:
    """Where an item stands on one class of card: by its own numbers where they say it, else as the proof laid it out.

    A proof is always a moment old, an item's own numbers never are.
    """
    seen = places.get(form, {}).get(item.id)
    free = item.free.get(form)
    if free is not None:
        high = free.height or (seen.height if seen is not None and _grows(item) else _height(item, form, free.width))
        return Frame(free.left, free.top, free.width, high, item.rotate)
    if seen is None or _stands(item.box):
        told = _told(item, form)
        grown = seen is not None and item.box.height is None and _grows(item)
        return told._replace(height=seen.height) if seen is not None and grown else told
    return seen._replace(rotate=item.rotate)


def put(item: Item, frame: Frame, *, form: Format, places: Places) -> Item:
    """The item standing at a frame on one class of card, hanging on nothing there; elsewhere it stays as it is.

    A text keeps growing with its words until a person makes it higher or lower.
    """
    frame = _bounded(frame)
    height = frame.height if _holds_height(item, frame, form=form, places=places) else 0.0
    spot = Spot(_tidy(frame.x), _tidy(frame.y), _tidy(frame.width), _tidy(height))
    return replace(item, free={**item.free, form: spot}, rotate=_turned(frame.rotate))


def held(item: Item, form: Format, places: Places) -> Item:
    """The item standing where it is on one class of card, whatever becomes of what it hung on there."""
    frame = frame_of(item, form, places)
    if frame.height < LEAST and not isinstance(item, RuleItem):  # the record at hand has nothing for it
        frame = frame._replace(height=_height(item, form, frame.width))
    return put(item, frame, form=form, places={form: {item.id: frame}})


def freed(item: Item, form: Format, places: Places) -> Item:
    """The item standing where it is on every class of card, hanging on no other item."""
    here = frame_of(item, form, places)
    frames = {}
    for other in Format:
        known = other is form or other in item.free or item.id in places.get(other, {}) or not hangs_on(item)
        frame = frame_of(item, other, places) if known else alike(here, form, other, square=is_square(item))
        frames[other] = _bounded(frame)
    stands = item
    for other, frame in frames.items():
        stands = put(stands, frame, form=other, places=places)
    box = Box(
        left={one: _tidy(frame.x) for one, frame in frames.items()},
        top={one: _tidy(frame.y) for one, frame in frames.items()},
        width={one: _tidy(frame.width) for one, frame in frames.items()},
        height=item.box.height,
    )
    return replace(stands, box=box)


def holds_height(item: Item, form: Format) -> bool:
    """Whether a text was given a height on a class of card, and so no longer grows with its words."""
    free = item.free.get(form)
    return _grows(item) and (free.height > 0 if free is not None else item.box.height is not None)


def growing(item: Item, form: Format, places: Places) -> Item:
    """A text standing where it is on one class of card, as high as its words again."""
    frame = frame_of(item, form, places)
    spot = Spot(_tidy(frame.x), _tidy(frame.y), _tidy(frame.width))
    return replace(item, free={**item.free, form: spot}) if holds_height(item, form) else item


def hangs_on(item: Item) -> tuple[str, ...]:
    """The items an item's box hangs on."""
    return tuple(name for name in (item.box.under, item.box.above) if name)


def alike(frame: Frame, form: Format, other: Format, *, square: bool = False) -> Frame:
    """The like place on another class of card: as far across and down; what must keep its shape keeps it."""
    (wide, high), (wider, higher) = CARDS[form], CARDS[other]
    across, down = wider / wide, higher / high
    scale = min(across, down)
    width, height = frame.width * (scale if square else across), frame.height * (scale if square else down)
    x, y = frame.centre
    return Frame(x * across - width / 2, y * down - height / 2, max(LEAST, width), max(LEAST, height), frame.rotate)


def box_at(frame: Frame, form: Format, *, height: bool = True, square: bool = False) -> Box:
    """A box at a frame, and at the like places on the other classes of card."""
    frame = _bounded(frame)
    frames = {other: frame if other is form else alike(frame, form, other, square=square) for other in Format}
    return Box(
        left={one: _tidy(found.x) for one, found in frames.items()},
        top={one: _tidy(found.y) for one, found in frames.items()},
        width={one: _tidy(found.width) for one, found in frames.items()},
        height={one: _tidy(found.height) for one, found in frames.items()} if height else None,
    )


def is_square(item: Item) -> bool:
    """Whether an item's shape must be kept when it is made larger or smaller by a corner."""
    return not isinstance(item, TextItem | LinesItem | RuleItem | FillItem)


def is_code(item: Item) -> bool:
    """Whether an item is a square code: as high as it is wide."""
    return isinstance(item, QrItem) or (isinstance(item, BarcodeItem) and item.symbology is Symbology.QR)


def same(length: float) -> Sized:
    """One length for every class of card."""
    return dict.fromkeys(Format, length)


def _told(item: Item, form: Format) -> Frame:
    """Where an item's own box says it stands; what hangs on others is taken to stand at the top."""
    wide, high = CARDS[form]
    box = item.box
    left = box.left[form] if box.left is not None else 0.0
    right = box.right[form] if box.right is not None else 0.0
    width = box.width[form] if box.width is not None else max(LEAST, wide - left - right)
    x = wide - right - width if box.left is None and box.right is not None else left
    height = _height(item, form, width)
    if box.top is not None and box.bottom is not None:
        height = max(LEAST, high - box.top[form] - box.bottom[form])
    y = box.top[form] if box.top is not None else 0.0
    if box.top is None and box.bottom is not None:
        y = high - box.bottom[form] - height
    return Frame(x, y, width, height, item.rotate)


def _height(item: Item, form: Format, width: float) -> float:
    if item.box.height is not None:
        return item.box.height[form]
    if isinstance(item, RuleItem):
        return item.weight
    return 8.0 if isinstance(item, TextItem | LinesItem) else width


def _holds_height(item: Item, frame: Frame, *, form: Format, places: Places) -> bool:
    """Whether a frame's height is the item's own: a text's only once a person made it higher or lower."""
    if isinstance(item, RuleItem) or is_code(item):
        return False
    if _grows(item):
        return holds_height(item, form) or abs(frame.height - frame_of(item, form, places).height) > 0.01
    return True


def _grows(item: Item) -> bool:
    return isinstance(item, TextItem | LinesItem)


def _stands(box: Box) -> bool:
    """Whether a box tells by itself where it stands."""
    return box.left is not None and box.top is not None and box.width is not None


def _bounded(frame: Frame) -> Frame:
    width = min(max(LEAST, frame.width), _FARTHEST)
    height = min(max(0.05, frame.height), _FARTHEST)
    x = min(max(-_FARTHEST, frame.x), _FARTHEST)
    y = min(max(-_FARTHEST, frame.y), _FARTHEST)
    return Frame(x, y, width, height, frame.rotate)


def _tidy(length: float) -> float:
    return round(length, 2) + 0.0  # no minus zero in a file


def _turned(degrees: float) -> float:
    return round(degrees % 360, 1) % 360

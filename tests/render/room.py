"""Where the ink of a card lies, shape by shape, in millimetres: tells what stands on something else."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.model import MM, Bars, Code, Drawing, Path, Picture, Placed, TextBlock, Trouble
from desktop_app.documents.strokes import on_curve
from desktop_app.domain.cards import Side, Template
from desktop_app.domain.printing import PaperDetails, ShopDetails
from desktop_app.render.press import Press
from desktop_app.render.shaping import Fonts

_TOUCH = 0.15  # mm that edges may lie over each other: letters are rounder than their boxes


class Rect(NamedTuple):
    """A rectangle that is full of ink."""

    item: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Whether two rectangles lie over each other by more than a touch."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _TOUCH and down > _TOUCH

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left < x < self.right and self.top < y < self.bottom


def meetings(
    template: Template, paper: PaperDetails, shop: ShopDetails, *, card: tuple[float, float], fonts: Fonts,
    by: str = "Inese Š.",
) -> list[str]:  # fmt: skip
    """Which things of a record's first card stand on which, on both sides, and what is too long for its place."""
    press = Press(io.BytesIO(), card, shop, by=by, fonts=fonts)
    same, words = same_content(shop, by), PaperWords(paper.language)
    found: list[str] = []
    for side in template.sides:
        layout = press.layout(template, paper.language, same, side=side)
        content = BUILDERS[template.kind](paper, same, words, asked=layout.asked)
        rects: list[Rect] = []
        drawn: list[tuple[str, Drawing]] = []
        standing, notes, _ = layout.seen(content)
        found += [f"{note.item} is too long" for note in notes if note.trouble is Trouble.OVERFLOW]
        for seen in standing:
            for shape in seen.shapes:
                rects += _rects(seen.item.id, shape)
                if isinstance(shape, Drawing) and side is Side.FRONT:
                    drawn.append((seen.item.id, shape))
        pairs = [(one.item, other.item) for one, other in combinations(rects, 2) if one.meets(other)]
        for name, drawing in drawn:
            points = [(drawing.x + x, drawing.y + y) for path in drawing.paths for x, y in _points(path)]
            pairs += [(name, rect.item) for rect in rects if any(rect.holds(x, y) for x, y in points)]
        found += sorted({f"{one} on {other}" for one, other in pairs if one != other})
    return found


def _rects(name: str, shape: Placed) -> Iterator[Rect]:
    if isinstance(shape, TextBlock):
        point = shape.size / MM
        for number, (begin, end) in enumerate(shape.lines):
            line = shape.pieces[begin:end]
            left = shape.x + (shape.indents[number] if shape.indents else 0.0)
            width = sum(piece.advance for piece in line[:-1]) + line[-1].width
            foot = shape.y + number * shape.leading * point
            yield Rect(name, left, foot - shape.style.letters.cap * point, left + width * point, foot)
    elif isinstance(shape, Picture | Bars):
        yield Rect(name, shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    elif isinstance(shape, Code):
        yield Rect(name, shape.x, shape.y, shape.x + shape.size, shape.y + shape.size)


def _points(path: Path) -> Iterator[tuple[float, float]]:
    """Points all along a path's edge."""
    last = path.start
    for segment in path.segments:
        ends: Sequence[tuple[float, float]] = [(segment[n], segment[n + 1]) for n in range(0, len(segment), 2)]
        if len(ends) == 3:
            yield from (on_curve((last, ends[0], ends[1], ends[2]), n / 8)[0] for n in range(9))
        else:
            (left, top), (right, bottom) = last, ends[0]
            yield from ((left + (right - left) * n / 8, top + (bottom - top) * n / 8) for n in range(9))
        last = ends[-1]

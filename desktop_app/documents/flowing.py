"""Long papers: rows of texts set one under another over as many A4 pages as they take, none cut or lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.model import MM, Composer, Placed, Rectangle, TypeStyle
from desktop_app.documents.setting import Setting, block_of, set_text
from desktop_app.domain.cards import Align, Colour, Face

PAGE = (210.0, 297.0)
LEFT, RIGHT, TOP, BOTTOM = 20.0, 20.0, 20.0, 24.0
WIDTH = PAGE[0] - LEFT - RIGHT
_DROP = 1.2  # mm from a baseline to where the letters under it end
_UNDER_RULE = 1.8  # mm


@dataclass(frozen=True, slots=True)
class Look:
    """How a text of a long paper is set: its face, size in points, colour, where its lines stand."""

    face: Face = Face.SANS
    size: float = 9.5
    colour: str = Colour.INK
    align: Align = Align.LEFT
    leading: float = 1.35


class Cell(NamedTuple):
    """A text in its column: where that begins (mm from the left margin), how wide it is, and its look."""

    text: str
    x: float
    width: float
    look: Look


class Row(NamedTuple):
    """Cells side by side; `gap` mm above them, `held` rows after it that must follow on the same page.

    `rule` draws a fine line under it.
    """

    cells: tuple[Cell, ...]
    gap: float = 0.8
    held: int = 0
    rule: bool = False


class _Set(NamedTuple):
    row: Row
    texts: tuple[tuple[Cell, Setting, TypeStyle], ...]
    height: float


def flow(rows: Sequence[Row], faces: Composer, foot: Callable[[int, int], Row]) -> list[list[Placed]]:
    """The pages of a paper as placed shapes; `foot` makes the last row of page n of m."""
    setter = _Setter(faces)
    made = [setter.set_row(row) for row in rows]
    pages = _Pages()
    for place, one in enumerate(made):
        after = sum(other.height + other.row.gap for other in made[place + 1 : place + 1 + one.row.held])
        pages.add(one, after)
    for number, page in enumerate(pages.pages, 1):
        last = setter.set_row(foot(number, len(pages.pages)))
        page.extend(_placed(last, PAGE[1] - BOTTOM / 2 - last.height))
    return pages.pages


class _Setter:
    """Sets texts with the faces of one file; a style is made once."""

    def __init__(self, faces: Composer) -> None:
        self._faces = faces
        self.style = lru_cache(maxsize=64)(self._style)

    def set_row(self, row: Row) -> _Set:
        """A row's texts set, and how high it is."""
        texts = tuple((cell, set_text(cell.text, self.style(cell.look), cell.width), self.style(cell.look))
                      for cell in row.cells)  # fmt: skip
        return _Set(row, texts, _height(row, texts))

    def _style(self, look: Look) -> TypeStyle:
        return TypeStyle(
            face=look.face, size=look.size, min_size=look.size, leading=look.leading, colour=look.colour,
            align=look.align, tracking=0.0, upper=False, max_lines=0, letters=self._faces.letters(look.face, 0.0),
        )  # fmt: skip


class _Pages:
    """The pages being filled from the top; `y` is where the next row begins."""

    def __init__(self) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._y = TOP

    def add(self, one: _Set, after: float) -> None:
        """Puts a row, with room for what must follow it; what is higher than a page goes on on the next."""
        bottom = PAGE[1] - BOTTOM
        needed = one.height + after
        if self._y > TOP and self._y + one.row.gap + min(needed, bottom - TOP) > bottom:
            self._next()
        if self._y > TOP:
            self._y += one.row.gap
        while self._y + one.height > bottom:
            head, one = _split(one, bottom - self._y)
            self.pages[-1].extend(_placed(head, self._y))
            self._next()
        self.pages[-1].extend(_placed(one, self._y))
        self._y += one.height

    def _next(self) -> None:
        self.pages.append([])
        self._y = TOP


def _split(one: _Set, room: float) -> tuple[_Set, _Set]:
    """The lines of a row that fit into `room` mm, and the rest."""
    heads, tails = [], []
    for cell, setting, style in one.texts:
        step = setting.size * style.leading / MM
        fits = max(1, 1 + int((room - _DROP - _first_baseline(one.texts)) / step))
        heads.append((cell, _cut(setting, step, 0, fits), style))
        tails.append((cell, _cut(setting, step, fits, None), style))
    return _again(one, heads), _again(one, tails)


def _cut(setting: Setting, step: float, first: int, last: int | None) -> Setting:
    lines, indents = setting.lines[first:last], setting.indents[first:last]
    height = setting.rise + step * (len(lines) - 1) if lines else 0.0
    return setting._replace(lines=lines, indents=indents, height=height)


def _again(one: _Set, texts: Sequence[tuple[Cell, Setting, TypeStyle]]) -> _Set:
    return _Set(one.row, tuple(texts), _height(one.row, texts))


def _height(row: Row, texts: Sequence[tuple[Cell, Setting, TypeStyle]]) -> float:
    first = _first_baseline(texts)
    below = max((setting.height - setting.rise for _, setting, _ in texts), default=0.0)
    return first + below + _DROP + (_UNDER_RULE if row.rule else 0.0)


def _first_baseline(texts: Sequence[tuple[Cell, Setting, TypeStyle]]) -> float:
    """From the top of a row to the baseline all its cells begin on."""
    return max((setting.rise for _, setting, _ in texts if setting.lines), default=0.0)


def _placed(one: _Set, y: float) -> list[Placed]:
    found: list[Placed] = []
    for cell, setting, style in one.texts:
        if setting.lines and cell.text:
            found.append(block_of(setting, style, LEFT + cell.x, y + _first_baseline(one.texts)))
    if one.row.rule:
        found.append(Rectangle(LEFT, y + one.height - _UNDER_RULE + 0.4, WIDTH, 0.2, Colour.SOFT))
    return found


COLOURS: Mapping[str, str] = {
    Colour.INK: "#222222",
    Colour.MUTED: "#6b6660",
    Colour.ACCENT: "#7a3b2e",
    Colour.SOFT: "#d9d4cc",
}

"""A design that marks both sides of a card, and where the marks are found again on the pages of a PDF."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.cards import (
    Box,
    Colour,
    Face,
    FillItem,
    Format,
    Item,
    Side,
    Style,
    Template,
    TextItem,
    Variant,
)
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Language
from tests.render.sheets import outside, parcel

MM = 72 / 25.4
AT = 4.0  # mm from a card's left and top edge to its mark
GROUND = (0, 128, 255)


def all_sizes(value: float) -> dict[Format, float]:
    """The same number for each class of size."""
    return dict.fromkeys(Format, value)


def marked(*, ground: bool = False) -> Template:
    """A design with F and the order's number near its front's top left corner, B near its back's."""
    box = Box(left=all_sizes(AT), top=all_sizes(AT), width=all_sizes(30))
    over = Box(left=all_sizes(-3), right=all_sizes(-3), top=all_sizes(-3), bottom=all_sizes(-3))
    style = Style(Face.SANS, all_sizes(8), all_sizes(8))
    items: tuple[Item, ...] = (
        *([FillItem(id="ground", box=over)] if ground else []),
        TextItem(id="front", text="front", style="small", box=box),
        TextItem(id="back", text="back", style="small", box=box, side=Side.BACK),
    )
    texts = {
        key: {language: (Variant(letter + "{order.number}"),) for language in Language}
        for key, letter in (("front", "F"), ("back", "B"))
    }
    palette = dict.fromkeys(Colour, "#000000") | {Colour.SOFT: "#0080FF"}
    return Template(
        Kind.THANK_YOU, "marked", dict.fromkeys(Language, "Marked"), palette, all_sizes(4), {"small": style}, items,
        texts,
    )  # fmt: skip


def numbered(count: int) -> Iterator[PaperDetails]:
    """So many orders, numbered from 0."""
    for n in range(count):
        yield dataclasses.replace(parcel(n), number=f"{n:04}")


class Found(NamedTuple):
    """A mark on a page: its letter, the order's number, its page from 0, its box in mm."""

    letter: str
    number: int
    page: int
    x: float
    y: float
    width: float
    height: float


def marks_in(file: bytes) -> list[Found]:
    """Every mark of a file, as pdftotext finds them."""
    if not file:
        return []
    found, page = [], -1
    for line in outside(["pdftotext", "-bbox", "{}", "-"], file).splitlines():
        if "<page " in line:
            page += 1
        word = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([FB])(\d{4})<', line)
        if word:
            x, y, right, bottom = (float(word[n]) / MM for n in (1, 2, 3, 4))
            found.append(Found(word[5], int(word[6]), page, x, y, right - x, bottom - y))
    return found

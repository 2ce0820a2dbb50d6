"""Drawings of sheets: the places of a stock, where to cut, and the page by which a printer is measured."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calibration import first_line, spans
from desktop_app.domain.guides import Guide, Label, Outline, Stroke
from desktop_app.domain.stock import Shape, Stock
from desktop_app.i18n import Words

_HEAVY = 0.3  # mm, the lines that are measured
_LETTER = 0.19  # mm, about, of a letter's width for each point of its size
_TICK = 1.5  # mm; every fifth is longer, every tenth longest and numbered


def picture(stock: Stock) -> Guide:
    """The places of a stock with their numbers."""
    width, height = stock.card
    outlines = []
    for place in range(stock.places):
        x, y = stock.corner(place)
        outlines.append(Outline(x, y, width, height, stock.radius, stock.shape is Shape.ROUND, place + 1))
    return Guide(stock.sheet, tuple(outlines))


def cutting_guide(stock: Stock, words: Words) -> Guide:
    """The places, the cuts right across the sheet with their distance from its edge, and what stock it is."""
    wide, high = stock.sheet
    width, height = stock.card
    base = picture(stock)
    across = sorted({round(edge, 2) for one in base.outlines for edge in (one.x, one.x + width)})
    down = sorted({round(edge, 2) for one in base.outlines for edge in (one.y, one.y + height)})
    cuts = [] if stock.labels else [Stroke(x, 0, x, high, dashed=True) for x in across if 0.01 < x < wide - 0.01]
    if not stock.labels:
        cuts += [Stroke(0, y, wide, y, dashed=True) for y in down if 0.01 < y < high - 0.01]
    x, y = stock.corner(0)
    size = _fitting(stock)
    labels = [Label(one.x + width / 2, one.y + height * 0.75, size, str(one.number), True) for one in base.outlines]
    if not stock.labels and min(stock.card) >= 40:
        title = stock.title[words.language]
        lines = [
            title,
            words("Each card is {width} × {height} mm.", width=words.number(width), height=words.number(height)),
            words("Cut along the dashed lines, at these distances from the left and upper edge, in mm:"),
            "| " + " · ".join(map(words.number, [cut.x1 for cut in cuts if cut.x1 == cut.x2])),
            "— " + " · ".join(map(words.number, [cut.y1 for cut in cuts if cut.y1 == cut.y2])),
        ]
        size = min(7.0, (width - 12) / (_LETTER * max(map(len, lines))))
        labels += [Label(x + 6, y + 8 + 0.6 * size * n, size, line) for n, line in enumerate(lines) if len(line) > 2]
    return Guide(stock.sheet, base.outlines, tuple(cuts), tuple(labels))


def measuring_page(sheet: tuple[float, float], words: Words, *, back: bool = False) -> Guide:
    """The page a printer is measured by: two upright and two lying lines, a ruler between them, what to measure."""
    wide, high = sheet
    across, down = spans(sheet)
    left = top = first_line(sheet)
    lines: tuple[Stroke, ...] = (
        Stroke(left, max(top - 12, 1), left, min(top + down + 8, high - 6), _HEAVY),
        Stroke(max(left - 12, 1), top, min(left + across + 8, wide - 6), top, _HEAVY),
    )
    texts = _said(words, across, down, back=back)
    room = wide - left - 16
    size = min(8.5, room / (_LETTER * max(map(len, texts))))
    texts = texts if size >= 5 and high >= 90 else []  # on a narrow roll the window says it
    labels = [Label(left + 12, top + 24 + 5 * n, size, text) for n, text in enumerate(texts)]
    labels += [Label(left + 1.5, top - 8, 9, "A"), Label(left - 9, top - 1.5, 9, "B")]
    if not back:
        lines += (
            Stroke(left + across, top - 8, left + across, top + 16, _HEAVY),
            Stroke(left - 8, top + down, left + 16, top + down, _HEAVY),
        )
        labels += [Label(left + across - 5, top + 14, 9, "C"), Label(left + 12, top + down + 4, 9, "D")]
        lines += (*_ruler(left, top, across, upright=False), *_ruler(left, top, down, upright=True))
        labels += [Label(left + n, top + 7, 6, str(n), True) for n in range(10, round(across), 10)]
        labels += [Label(left + 5, top + n + 0.8, 6, str(n)) for n in range(10, round(down), 10)]
    kept = [label for label in labels if 0 <= label.x < wide - 2 and 3 < label.y < high - 1]
    return Guide(sheet, (), tuple(_kept_on(stroke, sheet) for stroke in lines), tuple(kept))


def _said(words: Words, across: float, down: float, *, back: bool) -> list[str]:
    """What to do with the page, line by line, short enough for a narrow sheet."""
    if back:
        return [
            words("Back of the sheet"),
            words("A: from the left edge of the paper to the upright line"),
            words("B: from the upper edge of the paper to the lying line"),
        ]
    return [
        words("Measure with a ruler, to half a millimetre:"),
        words("A: from the left edge of the paper to the upright line"),
        words("B: from the upper edge of the paper to the lying line"),
        words("C: between the upright lines; it should be {n} mm", n=words.number(across)),
        words("D: between the lying lines; it should be {n} mm", n=words.number(down)),
    ]


def _kept_on(stroke: Stroke, sheet: tuple[float, float]) -> Stroke:
    """The part of a line that lies on a small sheet."""
    wide, high = sheet
    return stroke._replace(
        x1=max(stroke.x1, 0.0), y1=max(stroke.y1, 0.0), x2=min(stroke.x2, wide), y2=min(stroke.y2, high)
    )


def _ruler(left: float, top: float, length: float, *, upright: bool) -> Iterator[Stroke]:
    for n in range(1, round(length)):
        tick = _TICK * (1 if n % 5 else 1.8 if n % 10 else 2.6)
        if upright:
            yield Stroke(left, top + n, left + tick, top + n)
        else:
            yield Stroke(left + n, top, left + n, top + tick)


def _fitting(stock: Stock) -> float:
    """The size of a place's number in points."""
    return min(28.0, min(stock.card) * 0.6)

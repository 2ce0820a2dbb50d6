"""The rows a statement is made of: headings, labelled values, dated lines, orders with their articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.documents.flowing import WIDTH, Cell, Look, Row
from desktop_app.documents.wording import on_lines, on_paper
from desktop_app.domain.cards import Align, Colour, Face
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Words

TITLE = Look(Face.SERIF, 21, Colour.INK, leading=1.2)
HEADING = Look(Face.SERIF_BOLD, 13, Colour.ACCENT)
LABEL = Look(Face.SANS, 8.5, Colour.MUTED)
TEXT = Look()
STRONG = Look(Face.SANS_BOLD)
SMALL = Look(Face.SANS, 8, Colour.MUTED)
AMOUNT = Look(Face.SANS, 9.5, Colour.INK, Align.RIGHT)
TOTAL = Look(Face.SANS_BOLD, 9.5, Colour.INK, Align.RIGHT)
_BESIDE = 46.0  # mm to where values begin, and what is told of a day: a Latvian day with its time is 40 long
_MONEY = 26.0


def heading(text: str) -> Row:
    """A part's heading; what comes first in the part stays on its page."""
    return Row((Cell(text, 0, WIDTH, HEADING),), gap=8, held=2, rule=True)


def plain(text: str, look: Look = TEXT, *, gap: float = 1.4) -> list[Row]:
    """A text over the whole width; none where there is nothing to say."""
    said = on_lines(text)
    return [Row((Cell(said, 0, WIDTH, look),), gap=gap)] if said else []


def pair(label: str, value: str) -> list[Row]:
    """A value with what it is at its left; none where the value is empty."""
    said = on_lines(value)
    if not said:
        return []
    return [Row((Cell(label, 0, _BESIDE - 3, LABEL), Cell(said, _BESIDE, WIDTH - _BESIDE, TEXT)), gap=1.5)]


def dated(when: str, text: str, beneath: Iterable[str] = ()) -> list[Row]:
    """A line of a list with its day at the left, and further lines under it."""
    said = [on_lines(part) for part in (text, *beneath)]
    said = [part for part in said if part]
    if not said:
        return []
    room = WIDTH - _BESIDE
    first = Row((Cell(when or "–", 0, _BESIDE - 3, LABEL), Cell(said[0], _BESIDE, room, TEXT)), gap=1.7)
    return [first, *(Row((Cell(part, _BESIDE, room, SMALL),), gap=0.5) for part in said[1:])]


def order_head(text: str, amount: str, *, articles: int) -> Row:
    """The first line of an order: which, when, how it stands, and what it came to."""
    cells = [Cell(on_paper(text), 0, WIDTH - _MONEY - 2, STRONG)]
    if amount:
        cells.append(Cell(amount, WIDTH - _MONEY, _MONEY, TOTAL))
    return Row(tuple(cells), gap=4, held=min(articles, 2))


def article(quantity: str, name: str, amount: str) -> Row:
    """One article of an order, or what came on top of the articles."""
    cells = [Cell(quantity, 0, 12, LABEL)] if quantity else []
    cells.append(Cell(on_paper(name), 13, WIDTH - 13 - _MONEY - 2, TEXT))
    if amount:
        cells.append(Cell(amount, WIDTH - _MONEY, _MONEY, AMOUNT))
    return Row(tuple(cells), gap=1.0)


def beneath(text: str) -> list[Row]:
    """A remark under an order."""
    said = on_lines(text)
    return [Row((Cell(said, 13, WIDTH - 13, SMALL),), gap=0.8)] if said else []


def foot(left: str, right: str) -> Row:
    """The last line of a page."""
    look = Look(Face.SANS, 7.5, Colour.MUTED, Align.RIGHT)
    return Row((Cell(on_paper(left), 0, WIDTH - 40, SMALL), Cell(right, WIDTH - 38, 38, look)))


def day_text(words: Words, date: Birthday) -> str:
    """“5 March 1990”, “5 March” or “March”, as much as is known."""
    if not date.day:
        month = words.date(dt.date(2000, date.month, 1), "LLLL")
        return f"{month} {date.year}" if date.year else month
    if date.year is None:
        return words.date(dt.date(2000, date.month, date.day), _DAY[words.language.value])
    return words.date(dt.date(date.year, date.month, date.day))


def stamp(words: Words, at: str) -> str:
    """A moment as its local day and time, or the day alone where no time is known."""
    if not at:
        return ""
    day = words.date(dt.date.fromisoformat(at[:10]), "medium")
    return f"{day}, {at[11:16]}" if len(at) > 15 else day


_DAY = {"en": "d MMMM", "ru": "d MMMM", "lv": "d. MMMM"}


def joined(parts: Iterable[str]) -> str:
    """What there is of some parts, with a dot between."""
    return " · ".join(part for part in parts if part)

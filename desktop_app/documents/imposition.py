"""Cards onto sheets: pure functions, so that no record is ever dropped or printed twice; the press obeys them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import TypeVar

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import MOST_COPIES, Imposing
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg

T = TypeVar("T")


def check_run(stock: Stock, imposing: Imposing, copies: int) -> None:
    """Raises Invalid when a place is not on the sheet, or the number of copies makes no sense."""
    if not 1 <= imposing.start <= stock.places:
        message = msg(
            "This stock has {n} places: start at 1 to {n}, not at {start}.", n=stock.places, start=imposing.start
        )
        raise Invalid("start", message)
    for place in chain.from_iterable(imposing.left_over):
        if not 1 <= place <= stock.places:
            message = msg("This stock has {n} places: none is number {place}.", n=stock.places, place=place)
            raise Invalid("left_over", message)
    if not 1 <= copies <= MOST_COPIES:
        raise Invalid("copies", msg("Print 1 to {n} copies, not {copies}.", n=MOST_COPIES, copies=copies))


def part_used(stock: Stock, imposing: Imposing) -> list[tuple[int, ...]]:
    """The free places, from 0, of each sheet a run takes before whole ones; those without any are left out."""
    found = [tuple(sorted({place - 1 for place in free})) for free in imposing.left_over]
    if imposing.start > 1:
        found.append(tuple(range(imposing.start - 1, stock.places)))
    return [free for free in found if free]


def sheets(
    cards: Iterable[T], stock: Stock, imposing: Imposing | None = None, *, copies: int = 1
) -> Iterator[list[tuple[int, T]]]:
    """The sheets of a run as (place from 0, card) pairs, one card after the other: every card `copies` times.

    Reads ahead no further than a sheet; the last sheet may be part-filled.
    """
    imposing = imposing or Imposing()
    check_run(stock, imposing, copies)
    whole = tuple(range(stock.places))
    free = chain(part_used(stock, imposing), repeat(whole))
    places = next(free)
    sheet: list[tuple[int, T]] = []
    for card in cards:
        for _ in range(copies):
            sheet.append((places[len(sheet)], card))
            if len(sheet) == len(places):
                yield sheet
                sheet, places = [], next(free)
    if sheet:
        yield sheet


def stacked(count: int, stock: Stock, imposing: Imposing | None = None) -> Iterator[list[tuple[int, int]]]:
    """The sheets of a run in cut-and-stack order as (place from 0, index of the card) pairs.

    Part-used sheets are filled first, one card after the other. Of the whole ones, each place takes a run of cards: cut
    apart and the piles laid on one another, place 1 on top, all cards lie in order. Only the last sheet is part-filled.
    """
    imposing = imposing or Imposing()
    check_run(stock, imposing, 1)
    done = 0
    for free in part_used(stock, imposing):
        if done == count:
            return
        taken = free[: count - done]
        yield [(place, done + n) for n, place in enumerate(taken)]
        done += len(taken)
    rest = count - done
    piles = stock.places
    height = -(-rest // piles)
    full = rest - (height - 1) * piles  # so many piles are as high as there are sheets, the others one card lower
    firsts = [done + pile * height - max(0, pile - full) for pile in range(piles)]
    for sheet in range(height):
        yield [(pile, firsts[pile] + sheet) for pile in range(piles if sheet < height - 1 else full)]


def begun_after(
    before: Sequence[tuple[int, ...]], used: Sequence[Collection[int]], last: tuple[int, ...]
) -> tuple[tuple[int, ...], ...]:
    """The free places, from 1, of every sheet that is part-used once a run is printed.

    `before` are those (from 0) of the sheets it took first, `used` the places it filled on each of them, `last` (from
    1) the free ones of a whole sheet it ended on.
    """
    rests = [
        tuple(place + 1 for place in free if n >= len(used) or place not in used[n]) for n, free in enumerate(before)
    ]
    return tuple(rest for rest in (*rests, last) if rest)


def free_places(stock: Stock, sheet: int, used: Iterable[int], imposing: Imposing) -> tuple[int, ...]:
    """The places still free on a sheet (from 0) of the run, once `used` (from 0) hold cards; counted from 1."""
    before = part_used(stock, imposing)
    there = before[sheet] if sheet < len(before) else range(stock.places)
    return tuple(place + 1 for place in sorted(set(there) - set(used)))

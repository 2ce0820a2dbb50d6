"""Some sheets of a run instead of all: typed as “2-3, 5”, they become the printer's pages and the log's cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey
from desktop_app.i18n import msg

_DASH = re.compile(r"\s*[-–—]\s*")
_RANGE = re.compile(r"(\d+)(?:-(\d*))?\Z")


def sheets_of(text: str, last: int) -> tuple[int, ...]:
    """The sheets a person typed, as “2-3, 5” or “4-” (to the end); none for an empty text, which means all.

    `last` is the number of sheets there are. Raises Invalid at `sheets`.
    """
    found: set[int] = set()
    for part in re.split(r"[,;\s]+", _DASH.sub("-", text.strip())) if text.strip() else ():
        ends = _RANGE.match(part)
        first = int(ends[1]) if ends else 0
        end = (first if ends[2] is None else int(ends[2] or last)) if ends else 0
        if not 1 <= first <= end <= last:
            raise Invalid("sheets", msg("Write the sheets like 2-3, 5. There are sheets 1 to {n}.", n=last))
        found.update(range(first, end + 1))
    return tuple(sorted(found))


def card_sheets(result: PrintResult) -> int:
    """How many sheets with cards a run has; a cutting guide after them does not count."""
    return result.sheets - bool(result.guide)


def page_ranges(result: PrintResult, sheets: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The pages of the file that print these sheets, as ranges from 1; none where it is all of them."""
    return joined_ranges(result.pages_of(sheet) for sheet in sorted(sheets))


def ranges_said(sheets: Sequence[int]) -> str:
    """Sheets as a person would write them: “2–4, 7”."""
    ranges = joined_ranges((sheet, sheet) for sheet in sorted(sheets))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)


def joined_ranges(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Ranges in their order, those that follow on one another as one."""
    found: list[tuple[int, int]] = []
    for first, last in ranges:
        if found and found[-1][1] == first - 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def sheets_on(result: PrintResult, pages: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The sheets of which any of these ranges of pages prints a side; none where it is all of them."""
    count = card_sheets(result)
    if not pages:
        return ()
    found = [
        sheet
        for sheet in range(1, count + 1)
        if any(first <= result.pages_of(sheet)[1] and last >= result.pages_of(sheet)[0] for first, last in pages)
    ]
    return () if len(found) == count else tuple(found)


def only_sheets(result: PrintResult, sheets: Sequence[int]) -> PrintResult:
    """What came of a run of which only these sheets were printed; the whole run where there are none.

    The cards keep their sheets and places, so that the log finds them again in the file, which stays whole.
    """
    if not sheets:
        return result
    wanted, placed = frozenset(sheets), Placements()
    last: tuple[object, ...] = ()
    for card in result.placed:
        if card.sheet in wanted:
            key = RecordKey(*(getattr(card, field) for field in RecordKey._fields))
            if key != last:
                placed.record(key)
                last = key
            placed.card(card.kind)
            placed.lies(len(placed) - 1, card.sheet, card.place)
    return replace(result, placed=placed, sheets=len(wanted))


def begun_after(
    result: PrintResult, sheets: Sequence[int], imposing: Imposing, *, last: bool
) -> tuple[tuple[int, ...], ...]:
    """The free places of every sheet that is part-used once these sheets (none: all) are printed.

    With `last` the one the run ends on is among them, unless nobody keeps it.
    """
    before = [tuple(sorted(free)) for free in imposing.left_over if free]
    end, wanted = card_sheets(result), frozenset(sheets)
    on_a_new_one = bool(result.free) and end > len(before)
    if imposing.duplex is Duplex.FOLD:  # its places are double ones; of some sheets only nothing is known for sure
        if wanted:
            return tuple(before)
        return result.begun if last or not on_a_new_one else result.begun[:-1]
    used: dict[int, set[int]] = {}
    for card in result.placed:
        if card.sheet <= len(before) and (not wanted or card.sheet in wanted):  # cut piles go from sheet to sheet
            used.setdefault(card.sheet, set()).add(card.place)
    rests = [tuple(place for place in free if place not in used.get(n, ())) for n, free in enumerate(before, 1)]
    if last and on_a_new_one and (not wanted or end in wanted):
        rests.append(result.free)
    return tuple(rest for rest in rests if rest)

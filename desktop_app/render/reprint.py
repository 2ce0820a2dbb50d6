"""Sheets or single cards of a kept PDF once more: the very ink that was printed, whatever the shop holds by now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.documents.imposition import sheets as imposed
from desktop_app.domain.errors import BadFile
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.prints import RunLayout
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.render.sheets import cut_lines, fold_lines, openings

_MARKS = re.compile(rb"/K\d+ Do\n\Z")  # after the last card of a sheet


def reprint_sheets(kept: Path, layout: RunLayout, wanted: Sequence[int], out: BinaryIO) -> None:
    """Writes some sheets of a kept file, as they were, in their order; raises BadFile."""
    _written(kept, out, lambda old, new: _copy_sheets(old, new, layout, wanted))


def reprint_cards(
    kept: Path, layout: RunLayout, wanted: Sequence[PlacedCard], imposing: Imposing, out: BinaryIO
) -> list[tuple[int, int]]:
    """Writes some cards of a kept file onto new sheets, fronts and backs; returns each one's sheet and place, from 1.

    Of `imposing` the first free place and the part-used sheets count; the rest is as it was in the run. Raises BadFile
    for the file, Invalid for places that are not on the sheet.
    """
    sheets = list(imposed(wanted, layout.stock, imposing))
    _written(kept, out, lambda old, new: _lay_cards(old, new, layout, sheets))
    return [(number, place + 1) for number, sheet in enumerate(sheets, 1) for place, _ in sheet]


def _written(kept: Path, out: BinaryIO, make: Callable[[Any, Any], None]) -> None:
    import pikepdf  # only where something is printed again

    try:
        with pikepdf.open(kept) as old, pikepdf.new() as new:
            new.Root.ViewerPreferences = new.copy_foreign(old.make_indirect(old.Root.ViewerPreferences))
            make(old, new)
            new.save(out, deterministic_id=True)
    except (pikepdf.PdfError, OSError, LookupError, AttributeError) as error:
        name = shorten(kept.name)
        raise BadFile(msg("“{file}” can no longer be read. Print these cards anew.", file=name), file=name) from error


def _copy_sheets(old: Any, new: Any, layout: RunLayout, wanted: Iterable[int]) -> None:
    for sheet in wanted:
        for page in layout.pages_of(sheet):
            new.pages.append(old.pages[page])


def _lay_cards(old: Any, new: Any, layout: RunLayout, sheets: Iterable[Sequence[tuple[int, PlacedCard]]]) -> None:
    """Each card's own operators from its old page, opened at its new place; a new page is as the old ones are."""
    behind = layout.duplex if layout.duplex in (Duplex.LONG, Duplex.SHORT) else Duplex.OFF
    opened = [openings(layout.stock), openings(layout.stock, behind)][: layout.sides]
    parts: dict[int, tuple[bytes, dict[int, bytes]]] = {}
    for cards in sheets:
        for side, openers in enumerate(opened):
            drawn = []
            for place, card in cards:
                number = layout.pages_of(card.sheet)[side]
                if number not in parts:
                    parts[number] = _parted(old.pages[number].Contents.read_bytes(), openers)
                begin, held = parts[number]
                if card.place - 1 in held or not side:  # a card without a back has none here
                    drawn.append(openers[place] + held[card.place - 1])
            if layout.marks and layout.stock.crop_marks and not side:
                places = [place for place, _ in cards]
                drawn.append(cut_lines(layout.stock, places))
                drawn.append(fold_lines(layout.stock, layout.fold, places) if layout.fold else b"")
            new.pages.append(old.pages[layout.pages_of(cards[0][1].sheet)[side]])
            new.pages[-1].obj.Contents = new.make_stream(b"".join([begin, *drawn]))


def _parted(content: bytes, openers: Sequence[bytes]) -> tuple[bytes, dict[int, bytes]]:
    """A page's content as what comes before its cards, and each card by its place (from 0), its opening taken off."""
    content = _MARKS.sub(b"", content)
    found = sorted((content.find(opener), place) for place, opener in enumerate(openers) if opener in content)
    if not found:  # a side without cards
        return content, {}
    ends = [*(at for at, _ in found[1:]), len(content)]
    held = {place: content[at + len(openers[place]) : end] for (at, place), end in zip(found, ends, strict=True)}
    return content[: found[0][0]], held

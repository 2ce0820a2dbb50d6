"""What is about to be handed to a printer, noted beside its PDF until the log knows it: the power may go in between.

Of what a stopped program left there nobody can know whether it came out: a person is asked, and the log keeps that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop_app.actions.printing import print_folder
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import RelativeId
from desktop_app.domain.print_run import PlacedCard, Placements, PrintResult, RecordKey
from desktop_app.domain.printing import PrintId
from desktop_app.domain.prints import RunLayout
from desktop_app.domain.stock import stock_from, stock_json
from desktop_app.paths import shown_place
from desktop_app.queries import Shop
from desktop_app.queries.prints import logged_files
from desktop_app.store.durable import durable_write

Begun = tuple[str, Sequence[Iterable[int]]]
_ENDING = ".handed"


@dataclass(frozen=True, slots=True)
class Handed:
    """Papers on their way to a printer: all that the log will say of them. `shop` is where that is kept.

    `process` is the number of the program that noted them.
    """

    shop: str
    result: PrintResult
    kind: Kind
    file: Path
    printer: str
    by: str = ""
    again: PrintId | None = None
    begun: Begun | None = None
    process: int = 0

    @property
    def orders(self) -> tuple[OrderId, ...]:
        """The orders whose papers they are."""
        return tuple(dict.fromkeys(order for order, _ in self.result.printed))


def note_handed(papers: Handed) -> None:
    """Notes it before a printer is asked; `forget_handed` once the log knows, or no printer took it."""
    kept = {
        "shop": _place(papers.shop),  # a server's address may hold a password, which no file does
        "process": os.getpid(),
        "kind": papers.kind.value,
        "printer": papers.printer,
        "by": papers.by,
        "again": papers.again,
        "begun": papers.begun and [papers.begun[0], [list(free) for free in papers.begun[1]]],
        **{name: getattr(papers.result, name) for name in ("pages", "sheets", "sides", "stock", "design", "sha256")},
        "layout": layout_text(papers.result.layout) if papers.result.layout else "",
        "cards": [_row(card) for card in papers.result.placed],
    }
    durable_write(_note(papers.file), json.dumps(kept, ensure_ascii=False).encode())


def forget_handed(file: Path | None) -> None:
    """The log knows of this file now, or nothing came of it."""
    if file is not None:
        _note(file).unlink(missing_ok=True)


def left_handed(shop: Shop, *, own: bool = False) -> list[Handed]:
    """What a program that stopped had handed on, and never logged; the earliest first.

    With `own` also what this process noted: where it asks before it has printed anything, that was another one's with
    the same number. What a living one noted is its own to log.
    """
    found = [one for one in _noted(shop) if (own if one.process == os.getpid() else not _lives(one.process))]
    known = logged_files(shop, [str(one.file.absolute()) for one in found])
    left = [one for one in found if str(one.file.absolute()) not in known]
    for one in found:
        if one not in left:  # it stopped between the log and here
            forget_handed(one.file)
    return left


def drop_handed(papers: Handed) -> None:
    """It did not come out: nothing of it is kept, so its orders are as they were before."""
    forget_handed(papers.file)
    papers.file.unlink(missing_ok=True)


def handed_of(
    shop: Shop, *, customers: Collection[int], orders: Collection[int], relatives: Collection[int]
) -> list[Handed]:
    """What is noted with cards of any of these, whoever noted it, living or not."""

    def theirs(card: PlacedCard) -> bool:
        return card.customer in customers or card.order in orders or card.relative in relatives

    return [one for one in _noted(shop) if any(map(theirs, one.result.placed))]


def layout_text(layout: RunLayout) -> str:
    """How a run's cards lie on its pages, as the log keeps it."""
    kept = asdict(layout)
    return json.dumps({**kept, "stock": json.loads(stock_json(layout.stock))}, ensure_ascii=False)


def layout_from(text: str) -> RunLayout:
    """The layout that `layout_text` wrote."""
    kept = json.loads(text)
    fix, fold = kept.pop("calibration"), kept.pop("fold")
    return RunLayout(
        stock=stock_from(json.dumps(kept.pop("stock"))),
        duplex=Duplex(kept.pop("duplex")),
        calibration=Calibration(**fix) if fix else None,
        fold=tuple(fold) if fold else None,
        **kept,
    )


def placements(cards: Sequence[PlacedCard], lies: Sequence[tuple[int, int]]) -> Placements:
    """These cards as those of a run, each at its sheet and place."""
    placed = Placements()
    for index, (card, (sheet, place)) in enumerate(zip(cards, lies, strict=True)):
        placed.record(RecordKey(card.order, card.customer, card.title, card.product, card.relative))
        placed.card(card.kind)
        placed.lies(index, sheet, place)
    return placed


def _noted(shop: Shop) -> Iterator[Handed]:
    for note in sorted(print_folder(shop).glob(f"*{_ENDING}")):
        with suppress(OSError, ValueError, KeyError, TypeError):  # half written, or by a newer program
            kept = json.loads(note.read_text(encoding="utf-8"))
            if kept["shop"] == _place(shop.location):
                yield _handed(note.with_suffix(".pdf"), kept)


def _note(file: Path) -> Path:
    return file.with_suffix(_ENDING)


def _row(card: PlacedCard) -> list[Any]:
    who = [card.order, card.customer, card.relative]
    return [*who, card.title, card.kind.value, card.sheet, card.place, card.product]


def _handed(file: Path, kept: dict[str, Any]) -> Handed:
    cards = [
        PlacedCard(
            number, "", title, order and OrderId(order), customer and CustomerId(customer), Kind(kind), sheet, place,
            product, relative and RelativeId(relative),
        )
        for number, (order, customer, relative, title, kind, sheet, place, product) in enumerate(kept["cards"], 1)
    ]  # fmt: skip
    result = PrintResult(
        pages=kept["pages"], sheets=kept["sheets"], sides=kept["sides"], stock=kept["stock"], design=kept["design"],
        sha256=kept["sha256"], placed=placements(cards, [(card.sheet, card.place) for card in cards]),
        layout=layout_from(kept["layout"]) if kept["layout"] else None,
    )  # fmt: skip
    begun, again = kept["begun"], kept["again"]
    return Handed(
        kept["shop"], result, Kind(kept["kind"]), file, kept["printer"], kept["by"],
        PrintId(again) if again is not None else None, (begun[0], begun[1]) if begun else None,
        int(kept["process"]),
    )  # fmt: skip


def _place(location: str) -> str:
    """Where a shop is, as every program calls it, whatever folder it was started in."""
    return shown_place(location) if "://" in location else str(Path(location).absolute())


def _lives(process: int) -> bool:
    """Whether a process is there; its number may be another one's by now: then it is asked about the next time."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

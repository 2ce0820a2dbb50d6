"""A print run from records to one PDF: their cards imposed on sheets in the order asked for, each told its place."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import BinaryIO

from desktop_app.documents.folding import Folded, folded
from desktop_app.documents.imposition import begun_after, check_run, free_places, part_used, sheets, stacked
from desktop_app.documents.preflight import check_size
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Side, Template
from desktop_app.domain.imposing import Duplex, Imposing, Order
from desktop_app.domain.print_run import CardChange, PrintResult
from desktop_app.domain.printed_before import PrintedBefore
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, Words
from desktop_app.render.press import Press
from desktop_app.render.records import Card, Progress, Records, templates_of
from desktop_app.render.sheets import Sheets
from desktop_app.render.spool import Spool

_UNNAMED = "Cordial"  # the PDF's title where the shop has no name


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What to print: papers of one kind (or all of a parcel's) for records that may come one by one.

    `designs` names or brings a design for each kind, `total` is the number of records where it is known (0: not).
    `language` is the desk's, for the cutting guide. By the keys `RecordKey.of` gives cards, `changes` are a person's to
    single ones; `before` tells what was printed before.
    """

    kind: Kind
    details: Iterable[PaperDetails]
    shop: ShopDetails
    by: str
    stock: Stock
    designs: Mapping[Kind, str | Template] = field(default_factory=dict)
    copies: int = 1
    total: int = 0
    imposing: Imposing = Imposing()
    changes: Mapping[str, CardChange] = field(default_factory=dict)
    before: PrintedBefore = PrintedBefore()
    calibration: Calibration | None = None
    language: Language = Language.EN


def run_job(job: PrintJob, out: BinaryIO, progress: Progress | None = None) -> PrintResult:
    """Prints the job into `out` as one PDF and tells what came of it; writes nothing when there is not one card.

    Raises Invalid for places, a number of copies, a design, logo or words of the shop that cannot be printed, and
    Stopped when `progress(done, total)` says False: the file is then not whole.
    """
    began = time.perf_counter()
    if job.imposing.duplex is not Duplex.OFF and not any(Side.BACK in one.sides for one in templates_of(job).values()):
        # an empty back only wears out a printer, and folded it takes a place
        job = replace(job, imposing=replace(job.imposing, duplex=Duplex.OFF))
    check_run(job.stock, job.imposing, job.copies)
    check_size(job.kind, job.stock.card, own=isinstance(job.designs.get(job.kind), Template))
    run = _Run(job, out, progress)
    cards = run.records.cards()
    first = next(cards, None)
    if first is not None:
        run.impose(chain([first], cards))
        run.press.finish(job.shop.name or _UNNAMED)
    return run.result(time.perf_counter() - began)


class _Run:
    """What one run holds while it goes: its press, its records, and the sheets they are laid on."""

    def __init__(self, job: PrintJob, out: BinaryIO, progress: Progress | None) -> None:
        self._job = job
        self._folding: Folded | None = folded(job.stock) if job.imposing.duplex is Duplex.FOLD else None
        self._stock = self._folding.stock if self._folding else job.stock
        self._imposing = self._folding.imposing(job.imposing, job.stock) if self._folding else job.imposing
        self._before = part_used(job.stock, job.imposing)
        self._first: list[tuple[int, ...]] = []  # places filled on the sheets that were part-used before
        self._last: list[int] = []
        self._guide = 0
        self.press = Press(out, job.stock.card, job.shop, by=job.by)
        self.records = Records(job, self.press, self._folding, progress)
        self.sheets = Sheets(
            self.press, self._stock, self._imposing, calibration=job.calibration, folding=self._folding
        )

    def impose(self, cards: Iterator[Card]) -> None:
        """Lays the cards on their sheets and writes them."""
        if self._imposing.order is Order.READING:
            self._read(cards)
        else:
            self._stack(cards)
        if self._imposing.guide:  # last: a printer draws in the begun sheets first
            from desktop_app.render.guides import print_cutting_guide  # with the first that is asked for

            print_cutting_guide(self.sheets, self._stock, Words(self._job.language), faces=self.press.faces)
            self._guide = 1

    def _read(self, cards: Iterator[Card]) -> None:
        index = 0
        for sheet in sheets(cards, self._stock, self._imposing, copies=self._job.copies):
            self._write(sheet, range(index, index + len(sheet)))
            index += len(sheet)

    def _stack(self, cards: Iterator[Card]) -> None:
        copies = self._job.copies
        with Spool() as spool:
            for card in cards:
                spool.add(card)
            for places in stacked(len(spool) * copies, self._stock, self._imposing):
                self._write([(place, spool[n // copies]) for place, n in places], [n for _, n in places])

    def result(self, seconds: float) -> PrintResult:
        """What came of the run."""
        count, sink = self.sheets.count, self.press.sink
        free: tuple[int, ...] = ()
        if self._last:
            free = free_places(self._stock, count - self._guide - 1, self._last, self._imposing)
            free = self._folding.singles(free) if self._folding else free
        sides = 2 if self.sheets.turning else 1
        whole = free if count - self._guide > len(part_used(self._stock, self._imposing)) else ()
        return PrintResult(
            pages=sink.pages,
            folded=self._folding is not None,
            sheets=count,
            placed=self.records.placed,
            remarks=tuple(self.records.remarks),
            seconds=seconds,
            free=free,
            begun=begun_after(self._before, self._on_begun(), whole),
            sides=sides,
            guide=self._guide * sides,
        )

    def _on_begun(self) -> list[tuple[int, ...]]:
        """The places filled on each part-used sheet; none on those a double card had no room on."""
        if not self._folding:
            return self._first
        filled = iter(self._first)
        room = self._folding.has_room
        return [next(filled, ()) if room(free) else () for free in self._before]

    def _write(self, sheet: list[tuple[int, Card]], indexes: Iterable[int]) -> None:
        fronts = [(place, card.front) for place, card in sheet]
        backs = [(place, card.back) for place, card in sheet if card.back] if self.sheets.turning else ()
        self.sheets.sheet(fronts, backs)
        number, lies = self.sheets.count, self.records.placed.lies
        for index, (place, _) in zip(indexes, sheet, strict=True):
            lies(index, number, place + 1)
        self._last = [place for place, _ in sheet]
        if len(self._first) < len(self._before):
            places = tuple(place + 1 for place in self._last)
            singles = self._folding.singles(places) if self._folding and self._folding.pairs else places
            self._first.append(tuple(place - 1 for place in singles))

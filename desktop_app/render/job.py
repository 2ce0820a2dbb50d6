"""A print run from orders to one PDF: each order's papers built, laid out, sent to the press; bad records left out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO

from desktop_app.documents.builders import BUILDERS, PAPERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.imposition import check_run, sheets
from desktop_app.documents.preflight import Refused, check_code, missing_letters, only_just, too_long
from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Template
from desktop_app.domain.errors import Invalid, Stopped
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import Kind, PaperDetails, PrintResult, ShopDetails, Skipped
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, msg
from desktop_app.render.press import Design, Press
from desktop_app.render.sheets import Sheets

Progress = Callable[[int, int], bool]
DEFAULT_DESIGN = "sprig"
_UNNAMED = "Cordial"  # the PDF's title where the shop has no name
_EVERY = 25  # orders between two reports of progress


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What to print: papers of one kind (or all of a parcel's) for orders that may come one by one.

    `designs` names or brings a design for each kind, `start` is the first free place of the first sheet counted from 1,
    `total` the number of orders where it is known (0: not).
    """

    kind: Kind
    details: Iterable[PaperDetails]
    shop: ShopDetails
    by: str
    stock: Stock
    designs: Mapping[Kind, str | Template] = field(default_factory=dict)
    start: int = 1
    copies: int = 1
    total: int = 0


def run_job(job: PrintJob, out: BinaryIO, progress: Progress | None = None) -> PrintResult:
    """Prints the job into `out` as one PDF and tells what came of it; writes nothing when there is not one card.

    Raises Invalid for a start, number of copies, design, logo or words of the shop that cannot be printed, and Stopped
    when `progress(done, total)` says False: the file is then not whole.
    """
    began = time.perf_counter()
    check_run(job.stock, job.start, job.copies)
    run = _Run(job, out, progress)
    cards = run.cards()
    first = next(cards, None)
    if first is None:
        return run.result(0, 0, began)
    count = 0
    for sheet in sheets(chain([first], cards), job.stock, start=job.start, copies=job.copies):
        run.sheets.sheet(sheet)
        count += len(sheet)
    run.press.finish(job.shop.name or _UNNAMED)
    return run.result(run.sheets.count, count, began)


class _Run:
    """What one run holds while it goes: the press, the designs compiled so far, what was left out."""

    def __init__(self, job: PrintJob, out: BinaryIO, progress: Progress | None) -> None:
        self._job = job
        self._progress = progress
        self._papers = PAPERS[job.kind]
        self._templates = {kind: _template(kind, job.designs.get(kind, DEFAULT_DESIGN)) for kind in self._papers}
        self._same = same_content(job.shop, job.by)
        self._designs: dict[tuple[Kind, Language], Design] = {}
        self._words = {language: PaperWords(language) for language in Language}
        self._skipped: list[Skipped] = []
        self._warnings: list[Skipped] = []
        self._printed: list[tuple[OrderId | None, Kind]] = []
        self.press = Press(out, job.stock.card, job.shop)
        self.sheets = Sheets(self.press, job.stock)

    def cards(self) -> Iterator[bytes]:
        """The run's cards one by one, those of a record only when all its papers can be printed."""
        done = 0
        for parcel in self._job.details:
            if done % _EVERY == 0:
                self._report(done)
            done += 1
            try:
                made = self._made(parcel)
            except Refused as refusal:
                self._skipped.append(Skipped(parcel.title, refusal.message))
                continue
            self._printed += [(parcel.order, kind) for kind in self._papers]
            yield from made
        self._report(done)

    def result(self, pages: int, cards: int, began: float) -> PrintResult:
        """What came of the run."""
        return PrintResult(
            pages=pages, sheets=pages, cards=cards, skipped=tuple(self._skipped), warnings=tuple(self._warnings),
            printed=tuple(self._printed), seconds=time.perf_counter() - began,
        )

    def _report(self, done: int) -> None:
        if self._progress is not None and not self._progress(done, self._job.total):
            raise Stopped(msg("Printing was stopped. Nothing was printed."))

    def _made(self, parcel: PaperDetails) -> list[bytes]:
        """The cards of one record; raises Refused."""
        check_code(parcel.qr, parcel.number)
        made: list[bytes] = []
        tight = False
        for kind in self._papers:
            design = self._design(kind, parcel.language)
            words = self._words[parcel.language]
            content = BUILDERS[kind](parcel, self._same, words, asked=design.layout.asked)
            pages = design.layout.pages(content)
            if pages is None:
                raise too_long(parcel.number)
            lost = "".join(page.lost for page in pages)
            if lost:
                raise missing_letters(lost, parcel.number)
            tight = tight or any(page.tight for page in pages)
            made += [self.press.card(design, page) for page in pages]
        if tight:
            self._warnings.append(Skipped(parcel.title, only_just()))
        return made

    def _design(self, kind: Kind, language: Language) -> Design:
        """The design of a kind in a language, compiled when first needed."""
        design = self._designs.get((kind, language))
        if design is None:
            design = self._designs[kind, language] = self.press.compile(self._templates[kind], language, self._same)
            # Not a record's fault: it would stand on every card.
            if design.layout.lost:
                raise Invalid("shop", missing_letters(design.layout.lost, "").message)
            if not design.layout.fits:
                raise Invalid("shop", too_long("").message)
        return design


def _template(kind: Kind, design: str | Template) -> Template:
    return load_template(kind, design) if isinstance(design, str) else design

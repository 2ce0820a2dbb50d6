"""Papers made as one PDF and kept on the disk; actions/prints puts them into the log."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop_app.actions.paper import chosen_designs, chosen_stock
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Template
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.print_run import CardChange, PrintResult
from desktop_app.domain.printed_before import PrintedBefore
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.prints import RunLayout
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, Words, msg
from desktop_app.paths import data_folder
from desktop_app.queries import Engine, Shop
from desktop_app.store.durable import durable_write

if TYPE_CHECKING:
    from desktop_app.render.job import PrintJob

Progress = Callable[[int, int], bool]
_NONE: Mapping[str, Any] = MappingProxyType({})
_PART = 64 * 1024


def make_parcel_papers(
    details: Iterable[PaperDetails],
    shop: ShopDetails,
    *,
    kind: Kind,
    values: SettingValues,
    to: Path,
    stock: str | Stock | None = None,
    design: str | None = None,
    own_designs: Mapping[str, Template] = _NONE,
    imposing: Imposing = Imposing(),
    copies: int = 1,
    changes: Mapping[str, CardChange] = _NONE,
    before: PrintedBefore = PrintedBefore(),
    calibration: Calibration | None = None,
    by: str = "",
    language: Language = Language.EN,
    total: int = 0,
    progress: Progress | None = None,
) -> PrintResult:
    """Makes one PDF at `to` and says what is in it; knows no database, so it may run on any thread.

    `stock` and `design` default to those in the settings; `own_designs` holds the shop's own by their keys. `total` is
    the number of records where `details` come one by one. `changes` are to single cards, by key; `before` tells
    what was printed before. `language` is that of a cutting guide. With nothing to print no file is made.
    Raises Invalid for wrong choices, Stopped when `progress` answers False.
    """
    from desktop_app.documents.stocks import load_stock  # the press is heavy: first use, not start
    from desktop_app.render.job import PrintJob

    if to.suffix.lower() != ".pdf":
        raise Invalid("to", msg("“{file}” is no name for a PDF: let it end in .pdf.", file=shorten(to.name)))
    paper = stock if isinstance(stock, Stock) else load_stock(stock or chosen_stock(kind, values))
    designs = chosen_designs(kind, values, design, of={key: one.kind for key, one in own_designs.items()})
    job = PrintJob(
        kind=kind,
        details=details,
        shop=shop,
        by=clean(by),
        stock=paper,
        designs={paper: own_designs.get(name, name) for paper, name in designs.items()},
        imposing=imposing,
        copies=copies,
        changes=changes,
        before=before,
        calibration=calibration,
        language=language,
        total=total or (len(details) if isinstance(details, Sized) else 0),
    )
    return _kept(job, to, progress)


def _kept(job: PrintJob, to: Path, progress: Progress | None) -> PrintResult:
    """Prints the job into a file that is there whole or not at all."""
    from desktop_app.render.job import run_job

    made: list[PrintResult] = []

    def write(file: BinaryIO) -> None:
        result = run_job(job, file, progress)
        if not result.pages:
            raise _NothingToPrint(result)
        design = " ".join(_named(one) for one in job.designs.values())
        layout = _layout(job, result)
        made.append(replace(result, stock=job.stock.id, design=design, sha256=sha256_of(file), layout=layout))

    try:
        durable_write(to, write)
    except _NothingToPrint as nothing:
        return nothing.result
    return made[0]


def make_test_page(
    stock: Stock,
    to: Path,
    *,
    language: Language = Language.EN,
    duplex: Duplex = Duplex.OFF,
    calibration: Calibration | None = None,
) -> None:
    """Makes the page a printer is measured by, on a stock's sheet, as a PDF at `to`.

    With `duplex` its back is printed too. `calibration` is the correction in use, so that it can be checked.
    """
    from desktop_app.render.guides import print_test_page

    durable_write(to, lambda out: print_test_page(stock, out, Words(language), duplex=duplex, calibration=calibration))


def keep_papers(made: Path, to: Path, *, sha256: str) -> None:
    """Copies a made PDF whole to another place; raises Conflict when it is no longer the very file that was shown."""

    def write(out: BinaryIO) -> None:
        with made.open("rb") as file:
            shutil.copyfileobj(file, out, _PART)
        if sha256_of(out) != sha256:
            raise Conflict(msg("The papers changed on the disk after they were shown. Open the preview again."))

    durable_write(to, write)


def print_folder(shop: Shop) -> Path:
    """The folder for papers that go straight to a printer, beside the shop's file; made when it is not there."""
    beside = Path(shop.location).parent if shop.engine is Engine.SQLITE else data_folder()
    folder = beside / "printed"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _named(design: str | Template) -> str:
    """A design as the log calls it: those of the shop's own with the number of their version."""
    return design if isinstance(design, str) else f"{design.name}@{design.number}"


def _layout(job: PrintJob, result: PrintResult) -> RunLayout:
    from desktop_app.documents.folding import folded

    imposing = job.imposing
    folding = folded(job.stock) if result.folded else None
    return RunLayout(
        stock=folding.stock if folding else job.stock,
        duplex=imposing.duplex if folding or result.sides == 2 else Duplex.OFF,
        marks=imposing.marks,
        calibration=job.calibration,
        sides=result.sides,
        fold=folding.fold if folding else None,
    )


class _NothingToPrint(Exception):
    def __init__(self, result: PrintResult) -> None:
        super().__init__()
        self.result = result


def sha256_of(file: BinaryIO) -> str:
    """The hash of what was written so far, read back, so that the log names what is on the disk."""
    file.seek(0)
    found = hashlib.sha256()
    while part := file.read(_PART):
        found.update(part)
    return found.hexdigest()

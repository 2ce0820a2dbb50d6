"""Cards and inserts: made as one PDF, kept on the disk, and marked in the shop as printed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from desktop_app.actions.paper import chosen_designs, chosen_stock
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Template
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.print_run import CardChange, PrintResult
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.paths import data_folder
from desktop_app.queries import Engine, Shop
from desktop_app.queries.steps import order_states
from desktop_app.store.durable import durable_write
from desktop_app.store.tables import OrderTable, PrintItemTable, PrintTable

Progress = Callable[[int, int], bool]
_MARKS = {Kind.THANK_YOU: "thank_you_printed", Kind.PACKING_INSERT: "insert_printed"}
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
    imposing: Imposing = Imposing(),  # noqa: B008 - it cannot be changed
    copies: int = 1,
    changes: Mapping[str, CardChange] = _NONE,
    calibration: Calibration | None = None,
    by: str = "",
    total: int = 0,
    progress: Progress | None = None,
) -> PrintResult:
    """Makes one PDF at `to` and says what is in it; knows no database, so it may run on any thread.

    `stock` and `design` default to those in the settings; `own_designs` holds the shop's own by their keys. `total` is
    the number of records where `details` come one by one. `changes` are to single cards, by key. With nothing to print
    no file is made. Raises Invalid for wrong choices, Stopped when `progress` answers False.
    """
    from desktop_app.documents.stocks import load_stock  # the press is heavy: first use, not start
    from desktop_app.render.job import PrintJob, run_job

    if to.suffix.lower() != ".pdf":
        raise Invalid("to", msg("“{file}” is no name for a PDF: let it end in .pdf.", file=shorten(to.name)))
    paper = stock if isinstance(stock, Stock) else load_stock(stock or chosen_stock(kind, values))
    designs = chosen_designs(kind, values, design)
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
        calibration=calibration,
        total=total or (len(details) if isinstance(details, Sized) else 0),
    )
    made: list[PrintResult] = []

    def write(file: BinaryIO) -> None:
        result = run_job(job, file, progress)
        if not result.pages:
            raise _NothingToPrint(result)
        made.append(replace(result, stock=paper.id, design=" ".join(designs.values()), sha256=_sha256(file)))

    try:
        durable_write(to, write)
    except _NothingToPrint as nothing:
        return nothing.result
    return made[0]


def log_print(
    shop: Shop, result: PrintResult, *, kind: Kind, file: Path | None = None, by: str = "", actor: str = ""
) -> Changes:
    """Keeps what was printed in the log and marks its orders, in one change."""
    orders = list(dict.fromkeys(order for order, _ in result.printed if order is not None))
    title = nmsg("Print papers for {n} order", "Print papers for {n} orders", n=len(orders))
    with shop.change(title, actor=actor, topics=(Topic.PRINTS, Topic.ORDERS)) as change:
        still_here = {state.id for state in order_states(shop, orders)}
        printed = [
            (order, paper)
            for order, paper in dict.fromkeys(result.printed)
            if order is not None and order in still_here
        ]
        if not printed:
            return Changes(ChangeId(0), frozenset(), title)
        run = change.insert(
            PrintTable,
            {
                "at": shop.now().isoformat(timespec="seconds"),
                "kind": kind.value,
                "design": result.design,
                "stock": result.stock,
                "by": clean(by),
                "file": str(file) if file else "",
                "sha256": result.sha256,
                "cards": result.cards,
                "sheets": result.sheets,
            },
        )
        rows = ((run, order, paper.value) for order, paper in printed)
        change.insert_many(PrintItemTable, ("run", "order", "kind"), rows)
        for paper, column in _MARKS.items():
            ids = [order for order, one in printed if one is paper]
            change.update_many(OrderTable, ids, (column,), ((True,) for _ in ids))
        if by and (packed := [order for order, one in printed if one is Kind.PACKING_INSERT]):
            change.update_many(OrderTable, packed, ("packed_by",), ((clean(by),) for _ in packed))
    return change.changes


def keep_papers(made: Path, to: Path, *, sha256: str) -> None:
    """Copies a made PDF whole to another place; raises Conflict when it is no longer the very file that was shown."""

    def write(out: BinaryIO) -> None:
        with made.open("rb") as file:
            shutil.copyfileobj(file, out, _PART)
        if _sha256(out) != sha256:
            raise Conflict(msg("The papers changed on the disk after they were shown. Open the preview again."))

    durable_write(to, write)


def print_folder(shop: Shop) -> Path:
    """The folder for papers that go straight to a printer, beside the shop's file; made when it is not there."""
    beside = Path(shop.location).parent if shop.engine is Engine.SQLITE else data_folder()
    folder = beside / "printed"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class _NothingToPrint(Exception):
    def __init__(self, result: PrintResult) -> None:
        super().__init__()
        self.result = result


def _sha256(file: BinaryIO) -> str:
    """Of what was written so far, read back, so that the log names what is on the disk."""
    file.seek(0)
    found = hashlib.sha256()
    while part := file.read(_PART):
        found.update(part)
    return found.hexdigest()

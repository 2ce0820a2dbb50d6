"""The print log in detail: one run, its cards, whose paper was printed before, and files that need not be kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from desktop_app.domain.changes import ChangeId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import RelativeId
from desktop_app.domain.print_outcome import PrintOutcome
from desktop_app.domain.print_run import PlacedCard, RecordKey
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.prints import PrintRun
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.outcomes import outcome_from
from desktop_app.store.tables import ChangeTable
from desktop_app.store.tables import PrintItemTable as I
from desktop_app.store.tables import PrintTable as P


def print_run(shop: Shop, run: PrintId) -> PrintRun:
    """One run of the log; raises NotFound."""
    columns = (
        P.id, P.at, P.kind, P.design, P.stock, P.by, P.file, P.sha256, P.cards, P.sheets, P.printer, P.kept_until,
        P.again, P.choices, P.job, P.outcome,
    )  # fmt: skip
    found = shop.row(P.select(*columns).where(P.id == run).tuples())
    if found is None:
        raise NotFound(msg("There is no print run number {number}. Check the number.", number=run))
    values: dict[str, Any] = dict(zip((column.name for column in columns), found, strict=True))
    return PrintRun(**{**values, "kind": Kind(values["kind"]), "outcome": outcome_from(values["outcome"])})


def logged_files(shop: Shop, files: Iterable[str]) -> set[str]:
    """Those of these files that a run of the log was printed from."""
    found: set[str] = set()
    for file in files:
        found.update(kept for (kept,) in shop.rows(P.select(P.file).where(P.file == file).limit(1).tuples()))
    return found


def papers_before(shop: Shop, order: OrderId) -> tuple[str, str, list[Kind]]:
    """When the papers of an order's parcel were made last, on which printer, and which kinds.

    "" as the time where none were, or were lost; "" as the printer of those that were saved as a PDF.
    """
    runs = P.select(P.id, P.at, P.printer, P.outcome).join(I, on=(I.run == P.id))
    runs = runs.join(ChangeTable, JOIN.LEFT_OUTER, on=(ChangeTable.id == P.version))
    runs = runs.where(I.order == order, P.kind == Kind.PARCEL.value, ChangeTable.undone_by.is_null())
    for run, at, printer, outcome in shop.rows(runs.order_by(P.id.desc()).limit(50).tuples()):
        found = outcome_from(outcome)
        if found is None or not found.state.lost:
            kinds = shop.rows(I.select(I.kind).where(I.run == run, I.order == order).order_by(I.id).tuples())
            return at, printer, [Kind(kind) for (kind,) in kinds]
    return "", "", []


def run_of_change(shop: Shop, change: ChangeId) -> PrintId:
    """The run that a change put into the log; raises NotFound when it put none."""
    found = shop.value(P.select(P.id).where(P.version == change))
    if found is None:
        raise NotFound(msg("This print run is not in the log. Look at the log again."))
    return PrintId(found)


@dataclass(frozen=True, slots=True)
class JobRun:
    """A run with its job at a printer: what is known of it, and the change that logged it, if that is in force."""

    id: PrintId
    job: str
    outcome: PrintOutcome | None
    change: ChangeId
    undone: bool


_JOB_RUN = (P.id, P.job, P.outcome, P.version, ChangeTable.undone_by)


def run_of_job(shop: Shop, job: str) -> JobRun | None:
    """The newest run that went to a printer as this job."""
    rows = shop.rows(_job_runs().where(P.job == job).limit(1).tuples()) if job else []
    return _job_run(*rows[0]) if rows else None


def unsettled(shop: Shop, job_ends: str, *, days: int) -> list[JobRun]:
    """The runs of the last days whose job has an end nobody saw; their jobs' names end so."""
    since = (shop.today() - dt.timedelta(days=days)).isoformat()
    query = _job_runs().where(P.at >= since, P.job.endswith(job_ends)).limit(200)
    runs = (_job_run(*row) for row in shop.rows(query.tuples()))
    return [run for run in runs if run.outcome is None or not run.outcome.state.ended]


def only_printed_by(shop: Shop, run: PrintId, kind: Kind) -> list[int]:
    """The orders of a run whose paper of a kind no other run printed that is in force and not lost."""
    mine = dict.fromkeys(number for (number,) in shop.rows(_orders_on(I.run == run, kind).order_by(I.order).tuples()))
    others: set[int] = set()
    for part in in_parts(list(mine)):
        query = I.select(I.order, P.outcome).join(P).join(ChangeTable, JOIN.LEFT_OUTER, on=ChangeTable.id == P.version)
        query = query.where(among(I.order, part), I.kind == kind.value, I.run != run, ChangeTable.undone_by.is_null())
        for number, outcome in shop.rows(query.tuples()):
            found = outcome_from(outcome)
            if found is None or not found.state.lost:
                others.add(number)
    return [number for number in mine if number not in others]


def _orders_on(condition: Any, kind: Kind) -> Any:
    return I.select(I.order).where(condition, I.kind == kind.value, I.order.is_null(False)).distinct()


def _job_runs() -> Any:
    return P.select(*_JOB_RUN).join(ChangeTable, JOIN.LEFT_OUTER, on=ChangeTable.id == P.version).order_by(P.id.desc())


def _job_run(run: int, job: str, outcome: str, change: int, undone: int | None) -> JobRun:
    return JobRun(PrintId(run), job, outcome_from(outcome), ChangeId(change), undone is not None)


def print_items(shop: Shop, run: PrintId) -> list[PlacedCard]:
    """The cards of a run in their order, each with its sheet and place."""
    query = I.select(I.card, I.title, I.order, I.customer, I.kind, I.sheet, I.place, I.product, I.relative)
    query = query.where(I.run == run)
    return [_card(*row) for row in shop.rows(query.order_by(I.card, I.id).tuples())]


def customer_item_ids(shop: Shop, customers: Iterable[int]) -> list[int]:
    """The entries of these customers in the print log."""
    return [number for (number,) in shop.rows(I.select(I.id).where(among(I.customer, customers)).tuples())]


def files_to_forget(shop: Shop, today: dt.date) -> list[tuple[PrintId, str]]:
    """The runs whose file was to be kept until before `today`, with its place."""
    query = P.select(P.id, P.file).where(P.kept_until < today, P.file != "").order_by(P.id)
    return [(PrintId(run), file) for run, file in shop.rows(query.tuples())]


def _card(
    card: int,
    title: str,
    order: int | None,
    customer: int | None,
    kind: str,
    sheet: int,
    place: int,
    product: str,
    relative: int | None,
) -> PlacedCard:
    whose = OrderId(order) if order is not None else None
    key = RecordKey(
        whose,
        CustomerId(customer) if customer is not None else None,
        title,
        product,
        None if relative is None else RelativeId(relative),
    )
    where = (Kind(kind), sheet, place, product, key.relative)
    return PlacedCard(card, key.of(Kind(kind)), title, key.order, key.customer, *where)

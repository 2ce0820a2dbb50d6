"""One reading of a planned file, held against the shop chunk by chunk: only counted, or counted and written."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.actions.import_catalogue import ComparedProduct, ProductComparer, write_products
from desktop_app.actions.import_complaints import ComplaintComparer, ComplaintWriter, OwnComplaintComparer
from desktop_app.actions.import_customers import ComparedPerson, CustomerComparer, CustomerWriter
from desktop_app.actions.import_empty import indexes_at_the_end
from desktop_app.actions.import_intake import Intake, Record
from desktop_app.actions.import_orders import Compared, OrderComparer, OrderWriter, OwnOrderComparer, with_past
from desktop_app.actions.import_sales import sales_notes
from desktop_app.actions.import_tally import Tally
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.errors import Conflict
from desktop_app.domain.file_kinds import Brings, FileKind
from desktop_app.domain.importing import (
    PAST_DAYS,
    ComplaintRecord,
    Fate,
    ImportId,
    OrderRecord,
    PersonRecord,
    Place,
    PlanSummary,
    ProductRecord,
    Refusal,
)
from desktop_app.domain.settings import COUNTRY, SHOP_CURRENCY
from desktop_app.domain.text import shorten
from desktop_app.exchange.beside import Beside
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.files import stopped
from desktop_app.exchange.reading import Reading
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.imports import import_of_file, reached
from desktop_app.queries.promise import shop_rules
from desktop_app.queries.settings import settings

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

Progress = Callable[[int, int], bool]
_NAMED = 3  # sheets named in a note
# Two notes for those who only read: the window has a date and a choice of letters in their place.
SEEN_BEFORE = msg("This very file was imported already; it brings nothing new to records you have.")
READ_AS = msg("Read as {encoding}. If letters look wrong, choose another encoding.", encoding="")


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Records hold no rings: looking for some among hundreds of thousands of them costs a tenth of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Source:
    """A detected file, the name that keeps its shop's records apart, and its rows that stand astray."""

    detected: Detected
    name: str
    strays: Mapping[str, list[Row]]
    older: bool = False  # it reaches less far than another that was taken: what it says may be what was


class ImportRun:
    """One reading of a source by `beside`; `intake` and `tally` hold afterwards what it brought."""

    def __init__(self, shop: Shop, source: Source, beside: Beside, *, progress: Progress | None = None) -> None:
        detected, values = source.detected, settings(shop)
        self.shop = shop
        self.source = source
        self.beside = beside
        self.values = values
        self.country = values[COUNTRY]
        self.progress = progress
        self.intake = Intake()
        self.tally = Tally(shop, file=detected.file, sheet=detected.sheet, source=source.name, country=self.country)
        self.complaints: list[ComplaintId] = []  # those it wrote
        self._left_out: list[Message] = []
        self.imported_before: ImportId | None = import_of_file(shop, detected.sha256, source.name)

    def count(self) -> None:
        """Reads the file and counts what an import of it would do."""
        self._go(None, "")

    def write(self, change: Change, *, by: str) -> None:
        """Reads the file and writes what it brings; known orders are moved from step to step by `by`."""
        self._go(change, by)

    def _go(self, change: Change | None, by: str) -> None:
        with self._reading() as reading, _collector_resting():
            brings = self.source.detected.reader.kind.brings
            if brings is Brings.ORDERS:
                self._orders(reading, change, by)
            elif brings is Brings.PRODUCTS:
                self._products(reading, change)
            elif brings is Brings.COMPLAINTS:
                self._complaints(reading, change, by)
            else:
                self._people(reading, change)

    def _orders(self, reading: Reading, change: Change | None, by: str) -> None:
        name, before = self.source.name, self.imported_before is not None
        own = self.source.detected.reader.kind is FileKind.CORDIAL_ORDERS
        comparer = (OwnOrderComparer if own else OrderComparer)(
            self.shop, name, imported_before=before, older=self.source.older
        )
        past = (self.shop.today() - dt.timedelta(days=PAST_DAYS)).isoformat()
        writer = None
        if change is not None:
            rules = shop_rules(self.values)
            met = self.tally.see_namesakes
            writer = OrderWriter(self.shop, change, source=name, by=by, country=self.country, rules=rules, met=met)
        for chunk in self._chunks(reading, OrderRecord, change):
            compared: Sequence[Compared] = comparer.compare(chunk)
            if change is not None:
                compared = comparer.settled(change, compared)
            compared = with_past(compared, past)
            self.tally.add_orders(compared, count_people=writer is None)
            if writer is not None:
                writer.write(compared)
        if writer is not None:
            writer.finish(self._go_on)
            self.tally.people_new = writer.people.count

    def may_be_older(self) -> bool:
        """Whether it would change orders without a date to tell that it is newer, and another file reached further."""
        if self.source.older or not self.tally.undated or self.tally.last_day is None:
            return False
        return self.tally.last_day.isoformat() < reached(self.shop, self.source.name)

    def _people(self, reading: Reading, change: Change | None) -> None:
        name, before = self.source.name, self.imported_before is not None
        kind, same = self.source.detected.reader.kind, self.source.detected.mapping.same_names
        comparer = CustomerComparer(
            self.shop, name, country=self.country, imported_before=before, same_names=same,
            own=kind is FileKind.CORDIAL_CUSTOMERS, only_adds=kind.address_book,
        )  # fmt: skip
        writer = CustomerWriter(self.shop, change, source=name, country=self.country) if change is not None else None
        for chunk in self._chunks(reading, PersonRecord, change):
            compared = self._without_rivals(comparer.compare(chunk), reading)
            self.tally.add_people(compared)
            if writer is not None:
                writer.write(compared)

    def _chunks(self, reading: Reading, kind: type[Record], change: Change | None) -> Iterator[list[Record]]:
        """The records a chunk at a time; what an empty shop's indexes need is done when the last has been written."""
        with indexes_at_the_end(self.shop, change, self.source.detected.path, step=self._go_on):
            yield from self.intake.chunks(reading, kind)
            self._go_on()

    def _go_on(self) -> None:
        """Asks after the last row whether to go on; raises Stopped."""
        if self.progress and not self.progress(1, 1):
            raise stopped()

    def _products(self, reading: Reading, change: Change | None) -> None:
        # A report of sales calls articles as the platform does: products the shop has are not renamed by it.
        of_sales = self.source.detected.reader.kind is FileKind.WILDBERRIES_SALES
        comparer = ProductComparer(self.shop, keeps_known=of_sales or self.imported_before is not None)
        for chunk in self.intake.chunks(reading, ProductRecord):
            compared = []
            for each in comparer.compare(chunk):
                if isinstance(each, ComparedProduct):
                    compared.append(each)
                else:
                    place = Place(reading.file, each.record.row, reading.sheet)
                    self.intake.refuse(Refusal(place, shorten(each.record.sku or each.record.name), each.reason))
            if change is not None:
                compared = comparer.settled(change, compared)
            self.tally.add_products(compared)
            if change is not None:
                write_products(self.shop, change, compared)
        for one in self.intake.sales:
            self.tally.add_sales(one)

    def _complaints(self, reading: Reading, change: Change | None, by: str) -> None:
        name, before = self.source.name, self.imported_before is not None
        own = self.source.detected.reader.kind is FileKind.CORDIAL_COMPLAINTS
        comparer = (OwnComplaintComparer if own else ComplaintComparer)(self.shop, name, imported_before=before)
        writer = None
        if change is not None:
            writer = ComplaintWriter(self.shop, change, source=name, country=self.country, by=by)
        for chunk in self.intake.chunks(reading, ComplaintRecord):
            compared = comparer.compare(chunk)
            self.tally.add_complaints(compared)
            self._left_out += [
                msg("“{file}” is no picture and is left out.", file=shorten(one))
                for each in compared if each.fate is not Fate.SAME
                for one in each.record.left_out
            ]  # fmt: skip
            if writer is not None:
                writer.write(compared)
        if writer is not None:
            self.complaints = writer.kept
            self._left_out += writer.left_out

    def _without_rivals(self, compared: Sequence[ComparedPerson], reading: Reading) -> list[ComparedPerson]:
        """The people whose e-mail address is not another customer's: two are never made one silently."""
        good = []
        for each in compared:
            if each.rival is None:
                good.append(each)
                continue
            self.intake.refuse(
                Refusal(
                    Place(reading.file, each.record.row, reading.sheet),
                    shorten(each.record.email),
                    msg(
                        "This e-mail address belongs to another customer of yours. Look whether the two are one person."
                    ),
                )
            )
        return good

    @contextmanager
    def _reading(self) -> Iterator[Reading]:
        """A reading to its end; raises Conflict when the bytes were not those that were planned."""
        detected = self.source.detected
        reading = self.beside.read(
            detected,
            currency=self.values[SHOP_CURRENCY],
            today=self.shop.today(),
            strays=self.source.strays,
            progress=self.progress,
        )
        try:
            yield reading
            if reading.sha256() != detected.sha256:
                raise Conflict(
                    msg(
                        "{file} was changed while it was read. Nothing was written; try again.",
                        file=shorten(detected.file),
                    )
                )
        finally:
            reading.close()

    def summary(self) -> PlanSummary:
        """What was counted."""
        detected, tally, intake = self.source.detected, self.tally, self.intake
        counts = tally.counts()
        return PlanSummary(
            kind=detected.reader.kind,
            file=detected.file,
            sha256=detected.sha256,
            encoding=detected.mapping.encoding.removesuffix("-sig"),
            new=counts.new,
            changed=counts.changed,
            same=counts.same,
            lines=tally.lines,
            people_new=tally.people_new,
            refused=tuple(intake.refused),
            totals=tuple(sorted(tally.totals.items())),
            first_day=tally.first_day,
            last_day=tally.last_day,
            sample=tally.sample(),
            seen_before=self.imported_before,
            notes=(*self._notes(), *tally.notes(), *intake.notes()),
            refused_count=intake.refused_count,
            source=self.source.name,
            sheet=detected.sheet,
            proposed=len(tally.proposed),
            odd=tuple(intake.odd),
            odd_count=intake.remarks.total(),
            people=tally.people,
            birthdays=tally.birthdays,
            other_days=tally.other_days,
            relatives=tally.relatives,
        )

    def _notes(self) -> list[Message]:
        detected = self.source.detected
        found = [*detected.reader.notes, *sales_notes(self.intake.sales), *self._left_out]
        if self.imported_before is not None:
            found.append(SEEN_BEFORE)
        if detected.mapping.encoding not in ("", "utf-8", "utf-8-sig"):
            found.append(replace(READ_AS, args=MappingProxyType({"encoding": detected.mapping.encoding})))
        if others := detected.inside.besides(detected.sheet) if detected.inside else []:
            found.append(
                nmsg(
                    "{n} more sheet of the workbook has something in it ({values}) and is not read. "
                    "Choose that sheet to import it, too.",
                    "{n} more sheets of the workbook have something in them ({values}) and are not read. "
                    "Choose each to import it, too.",
                    n=len(others),
                    values=[shorten(name) for name in others[:_NAMED]],
                )
            )
        if n := len(self.source.strays):
            found.append(_put_together(n, people=detected.reader.kind.brings is Brings.PEOPLE))
        return found


def _put_together(n: int, *, people: bool) -> Message:
    """That rows which stand apart in the file were taken as one record each."""
    if people:
        return nmsg(
            "The rows of {n} person stand apart in the file and were put together.",
            "The rows of {n} people stand apart in the file and were put together.",
            n=n,
        )
    return nmsg(
        "The rows of {n} order stand apart in the file and were put together.",
        "The rows of {n} orders stand apart in the file and were put together.",
        n=n,
    )

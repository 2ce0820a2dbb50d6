"""One reading of a planned file, held against the shop chunk by chunk: only counted, or counted and written."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.actions.import_catalogue import ComparedProduct, ProductComparer, write_products
from desktop_app.actions.import_complaints import ComplaintComparer, ComplaintWriter
from desktop_app.actions.import_customers import ComparedPerson, CustomerComparer, CustomerWriter
from desktop_app.actions.import_intake import Intake
from desktop_app.actions.import_orders import Compared, OrderComparer, OrderWriter
from desktop_app.actions.import_tally import Tally
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.errors import Conflict
from desktop_app.domain.importing import (
    ComplaintRecord,
    Fate,
    FileKind,
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
from desktop_app.exchange.beside import read_well
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.detect import Detected
from desktop_app.exchange.reading import Reading
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.imports import import_of_file
from desktop_app.queries.promise import shop_rules
from desktop_app.queries.settings import settings

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

COMPLAINING = (FileKind.MAPPED_COMPLAINTS, FileKind.MAIL)

Progress = Callable[[int, int], bool]


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


class ImportRun:
    """One reading of a source; `intake` and `tally` hold afterwards what it brought."""

    def __init__(self, shop: Shop, source: Source, *, progress: Progress | None = None) -> None:
        detected, values = source.detected, settings(shop)
        self.shop = shop
        self.source = source
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
            if self.source.detected.reader.orders:
                self._orders(reading, change, by)
            elif self.source.detected.reader.kind is FileKind.MAPPED_PRODUCTS:
                self._products(reading, change)
            elif self.source.detected.reader.kind in COMPLAINING:
                self._complaints(reading, change, by)
            else:
                self._people(reading, change)

    def _orders(self, reading: Reading, change: Change | None, by: str) -> None:
        name, before = self.source.name, self.imported_before is not None
        comparer = OrderComparer(self.shop, name, imported_before=before)
        writer = None
        if change is not None:
            rules = shop_rules(self.values)
            met = self.tally.see_namesakes
            writer = OrderWriter(self.shop, change, source=name, by=by, country=self.country, rules=rules, met=met)
        for chunk in self.intake.chunks(reading, OrderRecord):
            compared: Sequence[Compared] = comparer.compare(chunk)
            if change is not None:
                compared = comparer.settled(change, compared)
            self.tally.add_orders(compared, count_people=writer is None)
            if writer is not None:
                writer.write(compared)
        if writer is not None:
            writer.finish()
            self.tally.people_new = writer.people.count

    def _people(self, reading: Reading, change: Change | None) -> None:
        name, before = self.source.name, self.imported_before is not None
        comparer = CustomerComparer(self.shop, name, country=self.country, imported_before=before)
        writer = CustomerWriter(self.shop, change, source=name, country=self.country) if change is not None else None
        for chunk in self.intake.chunks(reading, PersonRecord):
            compared = self._without_rivals(comparer.compare(chunk), reading)
            self.tally.add_people(compared)
            if writer is not None:
                writer.write(compared)

    def _products(self, reading: Reading, change: Change | None) -> None:
        comparer = ProductComparer(self.shop, imported_before=self.imported_before is not None)
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

    def _complaints(self, reading: Reading, change: Change | None, by: str) -> None:
        name, before = self.source.name, self.imported_before is not None
        comparer = ComplaintComparer(self.shop, name, imported_before=before)
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
        reading = read_well(
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
            orders=detected.reader.orders,
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
            odd=tuple(intake.odd),
            odd_count=intake.remarks.total(),
        )

    def _notes(self) -> list[Message]:
        detected = self.source.detected
        found = list(self._left_out)
        if self.imported_before is not None:
            found.append(msg("This very file was imported already; it brings nothing new to records you have."))
        if detected.mapping.encoding not in ("", "utf-8", "utf-8-sig"):
            found.append(
                msg(
                    "Read as {encoding}. If letters look wrong, choose another encoding.",
                    encoding=detected.mapping.encoding,
                )
            )
        if self.source.strays:
            found.append(
                nmsg(
                    "The rows of {n} order stand apart in the file and were put together.",
                    "The rows of {n} orders stand apart in the file and were put together.",
                    n=len(self.source.strays),
                )
            )
        return found

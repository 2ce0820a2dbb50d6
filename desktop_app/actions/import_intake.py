"""The stream of a file's records in chunks, with what is refused, remarked or astray gathered on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from desktop_app.domain.importing import (
    ComplaintRecord,
    Oddity,
    OrderRecord,
    PersonRecord,
    Place,
    ProductRecord,
    Refusal,
    Remark,
    Remarked,
    SalesRecord,
)
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.options import Item, Stray
from desktop_app.exchange.reading import Reading
from desktop_app.i18n import Message, msg, nmsg

CHUNK = 4_000  # records held at once
_FIRST = 500  # in the first chunk, which a second process hands over sooner
LISTED = 10_000  # refusals kept to be shown; more are only counted
_ODD = 1_000  # odd values kept to be shown
_NAMED = 3  # of them in a note

_SAID = {
    Remark.UNKNOWN_STATUS: msg("Cordial does not know this status; the order counts as not yet packed."),
    Remark.SHORTENED_PHONE: msg("A spreadsheet has shortened this number; it is left out."),
    Remark.LOST_ZERO: msg("The leading zero seems to be lost; look at it before you post."),
    Remark.NO_PIECES: msg("The article was taken off its order; the line is left out."),
    Remark.BELOW_ZERO: msg("Taken as money given back."),
    Remark.CANCELLED_PART: msg(
        "Cancelled on the platform; it is left out with its money, the rest of the order stays."
    ),
    Remark.LEFT_OUT: msg("This cannot be read as what should stand here; it is left out, the rest is taken."),
    Remark.NO_CUSTOMER: msg("This row is of a supplier, a maker or a deleted record; it is left out."),
    Remark.JOINED: msg("This person stands in the file before; the two entries are taken as one."),
    Remark.NO_DAY: msg("No birthday; the event is left out."),
    Remark.PACKED_TEXT: msg("Name and pieces cannot be told apart here; it is taken as one piece of one article."),
    Remark.TEST_ROW: msg("Somebody tried out the form; it is left out."),
    Remark.NO_ORDER: msg("A request without an order; it is left out."),
    Remark.UNKNOWN_REFUND: msg("Part of the money went back, the file does not say how much; enter it in the order."),
    Remark.NO_CURRENCY: msg("The amounts name no currency and are taken as the shop’s own."),
}

_COUNTED = {  # the same of all of them together; n and values are filled in when they were counted
    Remark.UNKNOWN_STATUS: nmsg(
        "{n} order has a status Cordial does not know ({values}); it counts as not yet packed.",
        "{n} orders have a status Cordial does not know ({values}); they count as not yet packed.",
        n=0,
    ),
    Remark.SHORTENED_PHONE: nmsg(
        "{n} phone number was shortened by a spreadsheet ({values}) and is left out.",
        "{n} phone numbers were shortened by a spreadsheet ({values}) and are left out.",
        n=0,
    ),
    Remark.LOST_ZERO: nmsg(
        "{n} postcode seems to have lost its leading zero ({values}); look at it before you post.",
        "{n} postcodes seem to have lost their leading zero ({values}); look at them before you post.",
        n=0,
    ),
    Remark.NO_PIECES: nmsg(
        "{n} order line has no pieces ({values}): it was taken off its order and is left out.",
        "{n} order lines have no pieces ({values}): they were taken off their orders and are left out.",
        n=0,
    ),
    Remark.BELOW_ZERO: nmsg(
        "{n} order has a total below zero ({values}); it is taken as money given back.",
        "{n} orders have totals below zero ({values}); they are taken as money given back.",
        n=0,
    ),
    Remark.CANCELLED_PART: nmsg(
        "{n} article was cancelled on the platform ({values}) and is left out.",
        "{n} articles were cancelled on the platform ({values}) and are left out.",
        n=0,
    ),
    Remark.LEFT_OUT: nmsg(
        "{n} value cannot be read as what should stand there ({values}); it is left out, the rest is taken.",
        "{n} values cannot be read as what should stand there ({values}); they are left out, the rest is taken.",
        n=0,
    ),
    Remark.NO_CUSTOMER: nmsg(
        "{n} row is of a supplier, a maker or a deleted record ({values}) and is left out.",
        "{n} rows are of suppliers, makers or deleted records ({values}) and are left out.",
        n=0,
    ),
    Remark.JOINED: nmsg(
        "{n} person stands in the file more than once ({values}); their entries are taken as one.",
        "{n} entries are of people who stand in the file before ({values}); they are taken as one.",
        n=0,
    ),
    Remark.NO_DAY: nmsg(
        "{n} event is no birthday ({values}) and is left out.",
        "{n} events are no birthdays ({values}) and are left out.",
        n=0,
    ),
    Remark.PACKED_TEXT: nmsg(
        "{n} article is a text in which name and pieces cannot be told apart ({values}); it is taken as one piece.",
        "{n} articles are texts in which name and pieces cannot be told apart ({values}); "
        "they are taken as one piece each.",
        n=0,
    ),
    Remark.TEST_ROW: nmsg(
        "{n} row is somebody trying out the form ({values}); it is left out.",
        "{n} rows are somebody trying out the form ({values}); they are left out.",
        n=0,
    ),
    Remark.NO_ORDER: nmsg(
        "{n} request without an order ({values}) is left out. Import the file as customers to take its person.",
        "{n} requests without an order ({values}) are left out. Import the file as customers to take their people.",
        n=0,
    ),
    Remark.UNKNOWN_REFUND: nmsg(
        "{n} order was refunded in part ({values}), but the file does not say how much: enter it in the order.",
        "{n} orders were refunded in part ({values}), but the file does not say how much: enter it in the orders.",
        n=0,
    ),
    Remark.NO_CURRENCY: nmsg(
        "{n} order names no currency ({values}); its amounts are taken as the shop’s own. If they are not, choose "
        "the currency before you import.",
        "{n} orders name no currency ({values}); their amounts are taken as the shop’s own. If they are not, choose "
        "the currency before you import.",
        n=0,
    ),
}

Record = TypeVar("Record", OrderRecord, PersonRecord, ProductRecord, ComplaintRecord)


@dataclass(slots=True)
class Intake:
    """What came out of a file besides the records."""

    refused: list[Refusal] = field(default_factory=list)
    refused_count: int = 0
    remarks: Counter[Remark] = field(default_factory=Counter)
    values: dict[Remark, list[str | Message]] = field(default_factory=dict)
    odd: list[Oddity] = field(default_factory=list)
    strays: dict[str, list[Row]] = field(default_factory=dict)
    records: int = 0
    sales: list[SalesRecord] = field(default_factory=list)  # what reports of sales come to

    def chunks(self, reading: Reading, kind: type[Record]) -> Iterator[list[Record]]:
        """The records of a reading, all of one kind, in chunks; everything else is noted on the way."""
        chunk: list[Record] = []
        size = min(_FIRST, CHUNK)
        for item in reading.items:
            if isinstance(item, kind):
                chunk.append(item)
                if len(chunk) == size:
                    yield self._counted(chunk)
                    chunk, size = [], CHUNK
            else:
                self._note(item, reading)
        yield self._counted(chunk)

    def refuse(self, refusal: Refusal) -> None:
        """Notes a refusal; the first ten thousand are kept to be shown."""
        self.refused_count += 1
        if len(self.refused) < LISTED:
            self.refused.append(refusal)

    def notes(self) -> list[Message]:
        """What is to be said of odd values that were taken all the same."""
        return [
            replace(_COUNTED[remark], args=MappingProxyType({"n": self.remarks[remark], "values": self.values[remark]}))
            for remark in Remark
            if self.remarks[remark]
        ]

    def _note(self, item: Item, reading: Reading) -> None:
        if isinstance(item, Refusal):
            self.refuse(item)
        elif isinstance(item, Stray):
            self.strays.setdefault(item.key, []).append(item.row)
        elif isinstance(item, SalesRecord):
            self.sales.append(item)
        elif not isinstance(item, OrderRecord | PersonRecord | ProductRecord | ComplaintRecord):
            self._remark(item, Place(reading.file, item.row, reading.sheet, item.column))

    def _remark(self, odd: Remarked, place: Place) -> None:
        self.remarks[odd.remark] += 1
        if len(self.odd) < _ODD:
            self.odd.append(Oddity(place, shorten(odd.value), _SAID[odd.remark]))
        said: str | Message = shorten(odd.value, 20)
        if odd.remark in (Remark.NO_PIECES, Remark.BELOW_ZERO, Remark.LEFT_OUT):  # the number alone tells not which
            said = msg("{column} {value} in row {row}", column=shorten(odd.column), value=said, row=odd.row)
        values = self.values.setdefault(odd.remark, [])
        if len(values) < _NAMED and said not in values:
            values.append(said)

    def _counted(self, chunk: list[Record]) -> list[Record]:
        self.records += len(chunk)
        return chunk

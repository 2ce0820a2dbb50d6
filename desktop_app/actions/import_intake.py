"""The stream of a file's records in chunks, with what is refused, remarked or astray gathered on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from desktop_app.domain.importing import OrderRecord, PersonRecord, Place, Refusal, Remark
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.options import Item, Stray
from desktop_app.exchange.reading import Reading
from desktop_app.i18n import Message, msg, nmsg

CHUNK = 4_000  # records held at once
LISTED = 10_000  # refusals kept to be shown; more are only counted

Record = TypeVar("Record", OrderRecord, PersonRecord)


@dataclass(slots=True)
class Intake:
    """What came out of a file besides the records."""

    refused: list[Refusal] = field(default_factory=list)
    refused_count: int = 0
    remarks: Counter[Remark] = field(default_factory=Counter)
    values: dict[Remark, list[str]] = field(default_factory=dict)
    strays: dict[str, list[Row]] = field(default_factory=dict)
    records: int = 0
    _seen: dict[int, int] = field(default_factory=dict)

    def orders(self, reading: Reading) -> Iterator[list[OrderRecord]]:
        """The orders of a reading in chunks."""
        chunk: list[OrderRecord] = []
        for item in reading.items:
            if isinstance(item, OrderRecord):
                if self._is_second(reading, item):
                    continue
                chunk.append(item)
                if len(chunk) == CHUNK:
                    yield self._counted(chunk)
                    chunk = []
            else:
                self._note(item)
        yield self._counted(chunk)

    def people(self, reading: Reading) -> Iterator[list[PersonRecord]]:
        """The people of a reading in chunks."""
        chunk: list[PersonRecord] = []
        for item in reading.items:
            if isinstance(item, PersonRecord):
                chunk.append(item)
                if len(chunk) == CHUNK:
                    yield self._counted(chunk)
                    chunk = []
            else:
                self._note(item)
        yield self._counted(chunk)

    def refuse(self, refusal: Refusal) -> None:
        """Notes a refusal; the first ten thousand are kept to be shown."""
        self.refused_count += 1
        if len(self.refused) < LISTED:
            self.refused.append(refusal)

    def notes(self) -> list[Message]:
        """What is to be said of odd values that were taken all the same."""
        texts = {
            Remark.UNKNOWN_STATUS: nmsg(
                "{n} order has a status Cordial does not know ({values}); it counts as not yet packed.",
                "{n} orders have a status Cordial does not know ({values}); they count as not yet packed.",
                n=self.remarks[Remark.UNKNOWN_STATUS],
                values=self._values(Remark.UNKNOWN_STATUS),
            ),
            Remark.SHORTENED_PHONE: nmsg(
                "{n} phone number was shortened by a spreadsheet ({values}) and is left out.",
                "{n} phone numbers were shortened by a spreadsheet ({values}) and are left out.",
                n=self.remarks[Remark.SHORTENED_PHONE],
                values=self._values(Remark.SHORTENED_PHONE),
            ),
            Remark.LOST_ZERO: nmsg(
                "{n} postcode seems to have lost its leading zero ({values}); look at it before you post.",
                "{n} postcodes seem to have lost their leading zero ({values}); look at them before you post.",
                n=self.remarks[Remark.LOST_ZERO],
                values=self._values(Remark.LOST_ZERO),
            ),
        }
        return [texts[remark] for remark in Remark if self.remarks[remark]]

    def _is_second(self, reading: Reading, record: OrderRecord) -> bool:
        """Whether an order of the same key came before: spellings of a number may differ and mean the same."""
        key = hash(record.key)
        first = self._seen.setdefault(key, record.row)
        if first == record.row:
            return False
        place = Place(reading.file, record.row, reading.sheet)
        self.refuse(
            Refusal(
                place,
                shorten(record.number),
                msg(
                    "This order stands in the file twice, first in row {row}; only the first is taken. "
                    "Remove one of them.",
                    row=first,
                ),
            )
        )
        return True

    def _note(self, item: Item) -> None:
        if isinstance(item, Refusal):
            self.refuse(item)
        elif isinstance(item, Stray):
            self.strays.setdefault(item.key, []).append(item.row)
        elif not isinstance(item, OrderRecord | PersonRecord):
            self.remarks[item.remark] += 1
            values = self.values.setdefault(item.remark, [])
            if len(values) < 3 and shorten(item.value, 20) not in values:
                values.append(shorten(item.value, 20))

    def _counted(self, chunk: list[Record]) -> list[Record]:
        self.records += len(chunk)
        return chunk

    def _values(self, remark: Remark) -> str:
        return ", ".join(self.values.get(remark, ()))

"""Files made for tests, and everything a reader says of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.importing import (
    ComplaintRecord,
    OrderRecord,
    PersonRecord,
    ProductRecord,
    Refusal,
    Remarked,
    SalesRecord,
)
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.options import Stray
from desktop_app.exchange.reading import read
from desktop_app.i18n import english

DATA = Path(__file__).resolve().parent.parent / "data"
TODAY = dt.date(2026, 11, 20)


@dataclass
class Said:
    """What came out of a file."""

    detected: Detected
    orders: list[OrderRecord]
    people: list[PersonRecord]
    refused: list[Refusal]
    remarks: list[Remarked]
    strays: dict[str, list]
    products: list[ProductRecord] = field(default_factory=list)
    complaints: list[ComplaintRecord] = field(default_factory=list)
    sales: list[SalesRecord] = field(default_factory=list)

    @property
    def reasons(self) -> list[str]:
        return [english(refusal.reason) for refusal in self.refused]


def written(folder: Path, text: str | bytes, name: str = "orders.csv", encoding: str = "utf-8") -> Path:
    """A file with this content."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return file


def said(file: Path, mapping: FileMapping = FileMapping(), strays: dict[str, list] | None = None) -> Said:
    """Everything the reader of a file says."""
    detected = detect(file, mapping)
    reading = read(detected, currency="EUR", today=TODAY, strays=strays or {})
    found = Said(detected, [], [], [], [], {})
    lists = {OrderRecord: found.orders, PersonRecord: found.people, Refusal: found.refused, Remarked: found.remarks}
    lists[ProductRecord] = found.products
    lists[ComplaintRecord] = found.complaints
    lists[SalesRecord] = found.sales
    try:
        for item in reading.items:
            if isinstance(item, Stray):
                found.strays.setdefault(item.key, []).append(item.row)
            else:
                lists[type(item)].append(item)
        assert reading.sha256() == detected.sha256
    finally:
        reading.close()
    return found


def shopify(*rows: str, head: str = "Name,Email,Financial Status,Created at,Currency,Total") -> str:
    """A Shopify export with a few columns: the order's own, then article, pieces and price."""
    return "\n".join([f"{head},Lineitem name,Lineitem quantity,Lineitem price", *rows]) + "\n"

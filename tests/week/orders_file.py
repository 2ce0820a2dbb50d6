"""A shop's orders as Shopify gives them out, for the days of the week on which new ones come in."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_HEAD = (
    "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Fulfilled at", "Accepts Marketing",
    "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code", "Discount Amount", "Shipping Method",
    "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku", "Billing Name",
    "Billing Street", "Billing City", "Billing Zip", "Billing Country", "Billing Phone", "Shipping Name",
    "Shipping Street", "Shipping City", "Shipping Zip", "Shipping Country", "Shipping Phone", "Refunded Amount", "Id",
    "Phone",
)  # fmt: skip


@dataclass(frozen=True)
class Bought:
    """One order: its number, who ordered when, one article with its price, and the day it was posted, if it was."""

    number: str
    name: str
    email: str
    phone: str
    on: dt.date
    article: str = "Linen towel"
    price: str = "15.00"
    posted: dt.date | None = None

    @property
    def code(self) -> str:
        """What its article's label says to a scanner."""
        return self.article.upper().replace(" ", "-")


def write_orders(file: Path, orders: Sequence[Bought]) -> Path:
    """Writes them as a download of Shopify's orders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", newline="") as out:
        rows = csv.DictWriter(out, _HEAD, restval="")
        rows.writeheader()
        rows.writerows(map(_row, orders))
    return file


def _row(one: Bought) -> dict[str, str]:
    at = f"{one.on} 09:30:00 +0200"
    return {
        "Name": f"#{one.number}", "Email": one.email, "Phone": one.phone, "Id": f"59000000{one.number}",
        "Financial Status": "paid", "Paid at": at, "Created at": at, "Currency": "EUR",
        "Fulfillment Status": "fulfilled" if one.posted else "unfulfilled",
        "Fulfilled at": f"{one.posted} 16:00:00 +0200" if one.posted else "",
        "Subtotal": one.price, "Shipping": "0.00", "Taxes": "0.00", "Total": one.price, "Discount Amount": "0.00",
        "Shipping Method": "Omniva", "Refunded Amount": "0.00", "Lineitem quantity": "1",
        "Lineitem name": one.article, "Lineitem price": one.price, "Lineitem sku": one.code,
        **_place("Billing", one), **_place("Shipping", one),
    }  # fmt: skip


def _place(which: str, one: Bought) -> dict[str, str]:
    told = {"Name": one.name, "Street": "Brīvības iela 10-5", "City": "Rīga", "Zip": "LV-1010", "Country": "LV"}
    return {f"{which} {part}": value for part, value in {**told, "Phone": one.phone}.items()}

"""The fields of an order's form, and the way between what stands in it and the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.i18n import Words
from desktop_app.ui.pages.customers.addresses import address_fields, address_from, address_values
from desktop_app.ui.widgets.field import Field, Input

_AMOUNTS = ("total", "shipping", "discount")
_PLAIN = ("number", "paid", "ship_by", "carrier", "tracking", "note", "packer_note")


def order_form(words: Words, currency: str) -> tuple[Field, ...]:
    """The declarations, in the desk's language."""
    return (
        Field("ship_by", words("Promised for"), Input.DATE, help=words("Empty: counted by the shop’s rules.")),
        Field("placed_on", words("Placed on"), Input.DATE),
        Field("paid", words("Paid"), Input.CHECK, wide=True),
        Field("packer_note", words("Note for the packer"), Input.LONG, lines=2),
        Field("number", words("Order number"), help=words("Empty: the next free one."), group=words("Order")),
        Field("total", words("Total"), Input.MONEY, currency=currency, help=words("Empty: counted from the articles.")),
        Field("shipping", words("Delivery"), Input.MONEY, currency=currency),
        Field("discount", words("Discount"), Input.MONEY, currency=currency),
        Field("carrier", words("Carrier")),
        Field("tracking", words("Tracking number")),
        Field("note", words("The customer wrote"), Input.LONG, lines=2),
        *address_fields(words, words("Goes to")),
    )


def order_values(fields: OrderFields) -> dict[str, Any]:
    """What the form shows of an order."""
    return {
        **{key: getattr(fields, key) for key in (*_PLAIN, *_AMOUNTS)},
        "placed_on": fields.placed_on, **address_values(fields.ship_to),
    }


def order_from(
    values: Mapping[str, Any], was: OrderFields, *, customer: CustomerId | None, lines: tuple[Line, ...]
) -> OrderFields:
    """The order that stands in the form; what the form does not show stays as it was."""
    currency = next((money.currency for key in _AMOUNTS if (money := values[key]) is not None), was.currency)
    total: Money | None = values["total"]
    if total is not None and total == was.total and lines != was.lines:
        total = None  # the articles changed and nobody typed a total: it is counted anew
    return OrderFields(
        **{key: values[key] for key in _PLAIN},
        customer=customer, source=was.source, placed_at=_placed_at(values["placed_on"], was.placed_at),
        status=was.status, currency=currency, total=total, shipping=values["shipping"], discount=values["discount"],
        refunded=was.refunded, ship_to=address_from(values), lines=lines,
    )


def new_order(currency: str, customer: CustomerId | None = None) -> OrderFields:
    """An order not yet kept."""
    return OrderFields(number="", customer=customer, currency=currency, status=Status.NEW)


def _placed_at(day: dt.date | None, was: str) -> str:
    """The time as it was given, unless the day was changed."""
    if day is None:
        return ""
    return was if was[:10] == day.isoformat() else day.isoformat()

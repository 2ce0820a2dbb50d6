"""The fields of an order's form, and the way between what stands in it and the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.order_totals import order_total
from desktop_app.domain.orders import OrderFields, Status
from desktop_app.i18n import Words
from desktop_app.ui.pages.customers.addresses import address_fields, address_from, address_values
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.offering_input import OfferingInput

AMOUNTS = ("shipping", "discount", "total", "refunded")
CURRENCIES = ("EUR", "USD", "GBP", "SEK", "NOK", "DKK", "PLN", "CZK", "CHF", "UAH", "RUB", "JPY")  # offered first
_PLAIN = (
    "number", "paid", "ship_by", "deliver_by", "carrier", "tracking", "note", "packer_note", "note_to", "gift", "lines",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes the inputs that are the order form's own, and what its currency is checked by."""

    customer: Callable[[], Any]
    articles: Callable[[], Any]
    tracking: Callable[[], Any]
    check_currency: Callable[[str], object]


def order_form(words: Words, currency: str, make: Makers) -> tuple[Field, ...]:
    """The declarations, in the desk's language."""
    return (
        Field("customer", words("Customer"), wide=True, make=make.customer),
        Field("lines", words("Articles"), wide=True, make=make.articles),
        Field("ship_by", words("To be posted by"), Input.DATE),
        Field("deliver_by", words("To be there by"), Input.DATE),
        Field("carrier", words("Carrier"), make=OfferingInput),
        Field("tracking", words("Tracking number"), make=make.tracking),
        Field("paid", words("Paid"), Input.CHECK),
        Field("gift", words("A present: no prices on its papers"), Input.CHECK),
        Field("packer_note", words("Note for the packer"), Input.LONG, lines=2),
        Field("note_to", words("To the customer, on the insert"), Input.LONG, lines=2),
        *_money(words, currency, make),
        Field("number", words("Order number"), help=words("Empty: the next free one."), group=words("Order")),
        Field("placed_on", words("Placed on"), Input.DATE),
        Field("note", words("The customer wrote"), Input.LONG, lines=2),
        *address_fields(words, words("Goes to")),
    )


def _money(words: Words, currency: str, make: Makers) -> tuple[Field, ...]:
    amount = partial(Field, input=Input.MONEY, currency=currency)
    return (
        Field("currency", words("Currency"), make=partial(OfferingInput, CURRENCIES), group=words("Money"),
              check=make.check_currency),
        amount("shipping", words("Delivery")),
        amount("discount", words("Discount on the whole")),
        amount("total", words("Total"), help=words("Empty: counted from the articles.")),
        amount("refunded", words("Given back")),
    )


def order_values(fields: OrderFields) -> dict[str, Any]:
    """What the form shows of an order; its customer is shown with their name, by whoever knows it."""
    return {
        **{key: getattr(fields, key) for key in (*_PLAIN, *AMOUNTS, "currency", "customer")},
        "placed_on": fields.placed_on, **address_values(fields.ship_to),
    }


def order_from(values: Mapping[str, Any], was: OrderFields) -> OrderFields:
    """The order that stands in the form; what the form does not show stays as it was."""
    amounts = [values[key] for key in AMOUNTS if values[key] is not None]
    currency = values["currency"].upper() or (amounts[0].currency if amounts else was.currency)
    return OrderFields(
        **{key: values[key] for key in _PLAIN},
        customer=values["customer"], source=was.source, placed_at=_placed_at(values["placed_on"], was.placed_at),
        status=was.status, currency=currency, total=total_meant(values, was),
        shipping=values["shipping"], discount=values["discount"], refunded=values["refunded"],
        ship_to=address_from(values),
    )


def new_order(currency: str, customer: CustomerId | None = None) -> OrderFields:
    """An order not yet kept."""
    return OrderFields(number="", customer=customer, currency=currency, status=Status.NEW)


def total_meant(values: Mapping[str, Any], was: OrderFields) -> Money | None:
    """The total as it was typed; None, to be counted anew, where nobody touched it and what it is counted from changed.

    A total that was never what its articles come to (an import's, with its taxes) follows only other articles.
    """
    total: Money | None = values["total"]
    if total is None or was.total is None or total.amount != was.total.amount:
        return total
    counted = order_total(was.lines, was.currency, shipping=was.shipping, discount=was.discount)
    around = (values["shipping"], values["discount"]) != (was.shipping, was.discount)
    recount = values["lines"] != was.lines or (around and was.total == counted)
    return None if recount else total


def _placed_at(day: dt.date | None, was: str) -> str:
    """The time as it was given, unless the day was changed."""
    if day is None:
        return ""
    return was if was[:10] == day.isoformat() else day.isoformat()

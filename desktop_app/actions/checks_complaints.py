"""What must be true of a complaint before it is kept, and what of it is known from its order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from desktop_app.actions.checks import tidied
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.orders import Line, Order
from desktop_app.domain.text import clean_block, fold, shorten
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.causes import cause
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.complaint_known import article_of
from desktop_app.queries.customers import customer_name
from desktop_app.queries.orders import order
from desktop_app.queries.products import product

LONGEST_TEXT = 100_000  # letters: a mail with what it quotes
_STARS = range(1, 6)

Number = TypeVar("Number", bound=int)


def checked_complaint(shop: Shop, fields: ComplaintFields) -> ComplaintFields:
    """A complaint ready to be kept; raises Invalid at the first field that is not. Without a moment it came now."""
    text = checked_long(fields.text)
    tidy = replace(tidied(replace(fields, text="")), text=text)
    if tidy.kind not in {kind.code for kind in kinds(shop)}:
        names = ", ".join(kind.code for kind in kinds(shop) if not kind.hidden)
        raise Invalid(
            "kind", msg("There is no kind “{kind}”. Use one of {kinds}.", kind=shorten(tidy.kind), kinds=names)
        )
    if tidy.rating is not None and tidy.rating not in _STARS:
        raise Invalid("rating", msg("A review has 1 to 5 stars, not {n}. Choose among them.", n=tidy.rating))
    at = tidy.received_at or shop.now().isoformat(timespec="seconds")
    at = checked_past(at, "received_at", today=shop.today())
    _check_there(
        "customer",
        tidy.customer,
        partial(customer_name, shop),
        msg("This customer is no longer in the shop. Choose another."),
    )
    _check_there(
        "product", tidy.product, partial(product, shop), msg("This product is no longer in the shop. Choose another.")
    )
    _check_there("order", tidy.order, partial(order, shop), msg("This order is no longer in the shop. Choose another."))
    _check_there("cause", tidy.cause, partial(cause, shop), msg("This cause was removed. Choose another."))
    return replace(tidy, received_at=at)


def with_order(shop: Shop, fields: ComplaintFields) -> ComplaintFields:
    """The fields with what the order knows where they are empty: whose it is, which article, who packed and carried.

    The article is the one that is named, or the only one of the order; who delivers it is known from the product.
    """
    if fields.order is not None:
        found = order(shop, fields.order)
        line = _line(found, fields)
        fields = replace(
            fields,
            customer=fields.customer or found.fields.customer,
            packer=fields.packer or found.packed_by,
            carrier=fields.carrier or found.fields.carrier,
            product=fields.product or (line.product if line else None),
            article=fields.article or (line.name if line else ""),
        )
    if fields.product is not None and not (fields.article and fields.supplier):
        name, supplier = article_of(shop, fields.product)
        fields = replace(fields, article=fields.article or name, supplier=fields.supplier or supplier)
    return fields


def checked_moment(text: str, field: str) -> str:
    """A moment as typed or written in a mail, as the shop's local time with its offset; raises Invalid at `field`."""
    try:
        moment = dt.datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
        return moment.astimezone().isoformat(timespec="seconds")  # one without an offset is the shop's own time
    except (ValueError, OverflowError, OSError):
        said = msg("“{value}” is not a time. Write it like 2026-11-22 10:30.", value=shorten(text))
        raise Invalid(field, said) from None


def checked_long(text: str, field: str = "text") -> str:
    """What somebody said, as it can be kept; raises Invalid at `field` when it is too long."""
    tidy = clean_block(text)
    if len(tidy) > LONGEST_TEXT:
        said = msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(tidy), limit=LONGEST_TEXT)
        raise Invalid(field, said)
    return tidy


def checked_past(text: str, field: str, *, today: dt.date) -> str:
    """A moment up to today, as `checked_moment` has it; raises Invalid at `field`."""
    at = checked_moment(text, field)
    day = dt.date.fromisoformat(at[:10])
    if day > today:
        raise Invalid(field, msg("{day} is still to come. Check the day.", day=day))
    return at


def _check_there(field: str, number: Number | None, read: Callable[[Number], object], said: Message) -> None:
    if number is None:
        return
    try:
        read(number)
    except NotFound:
        raise Invalid(field, said) from None


def _line(found: Order, fields: ComplaintFields) -> Line | None:
    lines = found.fields.lines
    if fields.article:
        wanted = fold(fields.article)
        return next((line for line in lines if wanted in (fold(line.name), fold(line.sku))), None)
    if fields.product is not None:
        return next((line for line in lines if line.product == fields.product), None)
    return lines[0] if len(lines) == 1 else None

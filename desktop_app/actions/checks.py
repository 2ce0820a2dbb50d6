"""What must be true of a record before it is kept; each failure is said at the field it stands in."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.domain.contact import without_directions
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.order_totals import order_total
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.i18n import Message, msg

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_BLOCKS = frozenset(("note", "packer_note", "note_to", "care"))
_LONGEST_LINE = 500  # letters in a field of one line
_LONGEST_BLOCK = 20_000
_MOST = 10**15  # minor units: sums stay far below what a column holds
_MOST_PIECES = 1_000_000
_CODE = 3  # letters of a currency

Record = TypeVar("Record", bound="DataclassInstance")


def checked_order(fields: OrderFields) -> OrderFields:
    """An order ready to be kept, with its total counted from its lines when none is given; raises Invalid."""
    tidy = tidied(fields)
    if not tidy.number:
        raise Invalid("number", msg("Enter the order number."))
    check_currency(tidy.currency)
    lines = tuple(_checked_line(line, tidy.currency) for line in tidy.lines)
    for field in ("total", "shipping", "discount", "refunded"):
        check_amount(field, getattr(tidy, field), tidy.currency)
    _check_time(tidy.placed_at)
    counted = order_total(lines, tidy.currency, shipping=tidy.shipping, discount=tidy.discount)
    return replace(tidy, ship_to=tidied(tidy.ship_to), lines=lines, total=tidy.total or counted)


def check_terms(fields: OrderFields, was: OrderFields | None = None) -> None:
    """Raises Invalid for a delivery before the posting and for a discount above the order, unless `was` had it so."""
    days = (fields.ship_by, fields.deliver_by)
    given = was is None or days != (was.ship_by, was.deliver_by)
    if given and fields.ship_by and fields.deliver_by and fields.deliver_by < fields.ship_by:
        said = msg("It is posted by {day}: it cannot be there earlier. Choose another day.", day=fields.ship_by)
        raise Invalid("deliver_by", said)
    full = order_total(fields.lines, fields.currency, shipping=fields.shipping, discount=None)
    if fields.discount is None or full is None or fields.discount.minor <= full.minor:
        return
    if was is None or (fields.lines, fields.shipping, fields.discount) != (was.lines, was.shipping, was.discount):
        said = msg(
            "The discount is more than the whole order costs, {amount} {currency}. Make it smaller.",
            amount=full.amount,
            currency=full.currency,
        )
        raise Invalid("discount", said)


def check_currency(currency: str) -> None:
    """Raises Invalid for what is no code of a currency."""
    if len(currency) != _CODE or not (currency.isascii() and currency.isalpha() and currency.isupper()):
        raise Invalid("currency", msg("Write the currency as three letters, like EUR."))


def tidied(record: Record, *, field: str = "") -> Record:
    """A record with its texts as they can be kept; raises Invalid at the one that is too long, or at `field`."""
    changes: dict[str, Any] = {}
    for item in fields_of(record):
        value = getattr(record, item.name)
        if type(value) is not str:
            continue
        block = item.name in _BLOCKS
        text = clean_block(value) if block else clean(without_directions(value))
        longest = _LONGEST_BLOCK if block else _LONGEST_LINE
        if len(text) > longest:
            raise Invalid(
                field or item.name,
                msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=longest),
            )
        changes[item.name] = text
    return replace(record, **changes)


def _checked_line(line: Line, currency: str) -> Line:
    tidy = tidied(line)
    if not tidy.name:
        raise Invalid("lines", msg("Enter the name of each article."))
    if not 1 <= tidy.quantity <= _MOST_PIECES:
        raise Invalid("lines", msg("Give “{name}” a quantity of 1 or more.", name=shorten(tidy.name)))
    check_amount("lines", tidy.unit_price, currency)
    check_amount("lines", tidy.total, currency)
    check_amount("lines", tidy.discount, currency)
    if tidy.unit_price is not None:
        full, less = tidy.unit_price.minor * tidy.quantity, tidy.discount.minor if tidy.discount else 0
        if less > full:
            raise Invalid(
                "lines",
                msg("The discount on “{name}” is more than it costs. Make it smaller.", name=shorten(tidy.name)),
            )
        tidy = tidy if tidy.total is not None else replace(tidy, total=Money(full - less, currency))
    return replace(tidy, returned=max(0, min(tidy.returned, tidy.quantity)))


def check_amount(field: str, amount: Money | None, currency: str) -> None:
    """Raises Invalid at a field for money of another currency, and for an amount that cannot be kept."""
    if amount is None:
        return
    problem: Message | None = None
    if amount.currency != currency:
        problem = msg(
            "{amount} {other}: this order is in {currency}. Write the amount in it.",
            amount=amount.amount,
            other=amount.currency,
            currency=currency,
        )
    elif not 0 <= amount.minor <= _MOST:
        problem = msg(
            "{amount} {currency} cannot be kept here. Write 0 or more, with fewer digits.",
            amount=amount.amount,
            currency=currency,
        )
    if problem:
        raise Invalid(field, problem)


def _check_time(placed_at: str) -> None:
    if not placed_at:
        return
    try:
        dt.date.fromisoformat(placed_at[:10])
        dt.time.fromisoformat(placed_at[11:16] or "00:00")
    except ValueError:
        raise Invalid(
            "placed_at", msg("“{value}” is not a time. Write it like 2026-11-22 10:30.", value=shorten(placed_at))
        ) from None

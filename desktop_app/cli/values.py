"""Typed options as values of a record; whatever cannot be read is Invalid at its option."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop_app.cli.fields import FIELDS
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money, digits
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, msg

_ADDRESS = {
    "recipient": "name",
    "street": "street",
    "city": "city",
    "region": "region",
    "postcode": "postcode",
    "country": "country",
}


def given(words: argparse.Namespace, noun: str) -> dict[str, Any]:
    """The options that were given, by name; an empty text is a wish to empty the field."""
    found = {option.name: getattr(words, f"field_{option.name}") for option in FIELDS[noun]}
    return {name: value for name, value in found.items() if value is not None}


def address(options: dict[str, Any], old: Address) -> Address:
    """The address with the given parts changed; takes them out of `options`."""
    parts = {_ADDRESS[name]: options.pop(name) for name in list(options) if name in _ADDRESS}
    return replace(old, **parts)


def language(text: str) -> Language | None:
    """A language by its two letters, None for empty."""
    try:
        return Language(text) if text else None
    except ValueError:
        raise Invalid(
            "language", msg("“{text}” is not a language Cordial knows; use en, ru or lv.", text=shorten(text))
        ) from None


def yes(field: str, text: str) -> bool:
    """A yes or a no."""
    if text.casefold() not in ("yes", "no"):
        raise Invalid(
            field,
            msg("“{text}” at --{field} is neither yes nor no; write one of the two.", text=shorten(text), field=field),
        )
    return text.casefold() == "yes"


def number(field: str, text: str) -> int:
    """A whole number, 0 for empty."""
    if text and not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise Invalid(
            field, msg("“{text}” at --{field} is not a whole number; write it as 12.", text=shorten(text), field=field)
        )
    return int(text or 0)


def day(field: str, text: str) -> dt.date | None:
    """A day as YYYY-MM-DD, None for empty."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Invalid(
            field, msg("“{text}” at --{field} is not a day; write it as 2026-03-31.", text=shorten(text), field=field)
        ) from None


def birthday(text: str, field: str = "birthday") -> Birthday | None:
    """A day kept each year as YYYY-MM-DD, MM-DD or MM; None for empty."""
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        raise Invalid(field, msg("“{text}” is a year alone. Write at least the month too, as in {text}-05.", text=text))
    found = re.fullmatch(r"(?:(\d{4})-)?(\d{1,2})(?:-(\d{1,2}))?", text, re.ASCII)
    if found is None:
        raise Invalid(field, _no_birthday(text))
    year, month, date = found.groups()
    try:
        return Birthday(int(month), int(date or 0), int(year) if year else None)
    except ValueError:
        if not 1 <= int(month) <= 12:
            raise Invalid(field, _no_birthday(text)) from None
        raise Invalid(
            field,
            msg(
                "“{text}” is not in the calendar: there is no such day in that month. Check the day.",
                text=shorten(text),
            ),
        ) from None


def _no_birthday(text: str) -> Message:
    return msg(
        "“{text}” is not a birthday; write 1990-05-17, 05-17 without a year, or 05 for the month.", text=shorten(text)
    )


def places(text: str) -> list[int]:
    """The places of a sheet, written as 3,4 or 2-4."""
    found: list[int] = []
    for part in text.split(","):
        ends = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part.strip(), re.ASCII)
        if ends is None:
            raise Invalid(
                "begun", msg("“{text}” names no places of a sheet; write them as 3,4 or 2-4.", text=shorten(text))
            )
        first, last = int(ends[1]), int(ends[2] or ends[1])
        found += range(first, last + 1)
    return found


def written_places(free: Sequence[int]) -> str:
    """Places as `places` reads them."""
    return ",".join(map(str, free))


def money(field: str, text: str, currency: str) -> Money | None:
    """An amount with a decimal point, None for empty."""
    if not text:
        return None
    try:
        if not re.fullmatch(r"-?\d{1,12}(\.\d+)?", text, re.ASCII):
            raise ValueError
        return Money.of(Decimal(text), currency)
    except (ValueError, InvalidOperation):
        raise Invalid(
            field,
            msg(
                "“{text}” at --{field} is not an amount of {currency}; write it as {example}.",
                text=shorten(text),
                field=field,
                currency=currency,
                example=f"{1250 / 10 ** digits(currency):.{digits(currency)}f}",
            ),
        ) from None


def status(text: str, *, also: Iterable[str] = ()) -> Status:
    """A step of an order by its name; `also` are other words that stand in its place, for who mistypes one."""
    try:
        return Status(text)
    except ValueError:
        known = ", ".join((*Status, *also))
        said = msg("“{text}” is not a step of an order; use one of {steps}.", text=shorten(text), steps=known)
        raise Invalid("status", said) from None


def line(text: str, currency: str) -> Line:
    """An article as QTY;NAME;SKU;PRICE;DISCOUNT, the last three optional."""
    parts = [part.strip() for part in text.split(";")] + ["", "", "", ""]
    quantity, name, sku, price, less = parts[:5]
    if not re.fullmatch(r"\d{1,6}", quantity, re.ASCII) or int(quantity) < 1 or not name:
        raise Invalid(
            "line",
            msg("“{text}” at --line is not an article; write it as 2;Linen napkin;LN-011;12.50.", text=shorten(text)),
        )
    unit = money("line", price, currency)
    discount = money("line", less, currency)
    return Line(name=name, quantity=int(quantity), sku=sku, unit_price=unit, discount=discount)

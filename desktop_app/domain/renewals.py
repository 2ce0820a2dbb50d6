"""What a customer pays for by period: what it is, what it costs, when it is due; the list and Today show it."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import NewType

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.i18n import Message, msg, nmsg

RenewalId = NewType("RenewalId", int)

MOST_MONTHS = 120
MOST_PERIODS = 120  # paid at once
_LONGEST_WHAT = 200  # letters
_LONGEST_NOTE = 20_000
_MOST = 10**15  # minor units
_LAST_YEAR = 2200


@dataclass(frozen=True, slots=True)
class RenewalFields:
    """Everything a person may edit; `next_on` None is a day yet to be chosen, `active` off rests it for a while."""

    what: str = ""
    amount: Money | None = None
    every_months: int = 1
    next_on: dt.date | None = None
    note: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Renewal:
    """A renewal as kept; `due_day` is the day of the month agreed on, `paid_on` when it was paid last."""

    id: RenewalId
    version: int
    customer: CustomerId
    fields: RenewalFields
    due_day: int
    paid_on: dt.date | None = None

    @property
    def next_on(self) -> dt.date:
        """The day it is due next; what is kept always has one."""
        assert self.fields.next_on is not None
        return self.fields.next_on


def due_after(day: dt.date, months: int, *, due_day: int) -> dt.date:
    """The day so many months after `day`: the one agreed on, in a month without it the last one.

    >>> due_after(dt.date(2026, 1, 31), 1, due_day=31)
    datetime.date(2026, 2, 28)
    >>> due_after(dt.date(2026, 2, 28), 1, due_day=31)
    datetime.date(2026, 3, 31)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(due_day, calendar.monthrange(year, month + 1)[1]))


def period(months: int) -> Message:
    """How often it is due."""
    if months == 1:
        return msg("every month")
    if months == 12:
        return msg("every year")
    if months % 12 == 0:
        return nmsg("every {n} year", "every {n} years", n=months // 12)
    return nmsg("every {n} month", "every {n} months", n=months)


def checked_renewal(fields: RenewalFields) -> RenewalFields:
    """A renewal tidied; raises Invalid at the first field that cannot be kept."""
    what, note = clean(fields.what), clean_block(fields.note)
    if not what:
        raise Invalid("what", msg("Say what is renewed, such as the tea of the month."))
    for field, text, limit in (("what", what, _LONGEST_WHAT), ("note", note, _LONGEST_NOTE)):
        if len(text) > limit:
            said = msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=limit)
            raise Invalid(field, said)
    if not 1 <= fields.every_months <= MOST_MONTHS:
        raise Invalid("every", msg("Write the months between two payments as a number from 1 to {n}.", n=MOST_MONTHS))
    if fields.next_on is None:
        raise Invalid("next", msg("Choose the day it is due next."))
    if not 2000 <= fields.next_on.year < _LAST_YEAR:
        raise Invalid("next", msg("{day} is out of reach. Check the year.", day=fields.next_on))
    amount = fields.amount
    if amount is not None and not 0 <= amount.minor <= _MOST:
        said = msg("{amount} {currency} cannot be kept here. Write 0 or more, with fewer digits.", amount=amount.amount,
                   currency=amount.currency)  # fmt: skip
        raise Invalid("amount", said)
    return replace(fields, what=what, note=note)

"""Complaints counted: by what they are about, before and after a change, and who bought again after which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.causes import Remedy
from desktop_app.domain.resolutions import Deed
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

FRESH_DAYS = 30  # who complained less long ago may still buy again
EFFECT_DAYS = 90  # looked at before and after a change


class Grouping(StrEnum):
    """What complaints are counted by."""

    MONTH = "month"
    PRODUCT = "product"
    CARRIER = "carrier"
    PACKER = "packer"
    SUPPLIER = "supplier"
    KIND = "kind"
    CAUSE = "cause"


GROUPING_NAMES: Mapping[Grouping, Message] = {
    Grouping.MONTH: msg("Month"),
    Grouping.PRODUCT: msg("Product"),
    Grouping.CARRIER: msg("Carrier"),
    Grouping.PACKER: msg("Packer"),
    Grouping.SUPPLIER: msg("Supplier"),
    Grouping.KIND: msg("Kind"),
    Grouping.CAUSE: msg("Cause"),
}


@dataclass(frozen=True, slots=True)
class CountedRow:
    """The complaints about one thing; `orders` are those of the same days that had to do with it, None: not countable.

    `title` is "" for complaints of which it is not known.
    """

    key: str
    title: str | Message
    complaints: int
    justified: int = 0
    orders: int | None = None

    @property
    def per_hundred(self) -> float | None:
        """Complaints to a hundred orders; None where no orders are known, or fewer than complaints."""
        return None if not self.orders or self.orders < self.complaints else 100 * self.complaints / self.orders


@dataclass(frozen=True, slots=True)
class Counted:
    """The complaints received from `since` to `until`, the most frequent first; months in their order."""

    by: Grouping
    since: dt.date
    until: dt.date
    rows: tuple[CountedRow, ...] = ()
    complaints: int = 0
    justified: int = 0
    orders: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """The complaints of a cause in as many days before a change as after it, with the orders of these days."""

    remedy: Remedy
    days: int
    before: int
    after: int
    orders_before: int
    orders_after: int


@dataclass(frozen=True, slots=True)
class BoughtAgain:
    """How many of those who complained ordered again since; `deed` is how they were made good, None: in no way noted.

    Of those who did not, `fresh` complained only lately.
    """

    deed: Deed | None
    complainers: int
    again: int
    fresh: int = 0

    @property
    def share(self) -> float:
        """The part that bought again, from 0 to 1."""
        return self.again / self.complainers if self.complainers else 0.0


@dataclass(frozen=True, slots=True)
class Returning:
    """All who complained in these days, and after which resolution they bought again."""

    since: dt.date
    until: dt.date
    whole: BoughtAgain
    after: tuple[BoughtAgain, ...] = ()


def usual_period(today: dt.date) -> tuple[dt.date, dt.date]:
    """Twelve months, this one the last."""
    months = today.year * 12 + today.month - 12
    return dt.date(months // 12, months % 12 + 1, 1), today

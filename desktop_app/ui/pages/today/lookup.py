"""What the Today page asks for in one go, and how it counts what wants somebody; the page shows the answer."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.orders import OrderId
from desktop_app.domain.packers import DayWord, Reading
from desktop_app.queries import Shop
from desktop_app.queries.days import DayRow
from desktop_app.queries.orders import OrderRow, order_ids
from desktop_app.queries.printing import unprinted_orders
from desktop_app.queries.renewals import RenewalRow, coming_due
from desktop_app.queries.today import Today, today
from desktop_app.queries.words_of_day import day_word, readings

PROMISES_SHOWN = 6
TO_PACK_SHOWN = 25
BIRTHDAYS_SHOWN = 8
DONE_SHOWN = 3
RENEWALS_SHOWN = 4
_MOST_RENEWALS = 200


@dataclass(frozen=True, slots=True)
class Morning:
    """The answer: the day, the hour for the greeting, whose papers are still to print, whether any order exists."""

    day: Today
    hour: int
    unprinted: tuple[OrderId, ...]
    any_orders: bool
    word: DayWord | None = None
    readings: tuple[Reading, ...] = ()  # of everybody who packs
    renewals: tuple[RenewalRow, ...] = ()  # near or over

    @property
    def wants(self) -> int:
        """How many things want somebody today: promises in trouble, complaints, days missed or near."""
        counts = self.day.counts
        days = counts.birthdays + counts.missed
        return counts.late + counts.due + counts.at_risk + days + self.day.complaints.wants

    @property
    def overdue(self) -> int:
        """How many of them are from days before."""
        return self.day.counts.late + self.day.counts.missed + self.day.complaints.late

    @property
    def promises(self) -> tuple[OrderRow, ...]:
        """The promises that need somebody, late ones first, each once."""
        rows = {row.id: row for row in (*self.day.late, *self.day.due, *self.day.at_risk)}
        return tuple(rows.values())

    @property
    def promises_in_need(self) -> int:
        """How many promises need somebody, also those not shown."""
        counts = self.day.counts
        return counts.late + counts.due + counts.at_risk

    @property
    def on_their_way(self) -> int:
        """How many open orders are in time."""
        return max(0, self.day.counts.to_pack - self.promises_in_need)

    @property
    def people(self) -> tuple[DayRow, ...]:
        """The people to congratulate, missed ones first."""
        return (*self.day.missed, *self.day.birthdays)

    @property
    def cards_wait(self) -> bool:
        """Whether somebody whose day is coming may lack a card and was not congratulated lately."""
        hidden = self.day.counts.more or self.day.counts.birthdays > len(self.day.birthdays)
        return hidden or any(row.printed is None and row.before is None for row in self.day.birthdays)


def morning(shop: Shop) -> Morning:
    """Everything the Today page shows."""
    day = today(shop, promises_shown=PROMISES_SHOWN)
    read = readings(shop, day.date)
    return Morning(
        day=day,
        hour=shop.now().hour,
        unprinted=tuple(unprinted_orders(shop)),
        any_orders=bool(day.counts.to_pack) or bool(order_ids(shop, limit=1)),
        word=day_word(shop, day.date) if read else None,
        readings=tuple(read),
        renewals=tuple(coming_due(shop, values=day.values, limit=_MOST_RENEWALS)),
    )

"""Which cards were printed before a run, and what preflight says of it: a second card is a question, never refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import RelativeId
from desktop_app.domain.print_run import RecordKey
from desktop_app.i18n import Message, msg

WITHIN_A_YEAR = dt.timedelta(days=300)  # a card printed less long ago was for this birthday, not for the last one


class LastPrint(NamedTuple):
    """When a card was printed last, and who packed with it where that is known."""

    on: dt.date
    by: str = ""


@dataclass(frozen=True, slots=True)
class PrintedBefore:
    """The last print of cards: of orders by order, kind and product; of people by whose, kind and day, of a year.

    Whose it is, is the customer and who of the people around them. `greeted` says who was congratulated already, and
    on which day.
    """

    orders: Mapping[tuple[OrderId, Kind, str], LastPrint] = field(default_factory=dict)
    people: Mapping[tuple[CustomerId, RelativeId | None, Kind, str], LastPrint] = field(default_factory=dict)
    greeted: Mapping[tuple[CustomerId, RelativeId | None, str], LastPrint] = field(default_factory=dict)

    def of(self, key: RecordKey, kind: Kind) -> Message | None:
        """What is to be said of a card that was printed before; None of any other."""
        if key.order is not None:
            last = self.orders.get((key.order, kind, key.product))
            return None if last is None else _already(last)
        if key.customer is None:
            return None
        last = self.people.get((key.customer, key.relative, kind, key.product))
        if last is not None:
            return _again(last)
        greeted = self.greeted.get((key.customer, key.relative, key.product)) if kind is Kind.BIRTHDAY else None
        return None if greeted is None else _greeted(greeted)


def _already(last: LastPrint) -> Message:
    if last.by:
        return msg("This card was printed already, on {day} by {person}.", day=last.on, person=last.by)
    return msg("This card was printed already, on {day}.", day=last.on)


def _greeted(last: LastPrint) -> Message:
    if last.by:
        return msg("Congratulated within a year already, on {day} by {person}.", day=last.on, person=last.by)
    return msg("Congratulated within a year already, on {day}.", day=last.on)


def _again(last: LastPrint) -> Message:
    if last.by:
        return msg(
            "This is the second such card within a year: the last one was printed on {day} by {person}.",
            day=last.on, person=last.by,
        )  # fmt: skip
    return msg("This is the second such card within a year: the last one was printed on {day}.", day=last.on)

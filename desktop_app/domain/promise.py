"""The promise: the days an order is to be posted and delivered by, counted once, and how it stands today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.states import StrEnum
from desktop_app.domain.working_days import Calendar
from desktop_app.i18n import Message, msg, nmsg


class Standing(StrEnum):
    """How an open order stands against its promise."""

    LATE = "late"
    DUE = "due"
    AT_RISK = "at-risk"
    ON_TIME = "on-time"


class Reason(StrEnum):
    """Why a promise may not be kept."""

    UNPAID = "unpaid"
    OUT_OF_STOCK = "out-of-stock"
    CARRIER = "carrier"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the shop promises when an order brings no date: working days to post, and the hour that ends a day."""

    calendar: Calendar
    handling_days: int
    cutoff_hour: int


@dataclass(frozen=True, slots=True)
class Promised:
    """The two days promised; frozen with the order, never counted again by themselves."""

    ship_by: dt.date | None = None
    deliver_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What is known of an order when one asks how it stands.

    `transit` are its carrier's working days to the door, None where nobody knows; `short` that an article of it is
    wanted by earlier promises than there are pieces for.
    """

    status: Status
    paid: bool
    ship_by: dt.date | None
    deliver_by: dt.date | None = None
    transit: int | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class Stood:
    """How an order stands: `late` in working days, 0 also on the days off right after the promised one."""

    standing: Standing = Standing.ON_TIME
    late: int = 0
    reasons: tuple[Reason, ...] = ()


def ship_by(placed_at: str, rules: Rules, *, handling: int | None = None) -> dt.date:
    """The last day to post an order placed at an ISO 8601 local time, by the shop's rules; its offset plays no part."""
    start = _counted_from(placed_at, rules)
    return rules.calendar.after(start, rules.handling_days if handling is None else handling)


def promised(
    placed_at: str,
    rules: Rules,
    *,
    handling: int | None = None,
    transit: int | None = None,
    given: Promised = Promised(),
) -> Promised:
    """Both days of an order placed at an ISO 8601 local time ("" when unknown); what was given stays as it was given.

    `handling` are the working days of its slowest article, None as the shop's; `transit` those of the carrier. To be
    there on a given day an order is posted as much earlier as the carrier needs, but not before it can be.
    """
    calendar, ship, deliver = rules.calendar, given.ship_by, given.deliver_by
    if ship is None and placed_at:
        ship = ship_by(placed_at, rules, handling=handling)
        if deliver is not None:
            earliest = calendar.after(_counted_from(placed_at, rules), 0)
            ship = min(ship, max(earliest, calendar.before(deliver, transit or 0)))
    elif ship is None and deliver is not None:
        ship = calendar.before(deliver, transit or 0)
    if deliver is None and ship is not None and transit is not None:
        deliver = calendar.after(ship, transit)
    return Promised(ship, deliver)


def slowest(handling_days: Sequence[int | None], rules: Rules) -> int:
    """The working days an order needs: those of its slowest article; an article without its own takes the shop's."""
    return max((rules.handling_days if days is None else days for days in handling_days), default=rules.handling_days)


def standing_of(promise: Promise, today: dt.date, calendar: Calendar) -> Stood:
    """How an order stands on `today`, and why its promise may not be kept; an order no longer open is on time."""
    if promise.ship_by is None or promise.status not in TO_PACK:
        return Stood()
    reasons = tuple(_reasons(promise, promise.ship_by, today, calendar))
    if promise.ship_by < today:
        return Stood(Standing.LATE, calendar.between(promise.ship_by, today), reasons)
    if promise.ship_by == today:
        return Stood(Standing.DUE, 0, reasons)
    return Stood(Standing.AT_RISK if reasons else Standing.ON_TIME, 0, reasons)


def risk_until(today: dt.date, calendar: Calendar) -> dt.date:
    """The last promise that an unpaid order of `today` puts at risk: one working day or less is left until it."""
    day, left = today, 1
    while left >= 0:
        day += dt.timedelta(days=1)
        left -= calendar.works(day)
    return day - dt.timedelta(days=1)


def standing_words(found: Standing, late: int, promised: dt.date | None) -> Message:
    """How an order stands, as the tag beside it says: “2 working days late”, “Due today”, “At risk”, else its day."""
    if found is Standing.LATE:
        return nmsg("{n} working day late", "{n} working days late", n=late) if late else msg("Late already")
    if found is Standing.DUE:
        return msg("Due today")
    if found is Standing.AT_RISK:
        return msg("At risk")
    return msg("By {day}", day=promised) if promised else msg("No promise")


REASON_WORDS: dict[Reason, Message] = {
    Reason.UNPAID: msg("not paid yet"),
    Reason.OUT_OF_STOCK: msg("not enough in stock"),
    Reason.CARRIER: msg("the carrier needs more days"),
}


def _counted_from(placed_at: str, rules: Rules) -> dt.date:
    """The day from which the working days of an order are counted."""
    start = dt.date.fromisoformat(placed_at[:10])
    hour = int(placed_at[11:13] or 0)
    if hour >= rules.cutoff_hour and rules.calendar.works(start):
        start = rules.calendar.after(start, 1)
    return start


def _reasons(promise: Promise, ship_by: dt.date, today: dt.date, calendar: Calendar) -> list[Reason]:
    found = []
    if not promise.paid and calendar.between(today, ship_by) <= 1:
        found.append(Reason.UNPAID)
    if promise.short:
        found.append(Reason.OUT_OF_STOCK)
    deliver_by, transit = promise.deliver_by, promise.transit
    if deliver_by is not None and transit is not None and calendar.after(ship_by, transit) > deliver_by:
        found.append(Reason.CARRIER)
    return found

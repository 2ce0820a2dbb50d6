"""Complaints against the clock: how many are late, due or open, those most in need first, and the inboxes to look into.

The Today page, the sidebar's counts and the warning before a deadline ask here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from peewee import SQL, fn

from desktop_app.domain.complaint_settings import WARN_HOURS
from desktop_app.domain.complaints import Severity, State
from desktop_app.domain.inbox_looks import InboxRow, sorted_by_need, standing_of
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.shop_hours import shop_hours
from desktop_app.domain.urgency import Watch
from desktop_app.queries import Shop
from desktop_app.queries.complaint_filter import NEXT_DUE, OPEN
from desktop_app.queries.complaint_list import ComplaintRow, complaint_rows, ranked
from desktop_app.queries.deadlines import kept
from desktop_app.queries.inboxes import inboxes
from desktop_app.queries.settings import settings
from desktop_app.store.tables import ComplaintTable as K

SHOWN = 8


@dataclass(frozen=True, slots=True)
class DueComplaints:
    """What complaints want of the shop now; `rows` are those late or due, at most SHOWN.

    `waiting` counts all that wait for the shop, `open` also those that wait for the customer; `inboxes` are those to
    look into now. `now` is the shop's local time of this look, which alone makes no difference.
    """

    late: int = 0
    due: int = 0
    waiting: int = 0
    open: int = 0
    rows: tuple[ComplaintRow, ...] = ()
    inboxes: tuple[InboxRow, ...] = ()
    now: dt.datetime | None = field(default=None, compare=False)

    @property
    def wants(self) -> int:
        """How many things want somebody today."""
        return self.late + self.due + len(self.inboxes)


def complaints_due(shop: Shop, values: SettingValues | None = None) -> DueComplaints:
    """What complaints and inboxes want now; in two statements where nothing does."""
    values = settings(shop) if values is None else values
    hours, now = shop_hours(values), shop.now()
    clock = Watch.at(now, hours, warn_hours=values[WARN_HOURS])
    late, due, waiting, open_ = _counts(shop, clock)
    rows = complaint_rows(shop, _most_in_need(shop, clock), clock=clock) if late or due else []
    look = sorted_by_need([row for one in inboxes(shop) if (row := standing_of(one, now, hours)).due])
    return DueComplaints(late, due, waiting, open_, tuple(rows), tuple(look), clock.now)


def nearly_late(shop: Shop) -> tuple[tuple[ComplaintRow, ...], DueComplaints]:
    """The complaints whose deadline is within the warning time and not over yet, and how all stand."""
    values = settings(shop)
    clock = Watch.at(shop.now(), shop_hours(values), warn_hours=values[WARN_HOURS])
    near = (NEXT_DUE >= kept(clock.now)) & (NEXT_DUE <= kept(clock.warned))  # noqa: SIM300
    query = K.select(K.id).where(OPEN, near).order_by(NEXT_DUE, K.id).limit(SHOWN)
    ids = [number for (number,) in shop.rows(query.tuples())] if values[WARN_HOURS] else []
    return tuple(complaint_rows(shop, ids, clock=clock)), complaints_due(shop, values)


def _counts(shop: Shop, clock: Watch) -> Sequence[int]:
    """Late, due, waiting for the shop, and all open ones."""
    one, now, soon = SQL("1"), kept(clock.now), kept(clock.soon)
    late, due = NEXT_DUE < now, (NEXT_DUE >= now) & (NEXT_DUE <= soon)  # noqa: SIM300
    # the customer's turn, until they are silent for too long
    theirs = (K.state == State.WAITING.value) & (NEXT_DUE > soon)  # noqa: SIM300
    waiting = NEXT_DUE.is_null(False) & ~theirs
    counts = [fn.COUNT(one).filter(part) for part in (late, due, waiting)]
    found: Sequence[int] = shop.rows(K.select(*counts, fn.COUNT(one)).where(OPEN).tuples())[0]
    return found


def _most_in_need(shop: Shop, clock: Watch) -> list[int]:
    """Late ones first, the longest late on top; what is due at the same moment, the worse before the lesser."""
    query = K.select(K.id).where(OPEN, NEXT_DUE <= kept(clock.soon))  # noqa: SIM300
    severity = ranked(K.severity, tuple(reversed(Severity)))
    return [number for (number,) in shop.rows(query.order_by(NEXT_DUE, severity, K.id).limit(SHOWN).tuples())]

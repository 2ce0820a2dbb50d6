"""Deadlines of complaints as this shop counts them: its hours, its terms, the clock of one look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from desktop_app.domain.complaint_settings import WARN_HOURS
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, ComplaintStep, Severity, State
from desktop_app.domain.deadlines import Deadlines, deadlines, moment_of
from desktop_app.domain.shop_hours import shop_hours
from desktop_app.domain.terms import Term, Terms
from desktop_app.domain.urgency import Watch
from desktop_app.domain.working_hours import WorkingHours
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import ComplaintTermTable as T


class Counter(Protocol):
    """Counts the deadlines of one complaint of a shop."""

    def __call__(
        self, fields: ComplaintFields, steps: Sequence[ComplaintStep], *, promised_on: dt.date | None = None
    ) -> Deadlines:
        """The deadlines of a complaint after these steps, the oldest first; praise has none."""
        ...


def counter(shop: Shop) -> Counter:
    """What counts the deadlines of complaints in this shop; asked once for many complaints."""
    hours, own, now = hours_of(shop), terms(shop), shop.now()

    def count(
        fields: ComplaintFields, steps: Sequence[ComplaintStep], *, promised_on: dt.date | None = None
    ) -> Deadlines:
        if not fields.counts:
            return Deadlines()
        received = moment_of(fields.received_at) if fields.received_at else now
        return deadlines(received, steps, own.of(fields.kind, fields.severity), hours, promised_on=promised_on)

    return count


def hours_of(shop: Shop) -> WorkingHours:
    """The shop's working hours."""
    return shop_hours(settings(shop))


def terms(shop: Shop) -> Terms:
    """The terms the shop set, by kind and severity."""
    return Terms({of: term for of, (_, term) in term_rows(shop).items()})


def term_rows(shop: Shop) -> dict[tuple[str, Severity], tuple[int, Term]]:
    """The terms the shop set, by kind and severity, each with the number of its row."""
    rows = shop.rows(T.select(T.kind, T.severity, T.id, T.answer_hours, T.solve_hours).tuples())
    return {(kind, Severity(severity)): (row, Term(answer, solve)) for kind, severity, row, answer, solve in rows}


def watch(shop: Shop) -> Watch:
    """The clock of this look: what is due before its `now` is late, by its `soon` it is due."""
    values = settings(shop)
    return Watch.at(shop.now(), shop_hours(values), warn_hours=values[WARN_HOURS])


def open_complaints(shop: Shop) -> list[ComplaintId]:
    """The complaints that are not solved."""
    query = K.select(K.id).where(K.state != State.SOLVED.value).order_by(K.id)
    return [ComplaintId(number) for (number,) in shop.rows(query.tuples())]


def kept(moment: dt.datetime | None) -> str:
    """A deadline as the store keeps it, "" where nothing is due."""
    return "" if moment is None else moment.isoformat(timespec="minutes")

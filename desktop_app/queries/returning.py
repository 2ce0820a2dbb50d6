"""Who complained and bought again, and after which resolution: what making good is worth."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from peewee import fn

from desktop_app.domain.complaint_figures import FRESH_DAYS, BoughtAgain, Returning
from desktop_app.domain.orders import Status
from desktop_app.domain.resolutions import Deed
from desktop_app.queries import Shop
from desktop_app.queries.causes import COUNTS
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ResolutionTable as N


def returning(shop: Shop, *, since: dt.date, until: dt.date) -> Returning:
    """Everybody who complained from `since` to `until`, by their latest complaint then, in one statement.

    Bought again is an order placed on a later day that was not cancelled and costs something: what replaces a broken
    mug does not. The resolution that counts is the last one chosen.
    """
    deed = N.select(N.deed).where(N.complaint == K.id).order_by(N.id.desc()).limit(1)
    later = O.select(fn.COUNT(O.id)).where(
        O.customer == K.customer, O.placed_on > K.received_on, O.status != Status.CANCELLED.value,
        O.total_minor.is_null() | (O.total_minor > 0),
    )  # fmt: skip
    query = K.select(K.customer, K.received_on, deed, later).where(
        K.customer.is_null(False), COUNTS, K.received_on.between(since, until)
    )
    latest = {row[0]: row[1:] for row in shop.rows(query.order_by(K.received_on, K.id).tuples())}
    whole: Counter[str] = Counter()
    by_deed: dict[Deed | None, Counter[str]] = {}
    recent = shop.today() - dt.timedelta(days=FRESH_DAYS)
    for received_on, chosen, orders in latest.values():
        marks = ["complained"] + (["again"] if orders else ["fresh"] if received_on > recent else [])
        for counter in (whole, by_deed.setdefault(Deed(chosen) if chosen else None, Counter())):
            counter.update(marks)
    order = [*reversed(Deed), None]
    after = tuple(_told(one, by_deed[one]) for one in order if one in by_deed)
    return Returning(since, until, _told(None, whole), after)


def _told(deed: Deed | None, counter: Counter[str]) -> BoughtAgain:
    return BoughtAgain(deed, counter["complained"], counter["again"], counter["fresh"])

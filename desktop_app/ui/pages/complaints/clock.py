"""The shop's clock as a page knows it: how far it is from this desk's own, learnt with every look at the shop."""

from __future__ import annotations

import datetime as dt

from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk


class ShopClock:
    """`now()` is the shop's local time; what is due is held against it."""

    def __init__(self, desk: Desk) -> None:
        self._ahead = dt.timedelta(days=(desk.today() - _here().date()).days)

    def now(self) -> dt.datetime:
        """The local time as the shop has it."""
        return _here() + self._ahead

    def set(self, now: dt.datetime) -> None:
        """What the shop said just now."""
        self._ahead = now - _here()


def shop_now(shop: Shop) -> dt.datetime:
    """The shop's local time, as deadlines are kept."""
    return shop.now().replace(tzinfo=None)


def _here() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(tzinfo=None)

"""The shop's own calendar and rules for promises; lists and actions count with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.promise import Calendar, Rules, Standing, days_late, public_holidays, risk_until, standing
from desktop_app.domain.settings import COUNTRY, CUTOFF_HOUR, HANDLING_DAYS, SettingValues

_YEARS_BACK = 2  # of older orders nobody asks any more which holidays were kept between order and promise


@dataclass
class Promises:
    """How orders stand on one day in one shop; the public holidays are looked up only when one of them decides."""

    today: dt.date
    settings: SettingValues

    @cached_property
    def calendar(self) -> Calendar:
        """The shop's working days around today."""
        years = range(self.today.year - _YEARS_BACK, self.today.year + 2)
        return Calendar(public_holidays(self.settings[COUNTRY], years))

    @property
    def rules(self) -> Rules:
        """What the shop promises an order that brings no date."""
        return Rules(self.calendar, self.settings[HANDLING_DAYS], self.settings[CUTOFF_HOUR])

    @property
    def risk_until(self) -> dt.date:
        """The last promise that puts an unpaid order at risk today."""
        return risk_until(self.today, self.calendar)

    def of(self, promised: dt.date | None, status: Status, paid: bool) -> tuple[Standing, int]:
        """How an order stands, and by how many days it is late."""
        if promised is None or status not in TO_PACK:
            return Standing.ON_TIME, 0
        if promised < self.today:
            return Standing.LATE, days_late(promised, self.today)
        if promised == self.today:
            return Standing.DUE, 0
        if paid:
            return Standing.ON_TIME, 0
        return standing(promised, status, paid, self.today, self.calendar), 0

"""The shop's working days: weekly days off, public holidays and closed days; promises are counted in them."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

WEEKEND = frozenset({5, 6})
_DAY = dt.timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the shop works: `days_off` of the week (0 = Monday), single `holidays`, the public ones of countries.

    A week without a working day would never end a count: such days off are passed over.
    """

    holidays: frozenset[dt.date] = field(default_factory=frozenset)
    days_off: frozenset[int] = WEEKEND
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.days_off) >= _WEEK:
            object.__setattr__(self, "days_off", frozenset())

    def works(self, day: dt.date) -> bool:
        """Whether the shop packs on this day."""
        return day.weekday() not in self.days_off and not self._is_feast(day)

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """The day `working_days` working days later; with 0 the first working day not before `day`."""
        return self._walk(day, working_days, _DAY)

    def before(self, day: dt.date, working_days: int) -> dt.date:
        """The day `working_days` working days earlier; with 0 the last working day not after `day`."""
        return self._walk(day, working_days, -_DAY)

    def between(self, first: dt.date, last: dt.date) -> int:
        """Working days after `first` up to and including `last`; 0 when `last` is not later."""
        if last <= first:
            return 0
        weeks, rest = divmod((last - first).days, _WEEK)
        tail = sum((first.weekday() + n) % _WEEK not in self.days_off for n in range(1, rest + 1))
        feasts = self.holidays.union(*(self._public(year) for year in range(first.year, last.year + 1)))
        lost = sum(first < day <= last and day.weekday() not in self.days_off for day in feasts)
        return weeks * (_WEEK - len(self.days_off)) + tail - lost

    def _walk(self, day: dt.date, working_days: int, step: dt.timedelta) -> dt.date:
        try:
            while not self.works(day):
                day += step
            for _ in range(working_days):
                day += step
                while not self.works(day):
                    day += step
        except OverflowError:  # the calendar of the machine ends before the count does
            return dt.date.max if step > dt.timedelta(0) else dt.date.min
        return day

    def _is_feast(self, day: dt.date) -> bool:
        return day in self.holidays or (bool(self.countries) and day in self._public(day.year))

    def _public(self, year: int) -> frozenset[dt.date]:
        return public_holidays_of(self.countries, year) if self.countries else frozenset()


@lru_cache(maxsize=512)
def public_holidays_of(countries: tuple[str, ...], year: int) -> frozenset[dt.date]:
    """The public holidays of one year in all of these countries."""
    return frozenset[dt.date]().union(*(public_holidays(country, range(year, year + 1)) for country in countries))


@lru_cache(maxsize=512)  # a pure function of its arguments, and slow
def public_holidays(country: str, years: range) -> frozenset[dt.date]:
    """The public holidays of a country (ISO 3166 alpha-2) in some years; none for a country that is not known."""
    try:
        return frozenset(_of_country(country, years))
    except NotImplementedError:
        return frozenset()


def are_holidays_known(country: str) -> bool:
    """Whether anything is known of the public holidays of a country (ISO 3166 alpha-2)."""
    try:
        _of_country(country, range(2024, 2025))
    except NotImplementedError:
        return False
    return True


def _of_country(country: str, years: range) -> frozenset[dt.date]:
    _spare_other_countries()
    import holidays  # heavy: only when a promise is counted

    return frozenset(holidays.country_holidays(country, years=years))


def _spare_other_countries() -> None:
    """Let the library load the one country it is asked for: its package of countries would load all 250 (100 ms).

    An empty package in that one's place is enough, as its registry imports each country by its own name. Its version
    is asked of the installed packages (25 ms) and used for nothing here.
    """
    found = find_spec("holidays")
    if found is not None and found.submodule_search_locations and "holidays" not in sys.modules:
        bare, version = ModuleType("holidays.countries"), ModuleType("holidays.version")
        bare.__path__ = [str(Path(place) / "countries") for place in found.submodule_search_locations]
        version.__dict__["__version__"] = ""
        sys.modules.update({bare.__name__: bare, version.__name__: version})

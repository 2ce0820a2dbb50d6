import datetime as dt

from desktop_app.domain import working_days
from desktop_app.domain.orders import Status
from desktop_app.domain.promise import Standing
from desktop_app.domain.settings import SettingValues
from desktop_app.queries.promise import Promises
from tests.made import TODAY


def test_the_shops_country_decides_what_is_a_working_day():
    tuesday, thursday = dt.date(2026, 11, 17), dt.date(2026, 11, 19)  # in Latvia the 18th is a holiday
    for country, standing in (("LV", Standing.AT_RISK), ("DE", Standing.ON_TIME), ("", Standing.ON_TIME)):
        promises = Promises(tuesday, SettingValues({"promise.country": country}))
        assert promises.of(thursday, Status.NEW, False) == (standing, 0)


def test_lateness_is_counted_in_working_days():
    promises = Promises(TODAY, SettingValues({}))
    assert promises.of(dt.date(2026, 11, 17), Status.NEW, True) == (Standing.LATE, 2)  # the 18th is a holiday
    sunday = Promises(dt.date(2026, 11, 22), SettingValues({}))
    assert sunday.of(TODAY, Status.NEW, True) == (Standing.LATE, 0)  # no working day has passed yet


def test_holidays_are_not_looked_up_where_they_decide_nothing(monkeypatch):
    asked = []
    monkeypatch.setattr(working_days, "public_holidays_of", lambda _countries, year: asked.append(year) or frozenset())
    promises = Promises(TODAY, SettingValues({}))
    promises.of(TODAY, Status.NEW, False)
    promises.of(TODAY + dt.timedelta(days=1), Status.NEW, True)
    promises.of(TODAY - dt.timedelta(days=9), Status.SHIPPED, True)
    promises.of(None, Status.NEW, False)
    assert not asked
    promises.of(TODAY + dt.timedelta(days=1), Status.NEW, False)
    assert asked

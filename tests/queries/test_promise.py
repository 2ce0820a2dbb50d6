import datetime as dt

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


def test_lateness_is_counted_as_people_count_days():
    tuesday = dt.date(2026, 11, 17)
    assert Promises(TODAY, SettingValues({})).of(tuesday, Status.NEW, True) == (Standing.LATE, 3)


def test_holidays_are_not_looked_up_where_they_decide_nothing():
    promises = Promises(TODAY, SettingValues({}))
    promises.of(TODAY, Status.NEW, False)
    promises.of(TODAY + dt.timedelta(days=1), Status.NEW, True)
    promises.of(TODAY - dt.timedelta(days=9), Status.SHIPPED, True)
    promises.of(TODAY - dt.timedelta(days=1), Status.NEW, True)
    promises.of(None, Status.NEW, False)
    assert "calendar" not in vars(promises)
    promises.of(TODAY + dt.timedelta(days=1), Status.NEW, False)
    assert "calendar" in vars(promises)

import datetime as dt

from desktop_app.domain import working_days
from desktop_app.domain.orders import Status
from desktop_app.domain.promise import Promise, Reason, Standing, Stood
from desktop_app.domain.settings import SettingValues
from desktop_app.queries.promise import Promises
from tests.made import TODAY

AT_RISK = Stood(Standing.AT_RISK, 0, (Reason.UNPAID,))


def test_the_shops_country_decides_what_is_a_working_day():
    tuesday, thursday = dt.date(2026, 11, 17), dt.date(2026, 11, 19)  # in Latvia the 18th is a holiday
    for country, wanted in (("LV", AT_RISK), ("DE", Stood()), ("", Stood())):
        promises = Promises(tuesday, SettingValues({"promise.country": country}))
        assert promises.stand(Promise(Status.NEW, False, thursday)) == wanted


def test_lateness_is_counted_in_working_days():
    promises = Promises(TODAY, SettingValues({}))
    assert promises.stand(Promise(Status.NEW, True, dt.date(2026, 11, 17))) == Stood(
        Standing.LATE, 2
    )  # the 18th is a holiday
    sunday = Promises(dt.date(2026, 11, 22), SettingValues({}))
    assert sunday.stand(Promise(Status.NEW, True, TODAY)) == Stood(Standing.LATE, 0)  # no working day has passed yet


def test_holidays_are_not_looked_up_where_they_decide_nothing(monkeypatch):
    asked = []
    monkeypatch.setattr(working_days, "public_holidays_of", lambda _countries, year: asked.append(year) or frozenset())
    promises = Promises(TODAY, SettingValues({}))
    promises.stand(Promise(Status.NEW, False, TODAY))
    promises.stand(Promise(Status.NEW, True, TODAY + dt.timedelta(days=1)))
    promises.stand(Promise(Status.SHIPPED, True, TODAY - dt.timedelta(days=9)))
    promises.stand(Promise(Status.NEW, False, None))
    assert not asked
    promises.stand(Promise(Status.NEW, False, TODAY + dt.timedelta(days=1)))
    assert asked

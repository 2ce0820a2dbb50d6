"""How near a deadline is, by examples a shopkeeper would name."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from desktop_app.domain.deadlines import Deadlines
from desktop_app.domain.urgency import Urgency, Watch
from desktop_app.domain.working_days import Calendar
from desktop_app.domain.working_hours import WorkingHours

HOURS = WorkingHours(Calendar(countries=("LV",)), 540, 1080, ZoneInfo("Europe/Riga"))


def local(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def riga(text: str) -> dt.datetime:
    return local(text).replace(tzinfo=HOURS.zone)


@pytest.mark.parametrize(
    ("by", "urgency"),
    [
        (None, Urgency.OK),
        ("2026-11-20T16:59", Urgency.LATE),
        ("2026-11-20T17:00", Urgency.DUE),
        ("2026-11-20T18:00", Urgency.DUE),
        ("2026-11-23T10:00", Urgency.DUE),  # two working hours ahead, on the other side of a weekend
        ("2026-11-23T10:01", Urgency.OK),
    ],
)
def test_how_near_a_deadline_is(by, urgency):
    watch = Watch.at(riga("2026-11-20T17:00"), HOURS, warn_hours=2)
    assert watch.urgency(Deadlines(None, local(by) if by else None).next) is urgency


def test_what_is_due_today_is_due_from_the_morning_without_a_warning_time():
    watch = Watch.at(riga("2026-11-20T08:00"), HOURS, warn_hours=0)
    assert watch.warned == watch.now
    assert watch.urgency(local("2026-11-20T18:00")) is Urgency.DUE
    assert watch.urgency(local("2026-11-21T00:00")) is Urgency.OK


def test_the_nearer_deadline_counts():
    watch = Watch.at(riga("2026-11-20T17:00"), HOURS, warn_hours=2)
    answer, solve = local("2026-11-20T16:00"), local("2026-11-27T16:00")
    nearer = [Deadlines(answer, solve).next, Deadlines(solve, answer).next]
    assert [watch.urgency(due) for due in nearer] == [Urgency.LATE, Urgency.LATE]

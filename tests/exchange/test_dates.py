"""Days and moments of files, their literal local time and offset kept."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.mapping import DateOrder
from desktop_app.exchange.dates import Ambiguous, are_slashed, day, moment, proven_order
from desktop_app.exchange.values import BadValue


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2025-01-15 17:41:00 -0500", "2025-01-15T17:41:00-05:00"),
        ("2025-10-26 03:30:00 +0300", "2025-10-26T03:30:00+03:00"),
        ("2026-04-12T08:10:00Z", "2026-04-12T08:10:00+00:00"),
        ("2009-01-01T10:50:49-08:00", "2009-01-01T10:50:49-08:00"),
        ("2026-04-26 21:32:57", "2026-04-26T21:32:57"),
        ("2026-04-26 21:32:57.123456", "2026-04-26T21:32:57"),
        ("2025-01-15", "2025-01-15"),
        ("20250131", "2025-01-31"),
        ("2025/01/31", "2025-01-31"),
        ("27.05.2026 03:12", "2026-05-27T03:12:00"),
        ("2026-05-27 03:12:43.123456+03", "2026-05-27T03:12:43+03:00"),
        ("27.05.2026 plkst. 3:12", "2026-05-27T03:12:00"),
        ("27.05.2026 в 3:12", "2026-05-27T03:12:00"),
        ("27. Mai 2026 um 3:12 Uhr", "2026-05-27T03:12:00"),
        ("28.05.2026 18:34:24", "2026-05-28T18:34:24"),
        ("Dec 8, 2024 9:15:51 PM", "2024-12-08T21:15:51"),
        ("12/31/2025 12:05 AM", "2025-12-31T00:05:00"),
        ("10-Dez-25", "2025-12-10"),
        ("05-oct.-26", "2026-10-05"),
        ("Sep-18-26", "2026-09-18"),
        ("28 мая 2026", "2026-05-28"),
        ("2024. gada 5. marts", "2024-03-05"),
        ("08/14/25", "2025-08-14"),
        ("'2025-01-15", "2025-01-15"),
        ("45231", "2023-11-01"),
        ("45231.5", "2023-11-01T12:00:00"),
    ],
)
def test_moments_as_platforms_write_them(cell: str, iso: str) -> None:
    assert moment(cell, "Date") == iso
    assert day(cell, "Date") == dt.date.fromisoformat(iso[:10])


def test_a_1904_workbook_counts_from_1904() -> None:
    assert moment("43769", "Date", from_1904=True) == "2023-11-01"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31.04.2025", "no such day"), ("2026-02-30 10:00:00", "no such day"), ("0025-03-04", "year 0025"),
        ("2025-01-15 25:00:00", "not a date"), ("yesterday", "not a date"), ("2025-W03-3 10:00:00", "not a date"),
        ("2025-01-15 17:41:00 -9900", "not a date"), ("1.2.3.4", "not a date"), ("２０２５-01-01", "not a date"),
        ("99999", "not a date"), ("2025", "not a date"),
    ],
)  # fmt: skip
def test_what_is_no_date_says_why(cell: str, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        moment(cell, "Date")
    text = refused.value.reason.text.format_map(dict(refused.value.reason.args))
    assert reason in text


def test_a_date_that_can_be_read_in_two_ways_is_asked_about() -> None:
    with pytest.raises(Ambiguous):
        moment("03/04/25", "Date")
    assert moment("03/04/25", "Date", order=DateOrder.DAY_FIRST) == "2025-04-03"
    assert moment("03/04/25", "Date", order=DateOrder.MONTH_FIRST) == "2025-03-04"
    assert moment("03.04.25", "Date") == "2025-04-03"  # points are written day first
    assert moment("04/04/25", "Date") == "2025-04-04"


def test_once_the_order_is_known_the_other_one_is_no_date() -> None:
    with pytest.raises(BadValue):
        moment("04/13/25", "Date", order=DateOrder.DAY_FIRST)


def test_a_column_proves_the_order_by_one_date() -> None:
    assert proven_order(["03/04/25", "13/04/25"]) is DateOrder.DAY_FIRST
    assert proven_order(["03/04/25", "04/13/25"]) is DateOrder.MONTH_FIRST
    assert proven_order(["05/05/25", "03/04/25"]) is None


def test_a_column_of_slashed_dates_is_none_of_telephones() -> None:
    assert are_slashed(["3/4/1990", "", "3/24/1990 0:00"])
    assert not are_slashed(["29-10-11-22", "26-11-1990"])
    assert not are_slashed(["", " "])


@given(st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2099, 12, 31)), st.integers(-14 * 4, 14 * 4))
def test_a_moment_written_is_the_moment_read(when: dt.datetime, quarters: int) -> None:
    zone = dt.timezone(dt.timedelta(minutes=15 * quarters))
    placed = when.replace(microsecond=0, tzinfo=zone)
    assert moment(placed.strftime("%Y-%m-%d %H:%M:%S %z"), "") == placed.isoformat()
    assert moment(placed.strftime("%d.%m.%Y %H:%M:%S"), "") == placed.replace(tzinfo=None).isoformat()


@given(st.text())
def test_no_text_breaks_it(cell: str) -> None:
    try:
        found = moment(cell, "")
        assert found == "" or dt.datetime.fromisoformat(found)
    except (BadValue, Ambiguous):
        pass

"""Birthdays, with and without a year; what programs write for none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.birthdays import birthday
from desktop_app.exchange.dates import Ambiguous
from desktop_app.exchange.values import BadValue
from tests.exchange.made import TODAY


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("1985-04-07", Birthday(4, 7, 1985)),
        ("19850407", Birthday(4, 7, 1985)),
        ("'1990-05-02", Birthday(5, 2, 1990)),
        ("1953-10-15T23:10:00Z", Birthday(10, 15, 1953)),
        ("07.04.1985", Birthday(4, 7, 1985)),
        ("12/28/1969", Birthday(12, 28, 1969)),
        ("28/12/69", Birthday(12, 28, 1969)),
        ("12.01.05", Birthday(1, 12, 2005)),
        ("28.12.1969 0:00:00", Birthday(12, 28, 1969)),
        ("12/28/1969 12:00:00 AM", Birthday(12, 28, 1969)),
        ("1985/3/31", Birthday(3, 31, 1985)),
        ("1985-4-7 00:00", Birthday(4, 7, 1985)),
        ("--04-12", Birthday(4, 12)),
        (" --05-02", Birthday(5, 2)),
        ("--0412", Birthday(4, 12)),
        ("--0229", Birthday(2, 29)),
        ("4/13", Birthday(4, 13)),
        ("12.04.", Birthday(4, 12)),
        ("12 апреля", Birthday(4, 12)),
        ("12. aprīlis", Birthday(4, 12)),
        ("April 12", Birthday(4, 12)),
        ("2015-01", Birthday(1, 0, 2015)),
        # a year that nobody knows, or that cannot be
        ("1604-04-07", Birthday(4, 7)),
        ("1604-02-29", Birthday(2, 29)),
        ("1900-05-06", Birthday(5, 6)),
        ("2030-01-01", Birthday(1, 1)),
        ("1880-01-01", Birthday(1, 1)),
        # placeholders
        ("", None),
        ("0000-00-00", None),
        ("1900-01-01", None),
        ("0/0/00", None),
        ("00.00.0000 0:00:00", None),
        ("n/a", None),
        ("нет", None),
    ],
)
def test_birthdays_as_files_write_them(cell: str, found: Birthday | None) -> None:
    assert birthday(cell, "Birthday", today=TODAY) == found


@pytest.mark.parametrize("cell", ["19850230", "1985-02-30", "1983-02-29", "31 апреля", "---28", "circa 1800", "13/13"])
def test_what_is_no_birthday_is_refused(cell: str) -> None:
    with pytest.raises(BadValue):
        birthday(cell, "Birthday", today=TODAY)


def test_day_and_month_are_asked_about() -> None:
    with pytest.raises(Ambiguous):
        birthday("04/12", "Birthday", today=TODAY)
    assert birthday("04/12", "Birthday", order=DateOrder.MONTH_FIRST, today=TODAY) == Birthday(4, 12)
    assert birthday("04/12", "Birthday", order=DateOrder.DAY_FIRST, today=TODAY) == Birthday(12, 4)


@given(st.text(alphabet=st.sampled_from("0123456789-/. апрель")) | st.text())
def test_no_text_breaks_it_and_no_birthday_lies_ahead(cell: str) -> None:
    try:
        found = birthday(cell, "", today=TODAY)
    except (BadValue, Ambiguous):
        return
    assert found is None or found.year is None or TODAY.year - 120 <= found.year <= TODAY.year

"""The figures of a plan, to be held against what the platform itself says."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.file_kinds import FileKind
from desktop_app.i18n import Words
from desktop_app.ui.pages.imports.figures import figures
from tests.ui.pages.imports.test_wording import TODAY, plan


def test_everything_in_the_file_is_counted_whatever_of_it_is_new() -> None:
    told = figures(Words(), plan(
        new=3, changed=1, same=1200, lines=2407, people=31, totals=(("EUR", 123450), ("JPY", 900)),
        first_day=dt.date(2026, 1, 12), last_day=dt.date(2026, 11, 5),
    ), TODAY)
    assert told == [
        ("Orders", "1,204"), ("Order lines", "2,407"), ("Customers", "31"),
        ("Dates", "Mon 12 Jan – Thu 5 Nov"), ("Total in EUR", "€1,234.50"),
        ("Total in JPY", "JP¥900"),
    ]


def test_a_table_of_people_is_counted_as_people_and_an_e_mail_not_at_all() -> None:
    assert figures(Words(), plan(new=2, kind=FileKind.SHOPIFY_CUSTOMERS), TODAY) == [("Customers", "2")]
    assert figures(Words(), plan(new=1, kind=FileKind.MAIL), TODAY) == []


def test_an_address_book_tells_the_days_and_the_people_it_brings() -> None:
    told = figures(Words(), plan(new=3, kind=FileKind.VCARD, birthdays=2, other_days=1, relatives=4), TODAY)
    assert told == [("Customers", "3"), ("Birthdays", "2"), ("Other days", "1"), ("People around them", "4")]

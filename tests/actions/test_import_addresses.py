"""Customers and their addresses from two files, in either sequence."""

from __future__ import annotations

import pytest

from desktop_app.actions.importing import plan_import
from desktop_app.i18n import english
from desktop_app.queries import Shop
from tests.actions.imported import DATA, column, counts, taken

CUSTOMERS, ADDRESSES = (DATA / "exports" / f"prestashop-{what}.csv" for what in ("customers", "addresses"))


@pytest.mark.parametrize("sequence", [(CUSTOMERS, ADDRESSES), (ADDRESSES, CUSTOMERS)], ids=["before", "after"])
def test_both_files_come_to_the_same_customers(shop: Shop, sequence: tuple) -> None:
    for file in sequence:
        taken(shop, file)
    found = column(shop, "customer", "email", "given", "family", "street", "birth_month_day", "source_key", "company")
    assert sorted(found) == [
        ("anna.lapsa@example.lv", "Anna", "Lapsa", "Ezera iela 1", None, "2", ""),
        ("janis.kalns@example.lv", "Jānis", "Kalns", "Skolas iela 3, dz. 4", 402, "1", ""),
        ("maria@example.com", "Мария", "Белова", "", None, "3", ""),
    ]
    for file in sequence:
        assert counts(plan_import(shop, file))[:2] == (0, 0)


def test_the_plan_says_whose_rows_were_put_together(shop: Shop) -> None:
    notes = [english(note) for note in plan_import(shop, ADDRESSES).summary.notes]
    assert "The rows of 1 person stand apart in the file and were put together." in notes
    assert any("of a supplier, a maker or a deleted record (Clay & Sons)" in note for note in notes)


def test_the_plan_tells_the_days_and_the_people_an_address_book_brings(shop: Shop) -> None:
    told = plan_import(shop, DATA / "exports" / "vcard.vcf").summary
    assert (told.new, told.birthdays, told.other_days, told.relatives) == (3, 2, 1, 1)

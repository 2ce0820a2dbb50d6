"""How a plan is said."""

import datetime as dt

import pytest

from desktop_app.domain.importing import Difference, FileKind, ImportId, ImportRow, Place, PlanSummary
from desktop_app.domain.money import Money
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.imports.wording import (
    contents,
    difference_text,
    earlier_detail,
    earlier_title,
    field_name,
    headline,
    import_button,
    kind_name,
    place_text,
)

EN = Words()
TODAY = dt.date(2026, 11, 21)


def plan(**values) -> PlanSummary:
    usual = {
        "kind": FileKind.SHOPIFY_ORDERS, "file": "orders.csv", "sha256": "", "encoding": "utf-8", "orders": True,
        "new": 0, "changed": 0, "same": 0, "lines": 0, "people_new": 0, "refused": (), "totals": (),
        "first_day": None, "last_day": None, "sample": (),
    }
    return PlanSummary(**{**usual, **values})


def test_the_headline_counts_what_there_is_and_leaves_out_what_there_is_not():
    assert headline(EN, plan(new=34, changed=2, same=91, refused_count=1)) == (
        "34 new orders, 2 changed, 91 the same, 1 refused"
    )
    assert headline(EN, plan(new=1)) == "1 new order"
    assert headline(EN, plan(new=2, orders=False)) == "2 new customers"
    assert headline(EN, plan()) == "This file holds no records"


def test_the_button_counts_what_would_be_written():
    assert import_button(EN, plan(new=30, changed=4, same=91)) == "Import 34 orders"
    assert import_button(EN, plan(new=1, orders=False)) == "Import 1 customer"


def test_the_contents_tell_totals_per_currency_and_the_days():
    said = contents(
        EN, plan(new=3, lines=7, people_new=2, totals=(("EUR", 123450), ("JPY", 900)),
                 first_day=dt.date(2026, 1, 12), last_day=dt.date(2026, 11, 5)), TODAY,
    )
    assert said == "7 lines of articles · 2 new customers · Mon 12 Jan – Thu 5 Nov · €1,234.50 · JP¥900"


def test_a_difference_shows_old_and_new_in_words():
    differences = (Difference("status", "paid", "shipped"), Difference("tracking", "", "LV1"))
    assert difference_text(EN, differences) == "Status: Paid → Shipped · Tracking number: – → LV1"
    money = (Difference("total", Money(1000, "EUR"), Money(123450, "EUR")),)
    assert difference_text(EN, money) == "Order total: €10.00 → €1,234.50"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("f.csv", 17), "Row 17"), (Place("f.csv", 17, "", "Email"), "Row 17, column Email"),
        (Place("f.xlsx", 2, "Orders", "Total"), "Row 2, column Total, sheet Orders"),
    ],
)
def test_a_place_is_said_as_a_spreadsheet_counts(place, said):
    assert place_text(EN, place) == said


def test_an_earlier_import_says_its_file_figures_and_day():
    row = ImportRow(ImportId(1), "2026-11-21T14:05:00+02:00", "orders.csv", FileKind.SHOPIFY_ORDERS, 34, 2, 0, 1, False)
    assert earlier_title(EN, row) == "orders.csv · 34 new, 2 changed, 1 refused"
    assert earlier_detail(EN, row, TODAY) == "today 14:05 · Shopify, orders"


def test_a_kind_is_called_by_its_platform():
    assert kind_name(EN, FileKind.WOOCOMMERCE_ITEMS, "WooCommerce") == "WooCommerce, orders"
    assert kind_name(EN, FileKind.SHOPIFY_CUSTOMERS) == "Shopify, customers"
    assert kind_name(EN, FileKind.MAPPED_ORDERS) == "Table of orders"
    assert kind_name(EN, None, "Etsy") == "Etsy"


@pytest.mark.parametrize("language", list(Language))
def test_every_field_has_a_name(language):
    words = Words(language)
    assert field_name(words, "total") != "total"
    assert field_name(words, "something_new") == "Something new"

"""How a plan is said."""

import datetime as dt

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Difference, ImportId, ImportRow, OwnFields, Place, PlanSummary
from desktop_app.domain.money import Money
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.imports.wording import (
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
        "kind": FileKind.SHOPIFY_ORDERS, "file": "orders.csv", "sha256": "", "encoding": "utf-8",
        "new": 0, "changed": 0, "same": 0, "lines": 0, "people_new": 0, "refused": (), "totals": (),
        "first_day": None, "last_day": None, "sample": (),
    }
    return PlanSummary(**{**usual, **values})


def test_the_headline_counts_what_there_is_and_leaves_out_what_there_is_not():
    assert headline(EN, plan(new=34, changed=2, same=91, refused_count=1)) == (
        "34 new orders, 2 changed, 91 the same, 1 refused"
    )
    assert headline(EN, plan(new=1)) == "1 new order"
    assert headline(EN, plan(new=2, kind=FileKind.SHOPIFY_CUSTOMERS)) == "2 new customers"
    assert headline(EN, plan()) == "This file holds no records"


def test_the_button_counts_what_would_be_written():
    assert import_button(EN, plan(new=30, changed=4, same=91)) == "Import 34 orders"
    assert import_button(EN, plan(new=1, kind=FileKind.SHOPIFY_CUSTOMERS)) == "Import 1 customer"


def test_a_difference_shows_old_and_new_in_words():
    differences = (Difference("status", "paid", "shipped"), Difference("tracking", "", "LV1"))
    assert difference_text(EN, differences) == "Status: Paid → Shipped · Tracking number: – → LV1"
    born = (Difference("birthday", "04-07", "1985-04-07"),)
    assert difference_text(EN, born) == "Birthday: 7 April → 7 April 1985"
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
    assert kind_name(EN, FileKind.CORDIAL_COMPLAINTS) == "Cordial, complaints"
    assert kind_name(EN, FileKind.MAPPED_ORDERS) == "Table of orders"
    assert kind_name(EN, None, "Etsy") == "Etsy"
    assert all(kind_name(EN, kind) for kind in FileKind)


@pytest.mark.parametrize("language", list(Language))
def test_every_field_has_a_name(language):
    words = Words(language)
    assert field_name(words, "total") != "total"
    assert field_name(words, "something_new") == "Something new"


@pytest.mark.parametrize("field", OwnFields._fields)
def test_what_only_our_own_files_tell_is_named_in_the_desks_language(field: str) -> None:
    assert field_name(Words(Language.LV), field) not in (field.replace("_", " ").capitalize(), field)

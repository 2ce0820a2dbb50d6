"""A promise is counted once; no rule, product, carrier or edit that is changed later moves it."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.carriers import add_carrier, edit_carrier, remove_carriers
from desktop_app.actions.importing import import_file
from desktop_app.actions.orders import add_order, edit_order, set_status
from desktop_app.actions.products import add_product, edit_product
from desktop_app.actions.settings import set_settings
from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import Invalid
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import (
    CLOSED_DAYS,
    COUNTRY,
    CUTOFF_HOUR,
    DAYS_OFF,
    HANDLING_DAYS,
    MORE_COUNTRIES,
)
from desktop_app.queries.carriers import carrier
from desktop_app.queries.orders import order, order_by_number
from desktop_app.queries.products import product
from tests.made import BY

MONDAY = "2026-11-16T10:00:00+02:00"  # Wednesday the 18th is a holiday


def day(text):
    return dt.date.fromisoformat(text)


def days_of(shop, order_id):
    fields = order(shop, order_id).fields
    return fields.ship_by and str(fields.ship_by), fields.deliver_by and str(fields.deliver_by)


@pytest.fixture
def slow(shop):
    """A product that is five working days in the making."""
    return add_product(shop, ProductFields(sku="SLOW", name="Quilt", handling_days=5), actor=BY)[0]


@pytest.fixture
def omniva(shop):
    """A carrier, one working day at home and two to Estonia."""
    return add_carrier(shop, CarrierFields("Omniva", days=1, countries=(("EE", 2),)), actor=BY)[0]


def placed(shop, *skus, **fields):
    lines = tuple(Line(sku, sku=sku) for sku in skus or ("MUG",))
    return add_order(shop, OrderFields(**{"number": "", "placed_at": MONDAY, "lines": lines, **fields}), actor=BY)[0]


@pytest.mark.usefixtures("slow", "omniva")
def test_an_order_is_promised_by_its_slowest_article_its_carrier_and_country(shop):
    assert days_of(shop, placed(shop)) == ("2026-11-19", None)
    assert days_of(shop, placed(shop, carrier="omniva")) == ("2026-11-19", "2026-11-20")
    assert days_of(shop, placed(shop, carrier="Omniva", ship_to=Address(country="EE"))) == ("2026-11-19", "2026-11-23")
    assert days_of(shop, placed(shop, "MUG", "SLOW", carrier="Omniva")) == ("2026-11-24", "2026-11-25")
    given = {"ship_by": day("2026-11-17"), "deliver_by": day("2026-11-30")}
    assert days_of(shop, placed(shop, "SLOW", carrier="Omniva", **given)) == ("2026-11-17", "2026-11-30")
    assert days_of(shop, placed(shop, carrier="Omniva", deliver_by=day("2026-11-18"))) == ("2026-11-16", "2026-11-18")


def test_nothing_that_is_changed_later_moves_it(shop, slow, omniva):
    kept = [placed(shop, "SLOW", carrier="Omniva"), placed(shop), placed(shop, ship_by=day("2026-11-17"))]
    before = [days_of(shop, one) for one in kept]
    rules = {COUNTRY: "EE", MORE_COUNTRIES: "LT", DAYS_OFF: "mon", HANDLING_DAYS: 9, CUTOFF_HOUR: 1}
    set_settings(shop, {**rules, CLOSED_DAYS: "2026-11-01..2026-12-31 Vacation"}, actor=BY)
    seen = product(shop, slow)
    edit_product(shop, slow, seen.version, replace(seen.fields, handling_days=0), actor=BY)
    edit_carrier(shop, omniva, carrier(shop, omniva).version, CarrierFields("Omniva", days=9), actor=BY)
    remove_carriers(shop, [omniva], actor=BY)
    set_status(shop, kept[:1], Status.PAID, actor=BY)
    for one in kept:
        now = order(shop, one)
        edit_order(shop, one, now.version, replace(now.fields, packer_note="Bow", carrier="DPD"), actor=BY)
    assert [days_of(shop, one) for one in kept] == before


def test_who_empties_the_day_has_it_counted_again_by_the_rules_of_now(shop, omniva):
    kept = placed(shop, carrier="Omniva")
    set_settings(shop, {HANDLING_DAYS: 3}, actor=BY)
    now = order(shop, kept)
    edit_order(shop, kept, now.version, replace(now.fields, ship_by=None, deliver_by=None), actor=BY)
    assert days_of(shop, kept) == ("2026-11-20", "2026-11-23")
    now = order(shop, kept)
    with pytest.raises(Invalid, match="cannot be there earlier"):
        edit_order(shop, kept, now.version, replace(now.fields, ship_by=day("2026-12-01")), actor=BY)
    later = replace(now.fields, ship_by=day("2026-11-19"))  # one day is changed, the other stays
    edit_order(shop, kept, now.version, later, actor=BY)
    assert days_of(shop, kept) == ("2026-11-19", "2026-11-23")


FILE = """Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Currency,Total
#1,a@x.example,2026-11-16 10:00:00 +0200,1,Mug,5.00,MUG,EUR,5.00
#2,b@x.example,2026-11-16 10:00:00 +0200,1,Mug,5.00,MUG,EUR,10.00
#2,,,1,Quilt,5.00,SLOW,,
#3,c@x.example,2026-11-16 15:00:00 +0200,1,Mug,5.00,MUG,EUR,5.00
"""


@pytest.mark.usefixtures("slow")
def test_imported_orders_are_promised_once_too(shop, tmp_path):
    file = tmp_path / "orders_export.csv"
    file.write_text(FILE, encoding="utf-8")
    import_file(shop, file, actor=BY)
    promised = [str(order_by_number(shop, number).fields.ship_by) for number in ("1", "2", "3")]
    assert promised == ["2026-11-19", "2026-11-24", "2026-11-20"]
    set_settings(shop, {HANDLING_DAYS: 9}, actor=BY)
    file.write_text(FILE.replace("5.00,MUG", "6.00,MUG"), encoding="utf-8")
    import_file(shop, file, actor=BY)
    assert [str(order_by_number(shop, number).fields.ship_by) for number in ("1", "2", "3")] == promised


def test_a_table_may_bring_the_day_of_delivery(shop, tmp_path):
    file = tmp_path / "orders.csv"
    rows = ["Order,Date,Customer,Product,Qty,Ship by,Deliver by", "A1,2026-11-16 10:00,Anna,Mug,1,,2026-11-18"]
    file.write_text("\n".join([*rows, "A2,2026-11-16 10:00,Zane,Mug,1,2026-11-25,2026-11-27"]), encoding="utf-8")
    import_file(shop, file, actor=BY)
    kept = [order_by_number(shop, number).id for number in ("A1", "A2")]
    assert [days_of(shop, one) for one in kept] == [("2026-11-17", "2026-11-18"), ("2026-11-25", "2026-11-27")]
    file.write_text(file.read_text(encoding="utf-8").replace("2026-11-27", "2026-11-30"), encoding="utf-8")
    import_file(shop, file, actor=BY)
    assert [days_of(shop, one) for one in kept] == [("2026-11-17", "2026-11-18"), ("2026-11-25", "2026-11-30")]

"""Complaints counted by what they are about, beside the orders of the same days, and before and after a change."""

import datetime as dt

import pytest

from desktop_app.actions.causes import add_remedy, set_cause
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.orders import add_order
from desktop_app.actions.products import add_product
from desktop_app.domain.causes import RemedyFields
from desktop_app.domain.complaint_figures import CountedRow, Grouping, usual_period
from desktop_app.domain.complaints import ComplaintFields, Verdict
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.domain.products import ProductFields
from desktop_app.queries.causes import cause_known
from desktop_app.queries.complaint_figures import counted, effect
from tests.made import BY, TODAY, Counting, bought, person

SINCE, UNTIL = usual_period(TODAY)


def said(shop, day=TODAY, **fields):
    return add_complaint(shop, ComplaintFields(received_at=at(day), **fields), actor=BY)[0]


def at(day):
    return f"{day}T10:00:00+02:00"


def figures(shop, by, **period):
    found = counted(shop, by, **{"since": SINCE, "until": UNTIL, **period})
    return [(str(getattr(row.title, "text", row.title)), row.complaints, row.orders) for row in found.rows]


def test_the_usual_period_is_twelve_months():
    assert usual_period(dt.date(2026, 11, 20)) == (dt.date(2025, 12, 1), dt.date(2026, 11, 20))
    assert usual_period(dt.date(2026, 1, 5))[0] == dt.date(2025, 2, 1)


@pytest.mark.parametrize(("by", "field"), [(Grouping.CARRIER, "carrier"), (Grouping.PACKER, "packer")])
def test_names_are_one_however_they_are_written(shop, by, field):
    for name in ("DPD", "DPD", "dpd ", "Omniva", ""):
        said(shop, **{field: name})
    assert [(title, n) for title, n, _ in figures(shop, by)] == [("DPD", 3), ("Omniva", 1), ("", 1)]


def test_praise_does_not_count_and_a_mediocre_review_does(shop):
    for rating in (None, 1, 3, 4, 5):
        said(shop, kind="late", rating=rating)
    said(shop, kind="damaged", verdict=Verdict.YES)
    found = counted(shop, Grouping.KIND, since=SINCE, until=UNTIL)
    assert [(row.key, row.complaints, row.justified) for row in found.rows] == [("late", 3, 0), ("damaged", 1, 1)]
    assert (found.complaints, found.justified) == (4, 1)


def test_orders_of_the_same_days_stand_beside(shop):
    anna = person(shop, "Anna")
    for n in range(4):
        bought(shop, anna, carrier="DPD", placed_at=at(TODAY - dt.timedelta(days=n)))
    bought(shop, anna, carrier="DPD", placed_at=at(TODAY), status=Status.CANCELLED)
    bought(shop, anna, carrier="DPD", placed_at=at(SINCE - dt.timedelta(days=1)))
    said(shop, carrier="DPD")
    found = counted(shop, Grouping.CARRIER, since=SINCE, until=UNTIL)
    assert (found.orders, found.rows[0].orders, found.rows[0].per_hundred) == (4, 4, 25.0)


def test_a_share_of_too_few_orders_is_not_told():
    assert CountedRow("a", "A", 2, orders=1).per_hundred is None
    assert CountedRow("a", "A", 2, orders=0).per_hundred is None
    assert CountedRow("a", "A", 2).per_hundred is None


def test_products_and_their_suppliers(shop):
    cup = add_product(shop, ProductFields(name="Cup", sku="CU-1", supplier="Keramika SIA"), actor=BY)[0]
    order = add_order(
        shop, OrderFields(number="7", lines=(Line("Cup, blue", 2, product=cup),), placed_at=at(TODAY)), actor=BY
    )[0]
    said(shop, order=order)
    said(shop, article="A mug")
    said(shop, article="a MUG")
    assert figures(shop, Grouping.PRODUCT) == [("A mug", 2, 0), ("Cup", 1, 1)] or figures(shop, Grouping.PRODUCT) == [
        ("a MUG", 2, 0),
        ("Cup", 1, 1),
    ]
    assert figures(shop, Grouping.SUPPLIER) == [("Keramika SIA", 1, 1), ("", 2, None)]


def test_months_without_a_complaint_stand_between_the_others(shop):
    said(shop, day=dt.date(2026, 9, 30))
    said(shop, day=TODAY)
    found = figures(shop, Grouping.MONTH, since=dt.date(2026, 8, 5))
    assert [(month, n) for month, n, _ in found] == [("2026-08", 0), ("2026-09", 1), ("2026-10", 0), ("2026-11", 1)]


def test_a_change_is_seen_by_the_days_before_and_after_it(shop):
    changed = TODAY - dt.timedelta(days=9)
    days = [changed - dt.timedelta(days=n) for n in (1, 2, 10, 11)] + [changed, TODAY]
    set_cause(shop, [said(shop, day=day) for day in days], "No corners", actor=BY)
    said(shop, day=changed)  # of another cause
    for day in (changed - dt.timedelta(days=1), TODAY, TODAY):
        bought(shop, None, placed_at=at(day))
    kept = cause_known(shop, "No corners")
    add_remedy(shop, kept.id, RemedyFields("Corners", changed), actor=BY)
    found = effect(shop, cause_known(shop, "No corners").remedies[0])
    assert (found.days, found.before, found.after) == (10, 3, 2)
    assert (found.orders_before, found.orders_after) == (1, 2)


def test_a_change_long_ago_is_looked_at_for_ninety_days(shop):
    changed = TODAY - dt.timedelta(days=200)
    days = [changed - dt.timedelta(days=90), changed - dt.timedelta(days=91), changed + dt.timedelta(days=89), TODAY]
    set_cause(shop, [said(shop, day=day) for day in days], "No corners", actor=BY)
    add_remedy(shop, cause_known(shop, "No corners").id, RemedyFields("Corners", changed), actor=BY)
    found = effect(shop, cause_known(shop, "No corners").remedies[0])
    assert (found.days, found.before, found.after) == (90, 1, 1)


@pytest.mark.parametrize("by", Grouping)
def test_it_asks_no_oftener_for_more_complaints(shop, by):
    for n in range(5):
        said(shop, carrier=f"C{n}", article=f"A{n}", kind="late")
    counting = Counting(shop)
    assert counted(counting, by, since=SINCE, until=UNTIL).complaints == 5
    assert counting.asked <= 4

"""Complaints recorded, filled in from their order, moved, edited and removed; what cannot be kept is said."""

from __future__ import annotations

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer
from tests.made import BY, TODAY, bought, person


def said(shop, text="It is broken", **fields):
    return add_complaint(shop, ComplaintFields(**{"kind": "damaged", "text": text, **fields}), actor=BY)[0]


def open_of(shop, number):
    return shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (number,))[0][0]


def test_a_complaint_by_its_order_knows_whose_it_is_and_what_it_is_about(shop):
    anna = person(shop, "Anna", "Ozola")
    order = bought(shop, anna, "Teapot", carrier="Omniva")
    one = said(shop, order=order)
    found = complaint(shop, one)
    assert (found.fields.customer, found.fields.carrier, found.fields.article) == (anna, "Omniva", "Teapot")
    assert found.state is State.NEW
    assert found.fields.received_at.startswith(TODAY.isoformat())
    assert open_of(shop, anna) == 1
    assert customer(shop, anna).fields.extra_care
    set_state(shop, [one], State.SOLVED, actor=BY)
    assert open_of(shop, anna) == 0
    assert [step.state for step in complaint(shop, one).steps] == [State.NEW, State.SOLVED]

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.money import Money
from desktop_app.domain.order_money import (
    Payment,
    all_left,
    difference,
    payment,
    proposed_refund,
    refundable,
)
from desktop_app.domain.orders import Line, OrderFields

CURRENCIES = ("EUR", "JPY", "KWD")


def eur(minor):
    return Money(minor, "EUR")


def made(*totals, quantity=1, paid=True, **fields):
    lines = tuple(Line(f"L{n}", quantity, total=eur(total)) for n, total in enumerate(totals))
    return OrderFields("1", paid=paid, lines=lines, **fields)


@pytest.mark.parametrize(
    ("paid", "total", "refunded", "found"),
    [
        (False, eur(100), None, Payment.UNPAID),
        (True, eur(100), None, Payment.PAID),
        (True, eur(100), eur(0), Payment.PAID),
        (True, eur(100), eur(40), Payment.PARTLY_REFUNDED),
        (True, eur(100), eur(100), Payment.REFUNDED),
        (True, None, eur(40), Payment.PARTLY_REFUNDED),
    ],
)
def test_where_the_money_is(paid, total, refunded, found):
    assert payment(paid, total, refunded) is found


def test_nothing_is_given_back_for_what_is_not_paid():
    assert refundable(made(100, paid=False, total=eur(100))) == eur(0)
    assert refundable(made(100, total=eur(100), refunded=eur(30))) == eur(70)
    assert refundable(made(100)) is None


def test_a_part_gives_back_its_share_of_the_discount_and_the_last_the_delivery():
    fields = made(1000, 3000, total=eur(3900), shipping=eur(300), discount=eur(400))
    assert proposed_refund(fields, {1: 1}) == eur(900)
    first_back = replace(fields, refunded=eur(900), lines=(replace(fields.lines[0], returned=1), fields.lines[1]))
    assert proposed_refund(first_back, {2: 1}) == eur(3000)


def test_without_prices_nothing_is_proposed():
    assert proposed_refund(OrderFields("1", paid=True, total=eur(5), lines=(Line("Cup"),)), {1: 1}) is None


def test_what_does_not_add_up_is_said():
    assert difference(made(1000, total=eur(1300), shipping=eur(300))) is None
    assert difference(made(1000, total=eur(1299), shipping=eur(300))) == eur(-1)
    assert difference(made(1000)) is None


@given(st.data())
def test_returns_in_any_order_come_to_the_total_and_never_to_more(data):
    currency = data.draw(st.sampled_from(CURRENCIES))
    lines = tuple(
        Line("x", quantity, total=Money(data.draw(st.integers(0, 10**7)), currency))
        for quantity in data.draw(st.lists(st.integers(1, 7), min_size=1, max_size=4))
    )
    goods = sum(line.total.minor for line in lines)
    shipping, discount = data.draw(st.integers(0, 999)), data.draw(st.integers(0, goods))
    fields = OrderFields(
        "1", paid=True, currency=currency, lines=lines, total=Money(goods - discount + shipping, currency),
        shipping=Money(shipping, currency), discount=Money(discount, currency),
    )  # fmt: skip
    given_back = 0
    while out := all_left(fields.lines):
        place = data.draw(st.sampled_from(sorted(out)))
        count = data.draw(st.integers(1, out[place]))
        share = proposed_refund(fields, {place: count})
        assert 0 <= share.minor <= refundable(fields).minor
        given_back += share.minor
        back = replace(fields.lines[place - 1], returned=fields.lines[place - 1].returned + count)
        lines = (*fields.lines[: place - 1], back, *fields.lines[place:])
        fields = replace(fields, lines=lines, refunded=Money(given_back, currency))
    assert given_back == fields.total.minor
    assert payment(True, fields.total, fields.refunded) in (Payment.REFUNDED, Payment.PAID)

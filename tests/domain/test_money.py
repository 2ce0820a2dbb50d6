from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.money import Money, digits

currencies = st.sampled_from(["EUR", "USD", "RUB", "JPY", "KWD", "XXX"])
minors = st.integers(-(10**15), 10**15)


@given(minors, currencies)
def test_an_amount_comes_back_whole(minor, currency):
    money = Money(minor, currency)
    assert Money.of(money.amount, currency) == money
    assert Money.of(str(money.amount), currency) == money
    assert -money.amount.as_tuple().exponent == digits(currency)


@given(minors, minors, currencies)
def test_sums_are_exact(first, second, currency):
    total = Money(first, currency) + Money(second, currency)
    assert total.amount == Money(first, currency).amount + Money(second, currency).amount
    assert total - Money(second, currency) == Money(first, currency)


def test_currencies_are_not_mixed():
    with pytest.raises(ValueError, match="do not add up"):
        Money(1, "EUR") + Money(1, "USD")


@pytest.mark.parametrize("wrong", ["12.505", "NaN", "1e999", Decimal("Infinity")])
def test_what_is_not_an_amount_of_euro(wrong):
    with pytest.raises(ValueError, match=r"amount|finer"):
        Money.of(wrong, "EUR")


def test_the_command_lines_form():
    assert Money(1250, "EUR").as_json() == {"amount": "12.50", "currency": "EUR"}
    assert Money(5, "JPY").as_json() == {"amount": "5", "currency": "JPY"}
    assert Money(-1, "KWD").as_json() == {"amount": "-0.001", "currency": "KWD"}

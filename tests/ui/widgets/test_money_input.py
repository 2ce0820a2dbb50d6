"""Amounts as people type and read them."""

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.i18n import Language, Words
from desktop_app.ui.widgets.money_input import MoneyInput, typed_amount


@pytest.mark.parametrize(
    ("text", "amount"), [("12.50", 1250), ("12,5", 1250), ("1 234,00", 123400), ("", None)]
)
def test_amounts_are_read_as_people_type_them(text, amount):
    assert typed_amount(text, "EUR") == (None if amount is None else Money(amount, "EUR"))


@pytest.mark.parametrize(("language", "shown"), [(Language.EN, "1234.50"), (Language.LV, "1234,50")])
def test_what_is_shown_is_read_again(qapp, language, shown):
    field = MoneyInput(Words(language), key="total", currency="EUR")
    field.set_value(Money(123450, "EUR"))
    assert field.edit.text() == shown
    assert field.value() == Money(123450, "EUR")


def test_what_is_no_amount_is_refused_at_its_field(qapp):
    field = MoneyInput(Words(), key="total", currency="EUR")
    field.edit.setText("a lot")
    with pytest.raises(Invalid, match="“a lot” is not an amount") as refused:
        field.value()
    assert refused.value.field == "total"

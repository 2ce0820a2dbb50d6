"""Money and pieces in every notation files use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.amounts import Amounts, currency_of, decimal_sign, quantity
from desktop_app.exchange.values import BadValue


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("12.50", 1250),
        ("0.00", 0),
        ("100", 10000),
        ("12,5", 1250),
        (".50", 50),
        ("12.", 1200),
        ("12.5000", 1250),
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1 222 руб", 122200),
        ("1\u00a0234,50 €", 123450),
        ("$1,433.66", 143366),
        ("AU $3,000.00", 300000),
        ("EUR 90,00", 9000),
        ("116,99 €", 11699),
        ("1'234.56", 123456),
        ("1’234.50", 123450),
        ("1.234.567", 123456700),
        ("1,234,567.89", 123456789),
        ("-12.00", -1200),
        ("'-12.00", -1200),
        ("−5,00", -500),
        ("(12.50)", -1250),
        ("5-", -500),
        ("5,-", 500),
        ("1.234,– €", 123400),
        ("-5,-", -500),
        ("1234.567", 123457),
    ],
)
def test_amounts_of_any_notation(cell: str, minor: int) -> None:
    assert Amounts(2).minor(cell, "Total") == minor


def test_an_empty_cell_says_nothing() -> None:
    assert Amounts(2).minor("", "Total") is None
    assert Amounts(2).minor("  ", "Total") is None
    assert Amounts(2).minor("-", "Total") is None
    assert Amounts(2).minor(" – ", "Total") is None


@pytest.mark.parametrize(
    "cell",
    [
        "NaN",
        "1e999",
        "1E+5",
        "1_000",
        "١٢٣",
        "12٣",
        "1-2",
        "12 34",
        "1,23,456",
        "1.2.3",
        "1..2",
        "12 pcs",
        "руб",
        "--5",
        "∞",
        "99999999999999.00",
        "12.50 12.50",
        "=1+1",
        "0x10",
    ],
)
def test_what_is_no_amount_is_refused_with_its_column(cell: str) -> None:
    with pytest.raises(BadValue) as refused:
        Amounts(2).minor(cell, "Total")
    assert refused.value.column == "Total"


def test_three_digits_after_a_lone_sign_are_thousands_unless_the_file_proves_otherwise() -> None:
    assert Amounts(2).minor("1.234", "") == 123400
    assert Amounts(2, ",").minor("1.234", "") == 123400
    assert Amounts(2, ".").minor("1.234", "") == 123
    assert Amounts(3).minor("1.234", "") == 1234  # Kuwaiti dinars have three decimals


def test_a_currency_without_cents_has_none() -> None:
    assert Amounts(0).minor("1,500", "") == 1500


def test_a_file_proves_its_decimal_sign() -> None:
    assert decimal_sign(["1.234", "12,50", "7"]) == ","
    assert decimal_sign(["1,234.5"]) == "."
    assert decimal_sign(["1.234", "5"]) == ""
    assert decimal_sign(["1.50", "1,50"]) == ""


def test_a_currency_is_read_off_an_amount_only_where_its_sign_means_one() -> None:
    assert currency_of("1 050,50 руб") == "RUB"
    assert currency_of("EUR 90,00") == "EUR"
    assert currency_of("500 RUR") == "RUB"
    assert currency_of("$5.00") == ""  # a dozen countries' dollars
    assert [currency_of(f"{sign}3,000.00") for sign in ("AU $", "US $", "C $", "NZ$", "£")] == [
        "AUD", "USD", "CAD", "NZD", "GBP",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("AU $3,000.00", 300000), ("$1,433.66", 143366), ("EUR 90,00", 9000), ("1 234,50 €", 123450),
        ("1\u202f234,50\u00a0€", 123450), ("1.250,00 €", 125000), ("C $1,200.5", 120050), ("-$5.00", -500),
    ],
)  # fmt: skip
def test_amounts_as_marketplaces_write_them(cell: str, minor: int) -> None:
    assert Amounts(2).minor(cell, "Total Price") == minor


@pytest.mark.parametrize(("cell", "pieces"), [("2", 2), ("2.0", 2), ("2,00", 2), ("", 1), ("0", 0), (" 3 ", 3)])
def test_pieces(cell: str, pieces: int) -> None:
    assert quantity(cell, "Quantity") == pieces


@pytest.mark.parametrize("cell", ["-1", "1.5", "x", "٣", "1e3", "9999999"])
def test_what_is_no_number_of_pieces(cell: str) -> None:
    with pytest.raises(BadValue):
        quantity(cell, "Quantity")


@given(minor=st.integers(-(10**12), 10**12), style=st.sampled_from(["{:,.2f}", "{:.2f}", "€{:,.2f}", "{:,.2f} EUR"]))
def test_an_amount_written_is_the_amount_read(minor: int, style: str) -> None:
    written = style.format(abs(minor) / 100)
    continental = written.translate(str.maketrans(",.", ".,"))
    sign = "-" if minor < 0 else ""
    assert Amounts(2).minor(sign + written, "") == minor
    assert Amounts(2).minor(sign + continental, "") == minor


@given(st.text(), st.sampled_from([0, 2, 3]), st.sampled_from(["", ".", ","]))
def test_no_text_breaks_it(cell: str, places: int, decimal: str) -> None:
    try:
        assert isinstance(Amounts(places, decimal).minor(cell, ""), int | None)
    except BadValue:
        pass

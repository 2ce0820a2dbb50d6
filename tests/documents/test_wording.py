"""Texts are filled field by field, and nothing in them is ever more than text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.references import CARD_FIELDS
from desktop_app.documents.wording import check_of, facts_of, held_together, on_lines, on_paper, wording_of
from desktop_app.domain.cards import Condition, Fact, Variant


def filled(text: str, **values: str) -> str:
    """A wording filled with values whose dots are written as underscores."""
    return wording_of(Variant(text)).fill({name.replace("_", "."): value for name, value in values.items()})


def test_a_text_takes_its_fields() -> None:
    assert filled("Dear {customer.called}, order {order.number}", customer_called="Anna", order_number="#1") == (
        "Dear Anna, order #1"
    )


def test_a_text_with_an_empty_field_is_not_said_at_all() -> None:
    assert filled("Dear {customer.called},", customer_called="") == ""


def test_braces_and_percents_are_only_signs() -> None:
    assert filled("{{50 % off}} %s {packer}", packer="%d {x} \\1") == "{50 % off} %s %d {x} \\1"


@given(st.text(), st.text(min_size=1))
def test_whatever_a_value_holds_it_stands_as_it_is(before: str, value: str) -> None:
    text = before.replace("{", "{{").replace("}", "}}")
    assert filled(f"{text}|{{packer}}|", packer=value).endswith(f"|{value}|")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{packer} {{no}} {order.nmber} {oops}", "order.nmber"),
        ("{packer} {", "{"),
        ("a } b", "}"),
        ("{customer.called.dative}{customer.name|friend}{order.count: item / items}", None),
        ("{order.number.dative}", "order.number.dative"),
        ("{order.total: item / items}", "order.total: item / items"),
        ("{order.count: item}", "order.count: item"),
        ("{order.count: a / b / c / d}", "order.count: a / b / c / d"),
        ("{customer.__class__}", "customer.__class__"),
        ("{}", ""),
    ],
)
def test_what_is_no_field_is_found(text: str, wrong: str | None) -> None:
    assert CARD_FIELDS.unknown_in(text) == wrong


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Скатерть, 140 × 220 см, лён", "Скатерть, 140\u00a0×\u00a0220\u00a0см, лён"),
        ("Svece 220 ml, 3 gab.", "Svece 220\u00a0ml, 3\u00a0gab."),
        ("Rug 1.5 m² x 2", "Rug 1.5\u00a0m² x 2"),
        ("5 mugs, 10 гусей, 7 l’s", "5 mugs, 10 гусей, 7\u00a0l’s"),
        ("Linen  scarf\n", "Linen scarf"),
        ("Скатерть с вышивкой, а у нас не одна", "Скатерть с\u00a0вышивкой, а\u00a0у\u00a0нас не\u00a0одна"),
    ],
)
def test_no_line_ends_within_a_measure_or_after_a_short_word(name: str, kept: str) -> None:
    assert held_together(name) == kept


def test_a_default_stands_for_an_empty_field() -> None:
    assert filled("Dear {customer.called|friend},", customer_called="") == "Dear friend,"
    assert filled("Dear {customer.called | friend},", customer_called="Anna") == "Dear Anna,"
    assert filled("{customer.called|100 % friend} {packer}", customer_called="", packer="Inese") == "100 % friend Inese"
    assert filled("{customer.called|friend} {packer}", customer_called="", packer="") == ""
    assert filled("Hello{customer.called|}!", customer_called="") == "Hello!"


def test_all_conditions_must_hold() -> None:
    asked = check_of((Condition(Fact.FIRST), Condition(Fact.REGULAR, wanted=False)))
    assert asked.holds(facts_of([Fact.FIRST, Fact.QR]))
    assert not asked.holds(facts_of([Fact.FIRST, Fact.REGULAR]))
    assert not asked.holds(0)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("  Anna\t \nBērziņa ", "Anna Bērziņa"),
        ("E\u0304rika", "Ērika"),
        ("\u200fאבי\u200f", "אבי"),
        ("So\u00adfija", "Sofija"),
        ("A\x00B", "A B"),
        ("<b>Ann & Co", "<b>Ann & Co"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_values_are_tidied_for_paper_and_nothing_else(given_: str, expected: str) -> None:
    assert on_paper(given_) == expected


def test_lines_of_an_address_stay_lines() -> None:
    assert on_lines(" Brīvības iela  1\r\n\n\tRīga ") == "Brīvības iela 1\nRīga"

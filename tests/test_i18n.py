"""Sentences come out whole in each language: values, counted forms, days and amounts as people there write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.i18n import Language, Words, english, msg, nmsg

EVERY = list(Language)
SPACES = str.maketrans("\u00a0\u202f", "  ")
COUNTED = ("The rows of {n} order stand apart in the file and were put together.",
           "The rows of {n} orders stand apart in the file and were put together.")  # fmt: skip


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (Language.EN, {1: "1 order stand", 2: "2 orders", 5: "5 orders", 21: "21 orders", 0: "0 orders"}),
        (Language.RU, {1: "1 заказа", 21: "21 заказа", 2: "2 заказов", 5: "5 заказов", 11: "11 заказов"}),
        (
            Language.LV,
            {1: "1 pasūtījuma", 21: "21 pasūtījuma", 2: "2 pasūtījumu", 11: "11 pasūtījumu", 0: "0 pasūtījumu"},
        ),
    ],
)
def test_a_number_takes_its_form(language: Language, forms: dict[int, str]) -> None:
    words = Words(language)
    for n, form in forms.items():
        assert form in words.n(*COUNTED, n)
        assert words.say(nmsg(*COUNTED, n=n)) == words.n(*COUNTED, n)


@pytest.mark.parametrize("language", EVERY)
def test_a_message_holds_messages_days_and_lists(language: Language) -> None:
    words = Words(language)
    day = dt.date(2026, 3, 5)
    said = words.say(msg("{what}, {day}: {names}", what=msg("Customers"), day=day, names=["Anna", msg("Orders")]))
    assert said == f"{words('Customers')}, {words.date(day)}: Anna, {words('Orders')}"


def test_days_and_amounts_are_written_as_at_home() -> None:
    day = dt.date(2026, 3, 5)
    assert [Words(language).date(day) for language in EVERY] == [
        "5 March 2026",
        "5 марта 2026\u202fг.",
        "2026. gada 5. marts",
    ]
    amounts = [Words(language).money(Decimal("1234.5"), "EUR").translate(SPACES) for language in EVERY]
    assert amounts == ["€1,234.50", "1 234,50 €", "1 234,50 €"]
    assert [Words(language).number(2.50) for language in EVERY] == ["2.5", "2,5", "2,5"]


def test_languages_differ_and_english_is_for_logs() -> None:
    message = msg("The person stopped the work.")
    assert english(message) == message.text
    assert len({Words(language)("Customers") for language in EVERY}) == 3


def test_an_unknown_text_and_an_empty_one_stay_as_they_are() -> None:
    assert Words(Language.LV)("No such text in any catalogue") == "No such text in any catalogue"
    assert Words(Language.RU)("") == ""  # gettext would answer with the catalogue's own header


@given(st.text())
def test_what_data_says_is_never_read_as_a_sentence(name: str) -> None:
    for language in EVERY:
        assert Words(language).say(name) == name
        assert name in Words(language).say(msg("{name} x", name=name))

"""Sentences come out whole in each language: values, counted forms, days and amounts as people there write them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.i18n import Language, OwnWords, Words, english, msg, nmsg
from desktop_app.paths import resources

EVERY = list(Language)
SPACES = str.maketrans("\u00a0\u202f", "  ")
FORMS = {  # which of a text's forms goes with a number
    Language.RU: {1: 0, 21: 0, 2: 1, 24: 1, 5: 2, 11: 2, 12: 2, 0: 2},
    Language.LV: {1: 0, 21: 0, 2: 1, 5: 1, 11: 1, 0: 2},
}


@pytest.mark.parametrize("language", FORMS)
def test_a_number_takes_its_form(language: Language) -> None:
    words = Words(language)
    with resources("i18n", language.value, "LC_MESSAGES", "cordial.po").open("rb") as file:
        counted = [entry for entry in read_po(file) if isinstance(entry.id, tuple) and "{n}" in entry.string[0]]
    assert counted
    for entry in counted:
        values = {name: name for name in re.findall(r"{(\w+)}", " ".join(entry.id)) if name != "n"}
        for n, form in FORMS[language].items():
            assert words.n(*entry.id, n, **values) == entry.string[form].format(n=n, **values)
            assert words.say(nmsg(*entry.id, n=n, **values)) == words.n(*entry.id, n, **values)


def test_english_counts_without_a_catalogue() -> None:
    words = Words()
    assert [words.n("{n} card", "{n} cards", n) for n in (0, 1, 2, 21)] == ["0 cards", "1 card", "2 cards", "21 cards"]


def test_many_things_are_counted_with_their_thousands_apart() -> None:
    said = [Words(language).n("{n} order", "{n} orders", 38100).translate(SPACES) for language in EVERY]
    assert [text.split(" o")[0].split(" з")[0].split(" p")[0] for text in said] == ["38,100", "38 100", "38 100"]
    assert Words().say(nmsg("{n} order", "{n} orders", n=38100)) == "38,100 orders"
    assert [Words(language).count(999) for language in EVERY] == ["999"] * 3
    assert Words().say(msg("There is no change number {number}.", number=38100)) == "There is no change number 38100."


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
    assert Words(Language.LV)("{n} mm", n=105.5) == "105,5 mm"


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


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("1500", "JPY", "1 500 ¥"),
        ("1234.567", "KWD", "1 234,567 KWD"),
        ("0.005", "KWD", "0,005 KWD"),
        ("123.45", "RSD", "123,45 RSD"),  # coins nobody uses any more
        ("1.234", "IQD", "1,234 IQD"),
        ("12.5", "EUR", "12,50 €"),
    ],
)
def test_no_decimal_of_an_amount_is_left_out(amount, currency, said):
    assert Words(Language.RU).money(Decimal(amount), currency).translate(SPACES) == said


def test_what_the_shop_wrote_itself_is_said_in_each_language_it_wrote_it_in():
    smell = OwnWords({Language.LV: "Smarža", Language.RU: "Запах"})
    said = msg("{kind}: {n}", kind=smell, n=2)
    assert [Words(language).say(said) for language in (Language.LV, Language.RU)] == ["Smarža: 2", "Запах: 2"]
    assert Words(Language.EN).say(said) == "Smarža: 2"  # nobody said it in English
    assert OwnWords({}).within(Language.LV) == ""


def test_a_sentence_that_ends_with_a_russian_year_has_one_full_stop() -> None:
    told = msg("The shop prints with it; {printed}.", printed=msg("{day}", day=dt.date(2026, 11, 20)))
    assert Words(Language.RU).say(told)[-7:].split() == ["2026", "г."]
    assert Words(Language.EN).say(told).endswith("20 November 2026.")

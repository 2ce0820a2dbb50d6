"""Names that may be none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.greetings import forms
from desktop_app.domain.name_doubts import doubt_of, doubt_of_forms, speaks_otherwise
from desktop_app.i18n import Language, english


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anna 29123456", "figures"), ("anna@pasts.example", "signs"), ("<b>Anna", "signs"), ("---", "signs"),
        ("N/A", "signs"), ("Test", "nobody"), ("ТЕСТ", "nobody"), ("viesis", "nobody"), ("J.", "one letter"),
    ],
)  # fmt: skip
def test_what_may_be_no_name_is_asked_about(name: str, said: str) -> None:
    doubt = doubt_of(name)
    assert doubt is not None
    assert said in english(doubt)
    assert name in english(doubt)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Anna",
        "Anna-Marija",
        "O’Neil",
        "ANNA",
        "J.R.",
        "Jo",
        "李",
        "אביגיל",
        "مريم",
        "Пётр",
        "Ķērsta",
        "Anna & Jānis",
    ],
)
def test_what_is_a_name_is_let_alone(name: str) -> None:
    assert doubt_of(name) is None


@pytest.mark.parametrize(
    ("name", "language", "otherwise"),
    [
        ("Пётр", Language.EN, True), ("Пётр", Language.LV, True), ("Пётр", Language.RU, False),
        ("Jānis", Language.RU, True), ("Jānis", Language.EN, False), ("אביגיל", Language.RU, False),
        ("", Language.RU, False),
    ],
)  # fmt: skip
def test_letters_of_another_language_are_seen(name: str, language: Language, otherwise: bool) -> None:
    assert speaks_otherwise(name, language) is otherwise


@pytest.mark.parametrize(
    ("first", "family", "kept"),
    [
        ("Kristīne", "Ozola", GreetingForms(called="Anna")),
        ("Pēteris", "Ozols", GreetingForms(called_to="Jānim")),
        ("Ольга", "Орлова", GreetingForms(called="Анна Петровна")),
        ("Kristīne", "Ozola", GreetingForms(opening="Mīļā Anna,")),
        ("Kristīne", "Ozola", GreetingForms(gender=Gender.MALE)),
        ("Pēteris", "", GreetingForms(gender=Gender.FEMALE)),
    ],
)
def test_a_kept_form_of_another_name_is_asked_about(first: str, family: str, kept: GreetingForms) -> None:
    doubt = doubt_of_forms(CustomerFields(given=first, family=family, patronymic="Петровна", forms=kept))
    assert doubt is not None
    assert first in english(doubt)
    assert english(doubt).endswith("right?")


@pytest.mark.parametrize(
    ("first", "family", "kept"),
    [
        ("Jānis", "Ozols", GreetingForms(Gender.MALE, "Jancis", "Jancim", "Sveiks, Jancīt!")),
        ("Александр", "Орлов", GreetingForms(called="Саша", called_to="Саше")),
        ("Aleksandrs", "Orlovs", GreetingForms(called="Саша")),
        ("Екатерина", "", GreetingForms(called="Катя")),
        ("Елена", "", GreetingForms(called="Лена")),
        ("Владимир", "", GreetingForms(called="Вова")),
        ("Иван", "", GreetingForms(called="Ваня")),
        ("Дмитрий", "", GreetingForms(called="Дима")),
        ("Anna", "Smith", GreetingForms(called="Mrs Smith", opening="Dear Mrs Smith,")),
        ("Anna", "Smith", GreetingForms(opening="Dear friends of the shop,")),
        ("Anna", "Smith", GreetingForms(gender=Gender.NEUTRAL)),
        ("Robin", "Smith", GreetingForms(gender=Gender.FEMALE)),
        ("Ольга", "Орлова", GreetingForms(called="Петровна")),
        ("אביגיל", "", GreetingForms(called="אבי")),
        ("", "", GreetingForms(called="Jānīt")),
        ("Anna", "", GreetingForms()),
    ],
)
def test_a_kept_form_that_may_be_of_the_name_is_let_alone(first: str, family: str, kept: GreetingForms) -> None:
    person = CustomerFields(given=first, family=family, patronymic="Петровна", forms=kept)
    assert doubt_of_forms(person) is None


@given(first=st.text(max_size=80), kept=st.text(max_size=80))
def test_any_kept_form_is_looked_at_without_harm(first: str, kept: str) -> None:
    doubt_of_forms(CustomerFields(given=first, forms=GreetingForms(called=kept, called_to=kept, opening=kept)))


@pytest.mark.parametrize("first", ["Jānis", "Kristīne", "Анна", "Пётр", "Zane", "Robin"])
@pytest.mark.parametrize("language", list(Language))
def test_what_was_proposed_and_kept_always_fits(first: str, language: Language) -> None:
    person = CustomerFields(given=first, family="Ozols")
    kept = CustomerFields(given=first, family="Ozols", forms=forms(person, language))
    assert doubt_of_forms(kept) is None

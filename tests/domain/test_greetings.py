"""Greetings: the right form where a name is sure, a neutral one where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.greetings import Gender, Greeting, greeting, vocative
from desktop_app.i18n import Language

EN, RU, LV = Language.EN, Language.RU, Language.LV
HER, HIM = Gender.FEMALE, Gender.MALE


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Jānis", "Jāni"), ("Andris", "Andri"), ("Pēteris", "Pēteri"), ("Kārlis", "Kārli"), ("Mārtiņš", "Mārtiņ"),
        ("Uģis", "Uģi"), ("Matīss", "Matīs"), ("Juris", "Juri"), ("Rūdolfs", "Rūdolf"), ("Edgars", "Edgar"),
        ("Ģirts", "Ģirt"), ("Andrejs", "Andrej"), ("Deniss", "Denis"), ("Mikus", "Miku"), ("Toms", "Tom"),
        ("Krišjānis", "Krišjāni"), ("Jānis Kārlis", "Jāni Kārli"), ("Jānis-Pauls", "Jāni-Paul"), ("JĀNIS", "JĀNI"),
    ],
)  # fmt: skip
def test_a_latvian_man_is_called_by_his_vocative(name: str, called: str) -> None:
    assert vocative(name) == called


@pytest.mark.parametrize(
    "name",
    ["Anna", "Ilze", "Līga", "Hugo", "Otto", "Raivo", "Thomas", "Lucas", "James", "Agnes", "Chris", "Boris", "Markus",
     "Max", "Carlos", "Jörgs", "Dmitry", "Юлия", "Янис", "李小龍", "Ann & Co", "Ed"],
)  # fmt: skip
def test_a_name_that_is_not_declined_stays_whole(name: str) -> None:
    assert vocative(name) == name


@pytest.mark.parametrize(
    ("first", "family", "patronymic", "sure"),
    [
        ("Юлия", "", "", HER),
        ("Юлия", "Щёкина", "", HER),
        ("Пётр", "Ёлкин", "", HIM),
        ("Андрей", "", "", HIM),
        ("Игорь", "Соколов", "", HIM),
        ("Инна", "Левит", "Марковна", HER),
        ("Саша", "Левит", "Ильич", HIM),
        ("Никита", "Орлов", "", HIM),
        ("Саша", "Орлова", "", HER),
        ("Анна", "Лиепиня", "", HER),
        ("Янис", "Берзиньш", "", HIM),
        ("Саша", "Щербина", "", None),
        ("Пётр", "Щербина", "", None),
        ("Жасмин", "Робин", "", None),
        ("Анна", "", "", None),
        ("Дана", "Левит", "", None),
        ("Jānis", "Ozols", "", HIM),
        ("", "Орлова", "", None),
        ("  ", "", "", None),
    ],
)
def test_russian_names_show_a_gender_only_where_it_is_sure(
    first: str, family: str, patronymic: str, sure: Gender | None
) -> None:
    fields = CustomerFields(given=first, family=family, patronymic=patronymic)
    assert greeting(fields, RU) == Greeting(first.strip(), sure)


@pytest.mark.parametrize(
    ("first", "family", "sure", "called"),
    [
        ("Jānis", "Bērziņš", HIM, "Jāni"),
        ("Jānis", "Liepa", HIM, "Jāni"),
        ("Jānis", "", HIM, "Jāni"),
        ("Anna", "Bērziņa", HER, "Anna"),
        ("Līga", "", HER, "Līga"),
        ("Anna", "", None, "Anna"),
        ("Andrea", "Rossi", None, "Andrea"),
        ("Ņikita", "Ivanovs", None, "Ņikita"),
        ("George", "Evans", None, "George"),
        ("Chris", "Evans", None, "Chris"),
        ("Hugo", "Ozols", None, "Hugo"),
        ("Юлия", "Щёкина", HER, "Юлия"),
        ("", "", None, ""),
    ],
)
def test_latvian_names_show_a_gender_only_where_it_is_sure(
    first: str, family: str, sure: Gender | None, called: str
) -> None:
    assert greeting(CustomerFields(given=first, family=family), LV) == Greeting(called, sure)


def test_without_a_given_name_nobody_is_called() -> None:
    assert greeting(CustomerFields(family="Орлова", company="Ann & Co"), RU) == Greeting("", None)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("ANNA", "Anna"), ("anna marija", "Anna Marija"), ("anne-marie", "Anne-Marie"), ("JD", "JD"),
     ("DeShawn", "DeShawn"), ("<b>Anna", "<b>Anna"), ("{given}", "{given}"), ("אבי", "אבי")],
)  # fmt: skip
def test_a_name_typed_in_one_case_is_tidied_and_anything_else_kept(typed: str, written: str) -> None:
    assert greeting(CustomerFields(given=typed), EN).name == written


@given(first=st.text(max_size=40), family=st.text(max_size=40), language=st.sampled_from(list(Language)))
def test_any_text_at_all_gives_a_name_exactly_when_there_is_one(first: str, family: str, language: Language) -> None:
    called = greeting(CustomerFields(given=first, family=family), language)
    assert bool(called.name) == bool(first.split())
    assert called.name or called.gender is None

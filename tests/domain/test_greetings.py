"""Greetings: the right form where a name is sure, a neutral one where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields, Gender
from desktop_app.domain.greetings import called, gender, go_on, greeting, vocative
from desktop_app.i18n import Language

EN, RU, LV = Language.EN, Language.RU, Language.LV


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
     "Max", "Carlos", "Jörgs", "Dmitry", "Юлия", "Янис", "李小龍", "Ann & Co", "Ed", "Ķēniņš-Žagariņa"],
)  # fmt: skip
def test_a_name_that_is_not_declined_stays_whole(name: str) -> None:
    assert vocative(name) == name


@pytest.mark.parametrize(
    ("first", "family", "patronymic", "line"),
    [
        ("Юлия", "", "", "Дорогая Юлия,"),
        ("Юлия", "Щёкина", "", "Дорогая Юлия,"),
        ("Пётр", "Ёлкин", "", "Дорогой Пётр,"),
        ("Андрей", "", "", "Дорогой Андрей,"),
        ("Игорь", "Соколов", "", "Дорогой Игорь,"),
        ("Инна", "Левит", "Марковна", "Уважаемая Инна Марковна,"),
        ("Саша", "Левит", "Ильич", "Уважаемый Саша Ильич,"),
        ("Никита", "Орлов", "", "Дорогой Никита,"),
        ("Саша", "Орлова", "", "Дорогая Саша,"),
        ("Анна", "Лиепиня", "", "Дорогая Анна,"),
        ("Янис", "Берзиньш", "", "Дорогой Янис,"),
        ("Саша", "Щербина", "", "Здравствуйте, Саша!"),
        ("Пётр", "Щербина", "", "Дорогой Пётр,"),
        ("Жасмин", "Робин", "", "Здравствуйте, Жасмин!"),
        ("Анна", "", "", "Дорогая Анна,"),
        ("Дана", "Левит", "", "Здравствуйте, Дана!"),
        ("Jānis", "Ozols", "", "Дорогой Jānis,"),
        ("", "Орлова", "", "Здравствуйте!"),
        ("  ", "", "", "Здравствуйте!"),
    ],
)
def test_russian_greets_by_gender_only_where_it_is_sure(first: str, family: str, patronymic: str, line: str) -> None:
    assert greeting(CustomerFields(given=first, family=family, patronymic=patronymic), RU) == line


@pytest.mark.parametrize(
    ("first", "family", "line"),
    [
        ("Jānis", "Bērziņš", "Mīļais Jāni,"),
        ("Jānis", "Liepa", "Mīļais Jāni,"),
        ("Jānis", "", "Mīļais Jāni,"),
        ("Anna", "Bērziņa", "Mīļā Anna,"),
        ("Līga", "", "Mīļā Līga,"),
        ("Anna", "", "Mīļā Anna,"),
        ("Anna", "Smith", "Mīļā Anna,"),
        ("Zane", "Smith", "Labdien, Zane!"),
        ("Andrea", "Rossi", "Labdien, Andrea!"),
        ("Ņikita", "Ivanovs", "Labdien, Ņikita!"),
        ("George", "Evans", "Labdien, George!"),
        ("Chris", "Evans", "Labdien, Chris!"),
        ("Hugo", "Ozols", "Mīļais Hugo,"),
        ("Юлия", "Щёкина", "Mīļā Юлия,"),
        ("", "", "Labdien!"),
    ],
)
def test_latvian_greets_by_gender_only_where_it_is_sure(first: str, family: str, line: str) -> None:
    assert greeting(CustomerFields(given=first, family=family), LV) == line


def test_english_needs_no_gender_and_no_name() -> None:
    assert greeting(CustomerFields(given="Julia"), EN) == "Dear Julia,"
    assert greeting(CustomerFields(company="Ann & Co"), EN) == "Hello,"


@pytest.mark.parametrize(
    ("typed", "written"),
    [("ANNA", "Anna"), ("anna marija", "Anna Marija"), ("anne-marie", "Anne-Marie"), ("JD", "JD"),
     ("DeShawn", "DeShawn"), ("<b>Anna", "<b>Anna"), ("{given}", "{given}"), ("אבי", "אבי")],
)  # fmt: skip
def test_a_name_typed_in_one_case_is_tidied_and_anything_else_kept(typed: str, written: str) -> None:
    assert greeting(CustomerFields(given=typed), EN) == f"Dear {written},"


def test_only_a_given_name_is_called() -> None:
    assert called(CustomerFields(given="JĀNIS", family="Bērziņš"), LV) == "Jāni"
    assert called(CustomerFields(given="Jānis", family="Bērziņš"), EN) == "Jānis"
    assert called(CustomerFields(family="Орлова", company="Ann & Co", email="a@pasts.example"), RU) == ""


def test_the_text_goes_on_small_after_a_comma_where_the_language_does() -> None:
    assert go_on("Спасибо.", "Дорогая Юлия,", RU) == "спасибо."
    assert go_on("Paldies.", "Mīļā Anna,", LV) == "paldies."
    assert go_on("спасибо.", "Здравствуйте!", RU) == "Спасибо."
    assert go_on("thank you.", "Dear Julia,", EN) == "Thank you."
    assert go_on("", "Dear Julia,", EN) == ""


@given(first=st.text(max_size=40), family=st.text(max_size=40), language=st.sampled_from(list(Language)))
def test_any_text_at_all_makes_a_greeting(first: str, family: str, language: Language) -> None:
    line = greeting(CustomerFields(given=first, family=family), language)
    assert line.endswith((",", "!"))
    assert gender(CustomerFields(given=first, family=family)) in (None, *Gender)
    assert (line == greeting(CustomerFields(), language)) == (not first.split())

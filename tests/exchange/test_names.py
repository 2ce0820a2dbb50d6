"""Whole names into parts, and the language a name speaks for."""

from __future__ import annotations

import pytest

from desktop_app.exchange.names import guessed_language, split_name


@pytest.mark.parametrize(
    ("name", "given", "patronymic", "family", "company"),
    [
        ("Olivia Reed", "Olivia", "", "Reed", ""),
        ("Reed, Olivia", "Olivia", "", "Reed", ""),
        ("Anna Maria Ozola", "Anna Maria", "", "Ozola", ""),
        ("Ludwig van Beethoven", "Ludwig", "", "van Beethoven", ""),
        ("Juan de la Cruz", "Juan", "", "de la Cruz", ""),
        ("Иванова Анна Петровна", "Анна", "Петровна", "Иванова", ""),
        ("Анна Петровна Иванова", "Анна", "Петровна", "Иванова", ""),
        ("Ёлкин Пётр", "Пётр", "", "Ёлкин", ""),
        ("Мария Петрова", "Мария", "", "Петрова", ""),
        ("Павлов Валентин", "Валентин", "", "Павлов", ""),
        ("Нина Бережная", "Нина", "", "Бережная", ""),
        ("Бережная Нина", "Нина", "", "Бережная", ""),
        ("SIA Zaļā māja", "", "", "", "SIA Zaļā māja"),
        ("ООО «Ромашка»", "", "", "", "ООО «Ромашка»"),
        ("Sia Anderson", "Sia", "", "Anderson", ""),
        ("李小龍", "李小龍", "", "", ""),
        ("", "", "", "", ""),
    ],
)
def test_the_parts_of_a_name(name: str, given: str, patronymic: str, family: str, company: str) -> None:
    assert split_name(name) == (given, patronymic, family, company)


def test_a_heading_like_fio_puts_the_family_name_first() -> None:
    assert split_name("Щербина Нина", True).family == "Щербина"


@pytest.mark.parametrize(
    ("name", "country", "language"),
    [
        ("Анна Лиепиня", "LV", "ru"),
        ("Олена Їжак", "LV", ""),
        ("Иван Петров", "BG", ""),
        ("Jānis Bērziņš", "", "lv"),
        ("Anna Smith", "LV", "lv"),
        ("Jānis Bērziņš", "DE", ""),
        ("John Smith", "US", "en"),
        ("李小龍", "US", ""),
        ("Иван Петров", "GB", "ru"),
        ("Hans Müller", "DE", ""),
        ("Ivan Petrov", "RU", ""),
        ("李小龍", "LV", ""),
        ("", "LV", ""),
    ],
)
def test_a_language_is_guessed_only_where_name_and_country_prove_it(name: str, country: str, language: str) -> None:
    assert guessed_language(name, country) == language

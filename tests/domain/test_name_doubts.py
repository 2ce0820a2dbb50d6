"""Names that may be none."""

from __future__ import annotations

import pytest

from desktop_app.domain.name_doubts import doubt_of, speaks_otherwise
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

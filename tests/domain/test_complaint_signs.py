"""What the words of a complaint tell by themselves, in three languages; and that they never tell of a wrong order."""

from __future__ import annotations

import pytest

from desktop_app.domain.complaint_signs import likely_kind, named_numbers, number_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My parcel has not arrived, I am still waiting", "late"), ("Где заказ? Жду уже две недели", "late"),
        ("Sūtījums kavējas, joprojām neesmu saņēmusi", "late"), ("The mug was broken", "damaged"),
        ("Кружка разбилась в дороге", "damaged"), ("Krūze pienāca saplīsusi", "damaged"),
        ("You sent the wrong item", "wrong"), ("Прислали не тот товар", "wrong"), ("Atnāca nepareiza prece", "wrong"),
        ("It is too small for me", "size"), ("Не подошёл размер", "size"), ("Nepareizs izmērs", "size"),
        ("One napkin is missing", "missing"), ("В посылке не хватает салфетки", "missing"),
        ("Trūkst vienas salvetes", "missing"), ("Your man was rude to me", "rude"), ("Нагрубили по телефону", "rude"),
        ("Charged twice", "price"), ("Списали дважды", "price"), ("Iekasējāt divreiz", "price"),
        ("Thank you, all is well", "other"), ("", "other"),
    ],
)  # fmt: skip
def test_the_kind_a_text_speaks_of(text: str, kind: str) -> None:
    assert likely_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("My order #1001 is broken", ("1001",)), ("Заказ № 13019_75 где?", ("13019_75",)),
        ("Pasūtījums Nr. LV-204 nav klāt", ("lv-204",)), ("order number 12 and order 15", ("12", "15")),
        ("I order two cups since 2019", ()), ("in order to help", ()), ("", ()),
    ],
)  # fmt: skip
def test_the_numbers_a_text_calls_orders(text: str, numbers: tuple[str, ...]) -> None:
    assert named_numbers(text) == numbers


def test_a_number_is_found_only_as_a_whole_word_and_only_when_it_is_the_one() -> None:
    assert number_in("about 1001, please", ["1001", "100"]) == "1001"
    assert number_in("call me on 10012345", ["1001"]) == ""
    assert number_in("1001 and 1002", ["1001", "1002"]) == ""

"""Two records of one person are found whatever the alphabet; a family, a father and a son are not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.likeness import PROPOSED_FROM, Someone, Sureness, likeness
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.spellings import rough, skeleton, town_key
from desktop_app.i18n import english


def someone(given="", family="", *, email="", phone="", **fields):
    return Someone(
        CustomerId(1), given, family, emails={email: email} if email else {}, phones={phone: phone} if phone else {},
        **fields,
    )  # fmt: skip


def said(found):
    return [english(reason) for reason in found.reasons]


@pytest.mark.parametrize(
    "names",
    [
        ("Юлия", "Jūlija", "Yuliya", "Julia", "юлия"),
        ("Екатерина", "Jekaterina", "Ekaterina", "Yekaterina"),
        ("Щербакова", "Ščerbakova", "Shcherbakova", "Scherbakova"),
        ("Жанна", "Žanna", "Zhanna"),
        ("Цветкова", "Cvetkova", "Tsvetkova"),
        ("Чайкина", "Čaikina", "Chaikina"),
        ("Михаил", "Mikhail"),
        ("Татьяна", "Tatjana", "Tatiana"),
        ("O'Neil", "ONeil", "O’Neil"),
    ],
)
def test_spellings_of_one_name_sound_alike(names):
    assert len({rough(name) for name in names}) == 1
    assert len({skeleton(name) for name in names}) == 1


def test_towns_are_compared_by_what_stands_before_the_comma():
    assert town_key("Rīga, LV-1010") == town_key("РИГА") == "riga"


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        (("Anna", "Ozola", "a@b.lv", ""), ("Анна", "Озола", "a@b.lv", ""), Sureness.CERTAIN),
        (("Anna", "Ozola", "", "29111222"), ("Anna", "Ozola", "", "29111222"), Sureness.CERTAIN),
        (("A.", "Ozola", "", "29111222"), ("Anna", "Ozola", "", "29111222"), Sureness.CERTAIN),
        (("", "", "", "29111222"), ("Anna", "Ozola", "", "29111222"), Sureness.PROBABLE),
        (("Anna", "Ozola", "", "29111222"), ("Pēteris", "Ozols", "", "29111222"), Sureness.POSSIBLE),
    ],
)
def test_what_they_share_says_how_sure_it_is(one, other, sure):
    found = likeness(*(someone(g, f, email=e, phone=p) for g, f, e, p in (one, other)))
    assert found.sureness is sure
    assert found.score >= PROPOSED_FROM


def test_the_reasons_stand_in_words():
    one = someone("Anna", "Ozola", phone="29111222", city="Rīga", birthday=Birthday(5, 17))
    other = someone("Anna", "Ozole", phone="29111222", city="Riga", birthday=Birthday(5, 17, 1990))
    assert said(likeness(one, other)) == [
        "the same phone 29111222", "nearly the same name in Rīga", "the same birthday"
    ]  # fmt: skip


def test_a_family_that_shares_a_phone_is_said_to_have_other_given_names():
    found = likeness(someone("Anna", "Ozola", phone="1"), someone("Kārlis", "Ozols", phone="1"))
    assert said(found) == ["the same phone 1", "but other given names"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Anna", "Ozola", "Rīga"), ("Anna", "Ozola", "Liepāja")),
        (("Anna", "Ozola", ""), ("Anna", "Ozola", "")),
        (("Marina", "Petrova", "Rīga"), ("Karina", "Petrova", "Rīga")),
        (("", "", "Rīga"), ("", "", "Rīga")),
    ],
)
def test_these_are_not_proposed(one, other):
    assert likeness(*(someone(g, f, city=c) for g, f, c in (one, other))).score < PROPOSED_FROM


def test_father_and_son_of_one_name_are_told_apart_by_their_birthdays():
    father = someone("Jānis", "Bērziņš", city="Cēsis", birthday=Birthday(3, 1, 1950))
    son = someone("Jānis", "Bērziņš", city="Cēsis", birthday=Birthday(9, 30, 1982))
    assert likeness(father, son).score < PROPOSED_FROM
    assert likeness(father, someone("Janis", "Berzins", city="Cesis")).sureness is Sureness.PROBABLE


def test_swapped_names_are_the_same_person():
    found = likeness(someone("Ozola", "Anna", city="Rīga"), someone("Anna", "Ozola", city="Rīga"))
    assert "the same name in Rīga" in said(found)


@given(
    *[
        st.builds(
            someone, st.text(max_size=9), st.text(max_size=9), city=st.just("Rīga"), phone=st.sampled_from(["", "1"])
        )
    ]
    * 2
)
def test_it_does_not_matter_who_comes_first(one, other):
    found = likeness(one, other)
    assert found.score == likeness(other, one).score
    assert 0 <= found.score <= 99


def test_one_of_two_family_names_is_nearly_the_same_name():
    found = likeness(someone("Katrīna", "Bērziņa-Lielmane", phone="1"), someone("Катрина", "Берзиня", phone="1"))
    assert said(found) == ["the same phone 1", "nearly the same name"]
    assert found.sureness is Sureness.CERTAIN


def test_a_name_alone_is_less_sure_where_the_phones_are_others():
    one, other = (someone("Anna", "Ozola", city="Rīga", phone=phone) for phone in ("1", "2"))
    found = likeness(one, other)
    assert found.sureness is Sureness.POSSIBLE
    assert said(found) == ["the same name in Rīga", "but other phones"]
    assert likeness(one, someone("Anna", "Ozola", city="Rīga")).sureness is Sureness.PROBABLE

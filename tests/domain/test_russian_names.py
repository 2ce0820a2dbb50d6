"""Russian names by a table written by hand: the six cases, the gender, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields, Gender
from desktop_app.domain.greetings import called, proposed
from desktop_app.domain.name_cases import Case, called_in, name_in
from desktop_app.i18n import Language
from tests.domain import russian_table as table

RU = Language.RU
MEN, WOMEN = table.rows(table.MEN), table.rows(table.WOMEN)


def test_the_table_is_long_enough_to_mean_something() -> None:
    names = [row[0] for row in MEN + WOMEN]
    assert len(set(names)) == len(names) >= 200


@pytest.mark.parametrize("row", MEN + WOMEN, ids=lambda row: row[0])
def test_every_case_of_the_table_comes_out(row: tuple[str, ...]) -> None:
    person = CustomerFields(given=row[0])
    assert (called(person, RU), *(called_in(person, case, RU) for case in Case)) == row


@pytest.mark.parametrize(
    ("rows", "gender", "opening"),
    [(MEN, Gender.MALE, "Дорогой {},"), (WOMEN, Gender.FEMALE, "Дорогая {},")],
    ids=["men", "women"],
)
def test_everybody_of_the_table_is_proposed_to_be_greeted_by_gender(
    rows: list[tuple[str, ...]], gender: Gender, opening: str
) -> None:
    for row in rows:
        made = proposed(CustomerFields(given=row[0]), RU)
        assert (made.gender, made.called, made.called_to) == (gender, row[0], row[2])
        assert made.opening == opening.format(row[0])


@pytest.mark.parametrize("row", table.rows(table.PATRONYMICS), ids=lambda row: row[0])
def test_a_patronymic_tells_the_gender_and_declines_with_the_name(row: tuple[str, ...]) -> None:
    person = CustomerFields(given="Саша", patronymic=row[0])
    female = row[0].endswith("на")
    made = proposed(person, RU)
    assert made.gender is (Gender.FEMALE if female else Gender.MALE)
    assert made.opening == f"{'Уважаемая' if female else 'Уважаемый'} Саша {row[0]},"
    assert called(person, RU) == f"Саша {row[0]}"
    assert [called_in(person, case, RU).split() for case in Case] == [
        ["Саши", row[1]], ["Саше", row[2]], ["Сашу", row[3]], ["Сашей", row[4]], ["Саше", row[5]]
    ]  # fmt: skip


@pytest.mark.parametrize("row", table.rows(table.FAMILIES), ids=lambda row: " ".join(row[:2]))
def test_a_whole_name_declines_in_both_its_parts(row: tuple[str, ...]) -> None:
    person = CustomerFields(given=row[0], family=row[1])
    assert tuple(word for case in Case for word in name_in(person, case, RU).split()) == row[2:]


@pytest.mark.parametrize("name", table.REFUSED)
def test_what_both_may_bear_is_left_whole(name: str) -> None:
    made = proposed(CustomerFields(given=name), RU)
    assert (made.gender, made.called, made.called_to) == (None, name, "")
    assert made.opening == f"Здравствуйте, {name}!"
    assert called_in(CustomerFields(given=name), Case.INSTRUMENTAL, RU) == name


@pytest.mark.parametrize("name", table.REFUSED_CASES)
def test_a_womans_name_whose_cases_go_by_use_is_left_whole(name: str) -> None:
    person = CustomerFields(given=name, family="Иванова")
    made = proposed(person, RU)
    assert (made.gender, made.called_to) == (Gender.FEMALE, "")
    assert {called_in(person, case, RU) for case in Case} == {name}
    assert {name_in(person, case, RU) for case in Case} == {f"{name} Иванова"}


def test_names_that_disagree_prove_nothing() -> None:
    assert proposed(CustomerFields(given="Пётр", patronymic="Ивановна"), RU).gender is None
    assert proposed(CustomerFields(given="Ольга", family="Иванов"), RU).gender is Gender.FEMALE  # the name greeted by


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя- ", max_size=30), st.sampled_from(list(Case)))
def test_any_russian_letters_have_a_form(name: str, case: Case) -> None:
    person = CustomerFields(given=name, family=name, patronymic=name)
    assert bool(called_in(person, case, RU)) == bool(name.split())
    assert bool(name_in(person, case, RU)) == bool(name.split())


@pytest.mark.parametrize(
    ("given", "gender"),
    [
        ("Аделаида", Gender.FEMALE), ("Капитолина", Gender.FEMALE), ("Лейсан", Gender.FEMALE),
        ("Равиль", Gender.MALE), ("Ибрагим", Gender.MALE), ("Парфён", Gender.MALE), ("Магомед", Gender.MALE),
        ("Вахтисий", Gender.MALE), ("Зевеция", Gender.FEMALE), ("Кверта", None), ("Мурзан", None),
    ],
)  # fmt: skip
def test_a_name_no_table_has_is_greeted_neutrally_unless_its_ending_proves_it(
    given: str, gender: Gender | None
) -> None:
    assert proposed(CustomerFields(given=given), RU).gender is gender

"""Latvian names by a table written by hand: the vocative, the cases, the gender, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields, Gender
from desktop_app.domain.greetings import proposed, vocative
from desktop_app.domain.latvian_names import LETTERS
from desktop_app.domain.name_cases import Case, called_in
from desktop_app.i18n import Language
from tests.domain import latvian_table as table

LV = Language.LV
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE)


def _speaks_latvian(given: str, family: str = "") -> CustomerFields:
    return CustomerFields(given=given, family=family, language=LV)


def test_the_table_is_long_enough_to_mean_something() -> None:
    names = [row[0] for row in table.men() + table.women()]
    assert len(set(names)) == len(names) >= 200


@pytest.mark.parametrize("row", table.men() + table.women(), ids=lambda row: row[0])
def test_every_form_of_the_table_comes_out(row: tuple[str, ...]) -> None:
    person = _speaks_latvian(row[0])
    assert (vocative(row[0]), *(called_in(person, case, LV) for case in CASES)) == row[1:]


@pytest.mark.parametrize(
    ("rows", "gender", "opening"),
    [(table.men(), Gender.MALE, "Mīļais {},"), (table.women(), Gender.FEMALE, "Mīļā {},")],
    ids=["men", "women"],
)
def test_everybody_of_the_table_is_proposed_to_be_greeted_by_gender(
    rows: list[tuple[str, ...]], gender: Gender, opening: str
) -> None:
    for row in rows:
        made = proposed(_speaks_latvian(row[0]), LV)
        assert (made.gender, made.called, made.called_to) == (gender, row[1], row[3])
        assert made.opening == opening.format(row[1])


@pytest.mark.parametrize("name", table.REFUSED)
def test_what_is_not_sure_is_left_whole(name: str) -> None:
    made = proposed(CustomerFields(given=name), LV)
    assert (made.gender, made.called, made.called_to) == (None, name, "")
    assert called_in(CustomerFields(given=name), Case.DATIVE, LV) == name
    assert made.opening == f"Labdien, {name}!"


def test_a_name_of_the_calendar_that_men_bear_abroad_is_a_womans_at_home() -> None:
    assert proposed(CustomerFields(given="Zane"), LV).gender is None
    assert proposed(CustomerFields(given="Zane", family="Smith"), LV).gender is None
    assert proposed(CustomerFields(given="Zane", family="Ozola"), LV).gender is Gender.FEMALE
    assert proposed(_speaks_latvian("Zane", "Smith"), LV).gender is Gender.FEMALE
    assert proposed(CustomerFields(given="Solveta"), LV).gender is None
    assert proposed(_speaks_latvian("Solveta"), LV).gender is Gender.FEMALE  # printed in no calendar
    assert proposed(_speaks_latvian("Solveta", "Ozols"), LV).gender is None
    assert proposed(_speaks_latvian("Ilja"), LV).gender is None


@given(st.text(alphabet=sorted(LETTERS), min_size=3, max_size=12), st.sampled_from(list(Case)))
def test_a_form_keeps_the_beginning_of_its_name(low: str, case: Case) -> None:
    name = low.capitalize()
    made = called_in(_speaks_latvian(name), case, LV)
    stem = max(len(name) - 4, 0)
    assert made[:stem] == name[:stem]
    assert vocative(name) == name or name.startswith(vocative(name))

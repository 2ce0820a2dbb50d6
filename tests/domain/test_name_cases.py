"""Names in their cases where the form is sure, whole where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.name_cases import Case, called_in, name_in
from desktop_app.i18n import Language

EN, RU, LV = Language.EN, Language.RU, Language.LV


@pytest.mark.parametrize(
    ("first", "family", "genitive", "dative", "accusative", "instrumental"),
    [
        ("Юлия", "Щёкина", "Юлии", "Юлии", "Юлию", "Юлией"),
        ("Пётр", "Ёлкин", "Петра", "Петру", "Петра", "Петром"),
        ("Игорь", "Соколов", "Игоря", "Игорю", "Игоря", "Игорем"),
        ("Мария", "Орлова", "Марии", "Марии", "Марию", "Марией"),
        ("Жасмин", "Робин", "Жасмин", "Жасмин", "Жасмин", "Жасмин"),  # a woman's name or a man's
        ("Jānis", "Ozols", "Jānis", "Jānis", "Jānis", "Jānis"),  # not in Russian letters
        ("", "Орлова", "", "", "", ""),
    ],
)
def test_a_russian_given_name_in_its_cases(
    first: str, family: str, genitive: str, dative: str, accusative: str, instrumental: str
) -> None:
    fields = CustomerFields(given=first, family=family)
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
    assert [called_in(fields, case, RU) for case in cases] == [genitive, dative, accusative, instrumental]


@pytest.mark.parametrize(
    ("first", "family", "genitive", "dative", "accusative"),
    [
        ("Jānis", "Bērziņš", "Jāņa", "Jānim", "Jāni"),
        ("Kārlis", "Ozols", "Kārļa", "Kārlim", "Kārli"),
        ("Pēteris", "Liepa", "Pētera", "Pēterim", "Pēteri"),
        ("Uldis", "Kalns", "Ulda", "Uldim", "Uldi"),
        ("Uģis", "Kalns", "Uģa", "Uģim", "Uģi"),
        ("Rūdolfs", "Kalns", "Rūdolfa", "Rūdolfam", "Rūdolfu"),
        ("Mārtiņš", "Kalns", "Mārtiņa", "Mārtiņam", "Mārtiņu"),
        ("Mikus", "Kalns", "Mikus", "Mikum", "Miku"),
        ("Jānis-Pauls", "Kalns", "Jāņa-Paula", "Jānim-Paulam", "Jāni-Paulu"),
        ("Šarlote", "Ozoliņa", "Šarlotes", "Šarlotei", "Šarloti"),
        ("Anna Marija", "Ozoliņa", "Annas Marijas", "Annai Marijai", "Annu Mariju"),
        ("Raivis", "Kalns", "Raivja", "Raivim", "Raivi"),
        ("Zane", "Smith", "Zane", "Zane", "Zane"),  # a woman’s name in Latvia, a man’s abroad
        ("Юлия", "Щёкина", "Юлия", "Юлия", "Юлия"),
    ],
)
def test_a_latvian_given_name_in_its_cases(
    first: str, family: str, genitive: str, dative: str, accusative: str
) -> None:
    fields = CustomerFields(given=first, family=family)
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    assert [called_in(fields, case, LV) for case in cases] == [genitive, dative, accusative, accusative, accusative]


@pytest.mark.parametrize(
    ("first", "family", "language", "whole"),
    [
        ("Jānis", "Bērziņš", LV, "Jānim Bērziņam"),
        ("Pēteris", "Liepa", LV, "Pēterim Liepam"),
        ("Inese", "Kalniņa", LV, "Inesei Kalniņai"),
        ("Jānis", "Mazais", LV, "Jānim Mazajam"),
        ("Анна", "Лиепиня", RU, "Анне Лиепине"),
        ("Янис", "Берзиньш", RU, "Янису Берзиньшу"),
        ("Robin", "Smith", LV, "Robin Smith"),
        ("Inese", "Kalniņa", EN, "Inese Kalniņa"),
        ("", "", RU, ""),
    ],
)
def test_a_whole_name_in_the_dative(first: str, family: str, language: Language, whole: str) -> None:
    assert name_in(CustomerFields(given=first, family=family), Case.DATIVE, language) == whole


@pytest.mark.parametrize(
    ("first", "family", "kept", "language", "whole"),
    [
        ("Robin", "Smith", GreetingForms(called_to="Robinam"), LV, "Robinam Smith"),
        ("Mikus", "Ozols", GreetingForms(called_to="Mikam"), LV, "Mikam Ozolam"),
        ("Саша", "Орлов", GreetingForms(gender=Gender.MALE), RU, "Саше Орлову"),
        ("Александр", "Орлов", GreetingForms(called="Саша", called_to="Саше"), RU, "Александру Орлову"),
        ("Анна", "Орлова", GreetingForms(called_to="Анне Петровне"), RU, "Анне Орловой"),
        ("", "Орлова", GreetingForms(called_to="Анне"), RU, "Орлова"),
    ],
)
def test_a_whole_name_takes_the_kept_dative_of_its_own(
    first: str, family: str, kept: GreetingForms, language: Language, whole: str
) -> None:
    assert name_in(CustomerFields(given=first, family=family, forms=kept), Case.DATIVE, language) == whole


def test_a_company_stays_as_it_is() -> None:
    assert name_in(CustomerFields(company="SIA Ozols"), Case.DATIVE, LV) == "SIA Ozols"


@given(st.text(), st.text(), st.sampled_from(list(Case)), st.sampled_from(list(Language)))
def test_any_name_has_a_form(first: str, family: str, case: Case, language: Language) -> None:
    fields = CustomerFields(given=first, family=family)
    assert bool(called_in(fields, case, language)) == bool(first.split())
    assert bool(name_in(fields, case, language)) == bool(first.split() or family.split())

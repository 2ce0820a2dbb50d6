"""Greetings: the right form where a name is sure, a neutral one where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.greetings import (
    called,
    forms,
    gender,
    go_on,
    greeting,
    joint_greeting,
    joint_names,
    proposed,
    vocative,
)
from desktop_app.domain.name_cases import Case, called_in, name_in
from desktop_app.domain.named import Named
from desktop_app.domain.people import Relation, RelativeFields
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


@given(
    first=st.one_of(st.text(max_size=30), st.sampled_from(["Jānis", "Анна", "Ann", "Zane", "Саша"])),
    family=st.text(max_size=20),
    kept=st.builds(
        GreetingForms,
        gender=st.sampled_from([None, *Gender]),
        called=st.text(max_size=10),
        called_to=st.text(max_size=10),
        opening=st.text(max_size=10),
    ),
    language=st.sampled_from(list(Language)),
)
def test_what_a_person_kept_is_obeyed_whatever_the_name(
    first: str, family: str, kept: GreetingForms, language: Language
) -> None:
    person = CustomerFields(given=first, family=family, forms=kept)
    used = forms(person, language)
    assert kept.gender in (None, used.gender)
    assert kept.called in ("", used.called, called(person, language))
    assert kept.called_to in ("", used.called_to, called_in(person, Case.DATIVE, language))
    assert kept.opening in ("", used.opening)
    assert greeting(person, language) == used.opening
    assert called(person, language) == used.called
    assert gender(person) == used.gender


def test_each_form_is_worked_out_from_those_kept() -> None:
    sasha = CustomerFields(given="Саша", forms=GreetingForms(gender=Gender.FEMALE))
    assert greeting(sasha, RU) == "Дорогая Саша,"
    assert forms(sasha, RU).called_to == "Саше"
    short = CustomerFields(given="Александр", patronymic="Ильич", forms=GreetingForms(called="Саша"))
    assert forms(short, RU) == GreetingForms(Gender.MALE, "Саша", "Саше", "Дорогой Саша,")
    formal = CustomerFields(given="Анна", forms=GreetingForms(called="Анна Петровна"))
    assert forms(formal, RU) == GreetingForms(
        Gender.FEMALE, "Анна Петровна", "Анне Петровне", "Уважаемая Анна Петровна,"
    )
    loud = CustomerFields(given="Madara", language=LV, forms=GreetingForms(called="Madara!"))
    assert greeting(loud, LV) == "Mīļā Madara,"
    little = CustomerFields(given="Jānis", forms=GreetingForms(called="Jānīt"))
    assert forms(little, LV) == GreetingForms(Gender.MALE, "Jānīt", "Jānim", "Mīļais Jānīt,")
    neither = CustomerFields(given="Anna", forms=GreetingForms(gender=Gender.NEUTRAL))
    assert greeting(neither, LV) == "Labdien, Anna!"
    assert forms(neither, LV).called_to == "Annai"
    own = CustomerFields(given="Anna", forms=GreetingForms(opening="Sveika, Annele!"))
    assert [greeting(own, language) for language in Language] == ["Sveika, Annele!"] * 3


def test_what_is_proposed_passes_over_the_form_it_is_for() -> None:
    person = CustomerFields(
        given="Jānis", forms=GreetingForms(gender=Gender.NEUTRAL, called="Jancis", called_to="Jancim", opening="Čau!")
    )
    assert proposed(person, LV) == GreetingForms(Gender.MALE, "Jāni", "Jānim", "Labdien, Jancis!")
    assert proposed(CustomerFields(), LV) == GreetingForms(None, "", "", "Labdien!")
    assert proposed(CustomerFields(given="Peter"), EN) == GreetingForms(None, "Peter", "Peter", "Dear Peter,")


def _people(*names: str) -> list[Named]:
    """The first as a customer, the others as their relatives."""
    others = [RelativeFields(Relation.OTHER, given=name) for name in names[1:]]
    return [CustomerFields(given=names[0]), *others]


@pytest.mark.parametrize(
    ("names", "language", "together", "dative", "line"),
    [
        (("Анна", "Пётр"), RU, "Анна и Пётр", "Анне и Петру", "Дорогие Анна и Пётр,"),
        (("Анна", "Пётр", "Илья"), RU, "Анна, Пётр и Илья", "Анне, Петру и Илье", "Дорогие Анна, Пётр и Илья,"),
        (("Саша", "Мария"), RU, "Саша и Мария", "Саша и Марии", "Дорогие Саша и Мария,"),
        (("Anna", "Pēteris"), LV, "Anna un Pēteri", "Annai un Pēterim", "Mīļie Anna un Pēteri,"),
        (("Anna", "Līga"), LV, "Anna un Līga", "Annai un Līgai", "Mīļās Anna un Līga,"),
        (("Anna", "Robin"), LV, "Anna un Robin", "Annai un Robin", "Labdien, Anna un Robin!"),
        (("Anna", "Peter"), EN, "Anna and Peter", "Anna and Peter", "Dear Anna and Peter,"),
        (("Ann", "Bob", "Cleo"), EN, "Ann, Bob and Cleo", "Ann, Bob and Cleo", "Dear Ann, Bob and Cleo,"),
        (("Anna", ""), LV, "Anna", "Annai", "Mīļā Anna,"),
        (("", ""), LV, "", "", "Labdien!"),
    ],
)
def test_a_household_is_named_together(
    names: tuple[str, ...], language: Language, together: str, dative: str, line: str
) -> None:
    people = _people(*names)
    assert joint_names(people, language) == together
    assert joint_names(people, language, Case.DATIVE) == dative
    assert joint_greeting(people, language) == line


def test_a_household_is_named_by_what_was_kept() -> None:
    anna = CustomerFields(given="Анна", patronymic="Петровна", forms=GreetingForms(opening="Моя дорогая Аня!"))
    petr = RelativeFields(Relation.SPOUSE, given="Пётр", forms=GreetingForms(called="Петя", called_to="Пете"))
    assert joint_names([anna, petr], RU) == "Анна и Петя"
    assert joint_names([anna, petr], RU, Case.DATIVE) == "Анне и Пете"
    assert joint_greeting([anna, petr], RU) == "Дорогие Анна и Петя,"
    assert joint_greeting([anna, replace(anna, given="Ольга")], RU) == "Уважаемые Анна Петровна и Ольга Петровна,"
    kept = replace(anna, forms=GreetingForms(called="Анна Петровна"))
    assert joint_greeting([kept, petr], RU) == "Дорогие Анна Петровна и Петя,"
    assert joint_greeting([anna], RU) == "Моя дорогая Аня!"
    assert joint_names([], RU) == ""


@pytest.mark.parametrize(
    "text",
    ["", " ", "а" * 10_000, "Jānis" * 2_000, "s" * 10_000, "is " * 3_000, "\u202eAnna\u202c", "\u200fאבי\u200e", "123",
     "Anna1", "Annа", "Ян is", "👩‍👩‍👧", "Анна 🎂", "\ud800", "\x00", "ß", "İs", "ǅanis", "-", "--", "—", "'", "s", "š",
     "us", "is", "ītis", "Īt-is", "a-", "-a", "Jānis-", "ь", "Ь ь", "оглы", "²", "ˀs", "i\u0307s", "\u0131s"],
)  # fmt: skip
@pytest.mark.parametrize("language", list(Language))
def test_bad_input_never_raises_and_keeps_what_was_typed(text: str, language: Language) -> None:
    for person in (
        CustomerFields(given=text), CustomerFields(given="Anna", family=text),
        CustomerFields(given=text, patronymic=text),
        CustomerFields(given=text, family=text, patronymic=text, forms=GreetingForms(called=text, opening=text)),
    ):  # fmt: skip
        made = forms(person, language)
        assert made.opening
        assert bool(made.called) == bool(person.given.split() or person.forms.called)
        joint_greeting([person, person], language)
        for case in Case:
            name_in(person, case, language)
            joint_names([person, person], language, case)

import datetime as dt

import pytest

from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.late_message import Delay, late_message, late_subject
from desktop_app.i18n import Language, Words

DELAY = Delay("1007", dt.date(2026, 11, 19), dt.date(2026, 11, 23))
ARRIVES = Delay("1007", dt.date(2026, 11, 19), dt.date(2026, 11, 23), dt.date(2026, 11, 20), dt.date(2026, 12, 1))
ANNA = CustomerFields("Anna", "Kalniņa", language=Language.LV)
PAVEL = CustomerFields("Павел", "Абрамов", language=Language.RU)
LUCY = CustomerFields("Lucy", "Turner", language=Language.EN)


def letter(who, delay=DELAY, **more):
    return late_message(Words(who.language), delay, reader=(who,), **more)


@pytest.mark.parametrize(
    ("who", "opening", "sorry", "promise", "new"),
    [
        (LUCY, "Dear Lucy,", "We are sorry", "by Thursday, 19 November", "by Monday, 23 November"),
        (PAVEL, "Дорогой Павел,", "просим прощения", "не позднее 19 ноября", "не позднее 23 ноября"),
        (ANNA, "Mīļā Anna,", "lūdzam piedošanu", "līdz 19. novembrim", "līdz 23. novembrim"),
    ],
)
def test_the_apology_comes_first_then_the_facts_and_a_person_who_answers(who, opening, sorry, promise, new):
    text = letter(who, contact="sveiki@shop.example", person="Anna", shop="Mazais veikals")
    first, second, third, fourth, last = text.split("\n\n")
    assert first == opening
    assert second.startswith(sorry)
    assert "1007" in second
    assert promise in second
    assert new in third
    assert "sveiki@shop.example" in fourth
    assert last == "Anna\nMazais veikals"


@pytest.mark.parametrize(
    ("who", "there", "arrives"),
    [(LUCY, "Friday, 20 November", "Tuesday, 1 December"), (PAVEL, "20 ноября", "1 декабря"),
     (ANNA, "20. novembrim", "1. decembrim")],
)  # fmt: skip
def test_a_promised_delivery_is_owned_up_to_and_the_new_one_told(who, there, arrives):
    _, apology, news, _ = letter(who, ARRIVES).split("\n\n")
    assert there in apology
    assert arrives in news


def test_every_latvian_month_stands_in_the_dative_after_its_preposition():
    said = [letter(ANNA, Delay("1", dt.date(2026, month, 2), dt.date(2026, month, 3))) for month in range(1, 13)]
    wanted = (
        "janvārim", "februārim", "martam", "aprīlim", "maijam", "jūnijam", "jūlijam", "augustam", "septembrim",
        "oktobrim", "novembrim", "decembrim",
    )  # fmt: skip
    assert all(f"līdz 2. {month}" in text for text, month in zip(said, wanted, strict=True))


def test_without_a_contact_the_message_itself_is_answered():
    assert "just answer: a person reads it" in letter(LUCY)


def test_somebody_without_a_name_is_greeted_all_the_same():
    assert letter(CustomerFields(language=Language.LV)).startswith("Labdien!\n\nLūdzam piedošanu")


def test_the_subject_names_the_order():
    assert late_subject(Words(Language.LV), DELAY) == "Jūsu pasūtījums 1007: mēs kavējamies"

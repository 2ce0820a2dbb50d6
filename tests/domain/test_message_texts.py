"""The texts that come with the program, as each reader gets them; and which of them answers what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.complaints import KINDS, ComplaintFields, Verdict
from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.errors import NotFound
from desktop_app.domain.message_texts import MessageText, TextKey, Texts, complaint_texts, compose, key_named, text_keys
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.occasions import DayFacts, Occasion, OrderFacts, Sender
from desktop_app.domain.people import DayKind, Relation, RelativeFields
from desktop_app.i18n import Language
from desktop_app.queries.message_texts import starters

ORDER = OrderFacts("1007", ship_by=dt.date(2026, 11, 19), new_day=dt.date(2026, 11, 23))
ARRIVES = replace(ORDER, deliver_by=dt.date(2026, 11, 20), arrives=dt.date(2026, 12, 1))
SENDER = Sender("Mazais veikals", "sveiki@shop.example", "", "Anna")
ANNA = CustomerFields("Anna", "Kalniņa", language=Language.LV)
PAVEL = CustomerFields("Павел", "Абрамов", language=Language.RU)
LUCY = CustomerFields("Lucy", "Turner", language=Language.EN)
PETERIS = RelativeFields(Relation.SPOUSE, given="Pēteris")
TOMS = RelativeFields(Relation.CHILD, given="Toms")
TEXTS = Texts(starters())


def delay(who, order=ORDER, sender=SENDER):
    text = TEXTS.best([TextKey(MessageKind.DELAY)], who.language)
    return compose(text, Occasion((who,), sender, order=order))


@pytest.mark.parametrize(
    ("who", "opening", "sorry", "promise", "new"),
    [
        (LUCY, "Dear Lucy,", "We are sorry", "by Thursday, 19 November", "by Monday, 23 November"),
        (PAVEL, "Дорогой Павел,", "просим прощения", "не позднее 19 ноября", "не позднее 23 ноября"),
        (ANNA, "Mīļā Anna,", "lūdzam piedošanu", "līdz 19. novembrim", "līdz 23. novembrim"),
    ],
)
def test_a_late_order_is_told_with_the_apology_first_then_the_facts_and_a_person(who, opening, sorry, promise, new):
    first, second, third, fourth, last = delay(who).text.split("\n\n")
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
    _, apology, news, *_ = delay(who, ARRIVES).text.split("\n\n")
    assert there in apology
    assert arrives in news


def test_every_latvian_month_stands_in_the_dative_after_its_preposition():
    said = [delay(ANNA, replace(ORDER, ship_by=dt.date(2026, month, 2))).text for month in range(1, 13)]
    wanted = (
        "janvārim", "februārim", "martam", "aprīlim", "maijam", "jūnijam", "jūlijam", "augustam", "septembrim",
        "oktobrim", "novembrim", "decembrim",
    )  # fmt: skip
    assert all(f"līdz 2. {month}" in text for text, month in zip(said, wanted, strict=True))


def test_without_a_contact_the_message_itself_is_answered():
    assert "just answer: a person reads it" in delay(LUCY, sender=Sender()).text


def test_somebody_without_a_name_is_greeted_all_the_same():
    assert delay(CustomerFields(language=Language.LV)).text.startswith("Labdien!\n\nLūdzam piedošanu")


def test_the_subject_names_the_order():
    assert delay(ANNA).subject == "Jūsu pasūtījums 1007: mēs kavējamies"


def wish(kind, *, reader=ANNA, language=Language.EN, title="", about=(), belated=False):
    text = TEXTS.best([TextKey(MessageKind.GREETING, kind.value)], language)
    return compose(text, Occasion((reader,), SENDER, day=DayFacts(title, tuple(about), belated)))


def test_a_wish_to_the_person_themself():
    said = wish(DayKind.BIRTHDAY)
    assert said.text == "Dear Anna,\n\nHappy birthday! May the year ahead be kind to you.\n\nMazais veikals"
    assert said.subject == "Happy birthday!"


def test_a_belated_wish_says_so():
    assert "A little late, but from the heart. Happy name day!" in wish(DayKind.NAME_DAY, belated=True).text


def test_a_day_of_the_shops_own_words():
    said = wish(DayKind.OTHER, title="Shop day")
    assert "Congratulations: Shop day! We wish" in said.text
    assert said.subject == "Congratulations: Shop day!"


@pytest.mark.parametrize(
    ("language", "about", "said"),
    [
        (Language.EN, [TOMS], "Please pass on our warmest birthday wishes to Toms."),
        (Language.LV, [TOMS], "nododiet Tomam mūsu"),
        (Language.LV, [PETERIS, TOMS], "nododiet Pēterim un Tomam mūsu"),
        (Language.RU, [RelativeFields(Relation.CHILD, given="Пётр")], "Передайте, пожалуйста, Петру наши"),
    ],
)
def test_the_customer_is_asked_to_pass_a_wish_on_in_their_language(language, about, said):
    text = wish(DayKind.BIRTHDAY, language=language, about=about).text.replace("передайте", "Передайте")
    assert said in text


def test_a_wish_opens_as_the_person_wanted():
    own = CustomerFields(given="Анна", forms=GreetingForms(Gender.FEMALE, opening="Аннушка, здравствуйте!"))
    assert wish(DayKind.BIRTHDAY, reader=own, language=Language.RU).text.startswith("Аннушка, здравствуйте!")


def test_every_text_there_can_be_is_there_in_every_language():
    for key in text_keys():
        for language in Language:
            found = TEXTS.get(key, language)
            assert found is not None, (key, language)
            assert found.text
            assert found.subject
    assert {one.key for one in TEXTS.all()} == set(text_keys())


def test_a_complaint_is_answered_by_kind_and_verdict_else_as_any_other():
    fields = ComplaintFields(kind="late", verdict=Verdict.YES)
    assert [str(key) for key in complaint_texts(fields)] == ["complaint/late/yes", "complaint/other/yes"]
    own = complaint_texts(ComplaintFields(kind="smell", verdict=Verdict.NO))
    assert TEXTS.best(own, Language.RU).key.name == "other/no"
    assert [key.name for key in complaint_texts(replace(fields, rating=5))] == ["praise"]


def test_the_shops_own_text_goes_first_and_another_language_is_better_than_none():
    key = TextKey(MessageKind.READY, "parking")
    own = MessageText(key, Language.LV, "", "Pagalmā.", own=True, title="Parking")
    texts = Texts(starters(), [own])
    assert texts.best([key], Language.RU) is own
    assert texts.title(key) == "Parking"
    assert texts.ready()[-1] == key


def test_what_is_no_text_is_refused():
    assert key_named("complaint/late/yes") == TextKey(MessageKind.COMPLAINT, "late/yes")
    with pytest.raises(NotFound):
        key_named("complain")
    with pytest.raises(NotFound):
        TEXTS.best([TextKey(MessageKind.READY, "gone")], Language.EN)


@pytest.mark.parametrize("language", list(Language), ids=str)
@pytest.mark.parametrize("verdict", list(Verdict), ids=str)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_answer_to_a_complaint_tells_of_what_was_chosen_for_it(kind, verdict, language):
    [key, *_] = complaint_texts(ComplaintFields(kind, verdict=verdict))
    text = TEXTS.best([key], language).text
    assert "{complaint.offer}" in text
    assert "{voucher.code}" in text

"""A text becomes what one person is told: fields, parts that stay away, and what goes on after a greeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_fields import FACTS, FIELDS, MESSAGE_FIELDS, MessageFact, MessageField, fields_for
from desktop_app.domain.message_wording import fields_in, read_text, say
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language, Words


def said(text, *facts, language=Language.EN, **values):
    """A text put into words with values whose dots are written as underscores."""
    known = {name.replace("_", "."): value for name, value in values.items()}
    return say(read_text(text), lambda reference: known.get(reference.key, ""), facts, language)


def test_a_text_takes_its_fields():
    assert said("Order {order.number}, {order.item}", order_number="7", order_item="{x} [y]").text == "Order 7, {x} [y]"


def test_a_line_with_an_empty_field_falls_away_and_is_told():
    told = said("One\nYour order {order.number}\nThree")
    assert (told.text, told.empty) == ("One\nThree", ("order.number",))
    assert said("Your order {order.number|of today}").text == "Your order of today"
    assert said("Hello{order.number|}!").text == "Hello!"


def test_a_part_stays_away_alone_and_is_not_told():
    told = said("On its way[ with {order.carrier}]. [Follow it: {order.link}]\n\n[Number: {order.tracking}]\n\nBye")
    assert (told.text, told.empty) == ("On its way.\n\nBye", ())
    assert said("On its way[ with {order.carrier}].", order_carrier="Omniva").text == "On its way with Omniva."


def test_parts_ask_for_facts_and_may_hold_others():
    text = "[if first, !short: Welcome[, {customer.called}]!] Thank you."
    assert said(text, MessageFact.FIRST, customer_called="Anna").text == "Welcome, Anna! Thank you."
    assert said(text, MessageFact.FIRST).text == "Welcome! Thank you."
    assert said(text, MessageFact.FIRST, MessageFact.SHORT).text == "Thank you."
    assert said(text).text == "Thank you."


@pytest.mark.parametrize(
    ("language", "greeting", "text"),
    [
        (Language.RU, "Дорогая Анна,", "Дорогая Анна,\n\nпросим прощения."),
        (Language.RU, "Здравствуйте!", "Здравствуйте!\n\nПросим прощения."),
        (Language.EN, "Dear Anna,", "Dear Anna,\n\nПросим прощения."),
    ],
)
def test_what_follows_a_greeting_goes_on_as_the_language_writes_it(language, greeting, text):
    shown = said("{customer.greeting}\n\nПросим прощения.", language=language, customer_greeting=greeting)
    assert shown.text == text
    inside = said("[if !short: {customer.greeting}]\n\n[if !short: Просим прощения.]", language=language,
                  customer_greeting=greeting)  # fmt: skip
    assert inside.text == text


def test_a_name_after_a_greeting_stays_as_it_is():
    shown = said("{customer.greeting}\n\n{shop.name} просит прощения.", language=Language.RU,
                 customer_greeting="Дорогая Анна,", shop_name="Глина")  # fmt: skip
    assert shown.text == "Дорогая Анна,\n\nГлина просит прощения."


def test_signs_can_be_meant():
    assert said(r"{{a}} \[b\]").text == "{a} [b]"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{order.numer}", "There is no field {order.numer}. Did you mean {order.number}?"),
        ("{qqqq}", "There is no field {qqqq}. Choose one from the list of fields."),
        ("{", "There is a lone { in the text. Write {{ if you mean the sign."),
        ("a]", r"There is a lone ] in the text. Write \] if you mean the sign."),
        ("[a", "A part in brackets is not closed. Write ] where it ends."),
        ("[if new: a]", "There is no condition “new”."),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(text, why):
    with pytest.raises(Invalid) as refused:
        read_text(text, "subject")
    assert Words().say(refused.value.message).startswith(why)
    assert refused.value.field == "subject"


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        part = read_text(text)
    except Invalid:
        return
    say(part, lambda _: "x", (), Language.LV)


def test_every_field_and_condition_is_offered():
    assert [info.field for info in FIELDS] == list(MessageField)
    assert set(FACTS) == set(MessageFact)
    for info in FIELDS:
        assert list(fields_in(read_text(f"[{info.written}]"))) == [info.field]
        assert all(info.samples[language] for language in Language)
    assert {info.field for kind in MessageKind for info in fields_for(kind)} == set(MessageField)
    assert MESSAGE_FIELDS.reference("customer.called.dative") is not None


def test_a_field_that_ends_in_a_full_stop_gives_the_sentence_no_second_one():
    assert said("Good until {voucher.until}.", voucher_until="21.05.2027.").text == "Good until 21.05.2027."
    assert said("Well... {order.item}", order_item="yes...").text == "Well... yes..."

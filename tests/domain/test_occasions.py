"""What fields say of an occasion: days in their case, sums, vouchers, names in a case, several readers."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.message_fields import MESSAGE_FIELDS, MessageFact
from desktop_app.domain.money import Money
from desktop_app.domain.occasions import ComplaintFacts, Occasion, OrderFacts, Sender, facts_of, on_day, told
from desktop_app.i18n import Language, Words

ANNA = CustomerFields("Anna", "Kalniņa", language=Language.LV)
JANIS = CustomerFields("Jānis", "Kalniņš", language=Language.LV)


def said(field, occasion, language=Language.EN):
    return told(occasion, Words(language))(MESSAGE_FIELDS.reference(field))


def test_every_latvian_month_stands_in_the_locative_after_on():
    days = [on_day(Words(Language.LV), dt.date(2026, month, 2)) for month in range(1, 13)]
    assert [day.removeprefix("2. ") for day in days] == [
        "janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī",
        "novembrī", "decembrī",
    ]  # fmt: skip
    assert on_day(Words(Language.RU), dt.date(2026, 3, 2)) == "2 марта"
    assert on_day(Words(), dt.date(2026, 3, 2)) == "2 March"
    assert on_day(Words(), None) == ""


@pytest.mark.parametrize(
    ("worth", "language", "shown"),
    [
        (10, Language.EN, "10%"), (10, Language.LV, "10\u00a0%"), (Money(1000, "EUR"), Language.EN, "€10.00"),
        ("bezmaksas piegāde", Language.LV, "bezmaksas piegāde"),
    ],
)  # fmt: skip
def test_a_voucher_is_worth_a_sum_a_share_or_words(worth, language, shown):
    occasion = Occasion((ANNA,), complaint=ComplaintFacts(voucher_worth=worth))
    assert said("voucher.worth", occasion, language) == shown


def test_names_come_in_a_case_and_pieces_with_their_word():
    both = Occasion((ANNA, JANIS), order=OrderFacts("7", pieces=21))
    assert said("customer.called.dative", both, Language.LV) == "Annai un Jānim"
    assert said("customer.name", both, Language.LV) == "Anna Kalniņa, Jānis Kalniņš"
    assert said("customer.called.dative", Occasion((JANIS,)), Language.LV) == "Jānim"
    assert said("order.count: prece / preces / preču", both, Language.LV) == "21\u00a0prece"
    assert said("order.count: item / items", Occasion((ANNA,), order=OrderFacts("7"))) == ""


def test_an_offer_goes_on_after_a_colon_without_its_full_stop():
    assert said("complaint.offer", Occasion((ANNA,), complaint=ComplaintFacts(offer="a new mug. "))) == "a new mug"


def test_values_bring_no_control_signs():
    occasion = Occasion((ANNA,), Sender("Mā\x00ja\r\nBcc: x"), order=OrderFacts("7\n8"))
    assert said("order.number", occasion) == "7 8"
    assert "\x00" not in said("shop.name", occasion)


def test_facts_hold_by_what_is_known():
    asked = Occasion((ANNA,), Sender(contact="a@x.example"), complaint=ComplaintFacts(decided=True, public=True))
    assert facts_of(asked, short=True) == {
        MessageFact.SHORT, MessageFact.NAMED, MessageFact.FEMALE, MessageFact.OFFER, MessageFact.PUBLIC,
        MessageFact.CONTACT,
    }  # fmt: skip
    neutral = CustomerFields("Anna", forms=GreetingForms(Gender.NEUTRAL))
    assert facts_of(Occasion((neutral, ANNA)), short=False) == {MessageFact.NAMED}

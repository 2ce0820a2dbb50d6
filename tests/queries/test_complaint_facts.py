"""What the answer to a complaint says of what was promised: all of it, in the language of the answer."""

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.resolutions import choose
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.money import Money
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.i18n import Language
from desktop_app.queries.complaint_facts import complaint_about
from desktop_app.queries.drafts import complaint_proposal
from desktop_app.queries.settings import settings
from tests.made import BY, bought, person

NOTHING = Money(0, "EUR")


def complained(shop):
    pavel = person(shop, "Павел", "Абрамов", language=Language.RU, email="p@x.example")
    order = bought(shop, pavel, "Mug", number="1007")
    return add_complaint(shop, ComplaintFields("damaged", order=order, article="Mug"), actor=BY)[0]


def test_a_promise_is_said_in_the_language_of_the_answer(shop):
    complaint = complained(shop)
    choose(shop, complaint, Offer(Deed.REPLACEMENT), cost=NOTHING, actor=BY)
    assert "бесплатно высылаем вам замену: Mug" in complaint_proposal(shop, complaint).draft.text
    text = complaint_proposal(shop, complaint, language=Language.EN).draft.text
    assert "we send you a replacement free of charge: Mug" in text
    assert "замену" not in text


def test_a_person_s_own_words_of_a_promise_stay(shop):
    complaint = complained(shop)
    choose(shop, complaint, Offer(Deed.REPLACEMENT), words="Новая кружка едет", cost=NOTHING, actor=BY)
    assert complaint_about(shop, complaint, settings(shop), language=Language.EN).facts.offer == "Новая кружка едет"


def test_all_that_was_promised_is_said(shop):
    complaint = complained(shop)
    for deed, words in ((Deed.REPLACEMENT, "Новая кружка едет."), (Deed.FREE_DELIVERY, "следующая доставка за нас")):
        choose(shop, complaint, Offer(deed), words=words, cost=NOTHING, actor=BY)
    choose(shop, complaint, Offer(Deed.APOLOGY), actor=BY)
    facts = complaint_about(shop, complaint, settings(shop)).facts
    assert (facts.offer, facts.decided) == ("Новая кружка едет; следующая доставка за нас", True)


def test_an_apology_alone_is_decided_and_promises_nothing(shop):
    complaint = complained(shop)
    assert not complaint_about(shop, complaint, settings(shop)).facts.decided
    choose(shop, complaint, Offer(Deed.APOLOGY), actor=BY)
    facts = complaint_about(shop, complaint, settings(shop)).facts
    assert (facts.offer, facts.decided) == ("", True)

"""An answer is proposed, goes out once, and stands in the thread of its complaint."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.actions.answers import put_answer
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.outbox import cancel, mark_opened
from desktop_app.actions.resolutions import choose
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaints import ComplaintFields, Source, State, Verdict, Way
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import Means, MessageKind
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.domain.settings import SHOP_CONTACT, SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries.complaints import complaint
from desktop_app.queries.drafts import complaint_proposal
from desktop_app.queries.outbox import message
from tests.made import BY, bought, person


@pytest.fixture
def pavel(shop):
    set_settings(shop, {SHOP_NAME: "Māja", SHOP_CONTACT: "+371 20000000"}, actor=BY)
    return person(shop, "Павел", "Абрамов", language=Language.RU, email="pavel@x.example", phone="+371 21111111")


def complained(shop, customer, **fields):
    order = bought(shop, customer, number="1007")
    made = ComplaintFields(customer=customer, order=order, article="Mug", text="Broken!", **fields)
    return add_complaint(shop, made, actor=BY)[0]


def test_the_answer_suits_kind_verdict_order_and_reader(shop, pavel):
    number = complained(shop, pavel, kind="damaged", verdict=Verdict.YES)
    made = complaint_proposal(shop, number, person="Zane")
    draft = made.draft
    assert draft.text.startswith("Дорогой Павел,\n\nпросим прощения: товар, которого вы ждали (Mug)")
    assert "(заказ 1007)" in draft.text
    assert "Выбирайте: сразу отправим новый" in draft.text
    assert draft.text.endswith("Zane\nMāja")
    assert (draft.means, draft.address, draft.kind) == (Means.EMAIL, "pavel@x.example", MessageKind.COMPLAINT)
    assert (draft.complaint, draft.customer, draft.to_name) == (number, pavel, "Павел Абрамов")
    assert made.ways[-1] is Means.COPY
    assert made.empty == ()


def test_what_was_chosen_to_make_it_good_stands_in_the_answer(shop, pavel):
    number = complained(shop, pavel, kind="damaged", verdict=Verdict.YES)
    choose(shop, number, Offer(Deed.REPLACEMENT), words="отправим новую кружку.", actor=BY)
    text = complaint_proposal(shop, number).draft.text
    assert "Что мы делаем, чтобы это исправить: отправим новую кружку.\n" in text
    assert "Выбирайте" not in text


def test_a_public_review_is_answered_without_the_order_and_to_be_copied(shop, pavel):
    number = complained(shop, pavel, kind="damaged", verdict=Verdict.YES, source=Source.MARKETPLACE, rating=2)
    public = complaint_proposal(shop, number).draft
    assert (public.means, public.address) == (Means.COPY, "")
    assert "1007" not in public.text
    assert "1007" in complaint_proposal(shop, number, means=Means.EMAIL).draft.text
    choose(shop, number, Offer(Deed.REFUND), words="вернём все деньги", actor=BY)
    public = complaint_proposal(shop, number).draft
    assert "вернём" not in public.text
    assert "напишите нам напрямую" in public.text
    assert "вернём все деньги" in complaint_proposal(shop, number, means=Means.EMAIL).draft.text


def test_praise_is_thanked_for(shop, pavel):
    number = complained(shop, pavel, source=Source.SOCIAL, rating=5)
    assert "Спасибо за добрые слова".lower() in complaint_proposal(shop, number).draft.text.lower()


def test_a_ready_answer_takes_its_place_and_knows_the_order(shop, pavel):
    number = complained(shop, pavel)
    draft = complaint_proposal(shop, number, text=TextKey(MessageKind.READY, "where")).draft
    assert draft.kind is MessageKind.COMPLAINT
    assert "о заказе 1007" in draft.text


def test_a_complaint_of_nobody_known_is_answered_in_the_shops_language(shop):
    number = add_complaint(shop, ComplaintFields(text="Bad"), actor=BY)[0]
    made = complaint_proposal(shop, number)
    assert made.draft.text.startswith("Hello,")
    assert made.ways == (Means.COPY,)


def test_an_answer_goes_out_once_and_another_beside_it(shop, pavel):
    number = complained(shop, pavel)
    draft = complaint_proposal(shop, number).draft
    [first] = put_answer(shop, draft, actor=BY).ids
    with pytest.raises(Conflict):
        put_answer(shop, draft, actor=BY)
    [second] = put_answer(shop, replace(draft, text="Another."), actor=BY).ids
    assert message(shop, second).draft.key == f"{draft.key}.2"
    cancel(shop, [first], actor=BY)
    [third] = put_answer(shop, draft, actor=BY).ids
    assert message(shop, third).draft.text == draft.text
    with pytest.raises(Invalid):
        put_answer(shop, replace(draft, text="More.", address=""), actor=BY)


def test_what_was_opened_stands_in_the_thread_and_answers_the_complaint(shop, pavel):
    number = complained(shop, pavel)
    draft = complaint_proposal(shop, number, means=Means.COPY).draft
    [kept] = put_answer(shop, draft, actor=BY).ids
    assert complaint(shop, number).state is State.NEW
    mark_opened(shop, kept, actor=BY)
    found = complaint(shop, number)
    assert found.state is State.ANSWERED
    [word] = found.words
    assert (word.way, word.text, word.channel, word.message) == (Way.OUT, draft.text, "copy", kept)
    mark_opened(shop, kept, actor=BY)
    assert len(complaint(shop, number).words) == 1
    again = complaint_proposal(shop, number).draft
    assert again.key != draft.key
    assert "второй раз" in again.text

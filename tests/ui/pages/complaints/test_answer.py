"""The answer to a complaint: proposed in the customer's language, changed, opened or kept, once."""

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaints import ComplaintFields, Source, State, Verdict, Way
from desktop_app.domain.mail_settings import MAIL_PORT, MAIL_SECURITY, MAIL_SENDER, MAIL_SERVER
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import Means, MessageKind, MessageState, OutboxFilter
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries.complaints import complaint
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.ui.pages.complaints.answer import open_answer
from desktop_app.ui.pages.complaints.page import ComplaintsPage
from tests.made import BY, bought, person
from tests.post.postman import postman
from tests.ui.pages.around import press

MAIL, REVIEW = 1, 2


def fill(shop):
    set_settings(shop, {SHOP_NAME: "Māja"}, actor=BY)
    pavel = person(shop, "Павел", "Абрамов", language=Language.RU, email="p@x.example", phone="+371 21111111")
    order = bought(shop, pavel, "Mug", number="1007")
    made = ComplaintFields("damaged", order=order, article="Mug", verdict=Verdict.YES, subject="Чашка", text="Разбита!")
    add_complaint(shop, made, actor=BY)
    add_complaint(shop, ComplaintFields("late", Source.MARKETPLACE, rating=2, text="Slow"), actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def opened(around):
    page = ComplaintsPage(around.desk)
    around.show(page)
    urls = []

    def open_one(number, works=True):
        dialog = open_answer(around.desk, page, number, open_url=lambda url: urls.append(url.toString()) or works)
        around.settle()
        return dialog

    open_one.urls = urls
    return open_one


def choose(around, choice, value):
    choice.set_value(value)
    choice.edited.emit()
    around.settle()


def kept(around):
    return around.ask(lambda shop: message_rows(shop, message_ids(shop, OutboxFilter())))


def test_the_draft_is_in_their_language_beside_what_they_said(around, opened):
    dialog = opened(MAIL)
    assert dialog.windowTitle() == "Answer to Павел Абрамов"
    assert dialog.heard.value() == "Чашка\nРазбита!"
    assert dialog.text.value().startswith("Дорогой Павел,\n\nпросим прощения")
    assert dialog.text.value().endswith("Ilze\nMāja")
    assert dialog.subject.value() == "Простите, что посылка пришла повреждённой"
    assert (dialog.send_button.text(), dialog.send_button.toolTip()) == ("Send", "p@x.example")
    assert not dialog.changed


def test_another_text_and_language_can_be_chosen_and_ones_own_words_had_back(around, opened):
    dialog = opened(MAIL)
    choose(around, dialog.which, TextKey(MessageKind.READY, "where"))
    assert "Вот что мы знаем о заказе 1007" in dialog.text.value()
    choose(around, dialog.language, Language.EN)
    assert "Here is what we know of your order 1007" in dialog.text.value()
    dialog.text.setPlainText("My own words.")
    choose(around, dialog.which, TextKey(MessageKind.COMPLAINT, "damaged/no"))
    assert "came about in use" in dialog.text.value()
    press(dialog.banner, "Put it back")
    assert dialog.text.value() == "My own words."


def test_ones_own_words_come_back_with_their_subject_language_and_text(around, opened):
    dialog = opened(MAIL)
    said = dialog.subject.value()
    dialog.text.setPlainText("Мои слова.")
    choose(around, dialog.language, Language.EN)
    assert dialog.subject.value() != said
    press(dialog.banner, "Put it back")
    assert (dialog.subject.value(), dialog.text.value()) == (said, "Мои слова.")
    assert (dialog.language.value(), dialog.draft.language) == (Language.RU, Language.RU)
    assert dialog.own_words


def test_a_message_is_opened_stands_in_the_thread_and_answers_the_complaint(around, opened):
    dialog = opened(MAIL)
    choose(around, dialog.way, Means.SMS)
    assert (dialog.send_button.text(), dialog.subject.isVisibleTo(dialog)) == ("Open", False)
    dialog.text.setPlainText("Простите! Новая чашка уже едет.")
    dialog.send()
    around.settle()
    assert opened.urls[0].startswith("sms:+37121111111?body=")
    found = around.ask(lambda shop: complaint(shop, MAIL))
    assert (found.state, found.words[0].way, found.words[0].text) == (
        State.ANSWERED, Way.OUT, "Простите! Новая чашка уже едет.",
    )  # fmt: skip
    assert not dialog.send_button.isEnabled()
    dialog.send()
    around.settle()
    assert len(kept(around)) == 1


def test_a_public_review_is_copied(around, opened):
    dialog = opened(REVIEW)
    assert dialog.way.value() is Means.COPY
    assert dialog.send_button.text() == "Copy"
    dialog.send()
    around.settle()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    assert around.ask(lambda shop: complaint(shop, REVIEW)).state is State.ANSWERED


def test_without_a_mail_server_it_waits_and_goes_by_ones_own_mail_program(around, opened):
    dialog = opened(MAIL)
    dialog.text.setPlainText("Простите.")
    dialog.send()
    around.settle()
    [waiting] = kept(around)
    assert (waiting.state, waiting.draft.text) == (MessageState.WAITING, "Простите.")
    assert dialog.isVisible()
    dialog.text.setPlainText("Простите нас.")
    dialog.send()
    around.settle()
    choose(around, dialog.way, Means.SMS)
    choose(around, dialog.way, Means.EMAIL)
    dialog.send()
    around.settle()
    [waiting] = kept(around)
    assert (waiting.draft.text, waiting.draft.means) == ("Простите нас.", Means.EMAIL)
    press(dialog.banner, "Open in the mail program")
    around.settle()
    assert opened.urls[0].startswith("mailto:p@x.example?")
    assert kept(around)[0].state is MessageState.OPENED


def test_it_is_kept_for_later(around, opened):
    dialog = opened(MAIL)
    closed = []
    dialog.accepted.connect(lambda: closed.append(True))
    dialog.later_button.click()
    around.settle()
    assert closed
    assert [one.state for one in kept(around)] == [MessageState.WAITING]
    assert around.ask(lambda shop: complaint(shop, MAIL)).state is State.NEW


def test_what_was_written_is_lost_only_at_the_second_esc(around, opened):
    dialog = opened(MAIL)
    dialog.text.setPlainText("Hm")
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert not kept(around)


def test_an_empty_answer_is_refused_in_words(around, opened):
    dialog = opened(MAIL)
    dialog.text.setPlainText(" ")
    dialog.send()
    around.settle()
    assert "has no words yet" in dialog.banner.text
    assert not kept(around)


def set_up(around, port):
    values = {MAIL_SERVER: "127.0.0.1", MAIL_PORT: port, MAIL_SECURITY: "none", MAIL_SENDER: "shop@x.example"}
    around.change(set_settings, values)


def test_an_answer_goes_by_the_mail_server_and_the_complaint_is_answered(around, opened):
    with postman() as server:
        set_up(around, server.port)
        dialog = opened(MAIL)
        dialog.text.setPlainText("Простите нас.")
        dialog.send()
        around.settle()
        assert len(server.ledger.taken) == 1
    assert around.told == ["The answer was handed to the mail server."]
    found = around.ask(lambda shop: complaint(shop, MAIL))
    assert (found.state, [word.text for word in found.words]) == (State.ANSWERED, ["Простите нас."])
    assert [one.state for one in kept(around)] == [MessageState.HANDED]


def test_what_the_server_refused_is_said_and_stays_to_be_mended(around, opened):
    with postman(answers=lambda command, _: "550 No such mailbox here" if command == "RCPT" else None) as server:
        set_up(around, server.port)
        dialog = opened(MAIL)
        dialog.send()
        around.settle()
    assert dialog.isVisible()
    assert "No such mailbox here" in dialog.banner.text
    assert around.ask(lambda shop: complaint(shop, MAIL)).state is State.NEW
    with postman() as server:
        set_up(around, server.port)
        dialog.text.setPlainText("Простите нас, пожалуйста.")
        dialog.send()
        around.settle()
        assert len(server.ledger.taken) == 1
    assert [one.state for one in kept(around)] == [MessageState.HANDED]

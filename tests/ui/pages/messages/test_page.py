"""The Messages page: one look at what wants to go out, one button that sends it, and in words what could not."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.outbox import cancel, put
from desktop_app.actions.renewals import add_renewal
from desktop_app.actions.settings import set_settings
from desktop_app.domain.mail_settings import MAIL_PORT, MAIL_SECURITY, MAIL_SENDER, MAIL_SERVER
from desktop_app.domain.messages import Draft, Means, MessageKind, MessageState
from desktop_app.domain.renewals import RenewalFields
from desktop_app.queries.customers import customer
from desktop_app.queries.due_messages import due_drafts
from desktop_app.queries.outbox import message_counts, message_ids, message_rows
from desktop_app.ui.pages.messages.page import MessagesPage
from desktop_app.ui.pages.messages.read_dialog import ReadDialog
from desktop_app.ui.widgets.inputs import CheckInput
from tests.made import BY, TODAY, bought, person
from tests.post.postman import postman
from tests.ui.pages.around import Around, press, texts

S = MessageState


def fill(shop):
    anna = person(shop, "Anna", "Ozola", email="anna@x.example")
    peter = person(shop, "Peter", phone="+371 20 000 000")
    bought(shop, anna, number="10421", ship_by=TODAY - dt.timedelta(2))
    bought(shop, peter, number="10422", ship_by=TODAY - dt.timedelta(1))
    add_renewal(shop, anna, RenewalFields("Tea of the month", next_on=TODAY + dt.timedelta(5)), actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def went():
    return []


@pytest.fixture
def page(around: Around, went) -> MessagesPage:
    made = MessagesPage(around.desk, open_url=lambda url: bool(went.append(url.toString()) or True))
    around.show(made, width=1280)
    return made


def set_up(around, port):
    values = {MAIL_SERVER: "127.0.0.1", MAIL_PORT: port, MAIL_SECURITY: "none", MAIL_SENDER: "shop@x.example"}
    around.change(set_settings, values)


def counts(around):
    return around.ask(message_counts)


def kept(around):
    return around.ask(lambda shop: message_rows(shop, message_ids(shop)))


def dialog(around) -> ReadDialog:
    around.settle()
    return around.window.findChildren(ReadDialog)[-1]


@pytest.mark.parametrize("filled", [lambda shop: None])
def test_a_shop_without_messages_is_told_what_will_stand_here(page, around):
    assert page.content.is_message
    assert not page.send_button.isVisibleTo(page)
    press(page, "Settings of messages")
    assert around.went == [("settings", {"at": "messages"})]


def test_what_wants_to_go_out_stands_there_and_nothing_went(page, around):
    said = texts(page)
    assert "Anna Ozola · Order comes later" in said
    assert "Anna Ozola · Renewal coming due" in said
    assert "Peter · Order comes later" in said
    assert page.send_button.text() == "Send 2 e-mails"
    assert counts(around) == {}


def test_without_a_server_nothing_goes_and_the_way_to_one_is_offered(page, around):
    page.send()
    assert "No mail server is set up yet" in page.banner.text
    press(page.banner, "Set up e-mail")
    assert around.went == [("settings", {"at": "mail"})]
    assert counts(around) == {}


def test_one_button_sends_all_and_each_is_told_as_far_as_known(page, around):
    with postman() as server:
        set_up(around, server.port)
        page.send_button.click()
        around.settle()
        assert sorted(server.ledger.taken.values()) == [1, 1]
    assert page.banner.text == "2 messages were handed to the server."
    assert counts(around) == {S.HANDED: 2}
    assert texts(page).count("Handed to the server") == 2
    assert not page.send_button.isVisibleTo(page)
    assert around.ask(due_drafts)[0].to_name == "Peter"


def test_what_is_not_ticked_stays(page, around):
    box = next(one for one in page.findChildren(CheckInput) if "Renewal" in one.accessibleName())
    box.click()
    assert page.send_button.text() == "Send 1 e-mail"
    with postman() as server:
        set_up(around, server.port)
        page.send()
        around.settle()
    assert [one.draft.kind for one in kept(around)] == [MessageKind.DELAY]
    assert page.send_button.text() == "Send 0 e-mails"
    assert not page.send_button.isEnabled()


def test_what_the_server_refused_says_why_and_waits_again_once_mended(page, around):
    with postman(answers=lambda command, _: "550 No such mailbox here" if command == "RCPT" else None) as server:
        set_up(around, server.port)
        page.send()
        around.settle()
    assert "2 messages need you: see below." in page.banner.text
    assert any("No such mailbox here" in text for text in texts(page))
    press(page, "Put it right")
    shown = dialog(around)
    assert shown.changeable
    shown.text.set_value("Dear Anna, write to us.")
    shown.keep()
    around.settle()
    assert counts(around) == {S.REFUSED: 1, S.WAITING: 1}
    assert page.send_button.text() == "Send 1 e-mail"


def refused_one(page, around):
    """The first message with its window, after the server refused its address."""
    refuse = postman(answers=lambda command, _: "550 No such mailbox here" if command == "RCPT" else None)
    with refuse as server:
        set_up(around, server.port)
        page.send()
        around.settle()
    press(page, "Put it right")
    shown = dialog(around)
    around.settle()
    return shown


def test_a_refused_address_is_mended_where_it_is_told(page, around):
    shown = refused_one(page, around)
    assert shown.address.isVisibleTo(shown)
    assert shown.address.value() == "anna@x.example"
    shown.address.set_value("two@x.example, three@x.example")
    shown.keep()
    around.settle()
    assert shown.isVisible()
    shown.address.set_value("anna.new@x.example")
    with postman() as server:
        set_up(around, server.port)
        shown.send()
        around.settle()
        assert [to for _, to in server.ledger.envelopes] == [("anna.new@x.example",)]


def test_a_refused_message_is_sent_again_as_it_is(page, around):
    shown = refused_one(page, around)
    with postman() as server:
        set_up(around, server.port)
        shown.send()
        around.settle()
        assert len(server.ledger.letters) == 1
    assert counts(around) == {S.REFUSED: 1, S.HANDED: 1}


def test_an_address_mended_on_their_record_is_offered(page, around):
    refused_one(page, around).reject()
    number = kept(around)[0].draft.customer
    anna = around.ask(lambda shop: customer(shop, number))
    around.change(edit_customer, number, anna.version, replace(anna.fields, email="anna.right@x.example"))
    around.settle()
    press(page, "Put it right")
    assert dialog(around).address.value() == "anna.right@x.example"


def test_a_message_is_read_and_goes_with_the_words_it_was_given(page, around):
    page.read(next(one for one in page._now.due if one.kind is MessageKind.RENEWAL))
    shown = dialog(around)
    shown.subject.set_value("Your tea")
    shown.text.set_value("Dear Anna, your tea is due.")
    with postman() as server:
        set_up(around, server.port)
        shown.send()
        around.settle()
        assert list(server.ledger.taken) == ["Your tea"]
    assert counts(around) == {S.HANDED: 1}


def test_what_was_changed_is_not_lost_by_a_stray_esc(page, around):
    page.read(page._now.by_mail[0])
    shown = dialog(around)
    shown.text.set_value("Something else")
    shown.reject()
    assert shown.isVisible()
    assert "not saved yet" in shown.banner.text
    shown.keep()
    around.settle()
    assert [one.draft.text for one in kept(around)] == ["Something else"]


def test_what_is_not_wanted_is_left_out_for_good(page, around):
    page.read(page._now.by_mail[0])
    dialog(around).leave()
    around.settle()
    assert counts(around) == {S.CANCELLED: 1}
    assert page.send_button.text() == "Send 1 e-mail"
    assert len(around.ask(due_drafts)) == 2


def test_by_hand_it_is_opened_and_called_opened(page, around, went):
    press(page, "Open")
    around.settle()
    assert went[0].startswith("sms:+37120000000")
    assert "It is sent from there." in page.banner.text
    assert counts(around) == {S.OPENED: 1}
    assert "Opened to send" in texts(page)


def test_another_way_is_chosen_where_there_is_one(page, around, went):
    page.read(page._now.by_hand[0])
    shown = dialog(around)
    shown.way.set_value(Means.VIBER)
    shown.way.edited.emit()
    shown.send()
    around.settle()
    assert went == ["viber://chat?number=%2B37120000000"]
    assert "10422" in QGuiApplication.clipboard().text()  # Viber takes no text along
    shown.reject()


def test_what_nobody_knows_of_is_decided_by_a_person(page, around):
    from desktop_app.store import outbox

    def lost(shop, actor):
        done = put(shop, due_drafts(shop)[:1], actor=actor)
        outbox.take_next(shop, "sender")
        outbox.begin(shop, done.ids[0], "sender", message_id="<1@x>", at="")
        outbox.ended(shop, done.ids[0], "sender", S.UNKNOWN, at="")
        return done.changes

    around.change(lost)
    assert any("never sent twice by itself" in text for text in texts(page))
    press(page, "It arrived")
    around.settle()
    assert counts(around) == {S.HANDED: 1}


def test_typing_narrows_to_whom_it_names(page, around):
    page.open(text="Peter")
    page._typing.timeout.emit()
    around.settle()
    said = texts(page)
    assert any(text.startswith("Peter") for text in said)
    assert not any(text.startswith("Anna") for text in said)


def test_a_message_that_went_is_read_and_stays_as_it_was(page, around):
    draft = Draft("free:1", MessageKind.FREE, Means.EMAIL, "anna@x.example", "Hello", "Hello", to_name="Anna")

    def gone(shop, actor):
        done = put(shop, [draft], actor=actor)
        return cancel(shop, done.ids, actor=actor)

    around.change(gone)
    page.open(message=int(kept(around)[0].id))
    shown = dialog(around)
    assert not shown.leave_button.isVisibleTo(shown)
    assert shown.title.text() == "Anna · Message"
    shown.reject()

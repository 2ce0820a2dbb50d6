"""The late orders with their messages: read, changed, opened or copied, and marked as told by who did it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.actions.late import mark_told
from desktop_app.actions.orders import set_status
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import Channel
from desktop_app.domain.mail_settings import MAIL_PORT, MAIL_SECURITY, MAIL_SENDER, MAIL_SERVER
from desktop_app.domain.messages import MessageKind, MessageState
from desktop_app.domain.orders import Status
from desktop_app.i18n import Language
from desktop_app.queries.late import late_orders
from desktop_app.queries.orders import order_by_number
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.ui.pages.orders.late_dialog import LateDialog, open_late
from desktop_app.ui.pages.orders.page import OrdersPage
from tests.made import TODAY, bought, person
from tests.post.postman import postman
from tests.ui.pages.around import Around, button, press, texts, type_text


def fill(shop):
    agnese = person(shop, "Agnese", "Ķēniņa", email="agnese@pasts.example", language=Language.LV)
    petr = person(shop, "Пётр", "Ёлкин", phone="+371 20 000 000", language=Language.RU, channel=Channel.SMS)
    silent = person(shop, "Carl", channel=Channel.NONE)
    bought(shop, agnese, number="10421", ship_by=TODAY - dt.timedelta(4))
    bought(shop, petr, number="10422", ship_by=TODAY - dt.timedelta(3), paid=True)
    bought(shop, silent, number="10423", ship_by=TODAY - dt.timedelta(1), paid=True)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def went():
    return []


@pytest.fixture
def shown(around: Around, went) -> LateDialog:
    page = OrdersPage(around.desk)
    around.show(page)
    made = open_late(around.desk, page, open_url=lambda url: bool(went.append(url.toString()) or True))
    around.settle()
    return made


def told(around: Around):
    return {row.number: row.told_on for row in around.ask(late_orders)}


def set_up_mail(around: Around, port: int) -> None:
    values = {MAIL_SERVER: "127.0.0.1", MAIL_PORT: port, MAIL_SECURITY: "none", MAIL_SENDER: "shop@x.example"}
    around.change(set_settings, values)


def rows(shown: LateDialog) -> list[str]:
    return [shown.list.item(place).text() for place in range(shown.list.count())]


def test_each_has_its_message_in_its_own_language(around, shown):
    assert [row.split("\n")[0] for row in rows(shown)] == [
        "№ 10421 · Agnese Ķēniņa", "№ 10422 · Пётр Ёлкин", "№ 10423 · Carl",
    ]  # fmt: skip
    assert shown.text.value().startswith("Sveik") or "Agnese" in shown.text.value()
    assert any(text.startswith("promised") and "not paid yet" in text for text in texts(shown))
    shown.list.setCurrentRow(1)
    assert "10422" in shown.text.value()
    assert button(shown, "Open as text message")
    shown.list.setCurrentRow(2)
    assert "They asked not to be written to." in texts(shown)
    press(shown, "Copy the text")
    around.settle()
    assert shown.banner.text == "The message to Carl may not go now. They wish not to be told anything."


def test_opened_is_not_told_until_somebody_says_so(around, shown, went):
    press(shown, "Open in the mail program")
    around.settle()
    assert went
    assert went[0].startswith("mailto:agnese@pasts.example")
    assert told(around)["10421"] is None
    [kept] = around.ask(lambda shop: message_rows(shop, message_ids(shop)))
    assert (kept.state, kept.draft.kind, kept.by) == (MessageState.OPENED, MessageKind.DELAY, "Ilze")
    assert shown.banner.text == "Opened. It is sent from there."
    press(shown.banner, "Mark as told")
    around.settle()
    assert told(around)["10421"] == TODAY
    assert rows(shown)[0].endswith("told today")
    assert shown.row is not None
    assert shown.row.number == "10422"


def test_told_can_be_taken_back(around, shown, qtbot):
    shown.text.setFocus()
    qtbot.keyClick(shown.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    around.settle()
    assert told(around) == {"10421": TODAY, "10422": None, "10423": None}
    shown.list.setCurrentRow(0)
    press(shown, "Not told yet")
    around.settle()
    assert told(around)["10421"] is None


def test_one_sent_by_the_program_counts_as_told(around, shown):
    with postman() as server:
        set_up_mail(around, server.port)
        press(shown, "Send by e-mail")
        around.settle()
        assert len(server.ledger.letters) == 1
    assert shown.banner.text == "1 message was handed to the server."
    assert told(around)["10421"] == TODAY
    press(shown.banner, "Mark as told")  # as the bar offers: it never says the contrary of what it is called
    around.settle()
    assert told(around)["10421"] == TODAY
    assert shown.row is not None
    assert shown.row.number == "10422"


def test_what_was_done_is_not_said_over_the_ways_to_the_next(around, shown):
    press(shown, "Mark as told")
    around.settle()
    assert not shown.banner.isHidden()
    assert not shown.banner.geometry().intersects(shown._ways.geometry().translated(shown._ways.parentWidget().pos()))


def test_without_a_server_it_says_so_and_nobody_is_told(around, shown):
    press(shown, "Send by e-mail")
    around.settle()
    assert "No mail server is set up yet" in shown.banner.text
    assert told(around)["10421"] is None
    press(shown.banner, "Set up e-mail")
    assert not shown.isVisible()
    assert around.went[-1] == ("settings", {"at": "mail"})


def test_one_opened_twice_is_one_message_with_its_last_words(around, shown, went):
    for words_ in ("Dear Agnese, soon!", "Dear Agnese, tomorrow!"):
        shown.text.selectAll()
        type_text(shown.text, words_)
        press(shown, "Open in the mail program")
        around.settle()
    [kept] = around.ask(lambda shop: message_rows(shop, message_ids(shop)))
    assert kept.draft.text == "Dear Agnese, tomorrow!"
    assert len(went) == 2


def test_what_is_typed_stays_with_its_order_and_is_copied(around, shown):
    shown.text.selectAll()
    type_text(shown.text, "Dear Agnese, tomorrow!")
    shown.list.setCurrentRow(1)
    shown.list.setCurrentRow(0)
    assert shown.text.value() == "Dear Agnese, tomorrow!"
    press(shown, "Copy the text")
    around.settle()
    assert QGuiApplication.clipboard().text() == "Dear Agnese, tomorrow!"
    shown.reject()
    assert not shown.isVisible()


def test_a_changed_message_that_went_nowhere_is_not_closed_by_a_stray_esc(around, shown):
    shown.text.selectAll()
    type_text(shown.text, "Dear Agnese, tomorrow!")
    shown.reject()
    assert shown.isVisible()
    assert "neither copied nor opened" in shown.banner.text
    shown.reject()
    assert not shown.isVisible()


def test_who_types_a_message_keeps_their_place_while_others_work(around, shown):
    type_text(shown.text, "Dear Agnese, tomorrow!")
    cursor = shown.text.textCursor()
    cursor.setPosition(5)
    shown.text.setTextCursor(cursor)
    order_id = around.ask(lambda shop: order_by_number(shop, "10423")).id
    around.change(set_status, [order_id], Status.PACKED)
    assert shown.text.textCursor().position() == 5
    shown._unsent.clear()


def test_an_order_that_is_packed_meanwhile_leaves_the_list(around, shown):
    order_id = around.ask(lambda shop: order_by_number(shop, "10421")).id
    around.change(set_status, [order_id], Status.PACKED)
    assert [row[:7] for row in rows(shown)] == ["№ 10422", "№ 10423"]
    around.change(set_status, [row.id for row in around.ask(late_orders)], Status.PACKED)
    assert "Nothing is late. Every promise is kept so far." in texts(shown)
    assert not shown.told_button.isEnabled()


def test_the_page_counts_those_nobody_was_told_of(around, shown):
    late = around.window.findChild(OrdersPage).late
    assert late.text() == "Tell about delays: 3"
    press(shown, "Mark as told")
    around.settle()
    assert late.text() == "Tell about delays: 2"
    around.change(mark_told, [row.id for row in around.ask(late_orders)])
    assert (late.text(), late.isHidden()) == ("Tell about delays", False)  # they are late all the same


def test_the_page_and_the_record_lead_here(around):
    page = OrdersPage(around.desk)
    around.show(page)
    assert page.late.text() == "Tell about delays: 3"
    page.open(order=int(around.ask(lambda shop: order_by_number(shop, "10422")).id))
    around.settle()
    press(page.record, "Tell the customer")
    around.settle()
    [made] = around.window.findChildren(LateDialog)
    assert made.row is not None
    assert made.row.number == "10422"
    made.reject()

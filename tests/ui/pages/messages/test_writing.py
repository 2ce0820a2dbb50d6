"""Writing from a record: news of an order, or a message of one's own to a customer."""

import pytest

from desktop_app.actions.outbox import put
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MESSAGE_NAMES, MessageKind, MessageState
from desktop_app.queries.drafts import order_drafts
from desktop_app.queries.orders import order_by_number
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.messages.read_dialog import ReadDialog
from desktop_app.ui.pages.orders.page import OrdersPage
from tests.made import bought, person
from tests.ui.pages.around import Around


def fill(shop):
    bought(shop, person(shop, "Anna", "Ozola", email="anna@x.example"), number="10421")


@pytest.fixture
def filled():
    return fill


def kept(around: Around):
    return around.ask(lambda shop: message_rows(shop, message_ids(shop)))


def order_record(around: Around):
    page = OrdersPage(around.desk)
    around.show(page, height=900)
    page.open(order=int(around.ask(lambda shop: order_by_number(shop, "10421")).id))
    around.settle()
    return page.record


def choose(around: Around, menu, text: str) -> ReadDialog:
    menu.aboutToShow.emit()
    [action] = [one for one in menu.actions() if one.text() == text]
    action.trigger()
    around.settle()
    [dialog] = around.window.findChildren(ReadDialog)
    return dialog


def test_an_order_is_written_of_and_sent_from_the_messages(around: Around) -> None:
    record = order_record(around)
    dialog = choose(around, record.write.entries, around.words.say(MESSAGE_NAMES[MessageKind.OUT_OF_STOCK]))
    assert "10421" in dialog.text.value()
    assert "Ilze" in dialog.text.value()
    dialog.send()
    around.settle()
    [one] = kept(around)
    assert (one.state, one.draft.kind) == (MessageState.WAITING, MessageKind.OUT_OF_STOCK)
    assert around.went == [("messages", {"send": one.id})]


def test_what_was_written_already_is_shown_and_not_written_again(around: Around) -> None:
    def written(shop, actor):
        order = order_by_number(shop, "10421").id
        return put(shop, order_drafts(shop, [order], MessageKind.OUT_OF_STOCK), actor=actor).changes

    around.change(written)
    dialog = choose(
        around, order_record(around).write.entries, around.words.say(MESSAGE_NAMES[MessageKind.OUT_OF_STOCK])
    )
    dialog.keep()
    around.settle()
    assert len(kept(around)) == 1


def test_a_customer_is_written_to_in_ones_own_words(around: Around) -> None:
    page = CustomersPage(around.desk)
    around.show(page, height=900)
    page.open(customer=page.model.id_at(0))
    around.settle()
    dialog = choose(around, page.record.more.entries, "Write a message…")
    assert dialog.text.value().startswith("Dear Anna")
    dialog.subject.set_value("Your question")
    dialog.text.set_value("Dear Anna,\n\nYes, we can.")
    dialog.send()
    around.settle()
    [one] = kept(around)
    assert (one.draft.address, one.draft.kind) == ("anna@x.example", MessageKind.FREE)


def test_a_ready_answer_takes_the_place_of_the_words_and_knows_the_order(around: Around) -> None:
    dialog = choose(around, order_record(around).write.entries, "Own words or a ready answer…")
    assert dialog.text.value().startswith("Dear Anna,")
    dialog.which.set_value(TextKey(MessageKind.READY, "address"))
    dialog.which.edited.emit()
    around.settle()
    assert "We will change the address of your order 10421" in dialog.text.value()
    assert dialog.subject.value() == "Your new address"
    dialog.send()
    around.settle()
    [one] = kept(around)
    assert (one.draft.kind, one.draft.order, one.draft.subject) == (
        MessageKind.FREE, around.ask(lambda shop: order_by_number(shop, "10421")).id, "Your new address",
    )  # fmt: skip

"""The texts of messages: chosen, written, seen at once on real records, taken back."""

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language
from desktop_app.queries.message_texts import texts
from desktop_app.ui.pages.messages.page import MessagesPage
from desktop_app.ui.pages.messages.texts import open_texts
from tests.made import BY, bought, person

DELAY = TextKey(MessageKind.DELAY)


def fill(shop):
    anna = person(shop, "Anna", "Ozola", language=Language.EN)
    bought(shop, anna, "Mug", number="1007", tracking="CE1")
    bought(shop, None, "Bowl", number="1008")
    add_complaint(shop, ComplaintFields("late", customer=anna, text="Where?"), actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def page(around):
    shown = MessagesPage(around.desk)
    around.show(shown)
    return shown


@pytest.fixture
def dialog(around, page):
    opened = open_texts(around.desk, page, DELAY)
    around.settle()
    return opened


def write(around, qtbot, dialog, text):
    dialog.editor.text.setPlainText(text)
    qtbot.wait(200)
    around.settle()


def own(around, key=DELAY, language=Language.EN):
    return around.ask(lambda shop: texts(shop).get(key, language))


def test_a_text_is_shown_as_it_comes_out_for_a_real_order(around, dialog):
    assert dialog.key == DELAY
    assert "{order.number}" in dialog.editor.text.value()
    assert dialog.proof.about.text() == "For 1008"
    dialog.proof.turned.emit(1)
    around.settle()
    assert dialog.proof.about.text() == "For 1007 · Anna Ozola"
    assert dialog.proof.text.value().startswith("Dear Anna,\n\nWe are sorry: your order 1007")
    assert dialog.proof.subject.text() == "Your order 1007: we are late"
    dialog.proof.ways.choose("short")
    dialog.proof.ways.chosen.emit("short")
    around.settle()
    assert "We know you are waiting" not in dialog.proof.text.value()
    assert not dialog.proof.subject.isVisibleTo(dialog)


def test_what_is_typed_is_seen_and_kept(around, qtbot, dialog):
    dialog.proof.turned.emit(1)
    write(around, qtbot, dialog, "{customer.greeting}\n\nIt is late.\n\nRefund: {order.refund}")
    assert dialog.proof.text.value() == "Dear Anna,\n\nIt is late."
    assert dialog.proof.left_out.text() == "Not known, so the line is left out: Money returned"
    dialog.save()
    around.settle()
    assert own(around).own
    assert not dialog.save_button.isEnabled()
    assert dialog.key == DELAY
    dialog.reset_button.click()
    around.settle()
    assert not own(around).own
    assert "{order.number}" in dialog.editor.text.value()


def test_what_is_sought_stays_so_when_another_text_is_saved(around, qtbot, dialog):
    dialog.list.search.edit.setText("posted")  # also: when will it be posted?
    dialog.list.choose(TextKey(MessageKind.SHIPPED))
    around.settle()
    assert dialog.key == TextKey(MessageKind.SHIPPED)
    write(around, qtbot, dialog, "On its way: {order.number}")
    dialog.save()
    around.settle()
    assert dialog.key == TextKey(MessageKind.SHIPPED)
    assert dialog.list.list.count() == 2
    assert own(around, TextKey(MessageKind.SHIPPED)).text == "On its way: {order.number}"
    assert dialog.list.list.currentItem().text() == "Order posted (own words)"


def test_an_unknown_field_is_refused_in_words_while_it_is_typed(around, qtbot, dialog):
    write(around, qtbot, dialog, "Order {order.numer}")
    assert dialog.editor.wrong.text() == "There is no field {order.numer}. Did you mean {order.number}?"
    dialog.save()
    around.settle()
    assert not own(around).own
    assert dialog.save_button.isEnabled() or dialog.editor.text.value() == "Order {order.numer}"


def test_fields_and_conditions_are_put_in_by_a_button(around, qtbot, dialog):
    write(around, qtbot, dialog, "Number ")
    dialog.editor.text.moveCursor(dialog.editor.text.textCursor().MoveOperation.End)
    picker = dialog.editor.insert_field()
    picker.found.search.edit.setText("tracking number")
    picker.take()
    assert dialog.editor.text.toPlainText() == "Number {order.tracking}"
    dialog.editor.text.selectAll()
    picker = dialog.editor.insert_condition()
    picker.found.search.edit.setText("first order")
    picker.take()
    assert dialog.editor.text.toPlainText() == "[if first: Number {order.tracking}]"


def test_each_language_and_text_keeps_what_is_typed_until_it_is_dropped(around, qtbot, dialog):
    write(around, qtbot, dialog, "Late.")
    dialog.languages.choose("lv")
    dialog.languages.chosen.emit("lv")
    around.settle()
    assert dialog.editor.text.value().startswith("{customer.greeting}\n\nLūdzam piedošanu")
    dialog.languages.choose("en")
    dialog.languages.chosen.emit("en")
    around.settle()
    assert dialog.editor.text.value() == "Late."
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert not own(around).own


def test_a_ready_answer_is_added_and_removed(around, dialog):
    asked = dialog.ask_name()
    asked.form.set_value({"name": "Parking?"})
    asked.save()
    around.settle()
    assert dialog.key == TextKey(MessageKind.READY, "parking")
    assert dialog.remove_button.isVisibleTo(dialog)
    assert not dialog.reset_button.isVisibleTo(dialog)
    assert dialog.proof.about.text() == "For Complaint 1 · Anna Ozola"
    dialog.remove()
    around.settle()
    assert own(around, TextKey(MessageKind.READY, "parking")) is None


def test_without_a_record_a_text_is_shown_on_an_example(around, page):
    dialog = open_texts(around.desk, page, TextKey(MessageKind.RENEWAL))
    around.settle()
    assert dialog.proof.about.text() == "Shown on an example: there is no such record in the shop yet."
    assert "Tea of the month" in dialog.proof.text.value()

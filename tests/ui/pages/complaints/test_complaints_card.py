"""Complaints on the records of an order and a customer, and one more taken from there."""

import pytest

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.queries.complaint_list import complaint_ids
from desktop_app.queries.complaints import complaint
from desktop_app.ui.pages.complaints.complaints_card import ComplaintsCard
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.orders.page import OrdersPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.task_row import TaskRow
from tests.made import BY, bought, person
from tests.ui.pages.around import press, texts


def fill(shop):
    anna, berta = person(shop, "Anna", "Ozola"), person(shop, "Berta", "Liepa")
    order = bought(shop, anna, "Mug", number="10421")
    bought(shop, berta, "Vase", number="10422")
    add_complaint(shop, ComplaintFields("damaged", order=order, subject="Handle off", rating=2), actor=BY)
    add_complaint(shop, ComplaintFields("late", customer=anna), actor=BY)


@pytest.fixture
def filled():
    return fill


def opened(around, page, **what):
    around.show(page)
    page.open(**what)
    around.settle()
    return page.record


def titles(record):
    return [row.title.text() for row in record.complaints.rows if isinstance(row, TaskRow)]


def test_an_order_shows_its_own_and_leads_there(around):
    record = opened(around, OrdersPage(around.desk), order=1)
    assert titles(record) == ["Handle off"]
    press(record.complaints, "Open")
    assert around.went[-1] == ("complaints", {"complaint": 1})


def test_an_order_without_any_says_nothing_of_it_and_takes_one(around):
    record = opened(around, OrdersPage(around.desk), order=2)
    assert record.complaints.isHidden()
    press(record.steps, "Complaint…")
    around.settle()
    [dialog] = record.window().findChildren(FormDialog)
    assert dialog.form.inputs.about.value().order == 2
    dialog.form.inputs.kind.take_key("1")
    dialog.save()
    around.settle()
    assert around.ask(lambda shop: complaint(shop, 3)).fields.order == 2
    assert titles(record) == ["Came late"]


def test_a_customer_shows_all_of_theirs_and_their_head_says_how_many_are_open(around):
    record = opened(around, CustomersPage(around.desk), customer=1)
    record.show_part("orders")
    assert set(titles(record)) == {"Handle off", "Came late"}
    assert "2 open complaints" in texts(record)[1]
    around.change(set_state, [1, 2], State.SOLVED)
    assert "open complaint" not in texts(record)[1]
    assert set(titles(record)) == {"Handle off", "Came late"}


def test_of_many_the_latest_are_shown_and_the_rest_is_a_press_away(around):
    def more(shop, *, actor):
        for n in range(9):
            add_complaint(shop, ComplaintFields("other", customer=2, subject=f"No. {n}"), actor=actor)
        return add_complaint(shop, ComplaintFields("other", customer=2, subject="The last"), actor=actor)

    around.change(more)
    card = ComplaintsCard(around.desk)
    around.window.setCentralWidget(card)
    card.show_of(customer=2)
    around.settle()
    assert len(card.findChildren(TaskRow)) == 8
    press(card, "2 earlier complaints")
    assert around.went[-1] == ("complaints", {"find": "Berta Liepa"})
    assert len(around.ask(lambda shop: complaint_ids(shop))) == 12

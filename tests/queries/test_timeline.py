"""All that happened with a customer in one list, each thing once, newest first."""

from __future__ import annotations

import datetime as dt

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.consents import give, withdraw
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.history import undo
from desktop_app.actions.notes import add_note
from desktop_app.actions.order_returns import return_lines
from desktop_app.actions.orders import set_status
from desktop_app.actions.outbox import put
from desktop_app.actions.prints import log_print
from desktop_app.domain.changes import Topic
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.happenings import HappeningKind
from desktop_app.domain.kinds import Kind
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.i18n import Words, msg
from desktop_app.queries.customer_file import customer_file
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order
from desktop_app.queries.timeline import timeline
from desktop_app.store.tables import CongratulationTable, CustomerTable
from tests.actions.imported import export, taken
from tests.made import BY, TODAY, Counting, bought, person, printed_people
from tests.people_made import whole_customer


def told(shop, who, **limit):
    return [Words().say(one.title) for one in timeline(shop, who, **limit)]


def test_each_thing_stands_there_once(shop):
    anna = person(shop, "Anna")
    order = bought(shop, anna, placed_at="2026-11-01T10:00+02:00")
    log_print(shop, printed_people(Kind.THANK_YOU, [anna]), kind=Kind.PARCEL, by="Zane", actor=BY)
    add_note(shop, anna, "Likes blue", actor="Zane")
    kept, _ = give(shop, anna, ConsentFields(Purpose.NEWS_SMS, dt.date(2026, 2, 1), "till"), actor=BY)
    withdraw(shop, kept, on=dt.date(2026, 3, 1), actor=BY)
    found = customer(shop, anna)
    edit_customer(shop, anna, found.version, CustomerFields(given="Anna", family="Ozola"), actor="Eva")
    assert sorted(told(shop, anna)) == sorted(
        [
            "Order 1001: New", "Thank-you card printed", "Note", "Consent given: News by text message",
            "Consent withdrawn: News by text message", "Add Anna", "Edit Anna",
        ]
    )  # fmt: skip
    by_kind = {one.kind: one for one in timeline(shop, anna)}
    assert (by_kind[HappeningKind.NOTE].detail, by_kind[HappeningKind.NOTE].by) == ("Likes blue", "Zane")
    assert (by_kind[HappeningKind.ORDER].ref, by_kind[HappeningKind.ORDER].amount) == (order, Money(1250, "EUR"))
    assert by_kind[HappeningKind.PRINT].by == "Zane"
    days = [one.at[:10] for one in timeline(shop, anna)]
    assert days == sorted(days, reverse=True)
    assert days[-3:] == ["2026-11-01", "2026-03-01", "2026-02-01"]


def test_what_was_undone_did_not_happen(shop):
    anna = person(shop, "Anna")
    order = bought(shop, anna)
    set_status(shop, [order], Status.CANCELLED, actor=BY)
    assert told(shop, anna) == ["Order 1001: Cancelled", "Add Anna"]
    undo(shop, actor=BY)
    add_note(shop, anna, "Never mind", actor=BY)
    undo(shop, actor=BY)
    assert told(shop, anna) == ["Order 1001: New", "Add Anna"]


def test_greetings_say_whom_and_what_for(shop):
    liga, child = whole_customer(shop)
    day = {"customer": liga, "kind": "birthday", "kept_on": TODAY, "state": "done", "at": "2026-11-20T09:00", "by": "Z"}
    with shop.change(msg("Greet"), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        change.insert(CongratulationTable, day)
        change.insert(CongratulationTable, {**day, "relative": child, "kind": "other", "title": "school"})
        change.insert(CongratulationTable, {**day, "relative": child, "state": "not-this-year"})
        change.touch(CustomerTable, liga)
    said = told(shop, liga)
    assert {
        "Congratulated: Birthday", "Congratulated Jānis Kalniņš: school",
        "Jānis Kalniņš is not congratulated this year: Birthday",
    } <= set(said)  # fmt: skip
    assert "Greet" not in said


def test_an_imported_customer_knows_their_import(shop, tmp_path):
    rows = [{"Name": f"#{n}", "Email": f"p{n}@example.lv", "Billing Name": f"Person {n}"} for n in range(5)]
    taken(shop, export(tmp_path / "orders.csv", *rows))
    last = shop.value(CustomerTable.select(CustomerTable.id).order_by(CustomerTable.id.desc()).limit(1))
    assert told(shop, last) == ["Import orders.csv", "Order #4: Paid"]
    other = person(shop, "Zane")
    assert told(shop, other) == ["Add Zane"]


def test_the_list_has_an_end(shop):
    anna = person(shop, "Anna")
    for n in range(5):
        bought(shop, anna, placed_at=f"2026-11-0{n + 1}")
    assert told(shop, anna, limit=3) == ["Add Anna", "Order 1005: New", "Order 1004: New"]
    assert [row.number for row in customer_file(shop, anna).orders] == ["1005", "1004", "1003", "1002", "1001"]


def test_opening_a_record_takes_at_most_12_statements_however_much_is_in_it(shop):
    liga, _ = whole_customer(shop)
    for n in range(30):
        bought(shop, liga, f"Cup {n}", "Bowl")
        add_note(shop, liga, f"Note {n}", actor=BY)
    counting = Counting(shop)
    found = customer_file(counting, liga)
    assert counting.asked <= 12
    assert (len(found.orders), len(found.notes), len(found.consents), len(found.people.relatives)) == (8, 31, 1, 1)
    assert (found.regular, found.customer.spent) == (True, Money(30 * 2500, "EUR"))
    empty = Counting(shop)
    assert customer_file(empty, person(shop, "Zane")).timeline != ()
    assert empty.asked <= 12


def test_an_order_that_went_many_steps_is_one_line(shop):
    anna = person(shop, "Anna")
    kept = bought(shop, anna, paid=True)
    for status in (Status.PACKED, Status.SHIPPED, Status.DELIVERED):
        set_status(shop, [kept], status, actor=BY)
    return_lines(shop, kept, order(shop, kept).version, {1: 1}, Money(1250, "EUR"), actor=BY)
    found = [Words().say(one.title) for one in timeline(shop, anna)]
    assert [title for title in found if "rder" in title] == ["Order 1001: Returned"]


def test_a_complaint_stands_there_once_however_often_it_was_moved(shop):
    anna = person(shop, "Anna")
    one, _ = add_complaint(shop, ComplaintFields(kind="late", customer=anna, text="Where is it?"), actor=BY)
    set_state(shop, [one], State.SOLVED, actor=BY)
    add_complaint(shop, ComplaintFields(kind="other", customer=anna, rating=5, subject="Lovely"), actor=BY)
    assert told(shop, anna) == ["Praise with 5 stars", "Complaint: Came late · Solved", "Add Anna"]
    [praise, said, _] = timeline(shop, anna)
    assert (said.kind, said.ref, said.detail, praise.detail) == (
        HappeningKind.COMPLAINT, one, "Where is it?", "Lovely",
    )  # fmt: skip


def test_messages_stand_there_with_how_far_they_are_known_to_have_come(shop):
    anna, other = person(shop, "Anna"), person(shop, "Zane")
    about = Draft("a", MessageKind.DELAY, Means.EMAIL, "anna@example.lv", "Dear Anna,", "We are late", customer=anna)
    theirs = Draft("b", MessageKind.FREE, Means.SMS, "+37120000001", "Dear Zane, it is here", customer=other)
    sent, _ = put(shop, [about, theirs], actor="Eva").ids
    found = next(one for one in timeline(shop, anna) if one.kind is HappeningKind.MESSAGE)
    assert (Words().say(found.title), found.detail) == ("Order comes later · To send", "We are late")
    assert (found.ref, found.by) == (sent, "Eva")
    assert "Message · To send" in told(shop, other)

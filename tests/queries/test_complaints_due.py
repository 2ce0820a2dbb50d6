"""Complaints against the clock of the shop, and the inboxes somebody is to look into."""

import datetime as dt

import pytest

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.inboxes import add_inbox, look_into
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaint_settings import CLOSES, OPENS, WARN_HOURS
from desktop_app.domain.complaints import ComplaintFields, Severity, State
from desktop_app.domain.inboxes import InboxFields
from desktop_app.domain.urgency import Urgency
from desktop_app.queries import complaints_due as module
from desktop_app.queries.complaints_due import complaints_due, nearly_late
from desktop_app.queries.today import today
from tests.made import BY, person

ALWAYS = {OPENS: "00:00", CLOSES: "24:00"}  # an hour is an hour, whenever this test runs


@pytest.fixture
def at_noon(shop, monkeypatch):
    """The shop at noon of its Friday, open from nine to six."""
    noon = dt.datetime(2026, 11, 20, 12).astimezone()
    monkeypatch.setattr(shop, "now", lambda: noon)
    return shop


def said(shop, received, severity=Severity.NORMAL, **fields):
    made = {
        "kind": "late",
        "text": "Where is it?",
        "received_at": f"2026-11-{received}",
        "severity": severity,
        **fields,
    }
    return add_complaint(shop, ComplaintFields(**made), actor=BY)[0]


def test_a_shop_without_complaints_wants_nothing(at_noon):
    found = complaints_due(at_noon)
    assert (found.wants, found.open, found.rows, found.inboxes) == (0, 0, (), ())


def test_the_longest_late_come_first_and_then_what_is_due_today(at_noon):
    soon = said(at_noon, "20T11:00")  # to be answered by 15:00
    late = said(at_noon, "19T16:30")  # by 11:30 today
    longer = said(at_noon, "17T10:00")
    later = said(at_noon, "20T11:30", Severity.LOW)  # by Monday
    found = complaints_due(at_noon)
    assert [(row.id, row.urgency) for row in found.rows] == [
        (longer, Urgency.LATE), (late, Urgency.LATE), (soon, Urgency.DUE),
    ]  # fmt: skip
    assert (found.late, found.due, found.waiting, found.open) == (2, 1, 4, 4)
    assert later not in [row.id for row in found.rows]


def test_the_worse_of_two_due_at_once_comes_first(at_noon):
    minor = said(at_noon, "19T12:00", Severity.LOW)  # by noon today
    worse = said(at_noon, "20T10:00", Severity.HIGH)  # by noon too
    assert [row.id for row in complaints_due(at_noon).rows] == [worse, minor]


def test_what_waits_for_the_customer_is_solved_or_is_praise_wants_nobody(at_noon):
    waiting, solved = said(at_noon, "17T10:00"), said(at_noon, "17T10:00")
    said(at_noon, "17T10:00", rating=5, text="Lovely")
    set_state(at_noon, [waiting], State.WAITING, actor=BY)
    set_state(at_noon, [solved], State.SOLVED, actor=BY)
    found = complaints_due(at_noon)
    assert (found.late, found.due, found.waiting, found.open, found.rows) == (0, 0, 0, 1, ())


def test_a_customer_who_is_silent_for_five_working_days_is_to_be_asked_again(at_noon):
    waiting = said(at_noon, "17T10:00")
    set_state(at_noon, [waiting], State.WAITING, actor=BY)
    asked = at_noon.now
    at_noon.now = lambda: asked() + dt.timedelta(days=7)
    found = complaints_due(at_noon)
    assert ([row.id for row in found.rows], found.waiting) == ([waiting], 1)


def test_a_mediocre_review_is_due_like_a_complaint(at_noon):
    said(at_noon, "17T10:00", rating=3)
    assert complaints_due(at_noon).late == 1


def test_a_long_list_is_cut_and_counted(at_noon, monkeypatch):
    monkeypatch.setattr(module, "SHOWN", 2)
    for hour in (9, 10, 11):
        said(at_noon, f"17T{hour:02}:00")
    found = complaints_due(at_noon)
    assert (found.late, len(found.rows)) == (3, 2)


def test_one_is_warned_of_what_will_be_late_within_the_warning_time(at_noon):
    near = said(at_noon, "20T09:30")  # by 13:30
    said(at_noon, "20T11:30")  # by 15:30
    said(at_noon, "17T09:30")  # late already
    assert [row.id for row in nearly_late(at_noon)[0]] == [near]
    set_settings(at_noon, {WARN_HOURS: 4}, actor=BY)
    assert len(nearly_late(at_noon)[0]) == 2
    set_settings(at_noon, {WARN_HOURS: 0}, actor=BY)
    assert nearly_late(at_noon)[0] == ()


def test_inboxes_are_due_by_their_own_rhythm_and_late_after_twice_that(shop, monkeypatch):
    set_settings(shop, ALWAYS, actor=BY)
    kept, _ = add_inbox(shop, InboxFields("Mailbox", every_hours=4), actor=BY)
    add_inbox(shop, InboxFields("Etsy", every_hours=9), actor=BY)
    begin = shop.now().replace(hour=0, minute=0, second=0, microsecond=0)
    monkeypatch.setattr(shop, "now", lambda: begin)
    look_into(shop, [kept], actor=BY)
    assert [row.inbox.fields.name for row in complaints_due(shop).inboxes] == ["Etsy"]
    for hours, standing in ((3.9, None), (4, Urgency.DUE), (7.9, Urgency.DUE), (8, Urgency.LATE)):
        monkeypatch.setattr(shop, "now", lambda hours=hours: begin + dt.timedelta(hours=hours))
        found = {row.inbox.id: row.urgency for row in complaints_due(shop).inboxes}
        assert found.get(kept) is standing


def test_an_inbox_is_not_asked_for_over_the_weekend(shop, monkeypatch):
    kept, _ = add_inbox(shop, InboxFields("Mailbox", every_hours=4), actor=BY)
    evening = dt.datetime(2026, 11, 20, 16).astimezone()
    monkeypatch.setattr(shop, "now", lambda: evening)
    look_into(shop, [kept], actor=BY)
    monkeypatch.setattr(shop, "now", lambda: evening + dt.timedelta(days=1))
    assert complaints_due(shop).inboxes == ()
    monkeypatch.setattr(shop, "now", lambda: dt.datetime(2026, 11, 23, 11).astimezone())
    assert [row.look_by for row in complaints_due(shop).inboxes] == [dt.datetime(2026, 11, 23, 11)]


def test_they_are_part_of_the_day(at_noon):
    anna = person(at_noon, "Anna", "Ozola")
    late = said(at_noon, "17T10:00", customer=anna)
    add_inbox(at_noon, InboxFields("Mailbox"), actor=BY)
    found = today(at_noon).complaints
    assert [(row.id, row.customer) for row in found.rows] == [(late, "Anna Ozola")]
    assert found.wants == 2

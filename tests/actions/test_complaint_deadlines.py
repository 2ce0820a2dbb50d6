"""The deadlines that are kept are those one would count now, whatever was done before."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.complaint_terms import set_terms
from desktop_app.actions.complaints import add_complaint, edit_complaint, set_state
from desktop_app.actions.history import undo
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaint_settings import CLOSES, OPENS
from desktop_app.domain.complaints import ComplaintFields, Severity, State
from desktop_app.domain.settings import DAYS_OFF
from desktop_app.domain.terms import Term
from desktop_app.queries.complaints import complaint
from desktop_app.queries.deadlines import counter, open_complaints
from tests.made import BY, TODAY


def said(shop, hours_ago=2, **fields):
    at = (shop.now() - dt.timedelta(hours=hours_ago)).isoformat(timespec="seconds")
    made = {"kind": "damaged", "text": "Broken", "received_at": at, **fields}
    return add_complaint(shop, ComplaintFields(**made), actor=BY)[0]


def wrong(shop):
    """The open complaints whose deadlines are others than one would count now."""
    count, found = counter(shop), []
    for number in open_complaints(shop):
        one = complaint(shop, number)
        now = count(one.fields, one.steps, promised_on=one.promised_on)
        if (now.answer_by, now.solve_by) != (one.answer_by, one.solve_by):
            found.append((number, one.state))
    return found


def edited(shop, number, **fields):
    now = complaint(shop, number)
    edit_complaint(shop, number, now.version, replace(now.fields, **fields), actor=BY)


@pytest.mark.parametrize(
    "deed",
    [
        lambda shop, one: edited(shop, one, kind="late", severity=Severity.HIGH),
        lambda shop, one: edited(shop, one, rating=5),
        lambda shop, one: edited(shop, one, received_at="2026-11-16T09:30:00+02:00"),
        lambda shop, one: set_state(shop, [one], State.ANSWERED, actor=BY),
        lambda shop, one: set_state(shop, [one], State.WAITING, actor=BY),
        lambda shop, one: set_state(shop, [one], State.PROMISED, promised_on=TODAY + dt.timedelta(7), actor=BY),
        lambda shop, one: set_terms(shop, "damaged", {Severity.NORMAL: Term(1, 2)}, actor=BY),
        lambda shop, one: set_settings(shop, {OPENS: "06:00", CLOSES: "22:00"}, actor=BY),
        lambda shop, one: set_settings(shop, {DAYS_OFF: "mon"}, actor=BY),
    ],
)
def test_whatever_is_done_moves_the_deadlines_with_it_and_undo_back(shop, deed):
    one = said(shop)
    said(shop, 30, kind="late")
    before = complaint(shop, one)
    deed(shop, one)
    assert wrong(shop) == []
    undo(shop, actor=BY)
    assert wrong(shop) == []
    after = complaint(shop, one)
    assert (after.answer_by, after.solve_by) == (before.answer_by, before.solve_by)


def test_a_promise_moved_to_another_day_moves_the_deadline(shop):
    one = said(shop)
    for days in (7, 3):
        day = TODAY + dt.timedelta(days)
        set_state(shop, [one], State.PROMISED, promised_on=day, actor=BY)
        assert complaint(shop, one).solve_by == dt.datetime.combine(day, dt.time(18))


def test_reopened_is_owed_an_answer_and_the_rest_of_its_term(shop):
    one = said(shop)
    set_state(shop, [one], State.SOLVED, actor=BY)
    assert complaint(shop, one).answer_by is complaint(shop, one).solve_by is None
    set_state(shop, [one], State.REOPENED, actor=BY)
    found = complaint(shop, one)
    assert None not in (found.answer_by, found.solve_by)
    assert wrong(shop) == []


def test_praise_is_never_late(shop):
    found = complaint(shop, said(shop, rating=5))
    assert found.answer_by is found.solve_by is None

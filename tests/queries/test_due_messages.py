"""What wants to be written: each once, while it is true, since it was switched on, and only to who may be told."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.consents import give
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.orders import set_status
from desktop_app.actions.outbox import cancel, put
from desktop_app.actions.renewals import add_renewal
from desktop_app.actions.settings import set_settings
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import Channel
from desktop_app.domain.message_settings import MESSAGE_STEPS, REVIEW_DAYS
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.orders import Status
from desktop_app.domain.renewals import RenewalFields
from desktop_app.i18n import msg
from desktop_app.queries.customers import customer
from desktop_app.queries.due_messages import due_drafts, messages_wanted
from desktop_app.queries.orders import order
from desktop_app.queries.settings import settings
from desktop_app.store.tables import StepTable
from tests.made import BY, TODAY, bought, complaining, person

WAY = (Status.PACKED, Status.SHIPPED, Status.DELIVERED)


def anna(shop, number=1):
    return person(shop, "Anna", email=f"anna{number}@x.example")


def come_to(shop, order, status):
    """Lets an order go every step up to one."""
    for step in WAY[: WAY.index(status) + 1]:
        set_status(shop, [order], step, actor=BY)


def due(shop):
    return [(draft.kind, draft.order) for draft in due_drafts(shop)]


def switch(shop, text):
    set_settings(shop, {MESSAGE_STEPS: text}, actor=BY)


def happened(shop, order, at):
    """Makes the steps of an order as if they had been gone at that time."""
    with shop.change(msg("Earlier"), actor=BY, topics=()) as change:
        steps = [number for (number,) in shop.rows(StepTable.select(StepTable.id).where(StepTable.order == order))]
        change.update_many(StepTable, steps, ("at",), [(at,) for _ in steps])


def test_a_step_is_told_once_while_it_is_so_and_since_it_is_on(shop):
    before, after = bought(shop, anna(shop)), bought(shop, anna(shop, 2))
    come_to(shop, before, Status.SHIPPED)
    happened(shop, before, "2026-11-19T10:00:00+00:00")
    switch(shop, "shipped")
    assert due(shop) == []
    come_to(shop, after, Status.SHIPPED)
    assert due(shop) == [(MessageKind.SHIPPED, after)]
    [draft] = due_drafts(shop, person="Zane")
    assert (draft.key, draft.address) == (f"order:{after}:shipped", "anna2@x.example")
    assert "Zane" in draft.text
    put(shop, [draft], actor=BY)
    assert due(shop) == []


def test_what_is_no_longer_so_is_no_news(shop):
    switch(shop, "shipped")
    order = bought(shop, anna(shop))
    come_to(shop, order, Status.DELIVERED)
    assert due(shop) == []


def test_a_step_that_is_off_is_told_to_nobody(shop):
    order = bought(shop, anna(shop))
    switch(shop, "")
    come_to(shop, order, Status.SHIPPED)
    assert due(shop) == []


def test_a_late_order_is_told_of_without_anything_switched_on(shop):
    late = bought(shop, anna(shop), ship_by=TODAY - dt.timedelta(days=2))
    assert due(shop) == [(MessageKind.DELAY, late)]


def test_a_review_is_asked_for_days_after_delivery_of_those_who_agreed(shop):
    set_settings(shop, {REVIEW_DAYS: 7}, actor=BY)
    asked, never, cross, soon = (anna(shop, number) for number in range(4))
    for one in (asked, cross, soon):
        give(shop, one, ConsentFields(Purpose.REVIEW_REQUEST), actor=BY)
    complaining(shop, cross)
    orders = [bought(shop, one) for one in (asked, never, cross, soon)]
    for one in orders:
        come_to(shop, one, Status.DELIVERED)
        happened(shop, one, "2026-11-13T22:00:00+00:00")  # a week ago, in the evening
    happened(shop, orders[3], "2026-11-14T08:00:00+00:00")
    assert due(shop) == [(MessageKind.REVIEW_REQUEST, orders[0])]
    put(shop, due_drafts(shop), actor=BY)
    again = bought(shop, asked)
    come_to(shop, again, Status.DELIVERED)
    happened(shop, again, "2026-11-13T22:00:00+00:00")
    assert due(shop) == []  # they were asked a moment ago


@pytest.mark.parametrize(("days", "told"), [(14, True), (15, False), (-31, True), (-32, False)])
def test_a_renewal_is_told_of_ahead_and_not_for_ever(shop, days, told):
    fields = RenewalFields("Tea", next_on=TODAY + dt.timedelta(days=days))
    tea, _ = add_renewal(shop, anna(shop), fields, actor=BY)
    found = due_drafts(shop)
    assert [draft.key for draft in found] == ([f"renewal:{tea}:{fields.next_on}"] if told else [])
    put(shop, found, actor=BY)
    assert due_drafts(shop) == []


@pytest.mark.parametrize("fields", [{"deceased": True}, {"channel": Channel.NONE}], ids=["died", "silent"])
def test_who_has_died_or_wishes_to_hear_nothing_is_written_to_about_nothing(shop, fields):
    late = bought(shop, anna(shop), ship_by=TODAY - dt.timedelta(days=2))
    whose = order(shop, late).fields.customer
    add_renewal(shop, whose, RenewalFields("Tea", next_on=TODAY), actor=BY)
    owner = customer(shop, whose)
    assert due(shop) == [(MessageKind.DELAY, late), (MessageKind.RENEWAL, None)]
    edit_customer(shop, owner.id, owner.version, replace(owner.fields, **fields), actor=BY)
    assert due(shop) == []
    assert messages_wanted(shop, settings(shop)) == 0


def test_what_wants_somebody_is_counted_without_being_written(shop):
    bought(shop, anna(shop), ship_by=TODAY - dt.timedelta(days=2))
    bought(shop, anna(shop, 2), ship_by=TODAY - dt.timedelta(days=1))
    assert messages_wanted(shop, settings(shop)) == 2
    done = put(shop, due_drafts(shop)[:1], actor=BY)
    assert messages_wanted(shop, settings(shop)) == 2
    cancel(shop, done.ids, actor=BY)
    assert messages_wanted(shop, settings(shop)) == 1

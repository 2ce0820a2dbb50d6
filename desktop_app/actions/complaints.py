"""Complaints and reviews: recorded, edited, moved from state to state and removed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.actions.checks_complaints import checked_complaint, with_order
from desktop_app.actions.complaint_belongings import remove_with_thread
from desktop_app.actions.complaint_counts import counted, hold_complaints
from desktop_app.actions.complaint_deadlines import deadline_columns, renew_deadlines
from desktop_app.actions.complaint_files import add_pictures, checked_pictures
from desktop_app.actions.complaint_steps import check_moves, move, note_steps
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import STATE_NAMES, Complaint, ComplaintFields, ComplaintId, State
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.keys import complaint_doc
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.changes import who_did
from desktop_app.queries.complaint_known import complaint_from
from desktop_app.queries.complaints import complaint, complaint_states
from desktop_app.queries.customers import customer_name
from desktop_app.queries.deadlines import Counter, counter
from desktop_app.queries.orders import order
from desktop_app.store.tables import ComplaintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.COMPLAINTS, Topic.CUSTOMERS)  # customers show how many they have open


def add_complaint(
    shop: Shop, fields: ComplaintFields, *, files: Sequence[tuple[str, bytes]] = (), actor: str
) -> tuple[ComplaintId, Changes]:
    """Records a complaint or review with its pictures (name, content); raises Invalid at a field.

    What its order knows is filled in where the fields are empty.
    """
    ready = with_order(shop, checked_complaint(shop, fields))
    pictures = checked_pictures(files)
    with shop.change(_recorded(shop, ready), actor=actor, topics=_TOPICS) as change:
        kept = keep_complaint(shop, change, ready, by=actor)
        add_pictures(shop, change, kept, pictures)
    return kept, change.changes


def keep_complaint(
    shop: Shop, change: Change, ready: ComplaintFields, *, by: str, count: Counter | None = None
) -> ComplaintId:
    """Keeps a complaint that was checked, inside a change; raises Invalid where its place's own id is known already.

    Who keeps many hands over `count`, what counts their deadlines.
    """
    if ready.source_key:
        change.hold_key(ready.source_key)  # another desk may be taking in the same mail right now
    if complaint_from(shop, ready.source, ready.source_key) is not None:
        raise Invalid(
            "source_key", msg("“{key}” is recorded already. Look among the complaints.", key=shorten(ready.source_key))
        )
    hold_complaints(shop, change, (), also=ready.customer, about=ready.order)
    due = deadline_columns((count or counter(shop))(ready, ()))
    columns = {**complaint_columns(ready), "state": State.NEW.value, **due}
    kept = ComplaintId(change.insert(ComplaintTable, columns))
    note_steps(change, [(kept, State.NEW)], at=shop.now().isoformat(timespec="seconds"), by=by)
    counted(shop, change, (), complaint_states(shop, [kept]))
    return kept


def edit_complaint(
    shop: Shop,
    complaint_id: ComplaintId,
    version: int,
    fields: ComplaintFields,
    *,
    files: Sequence[tuple[str, bytes]] = (),
    actor: str,
) -> Changes:
    """Keeps a complaint's new fields, and more pictures with it.

    Raises Invalid at a field, Conflict when it was changed since `version` was read.
    """
    ready, pictures = checked_complaint(shop, fields), checked_pictures(files)
    title = msg("Edit complaint {id}", id=complaint_id)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        hold_complaints(shop, change, [complaint_id], also=ready.customer, about=ready.order)
        now, before = complaint(shop, complaint_id), complaint_states(shop, [complaint_id])
        if (ready.order, ready.product) != (now.fields.order, now.fields.product):
            ready = with_order(shop, ready)
        try:
            change.update(ComplaintTable, complaint_id, version=version, values=complaint_columns(ready))
        except Conflict as refused:
            if refused.__cause__ is not None:  # the server's own: it answers nothing more in this change
                raise
            raise _changed_meanwhile(shop, now, actor=actor) from None
        add_pictures(shop, change, complaint_id, pictures)
        renew_deadlines(shop, change, [complaint_id])
        counted(shop, change, before, complaint_states(shop, [complaint_id]))
    return change.changes


def set_state(
    shop: Shop,
    complaint_ids: Sequence[ComplaintId],
    state: State,
    *,
    promised_on: dt.date | None = None,
    actor: str,
) -> Changes:
    """Moves complaints to a state; raises Conflict, and moves none, when one of them cannot go there from where it is.

    PROMISED needs the day something was promised by; raises Invalid at "promised_on".
    """
    found = complaint_states(shop, complaint_ids)
    if not found:
        raise NotFound(msg("These complaints are no longer there. Refresh the list and try again."))
    _check_promise(shop, state, promised_on)
    label = STATE_NAMES[state]
    title = nmsg("{n} complaint: {state}", "{n} complaints: {state}", n=len(found), state=label)
    if len(found) == 1:
        title = msg("Complaint {id}: {state}", id=found[0].id, state=label)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        ids = [one.id for one in found]
        hold_complaints(shop, change, ids)
        check_moves(complaint_states(shop, ids), state)
        move(shop, change, ids, state, by=actor, promised_on=promised_on)
    return change.changes


def remove_complaints(shop: Shop, complaint_ids: Sequence[ComplaintId], *, actor: str) -> Changes:
    """Removes complaints with their thread, pictures and what was chosen for them; Undo brings all of it back.

    Vouchers given for them and messages sent about them stay.
    """
    found = complaint_states(shop, complaint_ids)
    title = nmsg("Remove {n} complaint", "Remove {n} complaints", n=len(found))
    if len(found) == 1:
        title = msg("Remove complaint {id}", id=found[0].id)
    with shop.change(title, actor=actor, topics=(*_TOPICS, Topic.MESSAGES)) as change:
        remove_with_thread(shop, change, [one.id for one in found])
    return change.changes


def complaint_columns(fields: ComplaintFields) -> dict[str, Any]:
    """The columns of a complaint that a person edits, with what it is found by."""
    return {
        "kind": fields.kind,
        "source": fields.source.value,
        "source_name": fields.source_name,
        "source_key": fields.source_key,
        "received_at": fields.received_at,
        "received_on": dt.date.fromisoformat(fields.received_at[:10]),
        "customer": fields.customer,
        "order": fields.order,
        "product": fields.product,
        "article": fields.article,
        "severity": fields.severity.value,
        "verdict": fields.verdict.value,
        "rating": fields.rating,
        "subject": fields.subject,
        "text": fields.text,
        "packer": fields.packer,
        "carrier": fields.carrier,
        "supplier": fields.supplier,
        "cause": fields.cause,
        "doc": complaint_doc(fields.subject, fields.article, fields.source_name, fields.text),
    }


def _check_promise(shop: Shop, state: State, day: dt.date | None) -> None:
    if state is not State.PROMISED:
        return
    if day is None:
        raise Invalid("promised_on", msg("Say by which day it was promised."))
    if day < shop.today():
        raise Invalid("promised_on", msg("{day} is over. Choose a day that is still to come.", day=day))


def _recorded(shop: Shop, fields: ComplaintFields) -> Message:
    review = fields.rating is not None
    if fields.order is not None:
        number = shorten(order(shop, fields.order).fields.number)
        if review:
            return msg("Record a review of order {number}", number=number)
        return msg("Record a complaint about order {number}", number=number)
    if fields.customer is not None:
        name = shorten(customer_name(shop, fields.customer))
        return msg("Record a review by {name}", name=name) if review else msg("Record a complaint of {name}", name=name)
    return msg("Record a review") if review else msg("Record a complaint")


def _changed_meanwhile(shop: Shop, now: Complaint, *, actor: str) -> Conflict:
    who = who_did(shop, now.version)
    if who and who != actor:
        said = msg("{who} changed complaint {id} meanwhile. Open it again to see what is new.", who=who, id=now.id)
        return Conflict(said)
    return Conflict(msg("Complaint {id} was changed meanwhile. Open it again to see what is new.", id=now.id))

"""Causes of complaints: named, given to complaints, and what was changed because of them with its day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.actions.meanwhile import or_changed_meanwhile
from desktop_app.domain.causes import RemedyFields, RemedyId, checked_cause, checked_remedy
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import CauseId, ComplaintId
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.causes import cause, cause_named, remedy
from desktop_app.queries.complaints import complaint_states
from desktop_app.store.tables import CauseTable, ComplaintTable, RemedyTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.COMPLAINTS,)


def add_cause(shop: Shop, name: str, *, actor: str) -> tuple[CauseId, Changes]:
    """Keeps a new cause; raises Invalid at “name”, also when there is one of this name."""
    tidy = checked_cause(name)
    with shop.change(msg("Add cause “{name}”", name=shorten(tidy)), actor=actor, topics=_TOPICS) as change:
        _check_is_free(shop, tidy, None)
        kept = _insert(change, tidy)
    return kept, change.changes


def rename_cause(shop: Shop, cause_id: CauseId, version: int, name: str, *, actor: str) -> Changes:
    """Calls a cause otherwise; Conflict when it was changed since `version` was read."""
    tidy, old = checked_cause(name), shorten(cause(shop, cause_id).name)
    with shop.change(msg("Rename cause “{name}”", name=old), actor=actor, topics=_TOPICS) as change:
        _check_is_free(shop, tidy, cause_id)
        now = cause(shop, cause_id)
        with or_changed_meanwhile(shop, old, version=now.version, actor=actor):
            values = {"name": tidy, "name_key": name_key(tidy)}
            change.update(CauseTable, cause_id, version=version, values=values)
    return change.changes


def remove_cause(shop: Shop, cause_id: CauseId, *, actor: str) -> Changes:
    """Removes a cause with what was changed because of it; raises Conflict while complaints have it."""
    title = msg("Remove cause “{name}”", name=shorten(cause(shop, cause_id).name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.hold_many(CauseTable, [cause_id])
        used = shop.value(ComplaintTable.select(ComplaintTable.id).where(ComplaintTable.cause == cause_id).limit(1))
        if used is not None:
            raise Conflict(msg("Complaints have this cause. Give them another one first, then remove it."))
        change.delete(RemedyTable, [one.id for one in cause(shop, cause_id).remedies])
        change.delete(CauseTable, [cause_id])
    return change.changes


def set_cause(shop: Shop, complaint_ids: Sequence[ComplaintId], name: str, *, actor: str) -> Changes:
    """Gives complaints a cause by its name, which is kept when it is new; an empty name takes theirs away."""
    tidy = checked_cause(name) if clean(name) else ""
    found = [one.id for one in complaint_states(shop, complaint_ids)]
    title = nmsg("Cause of {n} complaint", "Cause of {n} complaints", n=len(found))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        kept = None
        if tidy:
            kept = cause_named(shop, tidy) or _insert(change, tidy)
        change.update_many(ComplaintTable, found, ("cause",), ((kept,) for _ in found))
    return change.changes


def add_remedy(shop: Shop, cause_id: CauseId, fields: RemedyFields, *, actor: str) -> tuple[RemedyId, Changes]:
    """Keeps what was changed because of a cause, today where no day is told; raises Invalid at a field."""
    tidy, name = checked_remedy(fields, today=shop.today()), cause(shop, cause_id).name
    with shop.change(msg("Change because of “{name}”", name=shorten(name)), actor=actor, topics=_TOPICS) as change:
        change.touch(CauseTable, cause_id)
        values = {"cause": cause_id, "changed_on": tidy.changed_on, "text": tidy.text, "by": clean(actor)}
        kept = RemedyId(change.insert(RemedyTable, values))
    return kept, change.changes


def edit_remedy(shop: Shop, remedy_id: RemedyId, version: int, fields: RemedyFields, *, actor: str) -> Changes:
    """Puts right what was changed or when; Invalid at a field, Conflict when it was edited since `version` was read."""
    tidy, name = checked_remedy(fields, today=shop.today()), cause(shop, remedy(shop, remedy_id).cause).name
    with shop.change(
        msg("Edit a change because of “{name}”", name=shorten(name)), actor=actor, topics=_TOPICS
    ) as change:
        values = {"changed_on": tidy.changed_on, "text": tidy.text}
        change.update(RemedyTable, remedy_id, version=version, values=values)
    return change.changes


def remove_remedy(shop: Shop, remedy_id: RemedyId, *, actor: str) -> Changes:
    """Removes a change that was noted by mistake."""
    name = shorten(cause(shop, remedy(shop, remedy_id).cause).name)
    with shop.change(msg("Remove a change because of “{name}”", name=name), actor=actor, topics=_TOPICS) as change:
        change.delete(RemedyTable, [remedy_id])
    return change.changes


def _insert(change: Change, name: str) -> CauseId:
    return CauseId(change.insert(CauseTable, {"name": name, "name_key": name_key(name)}))


def _check_is_free(shop: Shop, name: str, own: CauseId | None) -> None:
    if cause_named(shop, name) not in (None, own):
        raise Invalid("name", msg("There is “{word}” already. Choose another name.", word=shorten(name)))

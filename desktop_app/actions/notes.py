"""Dated notes on a customer: written, put right and removed."""

from __future__ import annotations

from desktop_app.actions.checks_people import checked_note
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.notes import NoteId
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer_name
from desktop_app.queries.notes import note
from desktop_app.store.tables import CustomerTable, NoteTable

_TOPICS = (Topic.CUSTOMERS,)


def add_note(shop: Shop, customer_id: CustomerId, text: str, *, actor: str) -> tuple[NoteId, Changes]:
    """Keeps a note of this moment on a customer; raises Invalid at "text" when it is empty or too long."""
    tidy = checked_note(text)
    title = msg("Note on {name}", name=shorten(customer_name(shop, customer_id)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, customer_id)
        at = shop.now().isoformat(timespec="seconds")
        kept = NoteId(change.insert(NoteTable, {"customer": customer_id, "at": at, "by": actor, "text": tidy}))
    return kept, change.changes


def edit_note(shop: Shop, note_id: NoteId, version: int, text: str, *, actor: str) -> Changes:
    """Keeps another text of a note, with its moment as it was; raises Conflict when it was changed meanwhile."""
    tidy = checked_note(text)
    customer_id, _ = note(shop, note_id)
    title = msg("Edit the note on {name}", name=shorten(customer_name(shop, customer_id)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update(NoteTable, note_id, version=version, values={"text": tidy})
        if change.wrote:
            change.touch(CustomerTable, customer_id)
    return change.changes


def remove_note(shop: Shop, note_id: NoteId, *, actor: str) -> Changes:
    """Removes a note; Undo brings it back."""
    customer_id, _ = note(shop, note_id)
    title = msg("Remove a note on {name}", name=shorten(customer_name(shop, customer_id)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, customer_id)
        change.delete(NoteTable, [note_id])
    return change.changes

"""The dated notes on a customer, newest first."""

from __future__ import annotations

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.notes import Note, NoteId
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.store.tables import NoteTable as T


def notes_of(shop: Shop, customer_id: CustomerId) -> list[Note]:
    """The notes on a customer, newest first."""
    query = T.select(*_COLUMNS).where(T.customer == customer_id).order_by(T.at.desc(), T.id.desc())
    return [Note(NoteId(row[0]), *row[1:]) for row in shop.rows(query.tuples())]


def note(shop: Shop, note_id: NoteId) -> tuple[CustomerId, Note]:
    """One note with the customer it is on; raises NotFound."""
    row = shop.row(T.select(T.customer, *_COLUMNS).where(T.id == note_id))
    if row is None:
        raise NotFound(msg("There is no note number {id} in this shop. Check the number.", id=note_id))
    return CustomerId(row[0]), Note(NoteId(row[1]), *row[2:])


_COLUMNS = (T.id, T.version, T.at, T.by, T.text)

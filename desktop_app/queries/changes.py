"""What was done in the shop, newest first, and what Undo and Redo would do now."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.changes import ChangeId, UndoState
from desktop_app.i18n import Message
from desktop_app.queries import Shop
from desktop_app.store import undo
from desktop_app.store.messages import message_from_json
from desktop_app.store.tables import ChangeTable as T


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in the log; `undone` says that it is not in force any more."""

    id: ChangeId
    at: str
    actor: str
    title: Message
    undone: bool
    undoable: bool


def undo_state(shop: Shop) -> UndoState:
    """What Undo and Redo would do now."""
    return undo.undo_state(shop)


def change_rows(shop: Shop, limit: int = 200) -> list[ChangeRow]:
    """The change log, newest first."""
    columns = (T.id, T.at, T.actor, T.title, T.undone_by, T.undoable)
    return [
        ChangeRow(ChangeId(number), at, actor, message_from_json(title), undone_by is not None, bool(undoable))
        for number, at, actor, title, undone_by, undoable in shop.rows(
            T.select(*columns).order_by(T.id.desc()).limit(limit)
        )
    ]

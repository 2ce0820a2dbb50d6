"""Taking back what was done, and doing it again."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.domain.changes import ChangeId, Changes
from desktop_app.queries import Shop
from desktop_app.store import undo as store


def undo(shop: Shop, change_id: ChangeId | None = None, *, actor: str, own: Collection[str] = ()) -> Changes:
    """Takes back the given change, else the last one: of anybody, or of those who go by one of the `own` names.

    Raises Conflict when later changes touched the same records.
    """
    return store.undo(shop, change_id, actor=actor, own=own)


def redo(shop: Shop, *, actor: str, own: Collection[str] = ()) -> Changes:
    """Does again what was undone last, as `own` has it; raises NotFound when something else was done since."""
    return store.redo(shop, actor=actor, own=own)

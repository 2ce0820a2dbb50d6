"""Taking back what was done, and doing it again."""

from __future__ import annotations

from desktop_app.domain.changes import ChangeId, Changes
from desktop_app.queries import Shop
from desktop_app.store import undo as store


def undo(shop: Shop, change_id: ChangeId | None = None, *, actor: str) -> Changes:
    """Takes back the last change, or the given one; raises Conflict when later changes touched the same records."""
    return store.undo(shop, change_id, actor=actor)


def redo(shop: Shop, *, actor: str) -> Changes:
    """Does again what was undone last; raises NotFound when something else was done since."""
    return store.redo(shop, actor=actor)

"""How it is said that somebody kept another version of a record before this one: by whom, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.domain.errors import Conflict
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.changes import who_did


@contextmanager
def or_changed_meanwhile(shop: Shop, name: str, *, version: int, actor: str) -> Iterator[None]:
    """Lets a write be refused by who made the `version` that is kept now."""
    try:
        yield
    except Conflict as refused:
        if refused.__cause__ is not None:  # the server's own: it answers nothing more in this change
            raise
        raise changed_meanwhile(shop, name, version=version, actor=actor) from None


def changed_meanwhile(shop: Shop, name: str, *, version: int, actor: str) -> Conflict:
    """The refusal that names who made the `version` that is kept now, where that was somebody else."""
    who = who_did(shop, version)
    if who and who != actor:
        return Conflict(msg("{who} changed {name} meanwhile. Open it again to see what is new.", who=who, name=name))
    return Conflict(msg("{name} was changed meanwhile. Open it again to see what is new.", name=name))

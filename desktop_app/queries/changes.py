"""What was done in the shop, newest first, and what Undo and Redo would do now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.changes import ChangeId, Topic, UndoState
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
    topics: frozenset[Topic]
    undone: bool
    undoable: bool


@dataclass(frozen=True, slots=True)
class News:
    """That something was changed, and the kinds of record it touched."""

    id: ChangeId
    topics: frozenset[Topic]


def undo_state(shop: Shop, own: Collection[str] = ()) -> UndoState:
    """What Undo and Redo would do now, with `own` names only to what was done under one of them."""
    return undo.undo_state(shop, own)


def change_rows(shop: Shop, limit: int = 200) -> list[ChangeRow]:
    """The change log, newest first."""
    columns = (T.id, T.at, T.actor, T.title, T.topics, T.undone_by, T.undoable)
    return [
        ChangeRow(
            ChangeId(number),
            at,
            actor,
            message_from_json(title),
            _topics(topics),
            undone_by is not None,
            bool(undoable),
        )
        for number, at, actor, title, topics, undone_by, undoable in shop.rows(
            T.select(*columns).order_by(T.id.desc()).limit(limit)
        )
    ]


def news(shop: Shop, limit: int) -> list[News]:
    """The last changes, newest first, as every desk may know of them: a bench is not told what they are called."""
    rows = shop.rows(T.select(T.id, T.topics).order_by(T.id.desc()).limit(limit))
    return [News(ChangeId(number), _topics(topics)) for number, topics in rows]


class Listener(Protocol):
    """A connection that only listens: `fileno` is the socket to wait at."""

    def fileno(self) -> int:
        """The socket to wait at."""

    def heard(self) -> int | None:
        """How many changes were told of since the last time, without waiting; None when the connection is gone."""

    def close(self) -> None:
        """Listen no longer."""


def listen(shop: Shop) -> Listener | None:
    """Begins to listen for what other desks of a server do, on a connection of its own; None for a shop in a file."""
    from desktop_app.store import listening

    return listening.listen(shop)


def who_did(shop: Shop, change: int) -> str:
    """Under which name a change was made (a record's version is its last change); "" where that is not known."""
    return str(shop.value(T.select(T.actor).where(T.id == change)) or "")


def shop_made(shop: Shop) -> int:
    """A number that is another one once a restore has put another shop in this one's place, also from another desk.

    0 for a shop in a file: nobody else can restore it while it is open here.
    """
    if shop.sqlite:
        return 0
    return int(shop.sql("SELECT 'change_log'::regclass::oid::bigint")[0][0])  # a restore makes all tables anew


def _topics(text: str) -> frozenset[Topic]:
    return frozenset(Topic(name) for name in text.split(",") if name)

"""Taking a change back and doing it again: the journal is played backwards as a change of its own.

An undo notes in its own journal what it takes away, so doing again is the undo of the undo.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.changes import ChangeId, Changes, Done, Topic, UndoState
from desktop_app.domain.errors import Conflict, NotFound
from desktop_app.i18n import Message, msg
from desktop_app.store.access import Access
from desktop_app.store.messages import message_from_json
from desktop_app.store.open_complaints import complaints_recounted
from desktop_app.store.replay import replay
from desktop_app.store.shape import shape_named
from desktop_app.store.shop import Shop
from desktop_app.store.transaction import change

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Logged:
    """One line of the change log."""

    id: int
    actor: str
    title: Message
    topics: frozenset[Topic]
    undoes: int | None
    undone_by: int | None
    undoable: bool


def undo_state(access: Access, own: Collection[str] = ()) -> UndoState:
    """What Undo and Redo would do now: the newest change in force, and the newest undo after which nothing was done.

    With `own` names only the changes made under one of them count; `others` is then what somebody else did last, where
    nothing of one's own can be undone.
    """
    in_force = "undoes IS NULL AND undone_by IS NULL AND undoable = 1"
    by, names = "", tuple(own)
    if names:
        by = f" AND actor IN ({', '.join('?' for _ in names)})"
    done = _newest(access, in_force + by, names)
    undone = _newest(
        access,
        f"undone_by IS NULL AND id > coalesce((SELECT max(id) FROM change_log WHERE undoes IS NULL{by}), 0)"
        f" AND EXISTS (SELECT 1 FROM change_log u WHERE u.id = change_log.undoes AND u.undoes IS NULL){by}",
        names + names,
    )
    others = _newest(access, in_force) if names and done is None else None
    origin = undone and _logged(access, undone.undoes)
    return UndoState(
        undo=(ChangeId(done.id), done.title) if done else None,
        redo=(ChangeId(undone.id), origin.title) if undone and origin else None,
        others=Done(ChangeId(others.id), others.actor, others.title) if others else None,
    )


def undo(shop: Shop, change_id: ChangeId | None = None, *, actor: str, own: Collection[str] = ()) -> Changes:
    """Takes back one change (None: the newest, of `own` names if given), itself a change.

    An undo taken back is the change done again. Raises NotFound when there is nothing to take back, Conflict when the
    same records were changed since.
    """
    wanted = change_id
    if wanted is None:
        state = undo_state(shop, own)
        if state.undo is None:
            raise NotFound(msg("There is nothing to undo."))
        wanted = state.undo[0]
    return _take_back(shop, wanted, actor=actor, own=own)


def redo(shop: Shop, *, actor: str, own: Collection[str] = ()) -> Changes:
    """Does the change again that was undone last (by `own` names if given); raises NotFound when nothing is to be."""
    state = undo_state(shop, own)
    if state.redo is None:
        raise NotFound(msg("There is nothing to do again."))
    return _take_back(shop, state.redo[0], actor=actor, own=own)


def _take_back(shop: Shop, number: int, *, actor: str, own: Collection[str]) -> Changes:
    target, origin = _aim(shop, number)
    if target is origin:
        title = msg("Undone: {change}", change=origin.title)
    else:
        title = msg("Done again: {change}", change=origin.title)
    with change(shop, title, actor=actor, topics=target.topics, at=shop.now, undoes=target.id) as running:
        fresh = _logged(shop, target.id, lock=True)  # within the transaction, for another desk may have been faster
        if fresh is None or fresh.undone_by is not None:
            raise Conflict(msg("“{change}” is undone already.", change=origin.title))
        if not origin.undoable:
            raise Conflict(msg("“{change}” cannot be undone.", change=origin.title))
        with complaints_recounted(shop, target.id):
            _keep_others_out(shop, target.id)
            later = _later(shop, target.id)
            if later is not None:
                raise Conflict(_in_the_way(origin.title, later, own={"", actor, *own}))
            replay(running, target.id)
        shop.execute("UPDATE change_log SET undone_by = ? WHERE id = ?", (running.id, target.id))
        if target is not origin:  # done again: in force as before
            shop.execute("UPDATE change_log SET undone_by = NULL WHERE id = ?", (origin.id,))
        running.wrote = True
    return running.changes


def _in_the_way(title: Message, later: _Logged, *, own: Collection[str]) -> Message:
    """Why a change cannot be undone: what was done after it, and by whom when that was somebody else."""
    if later.actor in own:
        return msg(
            "“{change}” cannot be undone: “{later}” changed the same records after it. Undo that first.",
            change=title,
            later=later.title,
        )
    return msg(
        "“{change}” cannot be undone: {who} changed the same records after it (“{later}”). Undo that first.",
        change=title,
        who=later.actor,
        later=later.title,
    )


def _aim(access: Access, number: int) -> tuple[_Logged, _Logged]:
    """The change to take back, and the action a person did that stands behind it.

    An undo is taken back itself, which does its action again; for one that was done again the action is taken back.
    """
    named = _logged(access, number)
    if named is None:
        raise NotFound(msg("There is no change number {number}. Check the number.", number=number))
    undone = _logged(access, named.undoes)
    if undone is None:
        return named, named
    action = _logged(access, undone.undoes)
    return (named, undone) if action is None else (action, action)


def _keep_others_out(access: Access, number: int) -> None:
    """Lets nobody else write to the tables of a change until the undo is done; a file has one writer anyway."""
    if access.sqlite:
        return
    for (name,) in access.sql("SELECT DISTINCT tbl FROM journal WHERE change_id = ? ORDER BY tbl", (number,)):
        if shape_named(name):
            access.sql(f'LOCK TABLE "{name}" IN SHARE ROW EXCLUSIVE MODE')


def _later(access: Access, number: int) -> _Logged | None:
    """A change in force that wrote the same rows after change `number`; what cancelled out since is passed over.

    So are rows to whose numbers this one only added: that can be taken off whatever happened since.
    """
    theirs = access.sql(
        "SELECT j.tbl, j.first_id, j.last_id, j.change_id FROM journal j JOIN change_log c ON c.id = j.change_id"
        " WHERE j.id > (SELECT min(id) FROM journal WHERE change_id = ?) AND j.change_id <> ?"
        " AND c.undone_by IS NULL AND (c.undoes IS NULL OR c.undoes < ?)"
        " AND j.tbl IN (SELECT DISTINCT tbl FROM journal WHERE change_id = ? AND op <> 'A') ORDER BY j.id DESC",
        (number, number, number, number),
    )
    if not theirs:
        return None
    ours: dict[str, list[Range]] = {}
    for table, first, last in access.sql(
        "SELECT tbl, first_id, last_id FROM journal WHERE change_id = ? AND op <> 'A' ORDER BY tbl, first_id", (number,)
    ):
        ours.setdefault(table, []).append((first, last))
    joined = {table: union(ranges) for table, ranges in ours.items()}
    for table, first, last, change_id in theirs:
        if meets(joined[table], first, last):
            return _logged(access, change_id)
    return None


def union(ranges: Iterable[Range]) -> list[Range]:
    """Ranges sorted by their first number, joined where they overlap or touch."""
    joined: list[Range] = []
    for first, last in ranges:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def meets(joined: Sequence[Range], first: int, last: int) -> bool:
    """Whether first…last shares a number with sorted ranges that do not overlap."""
    at = bisect_left(joined, first, key=lambda known: known[1])
    return at < len(joined) and joined[at][0] <= last


def _newest(access: Access, condition: str, names: Sequence[str] = ()) -> _Logged | None:
    found = access.sql(f"SELECT max(id) FROM change_log WHERE {condition}", names)
    return _logged(access, found[0][0])


def _logged(access: Access, number: int | None, *, lock: bool = False) -> _Logged | None:
    rows = access.sql(
        "SELECT id, actor, title, topics, undoes, undone_by, undoable FROM change_log WHERE id = ?"
        + (" FOR UPDATE" if lock and not access.sqlite else ""),
        (number,),
    )
    for found, actor, title, topics, undoes, undone_by, undoable in rows:
        names = frozenset(Topic(name) for name in topics.split(",") if name)
        return _Logged(found, actor, message_from_json(title), names, undoes, undone_by, bool(undoable))
    return None

"""One action = one transaction: what is written inside `with shop.change(…) as change` is kept whole, or not at all.

Each change leaves a line in the change log and its undo journal; what it touched comes out as `Changes` after COMMIT.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

from peewee import PeeweeException

from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import Conflict, NotFound
from desktop_app.i18n import Message, msg
from desktop_app.store import bulk
from desktop_app.store.access import Access
from desktop_app.store.faults import in_words
from desktop_app.store.journal import Journal
from desktop_app.store.listening import announce
from desktop_app.store.messages import message_to_json
from desktop_app.store.shape import Column, Shape, shape

_log = logging.getLogger(__name__)
_HIGHEST = 2**31 - 1  # what a column of whole numbers holds
_GONE = msg("This record was removed in the meantime. Refresh the list and try again.")


class Change:
    """The running change: the only way rows are written. `changes` says what it did once the block has ended."""

    changes: Changes

    def __init__(self, access: Access, number: int) -> None:
        self.id = ChangeId(number)
        self.access = access
        self.wrote = False
        self.journal = Journal(access, number)

    def insert(self, table: Any, row: Mapping[str, Any]) -> int:
        """Adds one row, given by field names, and returns its id; fields not given take their defaults."""
        form = shape(table)
        given = form.of(row)
        others = form.defaults(given)
        names = "".join(f', "{column.name}"' for column in (*given, *others))
        values = "".join([*(", ?" for _ in given), *(f", {column.default}" for column in others)])
        text = f"INSERT INTO {form.table} (version{names}) VALUES (?{values}) RETURNING id"
        [(number,)] = self.access.sql(text, (self.id, *row.values()))
        self.wrote = True
        self.journal.added(form, number, number)
        return int(number)

    def insert_many(self, table: Any, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> range:
        """Adds many rows, values in the order of `columns`, streaming; returns their ids, which are contiguous.

        While `rows` come they must not read the shop: a server takes them in one go.
        """
        form = shape(table)
        ids = bulk.insert_rows(self.access, form, columns=form.of(columns), rows=rows, version=self.id)
        if ids:
            self.wrote = True
            self.journal.added(form, ids[0], ids[-1])
        return ids

    def update(self, table: Any, id: int, *, version: int | None, values: Mapping[str, Any]) -> None:  # noqa: A002
        """Edits one row. Raises NotFound when it is gone and Conflict when its version is not the one that was read.

        `version=None` takes the row as it stands; values equal to what stands there write nothing.
        """
        form = shape(table)
        self._hold(form, id, version)
        columns = form.of(values)
        if not columns:
            return
        differs = " OR ".join(f"{self._differs('t', column.name)} ?" for column in columns)
        params = (id, *values.values())
        self.journal.edited(form, columns=columns, rows=f"{form.table} t WHERE t.id = ? AND ({differs})", params=params)
        sets = ", ".join(f'"{column.name}" = ?' for column in columns)
        touched = self.access.execute(
            f"UPDATE {form.table} AS t SET {sets}, version = ? WHERE t.id = ? AND ({differs})",
            (*values.values(), self.id, *params),
        )
        self.wrote = self.wrote or touched > 0

    def touch(self, table: Any, id: int, *, version: int | None = None) -> None:  # noqa: A002
        """Makes this change the last of a row whose belongings it writes; raises as `update` does.

        So a form that was read before is out of date, and the row's own history knows of this change.
        """
        self._hold(shape(table), id, version)
        self.touch_many(table, [id])

    def touch_many(self, table: Any, ids: Iterable[int]) -> None:
        """Makes this change the last of rows whose belongings it writes; those that are gone are passed over."""
        form = shape(table)
        condition, params = self._listed(ids)
        self._keep_others_out(form, condition, params)
        self.journal.edited(form, columns=form.columns[:1], rows=f"{form.table} t WHERE t.{condition}", params=params)
        touched = self.access.execute(f"UPDATE {form.table} SET version = ? WHERE {condition}", (self.id, *params))
        self.wrote = self.wrote or touched > 0

    def hold_many(self, table: Any, ids: Iterable[int]) -> None:
        """Keeps others from writing these rows until this change is through, so that what is read next stays so."""
        condition, params = self._listed(ids)
        self._keep_others_out(shape(table), condition, params)

    def hold_key(self, key: str) -> None:
        """Keeps other desks that hold the same key waiting until this change is through, as no row has it yet.

        What is looked up by it after that stays so.
        """
        if not self.access.sqlite:  # a file has one that writes anyway
            self.access.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", (key,))

    def update_many(
        self, table: Any, ids: Iterable[int], columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Edits the rows `ids`, each given once, to the values of `rows` in step; what stands already is not written.

        Raises Conflict when one of them is gone.
        """
        form = shape(table)
        pairs = ((number, *row) for number, row in zip(ids, rows, strict=True))
        while chunk := list(islice(pairs, bulk.CHUNK)):
            self._update_chunk(form, columns, chunk)

    def add_many(self, table: Any, column: str, amounts: Mapping[int, int]) -> None:
        """Adds to a number that many rows keep, or takes off where it is negative; it ends at nought.

        Rows that keep none, or are gone, are passed over. What others add to the same rows meanwhile stays, also when
        this change is undone.
        """
        form, [name] = shape(table), [column]
        rows = [(row, max(-_HIGHEST, min(_HIGHEST, amount))) for row, amount in sorted(amounts.items()) if amount]
        if rows:
            self.add_to(form, form.of([name])[0], rows)

    def add_to(self, form: Shape, column: Column, rows: Sequence[tuple[int, int]]) -> None:
        """`add_many` by the shape of a table, as an undo has it."""
        own, by = f'CAST(t."{column.name}" AS BIGINT)', f's."{column.name}"'
        least, most = ("min", "max") if self.access.sqlite else ("least", "greatest")
        new = f"{least}({_HIGHEST}, {most}(0, {own} + {by}))"
        with bulk.staged(self.access, form, [column], rows) as given:
            where = f'+s.id = t.id AND t."{column.name}" IS NOT NULL'
            both = f"{form.table} t, {given.table} s"
            if not self.access.sqlite:
                self.access.sql(f"SELECT t.id FROM {both} WHERE {where} ORDER BY t.id FOR UPDATE OF t", given.params)
            changed = f"{both} WHERE {where} AND {new} <> {own}"
            self.journal.grown(form, column, by=f"{new} - {own}", rows=changed, params=given.params)
            touched = self.access.execute(
                f'UPDATE {form.table} AS t SET "{column.name}" = {new}, version = ? FROM {given.table} s'
                f" WHERE {where} AND {new} <> {own}",
                (self.id, *given.params),
            )
        self.wrote = self.wrote or touched > 0

    def delete(self, table: Any, ids: Iterable[int]) -> None:
        """Removes rows; those that are gone already are passed over. Raises Conflict when others still use one."""
        form = shape(table)
        condition, params = self._listed(ids)
        self._keep_others_out(form, condition, params)
        self.journal.removed(form, rows=f"{form.table} t WHERE t.{condition}", params=params)
        touched = self.access.execute(f"DELETE FROM {form.table} WHERE {condition}", params)
        self.wrote = self.wrote or touched > 0

    def _update_chunk(self, form: Shape, names: Sequence[str], chunk: Sequence[Sequence[Any]]) -> None:
        columns = form.of(names)
        with bulk.staged(self.access, form, columns, chunk) as given:
            # the sign keeps SQLite from reading a whole table of millions to find its rows among the few staged ones
            join = f"{form.table} t JOIN {given.table} s ON +s.id = t.id"
            lock = "" if self.access.sqlite else " ORDER BY t.id FOR UPDATE OF t"
            count = f"SELECT count(*) FROM (SELECT t.id FROM {join}{lock}) AS found"
            if self.access.sql(count, given.params)[0][0] != len(chunk):
                raise Conflict(_GONE)
            differs = " OR ".join(f'{self._differs("t", column.name)} s."{column.name}"' for column in columns)
            self.journal.edited(form, columns=columns, rows=f"{join} WHERE ({differs})", params=given.params)
            sets = ", ".join(f'"{column.name}" = s."{column.name}"' for column in columns)
            touched = self.access.execute(
                f"UPDATE {form.table} AS t SET {sets}, version = ? FROM {given.table} s"
                f" WHERE +s.id = t.id AND ({differs})",
                (self.id, *given.params),
            )
        self.wrote = self.wrote or touched > 0

    def _hold(self, form: Shape, number: int, version: int | None) -> None:
        """Keeps others from writing a row until this change is through; raises when it is gone or not as it was."""
        lock = "" if self.access.sqlite else " FOR UPDATE"
        found = self.access.sql(f"SELECT version FROM {form.table} WHERE id = ?{lock}", (number,))
        if not found:
            raise NotFound(_GONE)
        if version is not None and found[0][0] != version:
            raise self._was_first(found[0][0])

    def _keep_others_out(self, form: Shape, condition: str, params: Sequence[object]) -> None:
        """Lets nobody else write rows from now on, so that what the journal notes of them is what the change met."""
        if not self.access.sqlite:
            self.access.sql(f"SELECT id FROM {form.table} WHERE {condition} ORDER BY id FOR UPDATE", params)

    def _listed(self, ids: Iterable[int]) -> tuple[str, tuple[str]]:
        """The condition that a row is one of these, with its value."""
        wanted = json.dumps(list(ids))
        if self.access.sqlite:
            return "id IN (SELECT value FROM json_each(?))", (wanted,)
        return "id IN (SELECT value::bigint FROM json_array_elements_text(?))", (wanted,)

    def _was_first(self, version: int) -> Conflict:
        """The conflict with the change that gave a record its present version; with the name of who else did it."""
        others = (
            "SELECT actor FROM change_log WHERE id = ? AND actor NOT IN (SELECT actor FROM change_log WHERE id = ?)"
        )
        for (who,) in self.access.sql(others, (version, self.id)):
            if who:
                return Conflict(
                    msg(
                        "{who} changed this record in the meantime. Look at it again, then repeat your change.", who=who
                    )
                )
        return Conflict(msg("This record was changed in the meantime. Look at it again, then repeat your change."))

    def _differs(self, table: str, column: str) -> str:
        return f'{table}."{column}" {"IS NOT" if self.access.sqlite else "IS DISTINCT FROM"}'


@contextmanager
def change(
    access: Access,
    title: Message,
    *,
    actor: str,
    topics: Iterable[Topic],
    at: Callable[[], dt.datetime],
    undoable: bool = True,
    undoes: int | None = None,
) -> Iterator[Change]:
    """One transaction with its line in the log; COMMIT at the end of the block, ROLLBACK on any exception.

    A change that wrote nothing leaves nothing behind, and its `changes.id` is 0.
    """
    if access.changing or not access.write:
        raise RuntimeError("a change inside a change, or in a shop opened for reading")
    touched = frozenset(topics)
    with access.gate:
        _begin(access)
        try:
            number = _log_line(access, title, actor=actor, topics=touched, at=at(), undoable=undoable, undoes=undoes)
            running = Change(access, number)
            yield running
            if running.wrote:
                running.journal.flush()
                announce(access, number)
        except BaseException:
            _rollback(access)
            raise
        if not running.wrote:
            _rollback(access)
            running.changes = Changes(ChangeId(0), frozenset(), title)
            return
        _commit(access)
        running.changes = Changes(running.id, touched, title)


def _begin(access: Access) -> None:
    with access.ready():
        access.database.begin()
    access.changing = True


def _commit(access: Access) -> None:
    """Nothing is acknowledged before this returns."""
    try:
        with in_words(access.place):
            access.database.commit()
    except BaseException:
        _rollback(access)
        raise
    access.changing = False


def _rollback(access: Access) -> None:
    access.changing = False
    try:
        access.database.rollback()
    except PeeweeException:  # the first failure is the one to be heard; without its connection a change is rolled back
        _log.info("a rollback failed; the connection is made anew")
        with suppress(PeeweeException):
            access.database.close()


def _log_line(
    access: Access,
    title: Message,
    *,
    actor: str,
    topics: frozenset[Topic],
    at: dt.datetime,
    undoable: bool,
    undoes: int | None,
) -> int:
    [(number,)] = access.sql(
        "INSERT INTO change_log (at, actor, title, topics, undoes, undoable) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (
            at.isoformat(timespec="seconds"),
            actor,
            message_to_json(title),
            ",".join(sorted(topic.value for topic in topics)),
            undoes,
            int(undoable),
        ),
    )
    return int(number)

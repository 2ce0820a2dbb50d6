"""Moves a whole shop from a file to a server or back: every table, compared row by row before anything counts.

All is one transaction of the new shop, so that it holds everything or stays empty; the old one is only read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.domain.errors import Conflict, Stopped, StoreUnavailable
from desktop_app.domain.servers import Verified
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.migrate import HISTORY, counts
from desktop_app.store.moving_rows import Kept, Row, kept_tables, rows_of, write_rows

Progress = Callable[[int, int], bool]


def copy_shop(source: Access, target: Access, *, progress: Progress | None = None) -> Verified:
    """Copies every row of one open shop into another, empty one, and compares both; returns what was compared.

    `progress(done, total)` counts rows written and rows compared, and stops all by False. Raises Conflict when the new
    shop holds records, Stopped when told to stop, StoreUnavailable when it came out otherwise: nothing is kept then.
    """
    refuse_filled(target)
    with _still(source), target.gate, target.ready(), target.database.atomic():
        moving = _Moving(source, target, progress)
        moving.copy()
        return moving.compare()


def refuse_filled(target: Access) -> None:
    """Raises Conflict when a shop holds anything; only one without a single row can take another shop in."""
    found = {name: count for name, count in counts(target).items() if count and name != HISTORY}
    if found:
        raise Conflict(
            msg(
                "“{place}” holds records already ({table}: {count}). Move the shop to a new, empty place.",
                place=target.place,
                table=min(found),
                count=found[min(found)],
            )
        )


@contextmanager
def _still(source: Access) -> Iterator[None]:
    """The source as it stands at one moment, whatever other desks do meanwhile."""
    if source.changing:
        raise RuntimeError("a move inside a change")
    with source.gate, source.ready():
        if source.sqlite:
            source.database.execute_sql("BEGIN DEFERRED")
        else:
            source.database.begin("REPEATABLE READ")
        try:
            yield
        finally:
            source.database.rollback()


class _Moving:
    """One move: the tables in the order in which they can be filled, and a hash of all that was written."""

    def __init__(self, source: Access, target: Access, progress: Progress | None) -> None:
        self._source, self._target, self._progress = source, target, progress
        self._tables = kept_tables()
        self._counts = {table.name: self._count(source, table) for table in self._tables}
        self._done, self._total = 0, 2 * sum(self._counts.values())
        self._sums: dict[str, str] = {}
        for table in self._tables:
            self._same_columns(table)

    def copy(self) -> None:
        """Writes every table, with its numbering going on where it stood."""
        for table in self._tables:
            hashed = hashlib.sha256()
            write_rows(self._target, table, self._hashing(rows_of(self._source, table, as_in=self._target), hashed))
            self._sums[table.name] = hashed.hexdigest()
            _number_on(self._target, table, _last_number(self._source, table))

    def compare(self) -> Verified:
        """Reads all that was written again; raises StoreUnavailable where it is not what was read of the old shop."""
        for table in self._tables:
            hashed = hashlib.sha256()
            for _ in self._hashing(rows_of(self._target, table, as_in=self._target), hashed):
                pass
            same = hashed.hexdigest() == self._sums[table.name]
            if not same or self._count(self._target, table) != self._counts[table.name]:
                raise StoreUnavailable(
                    msg(
                        "“{table}” did not come out the same in “{place}”, so nothing was moved. Try again; the shop "
                        "stays where it was.",
                        table=table.name,
                        place=self._target.place,
                    )
                )
        whole = hashlib.sha256("".join(f"{name} {value}\n" for name, value in sorted(self._sums.items())).encode())
        return Verified(len(self._tables), sum(self._counts.values()), whole.hexdigest())

    def _hashing(self, rows: Iterator[Row], hashed: hashlib._Hash) -> Iterator[Row]:
        for row in rows:
            hashed.update(repr(row).encode("utf-8", "surrogatepass"))
            self._done += 1
            if self._progress is not None and not self._progress(self._done, self._total):
                raise Stopped(msg("Stopped. Nothing was moved."))
            yield row

    def _count(self, access: Access, table: Kept) -> int:
        return int(access.sql(f'SELECT count(*) FROM "{table.name}"')[0][0])

    def _same_columns(self, table: Kept) -> None:
        """A column this program does not know would be left behind unseen."""
        names = set(table.columns)
        for access in (self._source, self._target):
            if {column.name for column in access.database.get_columns(table.name)} != names:
                raise RuntimeError(f"{table.name} has other columns than this program knows")


def _last_number(access: Access, table: Kept) -> int:
    """The last number a table gave to a row, whether the row is still there or not."""
    if access.sqlite:
        found = access.sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,))
    else:
        found = access.sql(
            "SELECT pg_sequence_last_value(pg_get_serial_sequence(?, 'id')::regclass)", (f'"{table.name}"',)
        )
    highest = access.sql(f'SELECT max(id) FROM "{table.name}"')[0][0] or 0
    return max(int(found[0][0] or 0) if found else 0, int(highest))


def _number_on(access: Access, table: Kept, last: int) -> None:
    if not last:
        return
    if access.sqlite:
        access.sql("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
        access.sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, last))
    else:
        access.sql("SELECT setval(pg_get_serial_sequence(?, 'id')::regclass, ?)", (f'"{table.name}"', last))

"""A snapshot of an embedded shop by SQLite's own backup, and the check of such a file.

A live file is never opened, copied or hashed by itself: closing it would drop SQLite's locks, and rows would be lost.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import apsw

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.archive import Snapshot
from desktop_app.store.faults import in_words
from desktop_app.store.migrate import counts
from desktop_app.store.unfinished import begin, sweep

PART = "shop.db"
_WITHOUT_LOCKS = "win32-none" if sys.platform == "win32" else "unix-none"  # network drives often have none that work


@contextmanager
def snapshot(access: Access, file: Path) -> Iterator[Snapshot]:
    """The shop as it stands now, as a checked private file beside `file` that goes at the end of the block."""
    if access.changing:
        raise RuntimeError("a backup inside a change")
    with in_words(str(file)):
        sweep(file.parent)  # what a killed backup left may be what fills the drive
        beside, handle = begin(file)
        try:
            change, rows = _copy(access, beside)
            trouble = file_problem(beside, rows)
            if trouble:
                raise StoreUnavailable(
                    msg(
                        "“{place}” is damaged ({detail}), so no backup was made of it. Restore the newest backup.",
                        place=access.place,
                        detail=trouble,
                    )
                )

            def part(target: IO[bytes]) -> None:
                with beside.open("rb") as source:
                    shutil.copyfileobj(source, target, 1 << 20)

            yield Snapshot(change, rows, {PART: part})
        finally:
            os.close(handle)
            beside.unlink(missing_ok=True)


def _copy(access: Access, beside: Path) -> tuple[int, dict[str, int]]:
    """Copies the shop page by page within one read, which also counts what has to be in the copy."""
    source = access.database.connection()
    target = apsw.Connection(str(beside), flags=apsw.SQLITE_OPEN_READWRITE, vfs=_WITHOUT_LOCKS)
    target.pragma("locking_mode", "EXCLUSIVE")  # the copy is in the shop's own mode, which else needs shared memory
    target.pragma("journal_mode", "OFF")  # a copy that was not finished is thrown away
    try:
        with access.gate, access.ready():
            access.database.execute_sql("BEGIN DEFERRED")
            try:
                rows = counts(access)
                change = access.sql("SELECT coalesce(max(id), 0) FROM change_log")[0][0]
                with target.backup("main", source, "main") as running:
                    running.step()
            finally:
                access.database.rollback()
        target.pragma("journal_mode", "DELETE")  # one file by itself
    finally:
        target.close()
    return change, rows


def file_problem(file: Path, rows: Mapping[str, int]) -> str:
    """What is wrong with a copy that nobody else has open, '' when it is whole and holds the expected rows."""
    try:
        connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY, vfs=_WITHOUT_LOCKS)
    except apsw.Error as error:
        return str(error)
    try:
        for found in _integrity(connection):
            return found
        for table, expected in rows.items():
            name = table.replace('"', '""')
            [(count,)] = connection.execute(f'SELECT count(*) FROM "{name}"')
            if count != expected:
                return f"{table}: {count} ≠ {expected}"
    except apsw.Error as error:
        return str(error)
    finally:
        connection.close()
    return ""


def problems(access: Access) -> list[str]:
    """What SQLite finds wrong with an open shop: pages, indexes, references, the search index."""
    found: list[str] = []
    try:
        found.extend(_integrity(access.database.connection()))
    except apsw.Error as error:
        found.append(str(error))
    return found


def _integrity(connection: apsw.Connection) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield str(line)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} → {parent}"

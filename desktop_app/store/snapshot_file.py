"""A snapshot of an embedded shop by SQLite's own backup, and the check of such a file.

A live file is never opened, copied or hashed by itself: closing it would drop SQLite's locks, and rows would be lost.
"""

from __future__ import annotations

import os
import secrets
import shutil
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

PART = "shop.db"


@contextmanager
def snapshot(access: Access, folder: Path) -> Iterator[Snapshot]:
    """The shop as it stands now, as a checked private file in `folder` that goes at the end of the block."""
    if access.changing:
        raise RuntimeError("a backup inside a change")
    beside = folder / f".{secrets.token_hex(6)}.snapshot"
    with in_words(str(folder)):
        os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
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
            beside.unlink(missing_ok=True)


def _copy(access: Access, beside: Path) -> tuple[int, dict[str, int]]:
    """Copies the shop page by page within one read, which also counts what has to be in the copy."""
    source = access.database.connection()
    target = apsw.Connection(str(beside), flags=apsw.SQLITE_OPEN_READWRITE)
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
        connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
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

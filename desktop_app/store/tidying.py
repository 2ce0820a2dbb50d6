"""Rewrites a shop's database without what was removed from it: no old page, index sample or log keeps a byte of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

from peewee import PeeweeException

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store.access import Access
from desktop_app.store.indexes import sorting_on_disk
from desktop_app.store.shape import shape

_log = logging.getLogger(__name__)
_IN_MEMORY = 200 << 20  # bytes up to which the rewriting needs no file beside the shop's
_PATIENCE = "15s"
_LOOKS, _PAUSE = 150, 0.1  # seconds between two: as long together
_SAMPLED = ("pg_statistic",)  # what the server noted of columns: names and addresses among it


def forget_samples(access: Access, tables: Iterable[Any]) -> None:
    """Drops the samples of index keys by which SQLite plans, inside a change: they are names and addresses."""
    if access.sqlite and access.sql("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'"):
        names = ", ".join(f"'{shape(table).name}'" for table in tables)
        access.execute(f"DELETE FROM sqlite_stat4 WHERE tbl IN ({names})")


def tidy(access: Access, tables: Iterable[Any]) -> bool:
    """Rewrites the whole file, or on a server these tables, after a change; answers whether that could be done now.

    On a file it fails where there is no room for a second copy, or another program reads the shop just now.
    """
    if access.changing:
        raise RuntimeError("tidying inside a change")
    with access.gate:
        try:
            return _file(access) if access.sqlite else _server(access, [shape(table).name for table in tables])
        except (PeeweeException, StoreUnavailable) as error:
            _log.warning("a shop could not be tidied: %s", type(error).__name__)
            return False


def _file(access: Access) -> bool:
    with access.ready():
        database = access.database
        big = database.pragma("page_count") * database.pragma("page_size") > _IN_MEMORY
        with sorting_on_disk(access) if big else nullcontext():  # the file holds only what stays
            database.execute_sql("VACUUM")
        [(busy, *_)] = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return not busy


def _server(access: Access, names: Iterable[str]) -> bool:
    """Somebody working in a table just now keeps it from being rewritten; its free room is then used again in time."""
    tables = list(dict.fromkeys([*names, "journal", "change_log", "saved_view", "import_run", *_SAMPLED]))
    whole = True
    with access.ready():
        run = access.database.execute_sql
        run(f"SET lock_timeout = '{_PATIENCE}'")
        try:
            for name in tables:
                try:
                    _drop_samples(access, name)
                    whole = _read_no_more(access) and whole  # each counting anew leaves older notes to be rewritten
                    run(f'VACUUM (FULL, ANALYZE) "{name}"')
                except PeeweeException:
                    whole = False
                    run(f'VACUUM (ANALYZE) "{name}"')
        finally:
            run("SET lock_timeout = 0")
    return whole


def _read_no_more(access: Access) -> bool:
    """Waits until nobody reads the shop as it stood before: rewriting keeps what they may still look at.

    The server's own worker is such a reader too, while it counts a table's values; and so is the rewriting itself, as
    long as a change begun earlier goes on in whatever database of the server.
    """
    [(now,)] = access.sql("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
    before = (
        "SELECT 1 WHERE pg_snapshot_xmin(pg_current_snapshot())::text::bigint < ? OR EXISTS (SELECT 1"
        " FROM pg_stat_activity WHERE (datname = current_database() OR datname IS NULL) AND pid <> pg_backend_pid()"
        " AND backend_xmin::text::bigint < ?)"
    )
    for _ in range(_LOOKS):
        if not access.sql(before, (now, now % 2**32)):
            return True
        access.sql(f"SELECT pg_sleep({_PAUSE})")
    return False


def _drop_samples(access: Access, name: str) -> None:
    """Has a server forget what it noted of a table that is empty now: counting it anew would leave that standing.

    Setting a column to the type it has drops its notes and rewrites nothing.
    """
    if name in _SAMPLED or access.sql(f'SELECT 1 FROM "{name}" LIMIT 1'):
        return
    columns = (
        "SELECT a.attname, format_type(a.atttypid, a.atttypmod), c.collname FROM pg_attribute a"
        " LEFT JOIN pg_collation c ON c.oid = a.attcollation AND c.collname <> 'default'"
        " WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attcollation <> 0"
    )
    for column, kind, collation in access.sql(columns, (f'"{name}"',)):
        as_it_is = f'{kind} COLLATE "{collation}"' if collation else kind
        access.database.execute_sql(f'ALTER TABLE "{name}" ALTER COLUMN "{column}" TYPE {as_it_is}')

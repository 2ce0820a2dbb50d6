"""Rewrites a shop's database without what was removed from it: no old page, index sample or log keeps a byte of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from peewee import PeeweeException

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store.access import Access
from desktop_app.store.shape import shape

_log = logging.getLogger(__name__)
_IN_MEMORY = 200 << 20  # bytes up to which the rewriting needs no file beside the shop's
_PATIENCE = "15s"


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
        size = database.pragma("page_count") * database.pragma("page_size")
        if size > _IN_MEMORY:
            database.pragma("temp_store", "FILE")  # its file has no name, and holds only what stays
        try:
            database.execute_sql("VACUUM")
        finally:
            if size > _IN_MEMORY:
                database.pragma("temp_store", "MEMORY")
        [(busy, *_)] = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return not busy


def _server(access: Access, names: Iterable[str]) -> bool:
    whole = True
    with access.ready():
        for name in dict.fromkeys([*names, "journal", "change_log"]):
            access.database.execute_sql(f"SET lock_timeout = '{_PATIENCE}'")
            try:
                access.database.execute_sql(f'VACUUM (FULL, ANALYZE) "{name}"')
            except PeeweeException:  # somebody works in it just now; its place is then used again sooner or later
                whole = False
                access.database.execute_sql(f'VACUUM (ANALYZE) "{name}"')
            finally:
                access.database.execute_sql("SET lock_timeout = 0")
    return whole

"""The embedded engine: peewee over apsw with the settings that keep a shop's file safe, each read back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import apsw
from playhouse.apsw_ext import APSWDatabase

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg

MINIMUM = (3, 51, 3)  # up to 3.51.2 two writers that checkpoint at once can lose committed pages in WAL
APPLICATION_ID = 0x436F7264  # "Cord": tells our files from any other SQLite file

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("secure_delete", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),  # no customer's name in a temporary file
    ("cache_size", "-8000", -8_000),  # KiB; with SQLite's 2 MB a big import writes many pages twice
    ("journal_size_limit", "67108864", 67_108_864),  # what a big import made of the -wal is given back
)


class ShopFile(APSWDatabase):  # type: ignore[misc]  # untyped
    """One SQLite file as peewee's database; it is never created by being opened.

    `sealed` reads it as it lies there, without a file beside it, which is sound only while nobody writes.
    """

    def __init__(self, file: Path, *, write: bool = True, create: bool = False, sealed: bool = False) -> None:
        self._query_only = not write
        self._settings = _SETTINGS[1:] if sealed else _SETTINGS  # its journal stays what it is
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
        if sealed:
            flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        super().__init__(
            f"file:{quote(str(file))}?immutable=1" if sealed else str(file),
            thread_safe=False,
            timeout=5,
            lock_type="IMMEDIATE",
            flags=flags,
            field_types={"ID": "INTEGER", "KEY": "TEXT"},
        )

    def interrupt(self) -> None:
        """Ends the statement that is running now."""
        self.connection().interrupt()

    def get_binary_type(self) -> type[bytes]:
        """What holds bytes (peewee would ask Python's own sqlite3)."""
        return bytes

    def _connect(self) -> Any:
        check_version(apsw.sqlite_lib_version())
        connection = super()._connect()
        try:
            connection.convert_binding = _bind
            for name, value, expected in self._settings:
                connection.pragma(name, value)
                found = connection.pragma(name)
                if found != expected:
                    raise StoreUnavailable(
                        msg(
                            "“{place}” cannot be kept safely on this disk ({name} is {found}). Choose another disk.",
                            place=self.database,
                            name=name,
                            found=str(found),
                        )
                    )
            if self._query_only:
                connection.pragma("query_only", "ON")
        except BaseException:
            connection.close()
            raise
        return connection


def check_version(version: str) -> None:
    """Refuses an SQLite library that can lose committed pages; raises StoreUnavailable."""
    numbers = tuple(int(part) for part in version.split("."))
    if numbers < MINIMUM:
        raise StoreUnavailable(
            msg(
                "This computer’s SQLite {found} can lose data; {needed} is needed. Update the package apsw.",
                found=version,
                needed=".".join(map(str, MINIMUM)),
            )
        )


def _bind(_cursor: object, _number: int, value: object) -> object:
    """What apsw cannot bind by itself: dates as ISO text, decimals as text."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be kept in the shop's file")

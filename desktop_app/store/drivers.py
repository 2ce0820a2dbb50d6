"""Imports peewee without the database drivers it looks for; a PostgreSQL shop hands it psycopg when one is opened.

At its import peewee imports every driver it finds: psycopg costs a start 150 ms, and Python's own sqlite3 is an old
second SQLite in one process. They are hidden for that one moment. This must run before anything imports peewee; it
does, because `desktop_app.store` and `desktop_app.queries` import it first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_HIDDEN = ("sqlite3", "pysqlite3", "psycopg2", "psycopg2cffi", "psycopg", "pymysql", "MySQLdb")


@contextmanager
def drivers_hidden() -> Iterator[None]:
    """A moment in which no database driver can be imported, for imports of modules that take any they find."""
    kept = {name: sys.modules[name] for name in _HIDDEN if name in sys.modules}
    sys.modules.update(dict.fromkeys(_HIDDEN))  # type: ignore[arg-type]  # None makes an import fail
    try:
        yield
    finally:
        for name in _HIDDEN:
            del sys.modules[name]
        sys.modules.update(kept)


def _import_peewee() -> Any:
    with drivers_hidden():
        import peewee

    return peewee


peewee: Any = _import_peewee()


def give_psycopg() -> ModuleType:
    """Imports psycopg and gives peewee what it would have taken of it; raises ImportError without the extra."""
    import psycopg
    from psycopg.pq import TransactionStatus
    from psycopg.types.json import Json, Jsonb

    if peewee.psycopg is None:
        adapter = peewee.Psycopg3Adapter
        peewee.psycopg, peewee.TransactionStatus = psycopg, TransactionStatus
        peewee.Json_pg3, peewee.Jsonb_pg3 = Json, Jsonb
        adapter.txn_idle, adapter.txn_inerror = TransactionStatus.IDLE, TransactionStatus.INERROR
        adapter.txn_unknown = TransactionStatus.UNKNOWN
    return psycopg

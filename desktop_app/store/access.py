"""One connection: runs queries and plain SQL on either engine and hands back plain rows; shops and changes use it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, TypeVar

from peewee import PeeweeException

from desktop_app.domain.errors import Stopped, StoreUnavailable
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import msg
from desktop_app.store.faults import in_words

_Found = TypeVar("_Found")


class Engine(StrEnum):
    """The two databases a shop can be kept in."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class Access:
    """One connection to one shop, used from one thread at a time; only `interrupt` may come from another."""

    def __init__(self, database: Any, engine: Engine, *, location: str, place: str, write: bool) -> None:
        self.database = database
        self.engine = engine
        self.location = location
        self.place = place  # the location as it may be shown: without a password
        self.write = write
        self.changing = False
        self.closed = False  # for good, by `Shop.close`
        self.alone = False  # while this desk holds the server's lock, which would go with its connection
        self.gate = threading.Lock()  # held during a change, which nobody interrupts
        self._interrupted = False

    @property
    def sqlite(self) -> bool:
        """Whether this is an SQLite file; else it is PostgreSQL."""
        return self.engine is Engine.SQLITE

    def rows(self, query: Any, /) -> list[tuple[Any, ...]]:
        """All rows of a query as plain tuples."""
        return self._read(lambda: list(query.tuples().iterator(self.database)))

    def row(self, query: Any, /) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return self._read(lambda: next(iter(query.tuples().execute(self.database)), None))

    def value(self, query: Any, /) -> Any:
        """The first column of the first row, or None."""
        found = self.row(query)
        return found[0] if found else None

    def named(self, query: Any, /) -> list[Any]:
        """All rows of a query as named tuples."""
        return self._read(lambda: list(query.namedtuples().iterator(self.database)))

    def run(self, query: Any, /) -> int:
        """Runs a writing query inside a change and returns how many rows it touched; it is not journaled."""
        if not self.changing:
            raise RuntimeError("a write outside of a change")
        with self.ready():
            return int(query.execute(self.database))

    def sql(self, text: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of plain SQL; on both engines a value stands as ?, and % needs no doubling."""

        def ask() -> list[tuple[Any, ...]]:
            cursor = self.database.execute_sql(self.dialect(text), params)
            return list(cursor.fetchall()) if self.sqlite or cursor.description else []

        return self._read(ask)

    def execute(self, text: str, params: Sequence[Any] = ()) -> int:
        """Runs plain SQL that returns no rows, inside a change or a migration; returns how many rows it touched."""
        with self.ready():
            cursor = self.database.execute_sql(self.dialect(text), params)
            return int(self.database.rows_affected(cursor))

    def many(self, text: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one statement for each of many rows by the driver's own executemany."""
        with self.ready():
            self.database.cursor().executemany(self.dialect(text), rows)

    def dialect(self, text: str) -> str:
        """SQL written with ? as this engine's driver wants it."""
        return text if self.sqlite else _percent(text)

    def interrupt(self) -> None:
        """Ends the running read, which raises Stopped in its thread; a change is never interrupted. From any thread."""
        if self.gate.acquire(blocking=False):
            try:
                if not self.database.is_closed():
                    self._interrupted = True
                    self.database.interrupt()
            finally:
                self.gate.release()

    def ready(self) -> AbstractContextManager[None]:
        """A block whose faults come out in words; brings back a connection that was lost first."""
        if not self.changing and self.database.is_closed():
            if self.closed:
                raise StoreUnavailable(msg("“{place}” was closed. Open it again.", place=self.place))
            with in_words(self.place):
                self.database.connect()
        return in_words(self.place)

    def _read(self, ask: Callable[[], _Found]) -> _Found:
        """Reads; once more where the server had ended a connection with which nothing was begun, as a restart does."""
        again = not self.sqlite and not self.changing and not self.alone and self.database.is_idle()
        self._interrupted = False
        try:
            with self.ready():
                return ask()
        except StoreUnavailable:
            if not again or not self.database.is_closed():
                raise
        except PeeweeException as error:
            if not self._interrupted:
                raise
            raise Stopped(msg("Stopped.")) from error  # a search interrupted while its index opens says another fault
        with self.ready():
            return ask()


@lru_cache(maxsize=512)
def _percent(text: str) -> str:
    return text.replace("%", "%%").replace("?", "%s")

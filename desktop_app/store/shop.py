"""One open shop: what the other floors hold in their hands to read, to change and to close."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

from desktop_app.domain.changes import Topic
from desktop_app.i18n import Message
from desktop_app.store import transaction
from desktop_app.store.access import Access, Engine
from desktop_app.store.transaction import Change

Today = Callable[[], dt.date]


class Shop(Access):
    """One open shop, with its clock; used from one thread at a time."""

    def __init__(
        self,
        database: Any,
        engine: Engine,
        *,
        location: str,
        place: str,
        write: bool,
        today: Today | None = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(database, engine, location=location, place=place, write=write)
        self._today = today
        self._release = release

    def today(self) -> dt.date:
        """The day for every rule: the computer's, or the one the shop was opened with."""
        return self._today() if self._today else dt.date.today()  # noqa: DTZ011  # the shop's own local day is meant

    def now(self) -> dt.datetime:
        """The local time with its offset, on the day of `today`."""
        now = dt.datetime.now().astimezone()
        return now if self._today is None else dt.datetime.combine(self._today(), now.timetz())

    def change(
        self, title: Message, *, actor: str, topics: Iterable[Topic], undoable: bool = True
    ) -> AbstractContextManager[Change]:
        """One transaction: everything written through the Change is kept at the end of the block, or nothing is."""
        return transaction.change(self, title, actor=actor, topics=topics, at=self.now, undoable=undoable)

    def close(self) -> None:
        """Ends the connection and lets go of the lock; more than once does no harm."""
        try:
            if not self.closed and not self.database.is_closed():
                with self.ready():
                    if self.sqlite and self.write:
                        self.database.pragma("optimize")  # figures by which SQLite chooses its way, where they are old
                    self.database.close()
        finally:
            self.closed = True
            if self._release:
                self._release()

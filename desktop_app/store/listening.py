"""Desks of one server tell each other of each change within its own commit; a desk that listens hears of it at once."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from desktop_app.store.access import Access
from desktop_app.store.server_address import secured

CHANNEL = "cordial"


def announce(access: Access, change: int) -> None:
    """Tells the other desks of a change once it is committed: its number, for everybody may listen."""
    if not access.sqlite:
        access.sql("SELECT pg_notify(?, ?)", (CHANNEL, str(change)))


class Listener:
    """A connection of its own that only listens; `fileno` can be read from when there is news."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def fileno(self) -> int:
        """The socket to wait at."""
        return int(self._connection.fileno())

    def heard(self) -> int | None:
        """How many changes were told of since the last time, without waiting; None when the connection is gone."""
        handle, count = self._connection.pgconn, 0
        try:
            handle.consume_input()
        except Exception:  # noqa: BLE001 - the driver's; whoever polls meanwhile finds the server again
            return None
        while handle.notifies() is not None:
            count += 1
        return count

    def close(self) -> None:
        """Listen no longer."""
        with suppress(Exception):  # the server may be gone, and nothing is lost with it
            self._connection.close()


def listen(access: Access) -> Listener | None:
    """Begins to listen for what other desks do; None for a shop in a file, which has one desk."""
    if access.sqlite:
        return None
    from desktop_app.store.drivers import give_psycopg

    with access.ready():
        connection = give_psycopg().connect(
            secured(access.location), autocommit=True, connect_timeout=10, application_name="cordial listens"
        )
        connection.execute(f"LISTEN {CHANNEL}")
    return Listener(connection)

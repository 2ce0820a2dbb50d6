"""Opens a shop, in a file or on a server: creates it, brings it up to date, takes the lock."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.access import Engine
from desktop_app.store.shop import Shop, Today
from desktop_app.store.transaction import Change

__all__ = ["Change", "Engine", "Shop", "is_server", "open_shop"]


def is_server(location: str | Path) -> bool:
    """Whether a location is the address of a server, not a file."""
    return str(location).startswith(("postgresql://", "postgres://"))


def open_shop(location: str | Path, *, write: bool = True, today: Today | None = None) -> Shop:
    """Opens the shop at a file's path or a postgresql:// address, and creates it there when there is none.

    With write=False nothing can be changed and no lock is taken. Raises StoreUnavailable, with the way out, when it
    cannot be opened; a file that is not a shop is left untouched.
    """
    if is_server(location):
        from desktop_app.store.server import open_server

        return open_server(str(location), write=write, today=today)
    from desktop_app.store.file import open_file

    return open_file(Path(location), write=write, today=today)

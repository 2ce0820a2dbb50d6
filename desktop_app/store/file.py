"""Opening an embedded shop: is it one, may it lie there, is it free; made whole beside its place and then moved in."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

import apsw

from desktop_app import paths
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store.access import Access, Engine
from desktop_app.store.durable import sync_folder
from desktop_app.store.faults import in_words
from desktop_app.store.lock import ShopLock
from desktop_app.store.migrate import HISTORY, migrate, pending, refuse_newer
from desktop_app.store.places import refuse_shared
from desktop_app.store.shop import Shop, Today
from desktop_app.store.sqlite import APPLICATION_ID, ShopFile

_COMPANIONS = ("-wal", "-shm", "-journal")


def open_file(file: Path, *, write: bool, today: Today | None) -> Shop:
    """Opens the shop in a file; see `open_shop`."""
    file = file.expanduser().absolute()
    place = str(file)
    with in_words(place):
        _folder(file)
        refuse_shared(file)
        if file.exists():
            inspect(file)
    if not write:
        return _open_to_read(file, today)
    with in_words(place):
        lock = ShopLock(file)
    try:
        with in_words(place):
            if not file.exists():
                _create(file)
            shop = _shop(file, write=True, today=today, release=lock.release)
        if pending(shop):
            migrate(shop)
        return shop
    except BaseException:
        lock.release()
        raise


def inspect(file: Path) -> None:
    """Raises StoreUnavailable when a file is no shop, or one of a newer program; only ever reads it."""
    place = str(file)
    if file.is_dir():
        raise StoreUnavailable(msg("“{place}” is a folder. Name a file for the shop inside it.", place=place))
    stranger = StoreUnavailable(
        msg("“{place}” is not a shop of Cordial. It was left as it is: choose another file.", place=place)
    )
    if file.stat().st_size == 0:
        raise stranger
    connection = apsw.Connection(place, flags=apsw.SQLITE_OPEN_READONLY)  # never open(): closing drops SQLite's locks
    try:
        connection.set_busy_timeout(5000)
        if connection.pragma("application_id") != APPLICATION_ID:
            raise stranger
        refuse_newer([name for (name,) in connection.execute(f"SELECT name FROM {HISTORY}")], place)
    except apsw.NotADBError:
        raise stranger from None
    finally:
        connection.close()


def _folder(file: Path) -> None:
    """Our own folder is made on first use; any other must be there already, so that a typing error makes none."""
    if file.parent == paths.data_folder():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.parent.is_dir():
        raise StoreUnavailable(
            msg(
                "There is no folder “{folder}”. Create it, or choose another place for the shop.",
                folder=str(file.parent),
            )
        )


def _open_to_read(file: Path, today: Today | None) -> Shop:
    if not file.exists():
        raise StoreUnavailable(
            msg(
                "There is no shop at “{place}” yet. Open the window to make one, or name another file.", place=str(file)
            )
        )
    shop = _shop(file, write=False, today=today)
    if pending(shop):  # bringing it up to date needs the right to write, for a moment
        shop.close()
        open_file(file, write=True, today=today).close()
        shop = _shop(file, write=False, today=today)
    return shop


def _shop(file: Path, *, write: bool, today: Today | None, release: object = None) -> Shop:
    database = ShopFile(file, write=write)
    with in_words(str(file)):
        database.connect()
    place = str(file)
    return Shop(database, Engine.SQLITE, location=place, place=place, write=write, today=today, release=release)  # type: ignore[arg-type]


def _create(file: Path) -> None:
    """Makes a new shop beside its place and moves it in whole, so that there is never half a shop; needs the lock."""
    for left in file.parent.glob(f".{file.name}.*.new*"):  # of a run that was killed
        left.unlink()
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}.new")
    database = ShopFile(beside, create=True)
    try:
        os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        database.connect()
        database.pragma("application_id", APPLICATION_ID)
        migrate(Access(database, Engine.SQLITE, location=str(beside), place=str(file), write=True))
        database.pragma("wal_checkpoint(TRUNCATE)")
        database.close()
        os.replace(beside, file)
    except BaseException:
        database.close()
        for companion in ("", *_COMPANIONS):
            with suppress(OSError):
                beside.with_name(beside.name + companion).unlink()
        raise
    sync_folder(file.parent)

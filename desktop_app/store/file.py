"""Opening an embedded shop: is it one, may it lie there, is it free; made whole beside its place and then moved in."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import apsw

from desktop_app import paths
from desktop_app.domain.errors import Damaged, NoShop, StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store.access import Access, Engine
from desktop_app.store.changeover import COMPANIONS, finish, waiting
from desktop_app.store.durable import sync_folder
from desktop_app.store.faults import free_bytes, in_words
from desktop_app.store.lock import ShopLock
from desktop_app.store.migrate import HISTORY, applied, migrate, pending, refuse_newer
from desktop_app.store.places import refuse_shared
from desktop_app.store.shop import Shop, Today
from desktop_app.store.sqlite import APPLICATION_ID, ShopFile

_SPARE = 1 << 20  # bytes; with less no -shm can be laid beside the file


def open_file(file: Path, *, write: bool, today: Today | None) -> Shop:
    """Opens the shop in a file; see `open_shop`."""
    file = file.expanduser().absolute()
    try:
        with in_words(str(file)):
            _folder(file)
            refuse_shared(file)
            if file.exists() and not waiting(file).exists():
                inspect(file)
        return _open_to_write(file, today) if write else _open_to_read(file, today)
    except Damaged as error:
        raise _with_newest_backup(file, error) from error


def connect_file(
    file: Path,
    *,
    write: bool,
    today: Today | None = None,
    release: Callable[[], None] | None = None,
    sealed: bool = False,
) -> Shop:
    """Connects to a shop's file as it is: no lock is taken, nothing created, nothing brought up to date."""
    place = str(file)
    database = ShopFile(file, write=write, sealed=sealed)
    with in_words(place):
        database.connect()
    return Shop(database, Engine.SQLITE, location=place, place=place, write=write, today=today, release=release)


def inspect(file: Path) -> None:
    """Raises StoreUnavailable when a file is no shop, or one of a newer program; only ever reads it."""
    place = str(file)
    if file.is_dir():
        raise StoreUnavailable(msg("“{place}” is a folder. Name a file for the shop inside it.", place=place))
    stranger = StoreUnavailable(
        msg("“{place}” is not a shop of Cordial. It was left as it is: choose another file.", place=place)
    )
    if file.stat().st_size == 0:
        raise Damaged(stranger.message)
    connection = _look_into(file)
    try:
        connection.set_busy_timeout(5000)
        if connection.pragma("application_id") != APPLICATION_ID:
            raise stranger
        refuse_newer([str(name) for (name,) in connection.execute(f"SELECT name FROM {HISTORY}")], place)
    except apsw.NotADBError:
        raise Damaged(stranger.message) from None  # a photo; or the ruins of a shop, where there are backups of one
    finally:
        connection.close()


def _look_into(file: Path) -> apsw.Connection:
    """A connection that only reads. Not open(): closing that would drop SQLite's locks.

    Without a -wal the file is taken as immutable, so that not even a -shm is left beside what is no shop.
    """
    address = f"file:{quote(str(file))}" + ("?immutable=1" if _is_all(file) else "")
    return apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def _is_all(file: Path) -> bool:
    """Whether the file alone is the whole shop: nothing waits in a -wal beside it."""
    wal = file.with_name(f"{file.name}-wal")
    return not wal.exists() or wal.stat().st_size == 0


def _folder(file: Path) -> None:
    """Our own folder is made on first use; any other must be there already, so that a typing error makes none."""
    folder = file.parent
    if folder.is_dir():
        return
    if folder == paths.data_folder():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    else:
        raise StoreUnavailable(
            msg("There is no folder “{folder}”. Create it, or choose another place for the shop.", folder=str(folder))
        )


def _open_to_write(file: Path, today: Today | None) -> Shop:
    with in_words(str(file)):
        lock = ShopLock(file)
    try:
        with in_words(str(file)):
            _sweep(file)
            finish(file)
            if not file.exists():
                _create(file)
        shop = connect_file(file, write=True, today=today, release=lock.release)
        try:
            _bring_up_to_date(shop)
        except BaseException:
            shop.database.close()
            raise
        return shop
    except BaseException:
        lock.release()
        raise


def _open_to_read(file: Path, today: Today | None) -> Shop:
    if waiting(file).exists():
        _open_to_write(file, today).close()
    if not file.exists():
        raise NoShop(
            msg("There is no shop at “{place}” yet. Open Cordial to make one, or name another file.", place=str(file))
        )
    shop = _connect_to_read(file, today)
    if not pending(shop):
        return shop
    shop.close()  # bringing it up to date needs the right to write, for a moment
    _open_to_write(file, today).close()
    return connect_file(file, write=False, today=today)


def _connect_to_read(file: Path, today: Today | None) -> Shop:
    """Also where nothing can be laid beside the file: on a read-only medium, on a full disk."""
    try:
        shop = connect_file(file, write=False, today=today)
        try:
            shop.sql("PRAGMA user_version")  # the first look makes what lies beside it
        except BaseException:
            shop.close()
            raise
        return shop
    except Damaged:
        raise
    except StoreUnavailable:
        stuck = not os.access(file.parent, os.W_OK) or not os.access(file, os.W_OK) or free_bytes(str(file)) < _SPARE
        if not stuck or not _is_all(file):
            raise
    return connect_file(file, write=False, today=today, sealed=True)


def _bring_up_to_date(shop: Shop) -> None:
    if pending(shop):
        if applied(shop):
            from desktop_app.domain.backups import Reason
            from desktop_app.store.snapshots import backup

            backup(shop, reason=Reason.BEFORE_UPGRADE)
        migrate(shop)


def _create(file: Path) -> None:
    """Makes a new shop beside its place and moves it in whole, so that there is never half a shop; needs the lock."""
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
        for companion in ("", *COMPANIONS):
            with suppress(OSError):
                beside.with_name(beside.name + companion).unlink()
        raise
    sync_folder(file.parent)


def _sweep(file: Path) -> None:
    """Clears away what a killed creation or restore left unfinished; needs the lock."""
    for kind in ("new", "restore"):
        for left in file.parent.glob(f".{file.name}.*.{kind}*"):
            left.unlink(missing_ok=True)


def _with_newest_backup(file: Path, error: Damaged) -> Damaged:
    from desktop_app.store.snapshots import backups

    newest = next(iter(backups(str(file))), None)
    if newest is None:
        return error
    return Damaged(
        msg(
            "“{place}” is damaged. It was left as it is: restore the newest backup, {backup} of {day}.",
            place=str(file),
            backup=newest.file.name,
            day=newest.day,
        )
    )

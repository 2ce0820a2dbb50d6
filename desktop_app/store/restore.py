"""Bringing a backup back: verified first, what is there kept as a backup too, then changed over in one step.

In a file that step is a rename: the verified new shop waits beside the old one, and from that moment it is the shop.
Whoever opens the shop next finishes a change-over that was killed, so there is the old shop or the new one, never a
mixture. On a server it is one transaction.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import zipfile
from pathlib import Path

import apsw

from desktop_app.domain.backups import BackupRow, Reason
from desktop_app.domain.errors import AppError, BadFile
from desktop_app.i18n import msg
from desktop_app.store.access import Engine
from desktop_app.store.archive import Manifest, blocks, damaged, open_archive
from desktop_app.store.changeover import COMPANIONS, announce, finish
from desktop_app.store.connect import is_server, open_shop
from desktop_app.store.durable import durable_write
from desktop_app.store.faults import in_words
from desktop_app.store.file import connect_file
from desktop_app.store.lock import ShopLock
from desktop_app.store.migrate import refuse_newer
from desktop_app.store.outbox import doubted
from desktop_app.store.places import refuse_shared
from desktop_app.store.snapshot_file import PART, file_problem
from desktop_app.store.snapshots import backup, backup_folder
from desktop_app.store.sqlite import APPLICATION_ID


def restore(location: str, file: Path) -> BackupRow | None:
    """Puts the shop of a backup in the place of the one at `location`, which must not be open.

    Returns the backup of what was there before, None when there was nothing. Raises BadFile when the file is no good
    backup of this kind of shop, StoreUnavailable when the shop is in use or cannot be written; nothing is changed then.
    """
    engine = Engine.POSTGRESQL if is_server(location) else Engine.SQLITE
    if engine is Engine.SQLITE and file.absolute() == Path(location).expanduser().absolute():
        raise BadFile(
            msg("“{file}” is the shop itself, not a backup of it. Choose another file.", file=file.name), file=file.name
        )
    with open_archive(file, file.name) as (manifest, archive):
        refuse_newer(manifest.schema, file.name)
        if manifest.engine != engine.value:
            raise BadFile(
                msg(
                    "“{file}” was made of the other kind of shop: file or server. Choose a fitting one.", file=file.name
                ),
                file=file.name,
            )
        if engine is Engine.POSTGRESQL:
            return _into_server(location, manifest, archive, file.name)
        return _into_file(Path(location).expanduser().absolute(), manifest, archive, file.name)


def _into_server(location: str, manifest: Manifest, archive: zipfile.ZipFile, name: str) -> BackupRow:
    from desktop_app.store.snapshot_server import replace_all

    for part in manifest.parts:
        for _ in blocks(archive, manifest, part, name):
            pass  # reading compares: all of it is good before anything is touched
    shop = open_shop(location)
    try:
        kept = backup(shop, reason=Reason.BEFORE_RESTORE)
        replace_all(shop, manifest, lambda part: blocks(archive, manifest, part, name))
    finally:
        shop.close()
    return kept


def _into_file(shop: Path, manifest: Manifest, archive: zipfile.ZipFile, name: str) -> BackupRow | None:
    refuse_shared(shop)
    with in_words(str(shop)):
        lock = ShopLock(shop)
        try:
            finish(shop)
            beside = shop.with_name(f".{shop.name}.{secrets.token_hex(6)}.restore")
            try:
                _unpack(archive, manifest, beside, name)
                _doubt_waiting(beside)
                kept = _keep(shop)
                announce(beside, shop)
            finally:
                beside.unlink(missing_ok=True)
            finish(shop)
        finally:
            lock.release()
    return kept


def _unpack(archive: zipfile.ZipFile, manifest: Manifest, beside: Path, name: str) -> None:
    """Writes the backup's shop beside the old one and makes sure that it is whole and on the disk."""
    if PART not in manifest.parts:
        raise damaged(name)
    with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as target:
        for block in blocks(archive, manifest, PART, name):
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    if file_problem(beside, manifest.counts) or _mark(beside) != APPLICATION_ID:
        raise damaged(name)


def _doubt_waiting(file: Path) -> None:
    """Has nothing that waited in the outbox of the backup sent a second time."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.pragma("synchronous", "full")  # on the disk before it becomes the shop
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'message'").fetchone():
            connection.execute(*doubted(dt.datetime.now().astimezone().isoformat(timespec="seconds")))
    finally:
        connection.close()


def _mark(file: Path) -> object:
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.pragma("application_id")
    finally:
        connection.close()


def _keep(shop: Path) -> BackupRow | None:
    """Keeps what is there: as a backup, or file by file when it is too damaged for one."""
    if not shop.exists():
        return None
    try:
        opened = connect_file(shop, write=True)
        try:
            return backup(opened, reason=Reason.BEFORE_RESTORE)
        finally:
            opened.close()  # the last connection: takes the -wal in and away
    except AppError:
        return _keep_as_it_is(shop)


def _keep_as_it_is(shop: Path) -> BackupRow:
    """Copies a damaged shop's files; nobody has them open, for this runs under the shop's lock."""
    folder = backup_folder(str(shop)) / f"damaged-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700, parents=True)
    for companion in ("", *COMPANIONS):
        source = shop.with_name(shop.name + companion)
        if source.exists():
            durable_write(folder / source.name, source.read_bytes())
    at = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    return BackupRow(folder / shop.name, at, Reason.BEFORE_RESTORE, number=0, change=0, bytes=shop.stat().st_size)

"""Backups: a consistent snapshot of the open shop in one verified file, in a folder of its own; the oldest go."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from urllib.parse import urlsplit

from desktop_app import __version__, paths
from desktop_app.domain.backups import BackupRow, Health, Reason, superfluous
from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.archive import SUFFIX, Manifest, open_archive, write_archive
from desktop_app.store.changeover import COMPANIONS
from desktop_app.store.faults import in_words
from desktop_app.store.lock import one_at_a_time
from desktop_app.store.migrate import applied, counts


def backup_folder(location: str) -> Path:
    """Where the backups of a shop lie: beside its file, or in the user's folder for a shop on a server."""
    if "://" in location:
        parts = urlsplit(location)
        name = f"{parts.path.strip('/')}@{parts.hostname or 'localhost'}"
        return paths.data_folder() / "backups" / "".join(c if c.isalnum() or c in ".-@" else "-" for c in name)
    file = Path(location).expanduser().absolute()
    return file.parent / "backups" / file.name


def backup(access: Access, to: Path | None = None, *, reason: Reason = Reason.ASKED) -> BackupRow:
    """Keeps a verified copy of the shop in one file: `to` (a file or folder), or in its own folder, where old ones go.

    Raises StoreUnavailable when it cannot be written, Invalid when `to` is the shop itself; no backup is thrown away
    before this one is verified.
    """
    if to:
        if access.sqlite and _belongs_to(Path(access.location), to):
            raise Invalid("to", msg("“{file}” is the shop itself. Give the backup another name.", file=to.name))
        return _keep(access, to.expanduser().absolute(), reason)
    folder = backup_folder(access.location)
    with in_words(str(folder)):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with one_at_a_time(folder):
            for left in folder.glob(".*"):  # by a backup that was killed
                left.unlink(missing_ok=True)
            row = _keep(access, folder, reason)
            _rotate(access.location, dt.datetime.fromisoformat(row.at).date())
            return row


def backup_if_changed(access: Access, *, reason: Reason) -> BackupRow | None:
    """A backup, unless nothing was changed since the newest one."""
    newest = next(iter(backups(access.location)), None)
    if newest and newest.change >= last_change(access):
        return None
    return backup(access, reason=reason)


def backups(location: str) -> list[BackupRow]:
    """The backups in a shop's folder, newest first; files that are none are passed over."""
    found = []
    for file in backup_folder(location).glob(f"*{SUFFIX}"):
        try:
            with open_archive(file, file.name) as (manifest, _):
                found.append(_row(file, manifest))
        except (BadFile, OSError):
            continue
    return sorted(found, key=lambda row: row.number, reverse=True)


def check(access: Access) -> Health:
    """Reads the whole shop and says what is wrong with it."""
    if access.sqlite:
        from desktop_app.store.snapshot_file import problems
    else:
        from desktop_app.store.snapshot_server import problems
    found = tuple(
        msg("The shop is damaged: {detail}. Restore the newest backup.", detail=detail) for detail in problems(access)
    )
    return Health(found, {} if found else counts(access))


def last_change(access: Access) -> int:
    """The number of the last change of a shop, 0 for none."""
    return int(access.sql("SELECT coalesce(max(id), 0) FROM change_log")[0][0])


def _keep(access: Access, to: Path, reason: Reason) -> BackupRow:
    """A backup at `to`, a file or a folder; nothing is written anywhere else, for that drive may be the only one
    with room left.
    """
    at = dt.datetime.now().astimezone().replace(microsecond=0)  # the real clock, also under --today
    number = 1 + max((row.number for row in backups(access.location)), default=0)
    file = to / f"{at:%Y-%m-%d-%H%M%S}-{number:05d}-{reason}{SUFFIX}" if os.path.isdir(to) else to
    if access.sqlite:
        from desktop_app.store.snapshot_file import snapshot
    else:
        from desktop_app.store.snapshot_server import snapshot
    with snapshot(access, file) as taken:
        manifest = Manifest(
            engine=access.engine.value,
            program=__version__,
            schema=applied(access),
            at=at.isoformat(),
            reason=reason.value,
            number=number,
            change=taken.change,
            counts=taken.counts,
            sequences=taken.sequences,
        )
        write_archive(file, manifest, taken.parts)
    return _row(file, manifest)


def _belongs_to(shop: Path, file: Path) -> bool:
    """Whether a file is the shop's, or one of those that SQLite and the lock keep beside it."""
    shop, file = shop.resolve(), file.expanduser().resolve()
    return file.parent == shop.parent and file.name in {
        shop.name + end for end in ("", *COMPANIONS, ".lock", ".restored")
    }


def _rotate(location: str, today: dt.date) -> None:
    for row in superfluous(backups(location), today):
        row.file.unlink(missing_ok=True)


def _row(file: Path, manifest: Manifest) -> BackupRow:
    return BackupRow(
        file=file,
        at=manifest.at,
        reason=Reason(manifest.reason),
        number=manifest.number,
        change=manifest.change,
        bytes=file.stat().st_size,
        counts=manifest.counts,
    )

"""Keeping copies of the shop, bringing one back, and looking whether all is well."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.backups import BackupRow, Health, Reason
from desktop_app.queries import Shop


def backup(shop: Shop, to: Path | None = None, *, reason: Reason = Reason.ASKED) -> BackupRow:
    """Keeps a verified copy of the open shop: at `to`, or in its backup folder, where the oldest ones then go."""
    from desktop_app.store import snapshots  # first use, not start

    return snapshots.backup(shop, to, reason=reason)


def backup_if_changed(shop: Shop, *, reason: Reason) -> BackupRow | None:
    """A backup, unless nothing was changed since the newest one."""
    from desktop_app.store import snapshots

    return snapshots.backup_if_changed(shop, reason=reason)


def backups(location: str) -> list[BackupRow]:
    """The backups of the shop at a place, newest first; the shop itself is not touched."""
    from desktop_app.store import snapshots

    return snapshots.backups(location)


def check(shop: Shop) -> Health:
    """Reads the whole shop and says what is wrong with it."""
    from desktop_app.store import snapshots

    return snapshots.check(shop)


def restore(location: str, file: Path) -> BackupRow | None:
    """Puts a backup in the place of the shop, which must be closed; returns the backup of what was there before.

    Raises BadFile for what is no good backup, StoreUnavailable when the shop is in use; nothing is changed then.
    """
    from desktop_app.store.restore import restore as bring_back

    return bring_back(location, file)

"""How a backup is called on the screen: when it was made, why, how much is in it."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.backups import BackupRow, Reason
from desktop_app.i18n import Words

_MB = 1_000_000


def made_at(words: Words, row: BackupRow) -> str:
    """When it was made, as people say it."""
    at = dt.datetime.fromisoformat(row.at)
    return words("{day}, {time}", day=words.date(at.date()), time=f"{at:%H:%M}")


def holds(words: Words, row: BackupRow) -> str:
    """Why it was made, and how large it is."""
    why = {
        Reason.ASKED: words("made by hand"), Reason.CLOSING: words("at close"), Reason.REGULAR: words("by itself"),
        Reason.BEFORE_IMPORT: words("before an import"), Reason.BEFORE_BULK_EDIT: words("before a large change"),
        Reason.BEFORE_RESTORE: words("before a restore"), Reason.BEFORE_UPGRADE: words("before an upgrade"),
        Reason.BEFORE_MOVE: words("before a move"),
    }[row.reason]
    orders = words.n("{n} order", "{n} orders", row.counts.get("orders", 0))
    return " · ".join((why, orders, _size(words, row.bytes)))


def _size(words: Words, size: int) -> str:
    if size < _MB:
        return words("{size} KB", size=words.number(max(1, round(size / 1000))))
    return words("{size} MB", size=words.number(round(size / _MB, 1)))

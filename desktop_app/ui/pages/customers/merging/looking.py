"""Looking through all customers without holding up the pages that ask for something meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.actions.apart import can_look_apart, look_apart
from desktop_app.domain.errors import AppError
from desktop_app.queries import Shop
from desktop_app.queries.duplicates import Duplicates, duplicates_among_new
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job

Look = Callable[..., Duplicates]  # (shop, *, progress) -> Duplicates


def look_through(
    desk: Desk, look: Look, *, then: Callable[[Duplicates], object], failed: Callable[[AppError], object],
    progress: Callable[[int, int], object], owner: QObject,
) -> Job:
    """Ask for pairs, beside the database thread where the shop is a file; `failed` hears when it was stopped."""
    if can_look_apart(desk.location):
        return desk.work.run(
            look_apart, desk.location, look, then=then, failed=failed, progress=progress, owner=owner
        )
    return desk.work.ask(look, then=then, failed=failed, progress=progress, owner=owner)


def among_new(change: int) -> Look:
    """The look-up of pairs in which somebody stands whom a change added."""

    def look(shop: Shop, *, progress: Any = None) -> Duplicates:
        return duplicates_among_new(shop, change, progress=progress)

    return look

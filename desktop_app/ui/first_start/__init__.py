"""The first minutes: what is asked of a new shop, the sample shop, and what to do when a shop does not open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def first_page(desk: Desk, *, leave: Callable[..., object]) -> QWidget:
    """What an empty shop begins with: the sample shop fills itself, one's own asks its three questions."""
    if desk.sample:
        from desktop_app.ui.first_start.filling import Filling

        return Filling(desk, leave=leave)
    from desktop_app.ui.first_start.welcome import Welcome

    return Welcome(desk, leave=leave)

"""The desk: what a page needs of the window around it, handed down instead of reached for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message, Words
from desktop_app.ui.bus import Bus
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.work import Work


class Navigate(Protocol):
    """`navigate("orders", order=17)`: show a page, telling it what to open (its `open` receives the keywords)."""

    def __call__(self, page: str, /, **what: object) -> None: ...


@dataclass(slots=True)
class Desk:
    """Handed to every page. `tell` shows a sentence in the banner, `tell_done` one with [Undo] for a change just made.

    `words` is the screen's voice; pages are rebuilt when it changes, so they may keep it.
    `today` is the day every rule counts from (`--today` sets it). `shop_name` is known once settings were read.
    """

    words: Words
    theme: Theme
    work: Work
    bus: Bus
    settings: DeskSettings
    navigate: Navigate
    tell: Callable[[Message | AppError], None]
    tell_done: Callable[[Changes, Message | None], None]
    today: Callable[[], dt.date]
    location: str
    sample: bool = False
    shop_name: str = ""
    owner: QObject | None = None

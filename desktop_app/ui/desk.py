"""The desk: what a page needs of the window around it, handed down instead of reached for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message, Words
from desktop_app.paths import shown_place
from desktop_app.ui.bus import Bus
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.work import Work


class Navigate(Protocol):
    """`navigate("orders", order=17)`: show a page, telling it what to open (its `open` receives the keywords)."""

    def __call__(self, page: str, /, **what: object) -> None: ...


class Switch(Protocol):
    """`switch(location)` closes this shop and opens another; with `restore` a backup is brought back in between."""

    def __call__(self, location: str, *, restore: str = "") -> None: ...


@dataclass(slots=True)
class Desk:
    """Handed to every page.

    `words` is the screen's voice; pages are rebuilt when it changes, so they may keep it. `tell` says a sentence in
    the banner, `tell_done` one with [Undo] for a change just made, `tell_file` one about a file just written, with the
    ways to it. `today()` is the day every rule counts from
    (`--today` sets it). `rebuild()` makes all pages anew after the language or the size of text was set on the desk,
    `switch(location)` closes this shop and opens another. `shop_name` and `logo` are known once the shop was looked at.
    """

    words: Words
    theme: Theme
    work: Work
    bus: Bus
    settings: DeskSettings
    navigate: Navigate
    tell: Callable[[Message | AppError], None]
    tell_done: Callable[[Changes, Message | None], None]
    tell_file: Callable[[Message, Path, Changes | None], None]
    today: Callable[[], dt.date]
    rebuild: Callable[[], None]
    switch: Switch
    location: str
    home: str  # the person's own shop, where the sample shop leads back to
    sample_location: str
    shop_name: str = ""
    logo: bytes = b""
    mail_passwords: dict[str, str] = field(default_factory=dict)  # as typed where no keyring is, by Mail.place

    @property
    def place(self) -> str:
        """Where the shop lies as it may be shown or remembered: without a password."""
        return shown_place(self.location)

    @property
    def sample(self) -> bool:
        """Whether the shop that is open is the sample shop."""
        return self.location == self.sample_location

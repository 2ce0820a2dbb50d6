"""What this desk remembers (settings, window size, columns, sorts): one JSON file, kept by the writer it is given."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import TypeVar

from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.settings import Scope, Setting

T = TypeVar("T", str, int, bool)
_log = logging.getLogger(__name__)


class DeskSettings:
    """Desk-scoped settings by their declaration, and free `remember`ed values of the window by name."""

    def __init__(self, text: str = "", write: Callable[[str], object] | None = None) -> None:
        """`text` is the file as it was read (empty or damaged: defaults); `write` keeps a new one durably."""
        self._write = write
        self._kept: dict[str, object] = _read(text)
        self._written = json.dumps(self._kept, sort_keys=True)

    def get(self, setting: Setting[T]) -> T:
        """A desk setting's value, its default when never set or of another type."""
        value = self._kept.get(setting.key, setting.default)
        return value if type(value) is type(setting.default) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a desk setting at once."""
        if setting.scope is not Scope.DESK:
            raise ValueError(f"{setting.key} belongs to the shop")
        self._kept[setting.key] = value
        self.save()

    @property
    def who(self) -> str:
        """Who makes the changes here: the person at this desk where that was said, else the desk by its own name."""
        return self.get(DESK_PERSON) or self._desk()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which changes of this desk stand in the shop."""
        return tuple(filter(None, (self.get(DESK_PERSON), self._desk())))

    def recall(self, name: str, default: object = None) -> object:
        """A remembered value of the window (plain JSON), e.g. `columns.orders`."""
        return self._kept.get("window." + name, default)

    def remember(self, name: str, value: object) -> None:
        """Remember a value of the window until `save` (at close)."""
        self._kept["window." + name] = value

    def forget(self, name: str) -> None:
        """Remember a value of the window no longer."""
        self._kept.pop("window." + name, None)

    def _desk(self) -> str:
        """The name of the desk itself: the computer’s, with some letters where two may be called the same."""
        name = self.recall("desk")
        if not isinstance(name, str) or not name:
            import secrets
            import socket

            name = f"{socket.gethostname()} {secrets.token_hex(2)}"
            self.remember("desk", name)
            self.save()
        return name

    def save(self) -> None:
        """Write the file when anything changed; a desk that cannot be written only forgets, it never stops the work."""
        text = json.dumps(self._kept, sort_keys=True)
        if self._write is None or text == self._written:
            return
        try:
            self._write(text)
            self._written = text
        except OSError as error:
            _log.warning("desk settings not kept: %s", error)


def _read(text: str) -> dict[str, object]:
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}

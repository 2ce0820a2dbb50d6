"""The bus: every committed change is announced once, with who started it; pages whose topics it touches ask again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.i18n import msg


class Bus(QObject):
    """One per window; `changed` carries a `Changes` and its initiator (the page that asked for it, or None)."""

    changed = Signal(object, object)

    def announce(self, changes: Changes, *, initiator: object | None = None) -> None:
        """Tell everyone; an empty change (id 0) touched nothing and is not told."""
        if changes.id:
            self.changed.emit(changes, initiator)

    def pass_time(self, topics: frozenset[Topic]) -> None:
        """Let everyone who shows these look again: nothing was changed, but the clock moved on."""
        self.changed.emit(Changes(ChangeId(0), topics, msg("")), None)

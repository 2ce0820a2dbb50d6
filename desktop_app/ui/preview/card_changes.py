"""What a person changed on single cards of the run that is previewed, and how those cards were called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop_app.domain.print_run import CardChange
from desktop_app.ui.preview.finding_lines import Line

_AS_IT_IS = CardChange()


class CardChanges:
    """Changes by the key of their card; a card that is as it was again is forgotten."""

    def __init__(self) -> None:
        self._changes: dict[str, CardChange] = {}
        self._lines: dict[str, Line] = {}

    @property
    def all(self) -> Mapping[str, CardChange]:
        """The changes as the press takes them."""
        return MappingProxyType(self._changes)

    @property
    def lines(self) -> Mapping[str, Line]:
        """The changed cards as they were in the list when they were changed."""
        return MappingProxyType(self._lines)

    def of(self, key: str) -> CardChange:
        """What was changed on a card."""
        return self._changes.get(key, _AS_IT_IS)

    def reword(self, line: Line, words: Mapping[str, str]) -> None:
        """Let a card say other words; none: what its design says."""
        self._set(line, replace(self.of(line.key), words=dict(words)))

    def leave_out(self, lines: Iterable[Line], *, out: bool) -> None:
        """Leave cards out, or put them back."""
        for line in lines:
            if line.key:
                self._set(line, replace(self.of(line.key), leave_out=out))

    def _set(self, line: Line, change: CardChange) -> None:
        if change == _AS_IT_IS:
            self._changes.pop(line.key, None)
            self._lines.pop(line.key, None)
        else:
            self._changes[line.key] = change
            self._lines.setdefault(line.key, line)

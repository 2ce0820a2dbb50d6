"""One of the shop's kinds of complaint from a list that opens; the kinds are told to it once they are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.complaints import KINDS, ComplaintKind
from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.inputs import ChoiceInput


class KindInput(ChoiceInput):
    """`value()` is a kind's code; `none` is what no kind is called, where there may be none."""

    def __init__(self, theme: Theme, words: Words, *, none: str = "") -> None:
        self._words, self._none = words, none
        self._names = {code: words.say(name) for code, name in KINDS.items()}
        super().__init__(theme, self._offered(self._names))

    def set_known(self, kinds: Sequence[ComplaintKind]) -> None:
        """Offer the shop's kinds; one that is hidden stays only where it is chosen."""
        held = self.value()
        self._names = {kind.code: self._words.say(kind.name) for kind in kinds}
        shown = {kind.code for kind in kinds if not kind.hidden} | {held}
        self.set_choices(self._offered({code: name for code, name in self._names.items() if code in shown}))
        self.set_value(held)

    def set_value(self, value: Any) -> None:
        """Choose a kind, also one that is offered no more."""
        if value and value not in self._values:
            self.set_choices([*self._offered_now(), (value, self.name_of(value))])
        super().set_value(value)

    def name_of(self, code: str) -> str:
        """What a kind is called."""
        return self._names.get(code, code)

    def _offered(self, names: dict[str, str]) -> list[tuple[Any, str]]:
        first: list[tuple[Any, str]] = [("", self._none)] if self._none else []
        return [*first, *names.items()]

    def _offered_now(self) -> list[tuple[Any, str]]:
        return [(value, self.itemText(place)) for place, value in enumerate(self._values)]

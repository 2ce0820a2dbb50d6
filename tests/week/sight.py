"""What stands on a desk's screen at one moment, part by part, and how a person finds something in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

Place = tuple[int, int, int, int]  # left, top, width, height in pixels of the screen


class Part(NamedTuple):
    """One thing on the screen; `shown` is what of it is not scrolled away, None where nothing is."""

    within: int
    role: str
    name: str
    value: str
    place: Place
    shown: Place | None
    usable: bool
    focused: bool
    ticked: bool

    @property
    def words(self) -> str:
        """All that is read there."""
        return f"{self.name} {self.value}".strip()

    @property
    def middle(self) -> tuple[int, int]:
        """Where one clicks."""
        assert self.shown, f"“{self.words}” is not in sight"
        left, top, width, height = self.shown
        return left + width // 2, top + height // 2


class Sight(tuple[Part, ...]):
    """All parts of the screen, each behind the part it is in."""

    __slots__ = ()

    def named(self, words: str, role: str = "", *, within: str = "") -> list[Part]:
        """The parts called so, or else the parts that begin so, or else those that hold the words anywhere.

        With `role` only those of that kind (“Button”, “EditableText”, “Cell”…; several as “Button|CheckBox”); with
        `within` only those inside of a part that holds these words.
        """
        kinds = role.split("|") if role else []
        parts = [
            (number, part)
            for number, part in enumerate(self)
            if (not kinds or part.role in kinds) and (part.name or part.value)
        ]
        if within:
            parts = [
                (number, part) for number, part in parts if any(within in one.words for one in self.around(number))
            ]
        for fits in (_is, _begins, _holds):
            found = [part for _, part in parts if fits(part, words)]
            if found:
                return found
        return []

    def around(self, number: int) -> Iterator[Part]:
        """The parts that a part lies in, the nearest first."""
        while (number := self[number].within) >= 0:
            yield self[number]

    def read(self) -> str:
        """All words in sight, a line each."""
        return "\n".join(part.words for part in self if part.words and part.shown)


def _is(part: Part, words: str) -> bool:
    return words in (part.name, part.value)


def _begins(part: Part, words: str) -> bool:
    return re.match(re.escape(words) + r"\b", part.name) is not None


def _holds(part: Part, words: str) -> bool:
    return words in part.words

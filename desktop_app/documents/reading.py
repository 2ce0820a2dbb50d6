"""Reads a JSON file of the program or the owner piece by piece; whatever is wrong is named with its place in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.errors import BadFile
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, msg

E = TypeVar("E", bound=StrEnum)

LARGEST = 1_000_000  # bytes; a design is a few thousand
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


class Reader:
    """One object of a JSON file: hands out values by key and type, and knows at the end which keys nobody asked for."""

    def __init__(self, value: object, *, file: str, where: str = "") -> None:
        self.file = file
        self.where = where
        if not isinstance(value, dict):
            raise self.wrong(where, msg("an object in braces"))
        self._values: dict[str, object] = value
        self._asked: set[str] = set()

    def wrong(self, where: str, expected: Message) -> BadFile:
        """The failure for a value of the wrong sort."""
        place = where or "…"
        message = msg("{file}: “{where}” is not {expected}.", file=self.file, where=place, expected=expected)
        return BadFile(message, file=self.file)

    def unknown(self, name: str, known: Iterable[str]) -> BadFile:
        """The failure for a name that does not exist, with the nearest one that does."""
        from difflib import get_close_matches

        names = sorted(known)
        near = get_close_matches(name, names, 1, 0.0)
        return BadFile(
            msg(
                "{file}: there is no “{name}” (in “{where}”); perhaps “{near}” was meant.",
                file=self.file, name=shorten(name), where=self.where or "…", near=near[0] if near else "–",
            ),
            file=self.file,
        )

    def take(self, key: str) -> object:
        """The raw value of a key, None when it is not there."""
        self._asked.add(key)
        return self._values.get(key)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self.take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise self.wrong(self.at(key), msg("a text"))
        return value

    def number(self, key: str, default: float | None = None, *, least: float = -1000.0) -> float:
        """A finite number of at least `least`."""
        value = self.take(key)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= 10_000:
            raise self.wrong(self.at(key), msg("a number"))
        return float(value)

    def whole(self, key: str, default: int) -> int:
        """A whole number from 0 up."""
        value = self.number(key, float(default), least=0)
        if value != int(value):
            raise self.wrong(self.at(key), msg("a whole number"))
        return int(value)

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        value = self.take(key)
        if not isinstance(value, bool | None):
            raise self.wrong(self.at(key), msg("true or false"))
        return bool(value)

    def one_of(self, key: str, states: type[E], default: E | None = None) -> E:
        """A member of an enum, written as its value."""
        value = self.text(key, default.value if default is not None else None)
        return self.member(value, states)

    def member(self, value: str, states: type[E]) -> E:
        """The enum's member of that value."""
        try:
            return states(value)
        except ValueError:
            raise self.unknown(value, [state.value for state in states]) from None

    def names(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts; empty when it is not there."""
        value = self.take(key)
        listed = [value] if isinstance(value, str) else value
        if listed is None:
            return ()
        if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
            raise self.wrong(self.at(key), msg("a list of names"))
        return tuple(listed)

    def colour(self, key: str) -> str:
        """A colour as #RRGGBB."""
        value = self.text(key)
        if not _COLOUR.match(value):
            raise self.wrong(self.at(key), msg("#RRGGBB"))
        return value.upper()

    def inner(self, key: str) -> Reader:
        """The object under a key."""
        return Reader(self.take(key), file=self.file, where=self.at(key))

    def inners(self, key: str) -> list[Reader]:
        """The list of objects under a key."""
        value = self.take(key)
        if not isinstance(value, list):
            raise self.wrong(self.at(key), msg("a list"))
        return [Reader(item, file=self.file, where=f"{self.at(key)}[{n}]") for n, item in enumerate(value)]

    def members(self) -> list[str]:
        """All keys of the object."""
        return list(self._values)

    def by_language(self, key: str) -> dict[Language, object]:
        """One value for each language; all must be there."""
        inner = self.inner(key)
        found = {language: inner.take(language.value) for language in Language}
        for language, value in found.items():
            if value is None:
                raise self.wrong(inner.at(language.value), msg("a text"))
        inner.close()
        return found

    def titles(self, key: str = "title") -> Mapping[Language, str]:
        """A text for each language."""
        found = self.by_language(key)
        for language, value in found.items():
            if not isinstance(value, str):
                raise self.wrong(f"{self.at(key)}.{language.value}", msg("a text"))
        return {language: str(value) for language, value in found.items()}

    def close(self) -> None:
        """Refuses keys that mean nothing."""
        for key in self._values:
            if key not in self._asked:
                raise self.unknown(key, self._asked)

    def at(self, key: str) -> str:
        """The place of a key in the file."""
        return f"{self.where}.{key}" if self.where else key


def read_json(path: Path) -> Reader:
    """The object in a JSON file; refuses what is too large, not JSON, or not an object."""
    try:
        raw = path.read_bytes()
        value = json.loads(raw) if len(raw) <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise BadFile(msg("{file} cannot be read as JSON.", file=path.name), file=path.name)
    return Reader(value, file=path.name)

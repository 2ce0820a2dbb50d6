"""Reads a JSON file of the program or the owner piece by piece; whatever is wrong is named with its place in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.cards import Colour
from desktop_app.domain.errors import BadFile
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, msg

E = TypeVar("E", bound=StrEnum)

LARGEST = 1_000_000  # bytes; a design is a few thousand
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_OF_SHOP = re.compile(r"shop\.\S.{0,39}\Z")
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


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
                file=self.file,
                name=shorten(name),
                where=self.where or "…",
                near=near[0] if near else "–",
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

    def number(
        self, key: str, default: float | None = None, *, least: float = -1000.0, most: float = 10_000.0
    ) -> float:
        """A finite number from `least` to `most`."""
        value = self.take(key)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
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
        """A colour as #RRGGBB, or one of the shop's as shop.NAME."""
        value = self.text(key)
        if _OF_SHOP.match(value):
            return value
        if not _COLOUR.match(value):
            raise self.wrong(self.at(key), msg("#RRGGBB"))
        return value.upper()

    def paint(self, key: str) -> str:
        """A colour of the palette by name, or a colour as `colour` reads it."""
        value = self.text(key)
        return self.colour(key) if value.startswith(("#", "shop.")) else self.member(value, Colour)

    def digest(self, key: str) -> str:
        """The sha256 by which a picture is known, in hexadecimal."""
        value = self.text(key)
        if not _DIGEST.match(value):
            raise self.wrong(self.at(key), msg("the sha256 of a picture"))
        return value

    def shares(self, key: str) -> tuple[float, float, float, float]:
        """What is cut off at the left, top, right and bottom, as shares of the whole, something being left."""
        value = self.take(key)
        if (
            not isinstance(value, list)
            or len(value) != 4
            or any(isinstance(part, bool) or not isinstance(part, int | float) or not 0 <= part < 1 for part in value)
            or value[0] + value[2] >= 1
            or value[1] + value[3] >= 1
        ):
            raise self.wrong(self.at(key), msg("four numbers from 0 to 1 that leave something of the picture"))
        left, top, right, bottom = (float(part) for part in value)
        return left, top, right, bottom

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

    def close(self, known: Iterable[str] = ()) -> None:
        """Refuses keys that mean nothing; `known` are those that would, beside the ones asked for."""
        for key in self._values:
            if key not in self._asked:
                raise self.unknown(key, {*self._asked, *known})

    def at(self, key: str) -> str:
        """The place of a key in the file."""
        return f"{self.where}.{key}" if self.where else key


def read_json(path: Path) -> Reader:
    """The object in a JSON file; refuses what is too large, not JSON, or not an object."""
    try:
        raw = path.read_bytes()
    except OSError:
        raw = b""
    return reader_of(raw, file=path.name)


def reader_of(raw: bytes, *, file: str) -> Reader:
    """The object in the bytes of a JSON file; refuses what is too large, not JSON, or not an object."""
    try:
        value = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise BadFile(msg("{file} cannot be read as JSON. Choose another file.", file=file), file=file)
    return Reader(value, file=file)

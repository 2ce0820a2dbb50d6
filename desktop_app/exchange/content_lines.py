"""The lines of cards and calendars: unfolded, decoded and split into name, parameters and value, as they stream by."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_BASE64 = re.compile(r"[ \t]*[A-Za-z0-9+/]{4,}={0,2}\s*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}
_CARET = re.compile(r"\^[n'^]")
# What is no word of anybody's: pictures, sounds, keys. They may be megabytes long and are let by.
_PASSED_BY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "X-EVOLUTION-X509", "ATTACH", "IMAGE", "STRUCTURED-DATA"))
_LONGEST = 200_000  # letters of one value; the rest of a longer one is cut off


class ContentLine(NamedTuple):
    """One property: its name in capitals, its group ("" without one), its parameters, its value still escaped."""

    row: int
    name: str
    group: str
    params: Mapping[str, tuple[str, ...]]
    value: str

    def has(self, param: str, *values: str) -> bool:
        """Whether a parameter holds one of these values, in capitals."""
        return any(value in self.params.get(param, ()) for value in values)


def content_lines(lines: Iterable[str]) -> Iterator[ContentLine]:
    """The properties of a file by its physical lines; what is none of them is let by."""
    for row, text in _unfolded(lines):
        colon = _end_of_head(text)
        if colon < 0:
            continue
        head, semicolon, told = text[:colon].partition(";")
        group, _, name = head.strip().upper().rpartition(".")
        params = _params(semicolon + told)
        value = text[colon + 1 :]
        if "QUOTED-PRINTABLE" in params.get("ENCODING", ()):
            value = _unquoted(value, params)
        yield ContentLine(row, name, group, params, value)


def unescaped(value: str) -> str:
    """A text as it was meant: backslashes before commas, semicolons and line breaks taken off."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def parts_of(value: str, separator: str) -> list[str]:
    """The parts of a value that holds several, each as it was meant; an escaped separator separates nothing."""
    signs = re.finditer(rf"\\.|{separator}", value, re.DOTALL)
    ends = [sign.start() for sign in signs if sign[0] == separator]
    starts = [0, *(end + 1 for end in ends)]
    return [unescaped(value[start:end]).strip() for start, end in zip(starts, [*ends, len(value)], strict=True)]


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The logical lines with the row each begins in; a picture's letters are let by as they come."""
    start, text, quoted, passing, encoded = 0, "", False, False, False
    for row, physical in enumerate(lines, 1):
        line = physical.rstrip("\r\n")
        if quoted and text.endswith("="):
            if len(text) < _LONGEST:
                text = text[:-1] + line
            elif not line.endswith("="):  # the end of what is too long to be kept
                text = text[:-1]
        elif start and line[:1] in (" ", "\t") and line.strip():
            if not passing and len(text) < _LONGEST:
                text += line[1:]
        elif passing and encoded and _BASE64.fullmatch(line):
            continue
        else:
            if start and text.strip():
                yield start, text
            start, text = row, line
            head = line[:200].upper()
            quoted = "QUOTED-PRINTABLE" in head.partition(":")[0]
            name = re.split("[;:]", head, maxsplit=1)[0].rpartition(".")[2]
            passing = name in _PASSED_BY
            encoded = "ENCODING=B" in head.replace("BASE64", "ENCODING=B")
            if passing:
                text = line[:_LONGEST] if len(line) < _LONGEST else line[:100]
    if start and text.strip():
        yield start, text


def _end_of_head(text: str) -> int:
    """Where the value begins: the first colon that stands in no quotation marks, -1 without one."""
    at, colon = 0, text.find(":")
    while colon >= 0:
        opened = text.find('"', at, colon)
        closed = text.find('"', opened + 1) if opened >= 0 else -1
        if closed < 0:
            return colon
        at = closed + 1
        if at > colon:  # that one was quoted
            colon = text.find(":", at)
    return -1


def _params(text: str) -> dict[str, tuple[str, ...]]:
    """The parameters in capitals; one without a name, as version 2.1 writes them, is an encoding or a type."""
    found: dict[str, list[str]] = {}
    for part in re.findall(r';((?:[^";]|"[^"]*")*)', text):
        name, equals, value = part.partition("=")
        name = name.strip().upper()
        if not equals:
            value = name
            name = "ENCODING" if name in ("QUOTED-PRINTABLE", "BASE64", "8BIT", "B", "Q") else "TYPE"
        values = re.findall(r'"([^"]*)"|([^,]+)', value)
        said = [_CARET.sub(lambda sign: _CARETS[sign[0]], quoted or bare).strip() for quoted, bare in values]
        if name in ("TYPE", "ENCODING", "VALUE"):
            said = [one.upper() for word in said for one in word.split(",")]
        found.setdefault(name, []).extend(said)
    return {name: tuple(values) for name, values in found.items()}


def _unquoted(value: str, params: Mapping[str, tuple[str, ...]]) -> str:
    """A quoted-printable value in its own letters; where no set of letters is named, UTF-8 is tried first."""
    content = quopri.decodestring(value.replace("=\n", "").encode("utf-8", "replace"))
    for name in (*params.get("CHARSET", ()), "utf-8", "cp1252"):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")

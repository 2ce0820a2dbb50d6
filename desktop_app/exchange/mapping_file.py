"""A mapping as a TOML file that people keep, edit and hand on; the shop remembers the same text for each source."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import MAP_FIELDS, DateOrder, FileMapping, Price
from desktop_app.domain.orders import Status
from desktop_app.domain.text import shorten
from desktop_app.exchange.files import unreadable
from desktop_app.i18n import Message, msg

_TEXTS = ("source", "encoding", "separator", "sheet", "decimal", "currency")
_TABLES = ("columns", "statuses")
_SWITCHES = ("headless", "same_names")
_LARGEST = 1 << 20


def load_mapping(path: Path) -> FileMapping:
    """The mapping of a TOML file; raises BadFile naming what is wrong in it."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _bad(path.name, msg("it is too large"))
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path.name, error) from error
    try:
        return mapping_from_text(content.removeprefix(codecs.BOM_UTF8).decode("utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise _bad(path.name, msg("it is not UTF-8")) from error


def mapping_from_text(text: str, file: str) -> FileMapping:
    """The mapping of a TOML text; raises BadFile."""
    import tomli  # only where a mapping is read

    try:
        data = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise _bad(file, msg("{reason}", reason=shorten(str(error), 120))) from error
    _check(data, file)
    values: dict[str, Any] = {name: data[name] for name in (*_TEXTS, *_TABLES, *_SWITCHES) if name in data}
    try:
        for name, kind in (("kind", FileKind), ("date_order", DateOrder), ("price", Price)):
            if data.get(name):
                values[name] = kind(data[name])
        for status in values.get("statuses", {}).values():
            Status(status)
    except ValueError as error:
        raise _bad(file, msg("{reason}", reason=shorten(str(error), 120))) from error
    return FileMapping(**values)


def mapping_to_text(mapping: FileMapping) -> str:
    """The mapping as TOML; reading it gives the same mapping."""
    lines = [
        f"{name} = {_quoted(str(value))}"
        for name in ("kind", *_TEXTS, "date_order", "price")
        if (value := getattr(mapping, name))
    ]
    lines += [f"{name} = true" for name in _SWITCHES if getattr(mapping, name)]
    for name in _TABLES:
        pairs = getattr(mapping, name)
        if pairs:
            lines += ["", f"[{name}]", *(f"{_quoted(key)} = {_quoted(value)}" for key, value in pairs.items())]
    return "\n".join(lines) + "\n"


def _check(data: dict[str, Any], file: str) -> None:
    names = {field.name for field in MAP_FIELDS}
    for name, value in data.items():
        if name not in (*_TEXTS, *_TABLES, *_SWITCHES, "kind", "date_order", "price"):
            raise _bad(file, msg("“{name}” is not known there", name=shorten(name)))
        if name in _SWITCHES:
            if not isinstance(value, bool):
                raise _bad(file, msg("the value of “{name}” must be true or false", name=shorten(name)))
            continue
        texts = value.values() if isinstance(value, dict) else [value]
        if isinstance(value, dict) is not (name in _TABLES) or not all(isinstance(text, str) for text in texts):
            raise _bad(file, msg("the value of “{name}” must be a text in quotation marks", name=shorten(name)))
    unknown = [name for name in data.get("columns", {}) if name not in names]
    if unknown:
        raise _bad(
            file,
            msg("“{name}” is not a field; use {fields}", name=shorten(unknown[0]), fields=", ".join(sorted(names))),
        )


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's too, but for the delete character and the escaped slash JSON does not write anyway.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _bad(file: str, reason: Message) -> BadFile:
    return BadFile(msg("The mapping {file} cannot be used: {reason}.", file=shorten(file), reason=reason), file=file)

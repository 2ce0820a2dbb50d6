"""Address books written and read back as records, for the tests of their readers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.domain.errors import Invalid
from desktop_app.domain.importing import PersonRecord, Refusal, Remarked
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.options import Item
from desktop_app.exchange.reading import read, with_date_order

TODAY = dt.date(2026, 11, 22)


class Book:
    """What a file brought: its people, and what was refused and remarked on the way."""

    def __init__(self, path: Path, mapping: FileMapping | None = None) -> None:
        detected = detect(path, mapping or FileMapping())
        self.kind = detected.reader.kind
        try:
            items = _items(detected)
        except Invalid as question:  # as an import does: what only its rows tell is looked for in all of them
            if question.field != "date_order":
                raise
            items = _items(with_date_order(detected))
        self.people = [item for item in items if isinstance(item, PersonRecord)]
        self.refused = [item for item in items if isinstance(item, Refusal)]
        self.odd = [(item.remark.value, item.value, item.column) for item in items if isinstance(item, Remarked)]

    @property
    def one(self) -> PersonRecord:
        """Its only person."""
        (person,) = self.people
        return person


def _items(detected: Detected) -> list[Item]:
    reading = read(detected, currency="EUR", today=TODAY, strays={})
    try:
        items = list(reading.items)
        assert reading.sha256() == detected.sha256
        return items
    finally:
        reading.close()


def book(folder: Path, name: str, content: str | bytes) -> Book:
    """A file with this content, read."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Book(path)


def cards(*bodies: str, version: str = "3.0") -> str:
    """Cards of a version with these lines in them."""
    return "".join(f"BEGIN:VCARD\r\nVERSION:{version}\r\n{body}\r\nEND:VCARD\r\n" for body in bodies)


def events(*bodies: str) -> str:
    """A calendar with events of these lines."""
    inside = "".join(f"BEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\n" for body in bodies)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}END:VCALENDAR\r\n"

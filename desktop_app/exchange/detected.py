"""What was found out of a file that can be read: it goes along to every reading of it, also in a second process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.magic import Form
from desktop_app.exchange.reader import DocumentReader, Reader
from desktop_app.exchange.zip_safety import Inside


@dataclass(frozen=True, slots=True)
class Detected:
    """A file that can be read: its reader, and the mapping with everything settled."""

    path: Path
    file: str
    sha256: str
    reader: Reader | DocumentReader
    mapping: FileMapping
    sheet: str = ""
    form: Form = Form.TEXT
    inside: Inside | None = None  # of a workbook, so that the same bytes are not looked through again
    headings: tuple[str, ...] = ()  # of a table, by which a further reading finds them

    def knows(self, headings: Headings) -> bool:
        """Whether these are its headings."""
        return headings.names == self.headings

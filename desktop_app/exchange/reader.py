"""One way of reading a file: how it is told from others, and what makes records of it; each platform has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import DateOrder
from desktop_app.exchange.files import Examined
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.magic import Form
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.table import Table
from desktop_app.i18n import Message


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of tables; any set of `marks` tells its files, of each group in `needs` one heading must be there.

    Of files of orders the first group is what the order's number is called.
    """

    kind: FileKind
    source: str  # the name its records are kept apart by, unless a person gives another
    read: Callable[[Table, Options], Iterator[Item]]
    marks: tuple[tuple[str, ...], ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    dates: tuple[str, ...] = ()  # headings whose dates may be written in two orders
    money: tuple[str, ...] = ()
    date_order: DateOrder | None = None  # where the platform always writes the same
    tells: Callable[[Headings], bool] | None = None  # knows its files where their headings come in any language
    notes: tuple[Message, ...] = ()  # what such a file does not tell, said in every plan

    def knows(self, headings: Headings) -> bool:
        """Whether a table with these headings is one of its files."""
        marked = any(all(name in headings for name in marks) for marks in self.marks)
        return marked or (self.tells is not None and self.tells(headings))

    @property
    def platform(self) -> str:
        """The platform that wrote the file; empty for a table of one's own."""
        return self.kind.platform


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """A reader of files that are no tables: an e-mail, cards of contacts, a calendar; told by the form."""

    kind: FileKind
    source: str
    form: Form
    read: Callable[[Examined, Options], Iterator[Item]]
    refuse: Callable[[str], Message]  # what is said of a file, by its name, that is nothing of the kind
    notes: tuple[Message, ...] = ()

    @property
    def platform(self) -> str:
        """No platform: every program writes such files."""
        return self.kind.platform

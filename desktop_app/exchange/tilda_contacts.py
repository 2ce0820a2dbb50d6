"""Requests of Tilda's forms that order nothing, as those who sent them; each person once. Yields person records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import Address, email_key
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import PersonRecord, Place, Refusal, Remark, Remarked
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import digits_of
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.options import Item, Options, ragged, refusal
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.tilda_columns import COLUMNS, Asked, has_orders, is_tilda
from desktop_app.exchange.values import BadValue, lines
from desktop_app.i18n import msg


def read_tilda_contacts(table: Table, options: Options) -> Iterator[Item]:  # noqa: ARG001  # as every reader is called
    """The people of an export; one who asked several times comes once, with all they told."""
    asked = Asked.of(table.headings)
    width = len(table.headings)
    people: list[PersonRecord] = []
    places: dict[str, int] = {}  # an e-mail address, or phone and name -> whose it is
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) <= asked.layout.last() or any(cell.strip() for cell in cells[width:]):
            yield ragged(table, row, cells)
            continue
        try:
            found, remarks = asked.person(row, cells)
            note = lines(asked.text(cells, "note"), asked.layout.heading("note"))
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        name = " ".join(filter(None, (found.given, found.family)))
        if not (name or found.company or found.email or found.phone):
            said = msg("The row names nobody: no name, e-mail or phone. Fill one in or remove the row.")
            yield Refusal(Place(table.file, row, table.sheet), "", said)
            continue
        if asked.is_try(found):
            yield Remarked(Remark.TEST_ROW, name or found.email, row)
            continue
        yield from remarks
        _meet(people, places, found._replace(note=note))
    yield from people


def _meet(people: list[PersonRecord], places: dict[str, int], found: PersonRecord) -> None:
    """Puts somebody to those met before, or among them; two e-mail addresses are two people."""
    name = name_key(" ".join(filter(None, (found.given, found.family))) or found.company)
    marks = [email_key(found.email)] if found.email else []
    marks += [f"{digits_of(found.phone)}|{name}"] if found.phone else [] if marks else [f"|{name}"]
    for mark in marks:
        at = places.get(mark)
        if at is not None and (mark == marks[0] or not people[at].email):
            people[at] = _together(people[at], found)
            break
    else:
        at = len(people)
        people.append(found)
    for mark in marks:
        places.setdefault(mark, at)


def _together(one: PersonRecord, other: PersonRecord) -> PersonRecord:
    """What two requests tell of one person; the first that told something of a kind is kept."""
    missing = {
        name: value
        for name in ("given", "family", "patronymic", "company", "email", "phone", "language", "note")
        if (value := getattr(other, name)) and not getattr(one, name)
    }
    if one.address == Address():
        missing["address"] = other.address
    return one._replace(**missing)


def _tells(headings: Headings) -> bool:
    return is_tilda(headings) and not has_orders(headings)


READER = Reader(
    FileKind.TILDA_CONTACTS, "tilda", read_tilda_contacts, tells=_tells, needs=(COLUMNS["key"],),
    notes=(
        msg("These requests order nothing, so those who sent them are taken as customers, each once."),
    ),
)  # fmt: skip

"""Customers from a file Cordial wrote: everything a person edits of one comes back as it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from desktop_app.domain.consents import PURPOSE_NAMES, Purpose
from desktop_app.domain.customers import (
    CHANNEL_NAMES,
    GENDER_NAMES,
    NUMBERS,
    SWITCHES,
    Address,
    Contact,
    ContactKind,
    LabelledAddress,
)
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import OwnFields, PersonMore, PersonRecord, Place, Refusal, RelativeRecord
from desktop_app.domain.own_files import CUSTOMER_HEADINGS
from desktop_app.domain.packed_cells import unpacked
from desktop_app.domain.people import LONGEST_LEAD, DayKind, Relation, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.exchange.amounts import quantity, whole
from desktop_app.exchange.birthdays import birthday
from desktop_app.exchange.fields import Cells, Fields
from desktop_app.exchange.grouping import evened
from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.own_headings import meaning, own_layout, own_names, wrote
from desktop_app.exchange.own_orders import SOURCE
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, email, is_shortened, truth
from desktop_app.i18n import Message, msg

_MARKS = ("given", "family", "not_congratulated", "extra_care", "id")
_UNREADABLE = msg("Cordial did not write this so. Leave the cell as it was written, or empty.")


def read_own_customers(table: Table, options: Options) -> Iterator[Item]:
    """The customers of the file; a bad row is a Refusal and the rest still comes."""
    reader, width = _Reader(table, options), len(table.headings)
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != width and (spoilt := evened(table, row, cells, width, reader.last)) is not None:
            yield spoilt
            continue
        cells.append("")
        try:
            record = reader.person(row, cells)
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        if not (record.email or record.phone or record.given or record.family or record.company):
            said = msg("The row names nobody: no name, e-mail or phone. Fill one in or remove the row.")
            yield Refusal(Place(table.file, row, table.sheet), "", said)
            continue
        yield record


class _Reader:
    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.fields = Fields(own_layout(table.headings, CUSTOMER_HEADINGS), options.mapping.date_order)
        self.last = self.fields.layout.last()

    def person(self, row: int, cells: Cells) -> PersonRecord:
        """The customer a row tells of; raises BadValue."""
        fields = self.fields
        line, heading = fields.line, fields.layout.heading
        languages = dict(SHOP_LANGUAGE.choices)
        address = ("street", "town", "region", "postcode", "country")
        return PersonRecord(
            row=row,
            key=fields.code(cells, "id"),
            given=line(cells, "given"),
            family=line(cells, "family"),
            patronymic=line(cells, "patronymic"),
            company=line(cells, "company"),
            email=email(fields.text(cells, "email"), heading("email")),
            phone="" if is_shortened(fields.text(cells, "phone")) else line(cells, "phone"),
            address=Address("", *(line(cells, part) for part in address)),
            birthday=self._day(fields.text(cells, "birthday"), "birthday"),
            language=self._meant(cells, "language", languages),
            note=fields.note(cells, "note"),
            more=PersonMore(
                tags=self._words(cells, "tags"),
                interests=self._words(cells, "interests"),
                contacts=tuple(self._contacts(cells)),
                addresses=tuple(self._addresses(cells)),
                days=tuple(self._days(record) for record in self._packed(cells, "days")),
                relatives=tuple(self._around(cells)),
                agreed=self._agreed(cells),
                own=self._own(cells),
            ),
        )

    def _own(self, cells: Cells) -> OwnFields:
        silent = self._yes(cells, "not_congratulated")
        texts = (name for name, unsaid in OwnFields._field_defaults.items() if unsaid == "")
        said: dict[str, Any] = {
            **{name: self.fields.line(cells, name) for name in texts},
            **{name: self._yes(cells, name) for name in SWITCHES},
            **{name: whole(self.fields.text(cells, name), self.fields.layout.heading(name)) for name in NUMBERS},
            "gender": self._meant(cells, "gender", {one.value: label for one, label in GENDER_NAMES.items()}),
            "channel": self._meant(cells, "channel", {one.value: label for one, label in CHANNEL_NAMES.items()}),
            "congratulate": None if silent is None else not silent,
            "lead_days": self._lead(self.fields.text(cells, "lead_days"), "lead_days"),
        }
        return OwnFields(**said)

    def _yes(self, cells: Cells, field: str) -> bool | None:
        said = self.fields.text(cells, field)
        return truth(said) if said else None

    def _meant(self, cells: Cells, field: str, labels: Mapping[str, Message]) -> str:
        said = self.fields.text(cells, field)
        if not said:
            return ""
        found = meaning(said, labels)
        if found is None:
            self._bad(said, field)
        return found

    def _words(self, cells: Cells, field: str) -> tuple[str, ...]:
        return tuple(filter(None, (word.strip() for word in self.fields.line(cells, field).split(","))))

    def _agreed(self, cells: Cells) -> tuple[Purpose, ...]:
        """What was agreed to; names of purposes have commas in them, so each is looked for."""
        said = folded(self.fields.text(cells, "consents"))
        return tuple(
            purpose
            for purpose, label in PURPOSE_NAMES.items()
            if said and any(folded(name) in said for name in own_names(label))
        )

    def _packed(self, cells: Cells, field: str) -> list[list[str]]:
        return [[*record, *[""] * 7] for record in unpacked(self.fields.note(cells, field))]

    def _contacts(self, cells: Cells) -> Iterator[Contact]:
        for kind, value, label, *_ in self._packed(cells, "contacts"):
            if kind not in tuple(ContactKind) or not value:
                self._bad(kind, "contacts")
            yield Contact(ContactKind(kind), value, label)

    def _addresses(self, cells: Cells) -> Iterator[LabelledAddress]:
        for label, *parts in self._packed(cells, "addresses"):
            yield LabelledAddress(label, Address(*parts[:6]))

    def _around(self, cells: Cells) -> Iterator[RelativeRecord]:
        for relation, given, family, words, *days in self._packed(cells, "around"):
            if relation not in tuple(Relation):
                self._bad(relation, "around")
            kept = tuple(self._days(days[at : at + 4], "around") for at in range(0, len(days) - 3, 4) if days[at])
            yield RelativeRecord(Relation(relation), given, family, words, kept)

    def _days(self, record: list[str], field: str = "days") -> SpecialDay:
        kind, date, title, lead, *_ = record
        found = self._day(date, field)
        if kind not in tuple(DayKind) or found is None:
            self._bad(kind, field)
        return SpecialDay(DayKind(kind), found, title, self._lead(lead, field))

    def _lead(self, said: str, field: str) -> int | None:
        if not said:
            return None
        days = quantity(said, self.fields.layout.heading(field))
        if days > LONGEST_LEAD:
            self._bad(said, field)
        return days

    def _day(self, cell: str, field: str) -> Birthday | None:
        order = self.options.mapping.date_order
        return birthday(cell, self.fields.layout.heading(field), order=order, today=self.options.today)

    def _bad(self, value: str, field: str) -> NoReturn:
        raise BadValue(value, self.fields.layout.heading(field), _UNREADABLE)


def _tells(headings: Headings) -> bool:
    return wrote(headings, (CUSTOMER_HEADINGS[mark] for mark in _MARKS))


_IN_ENGLISH = tuple(CUSTOMER_HEADINGS[mark].text for mark in _MARKS)
READER = Reader(FileKind.CORDIAL_CUSTOMERS, SOURCE, read_own_customers, marks=(_IN_ENGLISH,), tells=_tells)

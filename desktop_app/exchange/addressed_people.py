"""People of whom each address has a row of its own: the first is theirs, the others are kept beside it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import Address, Contact, ContactKind, LabelledAddress
from desktop_app.domain.importing import PersonMore, PersonRecord, Place, Refusal
from desktop_app.exchange.column_people import remarks_of
from desktop_app.exchange.grouping import Group, Shape, groups
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.people import person
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, line, phone
from desktop_app.i18n import msg


def read_addressed(table: Table, options: Options, layout: Layout, *, who: str) -> Iterator[Item]:
    """The people of a table, told apart by the field `who`; a row without it belongs to the person above."""
    at = layout.at(who)
    for group in groups(table, options, Shape(at, -1, (), layout.last())):
        if not isinstance(group, Group):
            yield _named(group, layout.heading(who)) if isinstance(group, Refusal) else group
            continue
        try:
            record = _person(group, layout, options)
        except BadValue as bad:
            yield refusal(table, group.rows[0][0], bad)
            continue
        yield record
        yield from remarks_of(record, layout.text(group.rows[0][1], "phone"))


def _named(refused: Refusal, column: str) -> Refusal:
    """A row that belongs to nobody is told as one; what else is refused says so itself."""
    if refused.value or refused.place.column != column:
        return refused
    place = Place(refused.place.file, refused.place.row, refused.place.sheet, column)
    return Refusal(place, "", msg("The row names nobody: no name, e-mail or phone. Fill one in or remove the row."))


def _person(group: Group, layout: Layout, options: Options) -> PersonRecord:
    found: list[PersonRecord] = []
    labels: list[str] = []
    calls: list[str] = []
    for row, cells in group.rows:
        try:
            found.append(person(row, cells, layout, options))
            labels.append(line(layout.text(cells, "label"), layout.heading("label")))
            calls += [phone(layout.text(cells, field), layout.heading(field)) for field in ("phone", "other_phone")]
        except BadValue as bad:
            bad.row = row
            raise
    first = next((each for each in found if _is_filled(each.address)), found[0])
    further = [
        LabelledAddress(label, _called(each))
        for each, label in zip(found, labels, strict=True)
        if each is not first and _is_filled(each.address) and each.address != first.address
    ]
    numbers = list(dict.fromkeys(call for call in calls if call))
    told = PersonMore(
        contacts=tuple(Contact(ContactKind.PHONE, call) for call in numbers[1:]),
        addresses=tuple(dict.fromkeys(further)),
    )
    main = found[0]
    more = main.more.with_more(told) if main.more else told
    return main._replace(
        company=main.company or first.company,
        phone=numbers[0] if numbers else "",
        address=first.address,
        more=more if any(more) else None,
    )


def _is_filled(address: Address) -> bool:
    return bool(address.street or address.city or address.postcode)


def _called(each: PersonRecord) -> Address:
    """The address with who is to be found there, as the row has it."""
    person_there = " ".join(part for part in (each.given, each.family) if part)
    name = ", ".join(part for part in (each.company, person_there) if part)
    home = each.address
    return Address(name, home.street, home.city, home.region, home.postcode, home.country)

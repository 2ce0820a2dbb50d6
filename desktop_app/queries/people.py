"""The people around a customer, the days of all of them, and who has a customer among their own people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from desktop_app.domain.customers import CustomerId, Gender, GreetingForms, display_name
from desktop_app.domain.errors import NotFound
from desktop_app.domain.people import (
    DayKind,
    KeptDay,
    RelatedTo,
    Relation,
    Relative,
    RelativeFields,
    RelativeId,
    SpecialDay,
    SpecialDayId,
)
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import RelativeTable as R
from desktop_app.store.tables import SpecialDayTable as D


@dataclass(frozen=True, slots=True)
class People:
    """Everybody around a customer, the days of all of them, and whose people the customer belongs to."""

    relatives: tuple[Relative, ...]
    days: tuple[KeptDay, ...]  # the customer's own ones; those of the others stand with them
    related_to: tuple[RelatedTo, ...]


def people_of(shop: Shop, customer_id: CustomerId) -> People:
    """The people around a customer both ways, in two statements."""
    days = _days(shop, D.customer == customer_id)
    theirs: list[Sequence[Any]] = []
    related: list[RelatedTo] = []
    for row in _rows(shop, (R.customer == customer_id) | (R.other == customer_id)):
        if row[2] == customer_id:
            theirs.append(row)
        else:
            related.append(_related(row))
    return People(
        tuple(_relative(row, days) for row in theirs),
        tuple(kept for kept, _ in days if kept.relative is None),
        tuple(related),
    )


def relatives_of(shop: Shop, customer_id: CustomerId) -> list[Relative]:
    """The people around a customer with their days, in the order they were added."""
    return list(people_of(shop, customer_id).relatives)


def days_of(shop: Shop, customer_id: CustomerId) -> list[KeptDay]:
    """All days kept for a customer and the people around them, but for the customer's own birthday."""
    return [kept for kept, _ in _days(shop, D.customer == customer_id)]


def relative(shop: Shop, relative_id: RelativeId) -> Relative:
    """Somebody around a customer; raises NotFound."""
    found = relatives(shop, [relative_id])
    if not found:
        raise NotFound(msg("There is no person {id} around a customer of this shop. Check the number.", id=relative_id))
    return found[0]


def relatives(shop: Shop, ids: Iterable[int]) -> list[Relative]:
    """Several people around customers by their numbers; those that are gone are left out."""
    wanted = list(ids)
    if not wanted:  # nothing is asked: a bench may not ask here at all
        return []
    days = _days(shop, among(D.relative, wanted))
    return [_relative(row, days) for row in _rows(shop, among(R.id, wanted))]


def everybody_around(
    shop: Shop, customers: Sequence[int]
) -> tuple[dict[int, list[Relative]], dict[int, list[KeptDay]]]:
    """The people around customers and these customers' own further days, by customer, in two statements."""
    query = D.select(*_DAY, D.customer).where(among(D.customer, customers)).order_by(D.id)
    told = [(_day(row), row[1], row[-1]) for row in shop.rows(query.tuples())]
    own: dict[int, list[KeptDay]] = {}
    theirs: dict[int, list[_Day]] = {}
    for kept, version, customer in told:
        if kept.relative is None:
            own.setdefault(customer, []).append(kept)
        else:
            theirs.setdefault(kept.relative, []).append((kept, version))
    relatives: dict[int, list[Relative]] = {}
    for row in _rows(shop, among(R.customer, customers)):
        relatives.setdefault(row[2], []).append(_relative(row, theirs.get(row[0], ())))
    return relatives, own


def kept_day(shop: Shop, day_id: SpecialDayId) -> tuple[CustomerId, KeptDay]:
    """One day with the customer it is kept for; raises NotFound."""
    row = shop.row(D.select(*_DAY, D.customer).where(D.id == day_id))
    if row is None:
        raise NotFound(msg("There is no day number {id} in this shop. Check the number.", id=day_id))
    return CustomerId(row[-1]), _day(row)


_PERSON = (
    R.id, R.version, R.customer, R.relation, R.relation_words, R.given, R.family, R.language, R.gender, R.called,
    R.called_to, R.other, R.together, R.congratulate, R.deceased, R.name_day, R.note,
    C.given, C.family, C.company, C.email, C.phone,
)  # fmt: skip
_DAY = (D.id, D.version, D.relative, D.kind, D.title, D.month_day, D.year, D.lead_days)
_Day = tuple[KeptDay, int]  # with its version


def _rows(shop: Shop, wanted: Any) -> list[tuple[Any, ...]]:
    query = R.select(*_PERSON).join(C, JOIN.INNER, on=R.customer == C.id).where(wanted)
    return shop.rows(query.order_by(R.id).tuples())


def _days(shop: Shop, wanted: Any) -> list[_Day]:
    return [(_day(row), row[1]) for row in shop.rows(D.select(*_DAY).where(wanted).order_by(D.id).tuples())]


def _day(row: Sequence[Any]) -> KeptDay:
    number, _, relative_id, kind, title, month_day, year, lead = row[:8]
    day = SpecialDay(DayKind(kind), Birthday.from_store(month_day, year), title, lead)
    return KeptDay(SpecialDayId(number), RelativeId(relative_id) if relative_id is not None else None, day)


def _relative(row: Sequence[Any], days: Sequence[_Day]) -> Relative:
    number, version, of, relation, words, given, family, language, gender, called, called_to, other = row[:12]
    together, congratulate, deceased, name_day, note = row[12:17]
    own = [(kept.day, changed) for kept, changed in days if kept.relative == number]
    fields = RelativeFields(
        relation=Relation(relation),
        relation_words=words,
        given=given,
        family=family,
        language=Language(language) if language else None,
        forms=GreetingForms(Gender(gender) if gender else None, called, called_to),
        customer=CustomerId(other) if other is not None else None,
        together=bool(together),
        congratulate=bool(congratulate),
        deceased=bool(deceased),
        name_day=bool(name_day),
        note=note,
        days=tuple(day for day, _ in own),
    )
    return Relative(RelativeId(number), max([version, *(changed for _, changed in own)]), CustomerId(of), fields)


def _related(row: Sequence[Any]) -> RelatedTo:
    given, family, company, email, phone = row[17:22]
    name = display_name(given, family, company, email=email, phone=phone)
    return RelatedTo(CustomerId(row[2]), name, RelativeId(row[0]), Relation(row[3]), row[4])

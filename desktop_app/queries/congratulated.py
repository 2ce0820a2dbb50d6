"""What was done about the days near today, and what warns of a second greeting to the same person within a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add
from typing import Any

from peewee import JOIN, SQL, fn

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import Congratulation, DayKind, DayState, RelativeId, about_day
from desktop_app.domain.printed_before import WITHIN_A_YEAR, LastPrint
from desktop_app.domain.printing import Kind
from desktop_app.queries import Shop
from desktop_app.queries.day_rows import DayPerson, DayRow
from desktop_app.queries.listing import among
from desktop_app.store.tables import CongratulationTable as G
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import PrintItemTable as I
from desktop_app.store.tables import PrintTable as P
from desktop_app.store.tables import RelativeTable as R

DONE_SHOWN = 20  # of what was done, the latest
_LOOKED_BACK = 2_000  # among so many

Who = tuple[str, int]  # "customer" or "relative" and their id


@dataclass(frozen=True, slots=True)
class DoneRow:
    """One congratulation that was made, or left out this year, with the names to show."""

    name: str
    customer: str
    what: Congratulation

    @property
    def key(self) -> DayKey:
        """What takes it back."""
        one = self.what
        return DayKey(one.customer, one.relative, one.kind, one.title, one.kept_on)


@dataclass(frozen=True, slots=True)
class Marks:
    """The congratulations of a year and the cards printed in it, by person; a relative's own record counts as them."""

    done: tuple[DoneRow, ...] = ()
    made: dict[Who, list[Congratulation]] = field(default_factory=dict)
    printed: dict[tuple[Who, str], LastPrint] = field(default_factory=dict)

    def on(self, row: DayRow) -> DayRow | None:
        """The row with what is known of it; None where the same person was congratulated as somebody else."""
        before: Congratulation | None = None
        printed: LastPrint | None = None
        for person in row.people:
            for who in _identities(row.customer_id, person):
                for one in self.made.get(who, ()):
                    if (one.kind, one.title) != (row.kind, row.title):
                        continue
                    if one.kept_on == row.kept_on:
                        return None
                    if one.state is DayState.DONE and abs(one.kept_on - row.kept_on) < WITHIN_A_YEAR:
                        before = one
                printed = self.printed.get((who, about_day(row.kind, row.title))) or printed
        return replace(row, before=before, printed=printed)


def congratulated(shop: Shop, rows: Sequence[DayRow], *, first: dt.date, last: dt.date) -> Marks:
    """What was done about the days from `first` to `last`, and for the people of these rows within a year."""
    arms = [_latest(first, last)]
    customers = {row.customer_id for row in rows} | {one.also for row in rows for one in row.people if one.also}
    if customers:
        arms += _of(customers, since=shop.today() - WITHIN_A_YEAR)
    done: list[DoneRow] = []
    marks = Marks()
    for sort, *row in shop.rows(reduce(add, arms)):
        if sort == "done":
            done.append(_done(row))
        elif sort == "print":
            for who in _who(row):
                card = LastPrint(dt.date.fromisoformat(row[8][:10]), row[9])
                marks.printed[who, row[4]] = max(card, marks.printed.get((who, row[4]), card))
        else:
            for who in _who(row):
                marks.made.setdefault(who, []).append(_made(row))
    done.sort(key=lambda one: one.what.at, reverse=True)
    return replace(marks, done=tuple(done))


def mark_ids(shop: Shop, keys: Sequence[DayKey]) -> dict[DayKey, int]:
    """The rows in which something is kept about these days; days about which nothing is kept are left out."""
    query = G.select(G.id, G.customer, G.relative, G.kind, G.title, G.kept_on)
    rows = shop.rows(query.where(among(G.customer, {key.customer for key in keys})))
    found = {
        DayKey(
            CustomerId(customer), None if relative is None else RelativeId(relative), DayKind(kind), title, kept_on
        ): one
        for one, customer, relative, kind, title, kept_on in rows
    }
    return {key: found[key] for key in keys if key in found}


def _latest(first: dt.date, last: dt.date) -> Any:
    """What was kept last, read from the end: a shop that congratulates thousands marks thousands of days a week."""
    newest = G.select(fn.MAX(G.id) - _LOOKED_BACK)
    near = G.select(G.id).where(G.id > newest, _text(G.kept_on).between(first.isoformat(), last.isoformat()))
    query = G.select(_word("done"), *_MARK, *_NAMES).join(C, on=G.customer == C.id)
    query = query.join(R, JOIN.LEFT_OUTER, on=G.relative == R.id)
    return query.where(G.id.in_(near.order_by(G.id.desc()).limit(DONE_SHOWN)))


def _of(customers: Iterable[int], *, since: dt.date) -> list[Any]:
    """The congratulations and the cards of these people, also of those who are around others."""
    known = list(customers)
    lately = _text(G.kept_on) >= since.isoformat()  # as text, lest everything of the year is read by its index
    recent = (I.kind == Kind.BIRTHDAY.value) & (P.at >= since.isoformat())
    made, card = (_word("made"), *_MARK, *_NAMELESS), (_word("print"), *_CARD, *_NAMELESS)
    around = R.select(R.id).where(among(R.other, known))
    return [
        _with_person(G, made).where(among(G.customer, known), lately),
        _with_person(G, made).where(G.relative.in_(around), lately),
        _with_person(I, card).join_from(I, P).where(among(I.customer, known), recent),
        _with_person(I, card).join_from(I, P).where(I.relative.in_(around), recent),
    ]


def _with_person(table: Any, columns: Sequence[Any]) -> Any:
    return table.select(*columns).join(R, JOIN.LEFT_OUTER, on=table.relative == R.id)


def _identities(customer: CustomerId, person: DayPerson) -> Iterable[Who]:
    """By what somebody is known: as a customer, and as somebody around one."""
    if person.relative is None:
        yield ("customer", customer)
        return
    yield ("relative", person.relative)
    if person.also:
        yield ("customer", person.also)


def _who(row: Sequence[Any]) -> Iterable[Who]:
    customer, relative, other = row[0], row[1], row[10]
    if not relative:
        yield ("customer", CustomerId(customer))
        return
    yield ("relative", RelativeId(relative))
    if other:
        yield ("customer", CustomerId(other))


def _made(row: Sequence[Any]) -> Congratulation:
    customer, relative, kind, title, _, kept_on, state, how, at, by = row[:10]
    return Congratulation(
        CustomerId(customer), RelativeId(relative) if relative else None, DayKind(kind), title,
        dt.date.fromisoformat(kept_on), DayState(state), how, at, by,
    )  # fmt: skip


def _done(row: Sequence[Any]) -> DoneRow:
    given, family, company, email, phone, relative_given, relative_family = row[11:]
    customer = display_name(given, family, company, email=email, phone=phone)
    name = display_name(relative_given, relative_family) if row[1] else customer
    return DoneRow(name, customer, _made(row))


def _word(value: str) -> Any:
    return SQL(f"'{value}'")


def _text(column: Any) -> Any:
    return column.cast("text")


_NOTHING = _word("")
_ABOUT = fn.COALESCE(R.other, 0)
_MARK = (
    G.customer, fn.COALESCE(G.relative, 0), G.kind, G.title, _NOTHING, _text(G.kept_on), G.state, G.how, G.at, G.by,
    _ABOUT,
)  # fmt: skip
_CARD = (
    I.customer, fn.COALESCE(I.relative, 0), _NOTHING, _NOTHING, I.product, _NOTHING, _NOTHING, _NOTHING, P.at, P.by,
    _ABOUT,
)  # fmt: skip
_NAMES = (C.given, C.family, C.company, C.email, C.phone, fn.COALESCE(R.given, ""), fn.COALESCE(R.family, ""))
_NAMELESS = (_NOTHING,) * len(_NAMES)

"""What was done about the days near today, and what warns of a second greeting to the same person within a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import Congratulation, DayKind, DayState, RelativeId, about_day
from desktop_app.domain.printed_before import WITHIN_A_YEAR, LastPrint
from desktop_app.queries import Shop
from desktop_app.queries.day_rows import DayPerson, DayRow
from desktop_app.queries.listing import among
from desktop_app.store.tables import CongratulationTable as G

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
        """The row with what is known of it, of those who were not congratulated as somebody else; None without any.

        An anniversary is one day for both: it is done where one of them was congratulated.
        """
        before: Congratulation | None = None
        printed: LastPrint | None = None
        people = []
        for person in row.people:
            about = [
                one
                for who in _identities(row.customer_id, person)
                for one in self.made.get(who, ())
                if (one.kind, one.title) == (row.kind, row.title)
            ]
            if any(one.kept_on == row.kept_on for one in about):
                if row.kind is DayKind.ANNIVERSARY:
                    return None
                continue
            people.append(person)
            for one in about:
                if one.state is DayState.DONE and abs(one.kept_on - row.kept_on) < WITHIN_A_YEAR:
                    before = one
            for who in _identities(row.customer_id, person):
                printed = self.printed.get((who, about_day(row.kind, row.title))) or printed
        if not people:
            return None
        if len(people) == len(row.people) and before is None and printed is None:
            return row  # as most are
        return replace(row, people=tuple(people), before=before, printed=printed)


def congratulated(shop: Shop, rows: Sequence[DayRow], *, first: dt.date, last: dt.date) -> Marks:
    """What was done about the days from `first` to `last`, and for the people of these rows within a year."""
    text = _LATEST.format(first=first, last=last)
    customers = {row.customer_id for row in rows} | {one.also for row in rows for one in row.people if one.also}
    if customers:
        text += _OF.format(of=", ".join(map(str, customers)), since=shop.today() - WITHIN_A_YEAR)
    done: list[DoneRow] = []
    marks = Marks()
    for sort, *row in shop.sql(text):
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


_MARK = (
    "g.customer_id, COALESCE(g.relative_id, 0), g.kind, g.title, '', CAST(g.kept_on AS text), g.state, g.how, g.at,"
    " g.by, COALESCE(r.other_id, 0)"
)
_CARD = "i.customer_id, COALESCE(i.relative_id, 0), '', '', i.product, '', '', '', p.at, p.by, COALESCE(r.other_id, 0)"
_NAMELESS = "'', '', '', '', '', '', ''"
_AROUND = "IN (SELECT id FROM relative WHERE other_id IN ({of}))"
# What was kept last, read from the end: a shop that congratulates thousands marks thousands of days a week.
_LATEST = f"""
SELECT 'done', {_MARK}, c.given, c.family, c.company, c.email, c.phone, COALESCE(r.given, ''), COALESCE(r.family, '')
  FROM congratulation g JOIN customer c ON c.id = g.customer_id LEFT JOIN relative r ON r.id = g.relative_id
 WHERE g.id IN (SELECT id FROM congratulation WHERE id > (SELECT MAX(id) - {_LOOKED_BACK} FROM congratulation)
                   AND CAST(kept_on AS text) BETWEEN '{{first}}' AND '{{last}}' ORDER BY id DESC LIMIT {DONE_SHOWN})"""
# The days are compared as text, lest everything of the year is read by their index.
_MADE = f"""
UNION ALL SELECT 'made', {_MARK}, {_NAMELESS} FROM congratulation g LEFT JOIN relative r ON r.id = g.relative_id
 WHERE CAST(g.kept_on AS text) >= '{{since}}' AND """
_PRINTED = f"""
UNION ALL SELECT 'print', {_CARD}, {_NAMELESS}
  FROM print_item i JOIN print_run p ON p.id = i.run_id LEFT JOIN relative r ON r.id = i.relative_id
 WHERE i.kind = 'birthday' AND p.at >= '{{since}}' AND """
_OF = (
    f"{_MADE}g.customer_id IN ({{of}}){_MADE}g.relative_id {_AROUND}"
    f"{_PRINTED}i.customer_id IN ({{of}}){_PRINTED}i.relative_id {_AROUND}"
)

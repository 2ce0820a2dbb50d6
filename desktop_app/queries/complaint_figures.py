"""Complaints counted: by product, carrier, packer, supplier, kind, cause or month, and before and after a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from peewee import JOIN, SQL, fn

from desktop_app.domain.causes import Remedy
from desktop_app.domain.complaint_figures import EFFECT_DAYS, Counted, CountedRow, Effect, Grouping
from desktop_app.domain.complaints import Verdict
from desktop_app.domain.orders import Status
from desktop_app.domain.text import fold
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.causes import COUNTS
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.store.tables import CauseTable as U
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P


def counted(shop: Shop, by: Grouping, *, since: dt.date, until: dt.date) -> Counted:
    """The complaints received from `since` to `until` by what they are about, the most frequent first.

    Beside them the orders placed in these days that had to do with it, of kinds and causes none; three statements.
    """
    found: dict[str, _Group] = {}
    for row in shop.rows(_complaints(by, since, until).tuples()):
        _add(found, by, row)
    orders = _orders(shop, by, since, until)
    if by is Grouping.MONTH:
        for month in _months(since, until):
            found.setdefault(month, _Group()).spellings.setdefault(month, 0)
    names = kind_names(shop) if by is Grouping.KIND else {}
    rows = [
        CountedRow(key, _title(by, key, group, names), group.complaints, group.justified, _of(orders, key))
        for key, group in found.items()
    ]
    rows.sort(key=lambda row: row.key if by is Grouping.MONTH else (not row.key, -row.complaints, row.key))
    return Counted(
        by, since, until, tuple(rows), sum(row.complaints for row in rows), sum(row.justified for row in rows),
        shop.value(O.select(fn.COUNT(O.id)).where(*_placed(since, until))) or 0,
    )  # fmt: skip


def effect(shop: Shop, remedy: Remedy) -> Effect:
    """The complaints of a cause before and after a change: as many days each, at most EFFECT_DAYS, today included."""
    today, day = shop.today(), remedy.fields.changed_on or shop.today()
    days = min(EFFECT_DAYS, (today - day).days + 1)
    before, after = day - dt.timedelta(days=days), day + dt.timedelta(days=days - 1)
    eve = day - dt.timedelta(days=1)

    def complaints(first: dt.date, last: dt.date) -> int:
        query = K.select(fn.COUNT(K.id)).where(K.cause == remedy.cause, COUNTS, K.received_on.between(first, last))
        return shop.value(query) or 0

    def orders(first: dt.date, last: dt.date) -> int:
        return shop.value(O.select(fn.COUNT(O.id)).where(*_placed(first, last))) or 0

    return Effect(
        remedy, days, complaints(before, eve), complaints(day, after), orders(before, eve), orders(day, after)
    )


@dataclass(slots=True)
class _Group:
    """What was counted of one thing, with how often its name was written which way."""

    complaints: int = 0
    justified: int = 0
    spellings: dict[str, int] = field(default_factory=dict)


def _add(found: dict[str, _Group], by: Grouping, row: tuple[Any, ...]) -> None:
    """One line of the answer; names that differ only in how they are written are one."""
    number, name, complaints, justified = row
    key = _key(by, name) if number is None else f"#{number}"
    group = found.setdefault(key, _Group())
    group.complaints += complaints
    group.justified += justified or 0
    group.spellings[name] = group.spellings.get(name, 0) + complaints


def _key(by: Grouping, name: str) -> str:
    return name if by in (Grouping.KIND, Grouping.MONTH) else fold(name).strip()


def _title(by: Grouping, key: str, group: _Group, names: Mapping[str, Message]) -> str | Message:
    if by is Grouping.KIND:
        return names.get(key) or msg("{kind}", kind=key)
    return max(group.spellings, key=lambda name: (group.spellings[name], name), default="") if key else ""


def _of(orders: Mapping[str, int] | None, key: str) -> int | None:
    """The orders that had to do with a thing; of what is not known nothing can be said."""
    return None if orders is None or not key else orders.get(key, 0)


def _complaints(by: Grouping, since: dt.date, until: dt.date) -> Any:
    name, justified = _NAMES[by], fn.SUM((K.verdict == Verdict.YES.value).cast("integer"))
    query = K.select(K.product if by is Grouping.PRODUCT else SQL("NULL"), name, fn.COUNT(K.id), justified)
    if by is Grouping.CAUSE:
        query = query.join(U, JOIN.LEFT_OUTER, on=K.cause == U.id)
    elif by is Grouping.PRODUCT:
        query = query.join(P, JOIN.LEFT_OUTER, on=K.product == P.id)
    return query.where(COUNTS, K.received_on.between(since, until)).group_by(SQL("1"), SQL("2"))


def _orders(shop: Shop, by: Grouping, since: dt.date, until: dt.date) -> dict[str, int] | None:
    placed = _placed(since, until)
    if by in (Grouping.CARRIER, Grouping.PACKER, Grouping.MONTH):
        name = {Grouping.CARRIER: O.carrier, Grouping.PACKER: O.packed_by, Grouping.MONTH: _month(O.placed_on)}[by]
        return _sums(shop, by, O.select(name, fn.COUNT(O.id)).where(*placed).group_by(SQL("1")))
    if by is Grouping.PRODUCT:
        query = L.select(L.product, fn.COUNT(L.order.distinct())).join(O).where(*placed, L.product.is_null(False))
        return {f"#{number}": orders for number, orders in shop.rows(query.group_by(L.product).tuples())}
    if by is Grouping.SUPPLIER:
        query = L.select(P.supplier, fn.COUNT(L.order.distinct())).join(O).switch(L).join(P).where(*placed)
        return _sums(shop, by, query.group_by(P.supplier))
    return None


def _sums(shop: Shop, by: Grouping, query: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, orders in shop.rows(query.tuples()):
        key = _key(by, name)
        found[key] = found.get(key, 0) + orders
    return found


def _placed(since: dt.date, until: dt.date) -> tuple[Any, ...]:
    return O.placed_on.between(since, until), O.status != Status.CANCELLED.value


def _month(day: Any) -> Any:
    """The month of a day, as 2026-11, on either engine."""
    return fn.SUBSTR(day.cast("text"), 1, 7)


def _months(since: dt.date, until: dt.date) -> Iterable[str]:
    first, last = since.year * 12 + since.month - 1, until.year * 12 + until.month - 1
    return (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))


_NAMES: Mapping[Grouping, Any] = {
    Grouping.MONTH: _month(K.received_on),
    Grouping.PRODUCT: fn.COALESCE(P.name, K.article),
    Grouping.CARRIER: K.carrier,
    Grouping.PACKER: K.packer,
    Grouping.SUPPLIER: K.supplier,
    Grouping.KIND: K.kind,
    Grouping.CAUSE: fn.COALESCE(U.name, SQL("''")),
}

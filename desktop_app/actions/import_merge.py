"""What a file would change in an order the shop holds: an older file never takes back a newer state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from desktop_app.domain.importing import Difference, LineRecord, OrderRecord
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.text import shorten
from desktop_app.queries.known import KeptLine, KeptOrder

# How far an order has come; a file that knows less than the shop does not move it back.
_RANK = {status.value: rank for rank, status in enumerate(Status)}
_TAKEN = (  # as the file has them, where it has them
    "number", "placed_at", "currency", "total_minor", "shipping_minor", "discount_minor", "carrier", "tracking", "note",
)  # fmt: skip
_TAKEN_OF = attrgetter(*_TAKEN)
_PLACE = ("to_name", "to_street", "to_city", "to_region", "to_postcode", "to_country")
_PLACE_OF = attrgetter(*_PLACE)
_STATES = ("status", "paid", "refunded_minor")  # what even a report knows of an order


@dataclass(frozen=True, slots=True)
class OrderChanges:
    """The columns of a known order that a file changes, whether its lines or customer do too, as people read them."""

    values: dict[str, Any]
    lines: bool
    buyer: bool  # the file gives a guest's e-mail address
    differences: tuple[Difference, ...]
    older: bool = False  # the file is older than what is kept, so that nothing, or only a later state, is taken from it
    undated: bool = False  # nothing in the file tells that what it says is newer

    def __bool__(self) -> bool:
        return bool(self.values) or self.lines or self.buyer


def order_changes(
    kept: KeptOrder, lines: Sequence[KeptLine], record: OrderRecord, *, older: bool = False
) -> OrderChanges:
    """What a record of a file changes in the order as kept; empty cells change nothing.

    An `older` file, or one that only outlines its orders, moves them on and fills what is empty; a record of an
    earlier day fills what is empty and moves nothing.
    """
    newer = _compared(record.changed_at, kept.changed_at)
    values = _differing(kept, record, newer)
    if record.reckoned and kept.total_minor is not None:
        values.pop("total_minor", None)
    if record.total_minor is None and kept.total_minor is not None:  # its currency is a guess: no amount names one
        values.pop("currency", None)
    other_lines = bool(record.lines) and not _same_lines(lines, record.lines)
    undated, left_out = False, False
    older = older and not newer
    if record.outline or older or newer < 0:
        states = _STATES if newer >= 0 else ()
        told = {name: new for name, new in values.items() if name in states or getattr(kept, name) in (None, "")}
        if "total_minor" in told and "currency" in values:  # what was kept without an amount had no currency told
            told["currency"] = values["currency"]
        if kept.status == Status.CANCELLED:  # paid once, before it was called off
            told.pop("paid", None)
        left_out = (older or newer < 0) and (len(told) < len(values) or bool(other_lines and lines))
        values, other_lines = told, other_lines and not lines
    elif not newer:
        undated = other_lines or any(name not in _STATES for name in values)
    buyer = bool(record.person.email) and not kept.email_key
    differences = [
        Difference(
            name.removesuffix("_minor"),
            _shown(getattr(kept, name), name, kept.currency),
            _shown(new, name, record.currency),
        )
        for name, new in values.items()
    ]
    if other_lines:
        differences.append(Difference("lines", _listed(lines), _listed(record.lines)))
    if buyer:
        differences.append(Difference("email", "", shorten(record.person.email)))
    if differences and newer > 0:
        values["changed_at"] = record.changed_at
    return OrderChanges(values, other_lines, buyer, tuple(differences), left_out, undated)


def is_same_order(kept: KeptOrder, record: OrderRecord) -> bool:
    """Whether a record with another key means this order: one of the two has its number for a key, and the days agree.

    Two lasting ids under one number are two orders, as after a shop was made anew.
    """
    if kept.number != record.number or (kept.source_key != kept.number and record.key != record.number):
        return False
    return not kept.placed_at or not record.placed_at or kept.placed_at[:10] == record.placed_at[:10]


def merged_lines(kept: Sequence[KeptLine], lines: Sequence[LineRecord]) -> list[LineRecord]:
    """The lines as they are to stand: those of the file, with the amounts it does not say taken from what is kept.

    Pieces that came back stay with one line each, where several lines are of the same article.
    """
    rest: dict[tuple[str, str, int], list[KeptLine]] = {}
    for one in reversed(kept):
        rest.setdefault((one.sku, one.name, one.quantity), []).append(one)
    found = []
    for line in lines:
        there = rest.get((line.sku, line.name, line.quantity))
        if not there:
            found.append(line._replace(returned=0))
            continue
        old = there.pop()
        if not there:  # of a line more than are kept the price may be told, what came back is not
            there.append(old._replace(returned=0))
        unit = line.unit_minor if line.unit_minor is not None else old.unit_minor
        total = line.total_minor if line.total_minor is not None else old.total_minor
        less = line.discount_minor if line.discount_minor is not None else old.discount_minor
        found.append(line._replace(unit_minor=unit, total_minor=total, discount_minor=less, returned=old.returned))
    return found


def _differing(kept: KeptOrder, record: OrderRecord, newer: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    ours, theirs = _TAKEN_OF(kept), _TAKEN_OF(record)
    if ours != theirs:  # most orders of a second export are as they were
        values.update(
            (name, new)
            for name, old, new in zip(_TAKEN, ours, theirs, strict=True)
            if new != old and new not in (None, "")
        )
        if kept.placed_at.startswith(record.placed_at):  # a day alone, where the hour is known
            values.pop("placed_at", None)
    for name, given, promised in (
        ("ship_by", record.ship_by, kept.ship_by), ("deliver_by", record.deliver_by, kept.deliver_by),
    ):  # fmt: skip
        if given is not None and given != promised:
            values[name] = given
    if (record.refunded_minor or 0) > (kept.refunded_minor or 0):
        values["refunded_minor"] = record.refunded_minor
    if record.paid and not kept.paid:
        values["paid"] = True
    if _moves(kept.status, record.status.value, newer):
        values["status"] = record.status.value
    to = record.ship_to
    place, known = (to.name, to.street, to.city, to.region, to.postcode, to.country), _PLACE_OF(kept)
    if place != known and (any(place[1:]) or (place[0] and not kept.to_name)):
        values.update(
            (name, new) for name, old, new in zip(_PLACE, known, place, strict=True) if new != old and (new or place[1])
        )
    return values


def _moves(kept: str, new: str, newer: int) -> bool:
    """Whether a file's status is taken: when it is further on, or reopens a cancelled order later than we know."""
    if _RANK[new] > _RANK[kept]:
        # A parcel on its way may be called back, and no file dates that; one that arrived can only come back.
        return not (new == Status.CANCELLED and kept == Status.DELIVERED and newer <= 0)
    return kept == Status.CANCELLED and new != kept and newer > 0


def _compared(new: str, kept: str) -> int:
    """1 when a moment of the file is later than the kept one, -1 when it is earlier, 0 when that cannot be told."""
    if new == kept or not new or not kept:
        return 0
    ours, theirs = dt.datetime.fromisoformat(kept), dt.datetime.fromisoformat(new)
    if (ours.tzinfo is None) != (theirs.tzinfo is None):
        ours, theirs = ours.replace(tzinfo=None), theirs.replace(tzinfo=None)
    return (theirs > ours) - (theirs < ours)


def _same_lines(kept: Sequence[KeptLine], lines: Sequence[LineRecord]) -> bool:
    if len(kept) != len(lines):
        return False
    return all(
        (old.sku, old.name, old.quantity) == (new.sku, new.name, new.quantity)
        and new.unit_minor in (None, old.unit_minor)
        and new.total_minor in (None, old.total_minor)
        and new.discount_minor in (None, old.discount_minor)
        for old, new in zip(kept, lines, strict=True)
    )


def _shown(value: object, name: str, currency: str) -> str | Money:
    if value is None:
        return ""
    if name.endswith("_minor") and isinstance(value, int):
        return Money(value, currency)
    return shorten(str(value))


def _listed(lines: Sequence[KeptLine] | Sequence[LineRecord]) -> str:
    return shorten(", ".join(f"{line.quantity} × {line.name}" for line in lines), 120)

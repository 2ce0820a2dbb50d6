"""The people around a customer and the days of all of them: added, edited and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.actions.belongings import keep_deceased
from desktop_app.actions.checks_people import checked_days, checked_relative
from desktop_app.actions.columns import day_columns, relative_columns
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.keys import name_key
from desktop_app.domain.people import DayKind, KeptDay, RelativeFields, RelativeId, SpecialDay
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.belongings import owned_ids, printed_for
from desktop_app.queries.customers import customer, customer_name
from desktop_app.queries.people import days_of, relative, relatives_of
from desktop_app.store.tables import CongratulationTable, CustomerTable, PrintItemTable, RelativeTable, SpecialDayTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.CUSTOMERS,)


def add_relative(
    shop: Shop, customer_id: CustomerId, fields: RelativeFields, *, actor: str
) -> tuple[RelativeId, Changes]:
    """Keeps somebody around a customer, with their days; raises Invalid at a field."""
    tidy = _ready(shop, customer_id, fields)
    whose = shorten(customer_name(shop, customer_id))
    title = msg("Add {name}, of {customer}", name=_name(tidy), customer=whose)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, customer_id)
        _check_link(shop, customer_id, tidy, None)
        values = {"customer": customer_id, **relative_columns(tidy)}
        kept = RelativeId(change.insert(RelativeTable, values))
        _write_days(change, customer_id, kept, tidy.days, ())
        _touch_linked(change, tidy.customer)
        if tidy.customer is not None and tidy.deceased:
            keep_deceased(shop, change, tidy.customer, True)
    return kept, change.changes


def edit_relative(shop: Shop, relative_id: RelativeId, version: int, fields: RelativeFields, *, actor: str) -> Changes:
    """Keeps the new fields and days of somebody around a customer; raises Conflict when they were changed meanwhile."""
    whose = relative(shop, relative_id).of
    tidy = _ready(shop, whose, fields)
    title = msg("Edit {name}, of {customer}", name=_name(tidy), customer=shorten(customer_name(shop, whose)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update(RelativeTable, relative_id, version=None, values={})  # nobody else writes it until we are through
        now = relative(shop, relative_id)
        if now.version != version:
            raise Conflict(msg("{name} was changed meanwhile. Look at them again first.", name=shorten(now.name)))
        _check_link(shop, whose, tidy, relative_id)
        change.update(RelativeTable, relative_id, version=None, values=relative_columns(tidy))
        kept = [day for day in days_of(shop, whose) if day.relative == relative_id]
        if _write_days(change, whose, relative_id, tidy.days, kept):
            change.touch(RelativeTable, relative_id)
        if tidy.customer is not None and tidy.deceased != now.fields.deceased:
            keep_deceased(shop, change, tidy.customer, tidy.deceased)
        if change.wrote:
            change.touch(CustomerTable, whose)
            if now.fields.customer != tidy.customer:
                _touch_linked(change, now.fields.customer)
                _touch_linked(change, tidy.customer)
    return change.changes


def remove_relative(shop: Shop, relative_id: RelativeId, *, actor: str) -> Changes:
    """Removes somebody around a customer with their days and what was done about them; Undo brings all of it back."""
    gone = relative(shop, relative_id)
    whose = shorten(customer_name(shop, gone.of))
    title = msg("Remove {name}, of {customer}", name=shorten(gone.name), customer=whose)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, gone.of)
        items = printed_for(shop, [relative_id])  # what was printed for them stays in the log
        change.update_many(PrintItemTable, items, ("relative",), ((None,) for _ in items))
        for table in (SpecialDayTable, CongratulationTable):
            change.delete(table, owned_ids(shop, table.relative, [relative_id]))
        change.delete(RelativeTable, [relative_id])
        _touch_linked(change, gone.fields.customer)
    return change.changes


def keep_days(shop: Shop, customer_id: CustomerId, version: int, days: Sequence[SpecialDay], *, actor: str) -> Changes:
    """Makes these a customer's days beside their birthday; raises Conflict when they were changed since `version`."""
    tidy = checked_days(days, today=shop.today())
    if any(day.kind is DayKind.BIRTHDAY for day in tidy):
        raise Invalid("days", msg("The birthday stands with the name and address; enter it there."))
    name = shorten(customer_name(shop, customer_id))
    with shop.change(msg("Days of {name}", name=name), actor=actor, topics=_TOPICS) as change:
        change.update(CustomerTable, customer_id, version=version, values={})
        kept = [day for day in days_of(shop, customer_id) if day.relative is None]
        if _write_days(change, customer_id, None, tidy, kept):
            change.touch(CustomerTable, customer_id)
    return change.changes


def _ready(shop: Shop, whose: CustomerId, fields: RelativeFields) -> RelativeFields:
    """The fields checked; somebody who is a customer and has no name here has the one of their own record."""
    if fields.customer is None:
        return checked_relative(fields, today=shop.today())
    if fields.customer == whose:
        raise Invalid("customer", msg("This is the customer themselves. Choose somebody else, or nobody."))
    try:
        own = customer(shop, fields.customer).fields
    except NotFound:
        raise Invalid("customer", msg("This customer is no longer in the shop. Choose another.")) from None
    if not (fields.given.strip() or fields.family.strip()):
        fields = replace(fields, given=own.given or own.company, family=own.family)
    return checked_relative(fields, today=shop.today())


def _check_link(shop: Shop, whose: CustomerId, fields: RelativeFields, own: RelativeId | None) -> None:
    for other in relatives_of(shop, whose) if fields.customer is not None else ():
        if other.fields.customer == fields.customer and other.id != own:
            raise Invalid(
                "customer", msg("{name} is among these people already. Choose somebody else.", name=shorten(other.name))
            )


def _write_days(
    change: Change,
    customer_id: CustomerId,
    relative_id: RelativeId | None,
    days: Sequence[SpecialDay],
    kept: Sequence[KeptDay],
) -> bool:
    """Makes the kept days these: the same kind and title stays the same row; answers whether any were not."""
    known = {_key(each.day): each for each in kept}
    wrote = False
    for day in days:
        old = known.pop(_key(day), None)
        if old is None:
            values = {"customer": customer_id, "relative": relative_id, **day_columns(day)}
            change.insert(SpecialDayTable, values)
        elif old.day != day:
            change.update(SpecialDayTable, old.id, version=None, values=day_columns(day))
        else:
            continue
        wrote = True
    if known:
        change.delete(SpecialDayTable, [each.id for each in known.values()])
    return wrote or bool(known)


def _touch_linked(change: Change, linked: CustomerId | None) -> None:
    """Lets a customer who is among somebody's people know of it: their record shows whose."""
    if linked is not None:
        change.touch(CustomerTable, linked)


def _key(day: SpecialDay) -> tuple[DayKind, str]:
    return day.kind, name_key(day.title)


def _name(fields: RelativeFields) -> str:
    return shorten(" ".join(part for part in (fields.given, fields.family) if part))

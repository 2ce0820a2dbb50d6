"""The people, days and congratulations of two customers who become one; called inside the change that merges them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.actions.columns import day_columns, relative_columns
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.merging_people import same_day, same_relative, united_day, united_relative
from desktop_app.domain.people import DayState, RelativeId
from desktop_app.queries import Shop
from desktop_app.queries.belongings import printed_for
from desktop_app.queries.merging import congratulated, kept_days_of, links_to
from desktop_app.queries.people import relatives_of
from desktop_app.store.tables import (
    CongratulationTable,
    CustomerTable,
    PrintItemTable,
    RelativeTable,
    SpecialDayTable,
)

if TYPE_CHECKING:
    from desktop_app.domain.people import Relative
    from desktop_app.store.transaction import Change


def unite_people(shop: Shop, change: Change, keep: CustomerId, lose: CustomerId) -> None:
    """Moves the people around `lose` with all days and congratulations to `keep`; who stands with both stays once."""
    ours = {one.id: one for one in relatives_of(shop, keep)}
    became: dict[int | None, int | None] = {None: None}
    gone: list[RelativeId] = []
    for relative in relatives_of(shop, lose):
        double = next((one for one in ours.values() if same_relative(one.fields, relative.fields)), None)
        if double is None:
            change.update(RelativeTable, relative.id, version=None, values={"customer": keep})
            became[relative.id] = relative.id
        else:
            ours[double.id] = _unite(shop, change, double, relative)
            became[relative.id] = double.id
            gone.append(relative.id)
    _move_days(shop, change, keep, lose, became)
    _move_congratulations(shop, change, keep, lose, became)
    change.delete(RelativeTable, gone)


def relink(shop: Shop, change: Change, keep: CustomerId, lose: CustomerId) -> None:
    """Makes the people around others who were `lose` be `keep`; where somebody has both, one entry stays."""
    known = {customer: number for number, customer in links_to(shop, keep).items()}
    for number, customer in links_to(shop, lose).items():
        change.touch(CustomerTable, customer)
        change.update(RelativeTable, number, version=None, values={"other": keep})
        if customer in known:
            around = {one.id: one for one in relatives_of(shop, CustomerId(customer))}
            stays, goes = around[RelativeId(known[customer])], around[RelativeId(number)]
            _unite(shop, change, stays, goes)
            became: dict[int | None, int | None] = {one: one for one in (None, *around)}
            became[goes.id] = stays.id
            _move_days(shop, change, CustomerId(customer), CustomerId(customer), became)
            _move_congratulations(shop, change, CustomerId(customer), CustomerId(customer), became)
            change.delete(RelativeTable, [goes.id])


def _unite(shop: Shop, change: Change, stays: Relative, goes: Relative) -> Relative:
    """Makes one entry of two, which is returned; `goes` is still to be removed."""
    united = united_relative(stays.fields, goes.fields)
    change.update(RelativeTable, stays.id, version=None, values=relative_columns(united))
    items = printed_for(shop, [goes.id])
    change.update_many(PrintItemTable, items, ("relative",), ((stays.id,) for _ in items))
    return replace(stays, fields=united)


def _move_days(
    shop: Shop, change: Change, keep: CustomerId, lose: CustomerId, became: dict[int | None, int | None]
) -> None:
    ours = [] if keep == lose else kept_days_of(shop, keep)
    gone: list[int] = []
    for number, whose, day in kept_days_of(shop, lose):
        now = became[whose]
        double = next((at for at, known in enumerate(ours) if known[1] == now and same_day(known[2], day)), None)
        if double is None:
            change.update(SpecialDayTable, number, version=None, values={"customer": keep, "relative": now})
            ours.append((number, now, day))
        else:
            known, _, other = ours[double]
            united = united_day(other, day)
            change.update(SpecialDayTable, known, version=None, values=day_columns(united))
            ours[double] = (known, now, united)
            gone.append(number)
    change.delete(SpecialDayTable, gone)


def _move_congratulations(
    shop: Shop, change: Change, keep: CustomerId, lose: CustomerId, became: dict[int | None, int | None]
) -> None:
    """Of two about one day the one that was done counts."""
    known = {} if keep == lose else {one.of: one for one in congratulated(shop, keep)}
    gone: list[int] = []
    for theirs in congratulated(shop, lose):
        moved = theirs._replace(relative=became[theirs.relative])
        double = known.get(moved.of)
        if double is None:
            values = {"customer": keep, "relative": moved.relative}
            change.update(CongratulationTable, moved.id, version=None, values=values)
            known[moved.of] = moved
            continue
        if double.state != DayState.DONE.value and moved.state == DayState.DONE.value:
            done = {"state": moved.state, "how": moved.how, "at": moved.at, "by": moved.by}
            change.update(CongratulationTable, double.id, version=None, values=done)
            known[moved.of] = double._replace(state=moved.state)
        gone.append(moved.id)
    change.delete(CongratulationTable, gone)

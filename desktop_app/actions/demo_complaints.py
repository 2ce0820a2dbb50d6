"""The invented complaints and reviews of the sample shop, about posted orders, and where such word arrives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.actions.checks_complaints import with_order
from desktop_app.actions.complaint_counts import counted
from desktop_app.actions.complaint_deadlines import renew_deadlines
from desktop_app.actions.complaints import complaint_columns
from desktop_app.actions.invented import Sample
from desktop_app.domain.complaints import CauseId, ComplaintFields, ComplaintId, Severity, Source, State, Verdict, Way
from desktop_app.domain.keys import name_key
from desktop_app.domain.orders import OrderId
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint_states
from desktop_app.store.tables import (
    CauseTable,
    ComplaintStepTable,
    ComplaintTable,
    ComplaintWordTable,
    InboxTable,
    RemedyTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TODAY = 24  # hours
_SHARE = 4  # at most one in so many posted orders is complained of


def write_complaints(shop: Shop, change: Change, found: Sample, orders: Sequence[tuple[int, str, str]]) -> None:
    """Keeps inboxes, and complaints of some posted orders, each with the language of its customer and its packer.

    The latest order comes last; each complaint is of another one, and the newest complaint of the newest order.
    """
    told = found.complaints
    for one in told["inboxes"]:
        _write_inbox(shop, change, one, found)
    causes = {one["kind"]: _write_cause(shop, change, one, found) for one in told["causes"]}
    made = told["said"][: len(orders) // _SHARE]
    latest = list(reversed(orders))[:: max(1, len(orders) // max(1, len(made)))]
    for one, (order, language, packer) in zip(made, latest, strict=False):
        cause = causes.get(one["kind"])
        _write_complaint(shop, change, one, order=OrderId(order), language=language, packer=packer, cause=cause)


def _write_inbox(shop: Shop, change: Change, one: dict[str, Any], found: Sample) -> None:
    spoken = found.shop["language"]
    name = one["name"][spoken]
    checked = shop.now() - dt.timedelta(hours=one["checked_hours_ago"])
    change.insert(
        InboxTable,
        {
            "name": name,
            "name_key": name_key(name),
            "source": one["source"],
            "link": one["link"],
            "every_hours": one["every_hours"],
            "checked_at": checked.isoformat(timespec="seconds"),
            "checked_by": found.people["packers"][spoken][0],
        },
    )


def _write_cause(shop: Shop, change: Change, one: dict[str, Any], found: Sample) -> CauseId:
    """What complaints of a kind come from, and what was changed because of it, in the shop's language."""
    spoken = found.shop["language"]
    name = one["name"][spoken]
    kept = change.insert(CauseTable, {"name": name, "name_key": name_key(name)})
    day, by = shop.today() - dt.timedelta(days=one["days_ago"]), found.people["packers"][spoken][0]
    change.insert(RemedyTable, {"cause": kept, "changed_on": day, "text": one["change"][spoken], "by": by})
    return CauseId(kept)


def _write_complaint(
    shop: Shop,
    change: Change,
    one: dict[str, Any],
    *,
    order: OrderId,
    language: str,
    packer: str,
    cause: CauseId | None,
) -> None:
    came = shop.now() - dt.timedelta(hours=one["hours_ago"])
    if one["hours_ago"] > _TODAY:
        came = came.replace(hour=9 + order % 4, minute=order * 13 % 60)  # nobody complains by the clock of the demo
    subject, text = one["texts"][language]
    fields = ComplaintFields(
        kind=one["kind"],
        source=Source(one["source"]),
        source_name=one["where"],
        received_at=came.isoformat(timespec="seconds"),
        order=order,
        severity=Severity(one["severity"]),
        verdict=Verdict(one["verdict"]),
        rating=one["rating"],
        subject=subject,
        text=text,
        cause=cause,
    )
    steps = [(State.NEW, came)]
    steps += [(State(state), came + dt.timedelta(hours=hours)) for state, hours in one["steps"]]
    columns = complaint_columns(with_order(shop, fields))
    kept = ComplaintId(change.insert(ComplaintTable, {**columns, **_standing(shop, one, steps)}))
    rows = [(kept, state.value, _text(at), packer if n else "") for n, (state, at) in enumerate(steps)]
    change.insert_many(ComplaintStepTable, ("complaint", "state", "at", "by"), rows)
    if one["answers"]:
        _say(change, kept, Way.OUT, one["answers"][language], at=steps[1][1], by=packer)
    if one["note"]:
        _say(change, kept, Way.NOTE, one["note"][language], at=steps[-1][1], by=packer)
    renew_deadlines(shop, change, [kept])
    counted(shop, change, (), complaint_states(shop, [kept]))


def _standing(shop: Shop, one: dict[str, Any], steps: Sequence[tuple[State, dt.datetime]]) -> dict[str, Any]:
    """Where its steps led it."""
    state, at = steps[-1]
    promised = shop.today() + dt.timedelta(days=one["promised_in"]) if one["promised_in"] else None
    return {
        "state": state.value,
        "answered_at": _text(steps[1][1]) if len(steps) > 1 else "",
        "solved_at": _text(at) if state is State.SOLVED else "",
        "promised_on": promised if state is State.PROMISED else None,
    }


def _say(change: Change, kept: ComplaintId, way: Way, text: str, *, at: dt.datetime, by: str) -> None:
    row = {"complaint": kept, "at": _text(at), "by": by, "way": way.value, "text": text}
    change.insert(ComplaintWordTable, row)


def _text(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds")

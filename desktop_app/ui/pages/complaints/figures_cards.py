"""The cards of the window of figures: the chart, who bought again, and causes with what was changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.causes import Cause, Remedy
from desktop_app.domain.complaint_figures import (
    FRESH_DAYS,
    GROUPING_NAMES,
    BoughtAgain,
    Counted,
    CountedRow,
    Effect,
    Grouping,
    Returning,
)
from desktop_app.domain.resolutions import DEED_NAMES
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.figures_lookup import Numbers
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.bars import Bar, Bars
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.detail_row import DetailRow

_MOST = 12  # bars; the rest is said in a word
_ENOUGH = 14  # days, before which fewer complaints say nothing


@dataclass(frozen=True, slots=True)
class Deeds:
    """What may be done about causes: called with the cause, and with the change it is about."""

    note: Callable[[Cause], object]
    rename: Callable[[Cause], object]
    remove: Callable[[Cause], object]
    correct: Callable[[Cause, Remedy], object]
    forget: Callable[[Remedy], object]


def chart_card(desk: Desk, found: Counted) -> Card:
    """The complaints as bars, months standing in a row, everything else lying one below the other."""
    words, months = desk.words, found.by is Grouping.MONTH
    hint = joined(
        words.n("{n} complaint", "{n} complaints", found.complaints),
        words.n("{n} of them justified", "{n} of them justified", found.justified) if found.justified else "",
        words.n("{n} order in these twelve months", "{n} orders in these twelve months", found.orders),
    )
    card = Card(words.say(GROUPING_NAMES[found.by]), hint)
    rows = found.rows if months else found.rows[:_MOST]
    bars = Bars(desk.theme, words("Complaints by {what}", what=words.say(GROUPING_NAMES[found.by])), standing=months)
    bars.show_bars([_bar(words, found.by, row) for row in rows])
    card.add_row(_padded(bars))
    left = found.complaints - sum(row.complaints for row in rows)
    if left:
        card.add_note(words.n("{n} more about others", "{n} more about others", left))
    elif any(row.orders is not None for row in rows) and not months:
        card.add_note(words("Beside a number stands how many that is to a hundred orders."))
    return card


def returning_card(desk: Desk, found: Returning) -> Card:
    """How many of those who complained ordered again, and after which resolution."""
    words, whole = desk.words, found.whole
    said = words("{again} of {all} who complained", again=words.count(whole.again), all=words.count(whole.complainers))
    card = Card(words("Bought again"), said if whole.complainers else "")
    if not whole.complainers:
        card.add_note(words("Nobody complained whom the shop knows as a customer."))
        return card
    bars = Bars(desk.theme, words("Bought again, by how it was made good"), most=1)
    bars.show_bars([_share(words, one) for one in found.after])
    card.add_row(_padded(bars))
    if whole.fresh:
        card.add_note(words.n(
            "{n} of the others complained in the last {days} days and may still buy.",
            "{n} of the others complained in the last {days} days and may still buy.", whole.fresh, days=FRESH_DAYS,
        ))  # fmt: skip
    return card


def causes_card(desk: Desk, found: Numbers, deeds: Deeds) -> Card:
    """What the complaints come from, what was changed, and what became of it."""
    words = desk.words
    card = Card(words("Causes and what was changed"))
    for cause in found.causes:
        last = words("the last {day}", day=short_day(words, cause.last_on, found.today)) if cause.last_on else ""
        more = words.n("{n} open", "{n} open", cause.open) if cause.open else ""
        offered: list[tuple[str, Callable[[], object]]] = [
            (words("Note a change"), partial(deeds.note, cause)), (words("Rename"), partial(deeds.rename, cause)),
        ]  # fmt: skip
        if not cause.complaints:
            offered.append((words("Remove"), partial(deeds.remove, cause)))
        count = words.n("{n} complaint", "{n} complaints", cause.complaints)
        card.add_row(DetailRow(desk.theme, cause.name, joined(count, more, last), deeds=offered, long=True))
        for remedy in cause.remedies:
            card.add_row(_change(desk, found, cause, remedy, deeds))
    if not found.causes:
        card.add_note(words(
            "No cause is known yet. Open a complaint and say what it comes from; here you see how often it happens, "
            "and whether what you changed has helped."
        ))  # fmt: skip
    return card


def effect_words(words: Words, found: Effect) -> str:
    """What became of a change, in numbers that may be compared."""
    if found.days < 2:
        return words("Too early to tell.")
    return words.n(
        "Complaints to orders: {before} to {orders} in the {n} day before, {after} to {later} since then.",
        "Complaints to orders: {before} to {orders} in the {n} days before, {after} to {later} in as many since then.",
        found.days, before=words.count(found.before), orders=words.count(found.orders_before),
        after=words.count(found.after), later=words.count(found.orders_after),
    )  # fmt: skip


def _change(desk: Desk, found: Numbers, cause: Cause, remedy: Remedy, deeds: Deeds) -> QWidget:
    words, told = desk.words, found.effects[remedy.id]
    day = short_day(words, remedy.fields.changed_on, found.today) if remedy.fields.changed_on else ""
    tag = (words("Fewer since"), Tone.GOOD) if told.after < told.before and told.days >= _ENOUGH else None
    offered: list[tuple[str, Callable[[], object]]] = [
        (words("Edit"), partial(deeds.correct, cause, remedy)), (words("Remove"), partial(deeds.forget, remedy)),
    ]  # fmt: skip
    row = DetailRow(
        desk.theme, f"{day} · {remedy.fields.text}", effect_words(words, told), tag=tag, deeds=offered, long=True
    )
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(SPACE_4, 0, 0, 0)
    column.addWidget(row)
    return room





def _bar(words: Words, by: Grouping, row: CountedRow) -> Bar:
    if by is Grouping.MONTH:
        first = dt.date.fromisoformat(f"{row.key}-01")
        return Bar(words.date(first, "LLL"), row.complaints, words.count(row.complaints), _rate(words, row))
    title = row.title if isinstance(row.title, str) else words.say(row.title)
    number = words.count(row.complaints)
    return Bar(title or words("not known"), row.complaints, number, _rate(words, row), faint=not title)


def _rate(words: Words, row: CountedRow) -> str:
    rate = row.per_hundred
    return "" if rate is None else words("{rate} in 100 orders", rate=words.number(round(rate, 1)))


def _share(words: Words, one: BoughtAgain) -> Bar:
    name = words.say(DEED_NAMES[one.deed]) if one.deed is not None else words("Nothing noted")
    number = words("{again} of {all}", again=words.count(one.again), all=words.count(one.complainers))
    return Bar(name, one.share, number, faint=one.deed is None)


def _padded(chart: QWidget) -> QWidget:
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    column.addWidget(chart)
    return room

"""The cards of an import plan: what would happen, with the figures of the file; what is new and what changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.import_run import READ_AS, SEEN_BEFORE
from desktop_app.domain.file_kinds import Brings, FileKind
from desktop_app.domain.importing import Fate, ImportRow, PlannedRecord, PlanSummary
from desktop_app.domain.mapping import FileLook
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import birthday_text, stamp
from desktop_app.ui.pages.imports.figures import Figures
from desktop_app.ui.pages.imports.wording import difference_text, earlier_detail, earlier_title, headline, shop_name
from desktop_app.ui.pages.orders.wording import joined, money_text, number_text
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.task_row import TaskRow

_SHOWN = 10
_SAID_OTHERWISE = (SEEN_BEFORE.text, READ_AS.text)


@dataclass(frozen=True, slots=True)
class Planned:
    """A file, how it looks, and what importing it would do."""

    look: FileLook
    plan: PlanSummary
    seen: ImportRow | None = None


def summary_card(desk: Desk, now: Planned, today: dt.date, *, another: Callable[[], object]) -> Card:
    """The headline, what the file holds, which shop it is of (`another` to say so), whether it was taken before."""
    words, plan = desk.words, now.plan
    card = Card()
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
    column.setSpacing(SPACE_1)
    column.addWidget(Label(headline(words, plan), Size.LARGE, weight=Weight.BOLD, wrap=True))
    if plan.people_new and plan.kind.brings is not Brings.PEOPLE:
        fresh = words.n("{n} new customer", "{n} new customers", plan.people_new)
        column.addWidget(Label(fresh, tone=Tone.MUTED, wrap=True))
    column.addSpacing(SPACE_2)
    column.addWidget(Figures(words, plan, today))
    if plan.kind is not FileKind.MAIL and not plan.kind.address_book:
        column.addSpacing(SPACE_3)
        column.addLayout(_of_shop(desk, now, another))
    card.add_row(row)
    if now.seen is not None:
        when = stamp(words, now.seen.at, today)
        card.add_note(words("This very file was imported {when}.", when=when))
    elif not plan.new and not plan.changed and plan.same:
        card.add_note(words("Everything in this file is in your shop already."))
    for note in plan.notes:
        if note.text not in _SAID_OTHERWISE:
            card.add_note(words.say(note))
    return card


def namesakes_row(desk: Desk, *, same: bool, say: Callable[[bool], object]) -> QWidget:
    """Whether people of whom only a name and a day are told are the customers called so; `say(True)` that they are."""
    words = desk.words
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
    line.setSpacing(SPACE_2)
    told = words("Taken for the customers of the same name.") if same else words("Are they the same people?")
    line.addWidget(Label(told, wrap=True), 1)
    text = words("Keep them apart") if same else words("They are the same")
    line.addWidget(small(text, lambda: say(not same)))
    return row


def _of_shop(desk: Desk, now: Planned, another: Callable[[], object]) -> QHBoxLayout:
    words = desk.words
    line = QHBoxLayout()
    line.setSpacing(SPACE_2)
    line.addWidget(Label(words("From: {shop}", shop=shop_name(words, now.plan.source, now.look.platform)), wrap=True))
    tip = words("Say so if you sell in several shops: the order numbers of each are kept apart.")
    line.addWidget(small(words("Another shop…"), another, tip=tip))
    line.addStretch(1)
    return line


def records_card(desk: Desk, records: Sequence[PlannedRecord], fate: Fate, *, total: int, orders: bool) -> Card:
    """The records an import would add, or change with what was and what comes."""
    words = desk.words
    card = Card(words("Changed") if fate is Fate.CHANGED else words("New records"), words.count(total))
    shown = [record for record in records if record.fate is fate][:_SHOWN]
    for record in shown:
        born = birthday_text(words, record.born.month, record.born.day, record.born.year) if record.born else ""
        plain = joined(record.detail, born, money_text(words, record.total))
        detail = difference_text(words, record.differences) if fate is Fate.CHANGED else plain
        title = number_text(words, record.title) if orders else record.title
        card.add_row(TaskRow(desk.theme, title, detail))
    if total > len(shown):
        card.add_note(words.n("and {n} more", "and {n} more", total - len(shown)))
    return card


def mail_card(desk: Desk, record: PlannedRecord) -> Card:
    """What an e-mail says, and whose and about which order it is, as far as the shop knows."""
    card = Card(record.title, record.detail)
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
    column.addWidget(Label(record.text or desk.words("It holds no text."), wrap=True))
    card.add_row(row)
    return card


def earlier_card(desk: Desk, rows: Sequence[ImportRow], today: dt.date, undo: Callable[[ImportRow], object]) -> Card:
    """The imports so far, each with Undo while it stands."""
    words = desk.words
    card = Card(words("Imports so far"))
    for row in rows[:_SHOWN * 2]:
        buttons = () if row.undone else ((words("Undo"), lambda row=row: undo(row)),)
        tag = (words("Taken back"), Tone.MUTED) if row.undone else None
        card.add_row(TaskRow(
            desk.theme, earlier_title(words, row), earlier_detail(words, row, today), tag=tag, buttons=buttons
        ))
    if not rows:
        card.add_note(words("Nothing has been imported yet."))
    return card

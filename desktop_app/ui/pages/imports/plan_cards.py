"""The cards of an import plan: what would happen, how the file was read, what changes, what is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.importing import Fate, FileKind, ImportRow, Oddity, PlannedRecord, PlanSummary, Refusal
from desktop_app.domain.mapping import FileLook
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.imports.wording import (
    KINDS,
    contents,
    difference_text,
    earlier_detail,
    earlier_title,
    field_name,
    headline,
    kind_name,
    place_text,
    refused_count,
    shop_name,
)
from desktop_app.ui.pages.orders.wording import joined, money_text, number_text
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.task_row import TaskRow

_SHOWN = 10
_SAMPLE_ROWS, _SAMPLE_CELLS = 2, 12


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
    if said := contents(words, plan, today):
        column.addWidget(Label(said, tone=Tone.MUTED, wrap=True))
    if plan.kind is not FileKind.MAIL:
        column.addLayout(_of_shop(desk, now, another))
    card.add_row(row)
    if now.seen is not None:
        when = stamp(words, now.seen.at, today)
        card.add_note(words("This very file was imported {when}.", when=when))
    elif not plan.new and not plan.changed and plan.same:
        card.add_note(words("Everything in this file is in your shop already."))
    for note in plan.notes:
        card.add_note(words.say(note))
    return card


def _of_shop(desk: Desk, now: Planned, another: Callable[[], object]) -> QHBoxLayout:
    words = desk.words
    line = QHBoxLayout()
    line.setSpacing(SPACE_2)
    line.addWidget(Label(words("From: {shop}", shop=shop_name(words, now.plan.source, now.look.platform)), wrap=True))
    tip = words("Say so if you sell in several shops: the order numbers of each are kept apart.")
    line.addWidget(small(words("Another shop…"), another, tip=tip))
    line.addStretch(1)
    return line


def reading_card(desk: Desk, now: Planned, change: Callable[[], object]) -> Card:
    """How the file was read, with its first values as a check of the letters."""
    words, look = desk.words, now.look
    card = Card(words("How it was read"), now.plan.file)
    card.add_to_head(small(words("Change"), change))
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    column.setSpacing(SPACE_1)
    column.addWidget(Label(joined(
        kind_name(words, now.plan.kind, look.platform), now.plan.encoding.upper(), now.plan.sheet
    ), wrap=True))
    if now.plan.kind in KINDS and look.mapping.columns:
        used = (f"{field_name(words, field)}: {heading}" for field, heading in look.mapping.columns.items())
        column.addWidget(Label(joined(*used), Size.SMALL, tone=Tone.MUTED, wrap=True))
    for cells in look.sample[:_SAMPLE_ROWS]:
        column.addWidget(Elided(joined(*[cell for cell in cells if cell][:_SAMPLE_CELLS]), Size.SMALL, tone=Tone.MUTED))
    column.addWidget(Label(words("Are the letters right? If not, change the encoding."), Size.SMALL, tone=Tone.MUTED,
                           wrap=True))
    card.add_row(row)
    return card


def records_card(desk: Desk, records: Sequence[PlannedRecord], fate: Fate, *, total: int, orders: bool) -> Card:
    """The records an import would add, or change with what was and what comes."""
    words = desk.words
    card = Card(words("Changed") if fate is Fate.CHANGED else words("New records"), str(total))
    shown = [record for record in records if record.fate is fate][:_SHOWN]
    for record in shown:
        plain = joined(record.detail, money_text(words, record.total))
        detail = difference_text(words, record.differences) if fate is Fate.CHANGED else plain
        title = number_text(record.title) if orders else record.title
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


def refused_card(desk: Desk, plan: PlanSummary) -> Card:
    """What is not taken: where it stands, what it says and why."""
    words, total = desk.words, refused_count(plan)
    card = Card(words("Refused"), words("these stay out; the rest can be imported"))
    for refusal in plan.refused[:_SHOWN]:
        card.add_row(_value_row(desk, refusal))
    if total > _SHOWN:
        card.add_note(words.n("and {n} more", "and {n} more", total - _SHOWN))
    return card


def odd_card(desk: Desk, plan: PlanSummary) -> Card:
    """What is taken though it looks odd: where it stands, what it says and what is made of it."""
    words = desk.words
    card = Card(words("Worth a look"), words("odd, but taken"))
    for oddity in plan.odd[:_SHOWN]:
        card.add_row(_value_row(desk, oddity))
    if plan.odd_count > _SHOWN:
        card.add_note(words.n("and {n} more", "and {n} more", plan.odd_count - _SHOWN))
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


def _value_row(desk: Desk, found: Refusal | Oddity) -> QWidget:
    words = desk.words
    row = QWidget()
    lay = QHBoxLayout(row)
    lay.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
    texts = QVBoxLayout()
    texts.setSpacing(SPACE_1)
    place = place_text(words, found.place)
    value = words("“{value}”", value=found.value) if found.value else ""
    texts.addWidget(Label(joined(place, value), wrap=True))
    texts.addWidget(Label(words.say(found.reason), Size.SMALL, tone=Tone.MUTED, wrap=True))
    lay.addLayout(texts, 1)
    return row

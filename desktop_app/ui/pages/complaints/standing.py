"""The head of a complaint's record: where it stands and until when, what can be done next, and the way it came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.complaints import (
    MOVES,
    SEVERITY_NAMES,
    STATE_NAMES,
    VERDICT_NAMES,
    Complaint,
    Severity,
    State,
    Verdict,
)
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.pages.complaints.wording import due_tag, due_text, is_near, state_tag
from desktop_app.ui.pages.dates import near_day
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.pages.record_head import RecordHead
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import Button, plain, small
from desktop_app.ui.widgets.flow import Flowing
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.tag import Tag

MARK: dict[State, Message] = {
    State.ANSWERED: msg("Mark answered"),
    State.WAITING: msg("Wait for the customer"),
    State.PROMISED: msg("Promise a day…"),
    State.SOLVED: msg("Solved"),
    State.REOPENED: msg("Open again"),
}
_ORDER = (State.SOLVED, State.WAITING, State.PROMISED, State.ANSWERED, State.REOPENED)
_LONGEST = 28  # letters of a name on a link
_VERDICT_TONES = {Verdict.YES: Tone.BAD, Verdict.NO: Tone.MUTED}


@dataclass(frozen=True, slots=True)
class StandingCalls:
    """What the head may ask of its record."""

    move: Callable[[State], object]
    answer: Callable[[], object]
    make_good: Callable[[], object]
    open_order: Callable[[], object]
    open_customer: Callable[[], object]


class StandingHead(RecordHead):
    """Tags for what is, buttons for what can be done."""

    def __init__(self, theme: Theme, words: Words, calls: StandingCalls, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        self._calls = calls
        self.moves: dict[State, Button] = {}

    def show_complaint(self, one: Complaint, now: dt.datetime, *, number: str, customer: str) -> None:
        """Show where a complaint stands; `number` is its order's, `customer` whose it is."""
        until = self._until(one, now)
        linked = one.fields.order is not None or one.fields.customer is not None
        steps = [(self._words.say(STATE_NAMES[step.state]), step.by, step.at) for step in reversed(one.steps)]
        self.show_rows(
            [
                self._tags(one, now),
                Label(until, Size.SMALL, tone=Tone.MUTED, wrap=True) if until else None,
                self._links(one, number, customer) if linked else None,
                self._deeds(one),
                self.way(steps, now.date()) if len(steps) > 1 else None,  # that it was recorded says its head
            ]
        )

    def _tags(self, one: Complaint, now: dt.datetime) -> QWidget:
        words, fields = self._words, one.fields
        row = Flowing()
        row.add(Tag(*state_tag(words, one.state, fields.rating)))
        due = min(filter(None, (one.answer_by, one.solve_by)), default=None)
        if one.open and is_near(due, now):
            row.add(Tag(*due_tag(words, due, now)))
        if fields.severity is not Severity.NORMAL:
            tone = Tone.BAD if fields.severity is Severity.HIGH else Tone.MUTED
            row.add(Tag(words.say(SEVERITY_NAMES[fields.severity]), tone))
        if fields.verdict is not Verdict.UNCLEAR:
            row.add(Tag(words.say(VERDICT_NAMES[fields.verdict]), _VERDICT_TONES[fields.verdict]))
        return row

    def _until(self, one: Complaint, now: dt.datetime) -> str:
        """By when what is due, in one line."""
        words = self._words
        if not one.open:
            return ""
        promised = one.promised_on
        return joined(
            words("Answer by {when}", when=due_text(words, one.answer_by, now)) if one.answer_by else "",
            self._solve_by(one, now) if one.solve_by else "",
            words("Promised {day}", day=near_day(words, promised, now.date())) if promised is not None else "",
        )

    def _solve_by(self, one: Complaint, now: dt.datetime) -> str:
        when = due_text(self._words, one.solve_by, now)
        waits = one.state is State.WAITING
        return self._words("Ask again by {when}", when=when) if waits else self._words("Solve by {when}", when=when)

    def _links(self, one: Complaint, number: str, customer: str) -> QWidget:
        words, calls = self._words, self._calls
        row = Flowing()
        if one.fields.order is not None:
            row.add(_link(number_text(words, number), calls.open_order, words("Open the order")))
        if one.fields.customer is not None:
            row.add(_link(shorten(customer, _LONGEST), calls.open_customer, words("Open the customer")))
        return row

    def _deeds(self, one: Complaint) -> QWidget:
        words, calls = self._words, self._calls
        row = Flowing()
        answer = small(words("Answer"), calls.answer)
        answer.wear(self._theme, "mail", Tone.ACCENT)
        good = small(words("Make it good"), calls.make_good)
        good.wear(self._theme, "heart", Tone.ACCENT)
        for button in (answer, *([good] if one.fields.counts else [])):
            row.add(button)
        can = [state for state in _ORDER if state in MOVES[one.state]]
        self.moves = {state: small(words.say(MARK[state]), partial(calls.move, state)) for state in can}
        for button in self.moves.values():
            row.add(button)
        return row


def _link(text: str, pressed: Callable[[], object], tip: str) -> Button:
    button = plain(text or tip, pressed, tip=tip)
    button.setAccessibleName(tip)
    button.setProperty("flush", True)
    return button

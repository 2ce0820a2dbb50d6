"""By when a complaint is to be answered and solved, counted in the shop's working hours from what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.complaints import ComplaintStep, State
from desktop_app.domain.terms import Term
from desktop_app.domain.working_hours import WorkingHours

_ANSWERED = frozenset({State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED})
_AT_REST = frozenset({State.WAITING, State.SOLVED})  # the clock of the solution stands still
HOUR = 60  # minutes
SILENT_DAYS = 5  # working days in which a customer may be silent before they are asked again


@dataclass(frozen=True, slots=True)
class Deadlines:
    """By when the shop is to answer and to solve, in its local time to the minute; None where nothing is due."""

    answer_by: dt.datetime | None = None
    solve_by: dt.datetime | None = None

    @property
    def next(self) -> dt.datetime | None:
        """The nearer of the two."""
        return min(filter(None, (self.answer_by, self.solve_by)), default=None)


def deadlines(
    received: dt.datetime,
    steps: Sequence[ComplaintStep],
    term: Term,
    hours: WorkingHours,
    *,
    promised_on: dt.date | None = None,
) -> Deadlines:
    """The deadlines of a complaint that came at `received` and took `steps`, the oldest first.

    An answer is due from `received`, and again from the moment it is opened anew. Time in which it waits for the
    customer or is solved does not count towards the solution; opened anew, what was left of the term counts on.
    While something is promised by a day, that day's closing time is the deadline of the solution; while it waits for
    the customer, it is the moment to ask them again.
    """
    state = steps[-1].state if steps else State.NEW
    answer_by = _answer_by(received, steps, term, hours)
    if state is State.WAITING:
        silence = SILENT_DAYS * (hours.closes - hours.opens)
        return Deadlines(answer_by, wall_time(hours.after(moment_of(steps[-1].at), silence), hours))
    if state in _AT_REST:
        return Deadlines(answer_by, None)
    if state is State.PROMISED and promised_on is not None:
        closing = dt.datetime.combine(promised_on, dt.time()) + dt.timedelta(minutes=hours.closes)
        return Deadlines(answer_by, closing)
    return Deadlines(answer_by, wall_time(_solve_by(received, steps, term, hours), hours))


def _answer_by(
    received: dt.datetime, steps: Sequence[ComplaintStep], term: Term, hours: WorkingHours
) -> dt.datetime | None:
    asked: dt.datetime | None = received
    for step in steps:
        if step.state in _ANSWERED:
            asked = None
        elif asked is None:
            asked = moment_of(step.at)
    return None if asked is None else wall_time(hours.after(asked, term.answer_hours * HOUR), hours)


def _solve_by(received: dt.datetime, steps: Sequence[ComplaintStep], term: Term, hours: WorkingHours) -> dt.datetime:
    """When the term of the solution is used up; in the past where that was before it came to rest."""
    left, since, resting = term.solve_hours * HOUR, received, False
    for step in steps:
        rests, at = step.state in _AT_REST, moment_of(step.at)
        if rests and not resting:
            used = hours.between(since, at)
            if used >= left:
                return hours.after(since, left)
            left -= used
        elif resting and not rests:
            since = at
        resting = rests
    return hours.after(since, left)


def moment_of(text: str) -> dt.datetime:
    """A moment as kept (ISO 8601); one without an offset is the shop's local time, a day alone is its beginning."""
    return dt.datetime.fromisoformat(text)


def wall_time(moment: dt.datetime, hours: WorkingHours) -> dt.datetime:
    """A moment as the shop's wall clock shows it, to the minute and without an offset."""
    try:
        local = hours.local(moment)
    except OverflowError:  # the last moment of the calendar
        local = moment
    return local.replace(second=0, microsecond=0, tzinfo=None)

"""The shop's working hours on its working days; the deadlines of complaints and the rhythm of inboxes count by them.

Minutes are minutes that pass: where the clocks change while the shop is open, that day is an hour shorter or longer.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.working_days import Calendar

_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)
_UTC = dt.timezone.utc
WHOLE_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in which the shop is open without a break; `end` is no longer part of it."""

    start: dt.datetime
    end: dt.datetime


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When the shop works: from `opens` to `closes` (minutes after midnight) on the working days of its calendar.

    `zone` is where the shop stands; None is where this computer is. A moment without an offset is meant there.
    """

    calendar: Calendar
    opens: int = 9 * 60
    closes: int = 18 * 60
    zone: dt.tzinfo | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= WHOLE_DAY:
            raise ValueError(f"a shop cannot be open from minute {self.opens} to {self.closes} of a day")

    def after(self, moment: dt.datetime, minutes: int) -> dt.datetime:
        """The first moment by which so many working minutes have passed, in UTC; with 0 the first the shop works in.

        In UTC because a local time that the wall shows twice equals no moment of another zone. At the end of the
        calendar of this computer it is the last moment that can be said.
        """
        left, start = max(0, minutes) * _MINUTE, self._utc(moment)
        day = self.local(start).date()
        try:
            while True:
                for span in self.open_on(day):
                    begin = max(span.start, start)
                    if begin < span.end:
                        if begin + left <= span.end:
                            return begin + left
                        left -= span.end - begin
                day += _DAY
        except OverflowError:
            return dt.datetime.max.replace(tzinfo=_UTC)

    def between(self, first: dt.datetime, last: dt.datetime) -> int:
        """The working minutes from `first` to `last`; 0 when `last` is not later."""
        start, end = self._utc(first), self._utc(last)
        passed, day, last_day = dt.timedelta(0), self.local(start).date(), self.local(end).date()
        while day <= last_day:
            for span in self.open_on(day):
                passed += max(dt.timedelta(0), min(span.end, end) - max(span.start, start))
            day += _DAY
        return passed // _MINUTE

    def open_on(self, day: dt.date) -> tuple[Span, ...]:
        """When the shop is open on a day: once, or twice where the clocks are put back over one of its hours."""
        if not self.calendar.works(day):
            return ()
        midnight = dt.datetime.combine(day, dt.time(), _UTC)
        opens, closes = midnight + self.opens * _MINUTE, midnight + self.closes * _MINUTE
        spans = []
        for piece, offset in self._pieces(midnight - _DAY, midnight + 2 * _DAY):
            span = Span(max(piece.start, opens - offset), min(piece.end, closes - offset))
            if span.start < span.end:
                spans.append(span)
        return tuple(spans)

    def local(self, moment: dt.datetime) -> dt.datetime:
        """A moment as the clock on the shop's wall shows it, with its offset."""
        return self._utc(moment).astimezone(self.zone)

    def _utc(self, moment: dt.datetime) -> dt.datetime:
        if moment.tzinfo is None and self.zone is not None:
            moment = moment.replace(tzinfo=self.zone)
        return moment.astimezone(_UTC)

    def _pieces(self, start: dt.datetime, end: dt.datetime) -> list[tuple[Span, dt.timedelta]]:
        """The time between two moments, cut where the clocks change between them, each part with its offset."""
        first, last = self._offset(start), self._offset(end)
        if first == last:
            return [(Span(start, end), first)]
        low, high = start, end
        while high - low > _MINUTE:  # clocks change on a whole minute
            middle = low + (high - low) // _MINUTE // 2 * _MINUTE
            low, high = (middle, high) if self._offset(middle) == first else (low, middle)
        return [(Span(start, high), first), (Span(high, end), last)]

    def _offset(self, moment: dt.datetime) -> dt.timedelta:
        return moment.astimezone(self.zone).utcoffset() or dt.timedelta(0)

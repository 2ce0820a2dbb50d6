"""Days kept each year besides the birthday: a row for each with its kind, its date and how early to be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from desktop_app.domain.errors import Invalid
from desktop_app.domain.people import DAY_NAMES, LONGEST_LEAD, DayKind, SpecialDay
from desktop_app.domain.people_dates import Birthday, LeapRule
from desktop_app.i18n import Words, msg
from desktop_app.ui.pages.customers.day_words import leap_phrase
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.several import Several

OTHER_DAYS = (DayKind.ANNIVERSARY, DayKind.NAME_DAY, DayKind.OTHER)


def day_rows(theme: Theme, words: Words, *, kinds: Sequence[DayKind], rule: LeapRule, today: dt.date) -> Several:
    """The field of days; `rule` is when those of 29 February are kept, said beside such a day."""
    fields = (
        Field("kind", words("What is kept"), Input.CHOICE, choices=[(one, words.say(DAY_NAMES[one])) for one in kinds]),
        Field("title", words("In your words"), hint=words("their wedding, the shop’s first order…")),
        Field("date", words("Day"), Input.BIRTHDAY, wide=True),
        Field("lead_days", words("Told so many days ahead"), Input.NUMBER, high=LONGEST_LEAD, empty=True,
              hint=words("as for their other days"), wide=True),
    )  # fmt: skip

    def row() -> FormRow:
        return _DayRow(Form(theme, words, fields, today=today, two_from=300), words, rule)

    return Several(theme, row, add=words("Add a day"), remove=words("Take this day out"), tall=True)


class _DayRow(FormRow):
    """A day; the words for it are asked where the shop's own kind is chosen, and 29 February says its rule."""

    def __init__(self, form: Form, words: Words, rule: LeapRule) -> None:
        super().__init__(form, read=_read, show=_shown)
        self._words, self._rule = words, rule
        form.edited.connect(lambda _: self._renew())
        form.settled.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        kind = self.form.box("kind").input.value()
        self.form.box("title").setVisible(kind in (DayKind.OTHER, DayKind.ANNIVERSARY))
        try:
            date = self.form.box("date").input.value()
        except Invalid:
            date = None
        self.form.box("date").set_help(leap_phrase(self._words, date, self._rule))


def _read(values: dict[str, Any]) -> SpecialDay | None:
    if values["date"] is None:
        if not values["title"] and values["lead_days"] is None:
            return None
        raise Invalid("date", msg("Choose the month; the day and the year may stay empty."))
    kind: DayKind = values["kind"]
    title = values["title"] if kind in (DayKind.OTHER, DayKind.ANNIVERSARY) else ""
    if kind is DayKind.OTHER and not title:
        raise Invalid("title", msg("Say what is kept on this day."))
    date: Birthday = values["date"]
    return SpecialDay(kind, date, title, values["lead_days"])


def _shown(day: SpecialDay) -> dict[str, Any]:
    return {"kind": day.kind, "title": day.title, "date": day.date, "lead_days": day.lead_days}

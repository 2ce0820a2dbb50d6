"""`cordial customer congratulate`: what was done about a day that Today shows, of a customer or their people."""

from __future__ import annotations

import argparse

from desktop_app.actions.congratulations import mark
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.errors import Conflict, NotFound
from desktop_app.domain.people import DayState
from desktop_app.i18n import Message, msg
from desktop_app.queries.days import DayRow, days_near
from desktop_app.queries.settings import settings


def run(context: Context, words: argparse.Namespace) -> int:
    """Keeps that somebody was congratulated, or is not to be this year; a second time within a year only if asked."""
    whose = number_of("customer", words.of)
    person = number_of("person", words.person) if words.person else None
    shop = context.open()
    try:
        near = days_near(shop, settings(shop), whole=True)
        rows = [row for row in (*near.missed, *near.coming) if _is(row, whose, person, words.kind)]
        if not rows:
            raise NotFound(
                msg(
                    "No day of customer {id} is near, or all that are were congratulated on already. "
                    "Look at the customer’s days.",
                    id=whose,
                )
            )
        state = DayState.NOT_THIS_YEAR if words.not_this_year else DayState.DONE
        for row in rows:
            if row.before is not None and state is DayState.DONE and not words.again:
                raise Conflict(_again(row))
        done = mark(shop, [key for row in rows for key in row.keys], state, how=words.how, actor=context.actor)
    finally:
        shop.close()
    days = [{"title": row.name, "kind": row.kind, "kept_on": row.kept_on} for row in rows]
    context.answer({"congratulated": days, "change": done.id}, context.words.say(done.title))
    return 0


def _is(row: DayRow, whose: int, person: int | None, kind: str | None) -> bool:
    if row.customer_id != whose or (kind is not None and row.kind.value != kind):
        return False
    return person is None or any(one.relative == person for one in row.people)


def _again(row: DayRow) -> Message:
    before = row.before
    assert before is not None
    return msg(
        "{name} was congratulated within a year already, on {day} by {person}. Say --again to keep it all the same.",
        name=row.name, day=before.kept_on, person=before.by or "?",
    )  # fmt: skip

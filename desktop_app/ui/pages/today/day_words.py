"""How the Today page speaks about somebody's day: who they are to the customer, what is kept, what was done."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.people import Congratulation, DayKind, DayState, Relation
from desktop_app.i18n import Message, Words, msg
from desktop_app.queries.days import DayPerson, DayRow, DoneRow
from desktop_app.ui.pages.customers.wording import birthday_phrase
from desktop_app.ui.pages.dates import near_day, short_day, stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Tone

_OF = {
    Relation.SPOUSE: msg("married to {customer}"),
    Relation.CHILD: msg("child of {customer}"),
    Relation.PARENT: msg("parent of {customer}"),
    Relation.FRIEND: msg("friend of {customer}"),
    Relation.OTHER: msg("close to {customer}"),
}
_HOW = {"card": msg("card"), "message": msg("message")}


def names_text(words: Words, row: DayRow) -> str:
    """“Anna Kalniņa and Pēteris”."""
    names = [person.name or words("Somebody without a name") for person in row.people]
    if len(names) == 1:
        return names[0]
    return words("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def day_detail(words: Words, row: DayRow, today: dt.date) -> str:
    """“child of Anna Kalniņa · turns 6 on Wednesday · regular”."""
    return joined(
        _whose(words, row), _kept(words, row, today), words("regular") if row.regular else ""
    )


def day_tag(words: Words, row: DayRow) -> tuple[str, Tone] | None:
    """“missed”, “today” or “card printed”; nothing for days to come."""
    if row.printed is not None:
        return words("card printed"), Tone.GOOD
    if row.days_until < 0:
        return words("missed"), Tone.BAD
    if row.days_until:
        return None
    return (words("this month") if row.whole_month else words("today")), Tone.GOOD


def day_warning(words: Words, row: DayRow, today: dt.date) -> str:
    """That they are not to be greeted now, or were congratulated on the same within a year; else empty."""
    if row.held is not None:
        return words.say(row.held)
    before = row.before
    if before is None:
        return ""
    day = short_day(words, before.kept_on, today)
    if before.by:
        return words("Congratulated within a year already, on {day} by {person}.", day=day, person=before.by)
    return words("Congratulated within a year already, on {day}.", day=day)


def done_detail(words: Words, row: DoneRow, today: dt.date) -> str:
    """“birthday on Wednesday · card · Ilze, today 9:40”: what was done, by whom and when."""
    what = row.what
    how = words("not this year") if what.state is DayState.NOT_THIS_YEAR else _how(words, what)
    by = ", ".join(part for part in (what.by, stamp(words, what.at, today)) if part)
    return joined(row.customer if what.relative is not None else "", _kind(words, what.kind, what.title), how, by)


def _how(words: Words, what: Congratulation) -> str:
    return words.say(_HOW[what.how]) if what.how in _HOW else words("congratulated")


def _whose(words: Words, row: DayRow) -> str:
    if any(person.relative is None for person in row.people):
        return ""
    said = {_relation(words, person, row.customer) for person in row.people}
    return said.pop() if len(said) == 1 else words("close to {customer}", customer=row.customer)


def _relation(words: Words, person: DayPerson, customer: str) -> str:
    if person.relation is Relation.OTHER and person.relation_words:
        return words("{relation} of {customer}", relation=person.relation_words, customer=customer)
    return words.say(_with(_OF[person.relation or Relation.OTHER], customer))


def _with(message: Message, customer: str) -> Message:
    return Message(message.text, {"customer": customer})


def _kept(words: Words, row: DayRow, today: dt.date) -> str:
    kind = _kind(words, row.kind, row.title)
    if row.whole_month:
        return f"{kind}: {_month(words, row.days_until)}"
    if row.kind is DayKind.BIRTHDAY:
        return birthday_phrase(words, row.kept_on, today, row.years)
    years = words.n("{n} year", "{n} years", row.years) if row.years else ""
    return joined(f"{kind} {near_day(words, row.kept_on, today)}", years)


def _month(words: Words, until: int) -> str:
    if not until:
        return words("this month")
    return words("next month") if until > 0 else words("last month")


def _kind(words: Words, kind: DayKind, title: str) -> str:
    if kind is DayKind.BIRTHDAY:
        return words("birthday")
    if kind is DayKind.NAME_DAY:
        return words("name day")
    if kind is DayKind.ANNIVERSARY:
        return title or words("anniversary")
    return title or words("special day")

"""How the screens speak about a complaint: its title, what matters about it, its stars and its one tag."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.complaints import SOURCE_NAMES, STATE_NAMES, Source, State, counts
from desktop_app.domain.messages import MEANS_NAMES, Means
from desktop_app.i18n import Words
from desktop_app.queries.complaint_list import ComplaintRow
from desktop_app.ui.pages.dates import near_day, short_day, stamp
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.theme.tokens import Tone

STARS = 5
_WAYS = frozenset(means.value for means in Means)
_HOUR, _MINUTE = 3600, 60
_TONES = {State.NEW: Tone.ACCENT, State.REOPENED: Tone.WARN, State.PROMISED: Tone.ACCENT, State.SOLVED: Tone.GOOD}


def stars_text(rating: int | None) -> str:
    """“★★☆☆☆”; empty for what is no review."""
    return "★" * rating + "☆" * (STARS - rating) if rating is not None else ""


def source_text(words: Words, source: Source, name: str) -> str:
    """Where it came from: the marketplace or network by its name, else what sort of place it is."""
    return name or words.say(SOURCE_NAMES[source])


def received_text(words: Words, at: str, today: dt.date) -> str:
    """When it came: “today 14:05”; the day alone where no more is known, as of a table of reviews."""
    return stamp(words, at, today).removesuffix(" 00:00")


def channel_text(words: Words, channel: str) -> str:
    """By which way a word of the thread came or went: a way of messages by its name, else as somebody wrote it."""
    return words.say(MEANS_NAMES[Means(channel)]) if channel in _WAYS else channel


def complaint_title(words: Words, row: ComplaintRow) -> str:
    """“Anna Kalniņa · the cup came broken”."""
    return joined(row.customer, row.title or words.say(row.kind_name))


def complaint_detail(words: Words, row: ComplaintRow) -> str:
    """“Damaged · ★★☆☆☆ · Etsy · № 10421 · Ceramic mug”."""
    return joined(
        words.say(row.kind_name) if row.title else "", stars_text(row.rating),
        source_text(words, row.source, row.source_name),
        number_text(words, row.order) if row.order else "", row.article,
    )


def complaint_tag(words: Words, row: ComplaintRow, now: dt.datetime) -> tuple[str, Tone]:
    """The one tag of a complaint: how near its deadline is, else its state."""
    return due_tag(words, row.due_by, now) if row.open and is_near(row.due_by, now) else state_tag(
        words, row.state, row.rating
    )


def state_tag(words: Words, state: State, rating: int | None) -> tuple[str, Tone]:
    """The state of a complaint; praise that nobody answered is no debt."""
    if state is State.NEW and not counts(rating):
        return words("Praise"), Tone.GOOD
    return words.say(STATE_NAMES[state]), _TONES.get(state, Tone.MUTED)


def is_near(due: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether something is due today or is late."""
    return due is not None and due.date() <= now.date()


def due_tag(words: Words, due: dt.datetime | None, now: dt.datetime) -> tuple[str, Tone]:
    """“2 days late”, “3 h late”, “40 min left”, “tomorrow”; empty where nothing is due."""
    if due is None:
        return "", Tone.MUTED
    left = int((due - now).total_seconds())
    if left < 0:
        return _late(words, -left, (now.date() - due.date()).days), Tone.BAD
    if due.date() == now.date():
        hours, minutes = left // _HOUR, max(1, left // _MINUTE)
        said = words.n("{n} h left", "{n} h left", hours) if hours else words.n("{n} min left", "{n} min left", minutes)
        return said, Tone.WARN
    return near_day(words, due.date(), now.date()), Tone.MUTED


def due_text(words: Words, due: dt.datetime | None, now: dt.datetime) -> str:
    """“today 15:30”, “Thu 19 Nov 10:00”; empty where nothing is due."""
    if due is None:
        return ""
    near = abs((due.date() - now.date()).days) <= 1
    day = near_day(words, due.date(), now.date()) if near else short_day(words, due.date(), now.date())
    return f"{day} {due:%H:%M}"


def _late(words: Words, seconds: int, days: int) -> str:
    if days:
        return words.n("{n} day late", "{n} days late", days)
    hours = seconds // _HOUR
    return words.n("{n} h late", "{n} h late", hours) if hours else words("just late")

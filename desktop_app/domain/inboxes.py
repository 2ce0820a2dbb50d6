"""The places where complaints arrive: what each is, how often somebody is to look there, and when that is due again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NewType
from urllib.parse import urlsplit

from desktop_app.domain.complaints import Source
from desktop_app.domain.deadlines import LONGEST_TERM, Urgency, moment_of, wall_time
from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import with_scheme
from desktop_app.domain.text import clean, shorten
from desktop_app.domain.working_hours import WorkingHours
from desktop_app.i18n import msg

InboxId = NewType("InboxId", int)

LONGEST_NAME, LONGEST_LINK = 80, 500
_HOUR = 60


@dataclass(frozen=True, slots=True)
class InboxFields:
    """What a person says of an inbox; `every_hours` are working hours between two looks."""

    name: str = ""
    source: Source = Source.EMAIL
    link: str = ""
    every_hours: int = 4


@dataclass(frozen=True, slots=True)
class Inbox:
    """An inbox as kept; `checked_at` is when somebody looked there last, "" for never."""

    id: InboxId
    version: int
    fields: InboxFields
    checked_at: str = ""
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An inbox at one look at the clock; `look_by` is the shop's local time, None where nobody looked yet."""

    inbox: Inbox
    look_by: dt.datetime | None
    urgency: Urgency

    @property
    def due(self) -> bool:
        """Whether somebody is to look there now."""
        return self.urgency is not Urgency.OK


# What most shops have, and after how many working hours to look there again; offered where there is none yet.
SUGGESTED: tuple[tuple[Source, int], ...] = ((Source.EMAIL, 4), (Source.MARKETPLACE, 9), (Source.SOCIAL, 9))


def checked_inbox(fields: InboxFields) -> InboxFields:
    """An inbox as it can be kept; raises Invalid at a field."""
    name = clean(fields.name)
    if not name:
        raise Invalid("name", msg("Say what this inbox is called, such as the shop’s mailbox."))
    if len(name) > LONGEST_NAME:
        said = msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(name), limit=LONGEST_NAME)
        raise Invalid("name", said)
    if not 1 <= fields.every_hours <= LONGEST_TERM:
        raise Invalid("every_hours", msg("Say after how many working hours to look again: 1 to {n}.", n=LONGEST_TERM))
    return replace(fields, name=name, link=_checked_link(fields.link))


def standing_of(inbox: Inbox, now: dt.datetime, hours: WorkingHours) -> InboxRow:
    """When to look into an inbox again: due once its rhythm is over, late once it is over twice."""
    if not inbox.checked_at:
        return InboxRow(inbox, None, Urgency.DUE)
    minutes = inbox.fields.every_hours * _HOUR
    by = hours.after(moment_of(inbox.checked_at), minutes)
    if by > now:
        return InboxRow(inbox, wall_time(by, hours), Urgency.OK)
    late = hours.after(by, minutes) <= now
    return InboxRow(inbox, wall_time(by, hours), Urgency.LATE if late else Urgency.DUE)


def sorted_by_need(rows: Sequence[InboxRow]) -> list[InboxRow]:
    """Inboxes, those first that wait longest; where nobody looked yet before all."""
    return sorted(rows, key=lambda row: (row.look_by.isoformat() if row.look_by else "", row.inbox.id))


def _checked_link(typed: str) -> str:
    text = with_scheme(clean(typed))
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        known = False
    if not known or len(text) > LONGEST_LINK:
        said = msg("“{value}” is not a web address. Write it as https://mail.example.", value=shorten(text))
        raise Invalid("link", said)
    return text

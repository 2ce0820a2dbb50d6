"""The places where complaints arrive: what each is, and how often somebody is to look there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NewType
from urllib.parse import urlsplit

from desktop_app.domain.complaints import Source
from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import with_scheme
from desktop_app.domain.terms import LONGEST_TERM
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg

InboxId = NewType("InboxId", int)

LONGEST_NAME, LONGEST_LINK = 80, 500


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

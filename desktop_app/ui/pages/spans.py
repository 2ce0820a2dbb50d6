"""Questions from … to … of a narrowed list: two inputs, and the one sentence that says what they leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from desktop_app.i18n import Words
from desktop_app.ui.pages.listed import Narrower
from desktop_app.ui.widgets.field import Field, Input


def day_span(words: Words, key: str, title: str) -> Narrower:
    """Between two days, both included."""
    fields = (
        Field(f"{key}_from", words("{what}, from", what=title), Input.DATE),
        Field(f"{key}_to", words("{what}, until", what=title), Input.DATE),
    )
    return Narrower(fields, _said(words, key, title, lambda day: words.date(day, "medium")))


def number_span(words: Words, key: str, title: str) -> Narrower:
    """Between two numbers, both included."""
    fields = (
        Field(f"{key}_from", words("{what}, at least", what=title), Input.NUMBER, empty=True),
        Field(f"{key}_to", words("{what}, at most", what=title), Input.NUMBER, empty=True),
    )
    return Narrower(fields, _said(words, key, title, words.count))


def ticked(key: str, text: str) -> Narrower:
    """Yes, or not asked."""
    return Narrower((Field(key, text, Input.CHECK),), lambda wanted: text if getattr(wanted, key) else "")


def chosen(words: Words, key: str, title: str, choices: list[tuple[Any, str]], *, none: Any = None) -> Narrower:
    """One of several, or any."""
    said = dict(choices)
    field = Field(key, title, Input.CHOICE, choices=[(none, words("Any")), *choices])

    def told(wanted: Any) -> str:
        value = getattr(wanted, key)
        return "" if value == none else f"{title}: {said.get(value, value)}"

    return Narrower((field,), told)


def typed(key: str, title: str, make: Callable[[], Any]) -> Narrower:
    """A text the shop knows."""

    def told(wanted: Any) -> str:
        return f"{title}: {getattr(wanted, key)}" if getattr(wanted, key) else ""

    return Narrower((Field(key, title, make=make),), told)


def _said(words: Words, key: str, title: str, shown: Callable[[Any], str]) -> Callable[[Any], str]:
    def told(wanted: Any) -> str:
        low: dt.date | int | None = getattr(wanted, f"{key}_from")
        high: dt.date | int | None = getattr(wanted, f"{key}_to")
        if low is not None and high is not None:
            return f"{title}: {shown(low) if low == high else f'{shown(low)} – {shown(high)}'}"
        if low is not None:
            return words("{what}: from {low}", what=title, low=shown(low))
        return "" if high is None else words("{what}: up to {high}", what=title, high=shown(high))

    return told

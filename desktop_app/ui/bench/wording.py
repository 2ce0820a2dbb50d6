"""How the bench speaks of an order: its tags, what is under an article's name, what is not ticked yet."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.packing import PackingStepId, Parcel, ParcelLine, step_words
from desktop_app.domain.promise import Standing, standing_words
from desktop_app.domain.text import shorten
from desktop_app.i18n import Words
from desktop_app.queries.packing import QueueRow
from desktop_app.queries.scanned import Stray
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.theme.tokens import Tone

_STANDING = {Standing.LATE: Tone.BAD, Standing.DUE: Tone.WARN, Standing.AT_RISK: Tone.WARN}
_SHOWN = 2  # articles named in a sentence


def number_words(words: Words, number: str) -> str:
    """“№ 10437”; a number that brings its own sign stays as it is."""
    if not number:
        return words("Order")
    return words("№ {number}", number=number) if number[:1].isdigit() else number


def standing_tag(words: Words, one: Parcel | QueueRow) -> tuple[str, Tone]:
    """How an order stands against its promise."""
    if one.standing is Standing.ON_TIME and one.ship_by is not None:  # short: it is near, and read from afar
        said = words("By {day}", day=short_day(words, one.ship_by, one.ship_by))
    else:
        said = words.say(standing_words(one.standing, one.days_late, one.ship_by))
    return said, _STANDING.get(one.standing, Tone.MUTED)


def tags(words: Words, parcel: Parcel) -> tuple[tuple[str, Tone], ...]:
    """What matters about an open order, most pressing first; of a complaint only that care is wanted."""
    found = [standing_tag(words, parcel)]
    if not parcel.paid:
        found.append((words("Not paid"), Tone.WARN))
    if parcel.extra_care:
        found.append((words("Extra care"), Tone.ACCENT))
    if parcel.gift:
        found.append((words("A present"), Tone.ACCENT))
    if parcel.first:
        found.append((words("First order"), Tone.GOOD))
    elif parcel.regular:
        found.append((words("Regular"), Tone.GOOD))
    return tuple(found)


def papers_words(words: Words, papers: Sequence[Kind]) -> str:
    """“apology card, voucher”: what the office has placed in a parcel, each as often as it is there."""
    named = {kind: words.say(KIND_NAMES[kind]) for kind in papers}
    counted = [(name, papers.count(kind)) for kind, name in named.items()]
    return ", ".join(name if n == 1 else words("{n} × {name}", n=n, name=name) for name, n in counted)


def detail(words: Words, line: ParcelLine) -> str:
    """“KR-204 · fragile”."""
    return " · ".join(part for part in (line.sku, words("fragile") if line.fragile else "") if part)


def pieces(words: Words, line: ParcelLine) -> str:
    """“2 ×”."""
    return words("{n} ×", n=line.quantity)


def wrong_words(words: Words, code: str, found: Stray) -> tuple[str, str]:
    """Title and text of the red sheet for what is not in the open parcel: as much as is known of it."""
    if found.order:
        said = words("“{code}” is another order’s number. Finish this order first, or put it back by Esc.", code=code)
        return words("Another order"), said
    if not found.article:
        said = words("“{code}” is not in this parcel. Put it back and scan the right one.", code=code)
    elif found.shelf:
        said = words(
            "“{name}” is not in this parcel. Put it back on shelf {shelf} and scan the right one.",
            name=shorten(found.article),
            shelf=found.shelf,
        )
    else:
        said = words("“{code}” is not in this parcel. Put it back and scan the right one.", code=shorten(found.article))
    return words("Wrong article"), said


def unticked(words: Words, parcel: Parcel, steps: frozenset[PackingStepId]) -> str:
    """What is not checked yet, in one sentence; empty where everything is."""
    lines = [
        words("{n} × {name}", n=line.quantity - line.checked, name=shorten(line.name))
        for line in parcel.lines
        if not line.done
    ]
    left = [step_words(step, words.language) for step in parcel.steps if step.id not in steps]
    found = [*lines, *(words("“{step}”", step=text) for text in left)]
    if not found:
        return ""
    more = len(found) - _SHOWN
    named = ", ".join(found[:_SHOWN])
    if more > 0:
        named = words.n("{named} and {n} more", "{named} and {n} more", more, named=named)
    return words("Not ticked yet: {what}.", what=named)

"""The ways a list of orders is narrowed in the window."""

from __future__ import annotations

from desktop_app.domain.orders import STATUS_LABELS
from desktop_app.i18n import Words
from desktop_app.ui.pages.listed import Narrower
from desktop_app.ui.pages.spans import chosen, day_span, ticked


def order_narrowers(words: Words) -> tuple[Narrower, ...]:
    """State, days, and what is still to do."""
    states = [((status,), words.say(label)) for status, label in STATUS_LABELS.items()]
    return (
        chosen(words, "status", words("Status"), states, none=()),
        day_span(words, "placed", words("Placed")),
        ticked("to_pack", words("To pack")),
        ticked("late", words("Late")),
        ticked("unprinted", words("Not printed yet")),
    )

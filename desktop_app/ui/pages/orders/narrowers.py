"""The ways a list of orders is narrowed in the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.orders import STATUS_LABELS
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.offered import carriers_used, countries_used, sources_used
from desktop_app.ui.pages.listed import Narrower
from desktop_app.ui.pages.spans import chosen, day_span, ticked, typed
from desktop_app.ui.widgets.known_input import KnownInput


def order_narrowers(words: Words) -> tuple[Narrower, ...]:
    """State and days, where from and where to, how they stand, and what is still to do."""
    states = [((status,), words.say(label)) for status, label in STATUS_LABELS.items()]
    known = partial(KnownInput, hint=words("Any"))
    return (
        chosen(words, "status", words("Status"), states, none=()),
        day_span(words, "placed", words("Placed")),
        typed("carrier", words("Carrier"), known),
        typed("country", words("Country"), known),
        typed("source", words("Source shop"), known),
        ticked("to_pack", words("To pack")),
        ticked("late", words("Late")),
        ticked("due", words("Due today")),
        ticked("at_risk", words("At risk")),
        ticked("unpaid", words("Not paid")),
        ticked("set_aside", words("Set aside")),
        ticked("claimed", words("Being packed")),
        ticked("gift", words("Present")),
        ticked("unprinted", words("Not printed yet")),
    )


def known_of_orders(shop: Shop) -> dict[str, Sequence[str]]:
    """What is offered while narrowing."""
    return {"carrier": carriers_used(shop), "country": countries_used(shop), "source": sources_used(shop)}

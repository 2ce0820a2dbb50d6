"""How an order stands against its promise, in one line of a list."""

from __future__ import annotations

from desktop_app.cli.output import Context
from desktop_app.domain.promise import REASON_WORDS, standing_words
from desktop_app.queries.orders import OrderRow


def standing_text(context: Context, row: OrderRow) -> str:
    """“At risk: not paid yet, not enough in stock”; late and due orders say their reasons too."""
    said = context.words.say(standing_words(row.standing, row.days_late, row.ship_by))
    reasons = ", ".join(context.words.say(REASON_WORDS[one]) for one in row.reasons)
    return f"{said}: {reasons}" if reasons else said

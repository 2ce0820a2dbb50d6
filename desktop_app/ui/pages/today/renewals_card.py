"""Renewals coming due on the Today page: whose, what and when; paid by one press, told of on the Messages page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desktop_app.domain.renewals import RenewalId, period
from desktop_app.queries.renewals import RenewalRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import near_day
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.pages.today.cards import invitation
from desktop_app.ui.pages.today.lookup import RENEWALS_SHOWN, Morning
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.detail_row import DetailRow


@dataclass(frozen=True, slots=True)
class RenewalCalls:
    """What the card may ask of its page."""

    open_customer: Callable[[int], object]
    paid: Callable[[RenewalId], object]
    tell: Callable[[], object]
    show_all: Callable[[], object]


def renewals_card(desk: Desk, now: Morning, calls: RenewalCalls, *, all_shown: bool = False) -> Card:
    """The card of a morning on which a renewal is near or over."""
    words = desk.words
    card = Card(words("Renewals"), words.n("{n} coming due", "{n} coming due", len(now.renewals)))
    shown = now.renewals if all_shown else now.renewals[:RENEWALS_SHOWN]
    for row in shown:
        card.add_row(_row(desk, row, calls))
    if hidden := len(now.renewals) - len(shown):
        card.add_row(invitation("", (words.n("{n} more", "{n} more", hidden), calls.show_all)))
    return card


def _row(desk: Desk, row: RenewalRow, calls: RenewalCalls) -> DetailRow:
    words, fields = desk.words, row.renewal.fields
    detail = joined(fields.what, money_text(words, fields.amount), words.say(period(fields.every_months)))
    due = near_day(words, row.renewal.next_on, desk.today())
    made = DetailRow(
        desk.theme, row.customer, detail, mark=row.customer, tag=(due, Tone.BAD if row.days < 0 else Tone.MUTED),
        deeds=((words("Mark paid"), partial(calls.paid, row.renewal.id)), (words("Write"), calls.tell)),
    )
    made.opened.connect(partial(calls.open_customer, row.renewal.customer))
    return made

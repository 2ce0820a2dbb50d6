"""How the screens speak about an order: its name, its promise, its one tag and what matters about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.money import Money
from desktop_app.domain.orders import STATUS_LABELS, Status
from desktop_app.domain.promise import REASON_WORDS, Reason, Standing, standing_words
from desktop_app.i18n import Message, Words, msg
from desktop_app.queries.orders import OrderRow
from desktop_app.ui.pages.dates import near_day, short_day
from desktop_app.ui.theme.tokens import Tone

MARK: dict[Status, Message] = {
    Status.NEW: msg("Mark new again"),
    Status.PAID: msg("Mark paid"),
    Status.PACKING: msg("Start packing"),
    Status.PACKED: msg("Mark packed"),
    Status.SHIPPED: msg("Mark shipped"),
    Status.DELIVERED: msg("Mark delivered"),
    Status.CANCELLED: msg("Cancel order"),
    Status.RETURNED: msg("Mark returned"),
}
STATUS_TONE = {
    Status.PACKED: Tone.GOOD,
    Status.SHIPPED: Tone.GOOD,
    Status.DELIVERED: Tone.GOOD,
    Status.RETURNED: Tone.WARN,
}


def number_text(words: Words, number: str) -> str:
    """“№ 10421” for a bare number; a number with its own sign (“#1001”) as the shop shows it."""
    return words("№ {number}", number=number) if number[:1].isdigit() else number


def order_title(words: Words, number: str, customer: str) -> str:
    """“№ 10421 · Ķēniņa Agnese”."""
    said = number_text(words, number)
    return f"{said} · {customer}" if customer else said


def promise_text(words: Words, ship_by: dt.date | None, today: dt.date) -> str:
    """“promised Thu 19 Nov”, “promised today”; empty when nothing was promised."""
    if ship_by is None:
        return ""
    if abs((ship_by - today).days) <= 1:
        return words("promised {day}", day=near_day(words, ship_by, today))
    return words("promised {day}", day=short_day(words, ship_by, today))


def order_tag(words: Words, status: Status, standing: Standing, days_late: int) -> tuple[str, Tone]:
    """The one tag of an order: how it stands against its promise, else its status."""
    if standing is Standing.ON_TIME:
        return words.say(STATUS_LABELS[status]), STATUS_TONE.get(status, Tone.MUTED)
    return words.say(standing_words(standing, days_late, None)), Tone.BAD if standing is Standing.LATE else Tone.WARN


def reasons_text(words: Words, reasons: Sequence[Reason]) -> str:
    """“not paid yet, not enough in stock”: why a promise may not be kept; empty where nothing speaks against it."""
    return ", ".join(words.say(REASON_WORDS[reason]) for reason in reasons)


def standing_detail(words: Words, row: OrderRow) -> str:
    """What matters before anything else of an open order: set aside and why, who packs it, why it is at risk."""
    return joined(
        words("set aside: {reason}", reason=row.set_aside) if row.set_aside else "",
        words("being packed by {person}", person=row.claimed_by) if row.claimed_by else "",
        reasons_text(words, row.reasons),
    )


def money_text(words: Words, money: Money | None) -> str:
    """An amount as people of the desk's language write it; empty when unknown."""
    if money is None:
        return ""
    return words.money(money.amount, money.currency or "EUR") if money.currency else str(money.amount)


def joined(*parts: str) -> str:
    """The parts that say something, with the house's dot between them."""
    return " · ".join(part for part in parts if part)

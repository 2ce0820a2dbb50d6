"""Which news of an order the shop writes of by itself, and since when each was switched on; one setting holds it.

As text: “shipped 2026-11-22T09:30:00+02:00, delay”. What happened before that moment is nobody's news.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_settings import MESSAGE_STEPS
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.orders import Status
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

STEP_OF: Mapping[MessageKind, Status] = {
    MessageKind.PAID: Status.PAID,
    MessageKind.PACKED: Status.PACKED,
    MessageKind.SHIPPED: Status.SHIPPED,
    MessageKind.DELIVERED: Status.DELIVERED,
    MessageKind.CANCELLED: Status.CANCELLED,
    MessageKind.REFUNDED: Status.RETURNED,  # where money was returned
}
# Told as long as they are so, whenever they were switched on.
STANDING = (MessageKind.DELAY, MessageKind.OUT_OF_STOCK)
NEWS = (*STEP_OF, *STANDING)


def switched_on(text: str) -> dict[MessageKind, str]:
    """The kinds of news that are on, each with the moment since when, "" where none is kept."""
    found: dict[MessageKind, str] = {}
    for part in filter(None, (part.strip() for part in re.split("[,;]", text))):
        word, _, since = part.partition(" ")
        if word in {kind.value for kind in NEWS}:
            found[MessageKind(word)] = since.strip()
    return found


def news_text(kinds: Mapping[MessageKind, str]) -> str:
    """Kinds and moments as the setting keeps them."""
    return ", ".join(f"{kind.value} {kinds[kind]}".strip() for kind in NEWS if kind in kinds)


def checked_news(typed: str, kept: str, *, now: str) -> str:
    """What was typed or ticked as it is to be kept: what was on stays on since then, what is new is on from `now`.

    Raises Invalid at the setting for a word that is no news.
    """
    known = switched_on(kept)
    for word in (part.split()[0] for part in re.split("[,;]", typed) if part.split()):
        if word not in {kind.value for kind in NEWS}:
            said = msg("“{word}” is no step. Use {steps}.", word=shorten(word), steps=[kind.value for kind in NEWS])
            raise Invalid(MESSAGE_STEPS.key, said)
    wanted = switched_on(typed)
    return news_text({kind: "" if kind in STANDING else known.get(kind) or now for kind in wanted})

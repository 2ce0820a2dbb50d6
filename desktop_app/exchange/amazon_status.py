"""Amazon's words for how an order and its articles stand, as our own steps."""

from __future__ import annotations

from desktop_app.domain.orders import TO_PACK, Status

CANCELLED = frozenset(("cancelled", "canceled", "unfulfillable"))
_KNOWN = {
    "pending": Status.NEW,
    "pendingavailability": Status.NEW,
    "unshipped": Status.PAID,
    "invoiceunconfirmed": Status.PAID,
    "partiallyshipped": Status.PACKING,
    "shipping": Status.PACKED,
    "shipped": Status.SHIPPED,
    "complete": Status.SHIPPED,
    **dict.fromkeys(CANCELLED, Status.CANCELLED),
}
_CAME_BACK = ("return", "reject", "undeliver", "refus")
_BY_AMAZON = frozenset(("afn", "amazon"))


def known_step(word: str) -> Status | None:
    """The step of “Unshipped”, “Shipped - Delivered to Buyer”…; None for a word nobody knows."""
    first, _, rest = (part.strip() for part in word.casefold().partition(" - "))
    step = _KNOWN.get(first.replace(" ", "").replace("-", "").replace("_", ""))
    if step is not Status.SHIPPED or not rest:
        return step
    return Status.DELIVERED if rest.startswith("deliver") else Status.RETURNED if _came_back(rest) else step


def step_of(word: str, channel: str) -> Status:
    """The step of an order; what Amazon itself posts from its own store is never ours to pack."""
    step = known_step(word) or Status.PAID
    return Status.SHIPPED if step in TO_PACK and channel.casefold() in _BY_AMAZON else step


def _came_back(rest: str) -> bool:
    return any(word in rest for word in _CAME_BACK)

"""How a complaint is made good: the deeds a shop stands ready to do, and what each costs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.money import Money
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

ResolutionId = NewType("ResolutionId", int)
EnclosureId = NewType("EnclosureId", int)


class Deed(StrEnum):
    """What a shop may do, the most modest first."""

    APOLOGY = "apology"
    FREE_DELIVERY = "free-delivery"  # of the next order
    VOUCHER = "voucher"
    KEEP = "keep"  # the late parcel stays with the customer as a gift
    PARTIAL_REFUND = "partial-refund"
    REPLACEMENT = "replacement"
    REFUND = "refund"  # in full
    REFUND_AND_MORE = "refund-and-more"  # in full, with a compensation


DEED_NAMES: Mapping[Deed, Message] = {
    Deed.APOLOGY: msg("Apology"),
    Deed.FREE_DELIVERY: msg("Free delivery next time"),
    Deed.VOUCHER: msg("Voucher"),
    Deed.KEEP: msg("Keep it as a gift"),
    Deed.PARTIAL_REFUND: msg("Part of the money back"),
    Deed.REPLACEMENT: msg("Replacement"),
    Deed.REFUND: msg("All the money back"),
    Deed.REFUND_AND_MORE: msg("All the money back and a compensation"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the resolution book; `percent` is of the order or article, `amount` a sum of money."""

    deed: Deed
    percent: int | None = None
    amount: Money | None = None

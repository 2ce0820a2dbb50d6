"""How a complaint is made good: the deeds a shop stands ready to do, what each costs it, and what was chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import shorten
from desktop_app.domain.vouchers import VoucherId
from desktop_app.i18n import Message, Words, msg

ResolutionId = NewType("ResolutionId", int)
EnclosureId = NewType("EnclosureId", int)


class Deed(StrEnum):
    """What a shop may do, the most modest first."""

    APOLOGY = "apology"
    FREE_DELIVERY = "free-delivery"  # of the next order
    VOUCHER = "voucher"
    PARTIAL_REFUND = "partial-refund"
    KEEP = "keep"  # what came late or wrong stays with the customer as a gift, and its price goes back
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
SIZED = frozenset((Deed.VOUCHER, Deed.PARTIAL_REFUND, Deed.REFUND_AND_MORE))  # must say how much
MONEY_BACK = frozenset((Deed.PARTIAL_REFUND, Deed.KEEP, Deed.REFUND, Deed.REFUND_AND_MORE))
ON_PAPER = frozenset((Deed.VOUCHER, Deed.FREE_DELIVERY))  # a code goes with them


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the resolution book; `percent` is of the order or article, `amount` a sum of money."""

    deed: Deed
    percent: int | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What an offer is counted from: the money of the order, and of the article in question where one is named.

    `left` is what can still be given back, `goods` what the articles cost without delivery; None where not known.
    """

    currency: str
    total: Money | None = None
    left: Money | None = None
    goods: Money | None = None
    shipping: Money | None = None
    article: Money | None = None

    @property
    def worth(self) -> Money | None:
        """The article’s price where one is named, else that of all goods."""
        return self.article or self.goods


@dataclass(frozen=True, slots=True)
class Proposed:
    """An offer with what it costs the shop (None: a person has to say it) and why it stands there.

    `best` marks the one the book would choose; exactly one of a proposal is.
    """

    offer: Offer
    cost: Money | None
    reason: Message
    best: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was chosen for a complaint; `words` is what was promised, in the customer's language."""

    id: ResolutionId
    version: int
    complaint: ComplaintId
    offer: Offer
    cost: Money
    words: str
    chosen_at: str
    by: str
    done_at: str = ""
    voucher: VoucherId | None = None
    code: str = ""  # of its voucher


@dataclass(frozen=True, slots=True)
class Budget:
    """What the resolutions of a month cost, against what the owner set aside for them (0: no limit)."""

    month: dt.date  # its first day
    spent: Money
    limit: Money

    def after(self, more: Money) -> Money | None:
        """What is left once `more` is spent too, less than nothing where it is too much; None without a limit."""
        if not self.limit.minor or more.currency != self.limit.currency:
            return None
        return self.limit - self.spent - more


def cost_of(offer: Offer, case: Case) -> Money | None:
    """What an offer costs the shop, in the order's currency; None where the order does not say enough."""
    none = Money(0, case.currency)
    if offer.deed is Deed.APOLOGY:
        return none
    if offer.deed is Deed.FREE_DELIVERY:
        return offer.amount or case.shipping
    if offer.deed is Deed.VOUCHER:
        return _share(offer, case.goods)
    if offer.deed is Deed.PARTIAL_REFUND:
        return _least(_share(offer, case.worth), case.left)
    if offer.deed is Deed.KEEP:
        return _least(case.worth, case.left)
    if offer.deed is Deed.REPLACEMENT:
        return _sum(case.worth, case.shipping or none)
    if offer.deed is Deed.REFUND:
        return case.left
    return _sum(case.left, _share(offer, case.goods))


def offer_name(words: Words, offer: Offer) -> str:
    """What an offer is called, with its size: “Voucher · 10 %”."""
    size = size_words(words, offer.percent, offer.amount)
    name = words.say(DEED_NAMES[offer.deed])
    return f"{name} · {size}" if size else name


def size_words(words: Words, percent: int | None, amount: Money | None) -> str:
    """A share or a sum as people of a language write it; empty without either."""
    if amount is not None:
        return words.money(amount.amount, amount.currency)
    return "" if percent is None else words("{n}%", n=percent)


def _share(offer: Offer, whole: Money | None) -> Money | None:
    """The sum an offer names, else its share of the whole, rounded in the customer's favour."""
    if offer.amount is not None:
        return offer.amount
    if offer.percent is None or whole is None:
        return None
    return Money(-(-whole.minor * offer.percent // 100), whole.currency)


def _least(one: Money | None, other: Money | None) -> Money | None:
    """Never more than can be given back."""
    if one is None or other is None or one.currency != other.currency:
        return one
    return min(one, other, key=lambda money: money.minor)


def _sum(one: Money | None, other: Money | None) -> Money | None:
    if one is None or other is None or one.currency != other.currency:
        return None
    return one + other


def size_from(text: str, currency: str) -> tuple[int | None, Money | None]:
    """A share (“10 %”) or a sum (“5,00”) as people type it; neither of an empty text. Raises Invalid at "size"."""
    bare = text.replace("\u00a0", " ").strip()
    if not bare:
        return None, None
    share = bare.removesuffix("%").strip()
    if share != bare:
        if share.isascii() and share.isdigit() and len(share) <= 3:
            return int(share), None
    else:
        with suppress(ValueError, ArithmeticError):
            return None, Money.of(bare.replace(" ", "").replace(",", "."), currency)
    raise Invalid(
        "size",
        msg(
            "“{value}” is neither a share such as 10% nor a sum such as 5.00. Write one of the two.",
            value=shorten(text),
        ),
    )

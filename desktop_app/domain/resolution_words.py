"""What a complaint's customer reads, said by the words of their language: what went wrong, and what is promised.

Each is a clause that goes on after a colon: “Here is what we do about it: …”.
"""

from __future__ import annotations

from desktop_app.domain.money import Money
from desktop_app.domain.resolutions import Case, Deed, Offer, cost_of, size_words
from desktop_app.i18n import Words


def wrong_words(words: Words, kind: str) -> str:
    """What went wrong, by the kind of complaint; empty where the kind does not say."""
    said = {
        "late": words("your parcel came later than we promised"),
        "damaged": words("what we sent you came damaged"),
        "wrong": words("we sent you the wrong article"),
        "size": words("the size or colour was not the one you ordered"),
        "missing": words("something was missing from your parcel"),
        "rude": words("we did not treat you as you deserve"),
        "price": words("the price was not what you could expect"),
    }
    return said.get(kind, "")


def promise_words(words: Words, offer: Offer, case: Case, article: str = "") -> str:
    """What an offer promises; empty for an apology, which promises nothing."""
    back = _sum(words, cost_of(offer, case))
    if offer.deed is Deed.FREE_DELIVERY:
        return words("we deliver your next order free of charge")
    if offer.deed is Deed.VOUCHER:
        return words("we take {worth} off your next order", worth=size_words(words, offer.percent, offer.amount))
    if offer.deed is Deed.PARTIAL_REFUND:
        return words("we return {sum} to you", sum=back or size_words(words, offer.percent, offer.amount))
    if offer.deed is Deed.REPLACEMENT:
        return _replacement(words, article)
    if offer.deed is Deed.KEEP:
        if not back:
            return words("keep what came as our gift, and nothing has to be sent back")
        return words("keep what came as our gift: we return {sum}, and nothing has to be sent back", sum=back)
    if offer.deed is Deed.REFUND:
        return words("we return all you paid, {sum}", sum=back) if back else words("we return all you paid")
    if offer.deed is Deed.REFUND_AND_MORE:
        return _and_more(words, offer, case)
    return ""


def voucher_words(words: Words) -> str:
    """What a voucher for free delivery gives, as it stands large on it."""
    return words("Free delivery")


def _replacement(words: Words, article: str) -> str:
    if article:
        return words("we send you a replacement free of charge: {article}", article=article)
    return words("we send you a replacement free of charge")


def _and_more(words: Words, offer: Offer, case: Case) -> str:
    whole = case.left
    both = cost_of(offer, case)
    if whole is None or both is None:
        more = size_words(words, offer.percent, offer.amount)
        return words("we return all you paid, and add {more} for the trouble", more=more)
    return words(
        "we return all you paid, {sum}, and add {more} for the trouble",
        sum=_sum(words, whole),
        more=_sum(words, both - whole),
    )


def _sum(words: Words, money: Money | None) -> str:
    return words.money(money.amount, money.currency) if money is not None and money.minor else ""

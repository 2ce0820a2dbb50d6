"""The resolution book: the offers for each kind of complaint, the most modest first, and which of them to propose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.domain.complaints import KINDS, Severity, Verdict
from desktop_app.domain.resolutions import MONEY_BACK, Case, Deed, Offer, Proposed, cost_of
from desktop_app.i18n import Message, msg


class PageKey(NamedTuple):
    """Which complaints a page is for; `regular` means any order but the customer's first."""

    kind: str
    verdict: Verdict
    regular: bool


Offers = tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The pages the shop wrote itself; all others are as the program brings them."""

    own: Mapping[PageKey, Offers] = field(default_factory=lambda: MappingProxyType({}))

    def page(self, key: PageKey) -> Offers:
        """The offers for a complaint, the most modest first; a kind of the shop's own begins as “something else”."""
        return self.own[key] if key in self.own else starter(key)


def starter(key: PageKey) -> Offers:
    """A page as it comes with the program."""
    kind = key.kind if key.kind in KINDS else "other"
    if key.verdict is Verdict.YES:
        return _JUSTIFIED[kind][key.regular]
    if key.verdict is Verdict.NO:
        return _GOODWILL[key.regular]
    return (_UNCLEAR_GOODS if kind in _GOODS else _UNCLEAR)[key.regular]


def proposed(offers: Sequence[Offer], case: Case, facts: Facts) -> tuple[Proposed, ...]:
    """The offers of a page that this order allows, each with its cost and why; one of them is the best.

    Money that was never paid, or went back already, is not offered again; nor is proposed whose cost nobody knows.
    """
    able = [one for one in offers if _possible(one, case)] or [Offer(Deed.APOLOGY)]
    costs = [cost_of(one, case) for one in able]
    told = [place for place, cost in enumerate(costs) if cost is not None] or list(range(len(able)))
    best = told[_best(len(told), facts)]
    return tuple(
        Proposed(one, cost, _reason(one, facts, best=place == best), place == best)
        for place, (one, cost) in enumerate(zip(able, costs, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What speaks for more or less: how bad it is, whose order it was, how often they had to complain before."""

    key: PageKey
    severity: Severity = Severity.NORMAL
    before: int = 0  # justified complaints of the same customer before this one


def _possible(offer: Offer, case: Case) -> bool:
    if offer.deed is Deed.FREE_DELIVERY:  # whose delivery was free gets nothing by it
        return case.shipping is None or case.shipping.minor > 0
    if offer.deed not in MONEY_BACK:
        return offer.deed is not Deed.REPLACEMENT or case.worth is not None
    return case.total is not None and (case.left is None or case.left.minor > 0)


def _best(offers: int, facts: Facts) -> int:
    """The middle of so many; the first for what is minor, the last for what is serious or not the first time."""
    if facts.severity is Severity.HIGH or (facts.before and facts.key.verdict is Verdict.YES):
        return offers - 1
    if facts.severity is Severity.LOW or facts.key.verdict is Verdict.NO:
        return 0
    return offers // 2


def _reason(offer: Offer, facts: Facts, *, best: bool) -> Message:
    """Why an offer stands there: of the best one why it is that, of the others what they are good for."""
    if not best:
        return _WHY[offer.deed]
    if facts.key.verdict is Verdict.NO:
        return msg("Not justified: kind words, and nothing that costs much.")
    if facts.before and facts.key.verdict is Verdict.YES:
        return msg("It is not the first time with this customer: the most the book offers.")
    if facts.severity is Severity.HIGH:
        return msg("It is serious: the most the book offers.")
    if facts.severity is Severity.LOW:
        return msg("It is minor: a small sign is enough.")
    if facts.key.verdict is Verdict.UNCLEAR:
        return msg("Not clear yet whose fault it is: a fair step meanwhile.")
    if not facts.key.regular:
        return msg("Their first order: more generous, so that it is not their last.")
    return msg("What is usual for this kind of complaint.")


_WHY: Mapping[Deed, Message] = {
    Deed.APOLOGY: msg("Kind words, and nothing more."),
    Deed.FREE_DELIVERY: msg("Brings them back, and costs only when they order again."),
    Deed.VOUCHER: msg("Brings them back, and costs only when they order again."),
    Deed.PARTIAL_REFUND: msg("They keep the article, and the loss is shared."),
    Deed.KEEP: msg("Nothing to send back: they keep it, and get its price."),
    Deed.REPLACEMENT: msg("They get what they ordered."),
    Deed.REFUND: msg("Nobody argues about it any more."),
    Deed.REFUND_AND_MORE: msg("Better than if nothing had happened."),
}


def _offers(*offers: tuple[Deed, int] | Deed) -> Offers:
    return tuple(Offer(one) if isinstance(one, Deed) else Offer(one[0], one[1]) for one in offers)


_GOODS = frozenset(("damaged", "wrong", "size", "missing"))  # something is with the article itself
# (a first order, a later one); a first order decides whether there is a second.
_Pair = tuple[Offers, Offers]
_SORRY, _FREE, _SEND, _ALL, _KEPT = Deed.APOLOGY, Deed.FREE_DELIVERY, Deed.REPLACEMENT, Deed.REFUND, Deed.KEEP
_VOUCHER, _PART, _MORE = Deed.VOUCHER, Deed.PARTIAL_REFUND, Deed.REFUND_AND_MORE
_JUSTIFIED: Mapping[str, _Pair] = {
    "late": (
        _offers(_FREE, (_VOUCHER, 15), (_PART, 20), _KEPT),
        _offers(_SORRY, _FREE, (_VOUCHER, 10), _KEPT),
    ),
    "damaged": (
        _offers((_PART, 40), _SEND, _ALL, (_MORE, 10)),
        _offers((_PART, 30), _SEND, _ALL),
    ),
    "wrong": (
        _offers((_VOUCHER, 15), _KEPT, _SEND, (_MORE, 10)),
        _offers((_VOUCHER, 10), _SEND, _ALL),
    ),
    "size": (
        _offers((_VOUCHER, 15), _SEND, _ALL),
        _offers(_FREE, _SEND, _ALL),
    ),
    "missing": (
        _offers((_VOUCHER, 15), _SEND, _ALL, (_MORE, 10)),
        _offers((_VOUCHER, 10), _SEND, _ALL),
    ),
    "rude": (
        _offers(_SORRY, (_VOUCHER, 15), (_PART, 20)),
        _offers(_SORRY, (_VOUCHER, 10), (_VOUCHER, 15)),
    ),
    "price": (
        _offers((_VOUCHER, 10), (_PART, 10), (_PART, 20)),
        _offers(_SORRY, (_VOUCHER, 5), (_PART, 10)),
    ),
    "other": (
        _offers(_SORRY, (_VOUCHER, 15), (_PART, 20), _ALL),
        _offers(_SORRY, (_VOUCHER, 10), (_PART, 10), _ALL),
    ),
}
_UNCLEAR: _Pair = (_offers(_SORRY, _FREE, (_VOUCHER, 10)), _offers(_SORRY, (_VOUCHER, 5)))
_UNCLEAR_GOODS: _Pair = (_offers(_SORRY, (_VOUCHER, 10), _SEND), _offers(_SORRY, (_VOUCHER, 5), _SEND))
_GOODWILL: _Pair = (_offers(_SORRY, (_VOUCHER, 5)), _offers(_SORRY))

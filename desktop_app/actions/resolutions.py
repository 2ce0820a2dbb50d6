"""How a complaint is made good: an offer is chosen and booked with what it costs, done, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.actions.enclosures import checked_papers, place, whose_parcel
from desktop_app.actions.vouchers import new_voucher, usual_end
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.resolution_words import promise_words, voucher_words
from desktop_app.domain.resolutions import (
    DEED_NAMES,
    ON_PAPER,
    SIZED,
    Deed,
    Offer,
    ResolutionId,
    cost_of,
)
from desktop_app.domain.text import clean_block
from desktop_app.domain.vouchers import VoucherFields, VoucherId
from desktop_app.i18n import Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import enclosed_vouchers
from desktop_app.queries.resolutions import ToMakeGood, resolution, resolutions, to_make_good
from desktop_app.queries.vouchers import voucher
from desktop_app.store.tables import ComplaintTable, ResolutionTable, VoucherTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.COMPLAINTS,)
_LONGEST = 500  # letters of what was promised


def choose(
    shop: Shop,
    complaint_id: ComplaintId,
    offer: Offer,
    *,
    words: str = "",
    cost: Money | None = None,
    apology: bool = False,
    enclosed: bool = False,
    what: str = "",
    actor: str,
) -> tuple[ResolutionId, Changes]:
    """Books an offer for a complaint today with what it costs, as counted from its order unless `cost` says otherwise.

    `words` is what is promised, in the customer's language; empty it is said as the program says it. A voucher or free
    delivery brings a voucher with a code of its own, `enclosed` puts it into the next parcel, `apology` a card that
    says `what` went wrong and what is promised: all in one step. Raises NotFound, and Invalid at a field; at "offer"
    where the very same was promised already.
    """
    found = to_make_good(shop, complaint_id)
    checked_offer(offer)
    costs = _checked_cost(cost if cost is not None else cost_of(offer, found.case))
    said = clean_block(words) or promise_words(Words(found.language), offer, found.case, found.article)
    if len(said) > _LONGEST:
        raise Invalid("words", msg("Promise it in at most {limit} letters.", limit=_LONGEST))
    enclosed = enclosed and offer.deed in ON_PAPER
    papers = None
    if apology or enclosed:
        papers = checked_papers(apology=apology, voucher=enclosed, what=what, promised=said if apology else "")
        whose_parcel(found)
    title = msg("Make complaint {id} good: {deed}", id=complaint_id, deed=DEED_NAMES[offer.deed])
    topics = (*_TOPICS, Topic.ORDERS) if papers else _TOPICS
    with shop.change(title, actor=actor, topics=topics) as change:
        change.touch(ComplaintTable, complaint_id)
        _check_is_new(shop, complaint_id, offer)
        number, given = keep_choice(shop, change, found, offer, cost=costs, words=said, by=actor)
        if papers is not None:
            place(
                shop, change, complaint_id, whose_parcel(found), papers, voucher=given if enclosed else None, by=actor
            )
    return number, change.changes


def keep_choice(
    shop: Shop, change: Change, found: ToMakeGood, offer: Offer, *, cost: Money, words: str, by: str
) -> tuple[ResolutionId, VoucherId | None]:
    """Books a checked offer within a change that goes on, with the voucher it brings."""
    given = None
    if offer.deed in ON_PAPER:
        given = new_voucher(shop, change, _voucher(shop, offer, found), complaint=found.complaint)
    row = {**_row(shop, offer, cost), "complaint": found.complaint, "words": words, "by": by, "voucher": given}
    return ResolutionId(change.insert(ResolutionTable, row)), given


def _checked_cost(cost: Money | None) -> Money:
    if cost is None:
        raise Invalid("cost", msg("Say what it costs: the order does not tell."))
    if cost.minor < 0:
        raise Invalid("cost", msg("It cannot cost less than nothing. Write 0 or more."))
    return cost


def _check_is_new(shop: Shop, complaint_id: ComplaintId, offer: Offer) -> None:
    """Raises Invalid where the very same stands already: pressed twice, or by two people."""
    if any(one.offer == offer for one in resolutions(shop, complaint_id)):
        raise Invalid(
            "offer",
            msg(
                "“{deed}” is promised for this complaint already. Take that back first, or choose another offer.",
                deed=DEED_NAMES[offer.deed],
            ),
        )


def resolution_done(shop: Shop, resolution_ids: Sequence[ResolutionId], *, done: bool = True, actor: str) -> Changes:
    """Notes that what was promised was done, or takes that note away."""
    found = [resolution(shop, number) for number in resolution_ids]
    at = shop.now().isoformat(timespec="seconds") if done else ""
    title = msg("Promise of complaint {id} kept", id=found[0].complaint)
    if not done:
        title = msg("Promise of complaint {id} not kept yet", id=found[0].complaint)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        rows = [one.id for one in found if bool(one.done_at) != done]
        change.update_many(ResolutionTable, rows, ("done_at",), ((at,) for _ in rows))
        change.touch_many(ComplaintTable, sorted({one.complaint for one in found}))
    return change.changes


def take_back(shop: Shop, resolution_id: ResolutionId, *, actor: str) -> Changes:
    """Takes a choice back with its cost and its voucher; raises Conflict when that was used or lies in a parcel."""
    was = resolution(shop, resolution_id)
    title = msg("Take back what complaint {id} is made good by", id=was.complaint)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(ComplaintTable, was.complaint)
        if was.voucher is not None:
            change.hold_many(VoucherTable, [was.voucher])  # somebody may be paying with it right now
            given = voucher(shop, was.voucher)
            if given.used_on is not None:
                raise Conflict(
                    msg("Voucher {code} was used on {day} already. Choose another.", code=given.code, day=given.used_on)
                )
            if enclosed_vouchers(shop, [was.voucher]):
                raise Conflict(
                    msg("Voucher {code} is to go into a parcel, or went. Take it out of there first.", code=given.code)
                )
        change.delete(ResolutionTable, [resolution_id])
        if was.voucher is not None:
            change.delete(VoucherTable, [was.voucher])
    return change.changes


def checked_offer(offer: Offer) -> None:
    """Raises Invalid at "size" for an offer that does not say how much, or says what cannot be."""
    if offer.percent is not None and not 1 <= offer.percent <= 100:
        raise Invalid("size", msg("Write a share of 1 to 100 percent."))
    if offer.amount is not None and offer.amount.minor <= 0:
        raise Invalid("size", msg("Write a sum of more than nothing."))
    if offer.percent is not None and offer.amount is not None:
        raise Invalid("size", msg("Say either a share or a sum, not both."))
    if offer.deed in SIZED and offer.percent is None and offer.amount is None:
        raise Invalid("size", msg("Say how much: “{deed}” needs a share or a sum.", deed=DEED_NAMES[offer.deed]))


def _row(shop: Shop, offer: Offer, cost: Money) -> dict[str, Any]:
    return {
        "deed": offer.deed.value,
        "percent": offer.percent,
        "amount_minor": offer.amount.minor if offer.amount else None,
        "currency": offer.amount.currency if offer.amount else "",
        "cost_minor": cost.minor,
        "cost_currency": cost.currency,
        "chosen_at": shop.now().isoformat(timespec="seconds"),
        "chosen_on": shop.today(),
    }


def _voucher(shop: Shop, offer: Offer, found: ToMakeGood) -> VoucherFields:
    """What the voucher of an offer gives; free delivery is said in its reader's language."""
    free = voucher_words(Words(found.language)) if offer.deed is Deed.FREE_DELIVERY else ""
    percent, amount = (None, None) if free else (offer.percent, offer.amount)
    return VoucherFields(percent, amount, free, usual_end(shop), found.customer)

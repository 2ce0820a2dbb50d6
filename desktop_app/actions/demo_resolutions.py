"""How the invented complaints of the sample shop were made good, and what waits for a parcel because of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.actions.enclosures import Papers, place
from desktop_app.actions.resolutions import keep_choice
from desktop_app.domain.complaints import ComplaintId, State
from desktop_app.domain.resolution_words import promise_words, wrong_words
from desktop_app.domain.resolutions import ON_PAPER, Proposed
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.complaint_list import complaint_ids
from desktop_app.queries.complaints import complaint
from desktop_app.queries.enclosures import next_parcels
from desktop_app.queries.resolutions import proposal, to_make_good
from desktop_app.store.tables import ResolutionTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def write_resolutions(shop: Shop, change: Change, by: str) -> None:
    """What was promised is chosen, what is solved was done; one customer finds a card and a voucher in their parcel."""
    placed = False
    for number in complaint_ids(shop):
        known = complaint(shop, ComplaintId(number))
        if known.state not in (State.PROMISED, State.SOLVED) or not known.fields.counts:
            continue
        found = to_make_good(shop, known.id)
        waits = not placed and bool(found.customer and next_parcels(shop, [found.customer]))
        offer = _offer(proposal(shop, known.id), on_paper=waits)
        if offer is None or offer.cost is None:
            continue
        words = Words(found.language)
        said = promise_words(words, offer.offer, found.case, found.article)
        made, given = keep_choice(shop, change, found, offer.offer, cost=offer.cost, words=said, by=by)
        if known.state is State.SOLVED:
            at = shop.now().isoformat(timespec="seconds")
            change.update(ResolutionTable, made, version=None, values={"done_at": at})
        if waits and found.customer is not None:
            papers = Papers(True, wrong_words(words, known.fields.kind), said)
            placed = bool(place(shop, change, known.id, found.customer, papers, voucher=given, by=by))


def _offer(offers: tuple[Proposed, ...], *, on_paper: bool) -> Proposed | None:
    """The one that is proposed; for a parcel one that goes with a voucher, where there is one."""
    if on_paper:
        on_paper_ones = [one for one in offers if one.offer.deed in ON_PAPER and one.cost is not None]
        if on_paper_ones:
            return on_paper_ones[-1]
    return next((one for one in offers if one.best), None)

"""The resolution book is written: a page of the shop's own, or back to the program's."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.resolutions import checked_offer
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import VERDICT_NAMES
from desktop_app.domain.errors import Invalid
from desktop_app.domain.resolution_book import PageKey, starter
from desktop_app.domain.resolutions import Offer
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.resolutions import offers_text, page_ids
from desktop_app.store.tables import BookPageTable

_TOPICS = (Topic.COMPLAINTS, Topic.SETTINGS)
_MOST = 8  # offers: one chooses among a few


def write_page(shop: Shop, key: PageKey, offers: Sequence[Offer], *, actor: str) -> Changes:
    """Keeps the offers of a page, the most modest first; raises Invalid at "offers", or "size" of one.

    A page that says what the program's own does is the program's again.
    """
    kept = tuple(dict.fromkeys(offers))
    if not kept or len(kept) > _MOST:
        raise Invalid("offers", msg("Keep 1 to {n} offers on a page: an apology at least.", n=_MOST))
    for offer in kept:
        checked_offer(offer)
    name = _kind_name(shop, key)
    if kept == starter(key):
        return reset_page(shop, key, actor=actor)
    title = msg("Change the offers: {kind}, {verdict}", kind=name, verdict=VERDICT_NAMES[key.verdict])
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        known = page_ids(shop).get(key)
        if known is None:
            row = {"kind": key.kind, "verdict": key.verdict.value, "regular": key.regular}
            change.insert(BookPageTable, {**row, "offers": offers_text(kept)})
        else:
            change.update(BookPageTable, known, version=None, values={"offers": offers_text(kept)})
    return change.changes


def reset_page(shop: Shop, key: PageKey, *, actor: str) -> Changes:
    """Makes a page the program's again."""
    title = msg(
        "Offers of the program again: {kind}, {verdict}", kind=_kind_name(shop, key), verdict=VERDICT_NAMES[key.verdict]
    )
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        known = page_ids(shop).get(key)
        if known is not None:
            change.delete(BookPageTable, [known])
    return change.changes


def _kind_name(shop: Shop, key: PageKey) -> Message:
    """What the kind of a page is called; raises Invalid for one there is not."""
    name = {kind.code: kind.name for kind in kinds(shop)}.get(key.kind)
    if name is None:
        raise Invalid(
            "kind", msg("There is no kind of complaint “{kind}”. Look at the list of kinds.", kind=shorten(key.kind))
        )
    return name

"""The address label of one parcel or letter, its code the order's number for the bench, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.preflight import without
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words, msg


def address_label(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the label says; raises Refused where there is no address to send to."""
    address = paper.address
    if address is None or not (address.street or address.city or address.postcode):
        raise without(paper.title, msg("an address"))
    return with_code(content_of(paper, same, words, asked=asked), paper.number)

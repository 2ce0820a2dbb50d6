"""The thank-you card of one order: its greeting, its letter, its code, as content that layout fills a design with."""

from __future__ import annotations

from desktop_app.documents.fields import QR, content_of
from desktop_app.documents.model import Content
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words


def thank_you(parcel: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the order's thank-you card says, of the fields a design asks for."""
    content = content_of(parcel, same, words, asked=asked)
    if parcel.qr == parcel.number:  # the shop has no web address: the number helps the bench, not who gets the card
        content.qr = ""
        content.facts &= ~QR
    return content

"""The thank-you card of one order: its greeting, its letter, its code, as content that layout fills a design with."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, web_code, with_code
from desktop_app.documents.model import Content
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words


def thank_you(parcel: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the order's thank-you card says, of the fields a design asks for."""
    return with_code(content_of(parcel, same, words, asked=asked), web_code(parcel))

"""The birthday card of one person: greeting, wishes and perhaps a present, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, voucher_code, with_code
from desktop_app.documents.model import Content
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words


def birthday(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the card says; a code stands on it only where a voucher goes with it."""
    return with_code(content_of(paper, same, words, asked=asked), voucher_code(paper))

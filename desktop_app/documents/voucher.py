"""A voucher: what it is worth, until when, and the code that redeems it, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.preflight import without
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words, msg


def voucher(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the voucher says; the desk scans its code. Raises Refused for one without a code or without a worth."""
    worth = paper.voucher
    if worth is None or not worth.code:
        raise without(paper.title, msg("a voucher’s code"))
    if worth.worth is None and worth.percent is None and not worth.what:
        raise without(paper.title, msg("what the voucher is worth"))
    return with_code(content_of(paper, same, words, asked=asked), worth.code)

"""The packed-by card of one order: who packed it and what went in, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import web_code, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.packing_insert import packing_insert
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words


def packed_by(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the order's packed-by card says; its code leads to the shop, or there is none."""
    content = packing_insert(paper, same, words, asked=asked)
    return with_code(content, web_code(paper))

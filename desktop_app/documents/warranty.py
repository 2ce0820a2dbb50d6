"""The warranty card of one product: since when, until when, for which order, and how to reach us; for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.preflight import without
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Words, msg


def warranty(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the card says; raises Refused for a product without a warranty."""
    product = paper.product
    if product is None or not product.has(Kind.WARRANTY):
        raise without(paper.title, msg("a warranty"))
    return with_code(content_of(paper, same, words, asked=asked), product.link)

"""The care sheet of one product, its code leading to the film or page that shows how, for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.preflight import without
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Words, msg


def care_sheet(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the sheet says; raises Refused for a product that nothing is known of how to care for."""
    product = paper.product
    if product is None or not product.has(Kind.CARE_SHEET):
        raise without(paper.title, msg("care instructions or a how-to link"))
    return with_code(content_of(paper, same, words, asked=asked), product.link)

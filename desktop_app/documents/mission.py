"""The card every packer has: what the shop is for and how it packs, in its own words, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.promise import numbered
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words


def mission(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the card says, part by part, without a code."""
    content = with_code(content_of(paper, same, words, asked=asked), "")
    content.articles = numbered(paper.parts)
    return content

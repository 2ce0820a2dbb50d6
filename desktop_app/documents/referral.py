"""The card a customer hands on to friends: their own code and what it brings both, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, web_code, with_code
from desktop_app.documents.model import Content
from desktop_app.documents.preflight import without
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Words, msg


def referral(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the card says, its code the shop's address where there is one; raises Refused without a code for friends."""
    if not paper.referral:
        raise without(paper.title, msg("a code for friends"))
    return with_code(content_of(paper, same, words, asked=asked), web_code(paper) or paper.referral)

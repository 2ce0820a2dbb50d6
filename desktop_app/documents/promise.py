"""The leaflet “our promise”: terms, returns and guarantees in the shop's own plain words, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import ArticleText, Content
from desktop_app.documents.wording import held_together, on_lines
from desktop_app.domain.printing import PaperDetails
from desktop_app.domain.shop_words import Part
from desktop_app.i18n import Words


def promise(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the leaflet says, part by part; its code leads to the shop."""
    content = with_code(content_of(paper, same, words, asked=asked), paper.qr)
    content.articles = numbered(paper.parts)
    return content


def numbered(parts: tuple[Part, ...]) -> tuple[ArticleText, ...]:
    """The parts of a shop's text as rows with a number, a heading and what stands under it."""
    return tuple(
        ArticleText(str(place), held_together(part.heading or part.text), _said(part.text) if part.heading else "")
        for place, part in enumerate(parts, start=1)
    )


def _said(text: str) -> str:
    return "\n".join(map(held_together, on_lines(text).splitlines()))

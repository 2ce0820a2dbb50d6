"""The packing insert of one order: what is in the parcel and who packed it, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of
from desktop_app.documents.model import ArticleText, Content
from desktop_app.documents.wording import held_together, on_paper
from desktop_app.domain.printing import LineDetails, PaperDetails
from desktop_app.i18n import Words


def packing_insert(parcel: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the order's insert says: the fields a design asks for, and every article."""
    content = content_of(parcel, same, words, asked=asked)
    content.articles = tuple(_article(line) for line in parcel.lines)
    return content


def _article(line: LineDetails) -> ArticleText:
    """An article as it is read: how many, what, and its number; one without a name goes by its number."""
    sku = on_paper(line.sku)
    name = held_together(line.name) or sku or "–"
    return ArticleText(f"{line.quantity}\u00a0×", name, sku if sku != name else "")

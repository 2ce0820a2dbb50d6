"""The contact sheet of chosen customers, a row for each, over as many pages as it takes, as content for layout."""

from __future__ import annotations

from desktop_app.documents.fields import content_of, with_code
from desktop_app.documents.model import ArticleText, Content
from desktop_app.documents.wording import on_paper
from desktop_app.domain.addresses import address_lines
from desktop_app.domain.printing import ContactDetails, PaperDetails
from desktop_app.i18n import Words


def contact_sheet(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What the sheet says: the name at the left, beside it how a person is reached, under it where they live."""
    content = with_code(content_of(paper, same, words, asked=asked), "")
    content.articles = tuple(_row(person) for person in paper.people)
    return content


def _row(person: ContactDetails) -> ArticleText:
    reached = " · ".join(part for part in (person.phone, person.email) if part)
    lines = [*address_lines(person.address, person.address.country if person.abroad else ""), person.note]
    where = ", ".join(line for line in lines if line)
    return ArticleText(on_paper(person.name) or "–", on_paper(reached or where), on_paper(where if reached else ""))

"""The resolution book among the settings: each kind of complaint with what the shop offers where it is justified."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import ComplaintKind, Verdict
from desktop_app.domain.resolution_book import Book, PageKey
from desktop_app.domain.resolutions import offer_name
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.resolutions import book
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.detail_row import DetailRow


@dataclass(frozen=True, slots=True)
class KindsOffered:
    """The kinds the shop uses, and its book."""

    kinds: tuple[ComplaintKind, ...]
    book: Book


def kinds_offered(shop: Shop) -> KindsOffered:
    """What the card shows."""
    return KindsOffered(tuple(kind for kind in kinds(shop) if not kind.hidden), book(shop))


class BookCard(RecordCard):
    """A row a kind; a click opens its pages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            desk, words("What we offer"), words("for each kind of complaint, the most modest first"), parent=parent
        )
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the kinds and the book."""
        self.desk.work.ask(kinds_offered, then=self._show, failed=self.desk.tell, owner=self, latest="book")

    def edit(self, kind: ComplaintKind) -> None:
        """Open the pages of a kind."""
        from desktop_app.ui.pages.settings.book_dialog import BookDialog  # few change the book

        BookDialog(self.desk, self.window(), kind).open()

    def _show(self, found: KindsOffered) -> None:
        self.fill([self._row(kind, found.book) for kind in found.kinds])

    def _row(self, kind: ComplaintKind, book: Book) -> DetailRow:
        words = self.words
        offers = book.page(PageKey(kind.code, Verdict.YES, regular=True))
        own = any(key.kind == kind.code for key in book.own)
        row = DetailRow(
            self.desk.theme, words.say(kind.name), ", ".join(offer_name(words, one) for one in offers),
            tag=(words("own"), Tone.ACCENT) if own else None, change=words("Change"),
        )  # fmt: skip
        row.opened.connect(partial(self.edit, kind))
        return row

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.COMPLAINTS in changes.topics:
            self.refresh()

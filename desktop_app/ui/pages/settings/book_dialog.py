"""The offers for one kind of complaint: a page for each verdict, for a first order and for later ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.resolution_book import reset_page, write_page
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import VERDICT_NAMES, ComplaintKind, Verdict
from desktop_app.domain.errors import Invalid
from desktop_app.domain.resolution_book import Book, PageKey
from desktop_app.domain.resolutions import DEED_NAMES, SIZED, Deed, Offer, offer_name, size_from
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.queries import Shop
from desktop_app.queries.resolutions import book
from desktop_app.queries.settings import setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.folding import Folding
from desktop_app.ui.widgets.inputs import ChoiceInput, TextInput
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll

_FIRST, _LATER = "first", "later"
_FIELDS = 260  # points at 100 % text, of what is done and how much of it


def book_and_currency(shop: Shop) -> tuple[Book, str]:
    """The resolution book, and what its sums are in."""
    return book(shop), setting(shop, SHOP_CURRENCY)


class BookDialog(DeedDialog):
    """Each change is kept at once, a step of Undo."""

    def __init__(self, desk: Desk, parent: QWidget, kind: ComplaintKind) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Offers: {kind}", kind=words.say(kind.name)), wide=640, high=560,
            line=words("The most modest first. One in the middle is proposed, the last for what is serious."),
        )  # fmt: skip
        self._kind = kind
        self._book, self._currency = Book(), ""
        self.verdicts = FilterChips(
            [(one.value, words.say(name)) for one, name in VERDICT_NAMES.items()], name=words("Whether it is justified")
        )
        self.orders = FilterChips(
            [(_FIRST, words("First order")), (_LATER, words("Later orders"))], name=words("Whose order")
        )
        for chips in (self.verdicts, self.orders):
            chips.chosen.connect(lambda _: self._show())
            self.body.addWidget(chips)
        self.card = Card("")
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.body.addLayout(IntoMargin(Scroll(room)), 1)
        self.deeds = ChoiceInput(desk.theme, [(deed, words.say(name)) for deed, name in DEED_NAMES.items()])
        self.deeds.setAccessibleName(words("What is done"))
        self.size_input = TextInput(hint=words("10% or 5.00"))
        self.size_input.setAccessibleName(words("How much"))
        self.deeds.edited.connect(self._fit_size)
        self.add_button = quiet(words("Add the offer"), self._add)
        self.add_button.setAutoDefault(False)
        self._lay_adding()
        self.reset_button = quiet(words("As the program has it"), self._reset)
        self.add_feet(self.reset_button, None, quiet(words("Close"), self.reject, shortcut="Esc"))
        desk.bus.changed.connect(self._hear)
        self._fit_size()
        self._ask()

    @property
    def key(self) -> PageKey:
        """The page that is shown."""
        return PageKey(self._kind.code, Verdict(self.verdicts.value), self.orders.value == _LATER)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What stands on it."""
        return self._book.page(self.key)

    def _lay_adding(self) -> None:
        fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.deeds, 3)
        row.addWidget(self.size_input, 2)
        line = Folding(least=lambda: scaled(_FIELDS))
        self.body.addLayout(line)
        line.hold(fields, after=[self.add_button])

    def _ask(self) -> None:
        self.desk.work.ask(book_and_currency, then=self._take, failed=self.tell, owner=self, latest="book page")

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.COMPLAINTS in changes.topics:
            self._ask()

    def _take(self, found: tuple[Book, str]) -> None:
        self._book, self._currency = found
        self._show()

    def _show(self) -> None:
        words, offers = self.words, self.offers
        self.card.clear()
        for place, offer in enumerate(offers):
            deeds: list[tuple[str, Callable[[], object]]] = []
            if place:
                deeds.append((words("More modest"), partial(self._move, place, -1)))
            if place < len(offers) - 1:
                deeds.append((words("More generous"), partial(self._move, place, 1)))
            if len(offers) > 1:
                deeds.append((words("Remove"), partial(self._write, [*offers[:place], *offers[place + 1 :]])))
            self.card.add_row(DetailRow(self.desk.theme, offer_name(words, offer), deeds=deeds))
        self.reset_button.setEnabled(self.key in self._book.own)

    def _move(self, place: int, step: int) -> None:
        offers = list(self.offers)
        offers[place], offers[place + step] = offers[place + step], offers[place]
        self._write(offers)

    def _add(self) -> None:
        deed: Deed = self.deeds.value()
        try:
            size = size_from(self.size_input.text(), self._currency) if deed in SIZED else (None, None)
        except Invalid as error:
            self.tell(error)
            self.size_input.setFocus()
            return
        self._write([*self.offers, Offer(deed, *size)], added=True)

    def _write(self, offers: Sequence[Offer], *, added: bool = False) -> None:
        self.change(write_page, self.key, offers, then=lambda _: self.size_input.clear() if added else None)

    def _reset(self) -> None:
        self.change(reset_page, self.key)

    def _fit_size(self) -> None:
        self.size_input.setEnabled(self.deeds.value() in SIZED)

"""The Customers page."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.actions.customers import remove_customers
from desktop_app.domain.changes import Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.listing import CustomerFilter, ListKind, Sort
from desktop_app.i18n import Words, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_count, customer_ids, customer_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.columns import customer_columns
from desktop_app.ui.pages.customers.merging.entry import DuplicatesEntry
from desktop_app.ui.pages.customers.narrowers import customer_narrowers, known_of_customers
from desktop_app.ui.pages.customers.papers import PAPERS
from desktop_app.ui.pages.listed import Chip, Listing
from desktop_app.ui.pages.listing import ListPage
from desktop_app.ui.pages.record import Record
from desktop_app.ui.pages.selection_bar import Together
from desktop_app.ui.theme.tokens import NARROW
from desktop_app.ui.widgets.list_view import RowAction


class CustomersPage(ListPage):
    """Everybody the shop knows, regulars and coming birthdays one click away."""

    name = "customers"
    topics = frozenset({Topic.CUSTOMERS, Topic.ORDERS, Topic.MESSAGES, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self._listing(desk), parent)
        self.set_primary(self.words("New customer"), self.new, shortcut="Ctrl+N")
        self.duplicates = DuplicatesEntry(desk)
        self.header.add_button(self.duplicates)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.duplicates.fit(narrow=self.width() < NARROW)

    def make_record(self) -> Record:
        """A panel for one of them."""
        from desktop_app.ui.pages.customers.record import CustomerRecord  # what a list does without is loaded later

        return CustomerRecord(
            self.desk, delete=self.remove, print_papers=self.print_papers, once_free=self.once_free
        )

    def refresh(self) -> None:
        """Ask for the list anew, and then how many may be duplicates."""
        super().refresh()
        self.duplicates.count_soon()

    def open(self, **what: object) -> None:
        """`customer=17` opens a record (at its `part="people"`), `chip="birthdays"` switches the filter."""
        if isinstance(what.get("customer"), int):
            self.show_record(int(str(what["customer"])))
            if isinstance(what.get("part"), str):
                self.record.show_part(str(what["part"]))
        elif isinstance(what.get("chip"), str):
            self.narrow_to(str(what["chip"]))

    def print(self) -> None:
        """Ctrl+P: papers for the selected customers, else the open one."""
        ids = self.list.selected_ids() or [self.open_id or self.list.current_id()]
        if any(ids):
            self.print_papers(self._usual(ids), ids)
        else:
            self.desk.tell(msg("Select the customers whose papers you want to print."))

    def print_papers(self, kind: Kind, ids: list[int]) -> None:
        """Open the preview of these customers' papers, one kind of them first."""
        from desktop_app.ui.preview.dialog import open_preview  # QtPdf is loaded when something is printed

        self.once_free(lambda: open_preview(self.desk, self, customers=ids, kind=kind))

    def _usual(self, ids: list[int]) -> Kind:
        """What is printed first: thanks to who has ordered, an address label where only an address is known.

        Else, and where birthdays are shown, it is a birthday card. The first of them tells for all.
        """
        row = self.model.row(self.model.place_of(ids[0]))
        if row is None or self.chips.value == "birthdays":
            return Kind.BIRTHDAY
        if row.orders:
            return Kind.THANK_YOU
        return Kind.ADDRESS if row.street or row.city else Kind.BIRTHDAY

    def tag(self, ids: list[int]) -> None:
        """Put a tag on customers, or take one off."""
        from desktop_app.ui.pages.customers.tagging import ask_tag  # what a list does without is loaded later

        ask_tag(self.desk, self, ids)

    def merge(self, ids: list[int]) -> None:
        """Compare two customers that may be one person."""
        from desktop_app.ui.pages.customers.merging.opening import open_merge

        if len(ids) == 2:
            self.once_free(lambda: open_merge(self.desk, self.window(), CustomerId(ids[0]), CustomerId(ids[1])))
        else:
            self.desk.tell(msg("Select two customers to merge them."))

    def remove(self, ids: list[int]) -> None:
        """Delete customers; those with orders are kept and said."""
        customers = [CustomerId(record) for record in ids if record]
        if customers:
            said = nmsg("{n} customer removed", "{n} customers removed", n=len(customers))
            self.delete(remove_customers, customers, said)

    def _listing(self, desk: Desk) -> Listing:
        words = desk.words
        return Listing(
            kind=ListKind.CUSTOMERS, title=words("Customers"), ids=customer_ids, rows=customer_rows,
            columns=customer_columns(words, desk.today()),
            chips=(
                Chip("all", words("All"), CustomerFilter()),
                Chip("regulars", words("Regulars"), CustomerFilter(regular=True),
                     words("No regulars yet. They show up here by themselves when they have ordered often enough.")),
                Chip("birthdays", words("Birthdays soon"), CustomerFilter(birthday_soon=True),
                     words("Nobody’s birthday is coming up.")),
            ),
            sort=Sort("name"), filter_hint=words("Filter customers"),
            counted=lambda n: words.n("{n} customer", "{n} customers", n),
            invitation=("customers", words("No customers yet"),
                        words("They come with your orders, or from your shop’s list of customers.")),
            invite=(words("Import my orders"), lambda: desk.navigate("imports")),
            about=partial(_about, words),
            row_actions=(
                RowAction(words("Print"), lambda record: self.print_papers(self._usual([record]), [record]), "Ctrl+P"),
                RowAction(words("Open"), lambda record: self.show_record(record)),
            ),
            together=(
                Together(words("Print"), choices=[(words.say(text), partial(self.print_papers, kind))
                                                  for kind, text in PAPERS.items()], icon="print"),
                Together(words("Tag"), self.tag),
                Together(words("Merge…"), self.merge),
                Together(words("Remove"), self.remove, icon="trash", key="Del"),
            ),
            narrowers=customer_narrowers(words), known=known_of_customers,
        )


def _about(words: Words, shop: Shop) -> str:
    n = customer_count(shop, CustomerFilter(birthday_soon=True))  # what the chip shows
    return words.n("{n} birthday coming up", "{n} birthdays coming up", n) if n else words("no birthday is near")

"""The Complaints page."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaints import remove_complaints, set_state
from desktop_app.domain.changes import Topic
from desktop_app.domain.complaints import ComplaintId, State
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.listing import ComplaintFilter, ListKind, Sort
from desktop_app.domain.orders import OrderId
from desktop_app.i18n import Message, Words, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.clock import ShopClock, shop_now
from desktop_app.ui.pages.complaints.columns import complaint_columns
from desktop_app.ui.pages.complaints.narrowers import complaint_narrowers, known_of_complaints
from desktop_app.ui.pages.listed import Chip, Listing
from desktop_app.ui.pages.listing import ListPage
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.record import Record
from desktop_app.ui.pages.selection_bar import Together
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.list_view import RowAction


class ComplaintsPage(ListPage):
    """What customers are not content with, what is due first on top; reviews stand here too."""

    name = "complaints"
    topics = frozenset({Topic.COMPLAINTS, Topic.CUSTOMERS, Topic.ORDERS, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.clock = ShopClock(desk)
        self._kinds: dict[str, Message] = {}
        super().__init__(desk, self._listing(desk), parent)
        self.set_primary(self.words("New complaint"), self.new, shortcut="Ctrl+N")
        tip = self.words("What they are about, what they come from, and who bought again")
        self.header.add_button(quiet(self.words("Figures"), self.show_figures, tip=tip))

    def refresh(self) -> None:
        """Ask for the list anew, by the clock of the shop and with what it calls its kinds."""
        self.desk.work.ask(lambda shop: (shop_now(shop), kind_names(shop)), then=self._know, owner=self)
        super().refresh()

    def _know(self, found: tuple[dt.datetime, dict[str, Message]]) -> None:
        now, self._kinds = found
        self.clock.set(now)

    def kind_name(self, code: str) -> str:
        """What the shop calls a kind."""
        return self.words.say(self._kinds.get(code, code))

    def make_record(self) -> Record:
        """A panel for one of them."""
        from desktop_app.ui.pages.complaints.record import ComplaintRecord  # what a list does without is loaded later

        return ComplaintRecord(self.desk, delete=self.remove)

    def new(self) -> None:
        """Ctrl+N: record one, in seconds."""
        self.begin()

    def begin(self, *, order: OrderId | None = None, customer: CustomerId | None = None) -> None:
        """Ask for a new complaint, perhaps about an order or of a customer."""
        from desktop_app.ui.pages.complaints.entry import open_entry

        self.once_free(
            lambda: open_entry(self.desk, self, order=order, customer=customer, then=self._show_added)
        )

    def open(self, **what: object) -> None:
        """`complaint=17` opens a record, `chip="late"` filters, `find="Anna"` types; `order=5`, `customer=3` begin."""
        number = {key: int(str(value)) for key, value in what.items() if isinstance(value, int)}
        if "complaint" in number:
            self.show_record(number["complaint"])
        elif "order" in number:
            self.begin(order=OrderId(number["order"]))
        elif "customer" in number:
            self.begin(customer=CustomerId(number["customer"]))
        elif isinstance(what.get("chip"), str):
            self.narrow_to(str(what["chip"]))
        elif isinstance(what.get("find"), str):
            self.narrow_to("all", str(what["find"]))

    def show_figures(self) -> None:
        """Count them: by what, what was changed, and who bought again."""
        from desktop_app.ui.pages.complaints.figures_dialog import open_figures

        open_figures(self.desk, self.window())

    def say_cause(self, ids: list[int]) -> None:
        """Say what several complaints come from."""
        from desktop_app.ui.pages.complaints.cause_dialogs import ask_cause

        ask_cause(self.desk, self.window(), [ComplaintId(one) for one in ids if one])

    def remove(self, ids: list[int]) -> None:
        """Delete complaints with their thread and pictures."""
        complaints = [ComplaintId(record) for record in ids if record]
        if complaints:
            said = nmsg("{n} complaint removed", "{n} complaints removed", n=len(complaints))
            self.delete(remove_complaints, complaints, said)

    def mark(self, state: State, ids: list[int]) -> None:
        """Take several complaints to a state."""
        self.desk.work.change(
            set_state, [ComplaintId(one) for one in ids if one], state,
            then=lambda done: self.desk.tell_done(done, None), failed=self.desk.tell, owner=self,
        )

    def _listing(self, desk: Desk) -> Listing:
        words = desk.words
        return Listing(
            kind=ListKind.COMPLAINTS, title=words("Complaints"), ids=complaint_ids, rows=complaint_rows,
            columns=complaint_columns(words, desk.today(), self.clock.now), chips=_chips(words),
            sort=Sort("due"), filter_hint=words("Filter by name, number or word"),
            counted=lambda n: words.n("{n} complaint", "{n} complaints", n),
            invitation=(
                "complaint", words("No complaints yet"),
                words("What a customer is not content with stands here until it is made good. "
                      "You can also drop an e-mail or a file of reviews on this window."),
            ),
            invite=(words("New complaint"), lambda: self.new()),
            about=partial(_about, words), known=known_of_complaints,
            narrowers=complaint_narrowers(desk.theme, words, self.kind_name),
            row_actions=(RowAction(words("Open"), lambda record: self.show_record(record)),),
            together=(
                Together(words("Mark as"), choices=[
                    (words("Solved"), partial(self.mark, State.SOLVED)),
                    (words("Waiting for the customer"), partial(self.mark, State.WAITING)),
                    (words("Answered"), partial(self.mark, State.ANSWERED)),
                ]),
                Together(words("Cause…"), self.say_cause),
                Together(words("Remove"), self.remove, icon="trash", key="Del"),
            ),
        )  # fmt: skip


def _chips(words: Words) -> tuple[Chip, ...]:
    return (
        Chip("all", words("Everything"), ComplaintFilter()),
        Chip("open", words("Unsolved"), ComplaintFilter(open=True), words("Everything is made good.")),
        Chip("late", words("Late"), ComplaintFilter(late=True), words("No answer and no solution is late.")),
        Chip("due", words("Due soon"), ComplaintFilter(due=True), words("Nothing is due soon.")),
        Chip("new", words("Unanswered"), ComplaintFilter(state=(State.NEW, State.REOPENED)),
             words("Everybody has an answer.")),
        Chip("waiting", words("Waiting for customers"), ComplaintFilter(state=(State.WAITING,)),
             words("No customer keeps us waiting.")),
        Chip("solved", words("Already solved"), ComplaintFilter(state=(State.SOLVED,)),
             words("Nothing is solved yet.")),
        Chip("reviews", words("Reviews"), ComplaintFilter(reviews=True), words("No reviews yet.")),
    )  # fmt: skip


def _about(words: Words, shop: Shop) -> str:
    found = {key: len(complaint_ids(shop, wanted)) for key, wanted in _COUNTED.items()}
    return joined(
        words.n("{n} open", "{n} open", found["open"]) if found["open"] else words("nothing is open"),
        words.n("{n} late", "{n} late", found["late"]) if found["late"] else "",
        words.n("{n} due soon", "{n} due soon", found["due"]) if found["due"] else "",
    )


_COUNTED = {
    "open": ComplaintFilter(open=True), "late": ComplaintFilter(late=True), "due": ComplaintFilter(due=True),
}  # fmt: skip

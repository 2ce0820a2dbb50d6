"""The Orders page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.actions.orders import remove_orders, set_status
from desktop_app.actions.packing import put_back
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.listing import ListKind, OrderFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.orders import MOVES, OrderId, Status
from desktop_app.i18n import Words, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.orders import order_ids, order_rows
from desktop_app.queries.standings import open_counts
from desktop_app.queries.steps import OrderState, order_states
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.listed import Chip, Listing
from desktop_app.ui.pages.listing import ListPage
from desktop_app.ui.pages.orders.columns import order_columns
from desktop_app.ui.pages.orders.late_entry import LateEntry
from desktop_app.ui.pages.orders.narrowers import known_of_orders, order_narrowers
from desktop_app.ui.pages.orders.wording import MARK, joined
from desktop_app.ui.pages.record import Record
from desktop_app.ui.pages.selection_bar import Together
from desktop_app.ui.theme.tokens import NARROW
from desktop_app.ui.widgets.list_view import RowAction

_MARKS = (
    Status.PAID, Status.PACKING, Status.PACKED, Status.SHIPPED, Status.DELIVERED, Status.RETURNED, Status.CANCELLED,
)


class OrdersPage(ListPage):
    """All orders, those that wait first in reach."""

    name = "orders"
    topics = frozenset({Topic.ORDERS, Topic.CUSTOMERS, Topic.SETTINGS, Topic.PRINTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self._listing(desk), parent)
        self.set_primary(self.words("New order"), self.new, shortcut="Ctrl+N")
        self.late = LateEntry(desk)
        self.header.add_button(self.late)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.late.fit(narrow=self.width() < NARROW)

    def refresh(self) -> None:
        """Ask for the list anew, and how many are late."""
        super().refresh()
        self.late.count()

    def make_record(self) -> Record:
        """A panel for one of them."""
        from desktop_app.ui.pages.orders.record import OrderRecord  # what a list does without is loaded later

        return OrderRecord(self.desk, delete=self.remove, print_papers=self.print_papers)

    def open(self, **what: object) -> None:
        """`order=17` opens a record, `chip="late"` filters, `find="Anna"` types a filter, `new_for=5` begins one."""
        if isinstance(what.get("order"), int):
            self.show_record(int(str(what["order"])))
        elif isinstance(what.get("chip"), str):
            self.narrow_to(str(what["chip"]))
        elif isinstance(what.get("find"), str):
            self.narrow_to("all", str(what["find"]))
        elif isinstance(what.get("new_for"), int) and self.may_leave():
            self.record.begin(customer=CustomerId(int(str(what["new_for"]))))
            self._open_beside()

    def print(self) -> None:
        """Ctrl+P: the selected orders, else the open one."""
        ids = self.list.selected_ids() or [self.open_id or self.list.current_id()]
        if any(ids):
            self.print_papers(ids)
        else:
            self.desk.tell(msg("Select the orders whose cards and inserts you want to print."))

    def print_papers(self, ids: list[int]) -> None:
        """Open the preview of these orders' papers."""
        from desktop_app.ui.preview.dialog import open_preview  # QtPdf is loaded when something is printed

        self.once_free(lambda: open_preview(self.desk, self, orders=ids))

    def mark(self, status: Status, ids: list[int]) -> None:
        """Take several orders to a step; of those that are cancelled it is asked what becomes of the money."""
        if status is Status.CANCELLED:
            self._cancel([OrderId(order) for order in ids])
            return
        self.desk.work.change(
            set_status, [OrderId(order) for order in ids], status,
            then=lambda done: self.desk.tell_done(done, None), failed=self.desk.tell, owner=self,
        )

    def _possible(self, ids: list[int], then: Callable[[Sequence[bool]], object]) -> None:
        """Which steps all of these can go to from where they are."""

        def known(states: Sequence[OrderState]) -> None:
            now = {state.status for state in states}
            then([all(to is one or to in MOVES[one] for one in now) for to in _MARKS])

        self.desk.work.ask(
            order_states, [OrderId(order) for order in ids], then=known, owner=self, latest=f"steps {id(self)}"
        )

    def _cancel(self, ids: list[OrderId]) -> None:
        from desktop_app.ui.pages.orders.giving_back import cancel_several, refunds_of  # few orders are cancelled

        def asked(refunds: dict[OrderId, Money]) -> None:
            cancel_several(self.desk, self.window(), ids, refunds, then=lambda done: self.desk.tell_done(done, None))

        self.desk.work.ask(refunds_of, ids, then=asked, failed=self.desk.tell, owner=self)

    def put_back(self, ids: list[int]) -> None:
        """Let benches find orders again that were set aside."""

        def done(changes: Changes) -> None:
            if changes.id:
                self.desk.tell_done(changes, None)
            else:
                self.desk.tell(msg("None of these orders is set aside: nothing was changed."))

        self.desk.work.change(
            put_back, [OrderId(order) for order in ids], then=done, failed=self.desk.tell, owner=self,
        )

    def remove(self, ids: list[int]) -> None:
        """Delete orders with their articles."""
        orders = [OrderId(record) for record in ids if record]
        if orders:
            self.delete(remove_orders, orders, nmsg("{n} order removed", "{n} orders removed", n=len(orders)))

    def _listing(self, desk: Desk) -> Listing:
        words = desk.words
        return Listing(
            kind=ListKind.ORDERS, title=words("Orders"), ids=order_ids, rows=order_rows,
            columns=order_columns(words, desk.today()),
            chips=_chips(desk), sort=Sort("placed", descending=True), filter_hint=words("Filter by number or name"),
            counted=lambda n: words.n("{n} order", "{n} orders", n),
            invitation=("orders", words("No orders yet"),
                        words("Bring them in from your shop’s export. You can also drop the file on this window.")),
            invite=(words("Import my orders"), lambda: desk.navigate("imports")),
            about=partial(_about, words), narrowers=order_narrowers(words), known=known_of_orders,
            row_actions=(
                RowAction(words("Print"), lambda record: self.print_papers([record]), "Ctrl+P"),
                RowAction(words("Open"), lambda record: self.show_record(record)),
            ),
            together=(
                Together(words("Print cards and inserts"), self.print_papers, icon="print", key="Ctrl+P",
                         short=words("Print")),
                Together(words("Mark as"), icon="check", possible=self._possible,
                         choices=[(words.say(MARK[to]), partial(self.mark, to)) for to in _MARKS]),
                Together(words("Put back in the queue"), self.put_back),
                Together(words("Remove"), self.remove, icon="trash", key="Del"),
            ),
        )


def _about(words: Words, shop: Shop) -> str:
    counts = open_counts(shop)
    return joined(
        words.n("{n} to pack", "{n} to pack", counts.to_pack) if counts.to_pack else words("nothing to pack"),
        words.n("{n} late", "{n} late", counts.late) if counts.late else "",
        words.n("{n} set aside", "{n} set aside", counts.set_aside) if counts.set_aside else "",
        words.n("{n} not printed yet", "{n} not printed yet", counts.unprinted) if counts.unprinted else "",
    )


def _chips(desk: Desk) -> tuple[Chip, ...]:
    words = desk.words
    gone = (Status.SHIPPED, Status.DELIVERED)
    return (
        Chip("all", words("All"), OrderFilter()),
        Chip("to-pack", words("To pack"), OrderFilter(to_pack=True), words("Nothing is waiting to be packed.")),
        Chip("late", words("Late"), OrderFilter(late=True), words("Nothing is late. Every promise is kept so far.")),
        Chip("due", words("Due today"), OrderFilter(due=True), words("Nothing is to be posted today.")),
        Chip("at-risk", words("At risk"), OrderFilter(at_risk=True), words("No promise is at risk.")),
        Chip("unprinted", words("Not printed yet"), OrderFilter(unprinted=True),
             words("Every order to pack has its cards and inserts.")),
        Chip("packed", words("Packed"), OrderFilter(status=(Status.PACKED,)),
             words("Nothing is packed and waiting for the carrier.")),
        Chip("posted", words("Posted"), OrderFilter(status=gone), words("Nothing has been posted yet.")),
    )

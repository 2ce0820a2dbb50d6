"""The cards of the Today page, each made from rows and told whom to call; they keep no state of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.promise import Standing
from desktop_app.i18n import Words
from desktop_app.queries.orders import OrderRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined, order_tag, order_title, promise_text, standing_detail
from desktop_app.ui.pages.today.lookup import PROMISES_SHOWN, Morning
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import plain, small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.task_row import TaskRow

_INSIDE = 7  # padding and edge of a plain button: its letters stand under the text above


@dataclass(frozen=True, slots=True)
class Calls:
    """What a card may ask of its page."""

    open_order: Callable[[int], object]
    print_orders: Callable[[list[int]], object]
    show_orders: Callable[[str], object]  # with a chip of the Orders page
    tell_late: Callable[[], object]
    go: Callable[[str], object]  # to another page


def promised_card(desk: Desk, now: Morning, calls: Calls) -> Card:
    """Late, due and at-risk orders, and how many more are on their way."""
    words, need = desk.words, now.promises_in_need
    need_said, total = words.count(need), words.count(now.day.counts.to_pack)
    hint = words("{need} of {total} need you", need=need_said, total=total) if need else ""
    card = Card(words("Promised"), hint)
    if now.day.counts.late:
        card.add_to_head(small(words("Tell the customers"), calls.tell_late))
    for row in now.promises[:PROMISES_SHOWN]:
        card.add_row(_promise_row(desk, row, now, calls))
    if not now.day.counts.to_pack:
        card.add_row(invitation(
            words("Nothing is waiting to be posted. New orders appear here, those promised first on top."),
            (words("Import orders"), lambda: calls.go("imports")),
        ))
    elif not need:
        card.add_note(words("Every promise is in good time."))
    hidden = need - min(PROMISES_SHOWN, len(now.promises))
    if hidden > 0:
        text = words.n("{n} more needs you", "{n} more need you", hidden)
        card.add_row(invitation("", (text, lambda: calls.show_orders(_chip(now)))))
    if now.on_their_way:
        card.add_note(words.n("{n} more is on its way", "{n} more are on their way", now.on_their_way))
    return card


def order_detail(words: Words, row: OrderRow, now: Morning, *, promised: bool = True) -> str:
    """What matters about an order on this page: what was promised, whether it is the first, what is in it."""
    late = promised and row.standing is not Standing.DUE
    return joined(
        promise_text(words, row.ship_by, now.day.date) if late else "",
        standing_detail(words, row),
        words("first order") if row.first else words("regular") if row.regular else "",
        row.detail,
        row.carrier,
    )


def invitation(text: str, button: tuple[str, Callable[[], object]]) -> QWidget:
    """A row that says what belongs here, with one plain button."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE_4 - _INSIDE, 10 if text else 4, SPACE_4, 6 if text else 4)
    column.setSpacing(SPACE_1)
    if text:
        said = Label(text, tone=Tone.MUTED, wrap=True)
        said.setContentsMargins(_INSIDE, 0, 0, 0)
        column.addWidget(said)
    column.addWidget(plain(*button))
    return row


def _chip(now: Morning) -> str:
    """The list of Orders in which most of those that are not shown stand."""
    counts = now.day.counts
    if counts.late > PROMISES_SHOWN:
        return "late"
    return "due" if counts.late + counts.due > PROMISES_SHOWN else "at-risk"


def _promise_row(desk: Desk, row: OrderRow, now: Morning, calls: Calls) -> TaskRow:
    words = desk.words
    print_text = words("Print again") if row.printed else words("Print")
    made = TaskRow(
        desk.theme, order_title(words, row.number, row.customer), order_detail(words, row, now),
        tag=order_tag(words, row.status, row.standing, row.days_late),
        buttons=(
            (print_text, lambda: calls.print_orders([row.id])),
            (words("Open"), lambda: calls.open_order(row.id)),
        ),
    )
    made.opened.connect(lambda: calls.open_order(row.id))
    return made

"""The head of an order's record: where it stands and why, where it can go next, its papers, and the way it came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.order_money import PAYMENT_LABELS, Payment, payment
from desktop_app.domain.orders import MOVES, STATUS_LABELS, TO_PACK, Order, Status
from desktop_app.domain.promise import Standing, Stood
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.pages.orders.wording import MARK, STATUS_TONE, order_tag, reasons_text
from desktop_app.ui.pages.record_head import RecordHead
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import Button, small
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.flow import Flowing
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.tag import Tag

_FORWARD = {  # the step that usually comes next stands first
    Status.NEW: Status.PAID, Status.PAID: Status.PACKED, Status.PACKING: Status.PACKED,
    Status.PACKED: Status.SHIPPED, Status.SHIPPED: Status.DELIVERED,
}  # fmt: skip
_WITH_A_PACKER = (Status.PACKING, Status.PACKED)


@dataclass(frozen=True, slots=True)
class StepCalls:
    """What the head may ask of its record."""

    move: Callable[[Status], object]
    print_papers: Callable[[], object]
    set_aside: Callable[[], object]
    put_back: Callable[[], object]
    tell_late: Callable[[], object]
    complain: Callable[[], object]


class Steps(RecordHead):
    """Tags for what is, buttons for what can be done."""

    def __init__(self, theme: Theme, words: Words, calls: StepCalls, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        self._calls = calls
        self.buttons: dict[Status, Button] = {}
        self.print_button: Button | None = None
        self.history: Disclosure | None = None

    def show_order(self, order: Order, stood: Stood, today: dt.date) -> None:
        """Show an order's state."""
        steps = [(self._words.say(STATUS_LABELS[step.status]), step.by, step.at) for step in reversed(order.steps)]
        self.history = self.way(steps, today) if steps else None
        self.show_rows(
            [self._tags(order, stood), *self._remarks(order, stood), self._deeds(order, stood), self.history]
        )

    def _tags(self, order: Order, stood: Stood) -> QWidget:
        words, fields = self._words, order.fields
        row = Flowing()
        row.add(Tag(words.say(STATUS_LABELS[fields.status]), STATUS_TONE.get(fields.status, Tone.MUTED)))
        if stood.standing is not Standing.ON_TIME:
            row.add(Tag(*order_tag(words, fields.status, stood.standing, stood.late)))
        money = paid_tag(words, order)
        if money is not None:
            row.add(Tag(*money))
        if order.set_aside:
            row.add(Tag(words("Set aside"), Tone.WARN))
        if fields.gift:
            row.add(Tag(words("Present"), Tone.ACCENT))
        if order.first:
            row.add(Tag(words("First order"), Tone.ACCENT))
        if order.printed:
            row.add(Tag(words("Printed"), Tone.GOOD))
        return row

    def _remarks(self, order: Order, stood: Stood) -> list[QWidget]:
        """Sentences that tell more than a tag can: why it is at risk or set aside, who is packing it."""
        words = self._words
        said = []
        if stood.reasons:
            said.append(words("It may not be kept: {reasons}.", reasons=reasons_text(words, stood.reasons)))
        if order.claimed_by:
            said.append(words("Being packed by {person}.", person=order.claimed_by))
        if order.set_aside:
            said.append(words("Set aside: {reason}", reason=order.set_aside))
        return [Label(text, Size.SMALL, tone=Tone.WARN, wrap=True) for text in said]

    def _deeds(self, order: Order, stood: Stood) -> QWidget:
        words, status, calls = self._words, order.fields.status, self._calls
        row = Flowing()
        text = words("Print again") if order.printed else words("Print cards and inserts")
        self.print_button = small(text, calls.print_papers)
        self.print_button.wear(self._theme, "print")
        row.add(self.print_button)
        if order.set_aside:
            row.add(small(words("Put back in the queue"), calls.put_back))
        if stood.standing is Standing.LATE:
            row.add(small(words("Tell the customer"), calls.tell_late))
        first = _FORWARD.get(status)
        moves = sorted(MOVES[status], key=lambda move: move is not first)
        if not order.fields.paid and status in _WITH_A_PACKER:  # it would be taken for the payment, and unpacked
            moves.remove(Status.PAID)
        self.buttons = {move: small(words.say(_caption(status, move)), partial(calls.move, move)) for move in moves}
        for button in self.buttons.values():
            row.add(button)
        if status in TO_PACK and not order.set_aside:
            row.add(small(words("Set aside…"), calls.set_aside))
        row.add(small(words("Complaint…"), calls.complain, tip=words("Record what went wrong with it")))
        return row


def _caption(status: Status, move: Status) -> Message:
    """What a step is called where it starts: from a packer’s hands an order goes back to “Paid”, which it was."""
    return msg("Take the packing back") if move is Status.PAID and status in _WITH_A_PACKER else MARK[move]


def paid_tag(words: Words, order: Order) -> tuple[str, Tone] | None:
    """Whether money is still owed or was given back; None where the status says all."""
    fields = order.fields
    where = payment(fields.paid, fields.total, fields.refunded)
    if where is Payment.PAID or (where is Payment.UNPAID and fields.status in (Status.CANCELLED, Status.RETURNED)):
        return None
    return words.say(PAYMENT_LABELS[where]), Tone.WARN if where is Payment.UNPAID else Tone.MUTED

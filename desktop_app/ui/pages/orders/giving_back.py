"""What came back of an order, or that it is cancelled: which pieces, and the money that is given back, proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.actions.order_returns import cancel_orders, refund_order, return_lines
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.order_money import all_left, proposed_refund, refundable
from desktop_app.domain.orders import Order, OrderId
from desktop_app.i18n import Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.orders import order as whole_order
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined, money_text, order_title
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_WIDE = 480
_PIECES = "pieces-"  # and the line's position: the key of its field


def ask_return(desk: Desk, parent: QWidget, order: Order, *, then: Callable[[Changes], object]) -> FormDialog:
    """Ask which pieces came back and what is refunded; all of them are proposed."""
    words, fields = desk.words, order.fields
    left = all_left(fields.lines)
    rows = [
        Field(f"{_PIECES}{place}", fields.lines[place - 1].name, Input.NUMBER, high=pieces, wide=True,
              help=words.n("of {n} piece", "of {n} pieces", pieces), group=words("What came back") if first else "")
        for first, (place, pieces) in zip([True, *[False] * len(left)], left.items(), strict=False)
    ]
    form = Form(desk.theme, words, [*rows, _refund(words, fields.currency, group=bool(rows))], today=desk.today())
    form.box("refund").input.follow(fields.currency or "EUR")
    whole = {f"{_PIECES}{place}": pieces for place, pieces in left.items()}
    form.set_value({**whole, "refund": _some(proposed_refund(fields, left))})
    _Proposal(form, order)
    dialog = FormDialog(
        desk.theme, words, parent, title=words("Take back {order}", order=_named(words, order)), form=form,
        line=_paid_line(words, order), wide=_WIDE, deed=words("Take it back"),
    )

    def keep(values: dict[str, Any]) -> None:
        pieces, back = _pieces(values), values["refund"]
        if any(pieces.values()):
            _change(desk, dialog, then, return_lines, order.id, order.version, pieces, back)
        elif back is not None and back.minor:  # they keep it, and get something back for it
            _change(desk, dialog, then, refund_order, order.id, order.version, back)
        else:
            first = f"{_PIECES}{next(iter(left))}" if left else "refund"
            dialog.refuse(Invalid(first, msg("Say how many pieces came back, or what is given back.")))

    dialog.saved.connect(keep)
    dialog.open()
    return dialog


def ask_cancel(desk: Desk, parent: QWidget, order: Order, *, then: Callable[[Changes], object]) -> FormDialog:
    """Ask what is given back of an order that is cancelled; all that was paid is proposed."""
    words, fields = desk.words, order.fields
    form = Form(desk.theme, words, [_refund(words, fields.currency)], today=desk.today())
    form.box("refund").input.follow(fields.currency or "EUR")
    form.set_value({"refund": _some(refundable(fields))})
    dialog = FormDialog(
        desk.theme, words, parent, title=words("Cancel {order}", order=_named(words, order)), form=form,
        line=_paid_line(words, order), wide=_WIDE, deed=words("Cancel the order"),
    )

    def keep(values: dict[str, Any]) -> None:
        back: Money | None = values["refund"]
        refunds = {order.id: back} if back is not None and back.minor else {}
        _change(desk, dialog, then, cancel_orders, [order.id], refunds=refunds)

    dialog.saved.connect(keep)
    dialog.open()
    return dialog


def refunds_of(shop: Shop, ids: Sequence[OrderId]) -> dict[OrderId, Money]:
    """What was paid for each of these orders and could be given back."""
    found = {order_id: refundable(whole_order(shop, order_id).fields) for order_id in ids}
    return {order_id: money for order_id, money in found.items() if money is not None and money.minor}


def cancel_several(
    desk: Desk, parent: QWidget, ids: Sequence[OrderId], refunds: Mapping[OrderId, Money], *,
    then: Callable[[Changes], object],
) -> FormDialog | None:
    """Cancel orders; where some were paid it is asked whether that is given back, which is proposed."""
    words = desk.words
    if not refunds:
        desk.work.change(cancel_orders, ids, then=then, failed=desk.tell, owner=parent)
        return None
    said = words.n("Give back what was paid for {n} of them", "Give back what was paid for {n} of them", len(refunds))
    form = Form(desk.theme, words, [Field("refund", said, Input.CHECK, wide=True, help=_noted(words))],
                today=desk.today())
    form.set_value({"refund": True})
    dialog = FormDialog(
        desk.theme, words, parent, title=words.n("Cancel {n} order", "Cancel {n} orders", len(ids)), form=form,
        wide=_WIDE, deed=words("Cancel the orders"),
    )
    dialog.saved.connect(
        lambda values: _change(
            desk, dialog, then, cancel_orders, ids, refunds=dict(refunds) if values["refund"] else {}
        )
    )
    dialog.open()
    return dialog


class _Proposal(QObject):
    """Proposes what to give back for the pieces as they are typed, until a person writes another sum."""

    def __init__(self, form: Form, order: Order) -> None:
        super().__init__(form)
        self._form, self._order = form, order
        self._own = False
        form.edited.connect(self._follow)

    def _follow(self, key: str) -> None:
        if key == "refund":
            self._own = True
        elif not self._own:
            values = self._form.readable()
            if values is not None:
                back = proposed_refund(self._order.fields, _pieces(values))
                self._form.box("refund").input.set_value(_some(back))


def _some(money: Money | None) -> Money | None:
    """An amount that is one; nothing for naught."""
    return money if money is not None and money.minor else None


def _refund(words: Words, currency: str, *, group: bool = False) -> Field:
    return Field(
        "refund", f"{words('To give back')}, {currency or 'EUR'}", Input.MONEY, currency=currency, wide=True,
        group=words("Money") if group else "",
        help=_noted(words),
    )


def _noted(words: Words) -> str:
    return words("It is noted here; the money itself goes back the way it was paid.")


def _pieces(values: dict[str, Any]) -> dict[int, int]:
    return {int(key.removeprefix(_PIECES)): value for key, value in values.items() if key.startswith(_PIECES)}


def _named(words: Words, order: Order) -> str:
    return order_title(words, order.fields.number, "")


def _paid_line(words: Words, order: Order) -> str:
    """“Anna Kalniņa · paid 37.50 € · 10.00 € given back already”."""
    fields = order.fields
    total, back = money_text(words, fields.total), fields.refunded
    paid = words("paid {amount}", amount=total) if fields.paid and total else ""
    owed = words("{amount}, not paid", amount=total) if not fields.paid and total else ""
    given = words("{amount} given back already", amount=money_text(words, back)) if back and back.minor else ""
    return joined(order.customer_name, paid or owed, given)


def _change(
    desk: Desk, dialog: FormDialog, then: Callable[[Changes], object], action: Callable[..., Changes], *args: Any,
    **named: Any,
) -> None:
    def done(changes: Changes) -> None:
        dialog.kept()
        then(changes)

    desk.work.change(action, *args, **named, then=done, failed=dialog.refuse, owner=dialog)

"""Why an order is set aside: benches leave it until somebody puts it back in the queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.packing import set_aside
from desktop_app.domain.changes import Changes
from desktop_app.domain.orders import Order
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import order_title
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


def ask_reason(desk: Desk, parent: QWidget, order: Order, *, then: Callable[[Changes], object]) -> FormDialog:
    """Ask for the reason; it is said wherever the order is shown."""
    words = desk.words
    field = Field("reason", words("Why it cannot be packed"), hint=words("two mugs are missing…"), wide=True)
    form = Form(desk.theme, words, [field], today=desk.today())
    form.set_value({})
    title = words("Set {order} aside", order=order_title(words, order.fields.number, ""))
    line = words("Benches leave it until you put it back in the queue.")
    dialog = FormDialog(
        desk.theme, words, parent, title=title, line=line, form=form, wide=440, deed=words("Set the order aside")
    )

    def done(changes: Changes) -> None:
        dialog.kept()
        then(changes)

    def keep(values: dict[str, Any]) -> None:
        desk.work.change(set_aside, order.id, values["reason"], then=done, failed=dialog.refuse, owner=dialog)

    dialog.saved.connect(keep)
    dialog.open()
    return dialog

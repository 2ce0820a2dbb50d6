"""The stock of one or several products is set from their list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.products import set_stock
from desktop_app.domain.changes import Changes
from desktop_app.domain.products import MOST_STOCK, ProductId
from desktop_app.i18n import nmsg
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


def ask_stock(desk: Desk, page: QWidget, ids: Sequence[int], *, name: str = "", now: int | None = None) -> FormDialog:
    """Open the question how many pieces there are; of one product with its `name` and the number known `now`."""
    words = desk.words
    field = Field(
        "stock", words("Pieces at hand"), Input.NUMBER, high=MOST_STOCK, empty=True, hint=words("not counted"),
        help=words("Leave it empty where nobody counts."), wide=True,
    )  # fmt: skip
    form = Form(desk.theme, words, [field], today=desk.today())
    form.set_value({"stock": now})
    title = words("Stock of {name}", name=name) if name else words.n(
        "Stock of {n} product", "Stock of {n} products", len(ids)
    )  # fmt: skip
    dialog = FormDialog(desk.theme, words, page.window(), title=title, form=form, wide=380)
    dialog.saved.connect(lambda values: _keep(desk, dialog, ids, values))
    dialog.open()
    form.box("stock").input.selectAll()
    return dialog


def _keep(desk: Desk, dialog: FormDialog, ids: Sequence[int], values: dict[str, Any]) -> None:
    def done(changes: Changes) -> None:
        dialog.kept()
        n = len(ids)
        desk.tell_done(changes, nmsg("The stock of {n} product is set", "The stock of {n} products is set", n=n))

    desk.work.change(
        set_stock, [ProductId(one) for one in ids], values["stock"],
        then=done, failed=dialog.refuse, owner=dialog,
    )

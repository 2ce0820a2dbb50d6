"""A complaint taken in seconds: order number, kind by one key, the text pasted, Ctrl+S."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId, ComplaintKind, Source
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.i18n import msg
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.entry_form import EntryForm
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.record_parts import let_tab_come_before

_WIDE = 600
_LAST_SOURCE = "complaints.source"  # what this desk remembers


def open_entry(
    desk: Desk, parent: QWidget, *, order: OrderId | None = None, customer: CustomerId | None = None,
    then: Callable[[int], object] | None = None,
) -> FormDialog:
    """Ask for a new complaint, perhaps about an order or of a customer; `then` gets its number once it is kept."""
    words, form = desk.words, EntryForm(desk)
    last = desk.settings.recall(_LAST_SOURCE)
    form.begin(Source(str(last)) if last in {str(one) for one in Source} else Source.EMAIL)
    dialog = FormDialog(
        desk.theme, words, parent.window(), title=words("New complaint or review"), form=form, wide=_WIDE,
        deed=words("Record it"),
    )

    def kept(answer: tuple[ComplaintId, Changes]) -> None:
        dialog.kept()
        desk.tell_done(answer[1], msg("Recorded"))
        if then is not None:
            then(int(answer[0]))

    def keep(values: dict[str, Any]) -> None:
        desk.settings.remember(_LAST_SOURCE, str(values["source"]))
        desk.work.change(
            add_complaint, form.complaint(values), files=values["pictures"], then=kept, failed=dialog.refuse,
            owner=dialog,
        )

    def grow() -> None:
        """As high as the form asks for, now that more of it is known."""
        QTimer.singleShot(0, dialog, lambda: dialog.resize(dialog.sizeHint().expandedTo(dialog.size())))

    def offer(found: Sequence[ComplaintKind]) -> None:
        form.inputs.kind.offer(found)
        let_tab_come_before(form.inputs.text, *form.inputs.kind.buttons)
        form.mark_clean()
        form.focus_first()
        grow()

    dialog.saved.connect(keep)
    form.inputs.about.found.connect(lambda _: grow())
    desk.work.ask(kinds, then=offer, failed=dialog.refuse, owner=dialog)
    if order is not None:
        form.inputs.about.take_order(order)
    elif customer is not None:
        form.inputs.about.take_customer(customer)
    dialog.open()
    return dialog

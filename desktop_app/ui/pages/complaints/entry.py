"""A complaint taken in seconds: order number, kind by one key, the text pasted, Ctrl+S."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import (
    SEVERITY_NAMES,
    SOURCE_NAMES,
    VERDICT_NAMES,
    ComplaintFields,
    ComplaintId,
    ComplaintKind,
    Severity,
    Source,
    Verdict,
)
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.i18n import msg
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.about_input import About, AboutInput
from desktop_app.ui.pages.complaints.kind_keys import KindKeys
from desktop_app.ui.pages.complaints.pasted_text import PastedText
from desktop_app.ui.pages.complaints.pictures_input import PicturesInput
from desktop_app.ui.pages.complaints.stars_input import StarsInput
from desktop_app.ui.pictures import picture_in
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_WIDE, _LINES = 600, 6
_TWO_FROM = 400
_LAST_SOURCE = "complaints.source"  # what this desk remembers


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of the form that are its own."""

    about: AboutInput
    kind: KindKeys
    text: PastedText
    pictures: PicturesInput


class EntryForm(Form):
    """Order, kind, text and pictures; the rest has its usual value and may be said too."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self.inputs = Inputs(
            AboutInput(desk), KindKeys(words), PastedText(hint=words("Paste or write it here…"), lines=_LINES),
            PicturesInput(desk),
        )
        super().__init__(desk.theme, words, _fields(desk, self.inputs), today=desk.today(), two_from=_TWO_FROM)
        self.setAcceptDrops(True)
        self.inputs.text.picture.connect(self.inputs.pictures.take)
        self.inputs.about.found.connect(lambda _: self._go_on("kind"))
        self.inputs.kind.picked.connect(lambda: self._go_on("text"))

    def begin(self, source: Source) -> None:
        """An empty complaint from where the last one came."""
        usual = {"source": source, "severity": Severity.NORMAL, "verdict": Verdict.UNCLEAR}
        self.set_value({**usual, "about": About()})

    def complaint(self, values: dict[str, Any]) -> ComplaintFields:
        """The complaint of values read from the form; who packed and carried it is known from its order."""
        about: About = values["about"]
        day = values["received_on"]
        return ComplaintFields(
            kind=values["kind"], source=values["source"], source_name=values["source_name"],
            received_at=day.isoformat() if day is not None else "", customer=about.customer, order=about.order,
            product=about.product, article=about.article, severity=values["severity"], verdict=values["verdict"],
            rating=values["rating"], subject=values["subject"], text=values["text"],
        )  # fmt: skip

    def focus_first(self) -> None:
        """What is not said yet comes first."""
        about: About = self.inputs.about.value()
        known = about.order is not None or about.customer is not None
        self.box("kind" if known and self.inputs.kind.buttons else "about").input.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped anywhere on the form."""
        if picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It goes to the pictures."""
        found = picture_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.inputs.pictures.take(found)

    def _go_on(self, key: str) -> None:
        QTimer.singleShot(0, self, self.box(key).input.setFocus)


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


def _fields(desk: Desk, inputs: Inputs) -> tuple[Field, ...]:
    words = desk.words

    def named(names: Any) -> list[tuple[Any, str]]:
        return [(value, words.say(name)) for value, name in names.items()]

    return (
        Field("about", words("Which order"), wide=True, make=lambda: inputs.about),
        Field("kind", words("What it is about"), wide=True, make=lambda: inputs.kind),
        Field("text", words("What they say"), wide=True, make=lambda: inputs.text),
        Field("pictures", words("Pictures"), wide=True, make=lambda: inputs.pictures),
        Field("source", words("Where from"), Input.CHOICE, choices=named(SOURCE_NAMES)),
        Field("rating", words("Stars of a review"), make=lambda: StarsInput(desk.theme, words)),
        Field("severity", words("How bad"), Input.CHOICE, choices=named(SEVERITY_NAMES), group=words("More"),
              folds=True),
        Field("verdict", words("Justified?"), Input.CHOICE, choices=named(VERDICT_NAMES), folds=True),
        Field("received_on", words("Received on"), Input.DATE, help=words("Empty: now."), folds=True),
        Field("source_name", words("Marketplace or network"), hint="Etsy, Instagram…", folds=True),
        Field("subject", words("Subject"), wide=True, folds=True),
    )  # fmt: skip

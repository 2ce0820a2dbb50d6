"""The form a complaint is taken with: order, kind, text and pictures first; the rest has its usual value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop_app.domain.complaints import (
    SEVERITY_NAMES,
    SOURCE_NAMES,
    VERDICT_NAMES,
    ComplaintFields,
    Severity,
    Source,
    Verdict,
)
from desktop_app.domain.errors import Invalid
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.about_input import About, AboutInput, at_about
from desktop_app.ui.pages.complaints.kind_keys import KindKeys
from desktop_app.ui.pages.complaints.pasted_text import PastedText
from desktop_app.ui.pages.complaints.pictures_input import PicturesInput
from desktop_app.ui.pages.complaints.stars_input import StarsInput
from desktop_app.ui.pictures import take_dropped, welcome_picture
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form

_LINES = 6
_TWO_FROM = 400


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
        day = values["received_at"]
        return ComplaintFields(
            kind=values["kind"], source=values["source"], source_name=values["source_name"],
            received_at=day.isoformat() if day is not None else "", customer=about.customer, order=about.order,
            product=about.product, article=about.article, severity=values["severity"], verdict=values["verdict"],
            rating=values["rating"], subject=values["subject"], text=values["text"],
        )  # fmt: skip

    def show_error(self, error: Invalid) -> bool:
        """Show an error at its field and go there."""
        return super().show_error(at_about(error))

    def focus_first(self) -> None:
        """What is not said yet comes first."""
        about: About = self.inputs.about.value()
        known = about.order is not None or about.customer is not None
        self.box("kind" if known and self.inputs.kind.buttons else "about").input.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped anywhere on the form."""
        welcome_picture(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """It goes to the pictures."""
        take_dropped(event, self.inputs.pictures.take)

    def _go_on(self, key: str) -> None:
        QTimer.singleShot(0, self, self.box(key).input.setFocus)


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
        Field("received_at", words("Received on"), Input.DATE, help=words("Empty: now."), folds=True),
        Field("source_name", words("Marketplace or network"), hint="Etsy, Instagram…", folds=True),
        Field("subject", words("Subject"), wide=True, folds=True),
    )  # fmt: skip

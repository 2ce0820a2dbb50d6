"""The form of a complaint's details: what it is about, how it is judged, where it came from, who was involved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.complaints import (
    SEVERITY_NAMES,
    SOURCE_NAMES,
    VERDICT_NAMES,
    ComplaintFields,
    ComplaintKind,
)
from desktop_app.domain.errors import Invalid
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.offered import carriers_used, suppliers_used
from desktop_app.queries.packers import packers
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.about_input import About, AboutInput, at_about
from desktop_app.ui.pages.complaints.kind_input import KindInput
from desktop_app.ui.pages.complaints.stars_input import StarsInput
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.offering_input import OfferingInput

_TWO_FROM = 360
_PLAIN = (
    "kind", "severity", "verdict", "rating", "source", "source_name", "subject", "text", "packer", "carrier",
    "supplier",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the inputs offer."""

    kinds: tuple[ComplaintKind, ...]
    packers: Sequence[str]
    carriers: Sequence[str]
    suppliers: Sequence[str]


def known_of_form(shop: Shop) -> Known:
    """Kinds, packers, carriers and suppliers of the shop."""
    people = [one.fields.person for one in packers(shop)]
    return Known(kinds(shop), people, carriers_used(shop), suppliers_used(shop))


class DetailsForm(Form):
    """`load` shows a complaint, `complaint(values)` is the one that stands in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._was = ComplaintFields()
        super().__init__(desk.theme, desk.words, _fields(desk), today=desk.today(), two_from=_TWO_FROM, parent=parent)

    def load(self, fields: ComplaintFields) -> None:
        """Show a complaint."""
        self._was = fields
        about = About(fields.order, fields.customer, fields.product, fields.article)
        day = dt.date.fromisoformat(fields.received_at[:10]) if fields.received_at else None
        self.set_value({**{key: getattr(fields, key) for key in _PLAIN}, "about": about, "received_at": day})

    def show_error(self, error: Invalid) -> bool:
        """Show an error at its field and go there."""
        return super().show_error(at_about(error))

    def offer(self, known: Known) -> None:
        """What the shop knows, to choose of."""
        self.box("kind").input.set_known(known.kinds)
        for key, texts in (("packer", known.packers), ("carrier", known.carriers), ("supplier", known.suppliers)):
            self.box(key).input.set_known(texts)
        if not self.dirty:
            self.mark_clean()

    def complaint(self, values: dict[str, Any]) -> ComplaintFields:
        """The complaint of values read from the form; what it does not show stays as it was."""
        about: About = values["about"]
        day, was = values["received_at"], self._was.received_at
        at = "" if day is None else was if was[:10] == day.isoformat() else day.isoformat()
        return replace(
            self._was, **{key: values[key] for key in _PLAIN}, order=about.order, customer=about.customer,
            product=about.product, article=about.article, received_at=at,
        )


def _fields(desk: Desk) -> tuple[Field, ...]:
    words, theme = desk.words, desk.theme

    def named(names: Any) -> list[tuple[Any, str]]:
        return [(value, words.say(name)) for value, name in names.items()]

    return (
        Field("about", words("Which order"), wide=True, make=lambda: AboutInput(desk)),
        Field("kind", words("What it is about"), make=lambda: KindInput(theme, words)),
        Field("severity", words("How bad"), Input.CHOICE, choices=named(SEVERITY_NAMES)),
        Field("verdict", words("Justified?"), Input.CHOICE, choices=named(VERDICT_NAMES)),
        Field("rating", words("Stars of a review"), make=lambda: StarsInput(theme, words)),
        Field("packer", words("Packed by"), make=OfferingInput, group=words("Who was involved")),
        Field("carrier", words("Carrier"), make=OfferingInput),
        Field("supplier", words("Supplier"), make=OfferingInput),
        Field("source", words("Where from"), Input.CHOICE, choices=named(SOURCE_NAMES), group=words("How it came")),
        Field("source_name", words("Marketplace or network"), hint="Etsy, Instagram…"),
        Field("received_at", words("Received on"), Input.DATE),
        Field("subject", words("Subject"), wide=True, group=words("What they say")),
        Field("text", words("Their words"), Input.LONG, lines=6),
    )  # fmt: skip

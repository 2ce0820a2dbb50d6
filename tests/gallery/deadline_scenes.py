"""Scenes of deadlines: complaints first on Today with inboxes to look into, a warning, the settings of both."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaint_terms import set_terms
from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintFields, Severity, Source
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.terms import Term
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids
from desktop_app.ui.pages.settings.groups import COMPLAINTS
from tests.made import TODAY
from tests.ui.around import House

_SAID = (  # kind, where from, how bad, subject, text, received
    ("damaged", Source.MARKETPLACE, Severity.HIGH, "Krūze pienāca saplīsusi", "Krūzei nolūzusi osa.", (-3, 14)),
    ("late", Source.EMAIL, Severity.NORMAL, "Where is my parcel?", "You promised it for Tuesday.", (-1, 16)),
    ("wrong", Source.PHONE, Severity.NORMAL, "Вместо белой кружки – синяя", "Просит заменить.", (-3, 11)),
    ("price", Source.MARKETPLACE, Severity.LOW, "Nice, but dear", "Delivery cost as much as the soap.", (0, 8)),
)


def today(house: House) -> QWidget:
    """What is late and due stands first, then the inboxes."""
    _fill(house)
    house.window.navigate("today")
    house.settle()
    page: Any = house.window.stage.page
    page._content.content.verticalScrollBar().setValue(0)  # it stays where the scene before it was looking
    house.window.stage.banner.dismiss()
    return house.shell


def warned(house: House) -> QWidget:
    """A sentence before a complaint gets late."""
    _fill(house)
    house.window.navigate("orders")
    house.settle()
    house.window.deadlines._told.clear()
    house.window.stage.banner.dismiss()
    house.window.deadlines.look()
    house.settle()
    return house.shell


def settings(house: House) -> QWidget:
    """The shop's hours, its deadlines and inboxes."""
    page = _settings(house)
    page.content.content.ensureWidgetVisible(page.inboxes)
    return house.shell


def hours(house: House) -> QWidget:
    """The hours in which deadlines count."""
    page = _settings(house)
    page.content.content.ensureWidgetVisible(page.forms[COMPLAINTS])
    return house.shell


def found(house: House) -> QWidget:
    """The settings that say what was typed."""
    page = _settings(house)
    page.finding.box.edit.setText("STARTTLS")
    house.settle()
    return house.shell


def terms(house: House) -> None:
    """The deadlines of a kind in their form."""
    _settings(house).deadlines.add()


def inbox(house: House) -> None:
    """An inbox in its form."""
    page = _settings(house)
    page.inboxes.edit(page.inboxes.shown[0])


def _settings(house: House) -> Any:
    _fill(house)
    house.window.navigate("settings")
    house.settle()
    page: Any = house.window.stage.page
    page.finding.clear()
    return page


def _fill(house: House) -> None:
    if not house.window.property("complained"):
        house.window.setProperty("complained", True)
        house.window.work.change(_record)
    house.settle()


def _record(shop: Shop, *, actor: str) -> Changes:
    people = list(customer_ids(shop, limit=len(_SAID)))
    for whose, (kind, source, severity, subject, text, (days, hour)) in zip(people, _SAID, strict=True):
        at = dt.datetime.combine(TODAY + dt.timedelta(days), dt.time(hour)).astimezone().isoformat()
        add_complaint(shop, ComplaintFields(
            kind=kind, source=source, customer=CustomerId(whose), severity=severity, subject=subject, text=text,
            received_at=at,
        ), actor=actor)  # fmt: skip
    return set_terms(shop, "damaged", {Severity.HIGH: Term(1, 5)}, actor=actor)

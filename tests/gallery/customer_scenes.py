"""Scenes of a customer's record: every part of it, what is asked for in windows of its own, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.people import people_of
from desktop_app.ui.pages.customers.record import CustomerRecord
from tests.ui.around import House


def part(key: str) -> Callable[[House], QWidget]:
    """A part of the record of somebody with people around them."""

    def show(house: House) -> QWidget:
        _record(house).sections.show_part(key)
        return house.shell

    return show


def addressed(house: House) -> QWidget:
    """How somebody is addressed, one form a person's own."""
    shown = _record(house)
    shown.sections.show_part("details")
    shown.form.unfold("called")
    called = shown.form.box("called").input
    called.input.set_value(f"{called.value()}!")
    called.input.edited.emit()
    _scroll_to(shown, shown.form.box("opening"))
    return house.shell


def refused(house: House) -> QWidget:
    """What cannot be kept, said at its fields; the tags with what the shop offers."""
    shown = _record(house)
    shown.form.mark_clean()
    shown.load_newer()
    house.settle()
    shown.sections.show_part("details")
    rows = shown.form.box("contacts").input
    rows.set_value(())
    rows.add()
    rows.rows[0].text.setText("two@@pasts.example")
    shown.form.box("birthday").input.year.setText("1850")
    shown.form.box("birthday").input.month.set_value(5)
    shown.save()
    shown.form.box("tags").input.edit.setFocus()
    house.settle()
    _scroll_to(shown, shown.form.box("tags"))
    return house.shell


def begun(house: House) -> QWidget:
    """Somebody new."""
    _record(house).form.mark_clean()
    _record(house).load_newer()
    house.window.stage.page.new()  # type: ignore[union-attr]
    house.settle()
    return house.shell


def person(house: House) -> None:
    """Somebody around a customer."""
    shown = _record(house)
    shown.sections.show_part("people")
    shown.people.edit(shown.people.shown[0])


def days(house: House) -> None:
    """The other days of a customer."""
    shown = _record(house)
    shown.sections.show_part("people")
    shown.days.edit()


def consent(house: House) -> None:
    """A consent that is given."""
    shown = _record(house)
    shown.sections.show_part("notes")
    shown.consents.add()


def tags(house: House) -> QWidget:
    """The shop's tags and interests, on the Settings page."""
    house.window.navigate("settings")
    house.settle()
    page: Any = house.window.stage.page
    page.content.content.ensureWidgetVisible(page.words_cards[1])
    return house.shell


def _record(house: House) -> CustomerRecord:
    """The record of a customer with two people around them."""
    found: list[CustomerId] = []
    house.window.work.ask(_with_people, house.window.desk.words.language, then=found.append)
    house.window.navigate("customers")
    house.settle()
    page: Any = house.window.stage.page
    if page.record.form is not None:
        page.record.form.mark_clean()
    house.window.navigate("customers", customer=int(found[0]))
    house.settle()
    shown = page.record
    assert isinstance(shown, CustomerRecord)
    return shown


def _with_people(shop: Shop, language: Language) -> CustomerId:
    """Somebody who buys, best in the language of the screen, with a household greeted on one card."""

    def fits(one: CustomerId) -> tuple[bool, bool, int]:
        found = customer(shop, one)
        together = sum(who.fields.together for who in people_of(shop, one).relatives)
        buys = found.orders > 0 and not found.fields.deceased
        return buys, found.fields.language is language, together

    known = [CustomerId(one) for one in sorted(customer_ids(shop))[:40]]
    return max((one for one in known if len(people_of(shop, one).relatives) > 1), key=fits)


def _scroll_to(shown: CustomerRecord, widget: QWidget) -> None:
    for area in shown.findChildren(QScrollArea):
        area.ensureWidgetVisible(widget, 0, 40)

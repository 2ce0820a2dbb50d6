"""Scenes of Today’s people: missed, today, coming, of a household, warned, printed and done; a message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.actions.congratulations import mark
from desktop_app.actions.customers import add_customer
from desktop_app.actions.people import add_relative, keep_days
from desktop_app.actions.prints import log_print
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind, DayState, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.print_run import Placements, RecordKey
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer, customer_by_email
from desktop_app.ui.pages.today.message_dialog import open_message
from desktop_app.ui.widgets.task_row import TaskRow
from tests.made import TODAY, printed_people
from tests.ui.around import House


def days(house: House) -> QWidget:
    """The card of people to congratulate: of a household, warned, printed, a name day, an anniversary of two."""
    page = _page(house, _people)
    page._show_all_days()
    house.settle()
    _scroll_to(page, "Grace Clayley")
    return house.shell


def done(house: House) -> QWidget:
    """Cards that just went out, all days shown, and what was done."""
    page = _page(house, _congratulated)
    cards = [row.keys for row in page._now.day.birthdays[:2]]
    out = Placements()
    for keys in cards:
        out.record(RecordKey(None, keys[0].customer, "", relative=keys[0].relative))
        out.card(Kind.BIRTHDAY)
    page._offer(cards, out)
    page._show_all_days()
    house.settle()
    _scroll_to(page, "Marta Vanaga")
    return house.shell


def message(house: House) -> None:
    """A prepared greeting for somebody around a customer."""
    page = _page(house, _people)
    row = next(row for row in page._now.people if not row.own)
    open_message(house.window.desk, page, row, open_url=lambda _: True)
    house.settle()


def _scroll_to(page: Any, name: str) -> None:
    QApplication.sendPostedEvents()  # the rows are new: they have no place yet
    area = page._content.content
    area.widget().layout().activate()
    QApplication.sendPostedEvents()
    row = next(row for row in page.findChildren(TaskRow) if row.title.text() == name)
    area.ensureWidgetVisible(row, 0, area.viewport().height() // 2)


def _page(house: House, fill: Callable[[Shop, str], Changes]) -> Any:
    known: list[Any] = []
    house.window.work.ask(lambda shop: customer_by_email(shop, _MARKS[fill]), then=known.append)
    house.settle()
    if known == [None]:  # the scene may be shown a second time in one shop
        house.window.work.change(lambda shop, *, actor: fill(shop, actor))
        house.settle()
    house.window.navigate("today")
    house.settle()
    return house.window.stage.page


def _on(offset: int, year: int | None = None) -> Birthday:
    day = TODAY + dt.timedelta(days=offset)
    return Birthday(day.month, day.day, year)


def _people(shop: Shop, actor: str) -> Changes:
    """Somebody for each state."""
    ilze = _add(
        shop,
        actor,
        given="Ilze",
        family="Ķēniņa-Žagariņa",
        birthday=_on(-2, 1985),
        email="ilze@pasts.example",
        phone="29 123 456",
        language=Language.LV,
    )
    birthday = SpecialDay(DayKind.BIRTHDAY, _on(-1, 2019))
    for name in ("Toms", "Līga"):
        made = RelativeFields(Relation.CHILD, given=name, together=True, days=(birthday,))
        add_relative(shop, ilze, made, actor=actor)
    anna = _add(shop, actor, given="Анна", family="Ёлкина", language=Language.RU, phone="+371 20 000 000")
    keep_days(shop, anna, customer(shop, anna).version, [SpecialDay(DayKind.ANNIVERSARY, _on(0, 2016))], actor=actor)
    spouse = RelativeFields(Relation.SPOUSE, given="Пётр", together=True)
    add_relative(shop, anna, spouse, actor=actor)
    warned = _add(shop, actor, given="Grace", family="Clayley", birthday=_on(0, 1990))
    before = DayKey(warned, None, DayKind.BIRTHDAY, "", TODAY - dt.timedelta(days=40))
    mark(shop, [before], DayState.DONE, how="card", actor="Inese")
    printed = _add(shop, actor, given="Zelma", family="Ozola", birthday=_on(1))
    log_print(shop, printed_people(Kind.BIRTHDAY, [printed]), kind=Kind.BIRTHDAY, actor=actor)
    _add(shop, actor, given="Andis", family="Liepa", language=Language.LV)  # his name day is tomorrow
    return log_print(shop, printed_people(Kind.VOUCHER, [printed]), kind=Kind.VOUCHER, actor=actor)


def _congratulated(shop: Shop, actor: str) -> Changes:
    first = _add(shop, actor, given="Marta", family="Vanaga", birthday=_on(0, 1979), email="marta@pasts.example")
    second = _add(shop, actor, given="Иван", family="Щукин", birthday=_on(2))
    _add(shop, actor, given="Ivo", family="Kalns", birthday=Birthday(TODAY.month))
    mark(shop, [DayKey(first, None, DayKind.BIRTHDAY, "", TODAY)], DayState.DONE, how="card", actor=actor)
    later = TODAY + dt.timedelta(days=2)
    return mark(shop, [DayKey(second, None, DayKind.BIRTHDAY, "", later)], DayState.NOT_THIS_YEAR, actor=actor)


def _add(shop: Shop, actor: str, **fields: Any) -> CustomerId:
    return add_customer(shop, CustomerFields(**fields), actor=actor)[0]


_MARKS = {_people: "ilze@pasts.example", _congratulated: "marta@pasts.example"}  # who is there once it was filled

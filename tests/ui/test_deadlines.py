"""The clock of complaints while a window is open: told before one gets late, once; pages look again by themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.settings import set_settings
from desktop_app.domain.changes import Topic
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.store.connect import open_shop
from desktop_app.store.shop import Shop
from desktop_app.ui.window import Window
from tests.made import BY, TODAY
from tests.ui.around import House

LATE, DUE = "The mug came broken", "Where is my scarf?"


class Wall:
    """The clock of the shop, set by the test."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 20, 12)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    """The shop's clock, at noon of its Friday."""
    wall = Wall()
    monkeypatch.setattr(Shop, "now", lambda shop: wall.now.astimezone())
    return wall


def said(shop: Shop, text: str, received: str) -> int:
    fields = ComplaintFields(kind="damaged", text=text, received_at=f"2026-11-{received}")
    return add_complaint(shop, fields, actor=BY)[0]


@pytest.fixture
def window(house: House, wall: Wall) -> Window:
    """A window on a shop with one complaint long late and one to be answered by 15:00."""
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor=BY)
    said(shop, LATE, "16T10:00")
    said(shop, DUE, "20T11:00")
    shop.close()
    return house.open()


def look(window: Window, house: House) -> str:
    """What the banner says after the watch has looked at the clock."""
    window.deadlines.look()
    house.settle()
    return window.stage.banner.text


def test_the_sidebar_counts_what_waits_for_the_shop(window: Window, house: House) -> None:
    assert window.shell.sidebar.button("complaints").accessibleName() == "Complaints, 2"
    assert window.shell.sidebar.button("today").count == 2
    window.work.change(set_state, [1], State.SOLVED)
    house.settle()
    assert window.shell.sidebar.button("complaints").accessibleName() == "Complaints, 1"


def test_it_is_told_once_before_one_gets_late(window: Window, house: House, wall: Wall) -> None:
    assert look(window, house) == ""
    wall.now = wall.now.replace(hour=13, minute=5)
    assert look(window, house) == f"To be answered by today 15:00: {DUE}"
    window.stage.banner.dismiss()
    assert look(window, house) == ""


def test_it_leads_to_the_complaint(window: Window, house: House, wall: Wall) -> None:
    wall.now = wall.now.replace(hour=13, minute=5)
    look(window, house)
    window.stage.banner._button.click()
    house.settle()
    assert window.stage.name == "complaints"


def test_what_stands_in_the_banner_is_read_first(window: Window, house: House, wall: Wall) -> None:
    wall.now = wall.now.replace(hour=13, minute=5)
    window.stage.banner.say("The printer is out of paper.")
    assert look(window, house) == "The printer is out of paper."
    window.stage.banner.dismiss()
    assert look(window, house).startswith("To be answered by")


def test_several_at_once_are_told_in_one_sentence(window: Window, house: House, wall: Wall) -> None:
    window.work.change(lambda shop, actor: said(shop, "Too dear", "20T11:10") and None)
    house.settle()
    wall.now = wall.now.replace(hour=14)
    assert look(window, house) == "2 complaints are late soon."


def test_a_deadline_that_is_over_is_no_news(window: Window, house: House, wall: Wall) -> None:
    wall.now = wall.now.replace(hour=15, minute=1)
    assert look(window, house) == ""


def test_pages_look_again_when_one_became_late_by_time_alone(window: Window, house: House, wall: Wall) -> None:
    assert "1 of them from before" in window.stage.page.header.line
    wall.now = wall.now.replace(hour=15, minute=1)
    look(window, house)
    assert "2 of them from before" in window.stage.page.header.line
    assert window.deadlines.timer.isActive()


def test_a_window_left_open_over_night_shows_the_new_day(window: Window, house: House, wall: Wall) -> None:
    window.navigate("orders")
    house.settle()
    asked: list[object] = []
    window.bus.changed.connect(lambda changes, _: asked.append(changes.topics))
    wall.now = dt.datetime(2026, 11, 21, 0, 1)
    look(window, house)
    assert asked == [frozenset(Topic)]


def test_nothing_is_asked_any_more_once_the_window_is_closed(window: Window, house: House) -> None:
    house.close()
    assert not window.deadlines.timer.isActive()


def test_what_is_near_when_the_window_opens_stands_on_today_and_is_not_told_besides(house: House, wall: Wall) -> None:
    shop = open_shop(house.location, today=lambda: TODAY)
    set_settings(shop, {SHOP_NAME: "Mazais veikals"}, actor=BY)
    said(shop, DUE, "20T11:00")
    shop.close()
    wall.now = wall.now.replace(hour=14)
    window = house.open()
    assert window.stage.banner.text == ""
    assert look(window, house) == ""

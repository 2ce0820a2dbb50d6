"""Two desks on one server: what the one does the other shows by itself, a restore too, and no words are lost by it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.actions.customers import add_customer, edit_customer, remove_customers
from desktop_app.domain.changes import Topic
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.i18n import msg
from desktop_app.queries.customers import customer
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.restore import restore
from desktop_app.store.snapshots import backup
from desktop_app.store.tables import CustomerTable
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.theme.theme import Theme
from tests.conftest import Server
from tests.made import TODAY
from tests.ui.around import House
from tests.ui.pages.around import type_text


@pytest.fixture
def other(server: Server) -> Iterator[Shop]:
    """Another desk's shop, with one customer."""
    opened = open_shop(server.ready(), today=lambda: TODAY)
    add_customer(opened, CustomerFields(given="Anna"), actor="Boriss")
    yield opened
    opened.close()


@pytest.fixture
def house(qtbot: Any, theme: Theme, other: Shop) -> Iterator[House]:
    """This desk."""
    made = House(qtbot, theme, other.location)
    yield made
    made.close()


def customers(house: House) -> CustomersPage:
    window = house.open()
    window.navigate("customers")
    house.settle()
    page = window.stage.page
    assert isinstance(page, CustomersPage)
    return page


def test_a_desk_hears_of_another_one_s_change_at_once(house: House, other: Shop, qtbot: Any) -> None:
    page = customers(house)
    qtbot.waitUntil(lambda: house.window.others.listening)
    house.window.others._timer.stop()  # nobody asks by the clock
    begun = time.perf_counter()
    with qtbot.waitSignal(house.window.bus.changed, timeout=2_000) as heard:
        add_customer(other, CustomerFields(given="Zoe"), actor="Boriss")
    assert Topic.CUSTOMERS in heard.args[0].topics
    assert time.perf_counter() - begun < 1
    house.settle()
    assert names(page) == ["Anna", "Zoe"]


def test_a_listener_that_was_cut_off_is_replaced_by_the_clock(house: House, other: Shop, qtbot: Any) -> None:
    customers(house)
    qtbot.waitUntil(lambda: house.window.others.listening)
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cordial listens'"
    other.sql(ended + " AND datname = current_database()")
    qtbot.waitUntil(lambda: not house.window.others.listening)
    assert house.window.others._timer.interval() == 3_000
    house.window.others.look()  # as the clock does; the server answers, so it is listened to again
    qtbot.waitUntil(lambda: house.window.others.listening)


def look(house: House) -> None:
    """As the clock does every few seconds."""
    house.window.others.look()
    house.settle()
    house.settle()


def names(page: CustomersPage) -> list[str]:
    return [page.model.row(place).name for place in range(page.model.rowCount())]  # type: ignore[union-attr]


def test_what_another_desk_did_is_shown_without_being_asked_for(house: House, other: Shop) -> None:
    page = customers(house)
    assert house.window.others._timer.isActive()
    add_customer(other, CustomerFields(given="Zoe"), actor="Boriss")
    look(house)
    assert names(page) == ["Anna", "Zoe"]
    assert house.window.stage.banner.text == ""


def test_what_this_desk_did_is_not_announced_to_it_again(house: House, other: Shop) -> None:
    page = customers(house)
    heard: list[object] = []
    house.window.work.change(add_customer, CustomerFields(given="Zoe"))
    house.settle()
    house.window.bus.changed.connect(lambda changes, _: heard.append(changes))
    look(house)
    look(house)
    assert (heard, names(page)) == ([], ["Anna", "Zoe"])


def test_a_change_that_came_out_late_is_shown_too(house: House, other: Shop) -> None:
    """An import takes its number when it begins; others may be through before it is."""
    page = customers(house)
    heard: list[int] = []
    slow = open_shop(other.location)
    with slow.change(msg("Slow"), actor="Zane", topics=[Topic.CUSTOMERS]) as running:
        running.insert(CustomerTable, {"given": "Slow"})
        add_customer(other, CustomerFields(given="Zoe"), actor="Boriss")
        look(house)
        assert names(page) == ["Anna", "Zoe"]
        house.window.bus.changed.connect(lambda changes, _: heard.append(changes.id))
    slow.close()
    look(house)
    assert heard == [running.id]
    assert page.model.rowCount() == 3


def test_after_a_long_time_out_of_sight_everything_is_asked_again(house: House, other: Shop) -> None:
    page = customers(house)
    house.shell.hide()
    add_customer(other, CustomerFields(given="Zoe"), actor="Boriss")
    for number in range(100):
        with other.change(msg("Renew"), actor="Boriss", topics=[]) as change:
            change.update(CustomerTable, 1, version=None, values={"note": str(number)})
    look(house)
    assert names(page) == ["Anna"]  # nobody looks
    house.shell.show()
    look(house)
    assert names(page) == ["Anna", "Zoe"]


def test_words_typed_into_a_record_stay_when_another_desk_changed_or_removed_it(house: House, other: Shop) -> None:
    page = customers(house)
    page.show_record(1)
    house.settle()
    assert page.record.form is not None
    type_text(page.record.form.box("family").input, "Kalniņa")
    known = customer(other, CustomerId(1))
    edit_customer(other, CustomerId(1), known.version, CustomerFields(given="Anna", note="regular"), actor="Boriss")
    look(house)
    house.settle()
    assert page.record.banner.text == "Boriss changed this meanwhile. What you typed is not saved yet."
    assert page.record.form.value()["family"] == "Kalniņa"
    remove_customers(other, [CustomerId(1)], actor="Boriss")
    look(house)
    assert page.beside.is_open
    assert page.record.banner.text == "This record was removed meanwhile. What you typed is not saved."
    assert page.record.form.value()["family"] == "Kalniņa"


def test_a_restore_at_another_desk_is_said_and_the_shop_shown_as_it_is_now(house: House, other: Shop) -> None:
    kept = backup(other)
    add_customer(other, CustomerFields(given="Zoe"), actor="Boriss")
    page = customers(house)
    assert names(page) == ["Anna", "Zoe"]
    restore(other.location, kept.file)
    look(house)
    assert names(page) == ["Anna"]
    assert house.window.stage.banner.text == "A backup was restored at another desk. This is the shop as it is now."


def test_a_server_that_is_away_is_not_complained_about_by_the_clock(house: House, other: Shop, server: Server) -> None:
    customers(house)
    other.close()
    server.drop(other.location)
    look(house)
    assert house.window.stage.banner.text == ""
    assert house.window.others._timer.interval() > 3_000

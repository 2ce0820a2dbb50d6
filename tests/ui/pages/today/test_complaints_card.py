"""Complaints on the Today page: what is late or due comes first, and inboxes are looked into."""

import datetime as dt

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.inboxes import add_inbox
from desktop_app.domain.changes import Topic
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Severity, Source, State
from desktop_app.domain.inboxes import InboxFields
from desktop_app.queries.inboxes import inboxes
from desktop_app.store.shop import Shop
from desktop_app.ui.pages.today.page import TodayPage
from desktop_app.ui.widgets.card import Card
from tests.made import BY, bought, person
from tests.ui.pages.around import Around, button, press, texts

NOON = dt.datetime(2026, 11, 20, 12)


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    """The clock of the shop stands at noon of its Friday."""
    monkeypatch.setattr(Shop, "now", lambda shop: NOON.astimezone())


def said(shop, text, received, **fields) -> ComplaintId:
    made = {"kind": "damaged", "text": text, "received_at": f"2026-11-{received}", **fields}
    return add_complaint(shop, ComplaintFields(**made), actor=BY)[0]


def fill(shop):
    anna = person(shop, "Anna", "Kalniņa")
    order = bought(shop, anna, "Ceramic mug", number="10421", paid=True)
    said(shop, "The mug came broken", "17T10:00", order=order)
    said(shop, "Where is my scarf?", "20T11:00", kind="late", source=Source.PHONE)
    said(shop, "Too dear", "20T11:30", kind="price", severity=Severity.LOW)
    waiting = said(shop, "Wrong colour", "17T10:00", kind="size")
    set_state(shop, [waiting], State.WAITING, actor=BY)
    add_inbox(shop, InboxFields("Etsy messages", Source.MARKETPLACE, "https://etsy.example/inbox", 9), actor=BY)


@pytest.fixture
def filled():
    return fill


EMPTY = pytest.mark.parametrize("filled", [lambda shop: None])


def opened(around: Around) -> TodayPage:
    page = TodayPage(around.desk)
    around.show(page)
    return page


def titles(page: TodayPage) -> list[str]:
    return [title for card in page.findChildren(Card) if (title := texts(card)[0]) != "To congratulate"]


def card(page: TodayPage) -> Card:
    found = [one for one in page.findChildren(Card) if texts(one)[0] == "Complaints"]
    return found[-1]  # one that was replaced may wait for its end


def test_what_is_late_or_due_stands_before_the_promises_on_both_engines(around_both):
    page = opened(around_both)
    assert titles(page)[:2] == ["Complaints", "Promised"]
    found = texts(card(page))
    assert found[:2] == ["Complaints", "2 of 4 need you"]
    assert found[2:5] == [
        "Anna Kalniņa · The mug came broken",
        "to be answered · Damaged · E-mail · № 10421 · Ceramic mug",
        "3 days late",
    ]
    assert found[5:8] == ["Where is my scarf?", "to be answered · Came late · Phone", "today 15:00"]
    assert found[-1] == "2 more are open, in good time"
    assert "3 things want you today, 1 of them from before" in page.header.line


def test_a_complaint_opens_from_its_row_and_its_button(around):
    page = opened(around)
    press(card(page), "Open")
    assert around.went == [("complaints", {"complaint": 1})]


def test_somebody_looked_into_an_inbox_and_it_leaves_the_day(around):
    page = opened(around)
    assert "Inbox: Etsy messages" in texts(card(page))
    assert "nobody looked there yet" in texts(card(page))
    press(card(page), "I looked")
    around.settle()
    assert "Inbox: Etsy messages" not in texts(card(page))
    assert around.done[-1][1] == "Looked into inbox Etsy messages"
    [kept] = around.ask(inboxes)
    assert kept.checked_by == "Ilze"


def test_an_inbox_opens_at_its_address(around):
    urls: list[QUrl] = []
    page = TodayPage(around.desk, open_url=lambda url: not urls.append(url))
    around.show(page)
    named = "Open: Inbox: Etsy messages"
    next(one for one in card(page).findChildren(QAbstractButton) if one.accessibleName() == named).click()
    assert [url.toString() for url in urls] == ["https://etsy.example/inbox"]


def test_who_looked_last_is_told_once_it_is_due_again(around, monkeypatch):
    page = opened(around)
    press(card(page), "I looked")
    around.settle()
    monkeypatch.setattr(Shop, "now", lambda shop: dt.datetime(2026, 11, 23, 12, 30).astimezone())
    page.refresh()
    around.settle()
    assert "last looked at today 12:00, Ilze" in texts(card(page))


def test_as_the_clock_moves_on_what_was_in_time_is_due(around, monkeypatch):
    page = opened(around)
    monkeypatch.setattr(Shop, "now", lambda shop: dt.datetime(2026, 11, 20, 15, 30).astimezone())
    around.bus.pass_time(frozenset({Topic.COMPLAINTS}))
    around.settle()
    assert texts(card(page))[5:8] == ["Where is my scarf?", "to be answered · Came late · Phone", "just late"]


@pytest.mark.parametrize("filled", [lambda shop: said(shop, "Too dear", "20T11:30", severity=Severity.LOW)])
def test_where_nothing_presses_promises_come_first(around):
    page = opened(around)
    assert titles(page)[:2] == ["Promised", "Complaints"]
    assert texts(card(page))[1:] == ["1 more is open, in good time"]


@EMPTY
def test_without_complaints_and_inboxes_there_is_no_card(around):
    around.change(lambda shop, actor: bought(shop, number="1") and None)
    page = opened(around)
    assert "Complaints" not in titles(page)


def test_more_than_are_shown_are_one_press_away(around, monkeypatch):
    monkeypatch.setattr("desktop_app.queries.complaints_due.SHOWN", 1)
    page = opened(around)
    button(card(page), "1 more needs you").click()
    assert around.went == [("complaints", {"chip": "due"})]

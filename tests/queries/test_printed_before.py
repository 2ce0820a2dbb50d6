"""What the print log tells of cards that are to be printed once more."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.prints import log_print
from desktop_app.domain.printed_before import LastPrint
from desktop_app.domain.printing import Kind
from desktop_app.queries import Shop
from desktop_app.queries.printed_before import printed_before
from tests.made import BY, TODAY, bought, person, printed_papers, printed_people


def test_an_orders_papers_are_known_one_by_one(shop: Shop) -> None:
    first, second = bought(shop, person(shop, "Anna")), bought(shop)
    log_print(shop, printed_papers([(first, Kind.THANK_YOU)]), kind=Kind.THANK_YOU, by="Maija", actor=BY)
    before = printed_before(shop, orders=[first, second])
    assert before.orders == {(first, Kind.THANK_YOU, ""): LastPrint(TODAY, "Maija")}
    assert not before.people
    undo(shop, actor=BY)
    assert not printed_before(shop, orders=[first]).orders


def test_a_persons_last_card_is_told_with_who_packed(shop: Shop) -> None:
    anna, berta = person(shop, "Anna"), person(shop, "Berta")
    log_print(shop, printed_people(Kind.BIRTHDAY, [anna]), kind=Kind.BIRTHDAY, by="Maija", actor=BY)
    log_print(shop, printed_people(Kind.BIRTHDAY, [anna]), kind=Kind.BIRTHDAY, by="Zane", actor=BY)
    whose = (anna, None, Kind.BIRTHDAY, "")
    assert printed_before(shop, customers=[anna, berta]).people == {whose: LastPrint(TODAY, "Zane")}
    undo(shop, actor=BY)
    assert printed_before(shop, customers=[anna]).people[whose].by == "Maija"


def test_labels_are_printed_as_often_as_they_are_needed(shop: Shop) -> None:
    anna = person(shop, "Anna")
    log_print(shop, printed_people(Kind.ADDRESS, [anna]), kind=Kind.ADDRESS, actor=BY)
    assert not printed_before(shop, customers=[anna]).people


@pytest.mark.parametrize(("days", "told"), [(250, True), (340, False)])
def test_a_card_of_last_years_birthday_is_none_of_this_year(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, days: int, told: bool
) -> None:
    anna = person(shop, "Anna")
    log_print(shop, printed_people(Kind.BIRTHDAY, [anna]), kind=Kind.BIRTHDAY, actor=BY)
    monkeypatch.setattr(shop, "today", lambda: TODAY + dt.timedelta(days=days))
    assert bool(printed_before(shop, customers=[anna]).people) is told

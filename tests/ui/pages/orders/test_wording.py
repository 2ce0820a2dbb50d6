import datetime as dt

import pytest

from desktop_app.domain.money import Money
from desktop_app.domain.orders import MOVES, Status
from desktop_app.domain.promise import Standing
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.orders.wording import MARK, money_text, number_text, order_tag, order_title, promise_text
from desktop_app.ui.theme.tokens import Tone

TODAY = dt.date(2026, 11, 21)
EN = Words()


@pytest.mark.parametrize(("number", "said"), [("10421", "№ 10421"), ("#1001", "#1001"), ("EU-7", "EU-7")])
def test_a_number_keeps_its_own_sign(number, said):
    assert number_text(EN, number) == said


def test_latvian_has_its_own_sign_for_a_number():
    assert order_title(Words(Language.LV), "10421", "Ķēniņa Agnese") == "Nr. 10421 · Ķēniņa Agnese"


def test_an_order_without_a_customer_is_named_by_its_number():
    assert order_title(EN, "10421", "Ķēniņa Agnese") == "№ 10421 · Ķēniņa Agnese"
    assert order_title(EN, "10421", "") == "№ 10421"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2026, 11, 19), "promised Thu 19 Nov"),
        (dt.date(2026, 11, 21), "promised today"),
        (dt.date(2026, 11, 22), "promised tomorrow"),
        (dt.date(2026, 11, 25), "promised Wed 25 Nov"),
        (None, ""),
    ],
)
def test_the_promise_is_said_with_its_day(day, said):
    assert promise_text(EN, day, TODAY) == said


def test_the_tag_says_how_an_order_stands_before_its_status():
    assert order_tag(EN, Status.PAID, Standing.LATE, 2) == ("2 working days late", Tone.BAD)
    assert order_tag(EN, Status.PAID, Standing.LATE, 1) == ("1 working day late", Tone.BAD)
    assert order_tag(EN, Status.NEW, Standing.DUE, 0) == ("Due today", Tone.WARN)
    assert order_tag(EN, Status.NEW, Standing.AT_RISK, 0) == ("At risk", Tone.WARN)
    assert order_tag(EN, Status.PACKED, Standing.ON_TIME, 0) == ("Packed", Tone.GOOD)


def test_every_allowed_move_has_a_button_text():
    assert {move for moves in MOVES.values() for move in moves} <= set(MARK)


def test_money_is_written_as_the_desk_writes_it():
    assert money_text(EN, Money(123450, "EUR")) == "€1,234.50"
    assert money_text(Words(Language.LV), Money(1250, "EUR")) == "12,50 €".replace(" ", "\xa0")
    assert money_text(EN, Money(500, "")) == "5.00"
    assert money_text(EN, None) == ""

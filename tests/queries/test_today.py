import datetime as dt

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.inboxes import add_inbox
from desktop_app.actions.orders import set_status
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.inboxes import InboxFields
from desktop_app.domain.orders import Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.settings import BIRTHDAY_LEAD, LEAP_RULE, SHOP_NAME
from desktop_app.queries import days
from desktop_app.queries.today import today
from desktop_app.store.connect import open_shop
from tests.made import BY, TODAY, bought, person


def day(offset):
    return TODAY + dt.timedelta(days=offset)


def test_an_empty_shop_has_a_quiet_day(shop):
    found = today(shop)
    assert (found.date, found.to_pack, found.birthdays, found.counts.to_pack) == (TODAY, (), (), 0)


def test_orders_against_their_promise(shop):
    late, due, risk, calm = (bought(shop, ship_by=day(n), paid=False) for n in (-2, 0, 3, 6))
    bought(shop, ship_by=day(3), paid=True)
    done = bought(shop, ship_by=day(-5))
    set_status(shop, [done], Status.PACKED, actor=BY)
    found = today(shop)
    assert [row.id for row in found.late] == [late]
    assert [row.id for row in found.due] == [due]
    assert [row.id for row in found.at_risk] == [risk]
    assert [row.id for row in found.to_pack][:2] == [late, due]
    assert calm in [row.id for row in found.to_pack]
    assert (found.counts.late, found.counts.due, found.counts.at_risk, found.counts.to_pack) == (1, 1, 1, 5)


def test_birthdays_coming_today_and_missed(shop):
    for name, offset in (("Soon", 7), ("Now", 0), ("Yesterday", -1), ("Longer", -7), ("Too late", -8), ("Too soon", 8)):
        person(shop, name, birthday=Birthday(day(offset).month, day(offset).day, 1990))
    person(shop, "Silent", birthday=Birthday(11, 20), congratulate=False)
    found = today(shop)
    assert [(row.name, row.days_until, row.years) for row in found.birthdays] == [("Now", 0, 36), ("Soon", 7, 36)]
    assert [(row.name, row.days_until) for row in found.missed] == [("Yesterday", -1), ("Longer", -7)]
    assert (found.counts.birthdays, found.counts.missed) == (2, 2)


def test_regulars_come_first_on_a_day(shop):
    person(shop, "Once", birthday=Birthday(11, 20))
    often = person(shop, "Often", birthday=Birthday(11, 20))
    for _ in range(3):
        bought(shop, often)
    assert [(row.name, row.regular) for row in today(shop).birthdays] == [("Often", True), ("Once", False)]


@pytest.mark.parametrize(
    ("now", "rule", "until"),
    [("2027-02-27", "feb-28", 1), ("2027-02-27", "mar-1", 2), ("2028-02-27", "feb-28", 2), ("2028-02-27", "mar-1", 2)],
)
def test_the_29th_of_february(shop_location, now, rule, until):
    shop = open_shop(shop_location, today=lambda: dt.date.fromisoformat(now))
    set_settings(shop, {LEAP_RULE: rule}, actor=BY)
    person(shop, "Leap", birthday=Birthday(2, 29, 2000))
    assert [row.days_until for row in today(shop).birthdays] == [until]
    shop.close()


def test_the_year_turns(shop_location):
    shop = open_shop(shop_location, today=lambda: dt.date(2026, 12, 30))
    set_settings(shop, {BIRTHDAY_LEAD: 60}, actor=BY)
    person(shop, "New year", birthday=Birthday(1, 2, 2000))
    person(shop, "Old year", birthday=Birthday(12, 28))
    found = today(shop)
    assert [(row.days_until, row.years, row.kept_on.year) for row in found.birthdays] == [(3, 27, 2027)]
    assert [row.days_until for row in found.missed] == [-2]
    shop.close()


def test_long_lists_are_cut_and_counted(shop, monkeypatch):
    monkeypatch.setattr(days, "SHOWN", 2)
    for n in range(4):
        bought(shop, ship_by=day(-1))
        bought(shop, ship_by=day(0))
        person(shop, f"P{n}", birthday=Birthday(11, 20))
        person(shop, f"Q{n}", birthday=Birthday(11, 21))
    found = today(shop, promises_shown=2, queue_shown=3)
    assert [len(part) for part in (found.late, found.due, found.to_pack, found.birthdays)] == [2, 2, 3, 2]
    assert (found.counts.late, found.counts.due, found.counts.to_pack, found.counts.birthdays) == (4, 4, 8, 8)
    assert {row.days_until for row in found.birthdays} == {0}


def test_the_number_of_statements_does_not_grow(shop, counting):
    set_settings(shop, {SHOP_NAME: "Ozols"}, actor=BY)
    for n in range(12):
        anna = person(shop, f"P{n}", birthday=Birthday(11, 19 + n % 4))
        bought(shop, anna, "Cup", "Tea", ship_by=day(n % 5 - 2), paid=False)
        late = ComplaintFields(kind="late", text="Where is it?", customer=anna, received_at="2026-11-02T10:00")
        add_complaint(shop, late, actor=BY)
        add_inbox(shop, InboxFields(f"Inbox {n}"), actor=BY)
    found = today(counting)
    assert found.shop_name == "Ozols"
    assert counting.asked <= 17

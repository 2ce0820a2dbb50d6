import datetime as dt

from desktop_app.actions.prints import log_print
from desktop_app.actions.settings import set_settings
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import BIRTHDAY_LEAD
from desktop_app.queries.congratulating import birthday_customers, unprinted_birthdays
from tests.made import BY, TODAY, person, printed_people


def test_birthdays_come_in_the_order_of_their_days(shop):
    late, soon = person(shop, "Anna", birthday=Birthday(11, 24)), person(shop, "Zane", birthday=Birthday(11, 21, 1990))
    person(shop, "Eva", birthday=Birthday(11, 21), congratulate=False)
    person(shop, "Ilze", birthday=Birthday(11))
    assert birthday_customers(shop, TODAY, TODAY + dt.timedelta(days=5)) == [soon, late]
    assert birthday_customers(shop, dt.date(2026, 11, 24), dt.date(2026, 11, 24)) == [late]


def test_the_end_of_february_and_of_the_year(shop):
    leap, new_year = person(shop, "Anna", birthday=Birthday(2, 29)), person(shop, "Zane", birthday=Birthday(1, 1))
    assert birthday_customers(shop, dt.date(2027, 2, 28), dt.date(2027, 2, 28)) == [leap]
    assert birthday_customers(shop, dt.date(2026, 12, 30), dt.date(2027, 1, 2)) == [new_year]


def test_who_has_a_card_already_needs_no_other_this_year(shop):
    set_settings(shop, {BIRTHDAY_LEAD: 3}, actor=BY)
    anna, zane = person(shop, "Anna", birthday=Birthday(11, 21)), person(shop, "Zane", birthday=Birthday(11, 23))
    person(shop, "Eva", birthday=Birthday(11, 24))  # after the lead time
    assert unprinted_birthdays(shop) == [anna, zane]
    log_print(shop, printed_people(Kind.BIRTHDAY, [anna]), kind=Kind.BIRTHDAY, actor=BY)
    log_print(shop, printed_people(Kind.VOUCHER, [zane]), kind=Kind.VOUCHER, actor=BY)
    assert unprinted_birthdays(shop) == [zane]

import datetime as dt

from desktop_app.actions.prints import log_print
from desktop_app.actions.settings import set_settings
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import BIRTHDAY_LEAD
from desktop_app.queries.congratulating import birthday_cards, unprinted_birthdays
from tests.made import BY, person, printed_people


def whose(cards):
    return [[(key.customer, key.relative) for key in card] for card in cards]


def test_a_day_has_the_birthdays_kept_on_it(shop):
    late, soon = person(shop, "Anna", birthday=Birthday(11, 24)), person(shop, "Zane", birthday=Birthday(11, 21, 1990))
    person(shop, "Eva", birthday=Birthday(11, 21), congratulate=False)
    person(shop, "Berta", birthday=Birthday(11, 21), deceased=True)
    month = person(shop, "Ilze", birthday=Birthday(11))
    assert whose(birthday_cards(shop, dt.date(2026, 11, 21))) == [[(soon, None)]]
    assert whose(birthday_cards(shop, dt.date(2026, 11, 24))) == [[(late, None)]]
    assert whose(birthday_cards(shop, dt.date(2026, 11, 1))) == [[(month, None)]]


def test_the_end_of_february_and_of_the_year(shop):
    leap, new_year = person(shop, "Anna", birthday=Birthday(2, 29)), person(shop, "Zane", birthday=Birthday(1, 1))
    assert whose(birthday_cards(shop, dt.date(2027, 2, 28))) == [[(leap, None)]]
    assert whose(birthday_cards(shop, dt.date(2028, 2, 28))) == []
    assert whose(birthday_cards(shop, dt.date(2027, 1, 1))) == [[(new_year, None)]]


def test_who_has_a_card_already_needs_no_other_this_year(shop):
    set_settings(shop, {BIRTHDAY_LEAD: 3}, actor=BY)
    anna, zane = person(shop, "Anna", birthday=Birthday(11, 21)), person(shop, "Zane", birthday=Birthday(11, 23))
    person(shop, "Eva", birthday=Birthday(11, 24))  # after the lead time
    assert whose(unprinted_birthdays(shop)) == [[(anna, None)], [(zane, None)]]
    log_print(shop, printed_people(Kind.BIRTHDAY, [anna]), kind=Kind.BIRTHDAY, actor=BY)
    log_print(shop, printed_people(Kind.VOUCHER, [zane]), kind=Kind.VOUCHER, actor=BY)
    assert whose(unprinted_birthdays(shop)) == [[(zane, None)]]

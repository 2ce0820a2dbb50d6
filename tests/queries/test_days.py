"""Whose days are near: which are shown, which are not, in which order, and what is known of each."""

import datetime as dt

import pytest

from desktop_app.actions.congratulations import mark
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.people import add_relative, keep_days
from desktop_app.actions.prints import log_print
from desktop_app.actions.settings import set_settings
from desktop_app.actions.words import set_lead
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind, DayState, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday, NameDays
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import (
    BIRTHDAY_LEAD,
    MISSED_DAYS,
    NAME_DAY_LEAD,
    NAME_DAYS,
    SHOP_LANGUAGE,
)
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Language
from desktop_app.queries import days as module
from desktop_app.queries.customers import customer
from desktop_app.queries.days import days_near, days_on
from desktop_app.queries.settings import settings
from desktop_app.queries.words import words_of
from desktop_app.store.connect import open_shop
from tests.made import BY, TODAY, Counting, complaining, person, printed_people


def on(offset, year=None):
    day = TODAY + dt.timedelta(days=offset)
    return Birthday(day.month, day.day, year)


def near(shop):
    return days_near(shop, settings(shop))


def coming(shop):
    return [(row.name, row.days_until) for row in near(shop).coming]


def around(shop, whose, given, *days, relation=Relation.CHILD, **fields):
    made = RelativeFields(relation, given=given, days=days, **fields)
    return add_relative(shop, whose, made, actor=BY)[0]


def born(offset, year=None):
    return SpecialDay(DayKind.BIRTHDAY, on(offset, year))


def keep(shop, whose, *days):
    keep_days(shop, whose, customer(shop, whose).version, days, actor=BY)


@pytest.fixture
def no_names(shop):
    """Name days of nobody, so that only what a test is about is near."""
    set_settings(shop, {NAME_DAYS: NameDays.NOBODY.value}, actor=BY)


def test_the_people_around_a_customer_have_their_days_too(shop):
    anna = person(shop, "Anna", "Kalniņa")
    around(shop, anna, "Toms", born(3, 2020))
    around(shop, anna, "Uldis", born(5), relation=Relation.OTHER, relation_words="godfather")
    toms, uldis = near(shop).coming
    assert (toms.name, toms.customer, toms.years, toms.people[0].relation) == (
        "Toms",
        "Anna Kalniņa",
        6,
        Relation.CHILD,
    )
    assert (uldis.name, uldis.years, uldis.people[0].relation_words) == ("Uldis", None, "godfather")
    assert not toms.own


def test_other_days_come_with_their_names_and_years(shop):
    anna = person(shop, "Anna")
    keep(shop, anna, SpecialDay(DayKind.ANNIVERSARY, on(2, 2016)), SpecialDay(DayKind.OTHER, on(-2), "Shop day"))
    found = near(shop)
    assert [(row.kind, row.years) for row in found.coming] == [(DayKind.ANNIVERSARY, 10)]
    assert [(row.title, row.days_until, row.years) for row in found.missed] == [("Shop day", -2, None)]


def test_nobody_silent_or_deceased_is_shown_nor_the_people_around_them(shop):
    for fields in ({"deceased": True}, {"congratulate": False}):
        gone = person(shop, "Berta", birthday=on(1), language=Language.LV, **fields)
        around(shop, gone, "Toms", born(1))
        keep(shop, gone, SpecialDay(DayKind.OTHER, on(1), "Shop day"))
    anna = person(shop, "Anna")
    around(shop, anna, "Juris", born(1), deceased=True)
    around(shop, anna, "Zane", born(1), congratulate=False)
    assert near(shop).coming == ()
    assert days_on(shop, settings(shop), TODAY + dt.timedelta(days=1)) == []


def test_a_relative_who_is_a_customer_is_congratulated_once(shop, no_names):
    anna, toms = person(shop, "Anna"), person(shop, "Toms", birthday=on(2))
    around(shop, anna, "Toms", born(2), customer=toms)
    assert [(row.name, row.own) for row in near(shop).coming] == [("Toms", True)]


def test_what_their_own_record_says_goes_for_a_relative_who_is_a_customer(shop):
    anna, silent = person(shop, "Anna"), person(shop, "Toms", congratulate=False)
    around(shop, anna, "Toms", born(2), customer=silent)
    assert near(shop).coming == ()


def test_somebody_around_two_customers_is_congratulated_once(shop, no_names):
    toms = person(shop, "Toms")  # a customer whose birthday stands with neither
    for name in ("Anna", "Berta"):
        around(shop, person(shop, name), "Toms", born(2), customer=toms)
    [row] = near(shop).coming
    assert row.customer == "Anna"
    mark(shop, row.keys, DayState.DONE, actor=BY)
    assert near(shop).coming == ()


def test_who_was_congratulated_elsewhere_is_left_out_of_the_card_of_a_household(shop, no_names):
    berta, anna, toms = (person(shop, name) for name in ("Berta", "Anna", "Toms"))
    around(shop, berta, "Toms", born(2), customer=toms)
    around(shop, anna, "Toms", born(2), customer=toms, together=True)
    around(shop, anna, "Līga", born(2), together=True)
    theirs, ours = near(shop).coming
    assert (theirs.customer, theirs.name, ours.customer, ours.name) == ("Berta", "Toms", "Anna", "Līga")
    mark(shop, theirs.keys, DayState.DONE, actor=BY)
    assert [(row.customer, row.name) for row in near(shop).coming] == [("Anna", "Līga")]


def test_a_household_gets_one_card_for_one_day(shop, no_names):
    anna = person(shop, "Anna", "Kalniņa")
    around(shop, anna, "Toms", born(2, 2020), together=True)
    around(shop, anna, "Līga", born(2, 2020), together=True)
    around(shop, anna, "Emīls", born(2, 2021))
    around(shop, anna, "Eva", born(4), together=True)
    found = near(shop).coming
    assert [(row.name, row.years) for row in found] == [("Toms, Līga", 6), ("Emīls", 5), ("Eva", None)]
    assert len({key.relative for key in found[0].keys}) == 2


def test_an_anniversary_is_that_of_both(shop):
    anna = person(shop, "Anna", "Kalniņa")
    keep(shop, anna, SpecialDay(DayKind.ANNIVERSARY, on(2, 2016)))
    around(shop, anna, "Pēteris", relation=Relation.SPOUSE, together=True)
    [row] = near(shop).coming
    assert (row.name, row.own, row.years) == ("Anna Kalniņa, Pēteris", True, 10)


def couple(shop, **peteris):
    """Two customers who have the same anniversary and each other as husband and wife, with one card."""
    anna, other = person(shop, "Anna"), person(shop, "Pēteris", **peteris)
    keep(shop, anna, SpecialDay(DayKind.ANNIVERSARY, on(2, 2016)))
    around(shop, anna, "Pēteris", relation=Relation.SPOUSE, together=True, customer=other)
    return anna, other


def test_a_couple_who_are_both_customers_get_one_card(shop):
    anna, peteris = couple(shop)
    keep(shop, peteris, SpecialDay(DayKind.ANNIVERSARY, on(2, 2016)))
    assert coming(shop) == [("Anna, Pēteris", 2)]  # it stands with both, though only she tells of him
    around(shop, peteris, "Anna", relation=Relation.SPOUSE, together=True, customer=anna)
    [row] = near(shop).coming
    assert row.name == "Anna, Pēteris"
    mark(shop, row.keys, DayState.DONE, actor=BY)
    assert coming(shop) == []


def test_a_couple_get_one_card_whoever_was_a_customer_first(shop):
    peteris, anna = person(shop, "Pēteris"), person(shop, "Anna")
    for one in (peteris, anna):
        keep(shop, one, SpecialDay(DayKind.ANNIVERSARY, on(2, 2016)))
    around(shop, anna, "Pēteris", relation=Relation.SPOUSE, together=True, customer=peteris)
    assert coming(shop) == [("Anna, Pēteris", 2)]


@pytest.mark.parametrize("fields", [{"deceased": True}, {"congratulate": False}])
def test_a_card_for_both_does_not_name_whose_own_record_forbids_it(shop, fields):
    couple(shop, **fields)
    assert coming(shop) == [("Anna", 2)]


@pytest.mark.parametrize("now", [{"birthday": on(1), "congratulate": False}, {"birthday": on(40)}])
def test_what_was_done_for_somebody_hides_nobody_else(shop, no_names, now):
    anna = person(shop, "Anna", birthday=on(1))
    mark(shop, near(shop).coming[0].keys, DayState.DONE, actor=BY)
    edit_customer(shop, anna, customer(shop, anna).version, CustomerFields("Anna", **now), actor=BY)
    person(shop, "Berta", birthday=on(1))
    assert coming(shop) == [("Berta", 1)]


@pytest.mark.parametrize("given", ["Andris", "ANDRIS", "andris Pauls"])
def test_latvian_name_days_go_by_the_folded_first_name(shop, given):
    # 30 November is the day of Andrejs, Andrievs and Andris
    set_settings(shop, {NAME_DAY_LEAD: 10}, actor=BY)
    person(shop, given, language=Language.LV)
    assert [(row.kind, row.kept_on) for row in near(shop).coming] == [(DayKind.NAME_DAY, dt.date(2026, 11, 30))]


@pytest.mark.parametrize(
    ("whose", "shop_language", "expected"),
    [
        (NameDays.NOBODY, "lv", []),
        (NameDays.LATVIAN, "en", ["Andrievs"]),
        (NameDays.LATVIAN, "lv", ["Andris", "Andrievs"]),
        (NameDays.EVERYBODY, "en", ["Andris", "Andrejs", "Andrievs"]),
    ],
)
def test_whose_name_days_are_kept_is_a_choice(shop, whose, shop_language, expected):
    set_settings(shop, {NAME_DAY_LEAD: 10, NAME_DAYS: whose.value, SHOP_LANGUAGE: shop_language}, actor=BY)
    person(shop, "Andris")
    person(shop, "Andrejs", language=Language.RU)
    person(shop, "Andrievs", language=Language.LV)
    person(shop, "Andris", language=Language.LV, name_day=False)  # switched off in their record
    assert [row.name for row in near(shop).coming] == expected


def test_a_name_day_of_ones_own_stands_instead_of_the_calendars(shop):
    set_settings(shop, {NAME_DAY_LEAD: 10}, actor=BY)
    andris = person(shop, "Andris", language=Language.LV)
    keep(shop, andris, SpecialDay(DayKind.NAME_DAY, on(1)))
    assert coming(shop) == [("Andris", 1)]


def test_the_people_around_have_name_days_where_it_is_said(shop):
    set_settings(shop, {NAME_DAY_LEAD: 10}, actor=BY)
    anna = person(shop, "Anna")
    around(shop, anna, "Andrejs", name_day=True)
    around(shop, anna, "Andris")
    assert coming(shop) == [("Andrejs", 10)]


def test_months_alone_stand_after_the_days_and_last_to_their_end(shop):
    person(shop, "Month", birthday=Birthday(11))
    person(shop, "Day", birthday=on(7))
    found = near(shop).coming
    assert [(row.name, row.days_until, row.whole_month) for row in found] == [("Day", 7, False), ("Month", 0, True)]


def test_the_lead_time_of_a_day_of_a_person_and_of_a_group(shop, no_names):
    set_settings(shop, {BIRTHDAY_LEAD: 5}, actor=BY)
    for n, lead in enumerate((20, 2, None)):
        person(shop, f"Own{n}", birthday=on(4), lead_days=lead)
        person(shop, f"Late{n}", birthday=on(18), lead_days=lead)
    person(shop, "Group", birthday=on(15), tags=("VIP",))
    person(shop, "Group but own", birthday=on(15), tags=("VIP",), lead_days=6)
    anna = person(shop, "Anna")
    keep(shop, anna, SpecialDay(DayKind.OTHER, on(30), "Fair", 30), SpecialDay(DayKind.OTHER, on(3), "Sale", 1))
    around(shop, person(shop, "Zane", lead_days=12), "Toms", born(12))
    expected = [("Own0", 4), ("Own2", 4), ("Toms", 12), ("Late0", 18), ("Anna", 30)]
    assert coming(shop) == expected
    [vip] = words_of(shop, WordKind.TAG)
    set_lead(shop, vip.id, vip.version, 15, actor=BY)
    assert coming(shop) == [*expected[:3], ("Group", 15), *expected[3:]]


def test_a_lead_time_reaches_over_the_end_of_the_year(shop_location):
    shop = open_shop(shop_location, today=lambda: dt.date(2026, 12, 30))
    person(shop, "Anna", birthday=Birthday(1, 4, 2000))
    person(shop, "Far", birthday=Birthday(1, 29), lead_days=30)
    person(shop, "Zane", birthday=Birthday(12, 28))
    found = near(shop)
    assert [(row.name, row.kept_on, row.years) for row in found.coming] == [
        ("Anna", dt.date(2027, 1, 4), 27),
        ("Far", dt.date(2027, 1, 29), None),
    ]
    assert [row.days_until for row in found.missed] == [-2]
    mark(shop, found.coming[0].keys, DayState.DONE, actor=BY)
    shop.close()
    shop = open_shop(shop_location, today=lambda: dt.date(2027, 1, 2))
    assert [row.name for row in near(shop).coming] == ["Far"]  # what was done last year goes for this day
    shop.close()
    shop = open_shop(shop_location, today=lambda: dt.date(2027, 12, 31))
    anna, _far = near(shop).coming
    assert (anna.name, anna.kept_on, anna.before) == ("Anna", dt.date(2028, 1, 4), None)  # and not for the next
    shop.close()


def test_how_long_missed_days_are_shown_is_a_choice(shop):
    person(shop, "Anna", birthday=on(-10))
    assert near(shop).missed == ()
    set_settings(shop, {MISSED_DAYS: 10}, actor=BY)
    assert [row.name for row in near(shop).missed] == ["Anna"]


def test_a_card_and_a_second_greeting_within_a_year_are_told(shop, no_names):
    anna = person(shop, "Anna", birthday=on(1))
    log_print(shop, printed_people(Kind.BIRTHDAY, [anna]), kind=Kind.BIRTHDAY, by="Maija", actor=BY)
    key = DayKey(anna, None, DayKind.BIRTHDAY, "", TODAY - dt.timedelta(days=20))
    mark(shop, [key], DayState.DONE, how="card", actor="Ilze")
    [row] = near(shop).coming
    assert (row.printed.on, row.printed.by) == (TODAY, "Maija")
    assert (row.before.kept_on, row.before.by, row.before.how) == (key.kept_on, "Ilze", "card")


def test_last_years_greeting_warns_of_nothing(shop, no_names):
    anna = person(shop, "Anna", birthday=on(1))
    mark(shop, [DayKey(anna, None, DayKind.BIRTHDAY, "", dt.date(2025, 11, 21))], DayState.DONE, actor=BY)
    assert [row.before for row in near(shop).coming] == [None]


def test_who_was_left_out_this_year_was_not_congratulated(shop, no_names):
    anna = person(shop, "Anna", birthday=on(1))
    mark(shop, [DayKey(anna, None, DayKind.BIRTHDAY, "", TODAY)], DayState.NOT_THIS_YEAR, actor=BY)
    assert [row.before for row in near(shop).coming] == [None]


def test_a_birthday_put_right_after_the_card_is_a_second_greeting(shop, no_names):
    anna = person(shop, "Anna", birthday=on(-3))
    mark(shop, near(shop).missed[0].keys, DayState.DONE, actor="Ilze")
    found = customer(shop, anna)
    edit_customer(shop, anna, found.version, CustomerFields("Anna", birthday=on(2)), actor=BY)
    [row] = near(shop).coming
    assert row.before.by == "Ilze"


def test_a_long_list_is_cut_at_whole_days_and_says_so(shop, no_names, monkeypatch):
    monkeypatch.setattr(module, "ENOUGH", 5)
    monkeypatch.setattr(module, "SHOWN", 3)
    for n in range(4):
        person(shop, f"Now{n}", birthday=on(0))
        person(shop, f"Soon{n}", birthday=on(1))
        person(shop, f"Missed{n}", birthday=on(-1))
    found = near(shop)
    assert ([row.name for row in found.coming], found.coming_count, found.more_coming) == (
        ["Now0", "Now1", "Now2"], 4, True,
    )  # fmt: skip
    assert (len(found.missed), found.more_missed) == (3, False)
    assert len(days_near(shop, settings(shop), whole=True).coming) == 8


def test_of_a_long_list_the_nearest_days_are_shown_also_over_the_end_of_a_year(shop_location, monkeypatch):
    monkeypatch.setattr(module, "ENOUGH", 5)
    monkeypatch.setattr(module, "SHOWN", 3)
    shop = open_shop(shop_location, today=lambda: dt.date(2026, 12, 31))
    set_settings(shop, {NAME_DAYS: NameDays.NOBODY.value}, actor=BY)
    days = ((12, 31, 2), (1, 1, 3), (1, 2, 3), (12, 30, 2), (12, 29, 3), (12, 28, 3))
    for month, day, count in days:
        for n in range(count):
            person(shop, f"{month}-{day}-{n}", birthday=Birthday(month, day))
    found = near(shop)
    assert [row.name for row in found.coming] == ["12-31-0", "12-31-1", "1-1-0"]
    assert [row.name for row in found.missed] == ["12-30-0", "12-30-1", "12-29-0"]
    assert (found.coming_count, found.more_coming, found.missed_count, found.more_missed) == (5, True, 5, True)
    shop.close()


def test_it_takes_four_statements_however_many_there_are(shop):
    for n in range(8):
        anna = person(shop, "Andris", birthday=on(n % 4), lead_days=20, tags=("VIP",), language=Language.LV)
        around(shop, anna, "Toms", born(n % 3 - 1))
    values = settings(shop)
    counting = Counting(shop)
    assert len(days_near(counting, values).coming) > 8
    assert counting.asked == 4


def test_who_is_not_to_be_greeted_now_stands_there_with_the_reason(shop):
    anna, berta = (person(shop, name, birthday=on(1)) for name in ("Anna", "Berta"))
    toms = person(shop, "Toms")
    around(shop, anna, "Toms", born(1), customer=toms)
    assert {row.name: row.held for row in near(shop).coming} == {"Anna": None, "Berta": None, "Toms": None}
    complaining(shop, berta, toms)
    held = {row.name: row.held and row.held.text for row in near(shop).coming}
    said = "They have an open complaint: solve it first."
    assert held == {"Anna": None, "Berta": said, "Toms": said}

import datetime as dt

import pytest

from desktop_app.domain.changes import Topic
from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import Address
from desktop_app.domain.keys import name_key
from desktop_app.domain.listing import CustomerFilter, Sort
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language, msg
from desktop_app.queries.customer_columns import CUSTOMER_COLUMNS
from desktop_app.queries.customer_list import customer_count, customer_ids, customer_rows
from desktop_app.store.tables import ConsentTable, CustomerTable, CustomerWordTable, WordTable
from tests.made import BY, bought, person


def names(shop, *given, **more):
    return [row.name for row in customer_rows(shop, customer_ids(shop, *given, **more))]


def test_a_list_row_says_what_is_known(shop):
    anna = person(shop, "Anna", "Liepa", email="anna@b.example", phone="29123456", address=Address(city="Rīga"))
    for day in ("2026-11-02", "2026-11-05", "2026-11-04"):
        bought(shop, anna, placed_at=day)
    [row] = customer_rows(shop, [anna])
    assert row.detail == "anna@b.example · 29123456 · Rīga"
    assert (row.orders, str(row.last_order_on), row.regular) == (3, "2026-11-05", True)


def test_sorted_by_folded_family_name(shop):
    for given, family in (("B", "Žagars"), ("A", "Zvirbulis"), ("C", "Ābols")):
        person(shop, given, family)
    assert names(shop) == ["C Ābols", "B Žagars", "A Zvirbulis"]
    assert names(shop, CustomerFilter(), Sort("name", True)) == ["A Zvirbulis", "B Žagars", "C Ābols"]


def test_numbers_in_names_sort_as_numbers_and_are_still_found(shop):
    for number in (10, 1, 2, 100):
        person(shop, company=f"Customer{number}")
    found = [row.name for row in customer_rows(shop, customer_ids(shop))]
    assert found == ["Customer1", "Customer2", "Customer10", "Customer100"]
    assert [row.name for row in customer_rows(shop, customer_ids(shop, CustomerFilter(text="customer2")))] == [
        "Customer2"
    ]


def test_those_without_an_order_are_last_either_way(shop):
    never, early, late = (person(shop, name) for name in ("Never", "Early", "Late"))
    bought(shop, early, placed_at="2026-01-05")
    bought(shop, late, placed_at="2026-02-05")
    assert list(customer_ids(shop, CustomerFilter(), Sort("last_order"))) == [early, late, never]
    assert list(customer_ids(shop, CustomerFilter(), Sort("last_order", True))) == [late, early, never]


def test_filters_narrow_together(shop):
    soon = person(shop, "Anna", "Soon", birthday=Birthday(11, 22))
    person(shop, "Anna", "Later", birthday=Birthday(3, 1))
    person(shop, "Zane", "Soon", birthday=Birthday(11, 22), congratulate=False)
    assert list(customer_ids(shop, CustomerFilter(text="anna", birthday_soon=True))) == [soon]
    assert list(customer_ids(shop, CustomerFilter(birthday_soon=True))) == [soon]
    assert list(customer_ids(shop, CustomerFilter(regular=True))) == []


def test_ids_that_are_gone_are_left_out_and_order_is_kept(shop):
    first, second = person(shop, "First"), person(shop, "Second")
    assert [row.id for row in customer_rows(shop, [second, 999, first])] == [second, first]
    assert customer_rows(shop, []) == []


@pytest.mark.parametrize("key", [column.key for column in CUSTOMER_COLUMNS])
def test_a_list_asks_once_for_its_ids_and_twice_for_a_window(shop, counting, key):
    for n in range(5):
        person(shop, f"P{n}")
    ids = customer_ids(counting, CustomerFilter(text="p"), Sort(key))
    assert (counting.asked, len(ids)) == (1, 5)
    customer_rows(counting, ids)
    assert counting.asked == 3


@pytest.fixture
def people(shop):
    anna = person(
        shop,
        "Anna",
        "Liepa",
        email="anna@b.example",
        language=Language.LV,
        address=Address(city="Rīga"),
        birthday=Birthday(3, 9, 1990),
    )
    boris = person(shop, "Борис", "Петров", language=Language.RU, address=Address(city="Ogre"), birthday=Birthday(3))
    carl = person(shop, "Carl", "Zvirbulis", email="c@b.example", address=Address(city="RIGA "))
    bought(shop, anna, placed_at="2026-01-05")
    bought(shop, anna, "Mug", "Scarf", placed_at="2026-03-05")
    bought(shop, boris, placed_at="2026-02-05")
    wool = shop_words(shop, {"tag": {"VIP": [anna, carl], "Craft fair": [anna]}, "interest": {"Vilna": [boris]}})
    with shop.change(msg("Consents"), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        change.insert_many(
            ConsentTable,
            ["customer", "what", "given_on", "withdrawn_on"],
            [
                (anna, "news-email", dt.date(2026, 1, 1), None),
                (boris, "news-email", dt.date(2026, 1, 1), dt.date(2026, 2, 1)),
                (carl, "congratulations", None, None),
            ],
        )
    assert wool
    return {anna: "anna", boris: "boris", carl: "carl"}


def shop_words(shop, words):
    with shop.change(msg("Words"), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        for kind, borne in words.items():
            for word, who in borne.items():
                number = change.insert(WordTable, {"kind": kind, "word": word, "word_key": name_key(word)})
                change.insert_many(CustomerWordTable, ["word", "customer"], [(number, one) for one in who])
    return words


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (CustomerFilter(town="rīga"), "anna carl"),
        (CustomerFilter(town="Rig"), ""),
        (CustomerFilter(language=Language.RU), "boris"),
        (CustomerFilter(tag="vip"), "anna carl"),
        (CustomerFilter(tag="vip", interest="vilna"), ""),
        (CustomerFilter(interest="VILNA"), "boris"),
        (CustomerFilter(consent=Purpose.NEWS_EMAIL), "anna"),
        (CustomerFilter(first_from=dt.date(2026, 1, 6)), "boris"),
        (CustomerFilter(first_to=dt.date(2026, 1, 5)), "anna"),
        (CustomerFilter(last_from=dt.date(2026, 2, 5), last_to=dt.date(2026, 2, 5)), "boris"),
        (CustomerFilter(orders_from=1, orders_to=1), "boris"),
        (CustomerFilter(orders_to=0), "carl"),
        (CustomerFilter(birthday_month=3), "anna boris"),
        (CustomerFilter(no_email=True), "boris"),
        (CustomerFilter(town="Rīga", no_email=True), ""),
        (CustomerFilter(regular=True), ""),
    ],
)  # fmt: skip
def test_each_filter_leaves_those_it_says(shop, people, wanted, found):
    assert " ".join(people[one] for one in customer_ids(shop, wanted)) == found


def test_spending_counts_in_whole_units_of_the_shop(shop, people):
    with shop.change(msg("Spent"), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        for one, minor in zip(people, (37_50, 12_50, 0), strict=True):
            change.update(CustomerTable, one, version=None, values={"spent_minor": minor, "spent_currency": "EUR"})
    assert [people[one] for one in customer_ids(shop, CustomerFilter(spent_from=13))] == ["anna"]
    assert [people[one] for one in customer_ids(shop, CustomerFilter(spent_to=12))] == ["carl"]
    with shop.change(msg("Spent"), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        [anna] = (one for one, name in people.items() if name == "anna")
        change.update(CustomerTable, anna, version=None, values={"spent_minor": 5_000, "spent_currency": "JPY"})
    assert [people[one] for one in customer_ids(shop, CustomerFilter(spent_from=13))] == []  # yen are not euros
    with shop.change(msg("Spent"), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        change.update(CustomerTable, anna, version=None, values={"spent_minor": 1_300, "spent_currency": "EUR"})
    assert [people[one] for one in customer_ids(shop, sort=Sort("spent", True))] == ["anna", "boris", "carl"]


def test_a_row_tells_tags_interests_and_consents_in_force(shop, people):
    anna, boris, _ = customer_rows(shop, list(people))
    assert (anna.tags, anna.interests, anna.consents) == (("Craft fair", "VIP"), (), (Purpose.NEWS_EMAIL,))
    assert (boris.tags, boris.interests, boris.consents) == ((), ("Vilna",), ())


def test_a_list_tells_whose_parcels_want_extra_care(shop):
    care = person(shop, "Zelma", extra_care=True)
    plain = person(shop, "Berta")
    assert [row.extra_care for row in customer_rows(shop, [care, plain])] == [True, False]
    assert customer_ids(shop, sort=Sort("extra_care", True))[0] == care


def test_a_list_tells_who_is_not_congratulated_and_who_is_deceased(shop):
    silent = person(shop, "Berta", birthday=Birthday(5, 17), congratulate=False)
    gone = person(shop, "Carl", birthday=Birthday(5, 17), deceased=True)
    found = customer_rows(shop, [silent, gone])
    assert [(row.congratulate, row.deceased) for row in found] == [(False, False), (True, True)]
    for key, first in (("not_congratulated", silent), ("deceased", gone)):
        assert customer_ids(shop, sort=Sort(key, True))[0] == first


@pytest.mark.parametrize(
    ("key", "up", "down"),
    [
        ("town", "boris anna carl", "carl anna boris"),
        ("tags", "anna carl boris", "carl anna boris"),
        ("email", "anna carl boris", "carl anna boris"),
        ("birthday", "boris anna carl", "anna boris carl"),
        ("language", "anna boris carl", "boris anna carl"),
        ("first_order", "anna boris carl", "boris anna carl"),
        ("consents", "carl anna boris", "anna carl boris"),
        ("interests", "boris anna carl", "boris carl anna"),
    ],
)
def test_every_column_sorts_both_ways_with_what_is_unknown_last(shop, people, key, up, down):
    for descending, said in ((False, up), (True, down)):
        assert " ".join(people[one] for one in customer_ids(shop, sort=Sort(key, descending))) == said


def test_the_first_of_a_list_are_the_first_of_all_of_it(shop, people):
    with shop.change(msg("Spent"), actor=BY, topics=(Topic.CUSTOMERS,)) as change:
        for place, one in enumerate(people):  # who spent most is not who ordered last
            day = dt.date(2026, 11, 20 - place)
            values = {"spent_minor": 500 * place, "spent_currency": "EUR", "orders": place, "last_order_on": day}
            change.update(CustomerTable, one, version=None, values=values)
    for wanted in (CustomerFilter(), CustomerFilter(town="Rīga"), CustomerFilter(consent=Purpose.NEWS_EMAIL)):
        for key in (*(column.key for column in CUSTOMER_COLUMNS), "starsign"):
            for descending in (False, True):
                whole = customer_ids(shop, wanted, Sort(key, descending))
                assert len(whole) == customer_count(shop, wanted)
                for limit in (1, 2, 5):
                    assert customer_ids(shop, wanted, Sort(key, descending), limit=limit) == whole[:limit], key

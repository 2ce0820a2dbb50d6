import pytest

from desktop_app.domain.customers import Address
from desktop_app.domain.listing import CUSTOMER_SORTS, CustomerFilter, Sort
from desktop_app.domain.people_dates import Birthday
from desktop_app.queries.customer_list import customer_ids, customer_rows
from tests.made import bought, person


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


@pytest.mark.parametrize("key", CUSTOMER_SORTS)
def test_a_list_asks_once_for_its_ids_and_twice_for_a_window(shop, counting, key):
    for n in range(5):
        person(shop, f"P{n}")
    ids = customer_ids(counting, CustomerFilter(text="p"), Sort(key))
    assert (counting.asked, len(ids)) == (1, 5)
    customer_rows(counting, ids)
    assert counting.asked == 3

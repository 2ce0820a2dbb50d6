import datetime as dt

import pytest

from desktop_app.actions.products import add_product
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import ProductFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.products import ProductFields
from desktop_app.i18n import Language
from desktop_app.queries.product_columns import PRODUCT_COLUMNS
from desktop_app.queries.product_list import product_ids, product_rows
from desktop_app.queries.products import (
    open_order_ids,
    open_orders_of,
    product,
    product_by_sku,
    products_by_sku,
)
from tests.made import BY, bought


def made(shop, name, sku="", **fields):
    return add_product(shop, ProductFields(sku=sku, name=name, **fields), actor=BY)[0]


def test_a_product_comes_back_as_kept(shop):
    told = {"care": "Mazgāt", "warranty_months": 24, "link": "https://s.example/a", "note": "note"}
    fields = ProductFields("K-1", "Krūze", "290000", Money(1850, "EUR"), "B 2", True, **told)
    kept = made(shop, **{name: getattr(fields, name) for name in fields.__slots__})
    assert product(shop, kept).fields == fields
    with pytest.raises(NotFound, match="no product 99"):
        product(shop, 99)


def test_found_by_its_code_however_typed(shop):
    kept = made(shop, "Cup", "KR-201")
    assert product_by_sku(shop, "kr-201 ") == kept
    assert products_by_sku(shop, ["KR-201", "kr-201", "x", ""]) == {"KR-201": kept, "kr-201": kept}
    assert product_by_sku(shop, "") is None


def test_lists_are_found_and_sorted(shop):
    tea, cup = made(shop, "Zaļā tēja", "A"), made(shop, "Krūze, zaļa", "B", barcode="2900")
    assert list(product_ids(shop)) == [cup, tea]
    assert list(product_ids(shop, ProductFilter(), Sort("sku"))) == [tea, cup]
    assert set(product_ids(shop, ProductFilter("zal"))) == {tea, cup}
    assert list(product_ids(shop, ProductFilter("zala kr"))) == [cup]
    assert list(product_ids(shop, ProductFilter("2900"))) == [cup]
    assert list(product_ids(shop, ProductFilter("%"))) == []


@pytest.mark.parametrize("key", [column.key for column in PRODUCT_COLUMNS])
def test_a_list_asks_once_for_its_ids_and_once_for_a_window(shop, counting, key):
    made(shop, "Cup")
    ids = product_ids(counting, ProductFilter("cup"), Sort(key, True))
    rows = product_rows(counting, ids)
    assert (counting.asked, [row.name for row in rows]) == (2, ["Cup"])


def test_lists_are_narrowed_by_each_filter(shop):
    cup = made(shop, "Cup", "K", shelf="A 2", stock=0, price=Money(1250, "EUR"), fragile=True, interests=("tea",),
               supplier="Podnieki")  # fmt: skip
    jug = made(shop, "Jug", barcode="96385074", stock=5, price=Money(900, "EUR"))
    for wanted, found in (
        (ProductFilter(shelf="a"), [cup]), (ProductFilter(interest="TEA"), [cup]), (ProductFilter(stock_from=1), [jug]),
        (ProductFilter(stock_to=0), [cup]), (ProductFilter(price_from=10), [cup]), (ProductFilter(price_to=9), [jug]),
        (ProductFilter(fragile=True), [cup]), (ProductFilter(sold_out=True), [cup]),
        (ProductFilter(no_shelf=True), [jug]), (ProductFilter(no_barcode=True), [cup]),
        (ProductFilter(no_picture=True), [cup, jug]), (ProductFilter(unnamed_in=Language.LV), [cup, jug]),
        (ProductFilter(supplier="PODNIEKI"), [cup]),
    ):  # fmt: skip
        assert list(product_ids(shop, wanted)) == found, wanted


def test_a_list_by_shelf_is_in_walking_order_with_the_unshelved_last(shop):
    tenth, second, nowhere = made(shop, "A", shelf="A 10"), made(shop, "B", shelf="a2"), made(shop, "C")
    assert list(product_ids(shop, sort=Sort("shelf"))) == [second, tenth, nowhere]


def test_the_open_orders_of_a_product_come_soonest_first(shop):
    cup = made(shop, "Cup", "K-1")
    later = bought(shop, number="#2", lines=(Line("Cup", 2, "K-1"),), ship_by=dt.date(2026, 12, 2))
    sooner = bought(
        shop, number="#1", lines=(Line("Cup", 1, "K-1"), Line("Cup", 3, "K-1")), ship_by=dt.date(2026, 12, 1)
    )
    bought(shop, number="#3", lines=(Line("Cup", 9, "K-1"),), status=Status.SHIPPED)
    assert [(one.order, one.pieces) for one in open_orders_of(shop, cup)] == [(sooner, 4), (later, 2)]
    assert set(open_order_ids(shop, [cup])) == {sooner, later}

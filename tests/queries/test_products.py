import pytest

from desktop_app.actions.products import add_product
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import PRODUCT_SORTS, ProductFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.products import ProductFields
from desktop_app.queries.product_list import product_ids, product_rows
from desktop_app.queries.products import product, product_by_sku, products_by_sku
from tests.made import BY


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


@pytest.mark.parametrize("key", PRODUCT_SORTS)
def test_a_list_asks_once_for_its_ids_and_once_for_a_window(shop, counting, key):
    made(shop, "Cup")
    ids = product_ids(counting, ProductFilter("cup"), Sort(key, True))
    rows = product_rows(counting, ids)
    assert (counting.asked, [row.name for row in rows]) == (2, ["Cup"])

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.products import add_product, edit_product, remove_products
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line
from desktop_app.domain.products import ProductFields
from desktop_app.queries.orders import order
from desktop_app.queries.product_list import product_ids
from desktop_app.queries.products import product
from desktop_app.queries.search import find
from tests.made import BY, bought


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (ProductFields("K-1", " "), "name"),
        (ProductFields(name="Cup", price=Money(-1, "EUR")), "price"),
        (ProductFields(name="Cup", warranty_months=1201), "warranty_months"),
        (ProductFields(name="Cup", link="javascript:alert(1)"), "link"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(shop, fields, field):
    with pytest.raises(Invalid) as error:
        add_product(shop, fields, actor=BY)
    assert error.value.field == field


def test_a_code_belongs_to_one_product(shop):
    add_product(shop, ProductFields("K-1", "Cup"), actor=BY)
    with pytest.raises(Invalid, match="“Cup” has this article code"):
        add_product(shop, ProductFields("k-1", "Other"), actor=BY)
    for name in ("No code", "None either"):
        add_product(shop, ProductFields("", name), actor=BY)
    assert len(product_ids(shop)) == 3


def test_an_edit_is_found_and_an_old_form_refused(shop):
    kept, _ = add_product(shop, ProductFields("K-1", "Cup"), actor=BY)
    old = product(shop, kept)
    edit_product(shop, kept, old.version, ProductFields("K-1", "Bowl"), actor=BY)
    assert [hit.title for hit in find(shop, "bowl")] == ["Bowl"]
    with pytest.raises(Conflict, match="Bowl was changed meanwhile"):
        edit_product(shop, kept, old.version, ProductFields("K-1", "Jug"), actor=BY)


def test_what_its_care_sheet_says_is_kept(shop):
    told = ProductFields("K-1", "Cup", care="By hand.\nNo oven.", warranty_months=24, link="shop.example/cup")
    kept, _ = add_product(shop, told, actor=BY)
    found = product(shop, kept).fields
    assert (found.care, found.warranty_months, found.link) == ("By hand.\nNo oven.", 24, "https://shop.example/cup")


def test_orders_keep_what_they_held(shop):
    kept, _ = add_product(shop, ProductFields("K-1", "Cup"), actor=BY)
    sold = bought(shop, lines=(Line("Cup", 1, "K-1"),))
    assert order(shop, sold).fields.lines[0].product == kept
    remove_products(shop, [kept], actor=BY)
    assert (order(shop, sold).fields.lines[0].name, order(shop, sold).fields.lines[0].product) == ("Cup", None)
    undo(shop, actor=BY)
    assert order(shop, sold).fields.lines[0].product == kept

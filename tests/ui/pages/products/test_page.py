"""The Products page."""

import pytest

from desktop_app.actions.products import add_product
from desktop_app.domain.money import Money
from desktop_app.domain.products import ProductFields
from desktop_app.queries.products import product
from desktop_app.ui.pages.products.page import ProductsPage
from tests.made import BY
from tests.ui.pages.around import texts, type_text


def fill(shop):
    linen = ProductFields(sku="LN-011", name="Linen tablecloth", price=Money(4900, "EUR"), shelf="A 1")
    add_product(shop, linen, actor=BY)
    add_product(shop, ProductFields(sku="KR-204", name="Ceramic mug", fragile=True), actor=BY)


@pytest.fixture
def filled():
    return fill


def opened(around) -> ProductsPage:
    page = ProductsPage(around.desk)
    around.show(page)
    return page


def test_products_stand_by_name_with_shelf_and_price(around):
    page = opened(around)
    rows = [[column.text(page.model.row(n)) for column in page.model.columns if column.chosen] for n in range(2)]
    assert rows == [["Ceramic mug", "KR-204", "", "", "Fragile"], ["Linen tablecloth", "LN-011", "A 1", "€49.00", ""]]


def test_a_product_is_changed_and_the_list_follows(around):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    type_text(page.record.form.box("shelf").input, "B 3")
    page.record.save()
    around.settle()
    assert around.ask(lambda shop: product(shop, page.record.record_id)).fields.shelf == "B 3"
    assert page.model.row(0).shelf == "B 3"


def test_a_new_product_needs_a_name(around):
    page = opened(around)
    page.new()
    page.record.save()
    around.settle()
    assert page.record.form.box("name").error == "Enter the name of the product."


def test_a_deleted_product_is_gone_with_undo(around):
    page = opened(around)
    page.remove(page.model.all_ids())
    around.settle()
    assert around.done[-1][1] == "2 products deleted"
    assert "No products yet" in texts(page.content)


def test_what_the_care_sheet_says_is_kept_and_a_bad_address_is_said_at_its_field(around):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    form = page.record.form
    form.box("warranty_months").input.selectAll()
    type_text(form.box("warranty_months").input, "24")
    type_text(form.box("link").input, "the shelf")
    page.record.save()
    around.settle()
    assert "not a web address" in form.box("link").error
    form.box("link").input.selectAll()
    type_text(form.box("link").input, "shop.example/mug")
    page.record.save()
    around.settle()
    kept = around.ask(lambda shop: product(shop, page.record.record_id)).fields
    assert (kept.warranty_months, kept.link) == (24, "https://shop.example/mug")
    assert form.value()["link"] == "https://shop.example/mug"

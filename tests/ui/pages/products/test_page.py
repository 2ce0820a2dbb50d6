"""The Products page."""

import pytest

from desktop_app.actions.products import add_product
from desktop_app.actions.settings import set_settings
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.i18n import Language
from desktop_app.queries.pictures import picture as shop_picture
from desktop_app.queries.products import product
from desktop_app.ui.pages.products.page import ProductsPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.task_row import TaskRow
from tests.made import BY, bought
from tests.pictures import picture
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
    assert rows == [
        ["Ceramic mug", "KR-204", "", "", "", "Fragile"], ["Linen tablecloth", "LN-011", "A 1", "", "€49.00", ""],
    ]


def test_a_product_is_changed_and_the_list_follows(around):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    type_text(page.record.form.box("shelf").input, "B 3")
    page.record.save()
    around.settle()
    assert around.ask(lambda shop: product(shop, page.record.record_id)).fields.shelf == "B 3"
    assert page.model.row(0).shelf == "B 3"


def test_a_price_begins_in_the_currency_of_the_shop(around):
    around.change(set_settings, {SHOP_CURRENCY: "SEK"})
    page = opened(around)
    page.new()
    around.settle()
    type_text(page.record.form.box("name").input, "Bowl")
    type_text(page.record.form.box("price").input.edit, "120")
    page.record.save()
    around.settle()
    assert around.ask(lambda shop: product(shop, page.record.record_id)).fields.price == Money(12000, "SEK")
    page.open(product=page.model.id_at(1))  # one without a price
    around.settle()
    assert page.record.form.box("price").input.code.text() == "SEK"
    assert not page.record.form.dirty


def test_a_supplier_is_kept_and_offered_for_the_next_product(around):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    type_text(page.record.form.box("supplier").input, "Kuldīgas podnieki")
    page.record.save()
    around.settle()
    assert page.model.row(0).supplier == "Kuldīgas podnieki"
    page.new()
    around.settle()
    offered = page.record.form.box("supplier").input.completer().model()
    assert [offered.data(offered.index(n, 0)) for n in range(offered.rowCount())] == ["Kuldīgas podnieki"]


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
    assert around.done[-1][1] == "2 products removed"
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


def test_texts_and_interests_are_typed_kept_and_said_at_the_fold(around):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    form = page.record.form
    form.unfold("name_lv")
    type_text(form.box("name_lv").input, "Keramikas krūze")
    type_text(form.box("care_lv").input, "Mazgāt ar rokām.")
    type_text(form.box("interests").input.edit, "tea,")
    type_text(form.box("stock").input, "4")
    page.record.save()
    around.settle()
    kept = around.ask(lambda shop: product(shop, page.record.record_id)).fields
    assert (kept.name_in(Language.LV), kept.text(Language.LV).care) == ("Keramikas krūze", "Mazgāt ar rokām.")
    assert (kept.interests, kept.stock, page.model.row(0).stock) == (("tea",), 4, 4)


def test_a_mistyped_barcode_is_remarked_upon_and_kept(around):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    box = page.record.form.box("barcode")
    type_text(box.input, "4006381333932")
    assert "should end in 1" in box.help
    page.record.save()
    around.settle()
    assert around.ask(lambda shop: product(shop, page.record.record_id)).fields.barcode == "4006381333932"
    assert "should end in 1" in box.help


def test_a_picture_is_chosen_shown_taken_away_and_a_bad_one_refused(around, tmp_path):
    page = opened(around)
    page.open(product=page.model.id_at(0))
    around.settle()
    given = page.record.form.picture
    bad = tmp_path / "notes.png"
    bad.write_text("no picture")
    given.take(bad)
    around.settle()
    assert "notes.png" in " ".join(texts(given))
    assert not page.record.unsaved
    given.take(picture(60, 40))
    page.record.save()
    around.settle()
    number = around.ask(lambda shop: product(shop, page.record.record_id)).fields.picture
    assert around.ask(lambda shop: shop_picture(shop, number)) == picture(60, 40)
    given.take(None)
    page.record.save()
    around.settle()
    assert around.ask(lambda shop: product(shop, page.record.record_id)).fields.picture is None


def test_a_stock_is_set_from_the_list_with_undo(around):
    page = opened(around)
    page.set_stock(page.model.all_ids())
    dialog = page.window().findChild(FormDialog)
    type_text(dialog.form.box("stock").input, "9")
    dialog.save()
    around.settle()
    assert [page.model.row(n).stock for n in range(2)] == [9, 9]
    assert around.done[-1][1] == "The stock of 2 products is set"


def test_its_open_orders_stand_below_and_lead_there(around):
    page = opened(around)
    sold = around.ask(lambda shop: bought(shop, number="#77", lines=(Line("Mug", 3, "KR-204"),)))
    page.open(product=page.model.id_at(0))
    around.settle()
    card = page.record.orders
    assert "3 pieces" in " ".join(texts(card))
    [row] = [row for row in card.rows if isinstance(row, TaskRow)]
    row.opened.emit()
    assert around.went[-1] == ("orders", {"order": sold})


def test_the_list_is_narrowed_to_what_is_lacking_and_sorted_along_the_shelves(around):
    page = opened(around)
    page.narrow_to("no-shelf")
    around.settle()
    assert [page.model.row(n).name for n in range(len(page.model.all_ids()))] == ["Ceramic mug"]

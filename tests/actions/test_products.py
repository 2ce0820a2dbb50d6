from dataclasses import replace

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.products import add_product, edit_product, remove_products, set_stock
from desktop_app.actions.words import remove
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Language
from desktop_app.queries.orders import order
from desktop_app.queries.pictures import picture
from desktop_app.queries.product_list import product_ids, product_rows
from desktop_app.queries.products import product
from desktop_app.queries.search import find
from desktop_app.queries.words import words_of
from tests.made import BY, bought
from tests.pictures import picture as made_picture


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (ProductFields("K-1", " "), "name"),
        (ProductFields(name="Cup", price=Money(-1, "EUR")), "price"),
        (ProductFields(name="Cup", warranty_months=1201), "warranty_months"),
        (ProductFields(name="Cup", link="javascript:alert(1)"), "link"),
        (ProductFields(name="Cup", stock=-1), "stock"),
        (ProductFields(name="Cup", weight=0), "weight"),
        (ProductFields(name="Cup", handling_days=366), "handling_days"),
        (ProductFields(name="Cup", texts=(ProductText(Language.LV, "x" * 501),)), "texts"),
        (ProductFields(name="Cup", interests=("x" * 101,)), "interests"),
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


def test_whoever_changed_it_meanwhile_is_named(shop):
    kept, _ = add_product(shop, ProductFields("K-1", "Cup"), actor=BY)
    seen = product(shop, kept).version
    edit_product(shop, kept, seen, ProductFields("K-1", "Bowl"), actor="Zane")
    with pytest.raises(Conflict, match="Zane changed Bowl meanwhile"):
        edit_product(shop, kept, seen, ProductFields("K-1", "Jug"), actor=BY)


def test_what_its_care_sheet_says_is_kept(shop):
    told = ProductFields("K-1", "Cup", care="By hand.\nNo oven.", warranty_months=24, link="shop.example/cup")
    kept, _ = add_product(shop, told, actor=BY)
    found = product(shop, kept).fields
    assert (found.care, found.warranty_months, found.link) == ("By hand.\nNo oven.", 24, "https://shop.example/cup")


TOLD = ProductFields(
    "K-1", "Cup", stock=3, weight=350, handling_days=2, interests=("tea", "Clay"), shelf="A 2",
    supplier="Kuldīgas podnieki",
    texts=(ProductText(Language.RU, "Кружка"), ProductText(Language.LV, "Krūze", "Mazgāt ar rokām.\nNe krāsnī.")),
)  # fmt: skip


def test_texts_interests_and_figures_are_kept_found_and_undone(shop):
    kept, _ = add_product(shop, TOLD, actor=BY)
    assert product(shop, kept).fields == replace(TOLD, interests=("Clay", "tea"))
    assert [hit.title for hit in find(shop, "kruz")] == ["Cup"]
    [row] = product_rows(shop, [kept])
    assert (row.stock, row.text(Language.RU).name, row.interests) == (3, "Кружка", ("Clay", "tea"))
    assert row.supplier == "Kuldīgas podnieki"
    less = replace(TOLD, texts=TOLD.texts[:1], interests=("tea",), stock=None)
    done = edit_product(shop, kept, product(shop, kept).version, less, actor=BY)
    assert product(shop, kept).fields == less
    undo(shop, done.id, actor=BY)
    assert product(shop, kept).fields == replace(TOLD, interests=("Clay", "tea"))


def test_only_its_texts_changed_make_an_old_form_stale(shop):
    kept, _ = add_product(shop, TOLD, actor=BY)
    old = product(shop, kept)
    edit_product(shop, kept, old.version, replace(old.fields, texts=()), actor=BY)
    with pytest.raises(Conflict):
        edit_product(shop, kept, old.version, old.fields, actor=BY)


def test_a_removed_product_and_a_removed_interest_come_back_whole(shop):
    kept, _ = add_product(shop, TOLD, actor=BY)
    gone = remove_products(shop, [kept], actor=BY)
    assert find(shop, "kruze") == []
    undo(shop, gone.id, actor=BY)
    [tea] = [word for word in words_of(shop, WordKind.INTEREST) if word.word == "tea"]
    taken = remove(shop, tea.id, actor=BY)
    assert product(shop, kept).fields.interests == ("Clay",)
    undo(shop, taken.id, actor=BY)
    assert product(shop, kept).fields.interests == ("Clay", "tea")


def test_the_stock_of_many_is_set_at_once(shop):
    kept = [add_product(shop, ProductFields(name=name), actor=BY)[0] for name in ("Cup", "Jug")]
    done = set_stock(shop, kept, 7, actor=BY)
    assert [product(shop, one).fields.stock for one in kept] == [7, 7]
    undo(shop, done.id, actor=BY)
    assert [product(shop, one).fields.stock for one in kept] == [None, None]
    with pytest.raises(Invalid, match="0 to"):
        set_stock(shop, kept, -1, actor=BY)


def test_its_picture_is_looked_at_before_it_is_kept_and_taken_away_again(shop):
    kept, _ = add_product(shop, ProductFields(name="Cup"), picture=made_picture(4, 3), actor=BY)
    found = product(shop, kept)
    assert found.fields.picture is not None
    assert picture(shop, found.fields.picture) == made_picture(4, 3)
    with pytest.raises(Invalid) as error:
        edit_product(shop, kept, found.version, found.fields, picture=b"GIF89a", actor=BY)
    assert error.value.field == "picture"
    edit_product(shop, kept, found.version, replace(found.fields, picture=None), actor=BY)
    assert product(shop, kept).fields.picture is None


def test_orders_keep_what_they_held(shop):
    kept, _ = add_product(shop, ProductFields("K-1", "Cup"), actor=BY)
    sold = bought(shop, lines=(Line("Cup", 1, "K-1"),))
    assert order(shop, sold).fields.lines[0].product == kept
    remove_products(shop, [kept], actor=BY)
    assert (order(shop, sold).fields.lines[0].name, order(shop, sold).fields.lines[0].product) == ("Cup", None)
    undo(shop, actor=BY)
    assert order(shop, sold).fields.lines[0].product == kept

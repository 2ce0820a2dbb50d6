"""Files of products: found by code, barcode or name, edited where the file says more, and taken back whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.actions.exporting import export_list
from desktop_app.actions.import_catalogue import ProductComparer
from desktop_app.actions.importing import plan_import, run_import, undo_import
from desktop_app.actions.packing import claim, done
from desktop_app.actions.products import add_product
from desktop_app.domain.importing import Fate
from desktop_app.domain.listing import ListKind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line
from desktop_app.domain.products import ProductFields, ProductId, ProductText
from desktop_app.i18n import Language, Words, english
from desktop_app.queries import Shop
from desktop_app.queries.product_list import product_ids
from desktop_app.queries.products import product
from desktop_app.store.tables import OrderTable
from tests.actions.imported import contents, counts, taken
from tests.made import BY, bought

TOLD = ProductFields(
    "KR-1", "Mug", "4006381333931", Money(1250, "EUR"), "A 2", True, "Wash.", 24, "https://ozols.lv/k", "note", 5,
    350, 3,
    texts=(ProductText(Language.RU, "Кружка"), ProductText(Language.LV, "Krūze", "Mazgāt.\nŽāvēt.")),
    interests=("home", "tea"), supplier="Kuldīgas podnieki",
)  # fmt: skip


def table(file: Path, *rows: str) -> Path:
    file.write_text("\n".join(rows) + "\n", "utf-8")
    return file


def test_new_ones_come_in_again_and_out(shop: Shop, tmp_path: Path) -> None:
    before = contents(shop)
    file = table(
        tmp_path / "p.csv", "SKU,Name,Stock,Shelf,Interests,Name (lv),Care (lv)",
        'K,Cup,4,A 2,"tea, home",Krūze,Mazgāt.',
        "J,Jug,,,,,",
    )  # fmt: skip
    done = taken(shop, file)
    assert counts(done) == (2, 0, 0)
    [cup, _] = product_ids(shop)
    kept = product(shop, cup).fields
    assert (kept.stock, kept.interests, kept.texts) == (
        4, ("home", "tea"), (ProductText(Language.LV, "Krūze", "Mazgāt."),)
    )  # fmt: skip
    after = contents(shop)
    assert counts(taken(shop, file)) == (0, 0, 2)
    assert contents(shop) == after
    undo_import(shop, done.id, actor=BY)
    assert contents(shop) == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", list(Language))
def test_what_was_exported_comes_back_as_the_same_and_makes_another_shop_whole(
    shop: Shop, tmp_path: Path, language: Language, form: str
) -> None:
    kept, _ = add_product(shop, TOLD, actor=BY)
    file = tmp_path / f"products.{form}"
    export_list(shop, ListKind.PRODUCTS, product_ids(shop), (), to=file, words=Words(language))
    assert counts(taken(shop, file)) == (0, 0, 1)
    assert product(shop, kept).fields == TOLD


def test_a_plan_says_what_changes_and_only_what_the_file_says_is_changed(shop: Shop, tmp_path: Path) -> None:
    kept, _ = add_product(shop, TOLD, actor=BY)
    waiting = bought(shop, lines=(Line("Mug", 1, "KR-1"),))
    plan = plan_import(shop, table(tmp_path / "p.csv", "SKU,Stock,Shelf,Price,Name (lv)", "kr-1,9,B 10,,Liela krūze"))
    [planned] = plan.summary.sample
    assert (planned.fate, [(one.field, one.old, one.new) for one in planned.differences]) == (
        Fate.CHANGED,
        [("sku", "KR-1", "kr-1"), ("stock", "5", "9"), ("shelf", "A 2", "B 10"), ("name_lv", "Krūze", "Liela krūze")],
    )
    run_import(shop, plan, actor=BY)
    now = product(shop, kept).fields
    assert (now.stock, now.shelf, now.price, now.name, now.texts[1].care) == (
        9,
        "B 10",
        TOLD.price,
        "Mug",
        "Mazgāt.\nŽāvēt.",
    )
    assert shop.value(OrderTable.select(OrderTable.shelf_key).where(OrderTable.id == waiting)) == "b 00000010"


def test_a_product_is_known_by_barcode_or_name_where_no_code_speaks_against(shop: Shop, tmp_path: Path) -> None:
    for fields in (ProductFields(name="Cup"), ProductFields("J", "Jug", "96385074"), ProductFields("B", "Bowl")):
        add_product(shop, fields, actor=BY)
    plan = plan_import(
        shop,
        table(
            tmp_path / "p.csv", "SKU,Barcode,Name,Stock",
            "C-1,,Cup,1",  # the one without a code gets it
            ",96385074,,2",  # by its barcode
            "B-2,,Bowl,3",  # another code: another product
            ",,bowl,4",  # by its name alone
        ),
    )  # fmt: skip
    assert (plan.summary.new, plan.summary.changed) == (1, 3)


def test_what_cannot_be_kept_is_refused_and_the_rest_goes_in(shop: Shop, tmp_path: Path) -> None:
    file = table(
        tmp_path / "p.csv", "SKU,Name,Link,Warranty", "A,,,", "B,Bowl,javascript:x,", "C,Cup,,9999", "D,Dish,,1"
    )
    plan = plan_import(shop, file)
    assert (plan.summary.new, [one.place.row for one in plan.summary.refused]) == (1, [2, 3, 4])
    assert "gives no name for a new one" in english(plan.summary.refused[0].reason)


def test_order_files_fill_what_a_product_lacks_and_overwrite_nothing(shop: Shop, tmp_path: Path) -> None:
    bare, _ = add_product(shop, ProductFields("K", "My cup", price=Money(900, "EUR")), actor=BY)
    told, _ = add_product(shop, ProductFields("J", "Jug", "96385074", weight=80), actor=BY)
    file = table(
        tmp_path / "orders.csv", "Order number,SKU,Product,Price,Quantity,Total,Barcode,Product weight",
        "1,K,Cup,12.50,1,12.50,4006381333931,0.35 kg", "2,J,Other jug,3.00,1,3.00,4006381333931,999",
        "3,N,New,1.00,1,1.00,036000291452,heavy",
    )  # fmt: skip
    done = taken(shop, file)
    cup, jug = product(shop, bare).fields, product(shop, told).fields
    assert (cup.name, cup.price, cup.barcode, cup.weight) == ("My cup", Money(900, "EUR"), "4006381333931", 350)
    assert (jug.name, jug.barcode, jug.weight) == ("Jug", "96385074", 80)
    [new] = [id_ for id_ in product_ids(shop) if id_ not in (bare, told)]
    fresh = product(shop, ProductId(new)).fields
    assert (fresh.barcode, fresh.weight, fresh.price) == ("036000291452", None, Money(100, "EUR"))
    after = contents(shop)
    assert counts(taken(shop, file)) == (0, 0, 3)
    assert contents(shop) == after
    undo_import(shop, done.id, actor=BY)
    assert product(shop, bare).fields == ProductFields("K", "My cup", price=Money(900, "EUR"))


def test_pieces_packed_while_a_file_is_read_stay_packed(two_desks, tmp_path: Path, monkeypatch) -> None:
    """A bench packs between the moment the import reads a product and the moment it writes it."""
    owner, compare, packed = two_desks.owner, ProductComparer.compare, []
    cup, _ = add_product(owner, ProductFields("K", "Cup", stock=10), actor=BY)
    kept = bought(owner, lines=(Line("Cup", 2, "K"),))

    def compared(self, records):
        found = compare(self, records)
        if owner.changing and not packed:
            claim(two_desks.packer, kept, "Ilze", "one")
            packed.append(done(two_desks.packer, kept, packer="Ilze", bench="one", unchecked=True))
        return found

    monkeypatch.setattr(ProductComparer, "compare", compared)
    taken(owner, table(tmp_path / "p.csv", "SKU,Name,Shelf", "K,Cup,A 2"))
    assert packed
    assert (product(owner, cup).fields.stock, product(owner, cup).fields.shelf) == (8, "A 2")

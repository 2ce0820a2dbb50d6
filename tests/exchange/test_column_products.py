"""Tables of products: told from those of orders and people, each value read with its unit, bad rows refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ProductRecord
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.products import ProductText
from desktop_app.exchange.detect import detect, look_at
from desktop_app.i18n import Language
from tests.exchange.made import Said, said, written


def products(folder: Path, text: str, mapping: FileMapping = FileMapping()) -> Said:
    return said(written(folder, text, "products.csv"), mapping)


@pytest.mark.parametrize(
    "headings",
    [
        "SKU,Name,Price", "Name,Barcode", "Артикул;Название;Остаток", "Artikuls;Nosaukums;Plaukts", "sku,stock",
        "Nr.;Artikuls;Preces nosaukums;Cena", "Title,Variant SKU,Variant Price,Variant Grams,Variant Inventory Qty",
        "ID,Type,SKU,Name,Published,Weight (kg),Regular price,Stock", "Product,Article code,Barcode,Shelf,Note",
    ],
)  # fmt: skip
def test_a_table_of_products_is_told_by_its_headings(tmp_path: Path, headings: str) -> None:
    sign = ";" if ";" in headings else ","
    cells = sign.join("12345678"[: headings.count(sign) + 1])
    look = look_at(written(tmp_path, f"{headings}\n{cells}\n"), FileMapping())
    assert (look.kind, look.missing) == (FileKind.MAPPED_PRODUCTS, ())


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Order number,SKU,Product,Price,Quantity", FileKind.MAPPED_ORDERS),
        ("Number,Date,SKU,Total", FileKind.MAPPED_ORDERS), ("Name,Email,Phone", FileKind.MAPPED_CUSTOMERS),
        ("Name,Birthday", FileKind.MAPPED_CUSTOMERS),
    ],
)  # fmt: skip
def test_other_tables_stay_what_they_are(tmp_path: Path, headings: str, kind: FileKind | None) -> None:
    assert look_at(written(tmp_path, f"{headings}\n1,2,3\n"), FileMapping()).kind is kind


def test_everything_a_row_says(tmp_path: Path) -> None:
    found = products(
        tmp_path,
        "Artikuls;Nosaukums;Svītrkods;Cena;Valūta;Atlikums;Plaukts;Svars (kg);Trausls;Garantija mēnešos;Intereses;"
        "Saite;Kopšana;Nosaukums krieviski;Piezīme;Piegādātājs\n"
        "KR-1;Krūze;4 006381 333931;12,50;usd;5,0;A 2;0,35;jā;24;tēja, māja;ozols.lv/k;Mazgāt.;Кружка;vecais;Podi\n",
    )
    assert found.products == [
        ProductRecord(
            2, "Krūze", "KR-1", "4006381333931", 1250, "USD", 5, "A 2", 350, True, None, 24, "ozols.lv/k", "Mazgāt.",
            "vecais", ("tēja", "māja"), (ProductText(Language.RU, "Кружка"),),
            "Podi",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "cell", "grams"),
    [
        ("Weight", "350", 350), ("Weight", "0.35 kg", 350), ("Вес, кг", "1,2", 1200), ("Svars (g)", "80 g", 80),
        ("Weight (kg)", "500 g", 500), ("Weight", "0", None), ("Weight", "-", None),
    ],
)  # fmt: skip
def test_a_weight_is_in_grams_whatever_the_file_counts_in(
    tmp_path: Path, heading: str, cell: str, grams: int | None
) -> None:
    [found] = products(tmp_path, f"SKU;Name;{heading}\nK;Cup;{cell}\n").products
    assert found.weight == grams


def test_what_a_file_leaves_empty_says_nothing_and_stock_owed_is_none(tmp_path: Path) -> None:
    [cup, jug] = products(tmp_path, "SKU,Name,Stock,Price,Fragile\nK,Cup,-3,,\nJ,Jug,,,no\n").products
    assert (cup.stock, cup.price_minor, cup.currency, cup.fragile) == (0, None, "", None)
    assert (jug.stock, jug.fragile) == (None, False)


def test_bad_rows_are_refused_with_their_place_and_the_rest_comes(tmp_path: Path) -> None:
    found = products(
        tmp_path,
        "SKU,Name,Price,Stock,Weight\nK,Cup,1,1,1\nk,Cup again,1,1,1\nA,B,abc,1,1\nB,C,1,many,1\nC,D,1,1,heavy\n"
        ",,1,1,1\nD,E,-4,1,1\n1.23E+12,F,1,1,1\n",
    )
    assert [record.sku for record in found.products] == ["K"]
    assert [(one.place.row, one.place.column) for one in found.refused] == [
        (3, "SKU"), (4, "Price"), (5, "Stock"), (6, "Weight"), (7, ""), (8, "Price"), (9, "SKU"),
    ]  # fmt: skip
    assert "first in row 2" in found.reasons[0]
    assert "names no product" in found.reasons[4]


def test_columns_are_said_by_hand_where_no_heading_tells(tmp_path: Path) -> None:
    mapping = FileMapping(kind=FileKind.MAPPED_PRODUCTS, columns={"product": "A", "name_lv": "B"})
    [found] = products(tmp_path, "A,B\nCup,Krūze\n", mapping).products
    assert (found.name, found.texts) == ("Cup", (ProductText(Language.LV, "Krūze"),))
    assert detect(written(tmp_path, "A,B\nCup,Krūze\n"), mapping).reader.kind is FileKind.MAPPED_PRODUCTS


def test_shopifys_variants_are_articles_with_their_choices_and_its_pictures_none(tmp_path: Path) -> None:
    found = products(
        tmp_path,
        "Handle,Title,Option1 Name,Option1 Value,Option2 Value,Variant SKU,Variant Grams,Variant Price,Image Src\n"
        "mug,Mug,Colour,White,S,M-W,350,12.50,1.png\nmug,,,Blue,L,M-B,360,13.50,\nmug,,,,,,,,2.png\n"
        "candle,Candle,Title,Default Title,,C-1,200,8,\n",
    )
    assert [(one.name, one.sku, one.weight, one.price_minor) for one in found.products] == [
        ("Mug – White / S", "M-W", 350, 1250), ("Mug – Blue / L", "M-B", 360, 1350), ("Candle", "C-1", 200, 800),
    ]  # fmt: skip
    assert found.refused == []

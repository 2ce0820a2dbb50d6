"""Scenes of products: a record told in full, its texts in each language, the list narrowed, a stock, a plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.orders import add_order
from desktop_app.actions.products import edit_product
from desktop_app.domain.changes import Changes
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.domain.products import ProductId, ProductText
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.products import product
from desktop_app.ui.pages.products.stock import ask_stock
from tests.pictures import meadow
from tests.ui.around import House

_TEXTS = (
    ProductText(Language.EN, "Ceramic mug", "By hand, with mild soap.\nNot in a microwave."),
    ProductText(Language.RU, "Керамическая кружка", "Мыть руками, мягким средством.\nНе ставить в микроволновку."),
    ProductText(Language.LV, "Keramikas krūze", "Mazgāt ar rokām un maigām ziepēm.\nNelikt mikroviļņu krāsnī."),
)
_TABLE = "SKU;Name;Barcode;Price;Stock;Shelf;Weight (kg);Name (lv)\n"
_ROWS = ("LN-90;Linen runner;4006381333931;29,00;6;A 7;0,4;Lina celiņš", "SV-91;Beeswax candle;;8,50;abc;C 2;0,2;")


def told(house: House) -> QWidget:
    """A record with its picture and a mistyped barcode, orders waiting for it."""
    page = _told(house)
    page.record.to_top()
    return house.shell


def texts(house: House) -> QWidget:
    """What it is called in each language."""
    page = _told(house)
    page.record.form.unfold("name_en")
    house.settle()
    page.record._area.ensureWidgetVisible(page.record.form.box("care_lv"))
    return house.shell


def filtered(house: House) -> QWidget:
    """The questions of the filter, two of them answered."""
    page = _page(house)
    page.narrowing.narrow_by({"price_from": 10, "fragile": True})
    page.narrowing.button.setChecked(True)
    page.narrowing._turn()
    page.narrowing.changed.emit()
    house.settle()
    return house.shell


def stock(house: House) -> None:
    """How many there are of one."""
    page = _page(house)
    ask_stock(house.window.desk, page, [page.model.id_at(0)], name=page.model.row(0).name, now=12)


def planned(house: House) -> QWidget:
    """A table of products dropped on the window, one row of it refused."""
    file = Path(house.location).parent / "products.csv"
    file.write_text(_TABLE + "\n".join(_ROWS) + "\n", "utf-8")
    house.shell.dropped.emit([str(file)])
    house.settle()
    return house.shell


def _told(house: House) -> Any:
    page = _page(house)
    row = next(page.model.row(n) for n in range(page.model.rowCount()) if page.model.row(n).sku == "KR-201")
    number: ProductId = row.id

    def tell(shop: Shop, *, actor: str) -> Changes:
        was = product(shop, number)
        fields = replace(
            was.fields, barcode="4006381333932", stock=4, weight=350, handling_days=2, warranty_months=24,
            link="https://mazaisveikals.example/kruze", texts=_TEXTS, interests=("māja", "tēja"),
        )  # fmt: skip
        lines = (Line(was.fields.name, 5, was.fields.sku, product=number),)
        add_order(shop, OrderFields("90017", lines=lines), actor=actor)
        return edit_product(shop, number, was.version, fields, picture=meadow(300, 300), actor=actor)

    if row.stock != 4:
        house.window.work.change(tell)
        house.settle()
    house.window.navigate("products", product=number)
    house.settle()
    return page


def _page(house: House) -> Any:
    """The products page as at first."""
    house.window.navigate("products")
    house.settle()
    page: Any = house.window.stage.page
    if page.narrowing.is_open:
        page.narrowing.button.setChecked(False)
        page.narrowing._turn()
    page.narrowing.narrow_by({})
    page.narrowing.changed.emit()
    house.settle()
    return page

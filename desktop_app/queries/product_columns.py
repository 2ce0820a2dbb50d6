"""The columns a list of products may have: for the window, the command line and files that an import reads again."""

from __future__ import annotations

from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.i18n import Language, msg
from desktop_app.queries.product_list import ProductRow

_ = ListColumn[ProductRow]
PRODUCT_COLUMNS: tuple[ListColumn[ProductRow], ...] = (
    _("name", msg("Product"), lambda row: row.name),
    _("sku", msg("Article code"), lambda row: row.sku),
    _("barcode", msg("Barcode"), lambda row: row.barcode),
    _("shelf", msg("Shelf"), lambda row: row.shelf),
    _("stock", msg("Stock"), lambda row: row.stock, CellKind.NUMBER),
    _("price", msg("Price"), lambda row: row.price, CellKind.MONEY),
    _("weight", msg("Weight in grams"), lambda row: row.weight, CellKind.NUMBER),
    _("fragile", msg("Fragile"), lambda row: row.fragile, CellKind.YES),
    _("handling_days", msg("Days to make ready"), lambda row: row.handling_days, CellKind.NUMBER),
    _("warranty", msg("Warranty in months"), lambda row: row.warranty_months or None, CellKind.NUMBER),
    _("interests", msg("Interests"), lambda row: row.interests),
    _("link", msg("How-to address"), lambda row: row.link),
    _("care", msg("Care instructions"), lambda row: row.care),
    _("name_en", msg("Name in English"), lambda row: row.text(Language.EN).name),
    _("name_ru", msg("Name in Russian"), lambda row: row.text(Language.RU).name),
    _("name_lv", msg("Name in Latvian"), lambda row: row.text(Language.LV).name),
    _("care_en", msg("Care in English"), lambda row: row.text(Language.EN).care),
    _("care_ru", msg("Care in Russian"), lambda row: row.text(Language.RU).care),
    _("care_lv", msg("Care in Latvian"), lambda row: row.text(Language.LV).care),
    _("supplier", msg("Supplier"), lambda row: row.supplier),
    _("note", msg("Note"), lambda row: row.note),
    _("picture", msg("Has a picture"), lambda row: row.picture is not None, CellKind.YES),
    _("id", msg("Product number"), lambda row: row.id, CellKind.NUMBER),
)

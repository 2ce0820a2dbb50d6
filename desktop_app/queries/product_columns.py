"""The columns a list of products may have: for the window, the command line and files."""

from __future__ import annotations

from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.i18n import msg
from desktop_app.queries.products import ProductRow

_ = ListColumn[ProductRow]
PRODUCT_COLUMNS: tuple[ListColumn[ProductRow], ...] = (
    _("name", msg("Product"), lambda row: row.name),
    _("sku", msg("Article code"), lambda row: row.sku),
    _("barcode", msg("Barcode"), lambda row: row.barcode),
    _("shelf", msg("Shelf"), lambda row: row.shelf),
    _("price", msg("Price"), lambda row: row.price, CellKind.MONEY),
    _("fragile", msg("Fragile"), lambda row: row.fragile, CellKind.YES),
    _("warranty", msg("Warranty in months"), lambda row: row.warranty_months or None, CellKind.NUMBER),
)

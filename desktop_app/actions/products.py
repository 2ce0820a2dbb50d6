"""Adding, editing and removing products."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.checks import checked_product
from desktop_app.actions.columns import product_columns
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.products import ProductFields, ProductId
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.products import order_lines_of, product, product_by_sku, product_rows
from desktop_app.store.tables import LineTable, ProductTable

_TOPICS = (Topic.PRODUCTS,)


def add_product(shop: Shop, fields: ProductFields, *, actor: str) -> tuple[ProductId, Changes]:
    """Keeps a new product; raises Invalid at a field, also when another has the article code already."""
    tidy = checked_product(fields)
    with shop.change(msg("Add {name}", name=shorten(tidy.name)), actor=actor, topics=_TOPICS) as change:
        _check_sku_is_free(shop, tidy.sku, None)
        kept = ProductId(change.insert(ProductTable, product_columns(tidy)))
    return kept, change.changes


def edit_product(shop: Shop, product_id: ProductId, version: int, fields: ProductFields, *, actor: str) -> Changes:
    """Keeps a product's new fields; raises Conflict when they were changed since `version` was read."""
    tidy = checked_product(fields)
    name = shorten(product(shop, product_id).fields.name)
    with shop.change(msg("Edit {name}", name=name), actor=actor, topics=_TOPICS) as change:
        _check_sku_is_free(shop, tidy.sku, product_id)
        try:
            change.update(ProductTable, product_id, version=version, values=product_columns(tidy))
        except Conflict:
            raise Conflict(msg("{name} was changed meanwhile. Open it again to see what is new.", name=name)) from None
    return change.changes


def remove_products(shop: Shop, product_ids: Sequence[ProductId], *, actor: str) -> Changes:
    """Removes products; the orders that hold them keep their lines, with name and price as they were."""
    found = product_rows(shop, list(dict.fromkeys(product_ids)))
    title = nmsg("Remove {n} product", "Remove {n} products", n=len(found))
    if len(found) == 1:
        title = msg("Remove {name}", name=shorten(found[0].name))
    with shop.change(title, actor=actor, topics=(*_TOPICS, Topic.ORDERS)) as change:
        lines = order_lines_of(shop, [row.id for row in found])
        change.update_many(LineTable, lines, ("product",), ((None,) for _ in lines))
        change.delete(ProductTable, [row.id for row in found])
    return change.changes


def _check_sku_is_free(shop: Shop, sku: str, own: ProductId | None) -> None:
    holder = product_by_sku(shop, sku)
    if holder is not None and holder != own:
        name = shorten(product(shop, holder).fields.name)
        raise Invalid("sku", msg("“{name}” has this article code already.", name=name))

"""Adding, editing and removing products, and setting the stock of many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.actions.belongings import known_words
from desktop_app.actions.checks_products import check_stock, checked_product
from desktop_app.actions.columns import PRODUCT_TEXT_COLUMNS, product_columns, product_text_rows
from desktop_app.actions.complaint_belongings import let_go_of_products
from desktop_app.actions.meanwhile import or_changed_meanwhile
from desktop_app.actions.pictures import checked_picture, keep_picture
from desktop_app.actions.shelves import reshelve
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.keys import shelf_key
from desktop_app.domain.products import ProductFields, ProductId
from desktop_app.domain.tags import WordKind
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.product_list import product_rows
from desktop_app.queries.products import (
    interest_rows,
    interests_served,
    open_order_ids,
    order_lines_of,
    product,
    product_by_sku,
    text_rows,
)
from desktop_app.store.tables import LineTable, ProductTable, ProductTextTable, ProductWordTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.PRODUCTS,)


def add_product(
    shop: Shop, fields: ProductFields, *, picture: Path | bytes | None = None, actor: str
) -> tuple[ProductId, Changes]:
    """Keeps a new product, perhaps with a `picture`; raises Invalid at a field, also for a code another has already."""
    tidy = checked_product(fields)
    checked = checked_picture(picture) if picture is not None else None
    with shop.change(msg("Add {name}", name=shorten(tidy.name)), actor=actor, topics=_TOPICS) as change:
        _check_sku_is_free(shop, tidy.sku, None)
        if checked:
            tidy = replace(tidy, picture=keep_picture(shop, change, checked))
        kept = ProductId(change.insert(ProductTable, product_columns(tidy)))
        keep_told(shop, change, kept, tidy, old=ProductFields())
    return kept, change.changes


def edit_product(
    shop: Shop,
    product_id: ProductId,
    version: int,
    fields: ProductFields,
    *,
    picture: Path | bytes | None = None,
    actor: str,
) -> Changes:
    """Keeps a product's new fields, a `picture` in place of the one they name; Invalid, or Conflict with a newer one.

    Orders that wait for it are put where its shelf is now.
    """
    tidy = checked_product(fields)
    checked = checked_picture(picture) if picture is not None else None
    name = shorten(product(shop, product_id).fields.name)
    topics = (*_TOPICS, Topic.ORDERS)  # the bench's queue goes by shelves
    with shop.change(msg("Edit {name}", name=name), actor=actor, topics=topics) as change:
        _check_sku_is_free(shop, tidy.sku, product_id)
        now = product(shop, product_id)
        old = now.fields
        if checked:
            tidy = replace(tidy, picture=keep_picture(shop, change, checked))
        with or_changed_meanwhile(shop, name, version=now.version, actor=actor):
            change.update(ProductTable, product_id, version=version, values=product_columns(tidy))
        if keep_told(shop, change, product_id, tidy, old=old):
            change.touch(ProductTable, product_id)
        if shelf_key(tidy.shelf) != shelf_key(old.shelf):
            reshelve(shop, change, open_order_ids(shop, [product_id]))
    return change.changes


def set_stock(shop: Shop, product_ids: Sequence[ProductId], stock: int | None, *, actor: str) -> Changes:
    """Sets how many pieces there are of products, None where nobody counts them; raises Invalid at "stock"."""
    check_stock(stock)
    found = product_rows(shop, list(dict.fromkeys(product_ids)))
    title = nmsg("Set the stock of {n} product", "Set the stock of {n} products", n=len(found))
    if len(found) == 1:
        title = msg("Set the stock of {name}", name=shorten(found[0].name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update_many(ProductTable, [row.id for row in found], ("stock",), ((stock,) for _ in found))
    return change.changes


def remove_products(shop: Shop, product_ids: Sequence[ProductId], *, actor: str) -> Changes:
    """Removes products; the orders that hold them keep their lines, with name and price as they were."""
    found = product_rows(shop, list(dict.fromkeys(product_ids)))
    ids = [row.id for row in found]
    title = nmsg("Remove {n} product", "Remove {n} products", n=len(found))
    if len(found) == 1:
        title = msg("Remove {name}", name=shorten(found[0].name))
    with shop.change(title, actor=actor, topics=(*_TOPICS, Topic.ORDERS, Topic.COMPLAINTS)) as change:
        lines, waiting = order_lines_of(shop, ids), open_order_ids(shop, ids)
        change.update_many(LineTable, lines, ("product",), ((None,) for _ in lines))
        let_go_of_products(shop, change, ids)
        change.delete(ProductTextTable, text_rows(shop, ids))
        change.delete(ProductWordTable, interest_rows(shop, ids))
        change.delete(ProductTable, ids)
        reshelve(shop, change, waiting)
    return change.changes


def keep_told(shop: Shop, change: Change, kept: ProductId, fields: ProductFields, *, old: ProductFields) -> bool:
    """Makes a product's texts and interests those of `fields`, inside a change; answers whether any were not."""
    if fields.texts != old.texts:
        change.delete(ProductTextTable, text_rows(shop, [kept]))
        change.insert_many(ProductTextTable, PRODUCT_TEXT_COLUMNS, product_text_rows(kept, fields.texts))
    if fields.interests == old.interests:
        return fields.texts != old.texts
    wanted = set(known_words(shop, change, WordKind.INTEREST, fields.interests).values())
    served = interests_served(shop, kept)
    gone, new = [row for word, row in served.items() if word not in wanted], sorted(wanted - served.keys())
    change.delete(ProductWordTable, gone)
    change.insert_many(ProductWordTable, ("word", "product"), [(word, kept) for word in new])
    return bool(gone or new) or fields.texts != old.texts


def _check_sku_is_free(shop: Shop, sku: str, own: ProductId | None) -> None:
    holder = product_by_sku(shop, sku)
    if holder is not None and holder != own:
        name = shorten(product(shop, holder).fields.name)
        raise Invalid("sku", msg("“{name}” has this article code already. Give another, or leave it empty.", name=name))

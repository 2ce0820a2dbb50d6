"""`cordial product add|edit|remove`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from desktop_app.actions.products import add_product, edit_product, remove_products
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.products import ProductFields, ProductId
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.queries.products import product
from desktop_app.queries.settings import setting


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one product."""
    shop = context.open()
    try:
        currency = setting(shop, SHOP_CURRENCY)
        if words.deed == "add":
            fields = _fields(values.given(words, "product"), ProductFields(), currency)
            id_, done = add_product(shop, fields, actor=context.actor)
        else:
            id_ = ProductId(number_of("product", words.id))
            old = product(shop, id_)
            if words.deed == "remove":
                done = remove_products(shop, [id_], actor=context.actor)
            else:
                fields = _fields(values.given(words, "product"), old.fields, currency)
                done = edit_product(shop, id_, old.version, fields, actor=context.actor)
    finally:
        shop.close()
    context.answer({"product": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0


def _fields(options: dict[str, Any], old: ProductFields, currency: str) -> ProductFields:
    currency = options.pop("currency", "").upper() or (old.price.currency if old.price else currency)
    if "price" in options:
        old = replace(old, price=values.money("price", options.pop("price"), currency))
    if "fragile" in options:
        old = replace(old, fragile=values.yes("fragile", options.pop("fragile")))
    if "warranty" in options:
        old = replace(old, warranty_months=values.number("warranty", options.pop("warranty")))
    return replace(old, **options)

"""`cordial product add|edit|remove`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.actions.products import add_product, edit_product, remove_products
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.show import find_product
from desktop_app.domain.barcodes import barcode_remark
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.i18n import Language
from desktop_app.queries.settings import setting


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one product."""
    shop = context.open()
    try:
        currency = setting(shop, SHOP_CURRENCY)
        if words.deed == "add":
            options = values.given(words, "product")
            file = _picture(options)
            fields = _fields(options, ProductFields(), currency)
            id_, done = add_product(shop, fields, picture=file, actor=context.actor)
        else:
            old = find_product(shop, words.id)
            id_ = old.id
            if words.deed == "remove":
                done = remove_products(shop, [id_], actor=context.actor)
            else:
                options = values.given(words, "product")
                file = _picture(options)
                fields = _fields(options, old.fields, currency)
                done = edit_product(shop, id_, old.version, fields, picture=file, actor=context.actor)
    finally:
        shop.close()
    remark = barcode_remark(words.field_barcode or "") if words.deed != "remove" else None
    context.answer({"product": {"id": id_}, "change": done.id}, context.words.say(done.title))
    if remark is not None:
        context.complain(context.words.say(remark))
    return 0


def _picture(options: dict[str, Any]) -> Path | None:
    """The file of a new picture, taken out of `options`; what is left there of it takes the picture away."""
    if not options.get("picture"):
        return None
    return Path(options.pop("picture"))


def _fields(options: dict[str, Any], old: ProductFields, currency: str) -> ProductFields:
    currency = options.pop("currency", "").upper() or (old.price.currency if old.price else currency)
    if "price" in options:
        old = replace(old, price=values.money("price", options.pop("price"), currency))
    if "fragile" in options:
        old = replace(old, fragile=values.yes("fragile", options.pop("fragile")))
    if "warranty" in options:
        old = replace(old, warranty_months=values.number("warranty", options.pop("warranty")))
    if "picture" in options:
        old, _ = replace(old, picture=None), options.pop("picture")
    if "interest" in options:
        old = replace(old, interests=tuple(word for word in options.pop("interest") if word.strip()))
    if "stock" in options:
        old = replace(old, stock=_count("stock", options.pop("stock")))
    if "weight" in options:
        old = replace(old, weight=_count("weight", options.pop("weight")))
    if "handling" in options:
        old = replace(old, handling_days=_count("handling", options.pop("handling")))
    texts = tuple(_text(options, old.text(language)) for language in Language)
    return replace(old, texts=tuple(text for text in texts if text.name or text.care), **options)


def _count(option: str, typed: str) -> int | None:
    return values.number(option, typed) if typed.strip() else None


def _text(options: dict[str, Any], old: ProductText) -> ProductText:
    """What is said in one language; takes its options out."""
    given = {what: options.pop(f"{what}-{old.language}", getattr(old, what)) for what in ("name", "care")}
    return replace(old, **given)

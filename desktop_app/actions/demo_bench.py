"""What the bench of the sample shop works with: its articles, carriers and packers, the checklist and today's word."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop_app.actions.columns import PRODUCT_TEXT_COLUMNS, product_columns, product_text_rows
from desktop_app.actions.invented import Sample
from desktop_app.actions.pictures import checked_picture
from desktop_app.domain.carriers import CarrierFields, carrier_key, country_days_text
from desktop_app.domain.money import Money
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.domain.signatures import signature_key
from desktop_app.i18n import Language
from desktop_app.store.tables import (
    CarrierTable,
    DayWordTable,
    PackerTable,
    PackingStepTable,
    PictureTable,
    ProductTable,
    ProductTextTable,
    ProductWordTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def write_products(change: Change, found: Sample) -> range:
    """Keeps the articles with their pictures and what they are called in each language; answers their ids."""
    language, names = Language(found.shop["language"]), {item["picture"] for item in found.products}
    pictures = {name: change.insert(PictureTable, checked_picture(found.picture(name))) for name in sorted(names)}
    made = [_product(item, language, pictures[item["picture"]]) for item in found.products]
    columns = list(product_columns(made[0]))
    ids = change.insert_many(ProductTable, columns, [tuple(product_columns(one).values()) for one in made])
    texts = [row for number, one in zip(ids, made, strict=True) for row in product_text_rows(number, one.texts)]
    change.insert_many(ProductTextTable, PRODUCT_TEXT_COLUMNS, texts)
    return ids


def write_interests(change: Change, found: Sample, products: range, words: Mapping[tuple[str, str], int]) -> None:
    """Keeps which interests the articles serve; `words` are the ids of tags and interests."""
    interests = found.word_list("interests")
    rows = [
        (number, words["interest", interests[place]])
        for number, item in zip(products, found.products, strict=True)
        for place in item["interests"]
    ]
    change.insert_many(ProductWordTable, ("product", "word"), rows)


def write_bench(change: Change, found: Sample, today: dt.date) -> None:
    """Keeps carriers, packers with their signatures, the checklist and today's word."""
    languages = [language.value for language in Language]
    for one in sample_carriers(found):
        values = {"name": one.name, "name_key": carrier_key(one.name), "link": one.link, "days": one.days}
        change.insert(CarrierTable, {**values, "countries": country_days_text(one.countries)})
    spoken = found.shop["language"]
    for place, person in enumerate(found.people["packers"][spoken], 1):
        signature = change.insert(PictureTable, checked_picture(found.picture(f"signature-{place}.png")))
        values = {"person": person, "person_key": signature_key(person), "language": spoken}
        change.insert(PackerTable, {**values, "picture": signature})
    for position, step in enumerate(found.bench["checklist"], 1):
        texts = json.dumps({language: step[language] for language in languages}, ensure_ascii=False)
        change.insert(PackingStepTable, {"position": position, "texts": texts, "needs": step["needs"]})
    texts = json.dumps({language: found.bench["word"][language] for language in languages}, ensure_ascii=False)
    change.insert(DayWordTable, {"day": today, "texts": texts, "by": found.people["packers"][spoken][0]})


def sample_carriers(found: Sample) -> list[CarrierFields]:
    """The carriers of the sample shop."""
    return [
        CarrierFields(one["name"], one["link"], one["days"], tuple((land, days) for land, days in one["countries"]))
        for one in found.bench["carriers"]
    ]


def _product(item: dict[str, Any], language: Language, picture: int) -> ProductFields:
    told = ("shelf", "fragile", "stock", "weight", "barcode", "sku", "supplier")
    return ProductFields(
        name=item["name"][language.value],
        price=Money.of(Decimal(item["price"]), "EUR"),
        care=item["care"][language.value],
        warranty_months=item.get("warranty_months", 0),
        link=item.get("link", ""),
        handling_days=item.get("handling_days"),
        picture=picture,
        texts=tuple(
            ProductText(one, item["name"][one.value], item["care"][one.value])
            for one in Language
            if one is not language
        ),
        **{name: item[name] for name in told},
    )

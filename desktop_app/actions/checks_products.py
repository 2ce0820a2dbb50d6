"""What must be true of a product before it is kept; each failure is said at the field it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.checks import check_amount, check_currency, tidied
from desktop_app.actions.checks_people import checked_words
from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import checked_link
from desktop_app.domain.products import (
    HEAVIEST,
    LONGEST_WARRANTY,
    MOST_HANDLING,
    MOST_STOCK,
    ProductFields,
    ProductText,
)
from desktop_app.i18n import Language, msg


def checked_product(fields: ProductFields) -> ProductFields:
    """A product ready to be kept; raises Invalid at the first field that is not."""
    tidy = tidied(fields)
    if not tidy.name:
        raise Invalid("name", msg("Enter the name of the product."))
    if tidy.price is not None:
        check_currency(tidy.price.currency)
        check_amount("price", tidy.price, tidy.price.currency)
    if not 0 <= tidy.warranty_months <= LONGEST_WARRANTY:
        raise Invalid("warranty_months", msg("Write a warranty of 0 to {n} months.", n=LONGEST_WARRANTY))
    check_stock(tidy.stock)
    if tidy.weight is not None and not 0 < tidy.weight <= HEAVIEST:
        raise Invalid("weight", msg("Write a weight of 1 to {n} grams.", n=HEAVIEST))
    if tidy.handling_days is not None and not 0 <= tidy.handling_days <= MOST_HANDLING:
        raise Invalid("handling_days", msg("Write 0 to {n} working days to make it ready.", n=MOST_HANDLING))
    return replace(
        tidy,
        barcode=tidy_barcode(tidy.barcode),
        link=checked_link(tidy.link),
        texts=_checked_texts(tidy.texts),
        interests=checked_words(tidy.interests, "interests"),
    )


def check_stock(stock: int | None) -> None:
    """Raises Invalid at "stock" for a number of pieces that no shelf holds."""
    if stock is not None and not 0 <= stock <= MOST_STOCK:
        raise Invalid(
            "stock", msg("Write a stock of 0 to {n} pieces, or leave it empty where nobody counts.", n=MOST_STOCK)
        )


def _checked_texts(texts: Sequence[ProductText]) -> tuple[ProductText, ...]:
    """What is said in each language, one a language and in the languages' order; those that say nothing left out."""
    found: dict[Language, ProductText] = {}
    for text in texts:
        tidy = tidied(text, field="texts")
        if tidy.name or tidy.care:
            found[tidy.language] = tidy
    return tuple(found[language] for language in Language if language in found)

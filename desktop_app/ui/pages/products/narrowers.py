"""The ways a list of products is narrowed in the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.offered import suppliers_used, words_offered
from desktop_app.ui.pages.listed import Narrower
from desktop_app.ui.pages.spans import chosen, number_span, ticked, typed
from desktop_app.ui.widgets.inputs import TextInput
from desktop_app.ui.widgets.known_input import KnownInput


def product_narrowers(words: Words) -> tuple[Narrower, ...]:
    """Shelf, interest, supplier, stock and price, and what is lacking."""
    languages = [(Language(value), words.say(label)) for value, label in SHOP_LANGUAGE.choices]
    return (
        typed("shelf", words("Shelf begins with"), partial(TextInput, hint=words("Any"))),
        typed("interest", words("Interest"), partial(KnownInput, hint=words("Any"))),
        typed("supplier", words("Supplier"), partial(KnownInput, hint=words("Any"))),
        number_span(words, "stock", words("Stock")),
        number_span(words, "price", words("Price")),
        chosen(words, "unnamed_in", words("No name in"), languages),
        ticked("fragile", words("Only fragile ones")),
        ticked("sold_out", words("Sold out")),
        ticked("no_shelf", words("No shelf")),
        ticked("no_barcode", words("No barcode")),
        ticked("no_picture", words("No picture")),
    )


def known_of_products(shop: Shop) -> dict[str, Sequence[str]]:
    """What is offered while narrowing."""
    return {"interest": words_offered(shop, WordKind.INTEREST), "supplier": suppliers_used(shop)}

"""The ways a list of customers is narrowed in the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.consents import PURPOSE_NAMES
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.offered import towns, words_offered
from desktop_app.ui.pages.listed import Narrower
from desktop_app.ui.pages.spans import chosen, day_span, number_span, ticked, typed
from desktop_app.ui.widgets.date_inputs import MONTHS
from desktop_app.ui.widgets.known_input import KnownInput


def customer_narrowers(words: Words) -> tuple[Narrower, ...]:
    """Town, language, words, consents, orders and spending, birthday, and what is lacking."""
    languages = [(Language(value), words.say(label)) for value, label in SHOP_LANGUAGE.choices]
    consents = [(what, words.say(name)) for what, name in PURPOSE_NAMES.items()]
    months = [(number, words(month)) for number, month in enumerate(MONTHS, 1)]
    known = partial(KnownInput, hint=words("Any"))
    return (
        typed("town", words("City"), known),
        chosen(words, "language", words("Language"), languages),
        typed("tag", words("Tag"), known),
        typed("interest", words("Interest"), known),
        chosen(words, "consent", words("Consent"), consents),
        day_span(words, "first", words("First order")),
        day_span(words, "last", words("Last order")),
        chosen(words, "birthday_month", words("Birthday in"), months, none=0),
        number_span(words, "orders", words("Orders")),
        number_span(words, "spent", words("Spent")),
        ticked("regular", words("Only regulars")),
        ticked("birthday_soon", words("Birthday soon")),
        ticked("no_email", words("No e-mail")),
    )


def known_of_customers(shop: Shop) -> dict[str, Sequence[str]]:
    """What is offered while narrowing."""
    return {
        "town": towns(shop),
        "tag": words_offered(shop, WordKind.TAG),
        "interest": words_offered(shop, WordKind.INTEREST),
    }

"""`cordial statement`: all that is known of a customer as a PDF and as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.statements import make_statement
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerId
from desktop_app.i18n import Language


def run(context: Context, words: argparse.Namespace) -> int:
    """Writes both files and says where they are."""
    shop = context.open(write=False)
    try:
        made, data = make_statement(
            shop,
            CustomerId(number_of("customer", words.id)),
            Path(words.to),
            json_to=Path(words.json_to) if words.json_to else None,
            language=Language(words.language) if words.language else None,
        )
    finally:
        shop.close()
    said = context.words("The statement of {name} is in “{file}” and “{json}”.", name=made.title, file=words.to,
                         json=str(data))  # fmt: skip
    context.answer({"customer": made.customer.id, "to": words.to, "json": str(data)}, said)
    return 0

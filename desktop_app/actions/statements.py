"""Hands out all that is known about a customer: as a PDF to read and as JSON for machines."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.statements import Statement
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.statements import statement
from desktop_app.store.durable import durable_write


def make_statement(
    shop: Shop, customer: CustomerId, to: Path, *, json_to: Path | None = None, language: Language | None = None
) -> tuple[Statement, Path]:
    """Writes the statement of a customer to `to` and its JSON to `json_to`, else beside it; returns where that is.

    It is in the customer's own language where none is given. Raises NotFound, and Invalid for a name that is none of
    a PDF.
    """
    if to.suffix.lower() != ".pdf":
        raise Invalid("to", msg("“{file}” is no name for a PDF: let it end in .pdf.", file=shorten(to.name)))
    data = json_to or to.with_suffix(".json")
    if data.absolute() == to.absolute():
        raise Invalid("json", msg("The PDF and the JSON need two names. Give one of them another."))
    made = statement(shop, customer, language=language)
    write_statement(made, to, data)
    return made, data


def write_statement(made: Statement, to: Path, data: Path) -> int:
    """Writes a gathered statement as a PDF and as JSON, without the shop; returns the number of pages."""
    from desktop_app.exchange.statement_json import statement_json  # the press is heavy: first use, not start
    from desktop_app.render.statement import print_statement

    pages = 0

    def write(out: BinaryIO) -> None:
        nonlocal pages
        pages = print_statement(made, out)

    durable_write(to, write)
    durable_write(data, statement_json(made, Words(made.language)))
    return pages

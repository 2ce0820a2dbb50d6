"""The fields of a record as options of the command line: their names, shapes and how typed text becomes a value."""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """One `--name SHAPE` of `cordial customer|order|product add|edit`; `many` may be given more than once."""

    name: str
    shape: str = "TEXT"
    help: str = ""
    many: bool = False


_ADDRESS = tuple(Option(name) for name in ("recipient", "street", "city", "region", "postcode", "country"))
FIELDS: dict[str, tuple[Option, ...]] = {
    "customer": (
        Option("given"),
        Option("family"),
        Option("patronymic"),
        Option("company"),
        Option("language", "en|ru|lv"),
        Option("email"),
        Option("phone"),
        *_ADDRESS,
        Option("birthday", "DAY", "1990-05-17, 05-17 without a year, or 05 for the month alone"),
        Option("congratulate", "yes|no"),
        Option("note"),
    ),
    "order": (
        Option("number"),
        Option("customer", "ID"),
        Option("placed", "TIME", "2026-11-22T10:30+02:00"),
        Option("status", "S"),
        Option("paid", "yes|no"),
        Option("currency", "EUR"),
        Option("total", "12.50"),
        Option("shipping", "3.90"),
        Option("discount", "1.00"),
        Option("refunded", "0.00"),
        Option("ship-by", "DAY"),
        Option("carrier"),
        Option("tracking"),
        *_ADDRESS,
        Option("note"),
        Option("packer-note"),
        Option("line", "QTY;NAME;SKU;PRICE", "an article; repeat it for each", many=True),
    ),
    "product": (
        Option("sku"),
        Option("name"),
        Option("barcode"),
        Option("price", "12.50"),
        Option("currency", "EUR"),
        Option("shelf"),
        Option("fragile", "yes|no"),
        Option("care"),
        Option("warranty", "MONTHS"),
        Option("link", "URL", "to the film or page that shows how"),
        Option("note"),
    ),
}

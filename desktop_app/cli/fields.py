"""The fields of a record as options of the command line: their names, shapes and how typed text becomes a value."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.complaints import Severity, Source, Verdict
from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import Channel, Gender
from desktop_app.domain.people import DayKind, Relation
from desktop_app.i18n import Language


class Option(NamedTuple):
    """One `--name SHAPE` of `cordial NOUN add|edit`; `many` may be given more than once."""

    name: str
    shape: str = "TEXT"
    help: str = ""
    many: bool = False


_SEVERAL = "given once it is the preferred one; repeated, these are all there are, the preferred one first"
_DAY = "1990-05-17, 05-17 without a year, or 05 for the month alone"
_LEAD = "how many days ahead to tell of it; empty: as the shop does"
_NAMES = (Option("given"), Option("family"), Option("language", "en|ru|lv"))
_FORMS = (
    Option("gender", "|".join(Gender), "empty: as the name tells"),
    Option("called", help="the form they are called by"),
    Option("called-to", help="the form for “a gift to …”"),
)
_ADDRESS = tuple(Option(name) for name in ("recipient", "street", "city", "region", "postcode", "country"))
FIELDS: dict[str, tuple[Option, ...]] = {
    "customer": (
        *_NAMES,
        Option("patronymic"),
        Option("company"),
        Option("email", "ADDRESS[;LABEL]", _SEVERAL, many=True),
        Option("phone", "NUMBER[;LABEL]", _SEVERAL, many=True),
        Option("messenger", "NAME[;LABEL]", "repeat it for each", many=True),
        *_ADDRESS,
        Option("address", "LABEL=STREET;CITY;POSTCODE;COUNTRY", "a further one; repeat it for each", many=True),
        Option("birthday", "DAY", _DAY),
        Option("congratulate", "yes|no"),
        Option("deceased", "yes|no"),
        Option("name-day", "yes|no", "congratulated on the name day"),
        Option("lead", "DAYS", _LEAD),
        Option("channel", "|".join(Channel), "how they wish to be told something"),
        Option("extra-care", "yes|no", "packers see that there was a complaint, not what it was"),
        *_FORMS,
        Option("opening", help="the first line of a letter"),
        Option("tag", "WORD", "repeat it for each", many=True),
        Option("interest", "WORD", "repeat it for each", many=True),
        Option("note"),
    ),
    "person": (
        Option("relation", "|".join(Relation), "who they are to the customer"),
        Option("relation-words", help="sister, neighbour …: with --relation other"),
        *_NAMES,
        *_FORMS,
        Option("customer", "ID", "their own number, where they are a customer too"),
        Option("together", "yes|no", "on one card with the household"),
        Option("congratulate", "yes|no"),
        Option("deceased", "yes|no"),
        Option("name-day", "yes|no", "congratulated on the name day"),
        Option("day", "KIND=DAY;TITLE;LEAD", "birthday=2019-12-05; repeat it for each", many=True),
        Option("note"),
    ),
    "day": (
        Option("person", "ID", "of this person around the customer"),
        Option("kind", "|".join(DayKind)),
        Option("on", "DAY", _DAY),
        Option("title", help="what is kept, where the kind is other"),
        Option("lead", "DAYS", _LEAD),
    ),
    "consent": (
        Option("what", "|".join(Purpose)),
        Option("given-on", "DAY"),
        Option("source", help="how it was given: order form, phone call …"),
        Option("withdrawn-on", "DAY"),
        Option("note"),
    ),
    "note": (),
    "order": (
        Option("number"),
        Option("source", help="the shop it came from, for a new order; empty: our own desk"),
        Option("customer", "ID"),
        Option("placed", "TIME", "2026-11-22T10:30+02:00"),
        Option("status", "S"),
        Option("paid", "yes|no"),
        Option("currency", "EUR"),
        Option("total", "12.50"),
        Option("shipping", "3.90"),
        Option("discount", "1.00"),
        Option("refunded", "0.00"),
        Option("ship-by", "DAY", "posted by then; empty: counted by the shop's rules"),
        Option("deliver-by", "DAY", "at the door by then; empty: counted where the carrier's days are known"),
        Option("carrier"),
        Option("tracking"),
        *_ADDRESS,
        Option("note"),
        Option("packer-note"),
        Option("note-to", help="to the customer, printed on the packing insert"),
        Option("gift", "yes|no", "somebody else's present: no prices go with it"),
        Option("line", "QTY;NAME;SKU;PRICE;DISCOUNT", "an article; repeat it for each", many=True),
    ),
    "complaint": (
        Option("order", "NUMBER", "what is known of it is filled in: whose it is, who packed and carried it"),
        Option("customer", "ID"),
        Option("kind", "KIND", "late, damaged, wrong … as complaint kinds tells"),
        Option("text", help="what was said; - reads it from standard input"),
        Option("subject"),
        Option("source", "|".join(Source), "where it came from"),
        Option("where", "NAME", "which marketplace or network"),
        Option("key", "ID", "its own number there"),
        Option("received", "TIME", "2026-11-22T10:30+02:00; empty: now"),
        Option("rating", "1-5", "the stars of a review"),
        Option("severity", "|".join(Severity)),
        Option("verdict", "|".join(Verdict), "whether it is justified"),
        Option("article", help="the article in question, as the order or you call it"),
        Option("product", "ID|SKU"),
        Option("packer"),
        Option("carrier"),
        Option("supplier"),
        Option("picture", "FILE", "PNG, JPEG or WebP; repeat it for each", many=True),
    ),
    "product": (
        Option("sku"),
        Option("name"),
        Option("barcode"),
        Option("price", "12.50"),
        Option("currency", "EUR"),
        Option("stock", "PIECES", "how many there are; empty: nobody counts them"),
        Option("shelf"),
        Option("weight", "GRAMS"),
        Option("fragile", "yes|no"),
        Option("handling", "DAYS", "working days to make it ready; empty: as the shop does"),
        Option("care", help="in the shop's own words"),
        Option("warranty", "MONTHS"),
        Option("link", "URL", "to the film or page that shows how"),
        Option("interest", "WORD", "repeat it for each", many=True),
        *(Option(f"{what}-{language}") for what in ("name", "care") for language in Language),
        Option("picture", "FILE", "PNG, JPEG or WebP; empty takes it away"),
        Option("supplier", help="who makes or delivers it"),
        Option("note"),
    ),
}

"""How the Import page says a plan: its headline, what the file holds, what would change, what is refused and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.importing import Difference, FileKind, ImportRow, Place, PlanSummary
from desktop_app.domain.mapping import MAP_FIELDS
from desktop_app.domain.money import Money
from desktop_app.domain.orders import STATUS_LABELS, Status
from desktop_app.i18n import Message, Words, msg, nmsg
from desktop_app.ui.pages.dates import short_day, stamp
from desktop_app.ui.pages.orders.wording import joined, money_text

KINDS: dict[FileKind, Message] = {
    FileKind.MAPPED_ORDERS: msg("Table of orders"),
    FileKind.MAPPED_CUSTOMERS: msg("Table of people"),
    FileKind.MAPPED_PRODUCTS: msg("Table of products"),
    FileKind.MAPPED_COMPLAINTS: msg("Table of reviews and complaints"),
    FileKind.MAIL: msg("E-mail"),
}
_FIELDS: dict[str, Message] = {
    **{field.name: field.label for field in MAP_FIELDS},
    "lines": msg("Articles"),
    "ship_to": msg("Goes to"),
}


def headline(words: Words, plan: PlanSummary) -> str:
    """“34 new orders, 2 changed, 91 the same, 1 refused”; what there is none of is left out."""
    if plan.kind is FileKind.MAIL and plan.changed:
        return words("A reply to a complaint you have")
    parts = [words.say(_new(plan.kind, plan.new, orders=plan.orders))] if plan.new else []
    parts += counts(words, changed=plan.changed, same=plan.same, refused=refused_count(plan))
    return ", ".join(parts) or words("This file holds no records")


def _new(kind: FileKind, n: int, *, orders: bool) -> Message:
    if orders:
        return nmsg("{n} new order", "{n} new orders", n=n)
    if kind is FileKind.MAPPED_PRODUCTS:
        return nmsg("{n} new product", "{n} new products", n=n)
    if kind is FileKind.MAPPED_COMPLAINTS:
        return nmsg("{n} new review or complaint", "{n} new reviews and complaints", n=n)
    if kind is FileKind.MAIL:
        return nmsg("{n} new complaint", "{n} new complaints", n=n)
    return nmsg("{n} new customer", "{n} new customers", n=n)


def counts(words: Words, *, changed: int, same: int, refused: int) -> list[str]:
    """“2 changed”, “91 the same”, “1 refused”, those there are."""
    said = (
        words.n("{n} changed", "{n} changed", changed) if changed else "",
        words.n("{n} the same", "{n} the same", same) if same else "",
        words.n("{n} refused", "{n} refused", refused) if refused else "",
    )
    return [part for part in said if part]


def refused_count(plan: PlanSummary) -> int:
    """All refused records, also those not listed."""
    return max(plan.refused_count, len(plan.refused))


def import_button(words: Words, plan: PlanSummary) -> str:
    """“Import 34 orders”; what is the same is not counted."""
    n = plan.new + plan.changed
    if plan.orders:
        return words.n("Import {n} order", "Import {n} orders", n)
    if plan.kind is FileKind.MAPPED_PRODUCTS:
        return words.n("Import {n} product", "Import {n} products", n)
    if plan.kind is FileKind.MAIL:
        return words("Add the reply") if plan.changed else words("Record the complaint")
    if plan.kind is FileKind.MAPPED_COMPLAINTS:
        return words.n("Import {n} review or complaint", "Import {n} reviews and complaints", n)
    return words.n("Import {n} customer", "Import {n} customers", n)


def imported(kind: FileKind, n: int, *, orders: bool) -> Message:
    """“34 orders imported”."""
    if orders:
        return nmsg("{n} order imported", "{n} orders imported", n=n)
    if kind is FileKind.MAPPED_PRODUCTS:
        return nmsg("{n} product imported", "{n} products imported", n=n)
    if kind in (FileKind.MAPPED_COMPLAINTS, FileKind.MAIL):
        return nmsg("{n} review or complaint taken in", "{n} reviews and complaints taken in", n=n)
    return nmsg("{n} customer imported", "{n} customers imported", n=n)


def contents(words: Words, plan: PlanSummary, today: dt.date) -> str:
    """“249 articles · 18 new customers · 12 Jan – 5 Nov · €12,345.00”."""
    of_people = not plan.orders and plan.kind not in (FileKind.MAPPED_COMPLAINTS, FileKind.MAIL)
    return joined(
        words.n("{n} line of articles", "{n} lines of articles", plan.lines) if plan.lines else "",
        words.n("{n} new customer", "{n} new customers", plan.people_new) if plan.people_new and not of_people else "",
        span(words, plan.first_day, plan.last_day, today),
        *(money_text(words, Money(minor, currency)) for currency, minor in plan.totals),
    )


def span(words: Words, first: dt.date | None, last: dt.date | None, today: dt.date) -> str:
    """“Mon 12 Jan – Thu 5 Nov”, one day when both are the same."""
    if first is None or last is None:
        return ""
    if first == last:
        return short_day(words, first, today)
    return f"{short_day(words, first, today)} – {short_day(words, last, today)}"


def field_name(words: Words, field: str) -> str:
    """What a field of a record is called."""
    return words.say(_FIELDS[field]) if field in _FIELDS else field.replace("_", " ").capitalize()


def difference_text(words: Words, differences: Iterable[Difference]) -> str:
    """“Status: paid → shipped · Tracking number: – → LV123”."""
    return joined(*(
        f"{field_name(words, one.field)}: {_value(words, one.field, one.old)} → {_value(words, one.field, one.new)}"
        for one in differences
    ))


def place_text(words: Words, place: Place) -> str:
    """“Row 17, column Email”, with the sheet where there are several."""
    parts = [words("Row {row}", row=place.row)]
    if place.column:
        parts.append(words("column {column}", column=place.column))
    if place.sheet:
        parts.append(words("sheet {sheet}", sheet=place.sheet))
    return ", ".join(parts)


def earlier_title(words: Words, row: ImportRow) -> str:
    """“orders.csv · 34 new, 2 changed”."""
    new = words.n("{n} new", "{n} new", row.new) if row.new else ""
    said = [part for part in (new, *counts(words, changed=row.changed, same=row.same, refused=row.refused)) if part]
    return joined(row.file, ", ".join(said))


def earlier_detail(words: Words, row: ImportRow, today: dt.date) -> str:
    """“today 14:05 · Shopify orders”."""
    return joined(stamp(words, row.at, today), kind_name(words, row.kind))


def kind_name(words: Words, kind: FileKind | None, platform: str = "") -> str:
    """What a file is: its platform, or a table of orders or people."""
    if kind in KINDS:
        return joined(words.say(KINDS[kind]), platform)
    if kind is None:
        return platform
    name = platform or kind.value.partition("-")[0].capitalize()
    people = kind.value.endswith("customers")
    return words("{platform}, customers", platform=name) if people else words("{platform}, orders", platform=name)


def shop_name(words: Words, source: str, platform: str) -> str:
    """The shop a file is of: the name a person gave it, else its platform."""
    if source == platform.casefold():
        return platform
    return words("your own table") if source == "file" else source


def _value(words: Words, field: str, value: str | Money) -> str:
    if isinstance(value, Money):
        return money_text(words, value)
    if field == "status" and value in tuple(Status):
        return words.say(STATUS_LABELS[Status(value)])
    return value or "–"

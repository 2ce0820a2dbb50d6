"""How the Import page says a plan: its headline, what the file holds, what would change, what is refused and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.file_kinds import Brings, FileKind
from desktop_app.domain.importing import Difference, ImportRow, Place, PlanSummary
from desktop_app.domain.mapping import MAP_FIELDS
from desktop_app.domain.money import Money
from desktop_app.domain.orders import STATUS_LABELS, Status
from desktop_app.domain.own_files import CUSTOMER_HEADINGS
from desktop_app.i18n import Message, Words, msg, nmsg
from desktop_app.ui.pages.dates import birthday_text, short_day, stamp
from desktop_app.ui.pages.orders.wording import joined, money_text

KINDS: dict[FileKind, Message] = {
    FileKind.MAPPED_ORDERS: msg("Table of orders"),
    FileKind.MAPPED_CUSTOMERS: msg("Table of people"),
    FileKind.MAPPED_PRODUCTS: msg("Table of products"),
    FileKind.MAPPED_COMPLAINTS: msg("Table of reviews and complaints"),
    FileKind.MAIL: msg("E-mail"),
    FileKind.VCARD: msg("Cards of contacts (vCard)"),
    FileKind.CALENDAR: msg("Calendar of birthdays"),
}
_FIELDS: dict[str, Message] = {
    **CUSTOMER_HEADINGS,
    "congratulate": msg("Congratulate at all"),
    **{field.name: field.label for field in MAP_FIELDS},
    "lines": msg("Articles"),
    "ship_to": msg("Goes to"),
    "contacts": msg("Further ways to reach them"),
    "addresses": msg("Further addresses"),
    "days": msg("Days kept each year"),
    "relatives": msg("People around"),
}


def headline(words: Words, plan: PlanSummary) -> str:
    """“34 new orders, 2 changed, 91 the same, 1 refused”; what there is none of is left out."""
    if plan.kind is FileKind.MAIL and plan.changed:
        return words("A reply to a complaint you have")
    parts = [words.say(_new(plan.kind, plan.new))] if plan.new else []
    parts += counts(words, changed=plan.changed, same=plan.same, refused=refused_count(plan))
    said = ", ".join(parts)
    return said[:1].upper() + said[1:] if said else words("This file holds no records")


def what_now(words: Words, plan: PlanSummary) -> str:
    """How far it is, in a line under the page's title."""
    if plan.new or plan.changed:
        return words("nothing is written yet")
    if refused_count(plan) and not plan.same:
        return words("nothing in it can be imported as it is")
    return words("nothing in it is new")


def _new(kind: FileKind, n: int) -> Message:
    if kind is FileKind.MAIL:
        return nmsg("{n} new complaint", "{n} new complaints", n=n)
    if kind.brings is Brings.ORDERS:
        return nmsg("{n} new order", "{n} new orders", n=n)
    if kind.brings is Brings.PRODUCTS:
        return nmsg("{n} new product", "{n} new products", n=n)
    if kind.brings is Brings.COMPLAINTS:
        return nmsg("{n} new review or complaint", "{n} new reviews and complaints", n=n)
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
    if plan.kind is FileKind.MAIL:
        return words("Add the reply") if plan.changed else words("Record it")
    if plan.kind.brings is Brings.ORDERS:
        return words.n("Import {n} order", "Import {n} orders", n)
    if plan.kind.brings is Brings.PRODUCTS:
        return words.n("Import {n} product", "Import {n} products", n)
    if plan.kind.brings is Brings.COMPLAINTS:
        return words.n("Import {n} review", "Import {n} reviews", n)
    return words.n("Import {n} customer", "Import {n} customers", n)


def imported(kind: FileKind, n: int) -> Message:
    """“34 orders imported”."""
    if kind.brings is Brings.ORDERS:
        return nmsg("{n} order imported", "{n} orders imported", n=n)
    if kind.brings is Brings.PRODUCTS:
        return nmsg("{n} product imported", "{n} products imported", n=n)
    if kind.brings is Brings.COMPLAINTS:
        return nmsg("{n} review or complaint taken in", "{n} reviews and complaints taken in", n=n)
    return nmsg("{n} customer imported", "{n} customers imported", n=n)


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
    name = kind.platform
    if kind.value.endswith("contacts"):
        return words("{platform}, contacts", platform=name)
    said = {
        Brings.ORDERS: words("{platform}, orders", platform=name),
        Brings.PEOPLE: words("{platform}, customers", platform=name),
        Brings.PRODUCTS: words("{platform}, products", platform=name),
        Brings.COMPLAINTS: words("{platform}, complaints", platform=name),
    }
    return said[kind.brings]


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
    if field == "birthday" and value:
        *year, month, day = map(int, value.split("-"))
        return birthday_text(words, month, day, year[0] if year else None)
    return value or "–"

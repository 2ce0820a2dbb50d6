"""`cordial export KIND --to FILE`: a list as CSV or XLSX, people as vCards, birthdays as a calendar."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop_app.actions.exporting import export_list, export_order_lines, export_plain, rows_said
from desktop_app.actions.exporting_people import cards_said, days_said, export_birthdays, export_people
from desktop_app.cli.narrowing import wanted_list
from desktop_app.cli.narrowing_arguments import foreign
from desktop_app.cli.output import Context
from desktop_app.domain.listing import ListKind
from desktop_app.domain.written import CardVersion, PlainKind
from desktop_app.queries import Shop

LINES = "order-lines"
CARDS = ("people", "birthdays")
SAID = {"people": cards_said, "birthdays": days_said}
_LISTED_AS = {LINES: "orders", "people": "customers", "birthdays": "customers"}  # whose narrowing words they take


def run(context: Context, words: argparse.Namespace) -> int:
    """Writes what the options leave of a list; options that this list has no use for end with the usage."""
    kind = _LISTED_AS.get(words.kind, words.kind)
    plain = words.kind in tuple(PlainKind)
    columns = tuple(key.strip() for key in words.columns.split(",")) if words.columns else ()
    if plain or words.kind == LINES:
        words.columns = ""  # those are not the columns of the page
    strange = foreign(words, "" if plain else kind) or ("--text" if plain and words.text else "")
    if words.columns and words.kind in CARDS:
        strange = strange or "--columns"
    if strange:
        words.refuse(f"not for {words.kind}: {strange}")
    file = Path(words.to)
    shop = context.open(write=False)
    try:
        if plain:
            written = export_plain(shop, PlainKind(words.kind), columns, to=file, words=context.words)
        else:
            written = _narrowed(context, shop, words, ListKind(kind), columns, file)
    finally:
        shop.close()
    said = SAID.get(words.kind, rows_said)(written, file)
    context.answer({"rows": written, "file": str(file)}, context.words.say(said))
    return 0


def _narrowed(
    context: Context, shop: Shop, words: argparse.Namespace, kind: ListKind, columns: Sequence[str], file: Path
) -> int:
    """Writes the records that the options leave, in the order they ask for."""
    wanted = wanted_list(shop, kind, words)
    ids, say, progress = wanted.ids(shop), context.words, context.progress()
    if words.kind == LINES:
        return export_order_lines(shop, ids, columns, to=file, words=say, progress=progress)
    if words.kind == "people":
        return export_people(shop, ids, to=file, version=CardVersion(words.vcard), progress=progress)
    if words.kind == "birthdays":
        return export_birthdays(shop, ids, to=file, words=say, progress=progress)
    return export_list(shop, kind, ids, wanted.content.columns, to=file, words=say, progress=progress)

"""`cordial complaint figures`: complaints counted, and how many of those who complained bought again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli import values
from desktop_app.cli.output import Context, table
from desktop_app.domain.complaint_figures import BoughtAgain, Counted, CountedRow, Grouping, Returning, usual_period
from desktop_app.domain.errors import Invalid
from desktop_app.domain.resolutions import DEED_NAMES
from desktop_app.i18n import msg
from desktop_app.queries.complaint_figures import counted
from desktop_app.queries.returning import returning


def run(context: Context, words: argparse.Namespace) -> int:
    """Counts, and writes nothing."""
    shop = context.open(write=False)
    try:
        since, until = usual_period(shop.today())
        since = values.day("from", words.since) or since
        until = values.day("to", words.until) or until
        if since > until:
            raise Invalid("from", msg("{since} is after {until}. Check the days.", since=since, until=until))
        found = counted(shop, Grouping(words.by), since=since, until=until)
        again = returning(shop, since=since, until=until)
    finally:
        shop.close()
    context.answer(_data(found, again), _text(context, found, again))
    return 0


def _data(found: Counted, again: Returning) -> dict[str, object]:
    return {
        "by": found.by, "since": found.since, "until": found.until, "complaints": found.complaints,
        "justified": found.justified, "orders": found.orders,
        "figures": [{"id": row.key, "title": row.title, "complaints": row.complaints, "justified": row.justified,
                     "orders": row.orders, "per_hundred": _rounded(row)} for row in found.rows],
        "bought_again": {**_again(again.whole), "after": [{"resolution": one.deed, **_again(one)}
                                                           for one in again.after]},
    }  # fmt: skip


def _rounded(row: CountedRow) -> float | None:
    return None if row.per_hundred is None else round(row.per_hundred, 1)


def _again(one: BoughtAgain) -> dict[str, object]:
    share = round(one.share, 3) if one.complainers else None
    return {"complainers": one.complainers, "again": one.again, "fresh": one.fresh, "share": share}


def _text(context: Context, found: Counted, again: Returning) -> str:
    words = context.words
    cells: list[Sequence[str]] = []
    for row in found.rows:
        title = (words.say(row.title) if not isinstance(row.title, str) else row.title) or words("not known")
        of = words.n("of {n} order", "of {n} orders", row.orders) if row.orders else ""
        cells.append((title, str(row.complaints), of))
    lines = [words.n("{n} complaint", "{n} complaints", found.complaints), table(cells)]
    lines += [_returned(context, again.whole, words("Bought again"))]
    lines += [
        "  " + _returned(context, one, words.say(DEED_NAMES[one.deed]) if one.deed else words("Nothing noted"))
        for one in again.after
    ]
    return "\n".join(line for line in lines if line)


def _returned(context: Context, one: BoughtAgain, title: str) -> str:
    return context.words("{what}: {again} of {all}", what=title, again=one.again, all=one.complainers)

"""`cordial list prints|designs|stocks|calibrations|signatures|packers`: with what, by whom and what was printed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict

from desktop_app.cli.output import Context, Listed
from desktop_app.cli.values import written_places
from desktop_app.queries import Shop


def _prints(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    from desktop_app.domain.print_outcome import outcome_words
    from desktop_app.queries.printing import print_rows

    rows = print_rows(shop, words.limit)
    objects: list[dict[str, object]] = [
        {
            "id": row.id,
            "at": row.at,
            "kind": row.kind,
            "stock": row.stock,
            "by": row.by,
            "cards": row.cards,
            "sheets": row.sheets,
            "printer": row.printer,
            "outcome": row.outcome.state if row.outcome else None,
            "undone": row.undone,
        }
        for row in rows
    ]
    return objects, [
        (
            str(row.id),
            row.at[:16].replace("T", " "),
            row.kind,
            row.stock,
            str(row.cards),
            row.by,
            context.words.say(outcome_words(row.outcome)) if row.outcome else "",
        )
        for row in rows
    ]


def _designs(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    from desktop_app.actions.templates import all_templates
    from desktop_app.domain.printing import Kind

    language, sought = context.words.language, words.text.casefold()
    found = [row for kind in Kind if kind is not Kind.PARCEL for row in all_templates(shop, kind)]
    rows = [row for row in found if sought in f"{row.kind} {row.key} {row.title[language]}".casefold()][: words.limit]
    objects: list[dict[str, object]] = [
        {"id": row.key, "kind": row.kind, "title": row.title[language], "own": row.id is not None, "number": row.number}
        for row in rows
    ]
    return objects, [(row.kind, row.key, row.title[language]) for row in rows]


def _stocks(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    from desktop_app.actions.stocks import stock_choices

    language = context.words.language
    rows = [
        row
        for row in stock_choices(shop)
        if words.text.casefold() in f"{row.stock.id} {row.stock.title[language]}".casefold()
    ][: words.limit]
    objects: list[dict[str, object]] = [
        {
            "id": row.stock.id,
            "title": row.stock.title[language],
            "places": row.stock.places,
            "own": row.own,
            "owned": row.owned,
            "begun": row.begun,
        }
        for row in rows
    ]
    here = context.words("here")
    return objects, [
        (
            row.stock.id,
            here if row.owned else "",
            " ".join(written_places(free) for free in row.begun),
            row.stock.title[language],
        )
        for row in rows
    ]


def _calibrations(_context: Context, shop: Shop, _words: argparse.Namespace) -> Listed:
    from desktop_app.queries.stocks import calibrations

    rows = calibrations(shop)
    objects: list[dict[str, object]] = [
        {
            "id": number,
            "printer": row.printer,
            "tray": row.tray,
            "stock": row.stock,
            "measured_on": row.on,
            **asdict(row.measures),
        }
        for number, row in enumerate(rows, 1)
    ]
    return objects, [
        (row.printer, row.tray, row.stock, f"{row.measures.dx:+.1f} {row.measures.dy:+.1f} mm") for row in rows
    ]


def _signatures(_context: Context, shop: Shop, _words: argparse.Namespace) -> Listed:
    from desktop_app.queries.signatures import signatures

    rows = signatures(shop)
    return [{"id": row.id, "person": row.person} for row in rows], [(row.person,) for row in rows]


def _packers(context: Context, shop: Shop, _words: argparse.Namespace) -> Listed:
    from desktop_app.cli.packers import listed

    return listed(context, shop)


PAPER_LISTS: Mapping[str, Callable[[Context, Shop, argparse.Namespace], Listed]] = {
    "prints": _prints,
    "designs": _designs,
    "stocks": _stocks,
    "calibrations": _calibrations,
    "signatures": _signatures,
    "packers": _packers,
}

"""`cordial print`: orders in, one PDF of cards and inserts out, to a file or a printer."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.paper import stocks
from desktop_app.actions.printers import print_file
from desktop_app.actions.printing import make_parcel_papers, print_folder
from desktop_app.actions.prints import log_print
from desktop_app.cli.output import Context
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import PrintResult, Remark, Severity
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.orders import order_ids, orders_by_numbers
from desktop_app.queries.printing import latest_orders, shop_details, stream_parcel_details, unprinted_orders
from desktop_app.queries.settings import settings


def run(context: Context, words: argparse.Namespace) -> int:
    """Makes the papers, marks them printed; 3 when some were left out and the rest printed."""
    kind = Kind(words.kind)
    shop = context.open()
    try:
        orders, unknown = _chosen(shop, words, kind)
        file = Path(words.to) if words.to else print_folder(shop) / f"{kind}-{shop.now():%Y%m%d-%H%M%S}.pdf"
        result = make_parcel_papers(
            stream_parcel_details(shop, orders),
            shop_details(shop),
            kind=kind,
            values=settings(shop),
            stock=words.stock,
            design=words.template,
            imposing=Imposing(start=words.start),
            copies=words.copies,
            by=words.by,
            to=file,
            total=len(orders),
            progress=context.progress(),
        )
        if result.pages:
            if words.printer:
                stock = next(stock for stock in stocks() if stock.id == result.stock)
                print_file(file, words.printer, title=f"Cordial {kind}", stock=stock)
            log_print(shop, result, kind=kind, file=file, by=words.by, actor=context.actor)
    finally:
        shop.close()
    return _answer(context, result, unknown, file)


def _chosen(shop: Shop, words: argparse.Namespace, kind: Kind) -> tuple[list[OrderId], list[Remark]]:
    """The orders to print for, and what was named but is not there."""
    if words.unprinted:
        return unprinted_orders(shop, kind), []
    if words.for_date:
        return [
            OrderId(id_) for id_ in order_ids(shop, OrderFilter(to_pack=True, ship_by=words.for_date), Sort("number"))
        ], []
    if words.orders:
        found = orders_by_numbers(shop, words.orders)
        missing = [number for number in dict.fromkeys(words.orders) if number not in found]
        return list(dict.fromkeys(found[number] for number in words.orders if number in found)), [
            _unknown(number, msg("There is no order {number} in this shop.", number=number)) for number in missing
        ]
    newest = latest_orders(shop, words.customers)
    asked = [CustomerId(id_) for id_ in dict.fromkeys(words.customers)]
    return [newest[id_] for id_ in asked if id_ in newest], [
        _unknown(str(id_), msg("Customer {id} has no order to print a card for.", id=id_))
        for id_ in asked
        if id_ not in newest
    ]


def _unknown(title: str, message: Message) -> Remark:
    return Remark(0, "", title, Severity.STOP, message)


def _answer(context: Context, result: PrintResult, unknown: list[Remark], file: Path) -> int:
    words, skipped = context.words, [*unknown, *result.skipped]
    data = {
        "pages": result.pages,
        "sheets": result.sheets,
        "cards": result.cards,
        "skipped": [{"id": one.title, "reason": one.message} for one in skipped],
        "warnings": [{"id": one.title, "reason": one.message} for one in result.warnings],
        "file": str(file) if result.pages else None,
        "seconds": round(result.seconds, 3),
    }
    if result.pages:
        text = words.n("{n} card", "{n} cards", result.cards)
        text += " · " + words.n("{n} sheet of paper", "{n} sheets of paper", result.sheets) + f" · {file}"
    else:
        text = words("There is nothing to print.")
    context.answer(data, text)
    for one in (*skipped, *result.warnings):
        said = words.say(one.message)
        context.complain(said if one.title in said else f"{one.title}: {said}")
    if skipped and not result.pages:
        return 1
    return 3 if skipped else 0

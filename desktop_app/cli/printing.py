"""`cordial print`: records in, one PDF of their papers out, to a file or a printer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop_app.actions.handed import Handed
from desktop_app.actions.paper import chosen_designs, chosen_stock
from desktop_app.actions.printing import make_parcel_papers, print_folder
from desktop_app.actions.prints import log_print
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.templates import read_templates, with_pictures
from desktop_app.cli.handing import hand_over, keep_what_became, refuse_unknown, tell_what_waits
from desktop_app.cli.output import Context
from desktop_app.cli.paper_choice import Chosen, chosen
from desktop_app.domain.cards import Template
from desktop_app.domain.imposing import Duplex, Imposing, Order
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import FOR_SHOP, Kind, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock, StockKept
from desktop_app.domain.templates import own_id
from desktop_app.queries import Shop
from desktop_app.queries.printing import shop_details
from desktop_app.queries.settings import settings
from desktop_app.queries.stocks import calibration, kept_stocks
from desktop_app.queries.templates import own_template


def run(context: Context, words: argparse.Namespace) -> int:
    """Makes the papers, marks them printed; 3 when some were left out and the rest printed."""
    kind = Kind(words.kind)
    _check(words, kind)
    if words.printer:
        refuse_unknown(words.printer)
    handed = ""
    shop = context.open()
    try:
        records = chosen(shop, kind, words)
        values = settings(shop)
        stock = read_stock(shop, words.stock or chosen_stock(kind, values))
        begun = kept_stocks(shop).get(stock.id, StockKept(0, stock.id)).begun if words.left_over else ()
        file = Path(words.to) if words.to else print_folder(shop) / f"{kind}-{shop.now():%Y%m%d-%H%M%S}.pdf"
        result = _made(context, words, shop=shop, records=records, values=values, stock=stock, begun=begun, file=file)
        if result.pages:
            left = (stock.id, result.begun) if words.left_over else None
            if words.printer:
                duplex = Duplex(words.duplex)
                sheets = result.layout.stock if result.layout else stock  # folded cards lie on double ones
                papers = Handed(shop.location, result, kind, file, words.printer, words.by, begun=left)
                handed = hand_over(papers, title=f"Cordial {kind}", stock=sheets, duplex=duplex, tray=words.tray)
            log_print(
                shop, result, kind=kind, file=file, printer=words.printer or "", job=handed, by=words.by, begun=left,
                actor=context.actor,
            )  # fmt: skip
        keep_what_became(context, shop, handed)
    finally:
        shop.close()
    code = _answer(context, result, records, file)
    if handed:
        tell_what_waits(context, handed)
    return code


def _check(words: argparse.Namespace, kind: Kind) -> None:
    """Ends with the usage where it is not said, or said in vain, whose papers are to be printed."""
    said = words.orders or words.customers or words.for_date or words.unprinted or words.segment
    if kind in FOR_SHOP and said:
        words.refuse(
            f"a {kind} is for nobody's order: leave --orders, --customers, --for-date, --segment and --unprinted out"
        )
    if kind not in FOR_SHOP and not said:
        words.refuse("one of the arguments --orders --customers --for-date --segment --unprinted is required")


def _made(
    context: Context,
    words: argparse.Namespace,
    *,
    shop: Shop,
    records: Chosen,
    values: SettingValues,
    stock: Stock,
    begun: Sequence[tuple[int, ...]],
    file: Path,
) -> PrintResult:
    kind = Kind(words.kind)
    details, own = run_designs(shop, kind, values, words.template)
    return make_parcel_papers(
        records.papers,
        details,
        kind=kind,
        values=values,
        stock=stock,
        design=words.template,
        own_designs=own,
        imposing=_imposing(words, begun),
        copies=words.copies,
        calibration=calibration(shop, words.printer, words.tray, stock.id) if words.printer else None,
        before=records.before,
        by=words.by,
        language=context.words.language,
        to=file,
        total=records.total,
        progress=context.progress(),
    )


def _imposing(words: argparse.Namespace, begun: Sequence[tuple[int, ...]]) -> Imposing:
    return Imposing(
        start=words.start,
        left_over=tuple(begun),
        duplex=Duplex(words.duplex),
        order=Order(words.order),
        marks=not words.no_marks,
        guide=words.guide,
    )


def run_designs(
    shop: Shop, kind: Kind, values: SettingValues, design: str | None
) -> tuple[ShopDetails, dict[str, Template]]:
    """The shop's own designs among those of the run, and the shop's details with the pictures they show."""
    asked = own_id(design or "")
    of = {design: own_template(shop, asked).kind} if design and asked is not None else {}
    keys = {paper: key for paper, key in chosen_designs(kind, values, design, of=of).items() if own_id(key) is not None}
    templates = read_templates(shop, keys)
    details = with_pictures(shop, shop_details(shop), list(templates.values()))
    return details, {keys[paper]: template for paper, template in templates.items()}


def _answer(context: Context, result: PrintResult, records: Chosen, file: Path) -> int:
    words, skipped = context.words, [*records.unknown, *result.skipped]
    data = {
        "pages": result.pages,
        "sheets": result.sheets,
        "cards": result.cards,
        "begun": result.begun,
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

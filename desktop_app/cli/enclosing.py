"""`cordial complaint enclose|take-out|papers`: what lies in the customer's next parcel, or is printed by itself."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from desktop_app.actions.enclosures import enclose, take_out
from desktop_app.actions.handed import Handed
from desktop_app.actions.paper import chosen_stock
from desktop_app.actions.printing import make_parcel_papers, print_folder
from desktop_app.actions.prints import log_print
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.vouchers import usual_end
from desktop_app.cli import values
from desktop_app.cli.complaints import complaint_number
from desktop_app.cli.handing import hand_over, refuse_unknown, tell_what_waits
from desktop_app.cli.output import Context
from desktop_app.cli.printing import run_designs
from desktop_app.cli.resolutions import paper_object
from desktop_app.cli.show import number_of
from desktop_app.cli.vouchers import gives
from desktop_app.domain.codes import is_code
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.printing import Kind
from desktop_app.domain.resolution_words import wrong_words
from desktop_app.domain.resolutions import EnclosureId
from desktop_app.domain.vouchers import VoucherFields, VoucherId
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.enclosed_papers import alone
from desktop_app.queries.enclosures import enclosures_of
from desktop_app.queries.resolutions import ToMakeGood, to_make_good
from desktop_app.queries.settings import settings
from desktop_app.queries.vouchers import voucher_by_code

_SIZE = re.compile(r"[\d\s.,%+-]+")  # a share or a sum, right or not


def run(context: Context, words: argparse.Namespace) -> int:
    """Places papers, takes them out, or prints them."""
    if words.deed == "papers":
        return _print(context, words)
    shop = context.open()
    try:
        if words.deed == "take-out":
            numbers = [EnclosureId(number_of("paper", text)) for text in words.numbers]
            done = take_out(shop, numbers, actor=context.actor)
            data: dict[str, object] = {"papers": [{"id": one} for one in numbers]}
        else:
            one = complaint_number(words.id)
            found = to_make_good(shop, one)
            what = wrong_words(Words(found.language), found.facts.key.kind) if words.what is None else words.what
            placed, done = enclose(
                shop, one, apology=words.apology, voucher=_voucher(shop, words, found), what=what,
                promised=words.promised, actor=context.actor,
            )  # fmt: skip
            data = {"papers": [paper_object(each) for each in enclosures_of(shop, one) if each.id in placed]}
    finally:
        shop.close()
    context.answer({**data, "change": done.id}, context.words.say(done.title))
    return 0


def _voucher(shop: Shop, words: argparse.Namespace, found: ToMakeGood) -> VoucherFields | VoucherId | None:
    if not words.voucher:
        return None
    if is_code(words.voucher) or not _SIZE.fullmatch(words.voucher):
        return voucher_by_code(shop, words.voucher).id  # a mistyped code is told, not given as a voucher's words
    until = usual_end(shop) if words.until is None else values.day("until", words.until)
    return gives(shop, words.voucher, VoucherFields(customer=found.customer, valid_to=until))


def _print(context: Context, words: argparse.Namespace) -> int:
    if words.printer:
        refuse_unknown(words.printer)
    shop, handed = context.open(), ""
    try:
        paper, shop_values = alone(shop, complaint_number(words.id)), settings(shop)
        stock = read_stock(shop, chosen_stock(Kind.PARCEL, shop_values))
        name = f"enclosed-{shop.now():%Y%m%d-%H%M%S}.pdf"
        file = Path(words.to) if words.to else print_folder(shop) / name
        details, own = run_designs(shop, Kind.PARCEL, shop_values, None)
        result = make_parcel_papers(
            [paper], details, kind=Kind.PARCEL, values=shop_values, stock=stock, own_designs=own, by=words.by,
            language=context.words.language, to=file,
        )  # fmt: skip
        if result.pages:
            if words.printer:
                sheets = result.layout.stock if result.layout else stock
                papers = Handed(shop.location, result, Kind.PARCEL, file, words.printer, words.by)
                handed = hand_over(papers, title="Cordial", stock=sheets, duplex=Duplex.OFF, tray="")
            log_print(
                shop, result, kind=Kind.PARCEL, file=file, printer=words.printer or "", job=handed, by=words.by,
                actor=context.actor,
            )  # fmt: skip
    finally:
        shop.close()
    skipped = [{"id": one.title, "reason": one.message} for one in result.skipped]
    data = {"pages": result.pages, "sheets": result.sheets, "cards": result.cards, "skipped": skipped,
            "file": str(file) if result.pages else None}  # fmt: skip
    said = context.words.n("{n} card", "{n} cards", result.cards) + f" · {file}"
    context.answer(data, said if result.pages else context.words("There is nothing to print."))
    for one in result.skipped:
        context.complain(context.words.say(one.message))
    if handed:
        tell_what_waits(context, handed)
    return 1 if result.skipped else 0

"""`cordial calibrate`: the test page of a printer's tray on a paper, and what a ruler said of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.printing import make_test_page
from desktop_app.actions.stocks import read_stock, set_calibration
from desktop_app.cli.output import Context
from desktop_app.domain.calibration import Calibration, Measured, calibrated
from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.stocks import calibration


def run(context: Context, words: argparse.Namespace) -> int:
    """Makes the test page, or keeps or forgets a correction."""
    shop = context.open(write=not words.page)
    try:
        stock = read_stock(shop, words.stock)
        before = calibration(shop, words.printer, words.tray, stock.id)
        if words.page:
            return _page(context, words, stock=stock, before=before)
        return _keep(context, words, shop=shop, stock=stock, before=before)
    finally:
        shop.close()


def _page(context: Context, words: argparse.Namespace, *, stock: Stock, before: Calibration | None) -> int:
    file = Path(words.page)
    language = context.words.language
    make_test_page(stock, file, language=language, duplex=Duplex(words.duplex), calibration=before)
    context.answer({"file": str(file)}, str(file))
    return 0


def _keep(context: Context, words: argparse.Namespace, *, shop: Shop, stock: Stock, before: Calibration | None) -> int:
    new = None if words.forget else calibrated(_measured(words.measured), stock.sheet, before)
    done = set_calibration(shop, words.printer, words.tray, stock.id, new, actor=context.actor)
    context.answer({"change": done.id, "calibration": new}, context.words.say(done.title))
    return 0


def _measured(lengths: list[float]) -> Measured:
    if len(lengths) not in (2, 4, 6):
        raise Invalid("measured", msg("Give two, four or six lengths: left top, across down, back-left back-top."))
    return Measured(*lengths)

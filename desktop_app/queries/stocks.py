"""What the shop keeps of its paper: stocks of its own, which it owns, begun sheets, how far each printer is off."""

from __future__ import annotations

import datetime as dt
import json

from desktop_app.domain.calibration import Calibrated, Calibration
from desktop_app.domain.stock import StockKept
from desktop_app.queries import Shop
from desktop_app.store.tables import CalibrationTable as C
from desktop_app.store.tables import StockTable as S


def kept_stocks(shop: Shop) -> dict[str, StockKept]:
    """What the shop keeps of its stocks, by their keys; a stock nobody said anything of is not among them."""
    rows = shop.rows(S.select(S.id, S.key, S.content, S.owned, S.begun).order_by(S.id).tuples())
    return {
        key: StockKept(number, key, content, bool(owned), _begun(begun)) for number, key, content, owned, begun in rows
    }


def calibration(shop: Shop, printer: str, tray: str, stock: str) -> Calibration | None:
    """The correction for a printer's tray on a stock; None when it was never measured."""
    found = shop.value(C.select(C.measures).where(C.printer == printer, C.tray == tray, C.stock == stock))
    return _measures(found)[0] if found is not None else None


def calibration_id(shop: Shop, printer: str, tray: str, stock: str) -> int | None:
    """The row that keeps a correction."""
    found = shop.value(C.select(C.id).where(C.printer == printer, C.tray == tray, C.stock == stock))
    return int(found) if found is not None else None


def calibrations(shop: Shop) -> list[Calibrated]:
    """Every correction with its printer, tray and stock, by printer."""
    query = C.select(C.printer, C.tray, C.stock, C.measures).order_by(C.printer, C.tray, C.stock)
    return [
        Calibrated(printer, tray, stock, *_measures(text)) for printer, tray, stock, text in shop.rows(query.tuples())
    ]


def _measures(text: str) -> tuple[Calibration, dt.date | None]:
    """What is kept of a correction, and the day it was measured."""
    kept = json.loads(text)
    on = kept.pop("on", None)
    return Calibration(**kept), dt.date.fromisoformat(on) if on else None


def _begun(text: str) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(places) for places in json.loads(text)) if text else ()

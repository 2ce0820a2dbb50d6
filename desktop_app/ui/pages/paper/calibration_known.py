"""What the calibration's dialog knows of the shop: the papers to choose from, and every correction there is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.actions.stocks import StockChoice, offered_stocks
from desktop_app.domain.calibration import Calibrated
from desktop_app.domain.stock import Stock
from desktop_app.queries import Shop
from desktop_app.queries.stocks import calibrations


@dataclass(frozen=True, slots=True)
class Known:
    """The papers one may choose from, and every correction there is."""

    stocks: tuple[StockChoice, ...]
    corrections: tuple[Calibrated, ...]

    def stock(self, key: str) -> Stock:
        """A paper by its key."""
        return next((one.stock for one in self.stocks if one.stock.id == key), self.stocks[0].stock)

    def correction(self, printer: str, tray: str, stock: str) -> Calibrated | None:
        """The correction for a printer's tray on a paper."""
        found = (one for one in self.corrections if (one.printer, one.tray, one.stock) == (printer, tray, stock))
        return next(found, None)


def known(shop: Shop, stock: str) -> Known:
    """Everything the dialog needs of the shop."""
    found = tuple(calibrations(shop))
    return Known(tuple(offered_stocks(shop, besides=[stock, *(one.stock for one in found)])), found)

"""The papers of one parcel as one PDF, for `cordial pack done`; the file is what is printed and logged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.actions.paper import chosen_stock
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.stocks import read_stock
from desktop_app.cli.printing import run_designs
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind
from desktop_app.domain.stock import Stock
from desktop_app.queries import Shop
from desktop_app.queries.printing import parcel_details
from desktop_app.queries.settings import settings
from desktop_app.queries.stocks import calibration


@dataclass(frozen=True, slots=True)
class ParcelFile:
    """What was made of an order's papers, and on which sheets."""

    result: PrintResult
    stock: Stock

    @property
    def duplex(self) -> Duplex:
        """The sides they were made for."""
        return self.result.layout.duplex if self.result.layout else Duplex.OFF


def parcel_file(shop: Shop, order: OrderId, to: Path, *, by: str, printer: str, tray: str) -> ParcelFile:
    """Makes everything that goes into a parcel into one PDF at `to`; raises Invalid for what cannot be a PDF."""
    values = settings(shop)
    stock = read_stock(shop, chosen_stock(Kind.PARCEL, values))
    details, own = run_designs(shop, Kind.PARCEL, values, None)
    result = make_parcel_papers(
        parcel_details(shop, [order]),
        details,
        kind=Kind.PARCEL,
        values=values,
        to=to,
        stock=stock,
        own_designs=own,
        calibration=calibration(shop, printer, tray, stock.id) if printer else None,
        by=by,
    )
    return ParcelFile(result, result.layout.stock if result.layout else stock)

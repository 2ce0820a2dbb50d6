"""Wildberries' report on sales: articles sold and returned, fees, no buyers; yields products and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ProductRecord, SalesRecord
from desktop_app.domain.keys import name_key, sku_key
from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.money import digits
from desktop_app.exchange.amounts import Amounts
from desktop_app.exchange.fields import Fields
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options, ragged, refusal
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue
from desktop_app.exchange.wildberries_columns import COLUMNS, FEES, Sale, sale_of
from desktop_app.i18n import msg

_CURRENCY = "RUB"


@dataclass(slots=True)
class _Article:
    """One article of the report, with the barcodes of its sizes."""

    row: int
    name: str
    sku: str
    barcodes: set[str] = field(default_factory=set)

    def record(self) -> ProductRecord:
        """The product; a barcode that is one size's only would find the wrong piece."""
        barcode = next(iter(self.barcodes)) if len(self.barcodes) == 1 else ""
        return ProductRecord(self.row, self.name or self.sku, self.sku, barcode)


class _Reader:
    """Counts the rows of one report."""

    def __init__(self, table: Table, options: Options) -> None:
        self.table = table
        self.layout = Layout.of(table.headings, {**COLUMNS, **{name: (name,) for name in FEES}})
        self.cells_of = Fields(self.layout, options.mapping.date_order or DateOrder.DAY_FIRST, table.from_1904)
        self.money_of = options.mapping.currency or _CURRENCY
        self.money = Amounts(digits(self.money_of), options.mapping.decimal)
        self.fees = [name for name in FEES if name in self.layout]
        self.articles: dict[str, _Article] = {}
        self.sales = SalesRecord(0, self.money_of, payout_minor=0 if "payout" in self.layout else None)

    def read(self) -> Iterator[Item]:
        """The products of the report, and what all of it comes to; a bad row is a Refusal and the rest still counts."""
        width = len(self.table.headings)
        for row, cells in self.table.rows:
            if not any(cell.strip() for cell in cells) or _is_sum(cells):
                continue
            if len(cells) <= self.layout.last() or any(cell.strip() for cell in cells[width:]):
                yield ragged(self.table, row, cells)
                continue
            try:
                self._take(row, cells)
            except BadValue as bad:
                yield refusal(self.table, row, bad)
        yield from (article.record() for article in self.articles.values())
        yield self.sales

    def _take(self, row: int, cells: list[str]) -> None:
        told = sale_of(self.cells_of.text(cells, "document"), self.cells_of.text(cells, "reason"))
        pieces, revenue = self._pieces(cells), self._minor(cells, "revenue")
        payout, day = self._minor(cells, "payout"), self.cells_of.moment(cells, "sold_at")[:10]
        fees = sum(self._minor(cells, name) for name in self.fees)
        article = self._article(row, cells)
        if told is Sale.FEE:
            pieces = revenue = 0
        elif told is Sale.RETURNED:  # the report writes them above zero, some programs that save it again below
            pieces, revenue, payout = abs(pieces), -abs(revenue), -abs(payout)
        sales = self.sales
        self.sales = SalesRecord(
            row,
            self.money_of,
            sales.revenue_minor + revenue,
            None if sales.payout_minor is None else sales.payout_minor + payout,
            sales.fees_minor + fees,
            sales.sold + (pieces if told is Sale.SOLD else 0),
            sales.returned + (pieces if told is Sale.RETURNED else 0),
            min(filter(None, (sales.first_day, day)), default=""),
            max(sales.last_day, day),
        )
        if article is not None and told is not Sale.FEE:
            self._keep(article)

    def _article(self, row: int, cells: list[str]) -> _Article | None:
        """The article of a row; one without a code of the shop's own goes by Wildberries'."""
        read = self.cells_of
        sku = read.code(cells, "sku") or read.code(cells, "wb_code")
        name = read.line(cells, "name") or " ".join(
            filter(None, (read.line(cells, "subject"), read.line(cells, "brand")))
        )
        if not (sku or name):
            return None
        barcode = tidy_barcode(read.code(cells, "barcode"))
        return _Article(row, name, sku, {barcode} if barcode else set())

    def _keep(self, article: _Article) -> None:
        key = sku_key(article.sku) or name_key(article.name)
        known = self.articles.setdefault(key, article)
        known.barcodes |= article.barcodes
        known.name = known.name or article.name

    def _pieces(self, cells: list[str]) -> int:
        text, heading = self.cells_of.text(cells, "quantity"), self.layout.heading("quantity")
        whole = text.removeprefix("-").partition(".")[0].partition(",")[0]
        if text and not (whole.isascii() and whole.isdigit() and len(whole) < 8):
            raise BadValue(text, heading, msg("This is not a number of pieces. Correct it to a whole number."))
        return int(whole or 0) * (-1 if text.startswith("-") else 1)

    def _minor(self, cells: list[str], field: str) -> int:
        return self.money.minor(self.cells_of.text(cells, field), self.layout.heading(field)) or 0


def _is_sum(cells: list[str]) -> bool:
    """Whether a row is the report's own sum of all the others."""
    first = next((cell.strip().casefold() for cell in cells if cell.strip()), "")
    return first.startswith(("итог", "всего"))


def read_wildberries_sales(table: Table, options: Options) -> Iterator[Item]:
    """The products of a report on sales, then what it comes to."""
    return _Reader(table, options).read()


READER = Reader(
    FileKind.WILDBERRIES_SALES, "wildberries", read_wildberries_sales,
    marks=(("тип документа", "обоснование для оплаты"), ("обоснование для оплаты", "дата продажи", "баркод")),
    needs=(COLUMNS["quantity"], COLUMNS["revenue"]),
    money=(*COLUMNS["revenue"], *COLUMNS["payout"]), date_order=DateOrder.DAY_FIRST,
    notes=(
        msg(
            "Wildberries tells nobody who bought: the file holds no customers and no orders. "
            "Its products are taken, its turnover is only shown here."
        ),
    ),
)  # fmt: skip

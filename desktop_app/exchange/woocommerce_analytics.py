"""WooCommerce's own report of orders, in any language: net sales, articles without prices, refunds in rows apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, Place, Refusal
from desktop_app.domain.money import digits
from desktop_app.domain.text import shorten
from desktop_app.exchange.amounts import Amounts, currency_of
from desktop_app.exchange.column_orders import OrderReader
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.grouping import Group, Shape, groups, stands_twice
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.recast import recast
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, line, with_single_blanks
from desktop_app.exchange.woocommerce_words import DATES, MONEY, is_report, report_layout
from desktop_app.i18n import msg

_ARTICLE = re.compile(r"(?P<pieces>-?\d{1,6})\s?[×xх]\s?(?P<name>.+?)(?=,\s*-?\d{1,6}\s?[×xх]\s?|,?\s*$)", re.DOTALL)
# What one of its forms says instead of a name: whether the customer is new.
_NO_NAMES = frozenset("new returning guest neu wiederkehrend nouveau nuevo nuovo новый постоянный jauns".split())


class _ReportReader(OrderReader):
    """Reads orders and the refunds that stand in rows of their own, anywhere in the file."""

    def __init__(self, table: Table, options: Options) -> None:
        from html import unescape  # brings the names of two thousand signs, which other files do without

        layout = report_layout(table.headings)
        named, formatted = layout.at("name"), layout.at("formatted")

        def plain(cells: list[str]) -> None:
            if named >= 0 and cells[named].strip().casefold() in _NO_NAMES:
                cells[named] = ""
            if formatted >= 0:
                cells[formatted] = unescape(cells[formatted])

        super().__init__(recast(table, plain, last=layout.last()), options, layout)

    def read(self) -> Iterator[Item]:
        """The orders in the file's sequence, each with what was given back of it."""
        shape = Shape(self.layout.at("number"), -1, (), self.layout.last())
        for group in groups(self.table, self.options, shape):
            if not isinstance(group, Group):
                yield group
                continue
            try:
                yield from self._read(group)
            except BadValue as bad:
                yield refusal(self.table, group.rows[0][0], bad)

    def _read(self, group: Group) -> Iterator[Item]:
        refunds = [row for row in group.rows if self._net(row) < 0]
        orders = [row for row in group.rows if self._net(row) >= 0]
        if not orders:
            yield Refusal(
                Place(self.table.file, group.rows[0][0], self.table.sheet, self.layout.heading("total")),
                shorten(group.name),
                msg(
                    "This is money given back, and its order is not in the file. Export a longer time with both in it."
                ),
            )
            return
        record = self.order(Group(group.name, group.id, orders[:1]))
        back = -sum(self._net(row) for row in refunds)
        yield record._replace(refunded_minor=back or None, changed_at="", lines=self._articles(orders[0]), outline=True)
        yield from self.remarks(record, orders[0][1])
        for row, cells in orders[1:]:
            if cells != orders[0][1]:
                yield stands_twice(
                    Place(self.table.file, row, self.table.sheet, self.layout.heading("number")),
                    group.name,
                    orders[0][0],
                )

    def _currency(self, cells: list[str]) -> str:
        return currency_of(self.layout.text(cells, "formatted")) or super()._currency(cells)

    def _net(self, row: Row) -> int:
        """The row's net sales in hundredths, to see whether they are below zero and to add them up."""
        number, cells = row
        try:
            return self._money(cells).minor(self.layout.text(cells, "total"), self.layout.heading("total")) or 0
        except BadValue as bad:
            bad.row = number
            raise

    def _money(self, cells: list[str]) -> Amounts:
        return Amounts(digits(self._currency(cells)), self.options.mapping.decimal)

    def _articles(self, row: Row) -> tuple[LineRecord, ...]:
        number, cells = row
        heading = self.layout.heading("products")
        found = _ARTICLE.finditer(with_single_blanks(self.layout.text(cells, "products")))
        counted = ((int(article["pieces"]), line(article["name"], heading)) for article in found)
        return tuple(LineRecord(number, name, pieces) for pieces, name in counted if pieces > 0 and name)


def read_woocommerce_report(table: Table, options: Options) -> Iterator[Item]:
    """The orders of WooCommerce's report."""
    return _ReportReader(table, options).read()


READER = Reader(
    FileKind.WOOCOMMERCE_ANALYTICS, "woocommerce", read_woocommerce_report,
    marks=(("order #", "customer type", "items sold"),), tells=is_report, dates=DATES, money=MONEY,
    notes=cannot_tell(FileKind.WOOCOMMERCE_ANALYTICS),
)  # fmt: skip
